import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addScore, scoreCount, scoreOf, scoresAt, valueAt } from '../../src/forecast/law.ts';
import { normalQuantile } from '../../src/numeric/normal-quantile.ts';

const PROBABILITIES = [0.025, 0.1, 0.5, 0.9, 0.975];

describe('law of a count around its forecast', () => {
  it.each([
    // scipy.stats.gamma.ppf(p, k, scale=m/k), k = m² / (dispersion m + cv² m²)
    [100, 2, 0.1, [68.9765, 78.5439, 99.0018, 122.74, 136.694]],
    [20, 1, 0.2, [10.0248, 12.7983, 19.4033, 27.971, 33.3621]],
    [1000, 3, 0.05, [859.9225, 906.2129, 998.1673, 1096.1422, 1150.492]],
    [6, 1, 0.2, [1.9022, 2.8759, 5.5921, 9.6525, 12.4092]],
  ])('has the quantiles of the gamma with mean %s', (mean, dispersion, factorCv, expected) => {
    PROBABILITIES.forEach((p, k) => {
      const value = valueAt(normalQuantile(p), mean, { dispersion, factorCv });
      // the cube root is within half a per cent of the mean for shapes above 3
      expect(Math.abs(value - (expected[k] ?? 0))).toBeLessThan(0.005 * mean);
    });
  });

  it('turns a value into its score and back', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 1e5, noNaN: true }),
        fc.double({ min: 0.2, max: 3, noNaN: true }),
        (mean, ratio) => {
          const spread = { dispersion: 1.5, factorCv: 0.2 };
          const value = mean * ratio;
          expect(valueAt(scoreOf(value, mean, spread), mean, spread) / value).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  it('is normal before any score is known, and follows many', () => {
    scoresAt(scoreCount(), PROBABILITIES, 2).forEach((score, k) =>
      expect(score).toBeCloseTo(normalQuantile(PROBABILITIES[k] ?? 0.5), 2),
    );
    const narrow = scoreCount();
    for (let i = 0; i < 2000; i++) addScore(narrow, 0.5 * normalQuantile((i + 0.5) / 2000), 1);
    scoresAt(narrow, PROBABILITIES, 2).forEach((score, k) =>
      expect(Math.abs(score - 0.5 * normalQuantile(PROBABILITIES[k] ?? 0.5))).toBeLessThan(0.03),
    );
  });
});
