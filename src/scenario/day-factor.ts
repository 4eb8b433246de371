/**
 * How busy a day turns out: a gamma factor of mean 1 on the day's volume.
 *
 * A few nodes stand for its whole distribution where the models are run once per node: midpoints of
 * equal-probability classes, scaled so that mean and coefficient of variation are exact.
 */
import { gammaQuantile } from '../numeric/gamma-quantile.ts';
import type { Probability } from '../units.ts';

/** Value that the day factor stays below with probability `p`. */
export function dayFactorQuantile(cv: number, p: Probability): number {
  if (cv === 0) return 1;
  const shape = 1 / (cv * cv);
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
