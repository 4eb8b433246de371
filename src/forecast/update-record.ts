/**
 * What updates within the day have been worth on the past days, and the laws that their misses leave: of every
 * interval of the rest, and of the rest as a whole.
 *
 * The scores of the past replace the evening's as far as there are days enough, and stretch with how restless the
 * misses have been of late, as those of whole days do (`calibration.ts`).
 */
import { sameWeekday } from './backtest.ts';
import { LEAST_MEAN, PRIOR_SCORES, restlessness, type Law } from './calibration.ts';
import type { ChannelFit } from './channel-fit.ts';
import type { PastUpdate, Update } from './day-update.ts';
import { addScore, cumulativeOf, scoreCount, scoreOf, type Spread } from './law.ts';
import { trialDay } from './trial.ts';
import type { Share } from '../units.ts';

/** Sums of errors over sums of actuals, interval by interval, of the rest of the same days. */
export type UpdateWorth = {
  readonly days: number;
  readonly updated: Share;
  /** As forecast on the evening before. */
  readonly evening: Share;
  /** As forecast a week before: the plan in force. */
  readonly weekBefore: Share;
  readonly meanOfFour: Share;
};

/** `spreadOf`: what is left of a slot's uncertainty after the update. */
export function updateLaws(
  { trial, calibration, firstAhead }: ChannelFit,
  { past, first, restCv }: Pick<Update, 'past' | 'first' | 'restCv'>,
  spreadOf: (slot: number) => Spread,
): { readonly interval: Law; readonly rest: Law } {
  const { sweep } = trial;
  const { values, slotsPerDay } = sweep.series;
  const restSpread: Spread = { dispersion: 1, factorCv: restCv };
  const spreads = Array.from({ length: slotsPerDay }, (_, slot) => spreadOf(slot));
  const days = past.map(({ origin, weight, mean, actual, means }) => ({
    origin,
    weight,
    intervals: Array.from(means, (expected, s) => {
      const value = values[(origin + 1) * slotsPerDay + s] ?? Number.NaN;
      const spread = spreads[s];
      if (s < first || spread === undefined || !(expected >= LEAST_MEAN) || Number.isNaN(value)) return [];
      return [scoreOf(value, expected, spread)];
    }).flat(),
    rest: mean >= LEAST_MEAN ? [scoreOf(actual, mean, restSpread)] : [],
  }));
  // as for whole days, intervals tell calm from storm: one total a day would leave it to chance
  const sizes = new Float64Array(sweep.endOrigin);
  const counts = new Float64Array(sweep.endOrigin);
  for (const { origin, intervals } of days) {
    if (intervals.length === 0) continue;
    sizes[origin + 1] = intervals.reduce((sum, score) => sum + Math.abs(score), 0) / intervals.length;
    counts[origin + 1] = 1;
  }
  const restless = restlessness(sizes, counts, sweep.endOrigin, 1);
  const lawOf = (pick: 'intervals' | 'rest', before: Law, spread: Spread): Law => {
    const scores = scoreCount(cumulativeOf(before.scores, before.priorDays));
    for (const { origin, weight, [pick]: found } of days)
      for (const score of found) addScore(scores, score / (restless[origin] ?? 1), weight / found.length);
    return { spread, scores, restlessness: restless.at(-1) ?? 1, priorDays: PRIOR_SCORES.day };
  };
  const evening = calibration.interval(firstAhead);
  return {
    interval: lawOf('intervals', evening, evening.spread),
    rest: lawOf('rest', calibration.day(firstAhead), restSpread),
  };
}

/** On the past days whose plan of a week before is known; null: none. O(days · slots). */
export function updateWorth(
  { trial }: ChannelFit,
  past: readonly PastUpdate[],
  first: number,
): UpdateWorth | null {
  const { sweep, means, dayMeans } = trial;
  const { values, slotsPerDay } = sweep.series;
  const four = sameWeekday(sweep, 4);
  const fourMeans = new Float64Array(slotsPerDay);
  const missed = { updated: 0, evening: 0, weekBefore: 0, meanOfFour: 0 };
  let [days, came] = [0, 0];
  for (const { origin, means: updated } of past) {
    const weekBefore = trialDay(sweep, origin - 6, 7);
    if (origin - 6 < sweep.firstOrigin || Number.isNaN(dayMeans[weekBefore])) continue;
    const evening = trialDay(sweep, origin, 1);
    four(origin, 1, fourMeans);
    let ofDay = 0;
    for (let s = first; s < slotsPerDay; s++) {
      const actual = values[(origin + 1) * slotsPerDay + s] ?? Number.NaN;
      if (Number.isNaN(actual)) continue;
      missed.updated += Math.abs((updated[s] ?? 0) - actual);
      missed.evening += Math.abs((means[evening * slotsPerDay + s] ?? 0) - actual);
      missed.weekBefore += Math.abs((means[weekBefore * slotsPerDay + s] ?? 0) - actual);
      missed.meanOfFour += Math.abs((fourMeans[s] ?? 0) - actual);
      ofDay += actual;
    }
    came += ofDay;
    days++;
  }
  if (!(came > 0)) return null;
  return {
    days,
    updated: missed.updated / came,
    evening: missed.evening / came,
    weekBefore: missed.weekBefore / came,
    meanOfFour: missed.meanOfFour / came,
  };
}
