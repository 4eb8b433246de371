/**
 * Estimates from independent replications: means, ratios of totals and shares, with their intervals.
 *
 * A service level is one total over another, not a mean of daily percentages: that would answer
 * another question. The spread of the ratio follows by the delta method.
 *
 * Reference: Law (2015), Simulation Modeling and Analysis, 5th ed., 9.4; Asmussen & Glynn (2007),
 * Stochastic Simulation, III.4; Wilson (1927), JASA 22(158).
 */
import { exponential, logarithm } from './exp-log.ts';
import { normalQuantile } from './normal-quantile.ts';
import { studentHalfWidth } from './student-t.ts';

export type Interval = { readonly value: number; readonly low: number; readonly high: number };

/** What replications give for one variable: how many, its sum and its sum of squares. */
export type Sums = { readonly count: number; readonly sum: number; readonly squares: number };

/** The same for a numerator x and a denominator y. */
export type PairSums = {
  readonly count: number;
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
};

/** Variance over replications; rounding below zero counts as none. */
function variance(count: number, sum: number, squares: number): number {
  return count > 1 ? Math.max(0, (squares - (sum * sum) / count) / (count - 1)) : Infinity;
}

/** Standard error of the mean. A single replication gives Infinity. */
export function standardError({ count, sum, squares }: Sums): number {
  return Math.sqrt(variance(count, sum, squares) / count);
}

/** Mean per replication; the interval of a quantity that cannot be negative ends at 0. */
export function meanEstimate(sums: Sums, level: number): Interval {
  const value = sums.sum / sums.count;
  const half = halfWidth(level, sums.count, standardError(sums));
  return { value, low: Math.max(0, value - half), high: value + half };
}

/** Standard error of sum x / sum y, by the delta method. */
export function ratioStandardError({ count, x, y, xx, xy, yy }: PairSums): number {
  const ratio = x / y;
  // Residuals x - ratio*y sum to zero, so their squares are their spread.
  const squares = Math.max(0, xx - 2 * ratio * xy + ratio * ratio * yy);
  return count > 1 ? Math.sqrt(squares / (count - 1) / count) / (y / count) : Infinity;
}

/** A ratio that cannot be negative, such as a mean wait; null without a denominator. */
export function ratioEstimate(sums: PairSums, level: number): Interval | null {
  if (!(sums.y > 0)) return null;
  const value = sums.x / sums.y;
  const half = halfWidth(level, sums.count, ratioStandardError(sums));
  return { value, low: Math.max(0, value - half), high: value + half };
}

/**
 * A ratio that is a share; null without a denominator. The interval is made on the logit, where it
 * cannot leave [0, 1]. Where every replication gave 0 or 1 it is Wilson's for `y` trials.
 */
export function shareEstimate(sums: PairSums, level: number): Interval | null {
  if (!(sums.y > 0)) return null;
  const value = sums.x / sums.y;
  if (!(value > 0 && value < 1)) {
    const wilson = wilsonEstimate(sums.x, sums.y, level);
    return { value, low: Math.min(value, wilson.low), high: Math.max(value, wilson.high) };
  }
  const half = halfWidth(level, sums.count, ratioStandardError(sums)) / (value * (1 - value));
  const logit = logarithm(value / (1 - value));
  return { value, low: inverseLogit(logit - half), high: inverseLogit(logit + half) };
}

/** Share of `successes` among independent `trials`. */
export function wilsonEstimate(successes: number, trials: number, level: number): Interval {
  const z = normalQuantile(0.5 + level / 2);
  const share = successes / trials;
  const z2 = (z * z) / trials;
  const centre = (share + z2 / 2) / (1 + z2);
  const half = (Math.sqrt(z2) * Math.sqrt(share * (1 - share) + z2 / 4)) / (1 + z2);
  return { value: share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

const halfWidthCache = new Map<string, number>();

function halfWidth(level: number, count: number, error: number): number {
  if (error === 0) return 0;
  const key = `${level} ${count}`;
  let t = halfWidthCache.get(key);
  if (t === undefined) {
    // One value per (level, number of replications): a live display asks for many.
    if (halfWidthCache.size > 1000) halfWidthCache.clear();
    t = studentHalfWidth(level, count - 1);
    halfWidthCache.set(key, t);
  }
  return t * error;
}

function inverseLogit(x: number): number {
  return 1 / (1 + exponential(-x));
}
