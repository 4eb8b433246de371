/**
 * Rolling-origin backtest: what every model would have said on every past evening, against what
 * came, at the level of intervals.
 *
 * The combination weighs the models of the day total by their errors known at that origin, per
 * horizon, so its own figures are out of sample too.
 */
import type { BacktestRow, Horizon, ModelName } from './result.ts';
import { dayMeanAt, FARTHEST, shareOffset, type Sweep } from './sweep.ts';

/** The next day, the rest of its week, the three weeks after. */
export const HORIZONS: readonly { readonly name: Horizon; readonly from: number; readonly to: number }[] = [
  { name: 'day', from: 1, to: 1 },
  { name: 'week', from: 2, to: 7 },
  { name: 'month', from: 8, to: FARTHEST },
];

/** From the eighth day on every third is looked at: all weekdays still, at a third of the work. */
export function isLookedAt(ahead: number): boolean {
  return ahead <= 7 || (ahead - 8) % 3 === 0;
}

/** Days looked at from `from` to `to`. */
export function looksBetween(from: number, to: number): number {
  let count = 0;
  for (let ahead = from; ahead <= to; ahead++) if (isLookedAt(ahead)) count++;
  return count;
}

export function horizonOf(ahead: number): number {
  return ahead <= 1 ? 0 : ahead <= 7 ? 1 : 2;
}

/** Weight = (mean absolute error of the day total) to this power. */
const SHARPNESS = [-16, -8, -4];
/** Origins after which an error counts half, by horizon: farther ahead there are fewer independent ones. */
const MEMORY = [60, 200, 400].map((days) => 0.5 ** (1 / days));

export type DayMean = (origin: number, ahead: number) => number;

export type Combination = {
  readonly dayMean: DayMean;
  /** Weights by horizon and model, at the last origin. */
  readonly weights: readonly (readonly number[])[];
};

export function combine(sweep: Sweep): Combination {
  const { models, firstOrigin, endOrigin, dayMeans, totals, facts } = sweep;
  const origins = endOrigin - firstOrigin;
  const means = new Float64Array(origins * FARTHEST);
  const errors = HORIZONS.map(() => new Float64Array(models.length));
  let weights: number[][] = HORIZONS.map(() => models.map(() => 1 / models.length));
  for (let origin = firstOrigin; origin < endOrigin; origin++) {
    HORIZONS.forEach(({ from, to }, h) => {
      const sums = errors[h] ?? new Float64Array(0);
      for (let m = 0; m < models.length; m++) sums[m] = (sums[m] ?? 0) * (MEMORY[h] ?? 1);
      const actual = totals[origin] ?? Number.NaN;
      // the day just seen was forecast from each of the origins `ahead` days before
      for (let ahead = from; ahead <= to && !Number.isNaN(actual); ahead++) {
        if (origin - ahead < firstOrigin || facts[origin]?.special !== null) continue;
        for (let m = 0; m < models.length; m++)
          sums[m] =
            (sums[m] ?? 0) +
            Math.abs(actual - (dayMeans[dayMeanAt(sweep, m, origin - ahead, ahead)] ?? 0)) / (to - from + 1);
      }
      weights[h] = weightsOf(sums, SHARPNESS[h] ?? -4);
    });
    for (let ahead = 1; ahead <= FARTHEST; ahead++) {
      let mean = 0;
      const byModel = weights[horizonOf(ahead)] ?? [];
      for (let m = 0; m < models.length; m++)
        mean += (byModel[m] ?? 0) * (dayMeans[dayMeanAt(sweep, m, origin, ahead)] ?? 0);
      means[(origin - firstOrigin) * FARTHEST + ahead - 1] = mean;
    }
  }
  return {
    dayMean: (origin, ahead) => means[(origin - firstOrigin) * FARTHEST + ahead - 1] ?? 0,
    weights,
  };
}

