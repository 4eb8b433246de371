/**
 * Handle times ahead: level × weekday × time of day, each a ratio of recency-weighted totals
 * (seconds over contacts), so that an interval of two contacts moves nothing that one of two
 * hundred has settled.
 *
 * The mean of n handle times scatters by cv²/n; on top comes the factor by which whole days have missed,
 * per distance, in the rolling-origin backtest. Quantiles are of the mean handle time of the expected
 * contacts: of an interval, of a day, of all days ahead. The last misses by a factor of its own, measured
 * on past spans of that length; as past spans overlap, so many days count as one, and the day factor (what
 * it would be if every day missed alike) weighs as one more.
 *
 * Reference: Ibrahim, L'Ecuyer, Shen & Thiongane (2016), "Inter-dependent, heterogeneous, and
 * time-varying service-time distributions in call centers", EJOR 250(2), for means that wander by day.
 */
import { DomainError, type Issue } from '../errors.ts';
import { formatDate, formatStart, parseDate, weekdayOf } from '../numeric/civil-date.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import type { Seconds, Share } from '../units.ts';
import { handleTimeStates } from './handle-time-states.ts';
import { valueAt } from './law.ts';
import { seriesFrom, type Series } from './series.ts';

export type HandleTimeHistory = {
  readonly intervalMinutes: number;
  readonly starts: readonly string[];
  /** Mean of the interval; null where nothing was handled. */
  readonly handleTime: readonly (Seconds | null)[];
  /** Contacts behind the mean. */
  readonly contacts: readonly (number | null)[];
};

export type HandleTimeOptions = {
  readonly from: string;
  readonly days: number;
  readonly quantiles: readonly number[];
};

export type HandleTimeModel = 'lastWeek' | 'meanOfFour' | 'recentLevel' | 'level';

export type HandleTimeForecast = {
  readonly starts: string[];
  readonly mean: Seconds[];
  readonly quantiles: Seconds[][];
  /** Over all contacts expected: what a plan with one handle time takes. */
  readonly average: Seconds;
  readonly averageQuantiles: Seconds[];
  /** Coefficient of variation of that mean, and the contacts expected. */
  readonly averageCv: number;
  readonly contactsAhead: number;
  readonly days: readonly {
    readonly date: string;
    readonly mean: Seconds;
    readonly quantiles: Seconds[];
  }[];
  readonly model: HandleTimeModel;
  /** Weighted by contacts: seconds missed over seconds worked, day by interval, by days ahead. */
  readonly backtest: readonly {
    readonly model: HandleTimeModel;
    readonly ahead: number;
    readonly wape: Share;
  }[];
  /** Coefficient of variation of single handle times, and of the factor of a whole day, next day. */
  readonly contactCv: number;
  readonly dayFactorCv: number;
};

export type HandleTimeOutcome =
  | { readonly ok: true; readonly forecast: HandleTimeForecast }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Stated prior of the day factor, weighing two days. */
const DAY_FACTOR = { cv: 0.1, days: 2 };
const AHEAD = [1, 7, 28];
const LEAST_DAYS = 28;

/**
 * Mean handle time of every open interval of `options.days` days from `options.from`.
 *
 * @throws {DomainError} when an option is outside its domain
 */
