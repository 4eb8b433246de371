/**
 * A demand without any history: a weekly volume that somebody expects, spread over the week as typed or
 * as sibling channels run, with the wide bands of the stated priors (`priors.ts`).
 *
 *     variance of an interval = dispersion · m + (levelCv² + dayFactorCv²) · m²
 *     variance of a total     = M + levelCv² · M² + dayFactorCv² · Σ (m of a day)²
 *
 * The level's error is shared by all days: it widens bands, also of weeks, and is no day-to-day swing. Each day
 * has a factor of its own, so the swings of a week's days make up for one another: of seven alike 0.2 / √7.
 * Assumes that level and day factors are independent, and normal scores (`law.ts`).
 */
import { DomainError } from '../errors.ts';
import { formatDate, formatStart, parseDate, weekdayOf } from '../numeric/civil-date.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { askedAt, contactsAt } from './count-law.ts';
import { dayTotals, seasonOf } from './season.ts';
import type { Spread } from './law.ts';
import { DAY_FACTOR_CV, DISPERSION, TYPED_LEVEL_CV } from './priors.ts';
import type { Band, ForecastResult, TotalForecast } from './result.ts';
import type { Series } from './series.ts';

export type TypedVolume = {
  readonly intervalMinutes: number;
  readonly contactsPerWeek: number;
  /** `7 × slots of a day`, Monday first, on any scale; 0: closed. */
  readonly shape: readonly number[];
  /** How far the volume may be off; 0.25 unless said. */
  readonly levelCv?: number;
};

export type TypedForecast = Pick<
  ForecastResult,
  'starts' | 'mean' | 'quantiles' | 'bands' | 'days' | 'weeks' | 'dayFactorCv' | 'poissonFloor'
> & {
  /** What was believed, for want of a history. */
  readonly priors: {
    readonly dayFactorCv: number;
    readonly levelCv: number;
    readonly dispersion: number;
  };
};

const LEVELS = [0.8, 0.95];

/**
 * @throws {DomainError} when the volume, the shape or an option is outside its domain
 */
