/**
 * The rest of today, once some of it has been seen.
 *
 * The morning's contacts tell how busy the whole day is, and the last hours how busy the next ones: the miss
 * of every later half-hour is expected from those so far by how hours miss together (`hours-together.ts`).
 * Without a past that is the Gamma–Poisson update of a day factor. How much of it is believed is what the same
 * update, made with what was known then, has been worth on the past days; its misses then are the law of the
 * rest as a whole.
 *
 * References: those of `hours-together.ts`; James & Stein (1961), Proc. 4th Berkeley Symposium 1, for a slope
 * that chance may have made.
 */
import { DomainError } from '../errors.ts';
import { lawScores, PRIOR_SCORES, weightOf, widened, type Law } from './calibration.ts';
import { fitChannel, type ChannelFit } from './channel-fit.ts';
import { formatStart, parseDate } from '../numeric/civil-date.ts';
import { hoursTogether, PRIOR_DAYS } from './hours-together.ts';
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
  /** Share of a surprise alike in all hours so far that is expected of the rest. */
  readonly gain: number;
  readonly model: ModelName;
};

export type WithinDayOutcome =
  | { readonly ok: true; readonly forecast: WithinDayForecast }
  | { readonly ok: false; readonly refusal: Refusal };

/** A surprise beyond three quarters up or down is no guide to the usual one. */
const LARGEST = 0.75;
/** Hours of the day are taken together in blocks of at least this length. */
const BLOCK_MINUTES = 30;
/** Half-life of a day, as of the errors of the next day. */
const DAY_DECAY = 0.5 ** (1 / 90);
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
  let [restMean, restSilent] = [0, 0];
  const starts: string[] = [];
  const meanBefore: number[] = [];
  const mean: number[] = [];
  const quantiles: number[][] = [];
  const bands: Band[] = LEVELS.map((level) => ({ level, low: [], high: [] }));
  for (let s = options.observed.length; s < slotsPerDay; s++) {
    if (closed[fact.weekday * slotsPerDay + s] === 1) continue;
    const before = means[s] ?? 0;
    const now = before * Math.max(0, 1 + (update.change[s] ?? 0));
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
      gain: update.gain,
      model: fit.model,
    },
  };
}

type Update = {
  /** By slot: what to add to the mean, as a share of it, and variance of the factor that this explains. */
  readonly change: Float64Array;
  readonly told: Float64Array;
  readonly seenRatio: number | null;
  readonly gain: number;
  /** Law of the rest as a whole, from how the same update did on the past days. */
  readonly rest: Law;
};