export function forecastHandleTime(
  history: HandleTimeHistory,
  options: HandleTimeOptions,
): HandleTimeOutcome {
  const from = parseDate(options.from);
  if (from === null) throw new DomainError('forecastHandleTime', 'from', options.from, 'a date YYYY-MM-DD');
  if (!(Number.isInteger(options.days) && options.days >= 1 && options.days <= 3660))
    throw new DomainError('forecastHandleTime', 'days', options.days, 'a whole number from 1 to 3660');
  const { intervalMinutes, starts, contacts, handleTime } = history;
  const counted = seriesFrom({ intervalMinutes, starts, values: contacts });
  if (!counted.ok) return counted;
  const seconds = seriesFrom({
    intervalMinutes,
    starts,
    values: handleTime.map((mean, i) => {
      const n = contacts[i] ?? null;
      return mean === null || n === null ? null : mean * n;
    }),
  });
  if (!seconds.ok) return seconds;
  const { series } = counted;
  const days = Math.min(series.days, from - series.firstDay);
  const worked = aligned(seconds.series, series);
  let handled = 0;
  for (let i = 0; i < days * series.slotsPerDay; i++)
    if (!Number.isNaN(worked[i])) handled += series.values[i] ?? 0;
  if (!(handled > 0))
    return {
      ok: false,
      issues: [
        { path: '$.handleTime', code: 'noData', message: 'no handle time is known before the first day' },
      ],
    };
  const forecast = write(series, worked, days, from, options);
  if (forecast !== null) return { ok: true, forecast };
  const message = 'the channel is never open on these days';
  return { ok: false, issues: [{ path: '$.handleTime', code: 'noOpenDay', message }] };
}

/** Seconds on the grid of the contacts. */
function aligned(seconds: Series, { firstDay, slotsPerDay, values }: Series): Float64Array {
  const out = new Float64Array(values.length).fill(Number.NaN);
  const shift = (seconds.firstDay - firstDay) * slotsPerDay;
  seconds.values.forEach((value, i) => (out[i + shift] = value));
  return out;
}

