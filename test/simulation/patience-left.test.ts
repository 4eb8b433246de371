/** Patience of who waits already: the law of durations above so many seconds, against closed forms. */
import { describe, expect, it } from 'vitest';
import { above } from '../../src/simulation/patience-left.ts';
import { createSampler } from '../../src/simulation/sampler.ts';

/** Shares of a fine even grid of uniform numbers with a duration above `time`. */
function shareAbove(distribution: Parameters<typeof createSampler>[0], least: number, time: number): number {
  const sampler = createSampler(distribution);
  const count = 4000;
  let longer = 0;
  for (let k = 0; k < count; k++) {
    const duration = above(sampler, least, (k + 0.5) / count);
    expect(duration).toBeGreaterThanOrEqual(least);
    if (duration > time) longer++;
  }
  return longer / count;
}

describe('patience of who has waited already', () => {
  it('begins anew where it is exponential', () => {
    const sampler = createSampler({ kind: 'exponential', mean: 120 });
    for (const uniform of [0.01, 0.3, 0.9])
      expect(above(sampler, 100, uniform)).toBeCloseTo(100 + sampler.at(uniform), 9);
    // Forty times the mean, which next to nobody waits.
    expect(above(sampler, 4800, 0.5) - 4800).toBeCloseTo(120 * Math.LN2, 6);
  });

  it('is that of the branch that lasts, where it mixes two', () => {
    const branches = [
      { share: 0.6, mean: 30 },
      { share: 0.4, mean: 200 },
    ];
    const left = (time: number): number =>
      branches.reduce((sum, { share, mean }) => sum + share * Math.exp(-time / mean), 0);
    for (const time of [100, 150, 400])
      expect(shareAbove({ kind: 'hyperexponential', branches }, 90, time)).toBeCloseTo(
        left(time) / left(90),
        3,
      );
  });

  it('falls faster or slower the longer somebody waits', () => {
    // Weibull of shape 2 and mean 100: scale 100 / Γ(1.5) = 112.8379167, share above t exp(−(t / scale)²).
    const left = (time: number): number => Math.exp(-((time / 112.8379167) ** 2));
    for (const time of [90, 120])
      expect(shareAbove({ kind: 'weibull', mean: 100, shape: 2 }, 80, time)).toBeCloseTo(
        left(time) / left(80),
        3,
      );
    // One give-up an hour until 60 s, then sixty: e^(−1) of those left after a minute more.
    const pieces = [
      { from: 0, perHour: 1 },
      { from: 60, perHour: 60 },
    ];
    expect(shareAbove({ kind: 'hazard', pieces }, 60, 120)).toBeCloseTo(Math.exp(-1), 3);
    // The median of a lognormal is mean / √(1 + cv²): half are above it, and of them half above the upper quartile,
    // e^(0.6744897502 σ) times the median, with σ² = ln 2 at cv 1.
    const median = 100 / Math.SQRT2;
    const quartile = median * Math.exp(0.6744897502 * Math.sqrt(Math.LN2));
    expect(shareAbove({ kind: 'lognormal', mean: 100, cv: 1 }, median, quartile)).toBeCloseTo(0.5, 3);
  });

  it('ends at once where nobody is so patient', () => {
    expect(above(createSampler({ kind: 'constant', value: 50 }), 80, 0.4)).toBe(80);
    expect(above(createSampler({ kind: 'constant', value: 90 }), 80, 0.4)).toBe(90);
  });
});
