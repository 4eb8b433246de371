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

/** The channel as it was planned before the rest of this day was forecast anew. */
export function beforeAnew(channel: Channel, axis: Axis, date: string): Channel {
  const { adjustments } = channel.demand;
  const day = axis.days.findIndex((each) => each.date === date);
  const isAnew = (each: Adjustment) =>
    each.kind === 'cells' &&
    each.anew === true &&
    each.cells.every(({ cell }) => Math.floor(cell / axis.slotsPerDay) === day);
  if (adjustments?.some(isAnew) !== true) return channel;
  const kept = adjustments.filter((each) => !isAnew(each));
  return { ...channel, demand: { ...channel.demand, adjustments: kept } };
}

/**
 * What adjustments and events make of the source's contacts, by slot of the history on that day; what-ifs
 * are left out, as nothing comes of them. Null where only the plan has contacts: nothing to compare.
 */
export function plannedRatios(
  channel: Channel,
  events: readonly PeakEvent[],
  axis: Axis,
  date: string,
  historySlots: number,
): (number | null)[] {
  const day = axis.days.findIndex((each) => each.date === date);
  const parts = axis.slotsPerDay / historySlots;
  if (day < 0 || !Number.isInteger(parts)) return Array.from({ length: historySlots }, () => 1);
  const plan = contactsOnGrid({ ...channel, volumeFactor: 1 }, events, axis);
  const source = sourceContacts(channel, axis);
  return Array.from({ length: historySlots }, (_, slot) => {
    let [planned, expected] = [0, 0];
    for (let part = 0; part < parts; part++) {
      const cell = axis.cell(day, slot * parts + part);
      planned += plan[cell] ?? 0;
      expected += source[cell] ?? 0;
    }
    if (expected > 0) return planned / expected;
    return planned > 0 ? null : 1;
  });
}

/** What would have come without the adjustments and events of the plan, to be compared with the history. */
export function withoutPlan(
  observed: readonly (number | null)[],
  ratios: readonly (number | null)[],
): (number | null)[] {
  return observed.map((contacts, slot) => {
    const ratio = ratios[slot] ?? null;
    return contacts === null || ratio === null || ratio === 0 ? null : contacts / ratio;
  });
}

/** A forecast from the history alone, with what the plan makes of each slot. */
export function inPlan(forecast: WithinDayForecast, ratios: readonly (number | null)[]): WithinDayForecast {
  const minutes = MINUTES_PER_DAY / ratios.length;
  const of = forecast.starts.map((start) => ratios[(parseDayTime(start)?.minute ?? 0) / minutes] ?? 1);
  const scaled = (values: readonly number[]) => values.map((value, at) => value * (of[at] ?? 1));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const mean = scaled(forecast.mean);
  const rest = forecast.rest.mean > 0 ? sum(mean) / forecast.rest.mean : 1;
  return {
    ...forecast,
    mean,
    meanBefore: scaled(forecast.meanBefore),
    quantiles: forecast.quantiles.map((values, at) => values.map((value) => value * (of[at] ?? 1))),
    bands: forecast.bands.map(({ level, low, high }) => ({ level, low: scaled(low), high: scaled(high) })),
    rest: { mean: sum(mean), quantiles: forecast.rest.quantiles.map((value) => value * rest) },
  };
}

/**
 * Typed cells that bring the day to its actuals and, after them, to the forecast of the rest.
 *
 * The forecast moves the demand in proportion, after over before, so that adjustments, what-ifs and
 * events keep their place; actuals are what came after all of these. The channel is that of `beforeAnew`,
 * or an update would count twice. Empty when the day is not planned.
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
