/**
 * The day factor that is believed before a model has made errors: the stated prior, once the days of one
 * week have been held against those of the next.
 *
 * Two days of one weekday, a week apart, with a and b contacts differ by chance (Poisson: a + b) and by two
 * draws of the factor (2 cv² m², m their mean); days of their own, as a holiday that nobody marked, are kept
 * from ruling by a Student t with five degrees of freedom. Beforehand the cv is lognormal: two channels in three
 * between 4 and 23 %, its root mean square the stated 20 %. The posterior is summed on a grid.
 *
 * A forecast misses by more than a day's swing, as its weekday is the mean of one or two: 1 + 1/weeks times the
 * variance. From then on, what more weeks bring to the mean is taken to be lost to the level moving on. A shift
 * of level from week to week counts as swing of the days, which it is for who forecasts.
 *
 * References: Gelman (2006), Bayesian Analysis 1(3), for priors of a variance of which few draws are seen;
 * Lange, Little & Taylor (1989), JASA 84(408), for the t.
 */
import { normalCumulative } from '../numeric/normal-cumulative.ts';
import type { DayFacts } from './day-facts.ts';
import type { Spread } from './law.ts';
import { DAY_FACTOR_CV } from './priors.ts';
import type { Series } from './series.ts';

/** Of the lognormal prior: its root mean square is that of `priors.ts`. */
const MEDIAN_CV = DAY_FACTOR_CV / 2;
const LOG_SD = Math.sqrt(Math.log(2));
const FREEDOM = 5;
/** Squared scale of that t when it is fitted to normal draws of variance 1. */
const NORMAL = 0.733;
const GRID = Array.from({ length: 41 }, (_, i) => MEDIAN_CV * Math.exp(LOG_SD * (i / 5 - 4)));
/** Days after which a mean of weekdays gains no more on the level. */
const LEARNT_DAYS = 14;
/** What is believed less than this is left out. */
const LEAST_WEIGHT = 1e-4;

export type Believed = {
  /** Root mean square of the factor by which coming days miss. */
  readonly factorCv: number;
  /** Factors that it may be, with their weights; empty where no two days could be compared. */
  readonly factors: readonly { readonly cv: number; readonly weight: number }[];
};

/** From the days before `end`. O(values). */
export function believedSwing(
  { slotsPerDay, values }: Pick<Series, 'slotsPerDay' | 'values'>,
  facts: readonly Pick<DayFacts, 'special'>[],
  end: number,
): Believed {
  const logs = GRID.map((cv) => -0.5 * (Math.log(cv / MEDIAN_CV) / LOG_SD) ** 2);
  let pairs = 0;
  for (let day = 7; day < end; day++) {
    if (facts[day]?.special !== null || facts[day - 7]?.special !== null) continue;
    let [now, before] = [0, 0];
    for (let s = 0; s < slotsPerDay; s++) {
      const late = values[day * slotsPerDay + s] ?? Number.NaN;
      const early = values[(day - 7) * slotsPerDay + s] ?? Number.NaN;
      if (Number.isNaN(late) || Number.isNaN(early)) continue;
      now += late;
      before += early;
    }
    const mean = (now + before) / 2;
    if (!(mean > 0)) continue;
    pairs++;
    GRID.forEach((cv, i) => {
      const variance = 2 * mean + 2 * (cv * mean) ** 2;
      const miss = (now - before) ** 2 / (variance * NORMAL);
      const log = 0.5 * Math.log(variance) + ((FREEDOM + 1) / 2) * Math.log1p(miss / FREEDOM);
      logs[i] = (logs[i] ?? 0) - log;
    });
  }
  if (pairs === 0) return { factorCv: DAY_FACTOR_CV, factors: [] };
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const learnt = Math.sqrt(1 + 7 / Math.min(end, LEARNT_DAYS));
  const factors = GRID.map((cv, i) => ({ cv: cv * learnt, weight: (weights[i] ?? 0) / total }));
  return {
    factorCv: Math.sqrt(factors.reduce((sum, { cv, weight }) => sum + weight * cv ** 2, 0)),
    factors: factors.filter(({ weight }) => weight > LEAST_WEIGHT),
  };
}

/**
 * Distribution function of the scores that are believed of counts near `mean`: normal ones, wider or narrower
 * as each factor would have them.
 */
export function believedScores(
  { factorCv, factors }: Believed,
  mean: number,
  dispersion: number,
): (score: number) => number {
  if (factors.length === 0) return normalCumulative;
  const variance = ({ dispersion: chance, factorCv: cv }: Spread) => chance * mean + (cv * mean) ** 2;
  const usual = variance({ dispersion, factorCv });
  const parts = factors.map(({ cv, weight }) => ({
    weight,
    width: Math.sqrt(variance({ dispersion, factorCv: cv }) / usual),
  }));
  const all = parts.reduce((sum, { weight }) => sum + weight, 0);
  return (score) =>
    parts.reduce((sum, { weight, width }) => sum + weight * normalCumulative(score / width), 0) / all;
}
