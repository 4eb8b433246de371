/**
 * What the past errors of the chosen model say about the spread of the future: by distance, for
 * intervals, days and weeks.
 */
import { HORIZONS, horizonOf, isLookedAt, looksBetween } from './backtest.ts';
import { daySwing, type DayMiss } from './day-swing.ts';
import { learntScores, Likeness } from './effective-days.ts';
import { addScore, scoreCount, scoreOf, scoresAt, type ScoreCount, type Spread } from './law.ts';
import { DAY_FACTOR_CV, DISPERSION, TYPED_LEVEL_CV } from './priors.ts';
import { believedScores, believedSwing } from './paired-weeks.ts';
import { FARTHEST } from './sweep.ts';
import { trialDay, type Trial } from './trial.ts';

/** Distances that share one day factor: up to and including each. */
const REACHES = [1, 3, 7, 14, FARTHEST];
const reachOf = (ahead: number) => {
  const found = REACHES.findIndex((reach) => ahead <= reach);
  return found < 0 ? REACHES.length - 1 : found;
};
/** Days after which an error counts half, by horizon: farther ahead there are fewer independent ones. */
const HALF_LIFES = [90, 200, 400];
/** Models are green at first: after so many days they are half as ripe as they will ever be … */
const RIPE_DAYS = 250;
/** … and an error counts this power of how ripe its model was, against today. */
const MATURITY = 3;
/** Intervals with fewer expected contacts are too coarse to shape the law. */
export const LEAST_MEAN = 5;
/** Days of errors that the factor believed beforehand (`paired-weeks.ts`) weighs. */
const PRIOR_DAYS = 2;

/** The spread, and how the scores of the past fell. */
export type Law = {
  readonly spread: Spread;
  readonly scores: ScoreCount;
  /** Recent size of the scores over their usual one: widens or narrows all of them. */
  readonly restlessness: number;
  /** Days of scores believed beforehand that the past ones have to argue against. */
  readonly priorDays: number;
};
/** Days and weeks of scores believed beforehand: five days, and of weeks, of which there are few, a month's worth. */
export const PRIOR_SCORES = { day: 5, week: 4 };

/** Scores at the given probabilities. */
export function lawScores(
  { scores, restlessness, priorDays }: Law,
  probabilities: readonly number[],
): number[] {
  return scoresAt(scores, probabilities, priorDays).map((score) => score * restlessness);
}

/** The law with something that the factor does not hold yet, as what marked days have missed. */
export function widened(law: Law, otherCv: number): Law {
  const { dispersion, factorCv } = law.spread;
  return { ...law, spread: { dispersion, factorCv: Math.hypot(factorCv, otherCv) } };
}

const DAYS_OF_A_YEAR = 365;

/**
 * How far the level may have drifted beyond the days ahead that the past can be asked about, as a coefficient of
 * variation. A random walk: its variance grows by as much each day, so that after a year without a row as little
 * is known of the volume as of one that somebody typed. An assumption, not a measurement.
 * @example driftCv(28) // 0
 */
export function driftCv(ahead: number): number {
  return TYPED_LEVEL_CV * Math.sqrt(Math.max(0, ahead - FARTHEST) / DAYS_OF_A_YEAR);
}

/** The law of days farther ahead than any error has been seen. */
const driftedBy = (law: Law, ahead: number) => (ahead > FARTHEST ? widened(law, driftCv(ahead)) : law);

export type Calibration = {
  readonly interval: (ahead: number) => Law;
  readonly day: (ahead: number) => Law;
  /** `ahead`: days to the first day of the week. */
  readonly week: (ahead: number) => Law;
  /** Day factor `ahead` days ahead as the errors show it, without prior; NaN: no error that far yet. */
  readonly swing: (ahead: number) => number;
};

type Sums = { squares: number; noise: number; means: number; weight: number };
const noSums = (): Sums => ({ squares: 0, noise: 0, means: 0, weight: 0 });

/** What an error says about today's errors, against a recent one. */
export function weightOf(origin: number, ahead: number, endOrigin: number): number {
  const halfLife = HALF_LIFES[horizonOf(ahead)] ?? 1;
  const ripe = (origin / (origin + RIPE_DAYS)) * ((endOrigin + RIPE_DAYS) / endOrigin);
  return 0.5 ** ((endOrigin - origin - ahead) / halfLife) * ripe ** MATURITY;
}

