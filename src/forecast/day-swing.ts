/**
 * The day factor as past errors show it, without a prior: what a plan takes as day-to-day swing.
 *
 * A weekday's mean learnt from n weeks carries 1/n of a day's variance, so an error's expected square is
 * (1 + 1/n)(m + cv² m²) with Poisson counts m: both are taken off. Unbiased in cv² while the model holds
 * and errors are near normal; 0 when the days scatter no more than chance.
 *
 * A slip of the pen or a day of its own is not how days swing: squares beyond four robust deviations
 * count as those (a winsorised variance; Huber & Ronchetti (2009), "Robust Statistics", ch. 1). Of
 * normal errors that is one in 16 000.
 */

/** One forecast of one past day. */
export type DayMiss = {
  readonly error: number;
  /** What was expected. */
  readonly mean: number;
  readonly weight: number;
  /** Weeks of history that the model had then. */
  readonly weeks: number;
};

const FARTHEST_DEVIATION = 4;
/** Of a standard normal's square, the median: its root is the median absolute deviation. */
const MEDIAN_SQUARE = 0.4549;

/** The day factor's coefficient of variation; NaN without anything to judge by. O(misses log misses). */
export function daySwing(misses: readonly DayMiss[]): number {
  const relative = misses
    .filter(({ mean }) => mean > 0)
    .map(({ error, mean, weight, weeks }) => ({
      square: error ** 2 / (1 + 1 / weeks) / mean ** 2,
      noise: 1 / mean,
      weight: weight * mean ** 2,
    }));
  if (relative.length === 0) return Number.NaN;
  const sorted = Float64Array.from(relative, ({ square }) => square).sort();
  const limit = ((sorted[sorted.length >> 1] ?? 0) / MEDIAN_SQUARE) * FARTHEST_DEVIATION ** 2;
  let [beyondChance, total] = [0, 0];
  for (const { square, noise, weight } of relative) {
    beyondChance += weight * (Math.min(square, limit) - noise);
    total += weight;
  }
  return Math.sqrt(Math.max(0, beyondChance / total));
}
