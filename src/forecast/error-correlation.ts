/**
 * Whether two channels are busy on the same days beyond what was forecast: the correlation of their day
 * factors, as the simulation takes it.
 *
 * A day's log error is its factor and chance. Poisson chance is in both errors and in no way shared: with
 * m contacts expected its variance is 1/m, which is taken off the variance of the errors (the correction for
 * attenuation of Spearman (1904), American Journal of Psychology 15). Days of few contacts say nothing here.
 */
import { formatDate } from '../numeric/civil-date.ts';
import type { DayError } from './result.ts';
import { trialDay, type Trial } from './trial.ts';

/** Fewer days in common say nothing: the standard error of a correlation is 1/√days. */
const LEAST_DAYS = 20;
/** Where fewer contacts are expected, the variance of their logarithm is no longer 1/m. */
const LEAST_MEAN = 10;
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
        mean,
        ratio: (dayActuals[place] ?? 0) / mean,
      });
  }
  return errors;
}

/** Sums over the days that two channels have in common; null with fewer than 20. */
function inCommon(one: readonly DayError[], other: readonly DayError[]) {
  const logOf = ({ ratio, mean }: DayError) => ({
    log: Math.max(-FARTHEST_LOG, Math.min(FARTHEST_LOG, Math.log(Math.max(1e-9, ratio)))),
    chance: 1 / mean,
  });
  const isLarge = ({ mean }: DayError) => mean >= LEAST_MEAN;
  const byDate = new Map(other.filter(isLarge).map((error) => [error.date, logOf(error)]));
  const pairs = one.filter(isLarge).flatMap((error) => {
    const y = byDate.get(error.date);
    return y === undefined ? [] : [{ x: logOf(error), y }];
  });
  const days = pairs.length;
  if (days < LEAST_DAYS) return null;
  const meanX = pairs.reduce((sum, { x }) => sum + x.log, 0) / days;
  const meanY = pairs.reduce((sum, { y }) => sum + y.log, 0) / days;
  let [xx, yy, xy] = [0, 0, 0];
  for (const { x, y } of pairs) {
    xx += (x.log - meanX) ** 2 - x.chance;
    yy += (y.log - meanY) ** 2 - y.chance;
    xy += (x.log - meanX) * (y.log - meanY);
  }
  return { days, covariance: xy, deviations: Math.sqrt(Math.max(0, xx) * Math.max(0, yy)) };
}

/**
 * Correlation of the day factors behind these errors, in [-1, 1] whatever chance makes of it; null with fewer
 * than 20 days in common, or when one channel's days scatter no more than chance: it has no factor then.
 */
export function errorCorrelation(
  one: readonly DayError[],
  other: readonly DayError[],
): { correlation: number; days: number } | null {
  const sums = inCommon(one, other);
  if (sums === null || !(sums.deviations > 0)) return null;
  return {
    correlation: Math.max(-1, Math.min(1, sums.covariance / sums.deviations)),
    days: sums.days,
  };
}

/**
 * One figure for all channels, as the scenario's busyness correlation takes it: covariances of the pairs over
 * products of their deviations, in all, so that channels which swing most say most. Nothing below 0 (a busy
 * day on one channel does not plan a quiet one on another) or above 1; null when no pair can be judged.
 * `days`: of the pair with the fewest in common.
 */
export function sharedCorrelation(
  channels: readonly (readonly DayError[])[],
): { correlation: number; pairs: number; days: number } | null {
  const found = channels.flatMap((one, i) =>
    channels.slice(i + 1).flatMap((other) => inCommon(one, other) ?? []),
  );
  const covariance = found.reduce((sum, pair) => sum + pair.covariance, 0);
  const deviations = found.reduce((sum, pair) => sum + pair.deviations, 0);
  if (!(deviations > 0)) return null;
  return {
    correlation: Math.max(0, Math.min(1, covariance / deviations)),
    pairs: found.length,
    days: Math.min(...found.map(({ days }) => days)),
  };
}
