/** Every family of durations against its own moments, and against quantiles worked out by hand. */
import { describe, expect, it } from 'vitest';
import { createStream, replicationState } from '../../src/random/streams.ts';
import type { Distribution } from '../../src/simulation/model.ts';
import { createSampler } from '../../src/simulation/sampler.ts';

const MEAN = 240;

describe('a family of durations', () => {
  // Mean and coefficient of variation: the parameters themselves, or the textbook formula of the family.
  it.each<[Distribution, number]>([
    [{ kind: 'constant', value: MEAN }, 0],
    [{ kind: 'exponential', mean: MEAN }, 1],
    [{ kind: 'lognormal', mean: MEAN, cv: 0.8 }, 0.8],
    [{ kind: 'gamma', mean: MEAN, cv: 0.6 }, 0.6],
    // Shape 2, the Rayleigh distribution: cv² = 4/π − 1.
    [{ kind: 'weibull', mean: MEAN, shape: 2 }, Math.sqrt(4 / Math.PI - 1)],
    // 0.5 × 120 + 0.5 × 360; E[S²] = 120² + 360², cv² = 144000 / 57600 − 1.
    [{ kind: 'hyperexponential', branches: [{ share: 0.5, mean: 120 }, { share: 0.5, mean: 360 }] }, Math.sqrt(1.5)], // prettier-ignore
    // 100, 200 and 420 s: squares 10000, 40000, 176400; variance 75466.7 − 57600.
    [{ kind: 'empirical', values: [420, 100, 200] }, Math.sqrt(226_400 / 3 - MEAN * MEAN) / MEAN],
  ])('%j', { tags: 'slow' }, (distribution, cv) => {
    const sampler = createSampler(distribution);
    expect(sampler.mean).toBeCloseTo(MEAN, 9);
    // By the uniform number of one customer: the midpoints of 100,000 equal slices.
    const n = 100_000;
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const value = sampler.at((i + 0.5) / n);
      sum += value;
      squares += value * value;
    }
    expect(Math.abs(sum / n / MEAN - 1)).toBeLessThan(2e-4);
    expect(Math.abs(Math.sqrt(Math.max(0, squares / n / (sum / n) ** 2 - 1)) - cv)).toBeLessThan(0.005);
    // By a stream, in blocks: within 4 standard errors.
    const out = new Float64Array(n);
    sampler.fill(createStream(replicationState(1, 0), 3), out, n);
    const mean = out.reduce((total, value) => total + value, 0) / n;
    expect(Math.abs(mean - MEAN)).toBeLessThanOrEqual((4 * cv * MEAN) / Math.sqrt(n));
  });
});

describe('a hazard in pieces', () => {
  // 60 an hour for 30 s, nothing until 90 s, then 6 an hour for ever.
  const sampler = createSampler({
    kind: 'hazard',
    pieces: [
      { from: 0, perHour: 60 },
      { from: 30, perHour: 0 },
      { from: 90, perHour: 6 },
    ],
  });

  it('gives up where the cumulated hazard says', () => {
    // exp(−60 · 12 / 3600) are left after 12 s; exp(−0.5) from 30 to 90 s; then 6 / 3600 a second.
    expect(sampler.at(Math.exp(-0.2))).toBeCloseTo(12, 9);
    expect(sampler.at(Math.exp(-0.499))).toBeLessThan(30);
    expect(sampler.at(Math.exp(-0.501))).toBeGreaterThan(90);
    expect(sampler.at(Math.exp(-1.5))).toBeCloseTo(90 + 600, 9);
  });

  it('never gives up where the hazard ends', () => {
    const first = createSampler({ kind: 'hazard', pieces: [{ from: 0, perHour: 60 }, { from: 30, perHour: 0 }] }); // prettier-ignore
    expect(first.at(Math.exp(-0.49))).toBeCloseTo(29.4, 9);
    expect(first.at(Math.exp(-0.51))).toBe(Infinity);
  });
});
