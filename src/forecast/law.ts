/**
 * The law of a count around its forecast (of a small one: `count-law.ts`): a gamma whose variance is
 * Poisson-like noise plus a factor that the whole day shares, corrected by what the backtest saw.
 *
 *     variance(m) = dispersion · m + factorCv² · m²
 *
 * Quantiles go through the Wilson–Hilferty cube root, which is nearly normal for a gamma and never
 * negative when turned back:
 *
 *     x = m (1 − 1/(9k) + z/(3√k))³,    k = m² / variance
 *
 * where z is normal a priori; the scores z of the backtest replace the normal quantiles as far as
 * there are days enough (a recalibration of the probability integral transform).
 *
 * References: Wilson & Hilferty (1931), "The distribution of chi-square", PNAS 17; Ibrahim, Ye,
 * L'Ecuyer & Shen (2016), "Modeling and forecasting call center arrivals", IJF 32(3), for the
 * day factor; Kuleshov, Fenner & Ermon (2018), ICML, for the recalibration.
 */
import { normalCumulative } from '../numeric/normal-cumulative.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';

export type Spread = {
  /** Variance over mean from chance, at least 1 for counts. */
  readonly dispersion: number;
  /** Coefficient of variation of the factor common to the whole. */
  readonly factorCv: number;
};

/** Shape of the gamma with mean `mean`. */
function shape(mean: number, { dispersion, factorCv }: Spread): number {
  return mean / (dispersion + factorCv * factorCv * mean);
}

/** The score of `value` under the law with mean `mean` > 0: standard normal when the law is right. */
export function scoreOf(value: number, mean: number, spread: Spread): number {
  const k = shape(mean, spread);
  return 3 * Math.sqrt(k) * (Math.cbrt(value / mean) - 1 + 1 / (9 * k));
}

/** The value with score `score`; 0 when the mean is 0. */
export function valueAt(score: number, mean: number, spread: Spread): number {
  if (!(mean > 0)) return 0;
  const k = shape(mean, spread);
  const root = Math.max(0, 1 - 1 / (9 * k) + score / (3 * Math.sqrt(k)));
  return mean * root * root * root;
}

/** The values with the given scores, into `out`. */
export function valuesAt(
  scores: readonly number[],
  mean: number,
  spread: Spread,
  out: number[] | Float64Array,
): void {
  const k = shape(mean, spread);
  const middle = 1 - 1 / (9 * k);
  const step = 1 / (3 * Math.sqrt(k));
  for (let q = 0; q < scores.length; q++) {
    const root = mean > 0 ? Math.max(0, middle + step * (scores[q] ?? 0)) : 0;
    out[q] = mean * root * root * root;
  }
}

const LIMIT = 8;
const STEP = 0.05;
const BINS = (2 * LIMIT) / STEP;

/** Scores gathered in fine bins, each with a weight in days, and the distribution believed beforehand. */
export type ScoreCount = {
  readonly bins: Float64Array;
  weight: number;
  /** Distribution function believed, at the right edge of each bin; worked out when first asked for. */
  readonly prior: () => Float64Array;
};

export function scoreCount(prior: (score: number) => number = normalCumulative): ScoreCount {
  let edges: Float64Array | null = null;
  return {
    bins: new Float64Array(BINS),
    weight: 0,
    prior: () => (edges ??= Float64Array.from({ length: BINS }, (_, bin) => prior((bin + 1) * STEP - LIMIT))),
  };
}

export function addScore(count: ScoreCount, score: number, weight: number): void {
  const bin = Math.min(BINS - 1, Math.max(0, Math.floor((score + LIMIT) / STEP)));
  count.bins[bin] = (count.bins[bin] ?? 0) + weight;
  count.weight += weight;
}

/**
 * The mixture's distribution function over scores, linear within a bin: the inverse of `scoresAt`.
 */
export function cumulativeOf(count: ScoreCount, priorDays: number): (score: number) => number {
  const edges = cumulated(count, priorDays);
  return (score) => {
    const place = (score + LIMIT) / STEP;
    const bin = Math.floor(place);
    if (bin < 0 || bin >= BINS) return bin < 0 ? 0 : 1;
    const before = bin === 0 ? 0 : (edges[bin - 1] ?? 0);
    return before + (place - bin) * ((edges[bin] ?? 1) - before);
  };
}

/** The mixture's distribution function at the right edge of each bin. */
function cumulated(count: ScoreCount, priorDays: number): number[] {
  const total = count.weight + priorDays;
  const believed = count.prior();
  let sum = 0;
  return Array.from(count.bins, (weight, bin) => {
    sum += weight;
    return (sum + priorDays * (believed[bin] ?? 1)) / total;
  });
}

/**
 * Scores at the given probabilities: gathered and believed ones mixed by their weights; `priorDays` of
 * believed scores are what the gathered ones have to argue against.
 */
export function scoresAt(count: ScoreCount, probabilities: readonly number[], priorDays: number): number[] {
  const at = cumulated(count, priorDays);
  return probabilities.map((p) => {
    const bin = at.findIndex((share) => share >= p);
    if (bin < 0) return normalQuantile(p);
    const before = bin === 0 ? 0 : (at[bin - 1] ?? 0);
    const share = (at[bin] ?? 1) - before;
    return bin * STEP - LIMIT + (share > 0 ? (p - before) / share : 1) * STEP;
  });
}
