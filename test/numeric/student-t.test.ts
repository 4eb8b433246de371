import { describe, expect, it } from 'vitest';
import { gammaProbability, gammaQuantile } from '../../src/numeric/gamma-quantile.ts';
import { studentHalfWidth } from '../../src/numeric/student-t.ts';

describe('studentHalfWidth', () => {
  // Closed forms: one degree of freedom is a Cauchy, tan(0.475 pi); two: u sqrt(2 / (1 - u^2)) at u = 0.95.
  it('equals the closed forms for one and two degrees of freedom', () => {
    expect(studentHalfWidth(0.95, 1)).toBeCloseTo(Math.tan(0.475 * Math.PI), 8);
    expect(studentHalfWidth(0.95, 2)).toBeCloseTo(0.95 * Math.sqrt(2 / (1 - 0.95 ** 2)), 9);
  });

  // Table of Student's t in Abramowitz & Stegun, 26.10: 2.228 (95 %, 10), 5.841 (99 %, 3).
  it('agrees with the printed table', () => {
    expect(studentHalfWidth(0.95, 10)).toBeCloseTo(2.228, 3);
    expect(studentHalfWidth(0.99, 3)).toBeCloseTo(5.841, 3);
  });

  it('is without bound when nothing is known of the spread', () => {
    expect(studentHalfWidth(0.95, 0)).toBe(Infinity);
  });
});

describe('gammaQuantile', () => {
  it('is an exponential quantile for shape 1', () => {
    expect(gammaQuantile(1, 0.5)).toBeCloseTo(Math.LN2, 13);
  });

  // Chi-square table, 10 degrees of freedom, 95 %: 18.307 (Abramowitz & Stegun, 26.8); shape 5, scale 2.
  it('agrees with the printed chi-square table', () => {
    expect(2 * gammaQuantile(5, 0.95)).toBeCloseTo(18.307, 3);
  });

  it('inverts the distribution function for small and large shapes', () => {
    for (const shape of [0.02, 0.5, 3, 28.7, 1e4])
      for (const p of [1e-5, 0.3, 0.9, 0.9999])
        expect(gammaProbability(shape, gammaQuantile(shape, p)) / p).toBeCloseTo(1, 9);
  });
});
