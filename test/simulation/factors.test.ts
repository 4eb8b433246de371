/** Busy days and busy intervals: mean 1, the spread asked for, alike across classes as asked for. */
import { describe, expect, it } from 'vitest';
import { replicationState } from '../../src/random/streams.ts';
import { compileModel } from '../../src/simulation/compile.ts';
import { drawFactors } from '../../src/simulation/factors.ts';
import type { Arrivals, SimulationModel } from '../../src/simulation/model.ts';

type Swing = Partial<Extract<Arrivals, { readonly kind: 'rates' }>>;

const week = (factorCorrelation: number, ...swings: readonly Swing[]): SimulationModel => ({
  horizon: { intervalSeconds: 900, intervals: 8, dayStarts: [0, 4] },
  factorCorrelation,
  classes: swings.map((swing, i) => ({
    id: `c${i}`,
    arrivals: { kind: 'rates', contactsPerHour: Array.from({ length: 8 }, () => 60), ...swing },
    handleTime: { kind: 'constant', value: 60 },
  })),
  groups: [],
});

/** Factors of each class over replications, one list of 8 per replication. */
function drawn(model: SimulationModel, replications = 1500): number[][][] {
  const compiled = compileModel(model);
  const all = Array.from({ length: replications }, (_, r) => drawFactors(compiled, replicationState(4, r)));
  return model.classes.map((_, c) => all.map((factors) => [...(factors[c] ?? [])]));
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const spread = (values: readonly number[]) => {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
};
const correlation = (a: readonly number[], b: readonly number[]) =>
  mean(a.map((value, i) => (value - mean(a)) * ((b[i] ?? 0) - mean(b)))) / spread(a) / spread(b);
const column = (list: readonly number[][], i: number) => list.map((factors) => factors[i] ?? NaN);

describe('factors on the rates', () => {
  it('hold for a day, and are drawn anew for the next', { tags: 'slow' }, () => {
    const [days = []] = drawn(week(0, { dayFactorCv: 0.3 }));
    for (const factors of days) expect(new Set([factors.slice(0, 4), factors.slice(4)].map((d) => new Set(d).size))).toEqual(new Set([1])); // prettier-ignore
    const [monday, tuesday] = [column(days, 0), column(days, 4)];
    // Standard errors over 1500: mean 0.3 / √1500 = 0.008, spread about 0.007, correlation 0.026.
    expect(Math.abs(mean(monday) - 1)).toBeLessThan(0.032);
    expect(Math.abs(spread(monday) - 0.3)).toBeLessThan(0.03);
    expect(Math.abs(correlation(monday, tuesday))).toBeLessThan(0.104);
  });

  it('are as alike between classes as asked for', { tags: 'slow' }, () => {
    const [a = [], b = [], c = []] = drawn(
      week(0.6, { dayFactorCv: 0.2 }, { dayFactorCv: 0.2 }, { intervalFactorCv: 0.2 }),
    );
    // Gamma with cv 0.2 is nearly a straight line of its normal score: 0.6 within 4 × 0.017 and a hair.
    expect(Math.abs(correlation(column(a, 0), column(b, 0)) - 0.6)).toBeLessThan(0.075);
    // Day and interval factors have nothing to do with each other.
    expect(Math.abs(correlation(column(a, 0), column(c, 0)))).toBeLessThan(0.104);
    const [one = [], same = []] = drawn(week(1, { dayFactorCv: 0.2 }, { dayFactorCv: 0.2 }), 5);
    expect(one).toEqual(same);
  });

  it(
    'hold for a whole replication where the volume may be off, on each class for itself',
    { tags: 'slow' },
    () => {
      const swing = { levelFactorCv: 0.25 };
      const [a = [], b = []] = drawn(week(1, swing, swing));
      for (const factors of a) expect(new Set(factors).size).toBe(1);
      // standard errors over 1500: mean 0.25 / √1500 = 0.0065, spread about 0.005, correlation 0.026
      expect(Math.abs(mean(column(a, 0)) - 1)).toBeLessThan(0.026);
      expect(Math.abs(spread(column(a, 0)) - 0.25)).toBeLessThan(0.022);
      expect(Math.abs(correlation(column(a, 0), column(b, 0)))).toBeLessThan(0.104);
      // on top of the same days: (1 + 0.25²) (1 + 0.2²) − 1, and 0.25² of it shared by two days
      const [days = []] = drawn(week(0, { dayFactorCv: 0.2 }));
      const [both = []] = drawn(week(0, { dayFactorCv: 0.2, ...swing }));
      both.forEach((factors, r) =>
        factors.forEach((factor, i) =>
          expect(factor).toBeCloseTo((days[r]?.[i] ?? 0) * (a[r]?.[0] ?? 0), 12),
        ),
      );
      const total = 1.0625 * 1.04 - 1;
      expect(Math.abs(spread(column(both, 0)) - Math.sqrt(total))).toBeLessThan(0.03);
      expect(Math.abs(correlation(column(both, 0), column(both, 4)) - 0.0625 / total)).toBeLessThan(0.1);
    },
  );

  it('remember the interval before as asked for', { tags: 'slow' }, () => {
    const [list = []] = drawn(week(0, { intervalFactorCv: 0.25, intervalFactorCorrelation: 0.7 }));
    expect(Math.abs(correlation(column(list, 1), column(list, 2)) - 0.7)).toBeLessThan(0.06);
    // Two steps: 0.7².
    expect(Math.abs(correlation(column(list, 1), column(list, 3)) - 0.49)).toBeLessThan(0.09);
    expect(Math.abs(spread(column(list, 3)) - 0.25)).toBeLessThan(0.025);
  });
});
