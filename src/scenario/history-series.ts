/** Imported series on their way to a forecast: added up per channel, measured, turned into the engine's grid. */
import { seriesFrom, type SeriesOutcome, type SpecialDay } from '../forecast/series.ts';
import type { SeriesColumns } from '../history/report.ts';
import { addedTenureDays } from '../history/tenure-days.ts';
import type { SeriesFacts } from '../history/series-facts.ts';
import { toSeries } from '../history/series.ts';
import { MINUTES_PER_DAY, type Share } from '../units.ts';
import { formatDate } from '../numeric/civil-date.ts';
import { formatClock } from './civil.ts';
import type { WeekHours } from './schema.ts';

/**
 * Several series of one interval as one: their sum where every one of them is known.
 *
 * A series that never has a weekday and time is closed then and adds nothing; any other interval it
 * lacks is unknown, and so is the sum. O(series · intervals).
 */
export function addedSeries(name: string, list: readonly SeriesColumns[]): SeriesColumns {
  const [only] = list;
  if (list.length === 1 && only !== undefined) return { ...only, channel: name };
  const intervalMinutes = only?.intervalMinutes ?? MINUTES_PER_DAY;
  const starts = list.reduce<Int32Array>((all, series) => union(all, series.starts), new Int32Array());
  const values = new Float64Array(starts.length);
  const known = new Uint8Array(starts.length).fill(1);
  const withHandleTime = list.every((series) => series.handled !== undefined);
  const handleSeconds = new Float64Array(withHandleTime ? starts.length : 0);
  const handled = new Float64Array(withHandleTime ? starts.length : 0);
  for (const series of list) {
    const everOpen = openSlots(series);
    let i = 0;
    for (let index = 0; index < starts.length; index++) {
      const start = starts[index] ?? 0;
      if (series.starts[i] !== start) {
        if (everOpen[weekSlot(start)] === 1) known[index] = 0;
        continue;
      }
      values[index] = (values[index] ?? 0) + (series.values[i] ?? 0);
      if (series.known[i] !== 1) known[index] = 0;
      if (withHandleTime) {
        handleSeconds[index] = (handleSeconds[index] ?? 0) + (series.handleSeconds?.[i] ?? 0);
        handled[index] = (handled[index] ?? 0) + (series.handled?.[i] ?? 0);
      }
      i++;
    }
  }
  const tenure = addedTenureDays(list.map((series) => series.tenure));
  return {
    channel: name,
    intervalMinutes,
    starts,
    values,
    known,
    ...(withHandleTime ? { handleSeconds, handled } : {}),
    ...(tenure === undefined ? {} : { tenure }),
  };
}

/** The end of a series: the intervals of its last days. Views, not copies. */
export function lastDays(series: SeriesColumns, from: number): SeriesColumns {
  const { channel, intervalMinutes, starts, values, known } = series;
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return {
    channel,
    intervalMinutes,
    starts: starts.subarray(low),
    values: values.subarray(low),
    known: known.subarray(low),
  };
}

/** Two ascending lists as one, each start once. */
function union(a: Int32Array, b: Int32Array): Int32Array {
  const all = new Int32Array(a.length + b.length);
  let [i, k, length] = [0, 0, 0];
  while (i < a.length || k < b.length) {
    const next = Math.min(a[i] ?? Infinity, b[k] ?? Infinity);
    if (a[i] === next) i++;
    if (b[k] === next) k++;
    all[length++] = next;
  }
  return all.slice(0, length);
}

/** The series as the forecast engine wants it. O(intervals); builds a text per start, so not on the page. */
export function forecastSeries(
  columns: SeriesColumns,
  specialDays: readonly SpecialDay[] = [],
): SeriesOutcome {
  const { intervalMinutes, starts, values } = toSeries(columns);
  return seriesFrom({ intervalMinutes, starts, values, specialDays });
}