/** Shrinks the factor to what is believed of it beforehand, by days seen. */
function factorCvOf(
  { squares, noise, means, weight }: Sums,
  prior: { readonly factorCv: number; readonly days: number },
): number {
  const variance = means > 0 ? Math.max(0, squares - noise) / means : 0;
  return Math.sqrt((variance * weight + prior.factorCv ** 2 * prior.days) / (weight + prior.days));
}

/** The count in which a contact finds itself on average; NaN: unknown. */
function usual(counts: Float64Array): number {
  let [sum, squares] = [0, 0];
  for (const count of counts) {
    if (Number.isNaN(count)) continue;
    sum += count;
    squares += count * count;
  }
  return sum > 0 ? squares / sum : 0;
}

/** Reads targets before `endOrigin` only. */
export function calibrate(trial: Trial, endOrigin: number): Calibration {
  const { sweep, means, dayMeans, dayActuals } = trial;
  const { firstOrigin, series } = sweep;
  const { slotsPerDay, values } = series;
  // counts scatter at least like Poisson; before anything is known, as the prior says
  const dispersion = Number.isNaN(sweep.dispersion) ? DISPERSION : Math.max(1, sweep.dispersion);
  const believed = believedSwing(series, sweep.facts, endOrigin);
  const before = { factorCv: believed.factorCv, days: PRIOR_DAYS };
  const believedNear = (count: number) => believedScores(believed, count, dispersion);
  const eachTarget = (visit: (day: number, place: number, ahead: number, weight: number) => void) => {
    for (let origin = firstOrigin; origin < endOrigin; origin++)
      for (let ahead = 1; ahead <= FARTHEST && origin + ahead < endOrigin; ahead++) {
        const place = trialDay(sweep, origin, ahead);
        if (isLookedAt(ahead) && !Number.isNaN(dayMeans[place]))
          visit(origin + ahead, place, ahead, weightOf(origin, ahead, endOrigin));
      }
  };

  const intervalSums = REACHES.map(noSums);
  const daySums = REACHES.map(noSums);
  const ofSlots = HORIZONS.map(() => new Likeness());
  const ofDays = HORIZONS.map(() => new Likeness());
  const daysSeen = HORIZONS.map(() => 0);
  const misses = REACHES.map((): DayMiss[] => []);
  eachTarget((day, place, ahead, weight) => {
    const reach = reachOf(ahead);
    const width = looksBetween((REACHES[reach - 1] ?? 0) + 1, REACHES[reach] ?? 1);
    let [squares, total, squaredMeans] = [0, 0, 0];
    const h = horizonOf(ahead);
    const { from, to } = HORIZONS[h] ?? { from: 1, to: 1 };
    daysSeen[h] = (daysSeen[h] ?? 0) + weight / looksBetween(from, to);
    // the day before, from the evening before and so as far ahead
    const eve = day - ahead > firstOrigin ? place - FARTHEST : Number.NaN;
    for (let s = 0; s < slotsPerDay; s++) {
      const mean = means[place * slotsPerDay + s] ?? 0;
      const error = (values[day * slotsPerDay + s] ?? 0) - mean;
      if (Number.isNaN(error)) continue;
      const eveMean = means[eve * slotsPerDay + s] ?? 0;
      ofSlots[h]?.add(error, mean, (values[(day - 1) * slotsPerDay + s] ?? 0) - eveMean, eveMean);
      squares += error * error;
      total += mean;
      squaredMeans += mean * mean;
    }
    const add = (sums: Sums | undefined, squared: number, noise: number, meansSquared: number) => {
      if (sums === undefined) return;
      sums.squares += weight * squared;
      sums.noise += weight * noise;
      sums.means += weight * meansSquared;
      sums.weight += weight / width;
    };
    add(intervalSums[reach], squares, dispersion * total, squaredMeans);
    const mean = dayMeans[place] ?? 0;
    const error = (dayActuals[place] ?? 0) - mean;
    add(daySums[reach], error ** 2, mean, mean * mean);
    const eveMean = dayMeans[eve] ?? 0;
    ofDays[h]?.add(error, mean, (dayActuals[eve] ?? 0) - eveMean, eveMean);
    misses[reach]?.push({ error, mean, weight, weeks: (day - ahead + 1) / 7 });
  });
  const swings = misses.map(daySwing);
  const prior: Spread = { dispersion, factorCv: believed.factorCv };
  const sharesOf = (likeness: readonly Likeness[]) => likeness.map((one) => one.independentShare());
  const [slotShares, dayShares] = [sharesOf(ofSlots), sharesOf(ofDays)];
  const spreadOf =
    (shares: readonly number[], chance: number) =>
    (sums: Sums, reach: number): Spread => {
      const share = shares[horizonOf(REACHES[reach] ?? 1)] ?? 1;
      return { dispersion: chance, factorCv: factorCvOf({ ...sums, weight: sums.weight * share }, before) };
    };
  const intervalSpread = intervalSums.map(spreadOf(slotShares, dispersion));
  const daySpread = daySums.map(spreadOf(dayShares, 1));

  const none = scoreCount();
  const scoresNear = (count: number, shares: readonly number[], spreads: readonly Spread[]) =>
    HORIZONS.map(({ to }, h) => {
      const known = { scores: believedNear(count), days: PRIOR_DAYS };
      const learnt = (daysSeen[h] ?? 0) * (shares[h] ?? 1);
      return scoreCount(learntScores(known, learnt, count, spreads[reachOf(to)] ?? prior));
    });
  const intervalScores = scoresNear(usual(values), slotShares, intervalSpread);
  const dayScores = scoresNear(usual(sweep.totals), dayShares, daySpread);
  // restlessness is known only as far as its day: errors of targets up to each origin
  const days = series.days;
  const sizes = HORIZONS.map(() => new Float64Array(days));
  const counts = HORIZONS.map(() => new Float64Array(days));
  const scoresOf = new Float32Array(means.length).fill(Number.NaN);
  eachTarget((day, place, ahead) => {
    const spread = intervalSpread[reachOf(ahead)] ?? prior;
    const at = place * slotsPerDay;
    let [sum, large] = [0, 0];
    for (let s = 0; s < slotsPerDay; s++) {
      const value = values[day * slotsPerDay + s] ?? Number.NaN;
      const mean = means[at + s] ?? 0;
      if (Number.isNaN(value) || mean < LEAST_MEAN) continue;
      const score = scoreOf(value, mean, spread);
      scoresOf[at + s] = score;
      sum += Math.abs(score);
      large++;
    }
    if (large === 0) return;
    const h = horizonOf(ahead);
    const [size, count] = [sizes[h], counts[h]];
    if (size === undefined || count === undefined) return;
    size[day] = (size[day] ?? 0) + sum / large;
    count[day] = (count[day] ?? 0) + 1;
  });
  const restless = HORIZONS.map((_, h) =>
    restlessness(sizes[h] ?? none.bins, counts[h] ?? none.bins, endOrigin, LASTING[h] ?? 1),
  );
  eachTarget((day, place, ahead, weight) => {
    const h = horizonOf(ahead);
    const { from, to } = HORIZONS[h] ?? { from: 1, to: 1 };
    const share = weight / looksBetween(from, to);
    const scores = intervalScores[h] ?? none;
    const scale = 1 / (restless[h]?.[day - ahead] ?? 1);
    const at = place * slotsPerDay;
    let large = 0;
    for (let s = 0; s < slotsPerDay; s++) if (!Number.isNaN(scoresOf[at + s])) large++;
    for (let s = 0; s < slotsPerDay; s++) {
      const score = scoresOf[at + s] ?? Number.NaN;
      if (!Number.isNaN(score)) addScore(scores, score * scale, (share * (slotShares[h] ?? 1)) / large);
    }
    const mean = dayMeans[place] ?? 0;
    const ofDay = daySpread[reachOf(ahead)] ?? prior;
    if (mean >= LEAST_MEAN)
      addScore(
        dayScores[h] ?? none,
        scoreOf(dayActuals[place] ?? 0, mean, ofDay) * scale,
        share * (dayShares[h] ?? 1),
      );
  });
  const now = restless.map((byDay) => byDay[endOrigin - 1] ?? 1);
  const lawAt = (spreads: readonly Spread[], scores: readonly ScoreCount[], ahead: number): Law => {
    const law = {
      spread: spreads[reachOf(ahead)] ?? prior,
      scores: scores[horizonOf(ahead)] ?? none,
      restlessness: now[horizonOf(ahead)] ?? 1,
      priorDays: PRIOR_SCORES.day,
    };
    return driftedBy(law, ahead);
  };
  const ofWeeks = weekLaw(
    trial,
    endOrigin,
    [7, FARTHEST].map((ahead) => daySpread[reachOf(ahead)] ?? prior),
    restless.slice(1),
    () => scoreCount(believedNear(7 * usual(sweep.totals))),
  );

  return {
    interval: (ahead) => lawAt(intervalSpread, intervalScores, ahead),
    day: (ahead) => lawAt(daySpread, dayScores, ahead),
    week: (ahead) => driftedBy(ofWeeks(ahead), ahead + 6),
    swing: (ahead) => Math.hypot(swings[reachOf(ahead)] ?? Number.NaN, driftCv(ahead)),
  };
}

