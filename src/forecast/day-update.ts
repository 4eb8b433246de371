/**
 * What the hours of a day that are over say of the rest, learnt from the past days: each of them is updated as
 * today is, by `hours-together.ts`, with what was known then.
 *
 * References: James & Stein (1961), Proc. 4th Berkeley Symposium 1, for a slope that chance may have made; Durbin
 * (1954), Rev. Int. Statist. Inst. 22, for one by an instrument.
 */
import { weightOf } from './calibration.ts';
import type { ChannelFit } from './channel-fit.ts';
import { hoursTogether, PRIOR_DAYS } from './hours-together.ts';
import { trialDay } from './trial.ts';

/** A surprise beyond three quarters up or down is no guide to the usual one. */
const LARGEST = 0.75;
/** Standard deviations up to which what was said of a day gives it weight: a storm does not teach how to read calm days. */
const MOST_WEIGHT = 1;
/** Hours of the day are taken together in blocks of at least this length. */
const BLOCK_MINUTES = 30;
/** Half-life of a day, as of the errors of the next day. */
const DAY_DECAY = 0.5 ** (1 / 90);

/** A past day, updated as today is, with what was known then. */
export type PastUpdate = {
  readonly origin: number;
  readonly weight: number;
  /** The rest of the day: what it was updated to, and what came. */
  readonly mean: number;
  readonly actual: number;
  /** By slot, what each was updated to. */
  readonly means: Float64Array;
};

export type Update = {
  /** First slot of the rest. */
  readonly first: number;
  /** By slot: what to add to the mean, as a share of it, and variance of the factor that this explains. */
  readonly change: Float64Array;
  readonly told: Float64Array;
  readonly seenRatio: number | null;
  readonly gain: number;
  /** Oldest first. */
  readonly past: readonly PastUpdate[];
  /** How far the rest as a whole misses beyond chance, from those. */
  readonly restCv: number;
};

/** What the hours seen today say of the others, after what they have said on the past days. */
export function learnUpdate(
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

  /** What to add to the slots of the rest, as shares of their means. */
  const changes = (misses: Float64Array, ofBlocks: Float64Array, trusted: number) =>
    today.map((_, s) => {
      const b = blocks.of(s);
      const mean = ofBlocks[b] ?? 0;
      return s >= observed.length && mean > 0 ? (trusted * (misses[b] ?? 0) * sdOf(mean)) / mean : 0;
    });

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
  const past: PastUpdate[] = [];
  const isSeen = (misses: Float64Array) => misses.subarray(0, from).some((miss) => !Number.isNaN(miss));
  for (let origin = firstOrigin; origin + 1 < endOrigin; origin++) {
    const place = trialDay(sweep, origin, 1);
    if (Number.isNaN(trial.dayMeans[place])) continue;
    const planned = means.subarray(place * slotsPerDay, (place + 1) * slotsPerDay);
    const came = values.subarray((origin + 1) * slotsPerDay, (origin + 2) * slotsPerDay);
    const day = inBlocks(blocks, planned, came, sdOf);
    const [mean, actual] = [day.laterMean, day.laterActual];
    if (mean > 0 && isSeen(day.misses) === isSeen(now.misses)) {
      const expected = hours.on(day.means).expected(day.misses, from);
      const shift = expected.reduce((sum, miss, b) => sum + miss * (day.sds[b] ?? 0), 0);
      const most = MOST_WEIGHT * Math.sqrt(dayCv * dayCv + dispersion / mean);
      const surprise = within(LARGEST, actual / mean - 1);
      const said = shift / mean;
      const weighed = within(most, said);
      const trusted = trustIn(trust);
      const believed = trusted * said;
      const w = weightOf(origin, 1, endOrigin);
      weight += w;
      missed += w * ((surprise - believed) ** 2 - 1 / mean);
      const changed = changes(expected, day.means, trusted);
      past.push({
        origin,
        weight: w,
        mean: mean * Math.max(0, 1 + believed),
        actual,
        means: planned.map((plan, s) => plan * Math.max(0, 1 + (changed[s] ?? 0))),
      });
      trust.squares = trust.squares * DAY_DECAY + weighed * said;
      trust.products = trust.products * DAY_DECAY + weighed * surprise;
      trust.noise = trust.noise * DAY_DECAY + (weighed * (surprise - believed)) ** 2;
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
  const told = new Float64Array(slotsPerDay);
  for (let s = observed.length; s < slotsPerDay; s++) {
    const b = blocks.of(s);
    const mean = now.means[b] ?? 0;
    if (!(mean > 0)) continue;
    const relative = sdOf(mean) / mean;
    told[s] = (believed * relative) ** 2 * (variance[b] ?? 0);
  }
  return {
    first: observed.length,
    change: changes(expected, now.means, believed),
    told,
    seenRatio: now.seenMean > 0 ? now.seenActual / now.seenMean : null,
    gain: total > 0 ? (believed * carried) / (0.01 * total) : 0,
    past,
    restCv: Math.sqrt(Math.max(0, missed / weight)),
  };
}

/**
 * How far the update is believed: the slope of what came on what it said, less what chance may have made of
 * that slope (the positive-part estimator of James & Stein), never more than all of it. The slope is that of an
 * instrumental variable, what was said cut off at `MOST_WEIGHT`: unbiased, and no day has the leverage of many.
 */
function trustIn({ squares, products, noise }: { squares: number; products: number; noise: number }): number {
  if (!(squares > 0)) return 1;
  const slope = products / squares;
  return slope > 0 ? Math.min(1, Math.max(0, slope - noise / (squares * squares) / slope)) : 0;
}

function within(most: number, value: number): number {
  return Math.max(-most, Math.min(most, value));
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
