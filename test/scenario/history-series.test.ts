import { describe, expect, it } from 'vitest';
import { addedFacts, meanHandleTime, seriesFacts } from '../../src/history/series-facts.ts';
import type { SeriesColumns } from '../../src/history/report.ts';
import {
  addedSeries,
  lastDays,
  openingHours,
  seriesDays,
  shareOutside,
} from '../../src/scenario/history-series.ts';

const MONDAY = 4 * 1440; // 1970-01-05

/** Hourly from nine in the morning; null: unknown. */
function hourly(channel: string, day: number, values: readonly (number | null)[]): SeriesColumns {
  return {
    channel,
    intervalMinutes: 60,
    starts: Int32Array.from(values, (_, i) => MONDAY + day * 1440 + (9 + i) * 60),
    values: Float64Array.from(values, (value) => value ?? 0),
    known: Uint8Array.from(values, (value) => (value === null ? 0 : 1)),
  };
}

/** One series after the other. */
function joined(...parts: readonly SeriesColumns[]): SeriesColumns {
  return {
    channel: parts[0]?.channel ?? '',
    intervalMinutes: 60,
    starts: Int32Array.from(parts.flatMap(({ starts }) => [...starts])),
    values: Float64Array.from(parts.flatMap(({ values }) => [...values])),
    known: Uint8Array.from(parts.flatMap(({ known }) => [...known])),
  };
}

describe('series added up', () => {
  it('are known where all of them are, and closed hours add nothing', () => {
    const early = joined(hourly('early', 0, [1, 2]), hourly('early', 7, [3, null]));
    // opens an hour later, and lacks its second Monday's hour
    const late = { ...hourly('late', 0, [10, 20]), starts: Int32Array.of(MONDAY + 600, MONDAY + 660) };
    const sum = addedSeries('both', [early, late]);
    expect([...sum.starts].map((start) => start - MONDAY)).toEqual([540, 600, 660, 10_620, 10_680]);
    expect([...sum.known]).toEqual([1, 1, 1, 1, 0]);
    expect([...sum.values].slice(0, 4)).toEqual([1, 12, 20, 3]);
  });

  it('tell a week’s facts as their sum does', () => {
    const list = [joined(hourly('a', 0, [1, 2]), hourly('a', 1, [5])), hourly('b', 0, [10, null, 4])];
    const sum = addedSeries('a + b', list);
    const facts = addedFacts('a + b', list.map(seriesFacts));
    expect([...facts.weekOpen]).toEqual([...seriesFacts(sum).weekOpen]);
    expect([facts.first, facts.last]).toEqual([sum.starts[0], sum.starts.at(-1)]);
    expect(seriesDays(facts)).toEqual({ from: '1970-01-05', to: '1970-01-06' });
    expect(openingHours(facts)?.slice(0, 3)).toEqual([[['09:00', '12:00']], [['09:00', '10:00']], []]);
    // 10 + 1 at nine, 2 at ten, 4 at eleven on Monday; 5 on Tuesday
    const tenToNoon = [[['10:00', '12:00'] as const], [], [], [], [], [], []];
    expect(shareOutside(facts, tenToNoon)).toBeCloseTo((11 + 5) / 22, 12);
  });

  it('have a mean handle time only when all of them do', () => {
    const timed = {
      ...hourly('a', 0, [4, 4]),
      handleSeconds: Float64Array.of(400, 1200),
      handled: Float64Array.of(4, 4),
    };
    expect(meanHandleTime(seriesFacts(timed))).toBe(200);
    expect(meanHandleTime(addedFacts('', [seriesFacts(timed), seriesFacts(hourly('b', 0, [9]))]))).toBeNull();
  });

  it('end with their last days', () => {
    const series = joined(hourly('a', 0, [1, 2]), hourly('a', 1, [3]), hourly('a', 2, [4]));
    expect([...lastDays(series, MONDAY + 1440).values]).toEqual([3, 4]);
    expect(lastDays(series, MONDAY + 9 * 1440).starts).toHaveLength(0);
  });
});
