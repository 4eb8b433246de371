import { describe, expect, it } from 'vitest';
import { dayTotals, seasonOf } from '../../src/forecast/season.ts';
import { seriesFrom, type Series } from '../../src/forecast/series.ts';
import { formatDate, formatStart, parseDate, weekdayOf } from '../../src/numeric/civil-date.ts';

const MONDAY = parseDate('2026-01-05') ?? 0;
/** Contacts by weekday and by six-hour slot: closed at night and on Sunday. */
const WEEKDAY = [120, 100, 100, 100, 80, 40, 0];
const SHAPE = [null, 0.25, 0.5, 0.25];

function history(weeks: number, change: (day: number, slot: number, value: number) => number | null): Series {
  const starts: string[] = [];
  const values: (number | null)[] = [];
  for (let d = 0; d < weeks * 7; d++)
    SHAPE.forEach((share, slot) => {
      const total = WEEKDAY[d % 7] ?? 0;
      if (share === null || total === 0) return;
      starts.push(formatStart(MONDAY + d, slot * 360));
      values.push(change(d, slot, total * share));
    });
  const specialDays = [{ date: formatDate(MONDAY + 15), label: 'Bill run' }];
  const read = seriesFrom({ intervalMinutes: 360, starts, values, specialDays });
  if (!read.ok) throw new Error('the history of the test cannot be read');
  return read.series;
}

describe('seasonOf', () => {
  // the marked day, a Tuesday, has three times the contacts, all of them at noon
  const marked = (day: number, slot: number, value: number) => (day === 15 ? (slot === 2 ? 300 : 0) : value);
  const season = seasonOf(history(6, marked));

  it('measures weekdays against the mean day of their week, marked days aside', () => {
    // a week has 540 contacts on six open days: the mean day has 90
    expect(season.weekdays.map(({ weekday }) => weekday)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(season.weekdays[0]?.factor).toBeCloseTo(120 / 90, 9);
    expect(season.weekdays[5]?.factor).toBeCloseTo(40 / 90, 9);
    expect(season.weekdays[1]?.days).toBe(5);
  });

  it('gives the shape of each open weekday', () => {
    expect(season.profiles[0]).toEqual([0, 0.25, 0.5, 0.25]);
    expect(season.profiles[6]).toEqual([]);
  });

  it('follows the level week by week', () => {
    const doubled = seasonOf(history(6, (day, _slot, value) => (day >= 21 ? 2 * value : value)));
    expect(doubled.trend.map(({ perDay }) => perDay)).toEqual([90, 90, 88, 180, 180, 180]);
    expect(doubled.trend[0]?.monday).toBe('2026-01-05');
  });

  it('says what a marked day did, to its total and to its shape', () => {
    expect(season.specials).toEqual([{ label: 'Bill run', days: 1, ratio: 3, profile: [0, 0, 1, 0] }]);
  });

  it('has no total for a day of which too much is unknown', () => {
    const series = history(3, (day, slot, value) => (day === 1 && slot > 1 ? null : value));
    const totals = dayTotals(series);
    expect(totals.slice(0, 3)).toEqual([120, Number.NaN, 100]);
    expect(weekdayOf(MONDAY)).toBe(0);
    expect(totals[6]).toBeNaN();
  });
});
