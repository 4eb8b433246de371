/**
 * A forecast for one channel: sweep the history, let the backtest choose, calibrate the bands on
 * the chosen model's own errors, and write out the days asked for.
 */
import { DomainError } from '../errors.ts';
import {
  backtest,
  bestModel,
  candidates,
  combine,
  horizonOf,
  spreadDay,
  type Candidate,
  type Combination,
} from './backtest.ts';
import { calibrate, lawScores, PRIOR, type Calibration, type Law } from './calibration.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import { formatDate, formatStart, parseDate } from './civil-date.ts';
import { coverage } from './coverage.ts';
import { valueAt, type ScoreCount } from './law.ts';
import type {
  Band,
  ForecastOptions,
  ForecastOutcome,
  ModelName,
  Note,
  Reason,
  TotalForecast,
} from './result.ts';
import type { Series } from './series.ts';
import { sweepHistory, type Sweep } from './sweep.ts';
import { runTrial } from './trial.ts';

const LEVELS = [0.8, 0.95];
/** Fewer days of history leave no backtest worth the name. */
const LEAST_BACKTEST_DAYS = 28;

/**
 * The forecast of `options.days` days from `options.from`, on the history before that day.
 *
 * @throws {DomainError} when an option is outside its domain
 */
export function forecastChannel(whole: Series, options: ForecastOptions): ForecastOutcome {
  const from = checked(options);
  const series = before(whole, from);
  if (series === null)
    return {
      ok: false,
      refusal: { code: 'noData', message: 'no value is known before the first day forecast' },
    };
  const firstAhead = from - series.firstDay - series.days + 1;
  const sweep = sweepHistory(series, series.days + firstAhead - 1 + options.days);
  const combination = combine(sweep);
  const list = candidates(sweep, combination);
  const rows = series.days < LEAST_BACKTEST_DAYS ? [] : backtest(sweep, list);
  const { model, reason } = choose(options.model, bestModel(rows), series.days, rows);
  const chosen = list.find(({ name }) => name === model);
  if (chosen === undefined) throw new DomainError('forecastChannel', 'model', model, 'a known model');
  const trial = runTrial(sweep, chosen.slotMeans);
  const calibration = calibrate(trial, sweep.endOrigin);
  const written = write(sweep, chosen, combination, calibration, options, firstAhead);
  if (written.starts.length === 0)
    return { ok: false, refusal: { code: 'noOpenDay', message: 'every day asked for is closed' } };
  return {
    ok: true,
    forecast: {
      ...written,
      model,
      reason,
      notes: notesOf(sweep, options, firstAhead),
      backtest: rows,
      coverage: rows.length === 0 ? [] : coverage(trial, options.quantiles),
    },
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

/** The part before `from`, ended at its last known value; null when nothing is known. */
function before(series: Series, from: number): Series | null {
  const { slotsPerDay, values } = series;
  let days = Math.max(0, Math.min(series.days, from - series.firstDay));
  const isKnown = (day: number) =>
    values.subarray(day * slotsPerDay, (day + 1) * slotsPerDay).some((value) => !Number.isNaN(value));
  while (days > 0 && !isKnown(days - 1)) days--;
  return days === 0 ? null : { ...series, days, values: values.subarray(0, days * slotsPerDay) };
}

function choose(
  asked: ModelName | undefined,
  best: ModelName | null,
  days: number,
  rows: readonly { model: ModelName; horizon: string; wape: number }[],
): { model: ModelName; reason: Reason } {
  if (asked !== undefined) return { model: asked, reason: { code: 'asked', values: {} } };
  if (best === null)
    return {
      model: 'profile',
      reason: { code: 'historyTooShort', values: { days, needed: LEAST_BACKTEST_DAYS } },
    };
  const wapeOf = (model: ModelName, horizon: string) =>
    rows.find((row) => row.model === model && row.horizon === horizon)?.wape;
  const values: Record<string, number> = {};
  for (const horizon of ['day', 'week', 'month']) {
    const [own, lastWeek, four] = [best, 'lastWeek' as const, 'meanOfFour' as const].map((name) =>
      wapeOf(name, horizon),
    );
    if (own !== undefined) values[`wape.${horizon}`] = own;
    if (lastWeek !== undefined) values[`lastWeek.${horizon}`] = lastWeek;
    if (four !== undefined) values[`meanOfFour.${horizon}`] = four;
  }
  return { model: best, reason: { code: 'bestInBacktest', values } };
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

function write(
  sweep: Sweep,
  chosen: Candidate,
  combination: Combination,
  calibration: Calibration,
  options: ForecastOptions,
  firstAhead: number,
): Written {
  const { series, facts, models, final } = sweep;
  const { slotsPerDay, closed, intervalMinutes } = series;
  const origin = sweep.endOrigin - 1;
  const means = new Float64Array(slotsPerDay);
  const member = models.indexOf(chosen.name);
  const dayMean = (ahead: number): number => {
    const day = facts[origin + ahead];
    if (day === undefined) return 0;
    if (member >= 0) return final.dayMeans[member]?.(day) ?? 0;
    const weights = combination.weights[horizonOf(ahead)] ?? [];
    return final.dayMeans.reduce((sum, predict, m) => sum + (weights[m] ?? 0) * predict(day), 0);
  };
  const isNaive = chosen.name === 'lastWeek' || chosen.name === 'meanOfFour';
  const slotMeans = isNaive ? chosen.slotMeans : spreadDay(sweep, (_, ahead) => dayMean(ahead));
  const tails = LEVELS.flatMap((level) => [(1 - level) / 2, (1 + level) / 2]);
  const probabilities = [...options.quantiles, ...tails];
  const asked = options.quantiles.length;
  const memo = new Map<ScoreCount, number[]>();
  const lawOf = (mean: number, law: Law) => {
    const scores = memo.get(law.scores) ?? lawScores(law, probabilities);
    memo.set(law.scores, scores);
    return scores.map((score) => valueAt(score, mean, law.spread));
  };
  const totalOf = (day: number, days: number, mean: number, law: Law): TotalForecast => {
    const values = lawOf(mean, law);
    const [low = 0, high = 0] = [values[asked], values[asked + 1]];
    // the factor that gives the 80 % band its width, beyond Poisson noise
    const sd = (high - low) / (2 * normalQuantile(0.9));
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
      factorCv: mean > 0 ? Math.sqrt(Math.max(0, sd * sd - mean)) / mean : PRIOR.factorCv,
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
  let [weekMean, total, noise] = [0, 0, 0];
  for (let i = 0; i < options.days; i++) {
    const ahead = firstAhead + i;
    const fact = facts[origin + ahead];
    if (fact === undefined) break;
    slotMeans(origin, ahead, means);
    let mean = 0;
    const law = calibration.interval(ahead);
    for (let s = 0; s < slotsPerDay; s++) {
      if (closed[fact.weekday * slotsPerDay + s] === 1) continue;
      const m = means[s] ?? 0;
      mean += m;
      noise += Math.sqrt((2 * m) / Math.PI);
      const values = lawOf(m, law);
      result.starts.push(formatStart(fact.day, s * intervalMinutes));
      result.mean.push(m);
      result.quantiles.push(values.slice(0, asked));
      result.bands.forEach(({ low, high }, k) => {
        low.push(values[asked + 2 * k] ?? 0);
        high.push(values[asked + 2 * k + 1] ?? 0);
      });
    }
    if (!fact.isClosed) result.days.push(totalOf(fact.day, 1, mean, calibration.day(ahead)));
    total += mean;
    weekMean += mean;
    if (i % 7 === 6) {
      result.weeks.push(totalOf(fact.day - 6, 7, weekMean, calibration.week(ahead - 6)));
      weekMean = 0;
    }
  }
  const cvs = result.days.map(({ factorCv, mean }) => factorCv * mean);
  result.dayFactorCv = total > 0 ? cvs.reduce((a, b) => a + b, 0) / total : PRIOR.factorCv;
  result.poissonFloor = total > 0 ? noise / total : 0;
  return result;
}

function notesOf(sweep: Sweep, options: ForecastOptions, firstAhead: number): Note[] {
  const { series, facts, totals } = sweep;
  const notes: Note[] = [];
  if (series.days < LEAST_BACKTEST_DAYS) notes.push({ code: 'shortHistory', values: { days: series.days } });
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
