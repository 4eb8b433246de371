/** Waves and batches set by hand: the fields that stay, and the figures said beside them. */
import { describe, expect, it } from 'vitest';
import {
  aloneShare,
  batchLike,
  waveHalfLife,
  waveRange,
  withBatch,
  withWaves,
} from '../../src/scenario/edit-bunching.ts';
import { issuesOf } from './changed.ts';
import { exampleChannel, exampleScenario } from './example.ts';

const { demand } = exampleChannel();

describe('waves', () => {
  it('have no correlation without a variation, and leave no field behind', () => {
    const waves = withWaves(demand, 0.3, 0.8);
    expect(waves).toEqual({ ...demand, intervalFactorCv: 0.3, intervalFactorCorrelation: 0.8 });
    expect(withWaves(waves, 0.3, 0)).toEqual({ ...demand, intervalFactorCv: 0.3 });
    expect(withWaves(waves, 0, 0.8)).toEqual(demand);
    const channels = [{ ...exampleChannel(), demand: withWaves(waves, 0, 0.8) }];
    expect(issuesOf(exampleScenario({ channels }))).toEqual([]);
  });

  it('of variation 1 are exponential: nine of ten intervals between 0.051 and 3.0 times the expected', () => {
    // -ln 0.95 and -ln 0.05
    const [low, high] = waveRange(1);
    expect(low).toBeCloseTo(0.0512933, 6);
    expect(high).toBeCloseTo(2.9957323, 6);
    expect(waveRange(0)).toEqual([1, 1]);
  });

  it('halve in two half-hours where the correlation is the root of a half', () => {
    expect(waveHalfLife(Math.SQRT1_2, 1800)).toBeCloseTo(3600, 9);
    expect(waveHalfLife(0.5, 1800)).toBeCloseTo(1800, 9);
    expect(waveHalfLife(0, 1800)).toBe(0);
  });
});

describe('batches', () => {
  it('keep their size when they change their kind', () => {
    expect(batchLike(undefined, 'constant', 3)).toEqual({ kind: 'constant', size: 3 });
    expect(batchLike({ kind: 'geometric', mean: 2.6 }, 'constant', 3)).toEqual({ kind: 'constant', size: 3 });
    expect(batchLike({ kind: 'geometric', mean: 1.2 }, 'constant', 3)).toEqual({ kind: 'constant', size: 1 });
    expect(batchLike({ kind: 'constant', size: 4 }, 'geometric', 3)).toEqual({ kind: 'geometric', mean: 4 });
  });

  it('are gone where contacts come one by one', () => {
    expect(withBatch({ ...demand, batch: { kind: 'constant', size: 4 } }, null)).toEqual(demand);
    expect(withBatch(demand, { kind: 'geometric', mean: 2 }).batch).toEqual({ kind: 'geometric', mean: 2 });
  });

  it('of four on average are one contact alone in a quarter of the cases', () => {
    // P(1) = 1 - q with mean 1 / (1 - q)
    expect(aloneShare(4)).toBe(0.25);
  });
});
