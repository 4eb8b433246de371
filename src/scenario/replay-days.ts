/** Which day of a log may be played as the first day planned: weekdays stay what they are. */
import { formatDate, parseDate, type DayNumber } from '../numeric/civil-date.ts';
import { SECONDS_PER_DAY } from '../units.ts';
import type { Calendar } from './schema.ts';

const WEEK = 7;
/** Ten years of weeks: more are no choice. */
const MOST_STARTS = 520;

/** Contacts of each day that has some. */
export type ContactsByDay = ReadonlyMap<DayNumber, number>;

/** @param at seconds of the wall clock since 1970-01-01T00:00. O(contacts). */
export function contactsByDay(at: Float64Array): ContactsByDay {
  const counts = new Map<DayNumber, number>();
  let [day, count] = [NaN, 0];
  const keep = (): void => {
    if (count > 0) counts.set(day, (counts.get(day) ?? 0) + count);
  };
  for (const wall of at) {
    const own = Math.floor(wall / SECONDS_PER_DAY);
    if (own !== day) {
      keep();
      [day, count] = [own, 0];
    }
    count++;
  }
  keep();
  return counts;
}

/** Contacts that are played where the log's day `first` is the first one planned. */
export function contactsFrom(byDay: ContactsByDay, first: string, { days }: Pick<Calendar, 'days'>): number {
  const from = parseDate(first) ?? NaN;
  let sum = 0;
  for (let day = from; day < from + days; day++) sum += byDay.get(day) ?? 0;
  return sum;
}

export type ReplayStarts = {
  /**
   * Ascending, the newest 520; days of the plan's first weekday, of the weeks from each in which the log has
   * contacts: a date written wrong does not offer all the weeks up to it.
   */
  readonly days: readonly string[];
  /** The plan's own first day where the log reaches into the days planned; else the newest of which the log has all days; else the first. */
  readonly best: string;
};

export function replayStarts(
  { start, days }: Pick<Calendar, 'start' | 'days'>,
  byDay: ContactsByDay,
): ReplayStarts {
  const planned = parseDate(start);
  if (planned === null || byDay.size === 0) return { days: [start], best: start };
  const weeks = new Set<DayNumber>();
  let [last, reaches] = [-Infinity, false];
  for (const day of byDay.keys()) {
    weeks.add(day - ((((day - planned) % WEEK) + WEEK) % WEEK));
    last = Math.max(last, day);
    reaches ||= day >= planned && day < planned + days;
  }
  const all = [...weeks].toSorted((a, b) => a - b).slice(-MOST_STARTS);
  const whole = all.findLast((day) => day + days - 1 <= last);
  return {
    days: all.map((day) => formatDate(day)),
    best: reaches ? start : formatDate(whole ?? all[0] ?? planned),
  };
}
