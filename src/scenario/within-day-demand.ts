/** Today's actuals on their way to the forecast of the rest, and that forecast on its way to the demand. */
import type { WithinDayForecast } from '../forecast/within-day.ts';
import { parseDayTime } from './civil.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { adjusted } from './adjustments.ts';
import type { Axis } from './axis.ts';
import { contactsOnGrid, sourceContacts } from './demand.ts';
import type { Channel, PeakEvent } from './schema.ts';
import type { Adjustment } from './schema-demand.ts';

/**
 * Actuals on the slots of a history, which are whole multiples of the grid's intervals; a slot of
 * which a part is unknown is unknown, one that is not over is left out.
 */
export function observedSlots(
  actuals: readonly (number | null)[],
  gridSlots: number,
  historySlots: number,
): (number | null)[] {
  const parts = gridSlots / historySlots;
  if (!Number.isInteger(parts)) return [];
  return Array.from({ length: Math.floor(actuals.length / parts) }, (_, slot) => {
    let sum: number | null = 0;
    for (const value of actuals.slice(slot * parts, (slot + 1) * parts))
      sum = sum === null || value === null ? null : sum + value;
    return sum;
  });
}

/**
 * Typed cells that bring the day to its actuals and, after them, to the forecast of the rest.
 *
 * The forecast moves the demand in proportion, after over before, so that adjustments, what-ifs and
 * events keep their place; actuals are what came after all of these. Empty when the day is not planned.
 * Only for a channel whose contacts no mix moves (`movesContactsOf`): those that come from other
 * channels cannot be told apart in what came, nor compared with the channel's own history.
 */
export function dayAsSeen(
  channel: Channel,
  events: readonly PeakEvent[],
  axis: Axis,
  actuals: { readonly date: string; readonly contacts: readonly (number | null)[] },
  forecast: Pick<WithinDayForecast, 'starts' | 'mean' | 'meanBefore'>,
): Extract<Adjustment, { kind: 'cells' }>['cells'] {
  const day = axis.days.findIndex(({ date }) => date === actuals.date);
  if (day < 0) return [];
  const { slotsPerDay } = axis;
  const before = adjusted(sourceContacts(channel, axis), channel.demand.adjustments ?? [], axis).contacts;
  const grid = contactsOnGrid(channel, events, axis);
  const length = MINUTES_PER_DAY / slotsPerDay;
  const starts = forecast.starts.map((start) => (parseDayTime(start)?.minute ?? 0) / length);
  const cells: { cell: number; contacts: number }[] = [];
  for (let slot = 0; slot < slotsPerDay; slot++) {
    const cell = axis.cell(day, slot);
    const [now = 0, all = 0] = [before[cell], grid[cell]];
    const seen = actuals.contacts[slot];
    if (seen !== undefined) {
      // what multiplies the figure afterwards is taken out of it
      if (seen !== null && (all > 0 || seen === 0))
        cells.push({ cell, contacts: all > 0 ? (seen * now) / all : 0 });
      continue;
    }
    const at = starts.findLastIndex((start) => start <= slot);
    const [mean, meanBefore] = [forecast.mean[at] ?? 0, forecast.meanBefore[at] ?? 0];
    if (at >= 0 && meanBefore > 0) cells.push({ cell, contacts: (now * mean) / meanBefore });
  }
  return cells;
}
