/**
 * Handle times ahead by how long the agent has been there: the forecast of all × a factor per band of tenure.
 *
 * The factors of `tenure-factors.ts` lean on 1, as far as bands differ by no more than chance; beforehand
 * they differ by 10 %, which weighs as much as two bands. Assumes that bands keep their factors, and that
 * agents who come into a band work as those who were in it.
 *
 * References: Efron & Morris (1975), JASA 70(350), for leaning. That handle time falls with experience, and
 * how steeply: Gans, Liu, Mandelbaum, Shen & Ye (2010), "Service times in call centers: agent heterogeneity
 * and learning with some operational consequences", IMS Collections 6.
 */
import { DomainError } from '../errors.ts';
import type { DayNumber } from '../numeric/civil-date.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import type { Seconds, Share } from '../units.ts';
import type { HandleTimeForecast } from './handle-time.ts';
import { valueAt } from './law.ts';
import { comparableBands, tenureFactors, totalsOf, type TenureCell } from './tenure-factors.ts';

export type TenureHistory = {
  /** Months at which bands begin, ascending from 0. */
  readonly bands: readonly number[];
  /** Days since 1970 of the rows; a day of several queues comes more than once. */
  readonly days: Int32Array;
  /** Row by row, band by band: contacts, and their seconds. */
  readonly handled: Float64Array;
  readonly seconds: Float64Array;
};

export type TenureBandAhead = {
  /** Months, [from, to); null: and longer. */
  readonly from: number;
  readonly to: number | null;
  /** Contacts of the past behind it. */
  readonly contacts: number;
  /** Of the contacts of late. */
  readonly share: Share;
  /** Against the mean of all, and its standard error. */
  readonly factor: number;
  readonly factorError: number;
  /** Of the days ahead. */
  readonly mean: Seconds;
  readonly quantiles: Seconds[];
};

export type TenureForecast = {
  readonly bands: readonly TenureBandAhead[];
  /** Covariance of the factors, band by band. */
  readonly covariance: readonly (readonly number[])[];
  readonly probabilities: readonly number[];
  readonly all: Pick<HandleTimeForecast, 'average' | 'averageCv' | 'contactCv' | 'contactsAhead'>;
};

/** Half-life of a day, as of the factors of weekdays and hours. */
const HALF_LIFE = 60;
/** Days of the far past say nothing, and would leave the equations ill-conditioned. */
const LEAST_WEIGHT = 1e-4;
/** Bands differ by this much beforehand, as two bands would say. */
const PRIOR = { cv: 0.1, bands: 2 };

/**
 * Null where fewer than two bands can be compared before `from`. O(rows · bands · rounds).
 *
 * @throws {DomainError} when the columns do not fit the bands
 */
