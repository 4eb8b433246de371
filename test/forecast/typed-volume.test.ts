import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { forecastTyped, weekShape } from '../../src/forecast/typed-volume.ts';
import { madeHistory, seriesOf } from './generated.ts';

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
/** Monday to Friday from 9 to 17, hours alike. */
const shape = Array.from({ length: 168 }, (_, i) => (i < 120 && i % 24 >= 9 && i % 24 < 17 ? 1 : 0));
const volume = { intervalMinutes: 60, contactsPerWeek: 4000, shape };
const options = { from: '2026-03-02', days: 14, quantiles: [0.025, 0.1, 0.9, 0.975] };

describe('a demand without history', () => {
  it('spreads the volume typed over the open hours of each week', () => {
    const { starts, mean, weeks, days } = forecastTyped(volume, options);
    expect(starts).toHaveLength(80);
    expect(starts[0]).toBe('2026-03-02T09:00');
    expect(sum(mean)).toBeCloseTo(8000, 9);
    expect(weeks.map((week) => week.mean)).toEqual([4000, 4000].map((x) => expect.closeTo(x, 9)));
    expect(days).toHaveLength(10);
  });

  it('has the bands of its stated priors, those of a gamma', () => {
    const { quantiles, priors, dayFactorCv, weeks } = forecastTyped(volume, options);
    expect(priors).toEqual({ dayFactorCv: 0.2, levelCv: 0.25, dispersion: 2 });
    expect(dayFactorCv).toBe(0.2);
    // scipy.stats.gamma.ppf: mean 100, variance 2 · 100 + (0.25² + 0.2²) · 100²; the cube root is good to 1 %
    [43.615, 58.579, 146.653, 179.376].forEach((exact, k) =>
      expect(Math.abs((quantiles[0]?.[k] ?? 0) / exact - 1)).toBeLessThan(0.01),
    );
    // five days alike, each with a factor of its own: 0.25² + 0.2² / 5, not 0.25² + 0.2²
    expect(weeks[0]?.factorCv).toBeCloseTo(Math.sqrt(0.0705), 12);
    // scipy.stats.gamma.ppf([0.1, 0.9]): mean 4000, variance 4000 + 0.0705 · 4000²
    const { low = 0, high = 0 } = weeks[0]?.bands[0] ?? {};
    expect(Math.abs(low / 2711.34 - 1)).toBeLessThan(0.01);
    expect(Math.abs(high / 5409.66 - 1)).toBeLessThan(0.01);
  });

  it('knows a week as a whole, and what no forecast can beat', () => {
    const { weeks, poissonFloor } = forecastTyped(volume, options);
    expect(weeks.map(({ from }) => from)).toEqual(['2026-03-02', '2026-03-09']);
    // a Poisson count of mean 100 misses by 10 √(2/π) on average
    expect(poissonFloor).toBeCloseTo(0.0797885, 6);
    // scipy.stats.gamma.ppf: mean 10, variance 10 + 0.2² · 10² / 5, five days that swing on their own
    const few = forecastTyped({ ...volume, contactsPerWeek: 10, levelCv: 0 }, options).weeks[0]?.quantiles;
    expect(Math.abs((few?.[1] ?? 0) / 6.0867 - 1)).toBeLessThan(0.02);
    expect(Math.abs((few?.[2] ?? 0) / 14.3747 - 1)).toBeLessThan(0.02);
  });

  it('is as sure of the volume as it is told', () => {
    const width = (levelCv: number) => {
      const [low = 0, high = 0] =
        forecastTyped({ ...volume, levelCv }, options).weeks[0]?.quantiles.slice(1) ?? [];
      return high - low;
    };
    // its days swing by 0.2 / √5 all the same: √(4000 + 0.008 · 4000²) against √(4000 + 0.0705 · 4000²)
    expect(width(0) / width(0.25)).toBeCloseTo(Math.sqrt((0.25e-3 + 0.008) / (0.25e-3 + 0.0705)), 1);
  });

  it('takes the shape of the week from other channels, each weighing alike', () => {
    const large = seriesOf(madeHistory({ days: 28, intervalMinutes: 60, level: 50_000, seed: 1, cv: 0 }));
    const small = seriesOf(madeHistory({ days: 28, intervalMinutes: 60, level: 500, seed: 2, cv: 0 }));
    const flat = { ...large, values: large.values.map((x) => (Number.isNaN(x) ? x : 100)) };
    const alone = weekShape([small]) ?? [];
    const both = weekShape([flat, small]) ?? [];
    expect(sum(alone)).toBeCloseTo(1, 9);
    // Saturday has half the contacts of an average day in the one and as many in the other
    const saturday = (week: readonly number[]) => sum(week.slice(120, 144));
    expect(saturday(both)).toBeCloseTo((saturday(alone) + 1 / 7) / 2, 9);
    const typed = forecastTyped({ intervalMinutes: 60, contactsPerWeek: 700, shape: both }, options);
    expect(sum(typed.mean)).toBeCloseTo(1400, 9);
    expect(weekShape([])).toBeNull();
    expect(
      weekShape([seriesOf(madeHistory({ days: 3, intervalMinutes: 60, level: 100, seed: 1 }))]),
    ).toBeNull();
  });

  it('refuses what is no volume, and a week that is never open', () => {
    for (const wrong of [
      { contactsPerWeek: -1 },
      { contactsPerWeek: Number.NaN },
      { shape: shape.map(() => 0) },
      { shape: shape.slice(1) },
      { shape: shape.map((x, i) => (i === 0 ? -0.5 : x)) },
      { intervalMinutes: 7 },
      { levelCv: -0.1 },
    ])
      expect(() => forecastTyped({ ...volume, ...wrong }, options)).toThrow(DomainError);
    expect(() => forecastTyped(volume, { ...options, quantiles: [0.9, 0.1] })).toThrow(DomainError);
    const none = forecastTyped({ ...volume, contactsPerWeek: 0 }, options);
    expect(none.quantiles.flat().every((x) => x === 0)).toBe(true);
  });
});
