/**
 * The season of the year, taken out before the level is learned and put back on the day ahead.
 *
 * Two waves a year, fitted by ridge regression on the log ratio to a level that remembers a year; the
 * rest is level × weekday × what the last days carry on, learned on the days without their season.
 * Every four weeks the waves are fitted anew and the level is learned again on the last half year, so
 * that both speak of the same season. Until two years are there the season is flat.
 *
 * Reference: Hyndman & Athanasopoulos (2021), "Forecasting: Principles and Practice", 3rd ed.,
 * section 7.4, for Fourier terms of a long season.
 */
import { solveSymmetric } from '../numeric/solve-symmetric.ts';
import { FEATURES, YEAR_FROM, type DayFacts } from './day-facts.ts';
import { carryModel, outlierGuard, smoothedLevel, type DayModel } from './day-models.ts';
import type { WeekdayFactors } from './weekday-factors.ts';
import type { ModelName } from './result.ts';

const WAVES = FEATURES - YEAR_FROM;
const WEEK = [0, 1, 2, 3, 4, 5, 6];
/** Days after which the level, and the season, forget half. */
const HALF_LIFE = { level: 60, slowLevel: 365, season: 900 };
/** Days of data that it takes to believe half of a wave: two months, for days hang together for weeks. */
const PENALTY = 60;
export const TWO_YEARS = 730;
const REFIT_DAYS = 28;
/** Days on which the level is learned again; the first of them start it. */
const REPLAYED = { days: 182, start: 28 };

export function yearlyModel(name: ModelName, start: number, relative: WeekdayFactors): DayModel {
  const weekdays = averagingOne(relative);
  const slow = smoothedLevel(HALF_LIFE.slowLevel, start, 28);
  const guard = outlierGuard();
  const decay = 0.5 ** (1 / HALF_LIFE.season);
  const gram = new Float64Array(WAVES * WAVES);
  const moment = new Float64Array(WAVES);
  const waves = new Float64Array(WAVES);
  const recent: { facts: DayFacts; total: number; exposure: number }[] = [];
  const modelFrom = (level: number) => carryModel(name, smoothedLevel(HALF_LIFE.level, level, 7), weekdays);
  let inner = modelFrom(start);
  let seen = 0;

  const season = ({ features }: DayFacts): number => {
    let sum = 0;
    for (let i = 0; i < WAVES; i++) sum += (waves[i] ?? 0) * (features[YEAR_FROM + i] ?? 0);
    return Math.exp(sum);
  };
  const refit = (): void => {
    const matrix = Float64Array.from(gram);
    for (let i = 0; i < WAVES; i++) matrix[i * WAVES + i] = (matrix[i * WAVES + i] ?? 0) + PENALTY;
    waves.set(solveSymmetric(matrix, moment));
    let [contacts, days] = [0, 0];
    for (const { facts, total, exposure } of recent.slice(0, REPLAYED.start)) {
      contacts += total / season(facts);
      days += weekdays.factor(facts.weekday) * exposure;
    }
    inner = modelFrom(days > 0 ? contacts / days : start);
    for (const { facts, total, exposure } of recent) inner.observe(facts, total / season(facts), exposure);
  };

  return {
    name,
    observe(facts, total, exposure) {
      seen++;
      recent.push({ facts, total, exposure });
      if (recent.length > REPLAYED.days) recent.shift();
      const usual = weekdays.factor(facts.weekday) * exposure;
      const expected = slow.level() * usual;
      const ratio = expected > 0 ? guard(total / expected) : 1;
      slow.observe(expected > 0 ? ratio * expected : total, usual);
      const surprise = Math.log(Math.max(0.05, ratio));
      for (let i = 0; i < WAVES; i++) {
        const x = facts.features[YEAR_FROM + i] ?? 0;
        for (let j = 0; j < WAVES; j++)
          gram[i * WAVES + j] = (gram[i * WAVES + j] ?? 0) * decay + x * (facts.features[YEAR_FROM + j] ?? 0);
        moment[i] = (moment[i] ?? 0) * decay + x * surprise;
      }
      if (seen >= TWO_YEARS && (seen - TWO_YEARS) % REFIT_DAYS === 0) refit();
      else inner.observe(facts, total / season(facts), exposure);
    },
    predict: (facts) => inner.predict(facts) * season(facts),
  };
}

/**
 * Weekday factors are learned against a level that lags, so all of them rise while a season does, and would hide a
 * quarter of its waves from whoever divides by them.
 */
function averagingOne(weekdays: WeekdayFactors): WeekdayFactors {
  const factor = (weekday: number): number => {
    const sum = WEEK.reduce((all, w) => all + weekdays.factor(w), 0);
    return sum > 0 ? (weekdays.factor(weekday) * WEEK.length) / sum : 0;
  };
  return { ...weekdays, factor };
}
