/**
 * A forecast for one channel: sweep the history, let the backtest choose, calibrate the bands on
 * the chosen model's own errors, and write out the days asked for.
 */
import { DomainError } from '../errors.ts';
import { lawScores, widened, type Law } from './calibration.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import { fitChannel, type ChannelFit } from './channel-fit.ts';
import { formatDate, formatStart, parseDate } from '../numeric/civil-date.ts';
import { askedAt, type Asked } from './count-law.ts';
import { coverage } from './coverage.ts';
import { dayErrors } from './error-correlation.ts';
import { valueAt, type ScoreCount } from './law.ts';
import { DAY_FACTOR_CV } from './priors.ts';
import type {
  Band,
  ForecastOptions,
  ForecastOutcome,
  ForecastResult,
  Note,
  TotalForecast,
} from './result.ts';
import { scatterOf } from './scatter.ts';
import type { Series } from './series.ts';
import { LEAST_BACKTEST_DAYS, worthLeaningOn } from './sibling.ts';
import { contactsBeside, silenceOf } from './silence.ts';
import { totalErrors } from './total-errors.ts';
import { runTrial } from './trial.ts';

const LEVELS = [0.8, 0.95];
export const NO_DATA = {
  code: 'noData',
  message: 'no value is known before the first day forecast',
} as const;
const TOO_EARLY = {
  code: 'fromBeforeHistory',
  message: 'the history begins on or after the first day forecast',
} as const;

/**
 * The forecast of `options.days` days from `options.from`, on the history before that day. `siblings`:
 * other channels of the same interval, on whose weekdays and days it leans while it is young.
 *
 * @throws {DomainError} when an option is outside its domain
 */
export function forecastChannel(
  whole: Series,
  options: ForecastOptions,
  siblings: readonly Series[] = [],
): ForecastOutcome {
  const from = checked(options);
  const fit = fitChannel(whole, from, options.days, options.model, siblings);
  if (fit === null)
    return { ok: false, refusal: whole.days > 0 && from <= whole.firstDay ? TOO_EARLY : NO_DATA };
  const written = write(fit, options);
  if (written.starts.length === 0)
    return { ok: false, refusal: { code: 'noOpenDay', message: 'every day asked for is closed' } };
  return {
    ok: true,
    forecast: {
      ...written,
      model: fit.model,
      reason: fit.reason,
      notes: notesOf(fit, options, siblings),
      ...record(fit, options),
      scatter: fit.rows.length === 0 ? null : scatterOf(fit.trial),
      totals: fit.rows.length === 0 ? [] : totalErrors(fit.trial),
      dayErrors: fit.rows.length === 0 ? [] : dayErrors(fit.trial),
    },
  };
}

/** How the models have done, and the bands of the chosen one; of the others as well where that is asked. */
function record(
  { rows, candidates, model, trial, sweep }: ChannelFit,
  { quantiles, everyModel = false }: ForecastOptions,
): Pick<ForecastResult, 'backtest' | 'coverage' | 'smallCounts'> {
  if (rows.length === 0) return { backtest: [], coverage: [], smallCounts: [] };
  const own = coverage(trial, quantiles);
  const bands = new Map([[model, own.bands]]);
  if (everyModel)
    for (const { name, slotMeans } of candidates)
      if (name !== model) bands.set(name, coverage(runTrial(sweep, slotMeans), quantiles).bands);
  return {
    backtest: rows.map((row) => ({ ...row, bands: bands.get(row.model)?.get(row.horizon) ?? null })),
    coverage: own.coverage,
    smallCounts: own.smallCounts,
  };
}

function checked({ from, days, quantiles }: ForecastOptions): number {
  const day = parseDate(from);
  if (day === null) throw new DomainError('forecast', 'from', from, 'a date YYYY-MM-DD');
  if (!(Number.isInteger(days) && days >= 1 && days <= 3660))
    throw new DomainError('forecast', 'days', days, 'a whole number from 1 to 3660');
  quantiles.forEach((q, k) => {
    if (!(q > 0 && q < 1)) throw new DomainError('forecast', `quantiles[${k}]`, q, 'between 0 and 1');
    if (k > 0 && !(q > (quantiles[k - 1] ?? 0)))
      throw new DomainError('forecast', `quantiles[${k}]`, q, 'greater than the one before');
  });
  return day;
}

type Written = {
  starts: string[];
  mean: number[];
  quantiles: number[][];
  bands: Band[];
  days: TotalForecast[];
  weeks: TotalForecast[];
  dayFactorCv: number;
  poissonFloor: number;
};