export function forecastTyped(
  volume: TypedVolume,
  options: { readonly from: string; readonly days: number; readonly quantiles: readonly number[] },
): TypedForecast {
  const { intervalMinutes, contactsPerWeek, shape, levelCv = TYPED_LEVEL_CV } = volume;
  const from = parseDate(options.from);
  const refuse = (name: string, value: unknown, allowed: string) => {
    throw new DomainError('forecastTyped', name, value, allowed);
  };
  if (from === null) throw new DomainError('forecastTyped', 'from', options.from, 'a date YYYY-MM-DD');
  const slotsPerDay = MINUTES_PER_DAY / intervalMinutes;
  if (!(slotsPerDay >= 1 && Number.isInteger(slotsPerDay)))
    refuse('intervalMinutes', intervalMinutes, 'a divisor of 1440');
  if (!(contactsPerWeek >= 0 && contactsPerWeek < Infinity))
    refuse('contactsPerWeek', contactsPerWeek, 'at least 0');
  if (!(levelCv >= 0 && levelCv <= 3)) refuse('levelCv', levelCv, 'from 0 to 3');
  const total = shape.reduce((sum, x) => sum + x, 0);
  if (shape.length !== 7 * slotsPerDay || !shape.every((x) => x >= 0) || !(total > 0 && total < Infinity))
    refuse('shape', shape.length, `${7 * slotsPerDay} numbers from 0, not all of them 0`);
  if (!(Number.isInteger(options.days) && options.days >= 1 && options.days <= 3660))
    refuse('days', options.days, 'a whole number from 1 to 3660');
  options.quantiles.forEach((q, k) => {
    if (!(q > (options.quantiles[k - 1] ?? 0) && q < 1))
      refuse(`quantiles[${k}]`, q, 'ascending, between 0 and 1');
  });

  const tails = LEVELS.flatMap((level) => [(1 - level) / 2, (1 + level) / 2]);
  const asked = askedAt([...options.quantiles, ...tails].map(normalQuantile));
  const own = options.quantiles.length;
  const ofInterval: Spread = { dispersion: DISPERSION, factorCv: Math.hypot(levelCv, DAY_FACTOR_CV) };
  const result = {
    starts: [] as string[],
    mean: [] as number[],
    quantiles: [] as number[][],
    bands: LEVELS.map((level): Band => ({ level, low: [], high: [] })),
    days: [] as TotalForecast[],
    weeks: [] as TotalForecast[],
  };
  const totalOf = (day: number, means: readonly number[]): TotalForecast => {
    const mean = means.reduce((a, b) => a + b, 0);
    const swing = mean > 0 ? (DAY_FACTOR_CV * Math.hypot(...means)) / mean : 0;
    const factorCv = Math.hypot(levelCv, swing);
    const values = contactsAt(asked, mean, { dispersion: 1, factorCv });
    return {
      from: formatDate(day),
      days: means.length,
      mean,
      quantiles: values.slice(0, own),
      bands: LEVELS.map((level, k) => ({
        level,
        low: values[own + 2 * k] ?? 0,
        high: values[own + 2 * k + 1] ?? 0,
      })),
      factorCv,
    };
  };
  let week: number[] = [];
  let [noise, all] = [0, 0];
  for (let i = 0; i < options.days; i++) {
    const row = weekdayOf(from + i) * slotsPerDay;
    let ofDay = 0;
    for (let s = 0; s < slotsPerDay; s++) {
      const share = shape[row + s] ?? 0;
      if (!(share > 0)) continue;
      const mean = (contactsPerWeek * share) / total;
      ofDay += mean;
      noise += Math.sqrt((2 * mean) / Math.PI);
      result.starts.push(formatStart(from + i, s * intervalMinutes));
      result.mean.push(mean);
      const values = contactsAt(asked, mean, ofInterval);
      result.quantiles.push(values.slice(0, own));
      result.bands.forEach(({ low, high }, k) => {
        low.push(values[own + 2 * k] ?? 0);
        high.push(values[own + 2 * k + 1] ?? 0);
      });
    }
    if (ofDay > 0) result.days.push(totalOf(from + i, [ofDay]));
    week.push(ofDay);
    all += ofDay;
    if (week.length === 7) {
      result.weeks.push(totalOf(from + i - 6, week));
      week = [];
    }
  }
  return {
    ...result,
    dayFactorCv: DAY_FACTOR_CV,
    poissonFloor: all > 0 ? noise / all : 0,
    priors: { dayFactorCv: DAY_FACTOR_CV, levelCv, dispersion: DISPERSION },
  };
}

/**
 * How a week of these channels runs, each weighing alike: the shape for one without a history. Null
 * where none of them has a whole week.
 */
export function weekShape(siblings: readonly Series[]): number[] | null {
  const slotsPerDay = siblings[0]?.slotsPerDay ?? 0;
  const sum = Array<number>(7 * slotsPerDay).fill(0);
  let found = 0;
  for (const series of siblings) {
    const { profiles } = seasonOf(series);
    const totals = dayTotals(series);
    const week = Array.from({ length: 7 }, (_, weekday) => {
      const known = totals.filter(
        (total, d) => weekdayOf(series.firstDay + d) === weekday && !Number.isNaN(total),
      );
      return known.length > 0 ? known.reduce((a, b) => a + b, 0) / known.length : 0;
    });
    const all = week.reduce((a, b) => a + b, 0);
    if (series.days < 7 || !(all > 0)) continue;
    found++;
    week.forEach((total, weekday) =>
      profiles[weekday]?.forEach((share, s) => {
        const at = weekday * slotsPerDay + s;
        sum[at] = (sum[at] ?? 0) + (total / all) * share;
      }),
    );
  }
  return found > 0 ? sum.map((share) => share / found) : null;
}
