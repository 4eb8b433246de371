/**
 * What the past errors of the chosen model say about the spread of the future: by distance, for
 * intervals, days and weeks.
 */
import { HORIZONS, horizonOf, type SlotMeans } from './backtest.ts';
import { addScore, scoreCount, scoreOf, type ScoreCount, type Spread } from './law.ts';
import { FARTHEST, type Sweep } from './sweep.ts';

/** Distances that share one day factor. */
const REACHES = [1, 3, 7, 14, FARTHEST];
const reachOf = (ahead: number) => {
  const found = REACHES.findIndex((reach) => ahead <= reach);
  return found < 0 ? REACHES.length - 1 : found;
};
/** Days after which an error counts half. */
const HALF_LIFE = 120;
/** Intervals with fewer expected contacts are too coarse to shape the law. */
const LEAST_MEAN = 5;
/** Stated prior of the day factor (and of the week factor), weighing as many days as given. */
export const PRIOR = { factorCv: 0.2, days: 4 };

export type Calibration = {
  readonly interval: (ahead: number) => { readonly spread: Spread; readonly scores: ScoreCount };
  readonly day: (ahead: number) => { readonly spread: Spread; readonly scores: ScoreCount };
  /** `ahead`: days to the first day of the week. */
  readonly week: (ahead: number) => { readonly spread: Spread; readonly scores: ScoreCount };
};

type Sums = { squares: number; noise: number; means: number; weight: number };
const noSums = (): Sums => ({ squares: 0, noise: 0, means: 0, weight: 0 });

/** Shrinks the day factor to the prior by days seen. */
function factorCvOf({ squares, noise, means, weight }: Sums): number {
  const variance = means > 0 ? Math.max(0, squares - noise) / means : 0;
  return Math.sqrt((variance * weight + PRIOR.factorCv ** 2 * PRIOR.days) / (weight + PRIOR.days));
}

/** Reads origins from the first recorded to `endOrigin`, and targets before `endOrigin` only. */
export function calibrate(sweep: Sweep, slotMeans: SlotMeans, endOrigin: number): Calibration {
  const { firstOrigin, series, totals } = sweep;
  const { slotsPerDay, values } = series;
  // counts scatter at least like Poisson; before anything is known, twice that
  const dispersion = Number.isNaN(sweep.dispersion) ? 2 : Math.max(1, sweep.dispersion);
  const out = new Float64Array(slotsPerDay);
  const age = (day: number) => 0.5 ** ((endOrigin - day) / HALF_LIFE);

  type Visit = (day: number, ahead: number, share: number) => void;
  const eachTarget = (visit: Visit) => {
    for (let origin = firstOrigin; origin < endOrigin; origin++)
      for (let ahead = 1; ahead <= FARTHEST && origin + ahead < endOrigin; ahead++) {
        if (Number.isNaN(totals[origin + ahead])) continue;
        slotMeans(origin, ahead, out);
        visit(origin + ahead, ahead, age(origin + ahead));
      }
  };
  const dayOf = (day: number) => {
    let mean = 0;
    let actual = 0;
    for (let s = 0; s < slotsPerDay; s++) {
      const value = values[day * slotsPerDay + s] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      mean += out[s] ?? 0;
      actual += value;
    }
    return { mean, actual };
  };

  const intervalSums = REACHES.map(noSums);
  const daySums = REACHES.map(noSums);
  eachTarget((day, ahead, weight) => {
    const interval = intervalSums[reachOf(ahead)] ?? noSums();
    const span = REACHES[reachOf(ahead)] ?? 1;
    const width = span - (REACHES[reachOf(ahead) - 1] ?? 0);
    let [squares, noise, means] = [0, 0, 0];
    for (let s = 0; s < slotsPerDay; s++) {
      const value = values[day * slotsPerDay + s] ?? Number.NaN;
      const mean = out[s] ?? 0;
      if (Number.isNaN(value)) continue;
      squares += (value - mean) ** 2;
      noise += dispersion * mean;
      means += mean * mean;
    }
    interval.squares += weight * squares;
    interval.noise += weight * noise;
    interval.means += weight * means;
    interval.weight += weight / width;
    const { mean, actual } = dayOf(day);
    const sums = daySums[reachOf(ahead)] ?? noSums();
    sums.squares += weight * (actual - mean) ** 2;
    sums.noise += weight * mean;
    sums.means += weight * mean * mean;
    sums.weight += weight / width;
  });
  const intervalSpread = intervalSums.map((sums): Spread => ({ dispersion, factorCv: factorCvOf(sums) }));
  const daySpread = daySums.map((sums): Spread => ({ dispersion: 1, factorCv: factorCvOf(sums) }));

  const intervalScores = HORIZONS.map(scoreCount);
  const dayScores = HORIZONS.map(scoreCount);
  eachTarget((day, ahead, weight) => {
    const horizon = HORIZONS[horizonOf(ahead)];
    const width = horizon === undefined ? 1 : horizon.to - horizon.from + 1;
    const scores = intervalScores[horizonOf(ahead)] ?? scoreCount();
    const spread = intervalSpread[reachOf(ahead)] ?? { dispersion, factorCv: PRIOR.factorCv };
    let large = 0;
    for (let s = 0; s < slotsPerDay; s++) if ((out[s] ?? 0) >= LEAST_MEAN) large++;
    for (let s = 0; s < slotsPerDay; s++) {
      const value = values[day * slotsPerDay + s] ?? Number.NaN;
      const mean = out[s] ?? 0;
      if (!Number.isNaN(value) && mean >= LEAST_MEAN)
        addScore(scores, scoreOf(value, mean, spread), weight / width / large);
    }
    const { mean, actual } = dayOf(day);
    const ofDay = daySpread[reachOf(ahead)] ?? spread;
    if (mean >= LEAST_MEAN)
      addScore(dayScores[horizonOf(ahead)] ?? scoreCount(), scoreOf(actual, mean, ofDay), weight / width);
  });

  const week = calibrateWeeks(sweep, slotMeans, endOrigin);
  const prior = { spread: { dispersion, factorCv: PRIOR.factorCv }, scores: scoreCount() };
  return {
    interval: (ahead) => ({
      spread: intervalSpread[reachOf(ahead)] ?? prior.spread,
      scores: intervalScores[horizonOf(ahead)] ?? prior.scores,
    }),
    day: (ahead) => ({
      spread: daySpread[reachOf(ahead)] ?? prior.spread,
      scores: dayScores[horizonOf(ahead)] ?? prior.scores,
    }),
    week,
  };
}

