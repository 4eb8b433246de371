import { describe, expect, it } from 'vitest';
import { addPit, pitDeviation, pitShares, pitSums } from '../../src/forecast/pit.ts';
import { scatter } from './generated.ts';

/** Poisson chances of 0, 1, 2 … */
function poisson(mean: number): number[] {
  const chances = [Math.exp(-mean)];
  for (let x = 1; x < 10 * mean + 30; x++) chances.push(((chances[x - 1] ?? 0) * mean) / x);
  return chances;
}
/** Chances of a negative binomial with shape `r`: a Poisson count whose mean is a gamma. */
function mixed(mean: number, r: number): number[] {
  const chances = [(r / (r + mean)) ** r];
  for (let x = 1; x < 30 * mean + 60; x++)
    chances.push((((chances[x - 1] ?? 0) * (x - 1 + r)) / x) * (mean / (r + mean)));
  return chances;
}
/** The expected histogram: counts with these chances, judged by a law with those. */
function expected(truth: readonly number[], law: readonly number[]): number[] {
  const shares = Array<number>(10).fill(0);
  let below = 0;
  truth.forEach((chance, x) => {
    const upTo = Math.min(1, below + (law[x] ?? 0));
    const one = pitSums();
    addPit(one, below, upTo);
    pitShares(one).forEach((share, part) => (shares[part] = (shares[part] ?? 0) + chance * share));
    below = upTo;
  });
  return shares;
}

describe('PIT of counts', () => {
  it.each([0.1, 0.7, 3, 40])('is exactly flat when the law is right, at a mean of %s', (mean) => {
    // the randomised PIT of a right law is uniform, whatever the law: Czado et al. (2009), section 2.1
    expect(pitDeviation(expected(poisson(mean), poisson(mean)))).toBeLessThan(1e-9);
    expect(pitDeviation(expected(mixed(mean, 2), mixed(mean, 2)))).toBeLessThan(1e-6);
  });

  it('fills the ends for too narrow laws, the middle for too wide ones, and one side for a lean', () => {
    const [narrow, wide, lean] = [
      expected(mixed(3, 2), poisson(3)),
      expected(poisson(3), mixed(3, 2)),
      expected(poisson(4), poisson(3)),
    ];
    expect((narrow[0] ?? 0) + (narrow[9] ?? 0)).toBeGreaterThan(0.3);
    expect((wide[0] ?? 0) + (wide[9] ?? 0)).toBeLessThan(0.15);
    expect(lean[9]).toBeGreaterThan(0.15);
    expect(lean[0]).toBeLessThan(0.08);
  });

  it('gives each draw its part where the law has no steps', () => {
    const random = scatter(5);
    const sums = pitSums();
    for (let i = 0; i < 20_000; i++) {
      const p = random();
      addPit(sums, p, p);
    }
    addPit(sums, 1, 1);
    const shares = pitShares(sums);
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    // five standard errors of a share of 0.1
    expect(pitDeviation(shares)).toBeLessThan(5 * Math.sqrt(0.09 / 20_000));
  });
});
