/**
 * The rest of today, once some of it has been seen.
 *
 * The morning's contacts tell how busy the whole day is. With a gamma factor B on the day and
 * Poisson counts, B given N contacts where λ were expected is again a gamma, with mean
 *
 *     (α + wN) / (α + wλ) = 1 + gain · (N/λ − 1),     gain = wλ / (α + wλ)
 *
 * where w < 1 says that a contact of the morning is worth less than a whole one about the
 * afternoon: counts scatter more than Poisson, and part of a morning's surprise is the morning's
 * own. The gain is measured on the past days of this channel (how much of the morning's surprise
 * came back how much later in the day), leans on the theory while days are few, and so is the
 * memory: whether the last hour says more than the whole morning.
 *
 * Reference: Weinberg, Brown & Stroud (2007), "Bayesian Forecasting of an Inhomogeneous Poisson
 * Process with Applications to Call Center Data", JASA 102(480); Shen & Huang (2008),
 * "Interday Forecasting and Intraday Updating of Call Center Arrivals", MSOM 10(3).
 */
import { DomainError } from '../errors.ts';
import { lawScores, NORMAL_DAYS, weightOf, widened, type Law } from './calibration.ts';
import { fitChannel, type ChannelFit } from './channel-fit.ts';
import { formatStart, parseDate } from '../numeric/civil-date.ts';
import { NO_DATA } from './forecast-channel.ts';
import { addScore, scoreCount, scoreOf } from './law.ts';
import type { Band, ModelName, Refusal } from './result.ts';
import type { Series } from './series.ts';
import { silenceOf, valueBeside } from './silence.ts';
import { trialDay } from './trial.ts';

export type WithinDayOptions = {
  /** Today, `YYYY-MM-DD`; values of this day and later in the series are not used. */
  readonly date: string;
  /** Contacts of today's slots from midnight, as far as they are over; null: unknown or closed. */
  readonly observed: readonly (number | null)[];
  /** Ascending, in (0, 1). */
  readonly quantiles: readonly number[];
  readonly model?: ModelName;
};

export type WithinDayForecast = {
  /** Open slots of the day not yet over. */
  readonly starts: string[];
  /** As forecast on the evening before. */
  readonly meanBefore: number[];
  readonly mean: number[];
  readonly quantiles: number[][];
  readonly bands: readonly Band[];
  /** The rest of the day together. */
  readonly rest: { readonly mean: number; readonly quantiles: number[] };
  /** Contacts seen over contacts expected so far; null when none were expected. */
  readonly seenRatio: number | null;
  /** Share of the morning's surprise that is expected of the rest. */
  readonly gain: number;
  readonly model: ModelName;
};

export type WithinDayOutcome =
  | { readonly ok: true; readonly forecast: WithinDayForecast }
  | { readonly ok: false; readonly refusal: Refusal };

/** Days that the theory weighs against the days measured. */
const PRIOR_DAYS = 10;
/** Days that the rest as a whole weighs against the hours around one slot. */
const PRIOR_SLOT_DAYS = 20;
/** A surprise beyond three quarters up or down is no guide to the usual gain. */
const LARGEST = 0.75;
/** Hours after which a slot of the morning counts 1/e. */
const MEMORIES = [1, 3, Infinity];
/** Hours on either side that are looked at together. */
const NEARBY = 2;
const LEVELS = [0.8, 0.95];

/**
 * The forecast of the rest of `options.date`, given its first slots; `siblings` as in `forecastChannel`.
 *
 * @throws {DomainError} when an option is outside its domain
 */
export function forecastRestOfDay(
  series: Series,
  options: WithinDayOptions,
  siblings: readonly Series[] = [],
): WithinDayOutcome {
  const date = parseDate(options.date);
  if (date === null) throw new DomainError('forecastRestOfDay', 'date', options.date, 'a date YYYY-MM-DD');
  if (options.observed.length > series.slotsPerDay)
    throw new DomainError(
      'forecastRestOfDay',
      'observed',
      options.observed.length,
      'at most one day of slots',
    );
  for (const value of options.observed)
    if (value !== null && !(value >= 0 && value < Infinity))
      throw new DomainError('forecastRestOfDay', 'observed', value, 'at least 0');
  const fit = fitChannel(series, date, 1, options.model, siblings);
  if (fit === null) return { ok: false, refusal: NO_DATA };
  return updateDay(fit, options);
}

