import { describe, expect, it } from 'vitest';
import { dayFactorNodes, dayFactorQuantile } from '../../src/scenario/day-factor.ts';

describe('day factor', () => {
  it.each([
    // Gamma(25, 1/25) (cv 0.2): chi-squared tables with 50 degrees of freedom / 50
    // (A&S table 26.8: 67.5048 at 95 %, 34.7643 at 5 %, 63.1671 at 90 %).
    [0.95, 67.5048 / 50],
    [0.05, 34.7643 / 50],
    [0.9, 63.1671 / 50],
  ])('has the gamma quantile at %f', (p, expected) => {
    expect(Math.abs(dayFactorQuantile(0.2, p) / expected - 1)).toBeLessThan(2e-6);
  });

  it('has nodes of mean 1 and the coefficient of variation asked for', () => {
    const nodes = dayFactorNodes(0.15, 5);
    const mean = nodes.reduce((a, b) => a + b, 0) / 5;
    expect(mean).toBeCloseTo(1, 12);
    expect(Math.sqrt(nodes.reduce((sum, x) => sum + (x - 1) ** 2, 0) / 5)).toBeCloseTo(0.15, 12);
  });

  it('is 1 on a day that never swings', () => {
    expect(dayFactorNodes(0, 5)).toEqual([1]);
    expect(dayFactorQuantile(0, 0.99)).toBe(1);
  });
});
