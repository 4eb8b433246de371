/** Wall-clock times of peak events, as a form writes them. */
import { parseDayTime } from '../../../scenario/civil.ts';
import { formatStart, parseDate } from '../../../numeric/civil-date.ts';
import type { Calendar, PeakEvent } from '../../../scenario/schema.ts';
import { MINUTES_PER_DAY } from '../../../units.ts';

/** Minutes since 1970 on the wall clock; null when the text is no such time. */
export function wallMinute(text: string): number | null {
  const parsed = parseDayTime(text.slice(0, 16));
  return parsed === null ? null : parsed.day * MINUTES_PER_DAY + parsed.minute;
}

/** `2026-11-28T24:00`, which no form accepts, as `2026-11-29T00:00`. */
export function minuteText(text: string): string {
  const minute = wallMinute(text);
  if (minute === null) return text;
  const day = Math.floor(minute / MINUTES_PER_DAY);
  return formatStart(day, minute - day * MINUTES_PER_DAY);
}

/** Whether no minute of the event lies in the days planned. */
export function outsideDays({ start, end }: Pick<PeakEvent, 'start' | 'end'>, calendar: Calendar): boolean {
  const first = parseDate(calendar.start);
  const [from, to] = [wallMinute(start), wallMinute(end)];
  if (first === null || from === null || to === null) return false;
  return to <= first * MINUTES_PER_DAY || from >= (first + calendar.days) * MINUTES_PER_DAY;
}
