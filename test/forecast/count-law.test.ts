import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askedAt,
  chancesAround,
  contactsAt,
  countsAt as countsInto,
  FEW,
} from '../../src/forecast/count-law.ts';
import { valueAt, type Spread } from '../../src/forecast/law.ts';
import { normalQuantile } from '../../src/numeric/normal-quantile.ts';

const PROBABILITIES = [0.025, 0.1, 0.5, 0.9, 0.975, 0.999];
const spreads = fc.record({
  dispersion: fc.double({ min: 0.5, max: 4, noNaN: true }),
  factorCv: fc.double({ min: 0, max: 1.5, noNaN: true }),
});
const means = fc.double({ min: 1e-6, max: FEW, noNaN: true });

function countsAt(chances: readonly number[], mean: number, spread: Spread): number[] {
  const out: number[] = [];
  countsInto(chances, mean, spread, out);
  return out;
}

describe('law of a small count', () => {
  // scipy 1.17 (poisson and nbinom: ppf, and cdf at 0, 2 and 7) with n = m² / (v − m), p = n / (n + m)
  it.each([
    [0.4, 1, 0, [0, 0, 0, 1, 2, 3], [0.670320046, 0.9920736681, 0.9999999886]],
    [2, 1, 0, [0, 0, 2, 4, 5, 8], [0.1353352832, 0.6766764162, 0.998903281]],
    [9.5, 1, 0, [4, 6, 9, 14, 16, 20], [7.485182989e-5, 0.004163633038, 0.2686631818]],
    [0.05, 2, 1.5, [0, 0, 0, 0, 1, 4], [0.9669463864, 0.9961298108, 0.9999313016]],
    [0.4, 1.3, 0.2, [0, 0, 0, 1, 2, 5], [0.7063877808, 0.9795035929, 0.9999796397]],
    [3, 1.7, 0.25, [0, 0, 3, 6, 9, 14], [0.1167950292, 0.4935961496, 0.9494459625]],
    [7, 1, 0.3, [2, 3, 7, 11, 15, 21], [0.004388943106, 0.067351255, 0.6016919567]],
    [9.9, 2.5, 0.4, [1, 3, 9, 18, 25, 40], [0.01092303846, 0.07949216743, 0.4150454593]],
  ])(
    'of mean %s, dispersion %s and factor %s is negative binomial',
    (mean, dispersion, factorCv, at, upTo) => {
      const spread = { dispersion, factorCv };
      expect(countsAt(PROBABILITIES, mean, spread)).toEqual(at);
      [0, 2, 7].forEach((count, k) =>
        expect(chancesAround(count, mean, spread).upTo).toBeCloseTo(upTo[k] ?? 0, 9),
      );
      expect(chancesAround(3, mean, spread).below).toBeCloseTo(chancesAround(2, mean, spread).upTo, 15);
    },
  );

  it('has the mean and the variance of the gamma, Poisson where that has less than chance', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: FEW, noNaN: true }), spreads, (mean, spread) => {
        let [first, second] = [0, 0];
        for (let count = 1; count < 4000; count++) {
          const { below } = chancesAround(count, mean, spread);
          if (below > 1 - 1e-13) break;
          // E[X] = Σ P(X ≥ x), E[X²] = Σ (2x − 1) P(X ≥ x)
          first += 1 - below;
          second += (2 * count - 1) * (1 - below);
        }
        const variance = Math.max(mean, spread.dispersion * mean + (spread.factorCv * mean) ** 2);
        expect(Math.abs(first / mean - 1)).toBeLessThan(1e-6);
        expect(Math.abs((second - first * first) / variance - 1)).toBeLessThan(1e-6);
      }),
      { numRuns: 25 },
    );
  });

  it('is whole, from 0 up, never less for a higher probability or a greater mean', () => {
    fc.assert(
      fc.property(means, fc.double({ min: 0, max: 1, noNaN: true }), spreads, (mean, part, spread) => {
        const counts = countsAt(PROBABILITIES, mean, spread);
        const fewer = countsAt(PROBABILITIES, mean * part, spread);
        counts.forEach((count, k) => {
          expect(Number.isInteger(count)).toBe(true);
          expect(count).toBeGreaterThanOrEqual(k === 0 ? 0 : (counts[k - 1] ?? 0));
          expect(count).toBeGreaterThanOrEqual(fewer[k] ?? 0);
          // the least count not exceeded with that probability
          const { below, upTo } = chancesAround(count, mean, spread);
          expect(upTo).toBeGreaterThanOrEqual((PROBABILITIES[k] ?? 1) - 1e-12);
          expect(count === 0 || below < (PROBABILITIES[k] ?? 0) + 1e-12).toBe(true);
        });
      }),
    );
  });

  it('takes probabilities in any order, and ends where doubles no longer tell one from 1', () => {
    const spread = { dispersion: 2, factorCv: 0.3 };
    const [middle, high] = countsAt([0.5, 0.9], 4, spread);
    expect(countsAt([0.9, 0.5, 0.9], 4, spread)).toEqual([high, middle, high]);
    expect(countsAt([0, 1], 0, spread)).toEqual([0, 0]);
    const [most = 0] = countsAt([1], 4, spread);
    expect(chancesAround(most, 4, spread).upTo).toBeCloseTo(1, 14);
    expect(most).toBeLessThan(200);
  });

  it('gives way to the gamma by less than one contact', () => {
    const scores = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975].map(normalQuantile);
    for (const dispersion of [1, 1.5, 2, 3])
      for (const factorCv of [0, 0.1, 0.2, 0.4]) {
        const spread = { dispersion, factorCv };
        const small = contactsAt(askedAt(scores), FEW * (1 - 1e-9), spread);
        const large = contactsAt(askedAt(scores), FEW, spread);
        large.forEach((value, k) => {
          expect(value).toBeCloseTo(valueAt(scores[k] ?? 0, FEW, spread), 12);
          expect(Math.abs(value - (small[k] ?? 0))).toBeLessThan(1);
        });
      }
  });

  it('loses less than the gamma to counts that are such', () => {
    // expected pinball loss of q at x: Σ P(n) (q − [n < x]) (n − x)
    const spread = { dispersion: 1.5, factorCv: 0.2 };
    for (const mean of [0.3, 1, 4]) {
      const lossOf = (values: readonly number[]) =>
        PROBABILITIES.reduce((sum, q, k) => {
          const x = values[k] ?? 0;
          for (let n = 0; n < 100; n++) {
            const { below, upTo } = chancesAround(n, mean, spread);
            sum += (upTo - below) * (n >= x ? q * (n - x) : (1 - q) * (x - n));
          }
          return sum;
        }, 0);
      const gamma = PROBABILITIES.map((p) => valueAt(normalQuantile(p), mean, spread));
      expect(lossOf(countsAt(PROBABILITIES, mean, spread))).toBeLessThan(lossOf(gamma));
    }
  });
});
