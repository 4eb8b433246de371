/**
 * How the contacts of a day fall on its intervals, where only the day's total is known.
 *
 * Never invented: either even over the opening hours, or the shape a channel of the scenario has.
 */
import { MINUTES_PER_DAY, type Share } from '../units.ts';
import type { Axis } from './axis.ts';
import { parseClock } from './civil.ts';
import { sourceContacts } from './demand.ts';
import type { Channel, WeekHours } from './schema.ts';

export type DayShape =
  { readonly kind: 'evenly' } | { readonly kind: 'likeChannel'; readonly channel: string };

/**
 * Shares by weekday (Monday first) and interval of the day; each row sums to 1.
 *
 * A weekday on which the shape has nothing (the model channel is closed, or the calendar has no
 * such day) falls back on the shape's mean day, then on the opening hours, then on the whole day.
 */
export function dayShares(
  shape: DayShape,
  channel: Channel,
  channels: readonly Channel[],
  axis: Axis,
): Share[][] {
  const model = shape.kind === 'likeChannel' ? channels.find(({ id }) => id === shape.channel) : undefined;
  const byWeekday = model === undefined ? [] : weekdayTotals(model, axis);
  const meanDay = Array.from({ length: axis.slotsPerDay }, (_, slot) =>
    byWeekday.reduce((sum, row) => sum + (row[slot] ?? 0), 0),
  );
  return Array.from({ length: 7 }, (_, weekday) => {
    const hours = openMinutes(channel.open, weekday, axis.slotsPerDay);
    const candidates = [byWeekday[weekday] ?? [], meanDay, hours];
    const weights = candidates.find((row) => total(row) > 0) ?? hours.map(() => 1);
    const sum = total(weights);
    return weights.map((weight) => weight / sum);
  });
}

/** Whether the channel is open at all on this weekday. */
export function opensOn(hours: WeekHours, weekday: number): boolean {
  return (hours[weekday] ?? []).length > 0;
}

function weekdayTotals(channel: Channel, axis: Axis): number[][] {
  const contacts = sourceContacts(channel, axis);
  const rows = Array.from({ length: 7 }, () => Array.from({ length: axis.slotsPerDay }, () => 0));
  axis.days.forEach(({ weekday }, day) => {
    const row = rows[weekday] ?? [];
    for (let slot = 0; slot < axis.slotsPerDay; slot++)
      row[slot] = (row[slot] ?? 0) + (contacts[axis.cell(day, slot)] ?? 0);
  });
  return rows;
}

/** Minutes of each interval that lie in the opening hours of a weekday. */
function openMinutes(hours: WeekHours, weekday: number, slotsPerDay: number): number[] {
  const length = MINUTES_PER_DAY / slotsPerDay;
  return Array.from({ length: slotsPerDay }, (_, slot) =>
    (hours[weekday] ?? []).reduce((minutes, [from, to]) => {
      const start = Math.max(slot * length, parseClock(from) ?? 0);
      const end = Math.min((slot + 1) * length, parseClock(to) ?? 0);
      return minutes + Math.max(0, end - start);
    }, 0),
  );
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
