import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { formatDate } from '../../src/numeric/civil-date.ts';
import { forecastRestOfDay, type WithinDayForecast } from '../../src/forecast/within-day.ts';
import { FIRST_DAY, madeHistory, seriesOf } from './generated.ts';

/** Half of each day's swing is a factor of the whole day: 20 % from day to day. */
const series = seriesOf(madeHistory({ days: 64, intervalMinutes: 60, level: 1000, seed: 11, cv: 0.2 }));
const SLOTS = series.slotsPerDay;
const today = { date: formatDate(FIRST_DAY + 63), quantiles: [0.1, 0.5, 0.9] };

function restAfter(observed: readonly (number | null)[]): WithinDayForecast {
  const outcome = forecastRestOfDay(series, { ...today, observed });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.forecast;
}

const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const plan = restAfter([]);
/** Midnight to noon, the four open hours at `factor` times the plan. */
const morning = (factor: number) =>
  Array.from({ length: 12 }, (_, slot) =>
    slot < 8 ? null : Math.round((plan.mean[slot - 8] ?? 0) * factor),
  );

describe('within-day update', () => {
  it('leaves the plan alone before anything is seen', () => {
    expect(plan.starts[0]).toBe(`${today.date}T08:00`);
    expect(plan.mean).toEqual(plan.meanBefore);
    expect(plan.seenRatio).toBeNull();
  });

  it('believes most of a morning when days swing as a whole', { tags: 'slow' }, () => {
    // day variance 0.2² against Poisson noise 1/350 of the morning: gain near 0.04 / 0.043 = 0.93
    const busy = restAfter(morning(1.3));
    expect(busy.starts[0]).toBe(`${today.date}T12:00`);
    expect(busy.seenRatio).toBeCloseTo(1.3, 1);
    expect(busy.gain).toBeGreaterThan(0.8);
    expect(busy.gain).toBeLessThan(1.05);
    expect(total(busy.mean)).toBeGreaterThan(1.2 * total(busy.meanBefore));
    expect(total(restAfter(morning(0.7)).mean)).toBeLessThan(0.8 * total(busy.meanBefore));
  });

  it('narrows the band of the rest of the day', () => {
    const evening = plan.rest.quantiles;
    const noon = restAfter(morning(1)).rest;
    const width = (law: readonly number[]) => ((law[2] ?? 0) - (law[0] ?? 0)) / (law[1] ?? 1);
    expect(width(noon.quantiles)).toBeLessThan(0.7 * width(evening));
  });

  it('forecasts the rest of the days seen better than the plan', { tags: 'slow' }, () => {
    let [before, after] = [0, 0];
    for (let day = 57; day < 64; day++) {
      const observed = Array.from(series.values.subarray(day * SLOTS, day * SLOTS + 12), (value) =>
        Number.isNaN(value) ? null : value,
      );
      const outcome = forecastRestOfDay(series, {
        date: formatDate(FIRST_DAY + day),
        observed,
        quantiles: [0.5],
        model: 'profile',
      });
      if (!outcome.ok) throw new Error(outcome.refusal.code);
      outcome.forecast.mean.forEach((mean, i) => {
        const actual = series.values[day * SLOTS + 12 + i] ?? 0;
        before += Math.abs((outcome.forecast.meanBefore[i] ?? 0) - actual);
        after += Math.abs(mean - actual);
      });
    }
    expect(after).toBeLessThan(0.8 * before);
  });

  it('says what the same update was worth on the past days', () => {
    const { worth } = restAfter(morning(1));
    // 64 days, a first origin on the 28th, and the plan of a week before from there
    expect(worth?.days).toBe(29);
    if (worth === null) throw new Error('no past');
    // days swing as a whole: the morning takes off most of 20 %, chance stays
    expect(worth.updated).toBeLessThan(0.6 * worth.evening);
    expect(worth.evening).toBeLessThan(1.2 * worth.weekBefore);
    expect(worth.evening).not.toBe(worth.weekBefore);
    expect(worth.updated).toBeGreaterThan(0.02);
    // before the doors open nothing is known, and nothing is gained
    expect(plan.worth?.updated).toBe(plan.worth?.evening);
    const young = forecastRestOfDay(series, { ...today, date: formatDate(FIRST_DAY + 10), observed: [] });
    expect(young.ok && young.forecast.worth).toBeNull();
  });

  it('takes the errors of the rest of the past days, interval by interval', () => {
    const { worth } = restAfter(morning(1));
    let [missed, came] = [0, 0];
    for (let day = 34; day < 63; day++) {
      const at = day * SLOTS;
      for (let s = 12; s < SLOTS; s++) {
        const found = [7, 14, 21, 28].map((ago) => series.values[at - ago * SLOTS + s] ?? Number.NaN);
        const actual = series.values[at + s] ?? Number.NaN;
        if (Number.isNaN(actual)) continue;
        missed += Math.abs(total(found) / 4 - actual);
        came += actual;
      }
    }
    expect(worth?.meanOfFour).toBeCloseTo(missed / came, 9);
  });

  it('still believes mornings after one that was false', () => {
    const gainWith = (factor: number) => {
      const made = madeHistory({ days: 92, intervalMinutes: 60, level: 1000, seed: 1, cv: 0.2 });
      // twelve open hours a day: the first four of the 81st
      const values = made.values.map((value, i) =>
        value !== null && i >= 80 * 12 && i < 80 * 12 + 4 ? Math.round(factor * value) : value,
      );
      const days = seriesOf({ ...made, values });
      const observed = Array.from(days.values.subarray(91 * SLOTS, 91 * SLOTS + 12), (value) =>
        Number.isNaN(value) ? null : value,
      );
      const outcome = forecastRestOfDay(days, {
        date: formatDate(FIRST_DAY + 91),
        observed,
        quantiles: [0.5],
      });
      return outcome.ok ? outcome.forecast.gain : Number.NaN;
    };
    expect(gainWith(1)).toBeGreaterThan(0.7);
    expect(gainWith(4)).toBeGreaterThan(0.5 * gainWith(1));
  });

  it('refuses a day that is longer than a day, and contacts below zero', () => {
    expect(() => forecastRestOfDay(series, { ...today, observed: Array(25).fill(1) })).toThrow(DomainError);
    expect(() => forecastRestOfDay(series, { ...today, observed: [-1] })).toThrow(DomainError);
  });
});
