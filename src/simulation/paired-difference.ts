/**
 * Differences between two plans met by the same customers, with an interval of their own.
 *
 * What is known by replication of both plans: means differ replication by replication; a difference of two
 * ratios of totals is made linear in the replications' totals (delta method).
 *
 * Reference: Law (2015), Simulation Modeling and Analysis, 5th ed., 10.2 and 11.2.
 */
import { studentHalfWidth } from '../numeric/student-t.ts';
import type { Share } from '../units.ts';
import type { Estimate } from './summary.ts';

export function meanDifference(a: Float64Array, b: Float64Array, level: Share): Estimate {
  return intervalOf(
    mean(b) - mean(a),
    Float64Array.from(b, (value, r) => value - a[r]!),
    level,
  );
}

/** Of `x` over `y`; null where either plan has nothing to divide by. */
export function ratioDifference(
  ax: Float64Array,
  ay: Float64Array,
  bx: Float64Array,
  by: Float64Array,
  level: Share,
): Estimate | null {
  const [meanA, meanB] = [mean(ay), mean(by)];
  if (!(meanA > 0 && meanB > 0)) return null;
  const [ratioA, ratioB] = [mean(ax) / meanA, mean(bx) / meanB];
  // What each replication adds to the difference beyond its mean.
  const residuals = Float64Array.from(
    ax,
    (_, r) => (bx[r]! - ratioB * by[r]!) / meanB - (ax[r]! - ratioA * ay[r]!) / meanA,
  );
  return intervalOf(ratioB - ratioA, residuals, level);
}

/** A difference and its interval, from what each replication adds to it. */
export function intervalOf(value: number, perReplication: Float64Array, level: Share): Estimate {
  const n = perReplication.length;
  const centre = mean(perReplication);
  const squares = perReplication.reduce((sum, x) => sum + (x - centre) ** 2, 0);
  const half = n > 1 ? studentHalfWidth(level, n - 1) * Math.sqrt(squares / (n - 1) / n) : Infinity;
  return { value, low: value - half, high: value + half };
}

function mean(values: Float64Array): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}