/** Weekday and times at which the series ever has an interval, as opening hours. Daily series: null. */
export function openingHours({ intervalMinutes, weekOpen }: SeriesFacts): WeekHours | null {
  if (intervalMinutes >= MINUTES_PER_DAY) return null;
  const slots = MINUTES_PER_DAY / intervalMinutes;
  return Array.from({ length: 7 }, (_, weekday) => {
    const spans: [string, string][] = [];
    for (let slot = 0; slot < slots; slot++) {
      if (weekOpen[weekday * slots + slot] !== 1) continue;
      const start = formatClock(slot * intervalMinutes);
      const end = formatClock((slot + 1) * intervalMinutes);
      const last = spans.at(-1);
      if (last?.[1] === start) last[1] = end;
      else spans.push([start, end]);
    }
    return spans;
  });
}

/** Share of the known contacts that came outside of these hours. Daily series: 0. */
export function shareOutside({ intervalMinutes, weekContacts }: SeriesFacts, hours: WeekHours): Share {
  if (intervalMinutes >= MINUTES_PER_DAY) return 0;
  const slots = MINUTES_PER_DAY / intervalMinutes;
  let [outside, all] = [0, 0];
  weekContacts.forEach((contacts, slot) => {
    const minute = (slot % slots) * intervalMinutes;
    all += contacts;
    if (!isWithin(hours[Math.floor(slot / slots)] ?? [], minute)) outside += contacts;
  });
  return all > 0 ? outside / all : 0;
}

/** Hours a week that the series has and these opening hours lack, and the other way round. Daily series: none. */
export function hoursApart(
  { intervalMinutes, weekOpen }: SeriesFacts,
  hours: WeekHours,
): { readonly opened: number; readonly closed: number } {
  if (intervalMinutes >= MINUTES_PER_DAY) return { opened: 0, closed: 0 };
  const slots = MINUTES_PER_DAY / intervalMinutes;
  let [opened, closed] = [0, 0];
  weekOpen.forEach((has, slot) => {
    const isOpen = isWithin(hours[Math.floor(slot / slots)] ?? [], (slot % slots) * intervalMinutes);
    if (has === 1 && !isOpen) opened += intervalMinutes / 60;
    if (has !== 1 && isOpen) closed += intervalMinutes / 60;
  });
  return { opened, closed };
}

const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

function isWithin(spans: WeekHours[number], minute: number): boolean {
  return spans.some(([from, to]) => minuteOf(from) <= minute && minute < minuteOf(to));
}

/** First and last day of the series, `YYYY-MM-DD`. */
export function seriesDays({ first, last }: SeriesFacts): { readonly from: string; readonly to: string } {
  const day = (start: number | null) => formatDate(Math.floor((start ?? 0) / MINUTES_PER_DAY));
  return { from: day(first), to: day(last) };
}

/** Contacts of the last days with any row, ascending; null where a part of the day is unknown. O(their intervals). */
export function dailyTotals(
  { starts, values, known }: SeriesColumns,
  most: number,
): { readonly date: string; readonly contacts: number | null }[] {
  const days: { day: number; contacts: number | null }[] = [];
  for (let i = starts.length - 1; i >= 0; i--) {
    const day = Math.floor((starts[i] ?? 0) / MINUTES_PER_DAY);
    let last = days.at(-1);
    if (last?.day !== day) {
      if (days.length === most) break;
      last = { day, contacts: 0 };
      days.push(last);
    }
    last.contacts = known[i] === 1 && last.contacts !== null ? last.contacts + (values[i] ?? 0) : null;
  }
  return days.toReversed().map(({ day, contacts }) => ({ date: formatDate(day), contacts }));
}

/** Minutes from Monday 00:00; minute 0 of 1970 was a Thursday's. */
function weekSlot(start: number): number {
  const week = 7 * MINUTES_PER_DAY;
  return (((start + 3 * MINUTES_PER_DAY) % week) + week) % week;
}

/** 1 for every minute of the week, from Monday 00:00, at which an interval ever starts. */
function openSlots({ starts }: SeriesColumns): Uint8Array {
  const slots = new Uint8Array(7 * MINUTES_PER_DAY);
  for (const start of starts) slots[weekSlot(start)] = 1;
  return slots;
}