/** What the hours seen today say of the others, after what they have said on the past days. */
function learnUpdate(
  { trial, calibration, firstAhead }: ChannelFit,
  observed: readonly (number | null)[],
  today: Float64Array,
): Update {
  const { sweep, means } = trial;
  const { firstOrigin, endOrigin, series } = sweep;
  const { slotsPerDay, values, intervalMinutes } = series;
  const blocks = dayBlocks(slotsPerDay, observed.length, intervalMinutes);
  const { dispersion, factorCv } = calibration.interval(firstAhead).spread;
  const dayCv = calibration.day(firstAhead).spread.factorCv;
  const sdOf = (mean: number) => Math.sqrt(dispersion * mean + (factorCv * mean) ** 2);

  const known = Float64Array.from(today, (_, s) => observed[s] ?? Number.NaN);
  const now = inBlocks(blocks, today, known, sdOf);
  const { from } = blocks;
  const shared = now.means.map((mean) => (mean > 0 ? Math.min(1, (dayCv * mean) / sdOf(mean)) : 0));
  const hours = hoursTogether(shared, blocks.hours);
  const later = now.means.map((mean, b) => (b < from ? 0 : mean));
  const total = later.reduce((sum, mean) => sum + mean, 0);
  // until the past has spoken, all that is known is what the theory would explain
  const weights = later.map((mean) => (total > 0 ? sdOf(mean) / total : 0));
  const explained = hours.on(now.means).explainedOfSum(now.misses, from, weights);
  const left = Math.max(0, dayCv * dayCv - explained);
  const trust = {
    squares: PRIOR_DAYS * explained,
    products: PRIOR_DAYS * explained,
    noise: PRIOR_DAYS * explained * left,
  };

  let weight = PRIOR_DAYS;
  let missed = PRIOR_DAYS * left;
  const past: { w: number; mean: number; actual: number }[] = [];
  const isSeen = (misses: Float64Array) => misses.subarray(0, from).some((miss) => !Number.isNaN(miss));
  for (let origin = firstOrigin; origin + 1 < endOrigin; origin++) {
    const place = trialDay(sweep, origin, 1);
    if (Number.isNaN(trial.dayMeans[place])) continue;
    const day = inBlocks(
      blocks,
      means.subarray(place * slotsPerDay, (place + 1) * slotsPerDay),
      values.subarray((origin + 1) * slotsPerDay, (origin + 2) * slotsPerDay),
      sdOf,
    );
    const [mean, actual] = [day.laterMean, day.laterActual];
    if (mean > 0 && isSeen(day.misses) === isSeen(now.misses)) {
      const expected = hours.on(day.means).expected(day.misses, from);
      const shift = expected.reduce((sum, miss, b) => sum + miss * (day.sds[b] ?? 0), 0);
      const surprise = Math.max(-LARGEST, Math.min(LARGEST, actual / mean - 1));
      const believed = trustIn(trust) * (shift / mean);
      const w = weightOf(origin, 1, endOrigin);
      weight += w;
      missed += w * ((surprise - believed) ** 2 - 1 / mean);
      past.push({ w, mean: mean * Math.max(0, 1 + believed), actual });
      trust.squares = trust.squares * DAY_DECAY + (shift / mean) ** 2;
      trust.products = trust.products * DAY_DECAY + (shift / mean) * surprise;
      trust.noise = trust.noise * DAY_DECAY + ((shift / mean) * (surprise - believed)) ** 2;
    }
    hours.learn(day.misses);
  }

  const believed = trustIn(trust);
  const of = hours.on(now.means);
  const expected = of.expected(now.misses, from);
  const variance = of.explained(now.misses, from);
  // had every hour so far been off by one per cent
  const alike = of.expected(
    now.misses.map((miss, b) =>
      Number.isNaN(miss) ? miss : (0.01 * (now.means[b] ?? 0)) / (now.sds[b] ?? 1),
    ),
    from,
  );
  const carried = alike.reduce((sum, miss, b) => sum + miss * sdOf(now.means[b] ?? 0), 0);
  const change = new Float64Array(slotsPerDay);
  const told = new Float64Array(slotsPerDay);
  for (let s = observed.length; s < slotsPerDay; s++) {
    const b = blocks.of(s);
    const mean = now.means[b] ?? 0;
    if (!(mean > 0)) continue;
    const relative = sdOf(mean) / mean;
    change[s] = believed * (expected[b] ?? 0) * relative;
    told[s] = (believed * relative) ** 2 * (variance[b] ?? 0);
  }
  const spread = { dispersion: 1, factorCv: Math.sqrt(Math.max(0, missed / weight)) };
  const scores = scoreCount();
  for (const { w, mean, actual } of past) if (mean > 0) addScore(scores, scoreOf(actual, mean, spread), w);
  return {
    change,
    told,
    seenRatio: now.seenMean > 0 ? now.seenActual / now.seenMean : null,
    gain: total > 0 ? (believed * carried) / (0.01 * total) : 0,
    rest: { spread, scores, restlessness: 1, priorDays: PRIOR_SCORES.day },
  };
}

/**
 * How far the update is believed: the slope of what came on what it said, less what chance may have made of
 * that slope (the positive-part estimator of James & Stein), never more than all of it.
 */
function trustIn({ squares, products, noise }: { squares: number; products: number; noise: number }): number {
  if (!(squares > 0)) return 1;
  const slope = products / squares;
  return slope > 0 ? Math.max(0, Math.min(1, slope - noise / (squares * squares) / slope)) : 0;
}

type DayBlocks = {
  readonly count: number;
  /** First block that is not over. */
  readonly from: number;
  readonly hours: number;
  readonly of: (slot: number) => number;
};

/** Half-hours or longer, parted where the known slots end. */
function dayBlocks(slotsPerDay: number, first: number, intervalMinutes: number): DayBlocks {
  const width = Math.max(1, Math.round(BLOCK_MINUTES / intervalMinutes));
  const from = Math.ceil(first / width);
  return {
    count: from + Math.ceil((slotsPerDay - first) / width),
    from,
    hours: (width * intervalMinutes) / 60,
    of: (slot) =>
      slot < first
        ? from - 1 - Math.floor((first - 1 - slot) / width)
        : from + Math.floor((slot - first) / width),
  };
}

/** A day's forecast and how it was missed, block by block; `values` NaN: unknown. */
function inBlocks(
  { count, from, of }: DayBlocks,
  means: Float64Array,
  values: Float64Array,
  sdOf: (mean: number) => number,
) {
  const whole = new Float64Array(count);
  const expected = new Float64Array(count);
  const came = new Float64Array(count);
  means.forEach((mean, s) => {
    const b = of(s);
    const value = values[s] ?? Number.NaN;
    whole[b] = (whole[b] ?? 0) + mean;
    if (Number.isNaN(value)) return;
    expected[b] = (expected[b] ?? 0) + mean;
    came[b] = (came[b] ?? 0) + value;
  });
  const sum = (list: Float64Array, low: number, high: number) =>
    list.subarray(low, high).reduce((total, value) => total + value, 0);
  return {
    means: whole,
    /** Of the known slots. */
    sds: expected.map(sdOf),
    misses: expected.map((mean, b) => (mean > 0 ? ((came[b] ?? 0) - mean) / sdOf(mean) : Number.NaN)),
    seenMean: sum(expected, 0, from),
    seenActual: sum(came, 0, from),
    laterMean: sum(expected, from, count),
    laterActual: sum(came, from, count),
  };
}