/** Days after which a day's restlessness counts half, and the days that its long-run average weighs. */
const RESTLESS = { halfLife: 20, priorDays: 8, cap: 2.5 };
/** By horizon: how much of today's calm or storm will still be there (a power of the ratio). */
const LASTING = [1, 1, 0.6];

/**
 * How large the errors have been of late, over their long-run size, known on each evening: calm
 * and stormy times come in stretches, and bands of one width for all would be too wide in the one
 * and too narrow in the other.
 */
export function restlessness(
  sizes: Float64Array,
  counts: Float64Array,
  endOrigin: number,
  lasting: number,
): Float64Array {
  const known: number[] = [];
  for (let day = 0; day < endOrigin; day++)
    if ((counts[day] ?? 0) > 0) known.push((sizes[day] ?? 0) / (counts[day] ?? 1));
  const usual = known.reduce((sum, size) => sum + size, 0) / known.length;
  const out = new Float64Array(endOrigin).fill(1);
  if (!(usual > 0)) return out;
  const decay = 0.5 ** (1 / RESTLESS.halfLife);
  let [recent, recentWeight] = [0, 0];
  for (let day = 0; day < endOrigin; day++) {
    if ((counts[day] ?? 0) > 0) {
      const size = (sizes[day] ?? 0) / (counts[day] ?? 1) / usual;
      recent = recent * decay + Math.min(size, RESTLESS.cap);
      recentWeight = recentWeight * decay + 1;
    }
    out[day] = ((RESTLESS.priorDays + recent) / (RESTLESS.priorDays + recentWeight)) ** lasting;
  }
  return out;
}