export function forecastTenure(
  history: TenureHistory,
  from: DayNumber,
  ahead: HandleTimeForecast,
  probabilities: readonly number[],
): TenureForecast | null {
  const width = history.bands.length;
  const { days, handled, seconds } = history;
  if (handled.length !== days.length * width || seconds.length !== handled.length)
    throw new DomainError('forecastTenure', 'handled', handled.length, `${days.length} rows of ${width}`);
  const known = days.filter((day) => day < from);
  const last = known.reduce((latest, day) => Math.max(latest, day), -Infinity);
  const rows = Array.from(days, (day, i) => ({
    day,
    weight: 0.5 ** ((last - day) / HALF_LIFE),
    cells: history.bands.flatMap((_, b): TenureCell[] => {
      const [n, time] = [handled[i * width + b] ?? 0, seconds[i * width + b] ?? 0];
      return n > 0 && time > 0 && n < Infinity && time < Infinity ? [{ band: b, n, time }] : [];
    }),
  })).filter(({ day, weight, cells }) => day < from && weight > LEAST_WEIGHT && cells.length > 0);
  const used = comparableBands(rows, width);
  if (used.length < 2) return null;
  const kept = rows.map(({ weight, cells }) => ({
    weight,
    cells: cells.flatMap((cell) =>
      used.includes(cell.band) ? [{ ...cell, band: used.indexOf(cell.band) }] : [],
    ),
  }));
  const contacts = totalsOf(kept, used.length, ({ n }) => n);
  const recent = totalsOf(kept, used.length, ({ n }, weight) => weight * n);
  const recentAll = recent.reduce((sum, n) => sum + n, 0);
  const shares = recent.map((n) => n / recentAll);
  const { factors, covariance: raw } = tenureFactors(kept, shares, ahead.contactCv ** 2);

  const variances = raw.map((row, k) => row[k] ?? 0);
  const excess = factors.reduce((sum, factor, k) => sum + (factor - 1) ** 2 - (variances[k] ?? 0), 0);
  const between = (Math.max(0, excess) + PRIOR.bands * PRIOR.cv ** 2) / (factors.length + PRIOR.bands);
  const trust = variances.map((variance) => between / (between + variance));
  const leaning = factors.map((factor, k) => 1 + (factor - 1) * (trust[k] ?? 0));
  const mean = leaning.reduce((sum, factor, k) => sum + factor * (shares[k] ?? 0), 0);
  const covariance = raw.map((row, i) =>
    row.map((value, k) => (value * Math.sqrt((trust[i] ?? 0) * (trust[k] ?? 0))) / mean ** 2),
  );
  const { average, averageCv, contactCv, contactsAhead } = ahead;
  const all = { average, averageCv, contactCv, contactsAhead };
  const bare = { covariance, probabilities, all };
  return {
    ...bare,
    bands: used.map((b, k): TenureBandAhead => {
      const factor = (leaning[k] ?? 1) / mean;
      const variance = covariance[k]?.[k] ?? 0;
      const share = shares[k] ?? 0;
      return {
        from: history.bands[b] ?? 0,
        to: history.bands[b + 1] ?? null,
        contacts: contacts[k] ?? 0,
        share,
        factor,
        factorError: Math.sqrt(variance),
        mean: average * factor,
        quantiles: quantilesOf(bare, factor, variance, share),
      };
    }),
  };
}

/**
 * Mean handle time of the days ahead if bands take these shares of the contacts (any weights, not all 0).
 *
 * @throws {DomainError} when there is not one weight of at least 0 per band, or none above 0
 */
export function handleTimeOfMix(
  forecast: TenureForecast,
  weights: readonly number[],
): { readonly mean: Seconds; readonly quantiles: Seconds[] } {
  const { bands, covariance, all } = forecast;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length !== bands.length || !weights.every((weight) => weight >= 0) || !(total > 0))
    throw new DomainError(
      'handleTimeOfMix',
      'weights',
      String(weights),
      `${bands.length} weights, not all 0`,
    );
  const shares = weights.map((weight) => weight / total);
  const factor = bands.reduce((sum, band, k) => sum + band.factor * (shares[k] ?? 0), 0);
  const variance = covariance.reduce(
    (sum, row, i) =>
      sum + row.reduce((part, value, k) => part + value * (shares[i] ?? 0) * (shares[k] ?? 0), 0),
    0,
  );
  return { mean: all.average * factor, quantiles: quantilesOf(forecast, factor, Math.max(0, variance), 1) };
}

/** How fast a band works where 1 is the mean of all of late: the pace of a group of such agents. */
export function paceOf({ factor }: Pick<TenureBandAhead, 'factor'>): number {
  return 1 / factor;
}

/** Of the mean of a share of the contacts ahead: the less there are, the more they scatter. */
function quantilesOf(
  { all, probabilities }: Pick<TenureForecast, 'all' | 'probabilities'>,
  factor: number,
  variance: number,
  share: Share,
): Seconds[] {
  const { average, averageCv, contactCv, contactsAhead } = all;
  const chance = share > 0 ? (contactCv ** 2 / contactsAhead) * (1 / share - 1) : 0;
  const factorCv = Math.sqrt(averageCv ** 2 + variance / factor ** 2 + chance);
  return probabilities.map((p) => valueAt(normalQuantile(p), average * factor, { dispersion: 0, factorCv }));
}
