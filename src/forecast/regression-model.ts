/**
 * Regression of the log day total on weekday, position in the month (salaries, bills) and, once
 * two years are there, time of the year, with recency weights and ridge penalties; what the
 * regression leaves is carried on by an AR(1).
 *
 * Discounted normal equations are kept up to date day by day and solved when asked, so a fit at
 * every origin of a backtest costs O(features³) each.
 *
 * Reference: Hoerl & Kennard (1970) for the ridge; Taylor (2008), "A Comparison of Univariate
 * Time Series Methods for Forecasting Intraday Arrivals at a Call Center", Management Science
 * 54(2), for what carries on from day to day.
 */
import { solveSymmetric } from '../numeric/solve-symmetric.ts';
import { carry } from './carry.ts';
import type { DayFacts } from './day-facts.ts';
import { outlierGuard, type DayModel } from './day-models.ts';
import type { ModelName } from './result.ts';

const MONTH_HARMONICS = 3;
const YEAR_HARMONICS = 2;
const EDGE_DAYS = 2;
const FEATURES = 7 + 2 * MONTH_HARMONICS + 2 * EDGE_DAYS + 2 * YEAR_HARMONICS;
const YEAR_FROM = 7 + 2 * MONTH_HARMONICS + 2 * EDGE_DAYS;
/** Days after which an observation counts half, without and with a yearly season to learn. */
const HALF_LIFE = { short: 90, long: 400 };
const TWO_YEARS = 730;

/** Penalty of each feature in days of data that it takes to believe half of its effect. */
function penalty(feature: number): number {
  if (feature < 7) return 0.05;
  return feature < YEAR_FROM ? 12 : 20;
}

function writeFeatures(facts: DayFacts, out: Float64Array): void {
  out.fill(0);
  out[facts.weekday] = 1;
  let at = 7;
  for (let k = 1; k <= MONTH_HARMONICS; k++) {
    out[at++] = Math.SQRT2 * Math.cos(2 * Math.PI * k * facts.monthShare);
    out[at++] = Math.SQRT2 * Math.sin(2 * Math.PI * k * facts.monthShare);
  }
  for (let k = 1; k <= EDGE_DAYS; k++) {
    out[at++] = facts.openFromStart === k ? 2 : 0;
    out[at++] = facts.openToEnd === k ? 2 : 0;
  }
  for (let k = 1; k <= YEAR_HARMONICS; k++) {
    out[at++] = Math.SQRT2 * Math.cos(2 * Math.PI * k * facts.yearShare);
    out[at++] = Math.SQRT2 * Math.sin(2 * Math.PI * k * facts.yearShare);
  }
}

/** `start`: typical day total, the unit in which logs are taken; `days`: length of the history behind it. */
export function regressionModel(name: ModelName, start: number): DayModel {
  const gram = new Float64Array(FEATURES * FEATURES);
  const moment = new Float64Array(FEATURES);
  const features = new Float64Array(FEATURES);
  const guard = outlierGuard();
  const carried = carry();
  let effects: Float64Array = new Float64Array(FEATURES);
  let seen = 0;
  let last = 0;
  let firstDay = Number.NaN;
  let isStale = false;

  const fit = () => {
    if (!isStale) return;
    isStale = false;
    // the yearly season stays out until two years are there
    const size = seen >= TWO_YEARS ? FEATURES : YEAR_FROM;
    const matrix = new Float64Array(size * size);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) matrix[i * size + j] = gram[i * FEATURES + j] ?? 0;
      matrix[i * size + i] = (matrix[i * size + i] ?? 0) + penalty(i);
    }
    effects = new Float64Array(FEATURES);
    effects.set(solveSymmetric(matrix, moment.subarray(0, size)));
  };
  const fitted = (facts: DayFacts) => {
    fit();
    writeFeatures(facts, features);
    let sum = 0;
    for (let i = 0; i < FEATURES; i++) sum += (features[i] ?? 0) * (effects[i] ?? 0);
    return sum;
  };

  return {
    name,
    observe(facts, total, exposure) {
      if (Number.isNaN(firstDay)) firstDay = facts.day;
      seen = facts.day - firstDay + 1;
      const steps = Math.max(1, facts.openCount - last);
      const normal = start * Math.exp(fitted(facts)) * exposure;
      const expected = normal * Math.exp(carried.ahead(steps));
      // until the weekdays have been seen, surprises are no outliers
      const ratio = seen > 14 ? guard(total / expected) : total / expected;
      const value = Math.log(Math.max(0.05, ratio) * (expected / (start * exposure)));
      const decay = 0.5 ** (1 / (seen >= TWO_YEARS ? HALF_LIFE.long : HALF_LIFE.short));
      writeFeatures(facts, features);
      for (let i = 0; i < FEATURES; i++) {
        for (let j = 0; j < FEATURES; j++)
          gram[i * FEATURES + j] =
            (gram[i * FEATURES + j] ?? 0) * decay + (features[i] ?? 0) * (features[j] ?? 0);
        moment[i] = (moment[i] ?? 0) * decay + (features[i] ?? 0) * value;
      }
      isStale = true;
      if (seen > 14) carried.observe(value - fitted(facts), steps);
      last = facts.openCount;
    },
    predict: (facts) => start * Math.exp(fitted(facts) + carried.ahead(Math.max(1, facts.openCount - last))),
  };
}
