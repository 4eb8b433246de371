import { describe, expect, it } from 'vitest';
import { gammaProbability, gammaQuantile, gammaShape } from '../../src/numeric/gamma-quantile.ts';
import { normalQuantile } from '../../src/numeric/normal-quantile.ts';

describe('gamma variables that hardly vary', () => {
  const chances = [1e-9, 0.1, 0.5, 0.9, 1 - 1e-9];

  // Cornish & Fisher (1938), to the second order in the skewness 2 / sqrt(shape).
  const expansion = (shape: number, z: number) =>
    1 + z / Math.sqrt(shape) + (z * z - 1) / (3 * shape) + (z ** 3 - 7 * z) / (36 * shape ** 1.5);

  it.each([0.9e8, 1.1e8, 1e12, 1e16])('have the quantiles of the expansion, shape %d', (shape) => {
    for (const p of chances)
      expect(gammaQuantile(shape, p) / shape).toBeCloseTo(expansion(shape, normalQuantile(p)), 10);
  });

  it('have a chance that is the inverse', () => {
    for (const shape of [1.1e8, 1e12])
      for (const p of chances) expect(gammaProbability(shape, gammaQuantile(shape, p))).toBeCloseTo(p, 8);
  });

  it.each([1e-6, 1e-8, 1e-12, 1e-150, 1e-300])('come to an answer near their mean, variation %d', (cv) => {
    const shape = gammaShape(cv);
    for (const p of chances)
      expect(Math.abs(gammaQuantile(shape, p) / shape - 1)).toBeLessThan(7 * cv + 1e-15);
  });
});
