/**
 * How busy a day turns out: a gamma factor of mean 1 on the day's volume.
 *
 * Where the volume as a whole may be off (`levelCv`), a day's factor is its own swing times a level that all days
 * have in common. The models take the product as one gamma of the same variance,
 *
 *     1 + cv² = (1 + dayFactorCv²) (1 + levelCv²),
 *
 * and the normal scores of two days as correlated by the level's share of log(1 + cv²): exact where both factors
 * are lognormal. The simulation draws the two factors apart.
 *
 * A few nodes stand for its whole distribution where the models are run once per node: midpoints of
 * equal-probability classes, scaled so that mean and coefficient of variation are exact.
 */
import { gammaQuantile, gammaShape } from '../numeric/gamma-quantile.ts';
import type { Probability, Share } from '../units.ts';
import type { Demand } from './schema-demand.ts';

type Swing = Pick<Demand, 'dayFactorCv' | 'levelCv'>;

/** Coefficient of variation of a day's volume, of its own swing and of the level together. */
export function dayVolumeCv({ dayFactorCv, levelCv = 0 }: Swing): number {
  return levelCv > 0 ? Math.sqrt((1 + dayFactorCv ** 2) * (1 + levelCv ** 2) - 1) : dayFactorCv;
}

/** How alike two days' normal scores are: 0 where only their own swings count, 1 where only the level does. */
export function levelShare({ dayFactorCv, levelCv = 0 }: Swing): Share {
  if (levelCv === 0) return 0;
  const ofLevel = Math.log1p(levelCv ** 2);
  return ofLevel / (ofLevel + Math.log1p(dayFactorCv ** 2));
}

/** Value that the day factor stays below with probability `p`. */
export function dayFactorQuantile(cv: number, p: Probability): number {
  if (cv === 0) return 1;
  const shape = gammaShape(cv);
  return gammaQuantile(shape, p) / shape;
}

/**
 * `count` equally likely factors with mean 1 and the given coefficient of variation; a smaller one
 * where factors of at least 0 cannot swing as much (from about 0.9 on for five of them).
 */
export function dayFactorNodes(cv: number, count: number): number[] {
  if (cv === 0) return [1];
  const raw = Array.from({ length: count }, (_, k) => dayFactorQuantile(cv, (k + 0.5) / count));
  const mean = raw.reduce((a, b) => a + b, 0) / count;
  const spread = Math.sqrt(raw.reduce((sum, x) => sum + (x - mean) ** 2, 0) / count);
  const nodes = raw.map((x) => Math.max(0, 1 + ((x - mean) * cv) / spread));
  const nodeMean = nodes.reduce((a, b) => a + b, 0) / count;
  return nodes.map((x) => x / nodeMean);
}