/** Weeks that start tomorrow, and weeks that start a week or more ahead. */
const WEEK_STARTS = [[1], [8, 15, 22]];

function calibrateWeeks(sweep: Sweep, slotMeans: SlotMeans, endOrigin: number): Calibration['week'] {
  const { firstOrigin, series } = sweep;
  const { slotsPerDay, values } = series;
  const out = new Float64Array(slotsPerDay);
  const groups = WEEK_STARTS.map((starts) => {
    const pairs: { mean: number; actual: number; weight: number }[] = [];
    for (const start of starts)
      for (let origin = firstOrigin; origin + start + 6 < endOrigin; origin++) {
        let [mean, actual] = [0, 0];
        for (let ahead = start; ahead < start + 7; ahead++) {
          slotMeans(origin, ahead, out);
          for (let s = 0; s < slotsPerDay; s++) {
            const value = values[(origin + ahead) * slotsPerDay + s] ?? Number.NaN;
            if (Number.isNaN(value)) continue;
            mean += out[s] ?? 0;
            actual += value;
          }
        }
        // overlapping weeks: seven of them say as much as one or two apart
        const weight = 0.5 ** ((endOrigin - origin - start) / HALF_LIFE) / starts.length / 3;
        if (mean >= LEAST_MEAN) pairs.push({ mean, actual, weight });
      }
    const sums = noSums();
    for (const { mean, actual, weight } of pairs) {
      sums.squares += weight * (actual - mean) ** 2;
      sums.noise += weight * mean;
      sums.means += weight * mean * mean;
      sums.weight += weight;
    }
    const spread: Spread = { dispersion: 1, factorCv: factorCvOf(sums) };
    const scores = scoreCount();
    for (const { mean, actual, weight } of pairs) addScore(scores, scoreOf(actual, mean, spread), weight);
    return { spread, scores };
  });
  return (ahead) => {
    const group = groups[ahead <= 4 ? 0 : 1];
    return group ?? { spread: { dispersion: 1, factorCv: PRIOR.factorCv }, scores: scoreCount() };
  };
}
