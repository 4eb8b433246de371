/** When a channel is open, as far as its history tells. */
import { weekdayOf } from '../numeric/civil-date.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { timeText } from './findings.ts';
import type { SeriesColumns } from './report.ts';

/** Seven lists of [from, to) as `HH:MM`, Monday first; `24:00` ends a day. */
export type WeekSpans = readonly (readonly (readonly [string, string])[])[];

/**
 * Spans by weekday in which contacts ever came. A weekday that the history does not reach has no
 * span, like one on which nobody ever called: `reached` tells them apart.
 */
export function openingHours(series: SeriesColumns): {
  readonly spans: WeekSpans;
  readonly reached: readonly boolean[];
} {
  const { used, reached } = usedSlots(series);
  return { spans: spansOf(used, series.intervalMinutes, 1), reached };
}

/** Spans by weekday, of those the history reaches, in which the count is always zero or missing. */
export function closedHours(series: SeriesColumns): WeekSpans {
  const { used, reached } = usedSlots(series);
  return spansOf(used, series.intervalMinutes, 0).map((spans, weekday) =>
    reached[weekday] === true ? spans : [],
  );
}

/** Night, a break and the evening: nobody closes more often in a day. */
const MOST_SPANS_A_DAY = 3;

/** Whether closed spans look like hours rather than like contacts that come too seldom to fill the week. */
export function areHours(closed: WeekSpans): boolean {
  const days = closed.filter((spans) => spans.length > 0);
  return days.flat().length <= MOST_SPANS_A_DAY * days.length;
}

function usedSlots({ starts, values, known, intervalMinutes }: SeriesColumns): {
  used: Uint8Array;
  reached: boolean[];
} {
  const slots = MINUTES_PER_DAY / intervalMinutes;
  const used = new Uint8Array(7 * slots);
  starts.forEach((start, i) => {
    // an unknown count may have been anything: it leaves the interval open
    if (known[i] === 1 && values[i] === 0) return;
    const day = Math.floor(start / MINUTES_PER_DAY);
    used[weekdayOf(day) * slots + Math.floor((start - day * MINUTES_PER_DAY) / intervalMinutes)] = 1;
  });
  const first = Math.floor((starts[0] ?? 0) / MINUTES_PER_DAY);
  const days = starts.length === 0 ? 0 : Math.floor((starts.at(-1) ?? 0) / MINUTES_PER_DAY) - first + 1;
  const reached = Array.from({ length: 7 }, (_, weekday) => (weekday - weekdayOf(first) + 7) % 7 < days);
  return { used, reached };
}

function spansOf(used: Uint8Array, intervalMinutes: number, wanted: 0 | 1): [string, string][][] {
  const slots = MINUTES_PER_DAY / intervalMinutes;
  return Array.from({ length: 7 }, (_, weekday) => {
    const spans: [string, string][] = [];
    const row = used.subarray(weekday * slots, (weekday + 1) * slots);
    for (let slot = 0; slot < slots; slot++) {
      if (row[slot] !== wanted) continue;
      const from = slot;
      while (slot < slots && row[slot] === wanted) slot++;
      spans.push([timeText(from * intervalMinutes), timeText(slot * intervalMinutes)]);
    }
    return spans;
  });
}
