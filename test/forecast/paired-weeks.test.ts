import { describe, expect, it } from 'vitest';
import { formatStart } from '../../src/numeric/civil-date.ts';
import { dayFacts } from '../../src/forecast/day-facts.ts';
import { believedScores, believedSwing, type Believed } from '../../src/forecast/paired-weeks.ts';
import type { History } from '../../src/forecast/series.ts';
import { FIRST_DAY, madeHistory, seriesOf } from './generated.ts';

function believed(history: History, end?: number): Believed {
  const series = seriesOf(history);
  return believedSwing(series, dayFacts(series, series.days), end ?? series.days);
}
const daily = (values: readonly (number | null)[], specialDays: History['specialDays'] = []): History => ({
  intervalMinutes: 1440,
  starts: values.map((_, day) => formatStart(FIRST_DAY + day, 0)),
  values,
  specialDays,
});
const week = [1000, 2000, 500, 800, 900, 300, 100];

describe('the swing believed of days that no model has forecast yet', () => {
  it('is the stated one before two days of one weekday are known', () => {
    expect(believed(daily(week))).toEqual({ factorCv: 0.2, factors: [] });
    expect(believed(daily(Array<number>(14).fill(0))).factorCv).toBe(0.2);
    expect(believedScores(believed(daily(week)), 1000, 2)(1.2816)).toBeCloseTo(0.9, 4);
  });

  it('is the posterior of the factor', () => {
    // by a sum of 400,001 steps over eight deviations of the prior to each side, in NumPy
    expect(believed(daily([...week, 1300])).factorCv).toBeCloseTo(0.30958, 3);
    expect(believed(daily([...week, 1010, 1900, 520, 790, 930, 310, 90])).factorCv).toBeCloseTo(0.048133, 3);
  });

  it('nears the swing of days that are many', () => {
    for (const cv of [0.03, 0.1, 0.25]) {
      const history = madeHistory({ days: 371, intervalMinutes: 1440, level: 20_000, seed: 5, cv });
      // the mean of two days carries half of a day's variance
      expect(believed(history).factorCv / (cv * Math.sqrt(1.5))).toBeCloseTo(1, 0);
      expect(Math.abs(believed(history).factorCv / (cv * Math.sqrt(1.5)) - 1)).toBeLessThan(0.12);
    }
  });

  it('is next to chance where only chance moves the days, and is not ruled by one of them', () => {
    const chance = madeHistory({ days: 56, intervalMinutes: 60, level: 900, seed: 3, cv: 0 });
    expect(believed(chance).factorCv).toBeLessThan(0.04);
    const calm = madeHistory({ days: 28, intervalMinutes: 1440, level: 20_000, seed: 6, cv: 0.05 });
    const usual = believed(calm).factorCv;
    const broken = believed({ ...calm, values: calm.values.map((x, day) => (day === 24 ? 0 : x)) });
    expect(broken.factorCv).toBeLessThan(2 * usual);
  });

  it('leaves marked days, unknown ones and those to come aside', () => {
    const date = '2025-03-11';
    const odd = [...week, 1010, 10, 520, 790, 930, 310, 90];
    const even = [...week, 1010, null, 520, 790, 930, 310, 90];
    expect(believed(daily(odd, [{ date, label: 'fair' }]))).toEqual(believed(daily(even)));
    expect(believed(daily([...week, 1300, 10, 10]), 8)).toEqual(believed(daily([...week, 1300])));
  });

  it('gives scores heavy tails where counts are large, and normal ones where chance rules', () => {
    const swing = believed(daily([...week, 1010, 1900, 520, 790, 930, 310, 90]));
    const large = believedScores(swing, 1e6, 1);
    expect(large(0)).toBeCloseTo(0.5, 12);
    // of the same variance: less beyond one deviation, more beyond three
    expect(1 - large(1)).toBeLessThan(0.1587);
    expect(1 - large(3)).toBeGreaterThan(2 * 0.00135);
    expect(believedScores(swing, 0.01, 1)(1.2816)).toBeCloseTo(0.9, 3);
  });
});
