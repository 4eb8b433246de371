import { describe, expect, it } from 'vitest';
import { parseDate } from '../../src/numeric/civil-date.ts';
import { seriesFrom, type History, type Series } from '../../src/forecast/series.ts';

function seriesOf(history: History): Series {
  const outcome = seriesFrom(history);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.series;
}

describe('series', () => {
  it('keeps unknown apart from closed', () => {
    // two weeks of Mondays to Fridays, 09:00 and 10:00, one hour missing once
    const starts: string[] = [];
    for (let day = 2; day <= 13; day++)
      if (![7, 8].includes(day))
        for (const hour of ['09', '10']) starts.push(`2026-03-${String(day).padStart(2, '0')}T${hour}:00`);
    const values = starts.map((start) => (start === '2026-03-04T09:00' ? null : 5));
    const series = seriesOf({ intervalMinutes: 60, starts, values });
    expect(series.days).toBe(12);
    expect(series.firstDay).toBe(parseDate('2026-03-02'));
    const open = Array.from({ length: 7 }, (_, weekday) =>
      Array.from(series.closed.subarray(weekday * 24, weekday * 24 + 24)).flatMap((closed, hour) =>
        closed === 0 ? [hour] : [],
      ),
    );
    expect(open).toEqual([[9, 10], [9, 10], [9, 10], [9, 10], [9, 10], [], []]);
    expect(series.values[2 * 24 + 9]).toBeNaN();
    expect(series.values[2 * 24 + 10]).toBe(5);
  });

  it('adds the repeated hour of an autumn night and says so', () => {
    const series = seriesOf({
      intervalMinutes: 1440,
      starts: ['2026-10-25T00:00', '2026-10-25T00:00'],
      values: [3, 4],
    });
    expect(series.values[0]).toBe(7);
    expect(series.repeatedStarts).toBe(1);
  });

  it('does not close a weekday it is too short to have seen', () => {
    const series = seriesOf({ intervalMinutes: 1440, starts: ['2026-03-02T00:00'], values: [3] });
    expect(Array.from(series.closed)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('names every fault with its place', () => {
    const outcome = seriesFrom({
      intervalMinutes: 30,
      starts: ['2026-02-30T00:00', '2026-02-01T00:10', '2026-02-01T00:30'],
      values: [1, 2, -3],
      specialDays: [{ date: 'soon', label: 'sale' }],
    });
    expect(outcome.ok ? [] : outcome.issues.map(({ path, code }) => `${path} ${code}`)).toEqual([
      '$.starts[0] start',
      '$.starts[1] grid',
      '$.values[2] value',
      '$.specialDays[0].date date',
    ]);
  });
});
