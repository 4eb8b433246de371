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
import { lawScores, widened } from './calibration.ts';
import { fitChannel, type ChannelFit } from './channel-fit.ts';
import { askedAt } from './count-law.ts';
import { formatStart, parseDate } from '../numeric/civil-date.ts';
import { learnUpdate } from './day-update.ts';
import { NO_DATA } from './forecast-channel.ts';
import type { Band, ModelName, Refusal } from './result.ts';
import type { Series } from './series.ts';
import { contactsBeside, silenceOf } from './silence.ts';
import { updateLaws, updateWorth, type UpdateWorth } from './update-record.ts';

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
  /** What the same update has been worth on the past days; null where there is none. */
  readonly worth: UpdateWorth | null;
};

export type WithinDayOutcome =
  | { readonly ok: true; readonly forecast: WithinDayForecast }
  | { readonly ok: false; readonly refusal: Refusal };

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
  /** What the morning has told is no longer uncertain. */
  const spreadOf = (slot: number, cv: number) => ({
    dispersion,
    factorCv: Math.sqrt(Math.max(0, cv * cv - (update.told[slot] ?? 0))),
  });
  const laws = updateLaws(fit, update, (slot) => spreadOf(slot, normal.spread.factorCv));
  const ofIntervals = askedAt(lawScores(laws.interval, probabilities));
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
    const silent = silence.means[s] ?? 0;
    const spread = spreadOf(s, factorCv);
    const values = contactsBeside(silent, ofIntervals, now, spread);
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
        quantiles: contactsBeside(
          restSilent,
          askedAt(lawScores(laws.rest, options.quantiles)),
          restMean,
          laws.rest.spread,
        ),
      },
      seenRatio: update.seenRatio,
      gain: update.gain,
      model: fit.model,
      worth: updateWorth(fit, update.past, update.first),
    },
  };
}