function updateDay(fit: ChannelFit, options: WithinDayOptions): WithinDayOutcome {
  const { sweep, calibration, future, firstAhead } = fit;
  const { slotsPerDay, closed, intervalMinutes } = sweep.series;
  const fact = sweep.facts[sweep.endOrigin - 1 + firstAhead];
  if (fact === undefined || fact.isClosed)
    return { ok: false, refusal: { code: 'noOpenDay', message: 'the day is closed' } };
  const means = new Float64Array(slotsPerDay);
  future(firstAhead, means);
  const update = learnUpdate(fit, options.observed, means);

  const probabilities = [
    ...options.quantiles,
    ...LEVELS.flatMap((level) => [(1 - level) / 2, (1 + level) / 2]),
  ];
  const asked = options.quantiles.length;
  const normal = calibration.interval(firstAhead);
  const evening = fact.special === null ? normal : widened(normal, sweep.final.specialCv);
  const { dispersion, factorCv } = evening.spread;
  const scores = lawScores(evening, probabilities);
  const silence = silenceOf(sweep.series);
  let [restMean, restBefore, restSilent] = [0, 0, 0];
  const starts: string[] = [];
  const meanBefore: number[] = [];
  const mean: number[] = [];
  const quantiles: number[][] = [];
  const bands: Band[] = LEVELS.map((level) => ({ level, low: [], high: [] }));
  for (let s = options.observed.length; s < slotsPerDay; s++) {
    if (closed[fact.weekday * slotsPerDay + s] === 1) continue;
    const before = means[s] ?? 0;
    const now = before * Math.max(0, 1 + (update.gain[s] ?? 0) * update.surprise);
    // what the morning has told is no longer uncertain
    const left = Math.max(0, factorCv * factorCv - (update.told[s] ?? 0));
    const silent = silence.means[s] ?? 0;
    const spread = { dispersion, factorCv: Math.sqrt(left) };
    const values = scores.map((score) => valueBeside(silent, score, now, spread));
    restSilent += silent;
    starts.push(formatStart(fact.day, s * intervalMinutes));
    meanBefore.push(before);
    mean.push(now);
    restMean += now;
    restBefore += before;
    quantiles.push(values.slice(0, asked));
    bands.forEach(({ low, high }, k) => {
      low.push(values[asked + 2 * k] ?? 0);
      high.push(values[asked + 2 * k + 1] ?? 0);
    });
  }
  return {
    ok: true,
    forecast: {
      starts,
      meanBefore,
      mean,
      quantiles,
      bands,
      rest: {
        mean: restMean,
        quantiles: lawScores(update.rest, options.quantiles).map((score) =>
          valueBeside(restSilent, score, restMean, update.rest.spread),
        ),
      },
      seenRatio: update.seenRatio,
      gain: restBefore > 0 && update.surprise !== 0 ? (restMean / restBefore - 1) / update.surprise : 0,
      model: fit.model,
    },
  };
}

type Update = {
  /** Morning over expectation, less 1, recent slots weighing more if that has paid. */
  readonly surprise: number;
  readonly seenRatio: number | null;
  /** By slot: share of the surprise to expect there, and variance of the factor that it explains. */
  readonly gain: Float64Array;
  readonly told: Float64Array;
  /** Law of the rest as a whole, from how the same update would have done on the past days. */
  readonly rest: Law;
};

/** How morning and rest moved together on the past days, seen at the slots seen today. */
function learnUpdate(fit: ChannelFit, observed: readonly (number | null)[], today: Float64Array): Update {
  const { intervalMinutes } = fit.sweep.series;
  let best: (Update & { explained: number }) | null = null;
  for (const hours of MEMORIES) {
    const weights = observed.map((value, s) =>
      value === null ? 0 : Math.exp(-((observed.length - 1 - s) * intervalMinutes) / 60 / hours),
    );
    const update = learnWith(fit, observed, weights, today);
    if (best === null || update.explained > best.explained) best = update;
  }
  if (best === null) throw new DomainError('forecastRestOfDay', 'memories', MEMORIES, 'at least one');
  return best;
}