/** Weeks that start tomorrow, and weeks that start a week or more ahead. */
const WEEK_STARTS = [[1], [8, 15, 22]];
/** Seven overlapping weeks say about as much as this many apart. */
const WEEKS_IN_SEVEN = 2;

/**
 * A week cannot swing more than its days: their factor is believed beforehand, as much as one week seen.
 * Weeks are calm or stormy with their days, nearby and far ahead.
 */
function weekLaw(
  { sweep, dayMeans, dayActuals }: Trial,
  endOrigin: number,
  ofDays: readonly Spread[],
  restless: readonly Float64Array[],
  believed: () => ScoreCount,
): Calibration['week'] {
  const groups = WEEK_STARTS.map((starts, group): Law => {
    const sums = noSums();
    const pairs: { origin: number; mean: number; actual: number; weight: number }[] = [];
    for (const start of starts)
      for (let origin = sweep.firstOrigin; origin + start + 6 < endOrigin; origin++) {
        let [mean, actual] = [0, 0];
        for (let ahead = start; ahead < start + 7; ahead++) {
          const place = trialDay(sweep, origin, ahead);
          if (Number.isNaN(dayMeans[place])) continue;
          mean += dayMeans[place] ?? 0;
          actual += dayActuals[place] ?? 0;
        }
        if (!(mean >= LEAST_MEAN)) continue;
        const age = weightOf(origin, start + 6, endOrigin);
        const weight = (age * WEEKS_IN_SEVEN) / 7 / starts.length;
        pairs.push({ origin, mean, actual, weight });
        sums.squares += weight * (actual - mean) ** 2;
        sums.noise += weight * mean;
        sums.means += weight * mean * mean;
        sums.weight += weight;
      }
    const factorCv = ofDays[group]?.factorCv ?? DAY_FACTOR_CV;
    const spread: Spread = { dispersion: 1, factorCv: factorCvOf(sums, { factorCv, days: 1 }) };
    const scores = believed();
    const storm = (origin: number) => restless[group]?.[origin] ?? 1;
    for (const { origin, mean, actual, weight } of pairs)
      addScore(scores, scoreOf(actual, mean, spread) / storm(origin), weight);
    return { spread, scores, restlessness: storm(endOrigin - 1), priorDays: PRIOR_SCORES.week };
  });
  const none: Law = {
    spread: { dispersion: 1, factorCv: DAY_FACTOR_CV },
    scores: scoreCount(),
    restlessness: 1,
    priorDays: PRIOR_SCORES.week,
  };
  return (ahead) => groups[ahead <= 4 ? 0 : 1] ?? none;
}
