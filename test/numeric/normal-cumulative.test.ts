import { describe, expect, it } from 'vitest';
import { normalCumulative } from '../../src/numeric/normal-cumulative.ts';
import { normalQuantile } from '../../src/numeric/normal-quantile.ts';

describe('normalCumulative', () => {
  it.each([
    // Abramowitz & Stegun (1964), table 26.1; the tails from table 26.2 (−log10 of the upper tail).
    [0, 0.5],
    [0.5, 0.691462461274013],
    [1, 0.841344746068543],
    [2, 0.977249868051821],
    [-3, 0.00134989803163009],
    [-5, 2.86651571879194e-7],
  ])('matches the tables at %f', (x, expected) => {
    expect(Math.abs(normalCumulative(x) / expected - 1)).toBeLessThan(1e-12);
  });

  it('keeps its relative precision in the tail', () => {
    // Φ(−10) = 7.61985302416052e-24, A&S table 26.2: −log10 Q(10) = 23.11805
    expect(-Math.log10(normalCumulative(-10))).toBeCloseTo(23.11805, 5);
  });

  it('is the inverse of the quantile', () => {
    for (const p of [0.001, 0.025, 0.2, 0.5, 0.9, 0.999]) {
      expect(normalCumulative(normalQuantile(p))).toBeCloseTo(p, 13);
    }
  });
});