function learnWith(
  { trial, calibration, firstAhead }: ChannelFit,
  observed: readonly (number | null)[],
  weights: readonly number[],
  today: Float64Array,
): Update & { explained: number } {
  const { sweep, means } = trial;
  const { firstOrigin, endOrigin, series } = sweep;
  const { slotsPerDay, values, intervalMinutes } = series;
  const first = observed.length;
  const near = Math.round((NEARBY * 60) / intervalMinutes);
  const { dispersion } = calibration.interval(firstAhead).spread;
  const dayVariance = calibration.day(firstAhead).spread.factorCv ** 2;
  const limited = (ratio: number) => Math.max(-LARGEST, Math.min(LARGEST, ratio - 1));

  let [seen, expected, expectedNoise, plainSeen, plainExpected] = [0, 0, 0, 0, 0];
  weights.forEach((w, s) => {
    const mean = today[s] ?? 0;
    const value = observed[s] ?? null;
    if (value === null) return;
    seen += w * value;
    expected += w * mean;
    expectedNoise += w * w * mean;
    plainSeen += value;
    plainExpected += mean;
  });

  // prior: one factor shared by all, chance apart
  let weight = PRIOR_DAYS;
  let covariance = PRIOR_DAYS * dayVariance;
  let morning = PRIOR_DAYS * dayVariance;
  let rest = PRIOR_DAYS * dayVariance;
  const past: { w: number; r1: number; m2: number; n2: number }[] = [];
  const bySlot = new Float64Array(slotsPerDay);
  const bySlotWeight = new Float64Array(slotsPerDay);
  const sumMeans = new Float64Array(slotsPerDay + 1);
  const sumValues = new Float64Array(slotsPerDay + 1);
  for (let origin = firstOrigin; origin + 1 < endOrigin; origin++) {
    const place = trialDay(sweep, origin, 1);
    if (Number.isNaN(trial.dayMeans[place])) continue;
    let [m1, n1, noise] = [0, 0, 0];
    for (let s = 0; s < slotsPerDay; s++) {
      const value = values[(origin + 1) * slotsPerDay + s] ?? Number.NaN;
      const mean = Number.isNaN(value) ? 0 : (means[place * slotsPerDay + s] ?? 0);
      const w = weights[s] ?? 0;
      if (s < first && !Number.isNaN(value)) {
        m1 += w * mean;
        n1 += w * value;
        noise += w * w * mean;
      }
      const counts = s >= first && !Number.isNaN(value);
      sumMeans[s + 1] = (sumMeans[s] ?? 0) + (counts ? mean : 0);
      sumValues[s + 1] = (sumValues[s] ?? 0) + (counts ? value : 0);
    }
    const m2 = sumMeans[slotsPerDay] ?? 0;
    if (!(m1 > 0 && m2 > 0)) continue;
    const r1 = limited(n1 / m1);
    const r2 = limited((sumValues[slotsPerDay] ?? 0) / m2);
    const w = weightOf(origin, 1, endOrigin);
    weight += w;
    covariance += w * r1 * r2;
    morning += w * (r1 * r1 - (dispersion * noise) / (m1 * m1));
    rest += w * (r2 * r2 - 1 / m2);
    past.push({ w, r1, m2, n2: sumValues[slotsPerDay] ?? 0 });
    for (let s = first; s < slotsPerDay; s++) {
      const [low, high] = [Math.max(first, s - near), Math.min(slotsPerDay, s + near + 1)];
      const m = (sumMeans[high] ?? 0) - (sumMeans[low] ?? 0);
      if (!(m > 0)) continue;
      const r = limited(((sumValues[high] ?? 0) - (sumValues[low] ?? 0)) / m);
      bySlot[s] = (bySlot[s] ?? 0) + w * r1 * r;
      bySlotWeight[s] = (bySlotWeight[s] ?? 0) + w;
    }
  }
  const shared = Math.max(0, covariance / weight);
  const own = Math.max(shared, morning / weight);
  const variance = expected > 0 ? own + (dispersion * expectedNoise) / (expected * expected) : Infinity;
  const gain = new Float64Array(slotsPerDay);
  const told = new Float64Array(slotsPerDay);
  for (let s = first; s < slotsPerDay; s++) {
    const here = ((bySlot[s] ?? 0) + PRIOR_SLOT_DAYS * shared) / ((bySlotWeight[s] ?? 0) + PRIOR_SLOT_DAYS);
    gain[s] = Math.max(0, here) / variance;
    told[s] = Math.max(0, here) * (gain[s] ?? 0);
  }
  const explained = (shared * shared) / variance;
  const spread = { dispersion: 1, factorCv: Math.sqrt(Math.max(0, rest / weight - explained)) };
  const scores = scoreCount();
  for (const { w, r1, m2, n2 } of past) {
    const mean = m2 * (1 + (shared / variance) * r1);
    if (mean > 0) addScore(scores, scoreOf(n2, mean, spread), w);
  }
  return {
    surprise: expected > 0 ? seen / expected - 1 : 0,
    seenRatio: plainExpected > 0 ? plainSeen / plainExpected : null,
    gain,
    told,
    rest: { spread, scores, restlessness: 1, normalDays: NORMAL_DAYS.day },
    explained,
  };
}
