import { describe, expect, it } from 'vitest';
import { forecastInFull } from '../../src/forecast/forecast.ts';
import type { ModelName } from '../../src/forecast/result.ts';
import { scattersLess } from '../../src/forecast/scatter.ts';
import { formatStart } from '../../src/numeric/civil-date.ts';
import { FIRST_DAY, madeHistory } from './generated.ts';

const DAYS = 126;
const daily = (value: (day: number) => number) => ({
  intervalMinutes: 1440,
  starts: Array.from({ length: DAYS }, (_, day) => formatStart(FIRST_DAY + day, 0)),
  values: Array.from({ length: DAYS }, (_, day) => value(day)),
});

function scatterOf(history: ReturnType<typeof madeHistory>, model?: ModelName): number | null {
  const from = formatStart(FIRST_DAY + DAYS, 0).slice(0, 10);
  const options = { from, days: 7, quantiles: [0.5], ...(model === undefined ? {} : { model }) };
  return forecastInFull(history, options).scatter;
}

describe('how much a history scatters', () => {
  it('is the squared miss of the next day over what was expected', () => {
    // 100 and 110 in turns, week by week: last week is always off by 10, and expects 105
    const turns = daily((day) => (Math.floor(day / 7) % 2 === 0 ? 100 : 110));
    expect(scatterOf(turns, 'lastWeek')).toBeCloseTo(100 / 105, 2);
  });

  it('is nothing where every day is the same', () => {
    const scatter = scatterOf(daily(() => 40));
    expect(scatter).toBeLessThan(1e-6);
    expect(scattersLess(scatter)).toBe(true);
  });

  it('is that of chance, or more, where contacts come by chance', () => {
    const made = (cv: number) =>
      scatterOf(madeHistory({ days: DAYS, intervalMinutes: 60, level: 600, cv, seed: 11 })) ?? expect.fail();
    const [even, swinging] = [made(0), made(0.3)];
    // 98 days of 12 hours: a standard error of 0.04; the level is known to a few percent only
    expect(even).toBeGreaterThan(0.9);
    expect(even).toBeLessThan(1.3);
    expect(swinging).toBeGreaterThan(even + 1);
    expect([even, swinging].map((scatter) => scattersLess(scatter))).toEqual([false, false]);
  });

  it('is not told by a few contacts, nor by a few days', () => {
    expect(scatterOf(daily((day) => (day % 10 === 0 ? 1 : 0)))).toBeNull();
    const { starts, values, intervalMinutes } = daily(() => 40);
    const short = { intervalMinutes, starts: starts.slice(-30), values: values.slice(-30) };
    expect(scatterOf(short)).toBeNull();
  });
});
