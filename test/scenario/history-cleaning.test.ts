import { describe, expect, it } from 'vitest';
import { seriesFrom, type Series } from '../../src/forecast/series.ts';
import { formatStart, parseDate } from '../../src/numeric/civil-date.ts';
import {
  carriedDecisions,
  cleanedSeries,
  decisionKey,
  historyFindings,
} from '../../src/scenario/history-cleaning.ts';
import type { CleaningDecision } from '../../src/scenario/schema-demand.ts';

const MONDAY = parseDate('2026-01-05') ?? 0;

/** Ten weeks of hours from 8 to 18, 20 to 29 contacts each; rows may be left out or changed. */
function history(change: (day: number, hour: number, value: number) => number | null | undefined): Series {
  const starts: string[] = [];
  const values: (number | null)[] = [];
  for (let day = 0; day < 70; day++)
    for (let hour = 8; hour < 18; hour++) {
      const value = change(day, hour, 20 + ((day * 7 + hour * 3) % 10));
      if (value === undefined) continue;
      starts.push(formatStart(MONDAY + day, hour * 60));
      values.push(value);
    }
  const read = seriesFrom({ intervalMinutes: 60, starts, values });
  if (!read.ok) throw new Error('the history of the test cannot be read');
  return read.series;
}
const at = (series: Series, day: number, hour: number) => series.values[day * 24 + hour];
const decision = (kind: CleaningDecision['kind'], start: string, end: string, accepted: boolean) => ({
  kind,
  start,
  end,
  accepted,
});

describe('historyFindings', () => {
  it('finds nothing to decide in a regular history but its closed hours', () => {
    const kinds = historyFindings(history((_day, _hour, value) => value)).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['closedHours']));
    expect(kinds).toHaveLength(14);
  });

  it('finds a gap, an outlier day and a silence where they are', () => {
    const found = historyFindings(
      history((day, hour, value) => {
        if (day === 30 && hour >= 10 && hour < 13) return undefined;
        if (day === 36) return value * 4;
        if (day === 44 && hour >= 9 && hour < 14) return 0;
        return value;
      }),
    );
    const spans = found.filter(({ kind }) => kind !== 'closedHours').map((each) => decisionKey(each));
    expect(spans).toEqual([
      'gap 2026-02-04T10:00 2026-02-04T13:00',
      'outlierDay 2026-02-10T00:00 2026-02-11T00:00',
      'partialDay 2026-02-18T09:00 2026-02-18T14:00',
    ]);
  });

  it('finds that the level went up for good', () => {
    const found = historyFindings(history((day, _hour, value) => (day >= 35 ? value * 2 : value)));
    const shift = found.find(({ kind }) => kind === 'levelShift');
    expect(shift?.start).toBe('2026-02-09T00:00');
    expect(shift?.ratio).toBeCloseTo(2, 1);
  });
});

describe('cleanedSeries', () => {
  const series = history((day, hour, value) => (day === 30 && hour === 10 ? undefined : value));

  it('changes nothing without a decision, nor with a rejected outlier', () => {
    expect(cleanedSeries(series, []).values).toEqual(series.values);
    const kept = decision('outlierDay', '2026-01-05T00:00', '2026-01-06T00:00', false);
    expect(cleanedSeries(series, [kept]).values).toEqual(series.values);
  });

  it('makes unknown what is left out, and leaves the original alone', () => {
    const out = decision('outlierDay', '2026-01-05T00:00', '2026-01-06T00:00', true);
    expect(at(cleanedSeries(series, [out]), 0, 9)).toBeNaN();
    expect(at(series, 0, 9)).toBe(27);
  });

  it('takes a gap for zero contacts only when told', () => {
    const gap = (accepted: boolean) => decision('gap', '2026-02-04T10:00', '2026-02-04T11:00', accepted);
    expect(at(cleanedSeries(series, [gap(true)]), 30, 10)).toBeNaN();
    expect(at(cleanedSeries(series, [gap(false)]), 30, 10)).toBe(0);
  });

  it('opens hours on every such weekday', () => {
    const open = cleanedSeries(series, [
      decision('closedHours', '2026-01-06T18:00', '2026-01-07T00:00', false),
    ]);
    expect([at(open, 1, 18), at(open, 8, 23), at(open, 2, 18)]).toEqual([0, 0, Number.NaN]);
    expect(open.closed[24 + 18]).toBe(0);
  });

  it('brings what lies before a shift to the new level', () => {
    const shift = { ...decision('levelShift', '2026-01-12T00:00', '2026-03-16T00:00', true), ratio: 2 };
    const level = cleanedSeries(series, [shift]);
    expect([at(level, 6, 9), at(level, 7, 9)]).toEqual([2 * (at(series, 6, 9) ?? 0), at(series, 7, 9)]);
  });
});

describe('decisions about an earlier history', () => {
  const wild = (day: number, _: number, value: number) => (day === 40 ? value * 20 : value);
  const found = historyFindings(history(wild));
  const decided = found.map(({ kind, start, end, ratio }) => ({
    ...decision(kind, start, end, true),
    ...(ratio === undefined ? {} : { ratio }),
  }));

  it('all hold where the same history comes again', () => {
    expect(decided.map(({ kind }) => kind)).toContain('outlierDay');
    expect(carriedDecisions(history(wild), decided)).toEqual(decided);
  });

  it('are left out where nothing such is found', () => {
    const kinds = carriedDecisions(
      history((_, __, value) => value),
      decided,
    ).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['closedHours']));
  });

  it('find the closed hours of a weekday in a history that begins later', () => {
    const later = history((day, hour, value) => (day < 9 ? undefined : wild(day, hour, value)));
    const closed = carriedDecisions(later, decided).filter(({ kind }) => kind === 'closedHours');
    expect(closed).toHaveLength(decided.filter(({ kind }) => kind === 'closedHours').length);
    // it begins on Wednesday 14 January, and its first Monday is the 19th
    expect(closed.map(({ start }) => start)).toContain('2026-01-19T00:00');
  });
});
