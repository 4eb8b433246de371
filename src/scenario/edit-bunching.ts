/** Waves and batches of a channel set, and what they come to. */
import type { Seconds, Share } from '../units.ts';
import { dayFactorQuantile } from './day-factor.ts';
import type { Batch, Demand } from './schema-demand.ts';

/** Waves of this variation, each leaning on the one before; without any the demand has neither field. */
export function withWaves(
  { intervalFactorCv: _cv, intervalFactorCorrelation: _lean, ...rest }: Demand,
  cv: number,
  correlation: Share,
): Demand {
  if (cv === 0) return rest;
  return {
    ...rest,
    intervalFactorCv: cv,
    ...(correlation > 0 ? { intervalFactorCorrelation: correlation } : {}),
  };
}

/** Null: one by one. */
export function withBatch({ batch: _before, ...rest }: Demand, batch: Batch | null): Demand {
  return batch === null ? rest : { ...rest, batch };
}

/** A batch of this kind, as large as the one before; `size` where there was none. */
export function batchLike(before: Batch | undefined, kind: Batch['kind'], size: number): Batch {
  const mean = before === undefined ? size : before.kind === 'constant' ? before.size : before.mean;
  return kind === 'constant' ? { kind, size: Math.max(1, Math.round(mean)) } : { kind, mean };
}

/** Between which multiples of what is expected nine intervals of ten lie, five of a hundred on each side out. */
export function waveRange(cv: number): readonly [low: number, high: number] {
  return [dayFactorQuantile(cv, 0.05), dayFactorQuantile(cv, 0.95)];
}

/** Time until half of a wave is gone: the correlation of intervals so far apart is 1/2. Zero where none leans on the last. */
export function waveHalfLife(correlation: Share, intervalSeconds: Seconds): Seconds {
  return correlation > 0 ? (intervalSeconds * Math.LN2) / -Math.log(correlation) : 0;
}

/** Share of batches that are one contact alone, where sizes are 1, 2, … with chances that fall by a constant factor. */
export function aloneShare(mean: number): Share {
  return 1 / mean;
}
