/** Imported series on their way to a forecast: added up per channel, measured, turned into the engine's grid. */
import { seriesFrom, type SeriesOutcome } from '../forecast/series.ts';
import type { SeriesColumns } from '../history/report.ts';
import { toSeries } from '../history/series.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { formatDate } from '../numeric/civil-date.ts';
import { formatClock } from './civil.ts';
import type { WeekHours } from './schema.ts';

/**
 * Several series of one interval as one: their sum where every one of them is known.
 *
 * A series that never has a weekday and time is closed then and adds nothing; any other interval it
 * lacks is unknown, and so is the sum. O(total intervals).
 */
export function addedSeries(name: string, list: readonly SeriesColumns[]): SeriesColumns {
  const [only] = list;
  if (list.length === 1 && only !== undefined) return { ...only, channel: name };
  const intervalMinutes = only?.intervalMinutes ?? MINUTES_PER_DAY;
  const starts = Int32Array.from(new Set(list.flatMap((series) => [...series.starts]))).sort();
  const at = new Map([...starts].map((start, index) => [start, index]));
  const values = new Float64Array(starts.length);
  const missing = new Uint8Array(starts.length);
  const withHandleTime = list.every((series) => series.handled !== undefined);
  const handleSeconds = new Float64Array(starts.length);
  const handled = new Float64Array(starts.length);
  for (const series of list) {
    const seen = new Uint8Array(starts.length);
    const everOpen = openSlots(series);
    series.starts.forEach((start, i) => {
      const index = at.get(start) ?? 0;
      seen[index] = 1;
      values[index] = (values[index] ?? 0) + (series.values[i] ?? 0);
      if (series.known[i] !== 1) missing[index] = 1;
      handleSeconds[index] = (handleSeconds[index] ?? 0) + (series.handleSeconds?.[i] ?? 0);
      handled[index] = (handled[index] ?? 0) + (series.handled?.[i] ?? 0);
    });
    starts.forEach((start, index) => {
      if (seen[index] !== 1 && everOpen[weekSlot(start)] === 1) missing[index] = 1;
    });
  }
  return {
    channel: name,
    intervalMinutes,
    starts,
    values,
    known: missing.map((flag) => 1 - flag),
    ...(withHandleTime ? { handleSeconds, handled } : {}),
  };
}

/** The series as the forecast engine wants it. O(intervals); builds a text per start, so not on the page. */
export function forecastSeries(columns: SeriesColumns): SeriesOutcome {
  const { intervalMinutes, starts, values } = toSeries(columns);
  return seriesFrom({ intervalMinutes, starts, values });
}

/** Weekday and times at which the series ever has an interval, as opening hours. Daily series: null. */
export function openingHours(columns: SeriesColumns): WeekHours | null {
  const { intervalMinutes } = columns;
  if (intervalMinutes >= MINUTES_PER_DAY) return null;
  const open = openSlots(columns);
  return Array.from({ length: 7 }, (_, weekday) => {
    const spans: [string, string][] = [];
    for (let minute = 0; minute < MINUTES_PER_DAY; minute += intervalMinutes) {
      if (open[weekday * MINUTES_PER_DAY + minute] !== 1) continue;
      const last = spans.at(-1);
      const end = formatClock(minute + intervalMinutes);
      if (last?.[1] === formatClock(minute)) last[1] = end;
      else spans.push([formatClock(minute), end]);
    }
    return spans;
  });
}

/** First and last day of the series, `YYYY-MM-DD`. */
export function seriesDays({ starts }: SeriesColumns): { readonly from: string; readonly to: string } {
  const day = (start: number | undefined) => formatDate(Math.floor((start ?? 0) / MINUTES_PER_DAY));
  return { from: day(starts[0]), to: day(starts.at(-1)) };
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
export function weekSlot(start: number): number {
  const week = 7 * MINUTES_PER_DAY;
  return (((start + 3 * MINUTES_PER_DAY) % week) + week) % week;
}

/** 1 for every minute of the week, from Monday 00:00, at which an interval ever starts. */
function openSlots({ starts }: SeriesColumns): Uint8Array {
  const slots = new Uint8Array(7 * MINUTES_PER_DAY);
  for (const start of starts) slots[weekSlot(start)] = 1;
  return slots;
}