function write(
  series: Series,
  worked: Float64Array,
  days: number,
  from: number,
  options: HandleTimeOptions,
): HandleTimeForecast | null {
  const { slotsPerDay, values, closed, firstDay, intervalMinutes } = series;
  const { states, contactCv2 } = handleTimeStates(series, worked, days);
  const sameSlot = (origin: number, target: number, s: number, most: number) => {
    let [seconds, contacts, found] = [0, 0, 0];
    for (let day = target - 7; day >= 0 && found < most; day -= 7) {
      const at = day * slotsPerDay + s;
      if (day > origin || !((values[at] ?? 0) > 0) || Number.isNaN(worked[at])) continue;
      seconds += worked[at] ?? 0;
      contacts += values[at] ?? 0;
      found++;
    }
    return {
      mean: contacts > 0 ? seconds / contacts : Number.NaN,
      contacts: found > 0 ? contacts / found : 0,
    };
  };
  const predict = (model: HandleTimeModel, origin: number, target: number, s: number): number => {
    const state = states[origin];
    if (state === undefined) return Number.NaN;
    const shape = (state.weekdays[weekdayOf(firstDay + target)] ?? 1) * (state.slots[s] ?? 1);
    if (model === 'level' || model === 'recentLevel') return state.levels[model] * shape;
    const { mean } = sameSlot(origin, target, s, model === 'lastWeek' ? 1 : 4);
    return Number.isNaN(mean) ? state.levels.level : mean;
  };

  // the first of equals is chosen
  const models = ['level', 'recentLevel', 'meanOfFour', 'lastWeek'] as const;
  const first = Math.max(LEAST_DAYS - 1, days - 120);
  /** A past day as `model` saw it from `origin`: seconds missed, worked and expected, contacts. */
  const trial = (model: HandleTimeModel, origin: number, target: number) => {
    const sums = { missed: 0, time: 0, expected: 0, contacts: 0 };
    for (let s = 0; s < slotsPerDay; s++) {
      const at = target * slotsPerDay + s;
      const n = values[at] ?? 0;
      if (!(n > 0) || Number.isNaN(worked[at])) continue;
      const mean = predict(model, origin, target, s);
      sums.missed += Math.abs(n * mean - (worked[at] ?? 0));
      sums.time += worked[at] ?? 0;
      sums.expected += n * mean;
      sums.contacts += n;
    }
    return sums;
  };
  const rows = AHEAD.flatMap((ahead) =>
    models.flatMap((model) => {
      let [missed, total, factor, count] = [0, 0, 0, 0];
      for (let target = first + ahead; target < days; target++) {
        const day = trial(model, target - ahead, target);
        missed += day.missed;
        total += day.time;
        if (!(day.expected > 0)) continue;
        factor += (day.time / day.expected - 1) ** 2 - contactCv2 / day.contacts;
        count++;
      }
      return total > 0 ? [{ model, ahead, wape: missed / total, factor, count }] : [];
    }),
  );
  const scoreOf = (model: HandleTimeModel) =>
    rows.filter((row) => row.model === model).reduce((sum, { wape }) => sum + wape, 0);
  const model =
    rows.length === 0
      ? 'level'
      : models.reduce((best, name) => (scoreOf(name) < scoreOf(best) ? name : best));
  const factorCv = (ahead: number) => {
    const own = rows.filter((row) => row.model === model);
    const row = own.find((candidate) => ahead <= candidate.ahead) ?? own.at(-1);
    const { factor = 0, count = 0 } = row ?? {};
    return Math.sqrt(
      (Math.max(0, factor) + DAY_FACTOR.days * DAY_FACTOR.cv ** 2) / (count + DAY_FACTOR.days),
    );
  };

  /** Of the mean over all days ahead; a span longer than the longest distance is taken for one of that. */
  const spanFactorCv = () => {
    const length = Math.min(options.days, LEAST_DAYS);
    const gap = Math.min(from - firstDay - days, LEAST_DAYS);
    // a span a day later says nearly the same: seven origins per length are enough
    const step = Math.ceil(length / 7);
    let [squares, count] = [0, 0];
    for (let origin = first; origin + gap + length < days; origin += step) {
      let [time, expected, contacts] = [0, 0, 0];
      for (let i = 1; i <= length; i++) {
        const day = trial(model, origin, origin + gap + i);
        time += day.time;
        expected += day.expected;
        contacts += day.contacts;
      }
      if (!(expected > 0)) continue;
      squares += (time / expected - 1) ** 2 - contactCv2 / contacts;
      count++;
    }
    const weight = step / length;
    return Math.sqrt((Math.max(0, squares) * weight + factorCv(gap + length) ** 2) / (count * weight + 1));
  };

  const scores = options.quantiles.map(normalQuantile);
  const law = (mean: number, n: number, ofAll: number) =>
    scores.map((score) => valueAt(score, mean, { dispersion: (contactCv2 * mean) / n, factorCv: ofAll }));
  const result = { starts: [] as string[], mean: [] as number[], quantiles: [] as number[][] };
  const ofDays: { date: string; mean: number; quantiles: number[] }[] = [];
  let [time, contacts] = [0, 0];
  for (let i = 0; i < options.days; i++) {
    const target = from - firstDay + i;
    const factor = factorCv(target - days + 1);
    let [ofDay, contactsOfDay] = [0, 0];
    for (let s = 0; s < slotsPerDay; s++) {
      if (closed[weekdayOf(from + i) * slotsPerDay + s] === 1) continue;
      const mean = predict(model, days - 1, target, s);
      const n = Math.max(1, sameSlot(days - 1, target, s, 4).contacts);
      ofDay += mean * n;
      contactsOfDay += n;
      result.starts.push(formatStart(from + i, s * intervalMinutes));
      result.mean.push(mean);
      result.quantiles.push(law(mean, n, factor));
    }
    if (contactsOfDay === 0) continue;
    const mean = ofDay / contactsOfDay;
    ofDays.push({ date: formatDate(from + i), mean, quantiles: law(mean, contactsOfDay, factor) });
    time += ofDay;
    contacts += contactsOfDay;
  }
  if (contacts === 0) return null;
  const average = time / contacts;
  const spanCv = spanFactorCv();
  return {
    ...result,
    average,
    averageQuantiles: law(average, contacts, spanCv),
    averageCv: Math.sqrt(contactCv2 / contacts + spanCv ** 2),
    contactsAhead: contacts,
    days: ofDays,
    model,
    backtest: rows.map(({ model: name, ahead, wape }) => ({ model: name, ahead, wape })),
    contactCv: Math.sqrt(contactCv2),
    dayFactorCv: factorCv(1),
  };
}
