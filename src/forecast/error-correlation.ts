/**
 * Whether two channels are busy on the same days beyond what was forecast: the correlation of
 * their forecast errors, which the simulation takes as the correlation of their day factors.
 *
 * Poisson noise is in both errors and in no way shared, so on small channels the correlation of
 * the factors themselves is higher than this figure.
 */
import { formatDate } from '../numeric/civil-date.ts';
import type { DayError } from './result.ts';
import { trialDay, type Trial } from './trial.ts';

/** Fewer days in common say nothing: the standard error of a correlation is 1/√days. */
const LEAST_DAYS = 20;
/** A day at more than four times or less than a quarter of its forecast counts as that. */
const FARTHEST_LOG = Math.log(4);

/** The next-day errors of the days that came to pass. */
export function dayErrors({ sweep, dayMeans, dayActuals }: Trial): DayError[] {
  const errors: DayError[] = [];
  for (let origin = sweep.firstOrigin; origin + 1 < sweep.endOrigin; origin++) {
    const place = trialDay(sweep, origin, 1);
    const mean = dayMeans[place] ?? 0;
    if (mean > 0)
      errors.push({
        date: formatDate(sweep.series.firstDay + origin + 1),
        ratio: (dayActuals[place] ?? 0) / mean,
      });
  }
  return errors;
}

/**
 * Correlation of the log errors of the days in common; null with fewer than 20 of them or when one
 * channel never errs.
 */
export function errorCorrelation(
  one: readonly DayError[],
  other: readonly DayError[],
): { correlation: number; days: number } | null {
  const logOf = (ratio: number) =>
    Math.max(-FARTHEST_LOG, Math.min(FARTHEST_LOG, Math.log(Math.max(1e-9, ratio))));
  const byDate = new Map(other.map(({ date, ratio }) => [date, logOf(ratio)]));
  const pairs = one.flatMap(({ date, ratio }) => {
    const y = byDate.get(date);
    return y === undefined ? [] : [{ x: logOf(ratio), y }];
  });
  if (pairs.length < LEAST_DAYS) return null;
  const meanX = pairs.reduce((sum, { x }) => sum + x, 0) / pairs.length;
  const meanY = pairs.reduce((sum, { y }) => sum + y, 0) / pairs.length;
  let [xx, yy, xy] = [0, 0, 0];
  for (const { x, y } of pairs) {
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
    xy += (x - meanX) * (y - meanY);
  }
  return xx > 0 && yy > 0 ? { correlation: xy / Math.sqrt(xx * yy), days: pairs.length } : null;
}

/**
 * One figure for all channels, as the scenario's busyness correlation takes it: the pairs' mean,
 * each weighing the days it has in common, and nothing below 0 (a busy day on one channel does not
 * plan a quiet one on another); null when no pair can be judged.
 */
export function sharedCorrelation(
  channels: readonly (readonly DayError[])[],
): { correlation: number; pairs: number } | null {
  let [sum, days, pairs] = [0, 0, 0];
  channels.forEach((one, i) =>
    channels.slice(i + 1).forEach((other) => {
      const found = errorCorrelation(one, other);
      if (found === null) return;
      sum += found.correlation * found.days;
      days += found.days;
      pairs++;
    }),
  );
  return pairs === 0 ? null : { correlation: Math.max(0, sum / days), pairs };
}
