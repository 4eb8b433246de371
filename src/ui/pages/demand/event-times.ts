/** Wall-clock times of peak events, as a form writes them. */
import { formatStart } from '../../../numeric/civil-date.ts';
import { eventSide, wallMinute } from '../../../scenario/event-side.ts';
import type { Calendar, PeakEvent } from '../../../scenario/schema.ts';
import { MINUTES_PER_DAY } from '../../../units.ts';

/** `2026-11-28T24:00`, which no form accepts, as `2026-11-29T00:00`. */
export function minuteText(text: string): string {
  const minute = wallMinute(text);
  if (minute === null) return text;
  const day = Math.floor(minute / MINUTES_PER_DAY);
  return formatStart(day, minute - day * MINUTES_PER_DAY);
}

/** Whether no minute of the event lies in the days planned. */
export function outsideDays(event: Pick<PeakEvent, 'start' | 'end'>, calendar: Calendar): boolean {
  const side = eventSide(event, calendar);
  return side === 'before' || side === 'after';
}
