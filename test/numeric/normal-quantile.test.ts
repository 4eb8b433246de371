import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { normalQuantile } from '../../src/numeric/normal-quantile.ts';

describe('normal quantile', () => {
  it.each([
    // sqrt(2) erfinv(2p - 1), mpmath with 40 digits
    [0.5, 0.0],
    [0.1, -1.2815515655446004],
    [0.025, -1.9599639845400543],
    [0.9, 1.2815515655446004],
    [0.975, 1.9599639845400543],
    [0.001, -3.0902323061678136],
    [1e-10, -6.361340902404057],
    [1e-30, -11.464024688443377],
    [0.9999, 3.7190164854556804],
  ])('of %s is %s', (p, x) => {
    expect(Math.abs(normalQuantile(p) - x)).toBeLessThan(1e-13 * Math.max(1, Math.abs(x)));
  });

  it('has no answer at the ends', () => {
    expect(() => normalQuantile(0)).toThrow(DomainError);
    expect(() => normalQuantile(1)).toThrow(DomainError);
  });
});
