/**
 * What an import asks of a series again and again, counted once where the series is made.
 *
 * A million intervals are looked through in the worker; the page then answers from a week's.
 */
import { weekdayOf } from '../numeric/civil-date.ts';
import { MINUTES_PER_DAY, type Seconds } from '../units.ts';
import type { SeriesColumns } from './report.ts';

export type SeriesFacts = {
  readonly channel: string;
  readonly intervalMinutes: number;
  /** First and last start, wall-clock minutes since 1970; null for a series without intervals. */
  readonly first: number | null;
  readonly last: number | null;
  /** By weekday and interval, Monday first: 1 where the series ever has an interval. */
  readonly weekOpen: Uint8Array;
  /** By weekday and interval: known contacts of the whole history. */
  readonly weekContacts: Float64Array;
  readonly handleSeconds: Seconds;
  /** Contacts behind the handle seconds. */
  readonly handled: number;
};

/** O(intervals). */
export function seriesFacts(columns: SeriesColumns): SeriesFacts {
  const { channel, intervalMinutes, starts, values, known } = columns;
  const slots = MINUTES_PER_DAY / intervalMinutes;
  const weekOpen = new Uint8Array(7 * slots);
  const weekContacts = new Float64Array(7 * slots);
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i] ?? 0;
    const day = Math.floor(start / MINUTES_PER_DAY);
    const slot = weekdayOf(day) * slots + Math.floor((start - day * MINUTES_PER_DAY) / intervalMinutes);
    weekOpen[slot] = 1;
    if (known[i] === 1) weekContacts[slot] = (weekContacts[slot] ?? 0) + (values[i] ?? 0);
  }
  return {
    channel,
    intervalMinutes,
    first: starts[0] ?? null,
    last: starts.at(-1) ?? null,
    weekOpen,
    weekContacts,
    handleSeconds: total(columns.handleSeconds),
    handled: total(columns.handled),
  };
}

/** Facts of the sum of several series of one interval. O(series · intervals of a week). */
export function addedFacts(channel: string, list: readonly SeriesFacts[]): SeriesFacts {
  const intervalMinutes = list[0]?.intervalMinutes ?? MINUTES_PER_DAY;
  const slots = (7 * MINUTES_PER_DAY) / intervalMinutes;
  const weekOpen = new Uint8Array(slots);
  const weekContacts = new Float64Array(slots);
  let [handleSeconds, handled] = [0, 0];
  for (const facts of list) {
    for (let slot = 0; slot < slots; slot++) {
      if (facts.weekOpen[slot] === 1) weekOpen[slot] = 1;
      weekContacts[slot] = (weekContacts[slot] ?? 0) + (facts.weekContacts[slot] ?? 0);
    }
    handleSeconds += facts.handleSeconds;
    handled += facts.handled;
  }
  // a mean over some of the queues would pass for one over all
  const complete = list.every((facts) => facts.handled > 0 || total(facts.weekContacts) === 0);
  const firsts = list.flatMap(({ first }) => (first === null ? [] : [first]));
  const lasts = list.flatMap(({ last }) => (last === null ? [] : [last]));
  return {
    channel,
    intervalMinutes,
    first: firsts.length > 0 ? Math.min(...firsts) : null,
    last: lasts.length > 0 ? Math.max(...lasts) : null,
    weekOpen,
    weekContacts,
    handleSeconds: complete ? handleSeconds : 0,
    handled: complete ? handled : 0,
  };
}

/** Mean handle time over the whole history, total over total; null when it holds none. */
export function meanHandleTime({ handleSeconds, handled }: SeriesFacts): Seconds | null {
  return handled > 0 ? handleSeconds / handled : null;
}

function total(values: Float64Array | undefined): number {
  let sum = 0;
  for (const value of values ?? []) sum += value;
  return sum;
}
