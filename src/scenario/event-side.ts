/** Where a peak event lies, seen from the days planned. */
import { parseDate } from '../numeric/civil-date.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { parseDayTime } from './civil.ts';
import type { Calendar, PeakEvent } from './schema.ts';

/** Null where its times cannot be read. */
export function eventSide(
  { start, end }: Pick<PeakEvent, 'start' | 'end'>,
  calendar: Pick<Calendar, 'start' | 'days'>,
): 'before' | 'within' | 'after' | null {
  const first = parseDate(calendar.start);
  const [from, to] = [wallMinute(start), wallMinute(end)];
  if (first === null || from === null || to === null) return null;
  if (to <= first * MINUTES_PER_DAY) return 'before';
  return from >= (first + calendar.days) * MINUTES_PER_DAY ? 'after' : 'within';
}

/** Minutes since 1970 on the wall clock; null when the text is no such time. */
export function wallMinute(text: string): number | null {
  const parsed = parseDayTime(text.slice(0, 16));
  return parsed === null ? null : parsed.day * MINUTES_PER_DAY + parsed.minute;
}
