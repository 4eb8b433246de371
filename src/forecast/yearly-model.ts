/**
 * Level × weekday × the step from where the level has been to the time of year ahead.
 *
 * A smoothed level trails the season: in June it still remembers spring. Two waves a year, fitted
 * by ridge regression on the log ratio to a level that remembers a year, say how far the day
 * forecast stands above or below the days that the level remembers, and only that difference is
 * applied. Until two years are there it is zero.
 *
 * Reference: Hyndman & Athanasopoulos (2021), "Forecasting: Principles and Practice", 3rd ed.,
 * section 7.4, for Fourier terms of a long season.
 */
import { solveSymmetric } from '../numeric/solve-symmetric.ts';
import { FEATURES, YEAR_FROM, type DayFacts } from './day-facts.ts';
import { levelModel, outlierGuard, smoothedLevel, type DayModel, type WeekdayFactors } from './day-models.ts';
import type { ModelName } from './result.ts';

const WAVES = FEATURES - YEAR_FROM;
/** Days after which the level, and the season, forget half. */
const HALF_LIFE = { level: 21, slowLevel: 365, season: 900 };
/** Days of data that it takes to believe half of a wave: a month, for days hang together. */
const PENALTY = 30;
export const TWO_YEARS = 730;

export function yearlyModel(name: ModelName, start: number, weekdays: WeekdayFactors): DayModel {
  const inner = levelModel(name, smoothedLevel(HALF_LIFE.level, start, 7), weekdays);
  const slow = smoothedLevel(HALF_LIFE.slowLevel, start, 28);
  const guard = outlierGuard();
  const decay = 0.5 ** (1 / HALF_LIFE.season);
  const forget = 0.5 ** (1 / HALF_LIFE.level);
  const gram = new Float64Array(WAVES * WAVES);
  const moment = new Float64Array(WAVES);
  /** Average waves over the days that the level remembers. */
  const remembered = new Float64Array(WAVES);
  let memory = 0;
  let seen = 0;
  let waves: Float64Array | null = null;

  const fit = (): Float64Array => {
    const matrix = Float64Array.from(gram);
    for (let i = 0; i < WAVES; i++) matrix[i * WAVES + i] = (matrix[i * WAVES + i] ?? 0) + PENALTY;
    return solveSymmetric(matrix, moment);
  };

  return {
    name,
    observe(facts, total, exposure) {
      inner.observe(facts, total, exposure);
      seen++;
      waves = null;
      const usual = weekdays.factor(facts.weekday) * exposure;
      const expected = slow.level() * usual;
      const ratio = expected > 0 ? guard(total / expected) : 1;
      slow.observe(expected > 0 ? ratio * expected : total, usual);
      const surprise = Math.log(Math.max(0.05, ratio));
      memory = memory * forget + 1;
      for (let i = 0; i < WAVES; i++) {
        const x = facts.features[YEAR_FROM + i] ?? 0;
        for (let j = 0; j < WAVES; j++)
          gram[i * WAVES + j] = (gram[i * WAVES + j] ?? 0) * decay + x * (facts.features[YEAR_FROM + j] ?? 0);
        moment[i] = (moment[i] ?? 0) * decay + x * surprise;
        remembered[i] = (remembered[i] ?? 0) + (x - (remembered[i] ?? 0)) / memory;
      }
    },
    predict(facts: DayFacts) {
      const level = inner.predict(facts);
      if (seen < TWO_YEARS) return level;
      waves ??= fit();
      let step = 0;
      for (let i = 0; i < WAVES; i++)
        step += (waves[i] ?? 0) * ((facts.features[YEAR_FROM + i] ?? 0) - (remembered[i] ?? 0));
      return level * Math.exp(step);
    },
  };
}