function write({ sweep, calibration, future, firstAhead }: ChannelFit, options: ForecastOptions): Written {
  const { series, facts, final } = sweep;
  const { slotsPerDay, closed, intervalMinutes } = series;
  const origin = sweep.endOrigin - 1;
  const means = new Float64Array(slotsPerDay);
  const tails = LEVELS.flatMap((level) => [(1 - level) / 2, (1 + level) / 2]);
  const probabilities = [...options.quantiles, ...tails];
  const asked = options.quantiles.length;
  const memo = new Map<ScoreCount, Asked>();
  const askedOf = (law: Law): Asked => {
    const known = memo.get(law.scores) ?? askedAt(lawScores(law, probabilities));
    memo.set(law.scores, known);
    return known;
  };
  const silence = silenceOf(series);
  /** `silent`: contacts not ruled out where the mean is 0. */
  const lawOf = (mean: number, law: Law, silent: number) =>
    contactsBeside(silent, askedOf(law), mean, law.spread);
  const totalOf = (day: number, days: number, mean: number, law: Law): TotalForecast => {
    const values = lawOf(mean, law, silence.dayMean * days);
    // the factor that gives the 80 % band its width, beyond Poisson noise; of the law without steps
    const [low = 0, high = 0] = askedOf(law).scores.slice(asked, asked + 2);
    const width = valueAt(high, mean, law.spread) - valueAt(low, mean, law.spread);
    const sd = width / (2 * normalQuantile(0.9));
    return {
      from: formatDate(day),
      days,
      mean,
      quantiles: values.slice(0, asked),
      bands: LEVELS.map((level, k) => ({
        level,
        low: values[asked + 2 * k] ?? 0,
        high: values[asked + 2 * k + 1] ?? 0,
      })),
      factorCv: mean > 0 ? Math.sqrt(Math.max(0, sd * sd - mean)) / mean : DAY_FACTOR_CV,
    };
  };

  const result: Written = {
    starts: [],
    mean: [],
    quantiles: [],
    bands: LEVELS.map((level) => ({ level, low: [], high: [] })),
    days: [],
    weeks: [],
    dayFactorCv: 0,
    poissonFloor: 0,
  };
  let [weekMean, total, noise, swing] = [0, 0, 0, 0];
  for (let i = 0; i < options.days; i++) {
    const ahead = firstAhead + i;
    const fact = facts[origin + ahead];
    if (fact === undefined) break;
    future(ahead, means);
    let mean = 0;
    const lawFor = (law: Law) => (fact.special === null ? law : widened(law, final.specialCv));
    const law = lawFor(calibration.interval(ahead));
    for (let s = 0; s < slotsPerDay; s++) {
      if (closed[fact.weekday * slotsPerDay + s] === 1) continue;
      const m = means[s] ?? 0;
      mean += m;
      noise += Math.sqrt((2 * m) / Math.PI);
      const values = lawOf(m, law, silence.means[s] ?? 0);
      result.starts.push(formatStart(fact.day, s * intervalMinutes));
      result.mean.push(m);
      result.quantiles.push(values.slice(0, asked));
      result.bands.forEach(({ low, high }, k) => {
        low.push(values[asked + 2 * k] ?? 0);
        high.push(values[asked + 2 * k + 1] ?? 0);
      });
    }
    if (!fact.isClosed) {
      const day = totalOf(fact.day, 1, mean, lawFor(calibration.day(ahead)));
      result.days.push(day);
      // with too little to judge by, the band and its prior say it
      const own = series.days < LEAST_BACKTEST_DAYS ? Number.NaN : calibration.swing(ahead);
      const factor = fact.special === null ? own : Math.hypot(own, final.specialCv);
      swing += mean * (Number.isNaN(own) ? day.factorCv : factor);
    }
    total += mean;
    weekMean += mean;
    if (i % 7 === 6) {
      result.weeks.push(totalOf(fact.day - 6, 7, weekMean, calibration.week(ahead - 6)));
      weekMean = 0;
    }
  }
  result.dayFactorCv = total > 0 ? swing / total : DAY_FACTOR_CV;
  result.poissonFloor = total > 0 ? noise / total : 0;
  return result;
}

function notesOf(
  { sweep, firstAhead }: ChannelFit,
  options: ForecastOptions,
  siblings: readonly Series[],
): Note[] {
  const { series, facts, totals } = sweep;
  const notes: Note[] = [];
  if (series.days < LEAST_BACKTEST_DAYS) {
    notes.push({ code: 'shortHistory', values: { days: series.days } });
    const channels = worthLeaningOn(siblings).length;
    if (channels > 0) notes.push({ code: 'leansOnSiblings', values: { channels } });
  }
  if (totals.every((total) => !(total > 0))) notes.push({ code: 'allZero', values: {} });
  if (series.repeatedStarts > 0)
    notes.push({ code: 'repeatedStarts', values: { count: series.repeatedStarts } });
  if (firstAhead > 1) notes.push({ code: 'gapBeforeFrom', values: { days: firstAhead - 1 } });
  const known = new Set(facts.slice(0, series.days).map(({ special }) => special));
  const fresh = new Set<string>();
  for (const { special } of facts.slice(
    series.days + firstAhead - 1,
    series.days + firstAhead - 1 + options.days,
  ))
    if (special !== null && !known.has(special)) fresh.add(special);
  for (const label of fresh) notes.push({ code: 'newSpecialDay', values: { label } });
  return notes;
}
