import { describe, expect, it } from 'vitest';
import { carry } from '../../src/forecast/carry.ts';
import { outlierGuard, smoothedLevel } from '../../src/forecast/day-models.ts';
import { dayProfile } from '../../src/forecast/day-profile.ts';
import { specialEffects } from '../../src/forecast/special-effects.ts';
import { madeHistory, scatter, seriesOf } from './generated.ts';

const normal = (random: () => number) => Array.from({ length: 12 }, random).reduce((a, b) => a + b, -6);

describe('carry', () => {
  it('finds the persistence of an AR(1), and forgets white noise', () => {
    // x[t] = 0.7 x[t-1] + e: the best forecast two days ahead is 0.49 x[t]
    const random = scatter(5);
    const [ar, noise] = [carry(), carry()];
    let [state, last] = [0, 0];
    for (let day = 0; day < 3000; day++) {
      state = 0.7 * state + normal(random);
      ar.observe(state, 1);
      last = normal(random);
      noise.observe(last, 1);
    }
    expect(Math.abs(ar.ahead(2) / state - 0.49)).toBeLessThan(0.12);
    expect(Math.abs(noise.ahead(1) / last)).toBeLessThan(0.2);
  });
});

describe('smoothed level', () => {
  it('weighs a day half when its half-life has passed', () => {
    // start 10 for one day, then 20 and 40 with a half-life of one day: (10/4 + 20/2 + 40) / (1/4 + 1/2 + 1)
    const level = smoothedLevel(1, 10, 1);
    level.observe(20, 1);
    level.observe(40, 1);
    expect(level.level()).toBeCloseTo(52.5 / 1.75, 12);
  });
});

describe('outlier guard', () => {
  it('limits one outlier and believes the third in a row', () => {
    const guard = outlierGuard();
    expect(guard(1.1)).toBe(1.1);
    expect(guard(5)).toBeLessThan(1.6);
    expect(guard(1)).toBe(1);
    expect(guard(5)).toBeLessThan(1.8);
    expect(guard(5)).toBeLessThan(2.2);
    expect(guard(5)).toBe(5);
  });
});

describe('special effects', () => {
  it('shrinks a label seen once half-way to the common effect', () => {
    const effects = specialEffects();
    expect(effects.factor('sale')).toBe(1);
    effects.observe('sale', 3);
    // common (3 + 1) / 2 = 2; own (3 + 0.5 · 2) / 1.5
    expect(effects.factor('sale')).toBeCloseTo(4 / 1.5, 12);
    expect(effects.factor('never seen')).toBe(2);
  });
});

describe('day profile', () => {
  const series = seriesOf(madeHistory({ days: 70, intervalMinutes: 60, level: 2000, seed: 9 }));
  const learned = (rows: readonly number[]) => {
    const profile = dayProfile(series, 7);
    for (let day = 0; day < series.days; day++)
      if (rows.includes(day % 7)) profile.observe(day % 7, series.values.subarray(day * 24, day * 24 + 24));
    return profile;
  };
  const shares = new Float64Array(24);

  it('finds the hump it was made with, summing to one and zero where closed', () => {
    learned([0, 1, 2, 3, 4, 5, 6]).shares(2, 2, shares);
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(shares[7]).toBe(0);
    for (let hour = 0; hour < 12; hour++) {
      const made = (2 * Math.sin((Math.PI * (hour + 0.5)) / 12) ** 2) / 12;
      expect(Math.abs((shares[8 + hour] ?? 0) - made)).toBeLessThan(0.01);
    }
  });

  it('lends a weekday never seen the shape of the others', () => {
    learned([0, 1, 2]).shares(6, 6, shares);
    expect(Math.abs((shares[14] ?? 0) - (2 * Math.sin((Math.PI * 6.5) / 12) ** 2) / 12)).toBeLessThan(0.01);
  });

  it('measures Poisson scatter as one', () => {
    expect(Math.abs(learned([0, 1, 2, 3, 4, 5, 6]).dispersion() - 1)).toBeLessThan(0.2);
  });

  it('expects of a day scarcely known the scatter that it then has', () => {
    // three days of one weekday learnt, the fourth met: 350 times
    const long = seriesOf(madeHistory({ days: 1400, intervalMinutes: 60, level: 2000, seed: 10 }));
    const hours = (day: number) => long.values.subarray(day * 24, day * 24 + 24);
    let [met, thought, times] = [0, 0, 0];
    for (let first = 0; first < 1400; first += first % 7 === 6 ? 22 : 1) {
      const profile = dayProfile(long, 7);
      for (const ahead of [0, 7, 14]) profile.observe(first % 7, hours(first + ahead));
      profile.shares(first % 7, first % 7, shares);
      const fourth = hours(first + 21);
      const total = fourth.reduce((sum, count) => sum + (count || 0), 0);
      fourth.forEach((count, s) => (met += ((count || 0) - total * (shares[s] ?? 0)) ** 2 / total));
      thought += profile.dispersion();
      times++;
    }
    expect(times).toBe(350);
    // within three standard errors; shares taken as known would be 25 % too few
    expect(Math.abs(thought / met - 1)).toBeLessThan(0.09);
  });
});