function weightsOf(errors: Float64Array, sharpness: number): number[] {
  const least = errors.reduce((low, e) => Math.min(low, e), Infinity);
  if (!(least > 0)) return Array.from(errors, () => 1 / errors.length);
  const powers = Array.from(errors, (e) => (e / least) ** sharpness);
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** Writes the means of the slots of day `origin + ahead`, 0 where closed. */
export type SlotMeans = (origin: number, ahead: number, out: Float64Array) => void;

export function spreadDay(sweep: Sweep, dayMean: DayMean): SlotMeans {
  const { slotsPerDay } = sweep.series;
  return (origin, ahead, out) => {
    const offset = shareOffset(sweep, origin, origin + ahead);
    const mean = dayMean(origin, ahead);
    for (let s = 0; s < slotsPerDay; s++) out[s] = mean * (sweep.shares[offset + s] ?? 0);
  };
}

/** The mean of the latest `count` days of the same weekday, slot by slot, marked days included. */
export function sameWeekday(sweep: Sweep, count: number): SlotMeans {
  const { slotsPerDay, values } = sweep.series;
  // a weekday has one forecast from an origin, however far ahead
  const made = new Float64Array(7 * slotsPerDay);
  const madeFrom = new Int32Array(7).fill(-1);
  return (origin, ahead, out) => {
    const weekday = sweep.facts[origin + ahead]?.weekday ?? 0;
    const own = made.subarray(weekday * slotsPerDay, (weekday + 1) * slotsPerDay);
    if (madeFrom[weekday] !== origin) {
      madeFrom[weekday] = origin;
      const at = (origin - sweep.firstOrigin) * 28 + weekday * 4;
      for (let s = 0; s < slotsPerDay; s++) {
        let sum = 0;
        let found = 0;
        for (let k = 0; k < 4 && found < count; k++) {
          const day = sweep.recentDays[at + k] ?? -1;
          const value = day < 0 ? Number.NaN : (values[day * slotsPerDay + s] ?? Number.NaN);
          if (Number.isNaN(value)) continue;
          sum += value;
          found++;
        }
        own[s] = found > 0 ? sum / found : 0;
      }
    }
    out.set(own);
  };
}

export type Candidate = { readonly name: ModelName; readonly slotMeans: SlotMeans };

export function candidates(sweep: Sweep, combination: Combination): Candidate[] {
  return [
    { name: 'lastWeek', slotMeans: sameWeekday(sweep, 1) },
    { name: 'meanOfFour', slotMeans: sameWeekday(sweep, 4) },
    ...sweep.models.map((name, m) => ({
      name,
      slotMeans: spreadDay(sweep, (origin, ahead) => sweep.dayMeans[dayMeanAt(sweep, m, origin, ahead)] ?? 0),
    })),
    { name: 'combination', slotMeans: spreadDay(sweep, combination.dayMean) },
  ];
}

/** What a model has missed, without bands. */
export type ErrorRow = Omit<BacktestRow, 'bands'>;

/**
 * Models are judged by the evenings of the last year, of which all seasons have been seen: what served long ago, or was
 * flat until it had two years to learn from, need not be what serves now.
 */
const JUDGED_ORIGINS = 365 + FARTHEST;

/** One row per candidate and horizon that has any origin. */
export function backtest(sweep: Sweep, list: readonly Candidate[]): ErrorRow[] {
  const { endOrigin, series } = sweep;
  const firstOrigin = Math.max(sweep.firstOrigin, endOrigin - JUDGED_ORIGINS);
  const { slotsPerDay, values } = series;
  const out = new Float64Array(slotsPerDay);
  return HORIZONS.flatMap(({ name: horizon, from, to }) => {
    const absolute = new Float64Array(list.length);
    const signed = new Float64Array(list.length);
    let actuals = 0;
    let count = 0;
    let origins = 0;
    for (let origin = firstOrigin; origin + from < endOrigin; origin++) {
      const before = count;
      for (let ahead = from; ahead <= to && origin + ahead < endOrigin; ahead++) {
        if (!isLookedAt(ahead) || Number.isNaN(sweep.totals[origin + ahead])) continue;
        const at = (origin + ahead) * slotsPerDay;
        for (let s = 0; s < slotsPerDay; s++) {
          const actual = values[at + s] ?? Number.NaN;
          if (Number.isNaN(actual)) continue;
          actuals += actual;
          count++;
        }
        list.forEach(({ slotMeans }, m) => {
          slotMeans(origin, ahead, out);
          let [missed, leaned] = [0, 0];
          for (let s = 0; s < slotsPerDay; s++) {
            const error = (out[s] ?? 0) - (values[at + s] ?? 0);
            if (Number.isNaN(error)) continue;
            missed += Math.abs(error);
            leaned += error;
          }
          absolute[m] = (absolute[m] ?? 0) + missed;
          signed[m] = (signed[m] ?? 0) + leaned;
        });
      }
      if (count > before) origins++;
    }
    const lastWeek = absolute[list.findIndex(({ name }) => name === 'lastWeek')] ?? 0;
    if (!(actuals > 0)) return [];
    return list.map(({ name: model }, m) => ({
      model,
      horizon,
      origins,
      values: count,
      wape: (absolute[m] ?? 0) / actuals,
      bias: (signed[m] ?? 0) / actuals,
      mase: lastWeek > 0 ? (absolute[m] ?? 0) / lastWeek : null,
    }));
  });
}

/**
 * A single model has to beat the combination by this much: the best of many by a hair is the
 * luckiest, and its past errors then promise narrower bands than it will keep.
 */
const MARGIN = 0.02;

/** The model with the least error, each horizon counted as a ratio to its best. */
export function bestModel(rows: readonly ErrorRow[]): ModelName | null {
  const scores = new Map<ModelName, number>();
  for (const { name } of HORIZONS) {
    const here = rows.filter(({ horizon }) => horizon === name);
    const least = Math.min(...here.map(({ wape }) => wape));
    for (const { model, wape } of here)
      scores.set(model, (scores.get(model) ?? 0) + (least > 0 ? wape / least : wape === 0 ? 1 : Infinity));
  }
  let best: ModelName | null = null;
  for (const [model, score] of scores) if (best === null || score < (scores.get(best) ?? 0)) best = model;
  const together = scores.get('combination');
  if (best !== null && together !== undefined && together <= (scores.get(best) ?? 0) * (1 + MARGIN))
    return 'combination';
  return best;
}
