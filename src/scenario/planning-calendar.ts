/** Which days to plan once a history is known: those of the scenario, or the ones right after the history. */
import { DomainError } from '../errors.ts';
import { formatDate, parseDate, weekdayOf } from '../numeric/civil-date.ts';
import type { Calendar } from './schema.ts';

/** A plan that starts later than this after the end of a history is about another time. */
export const FAR_AHEAD_DAYS = 56;

/** Whether the calendar starts after the history, and at most eight weeks after it. */
export function followsHistory(calendar: Calendar, lastDay: string): boolean {
  const gap = dayOf('calendar.start', calendar.start) - dayOf('lastDay', lastDay);
  return gap > 0 && gap <= FAR_AHEAD_DAYS;
}

/**
 * Whether a history that ends on `lastDay` has stopped, where others of the same file go on to `lastOfAll`: most
 * likely its channel is closed, or goes by another name.
 */
export function hasStopped(lastDay: string, lastOfAll: string): boolean {
  return dayOf('lastOfAll', lastOfAll) - dayOf('lastDay', lastDay) > FAR_AHEAD_DAYS;
}

/**
 * The same number of days right after the history, from the first day with the weekday on which
 * the calendar starts now: plans on the grid keep their weekdays.
 */
export function calendarAfter(calendar: Calendar, lastDay: string): Calendar {
  const weekday = weekdayOf(dayOf('calendar.start', calendar.start));
  const next = dayOf('lastDay', lastDay) + 1;
  return { ...calendar, start: formatDate(next + ((weekday - weekdayOf(next) + 7) % 7)) };
}

/**
 * Interval to which a history is summed before it is forecast: the calendar's where its rows fit
 * into it, else the shortest one that both divide. Daily totals stay daily.
 * @example seriesMinutes(5, 30) // 30
 * @example seriesMinutes(20, 30) // 60
 */
export function seriesMinutes(fileMinutes: number, gridMinutes: number): number {
  for (let minutes = gridMinutes; minutes < 1440; minutes += gridMinutes)
    if (minutes % fileMinutes === 0 && 1440 % minutes === 0) return minutes;
  return 1440;
}

function dayOf(argument: string, text: string): number {
  const day = parseDate(text);
  if (day === null) throw new DomainError('planningCalendar', argument, text, 'a date YYYY-MM-DD');
  return day;
}
