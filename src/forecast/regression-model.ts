/**
 * Level × weekday × position in the month (salaries, bills) × what the last days carry on.
 *
 * The effects are a regression of the log ratio to level and weekday, with recency weights and
 * ridge penalties; the level is learned from what is left when the effects are taken out. Discounted
 * normal equations are kept up to date day by day and solved when asked, so a fit at every origin
 * of a backtest costs O(features³) each.
 *
 * Reference: Hoerl & Kennard (1970) for the ridge; Ibrahim, Ye, L'Ecuyer & Shen (2016), "Modeling
 * and forecasting call center arrivals", IJF 32(3), for calendar effects with a carried residual.
 */
import { solveSymmetric } from '../numeric/solve-symmetric.ts';
import { carry } from './carry.ts';
import { MONTH_FROM, YEAR_FROM, type DayFacts } from './day-facts.ts';
import { outlierGuard, type DayModel, type SmoothedLevel } from './day-models.ts';
import type { ModelName } from './result.ts';
import type { WeekdayFactors } from './weekday-factors.ts';

const EFFECTS = YEAR_FROM - MONTH_FROM;
/** Days after which an observation counts half. */
const HALF_LIFE = 120;
const DECAY = 0.5 ** (1 / HALF_LIFE);
/** A wave has to be seen twice before it is told from a drift. */
const TWO_MONTHS = 61;
/**
 * Days of data that it takes to believe half of an effect, from bold to not at all. How bold to be
 * is left to the data: each has a weight by how well it foresaw the days so far.
 */
const PENALTIES = [12, 60, Infinity];

function logFactor({ features }: DayFacts, effects: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < EFFECTS; i++) sum += (features[MONTH_FROM + i] ?? 0) * (effects[i] ?? 0);
  return sum;
}

export function regressionModel(name: ModelName, level: SmoothedLevel, weekdays: WeekdayFactors): DayModel {
  const gram = new Float64Array(EFFECTS * EFFECTS);
  const moment = new Float64Array(EFFECTS);
  const guard = outlierGuard();
  const carried = carry();
  const bids = PENALTIES.map((penalty) => ({ penalty, effects: new Float64Array(EFFECTS), missed: 0 }));
  const effects = new Float64Array(EFFECTS);
  let judged = 0;
  let seen = 0;
  let last = 0;
  let firstDay = Number.NaN;
  let isStale = false;

  const fit = () => {
    isStale = false;
    if (seen < TWO_MONTHS) return;
    for (const bid of bids) {
      if (bid.penalty === Infinity) continue;
      const matrix = Float64Array.from(gram);
      for (let i = 0; i < EFFECTS; i++)
        matrix[i * EFFECTS + i] = (matrix[i * EFFECTS + i] ?? 0) + bid.penalty;
      bid.effects.set(solveSymmetric(matrix, moment));
    }
    // likelihood of normal surprises with unknown variance, missed^(-n/2), on half the days: they hang together
    const least = bids.reduce((low, { missed }) => Math.min(low, missed), Infinity);
    const weights = bids.map(({ missed }) => (least > 0 ? (missed / least) ** (-judged / 4) : 1));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    effects.fill(0);
    bids.forEach((bid, k) => {
      for (let i = 0; i < EFFECTS; i++)
        effects[i] = (effects[i] ?? 0) + ((weights[k] ?? 0) / sum) * (bid.effects[i] ?? 0);
    });
  };
  /** Log of the calendar's factor. */
  const calendar = (facts: DayFacts) => {
    if (isStale) fit();
    return logFactor(facts, effects);
  };

  return {
    name,
    observe(facts, total, exposure) {
      if (Number.isNaN(firstDay)) firstDay = facts.day;
      seen = facts.day - firstDay + 1;
      const usual = weekdays.factor(facts.weekday) * exposure;
      const expected = level.level() * usual;
      if (!(expected > 0)) {
        level.observe(total, usual);
        return;
      }
      const effect = calendar(facts);
      const ratio = guard(total / (expected * Math.exp(effect)));
      const surprise = Math.log(Math.max(0.05, ratio));
      judged = judged * DECAY + 1;
      for (const bid of bids)
        bid.missed = bid.missed * DECAY + (surprise + effect - logFactor(facts, bid.effects)) ** 2;
      const { features } = facts;
      for (let i = 0; i < EFFECTS; i++) {
        const x = features[MONTH_FROM + i] ?? 0;
        for (let j = 0; j < EFFECTS; j++)
          gram[i * EFFECTS + j] = (gram[i * EFFECTS + j] ?? 0) * DECAY + x * (features[MONTH_FROM + j] ?? 0);
        moment[i] = (moment[i] ?? 0) * DECAY + x * (surprise + effect);
      }
      isStale = true;
      carried.observe(surprise, Math.max(1, facts.openCount - last));
      last = facts.openCount;
      level.observe(ratio * expected, usual);
    },
    predict: (facts) =>
      level.level() *
      weekdays.factor(facts.weekday) *
      Math.exp(calendar(facts) + carried.ahead(Math.max(1, facts.openCount - last))),
  };
}
