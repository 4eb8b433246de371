/**
 * How a day's contacts spread over its slots: one share per slot, for every weekday and every
 * label of marked days.
 *
 * Shares are recency-weighted counts over recency-weighted day totals. A weekday then borrows
 * from the others as far as they look alike: each row is weighted by the inverse of its mean
 * squared error as an estimate of the row wanted, which is its own sampling variance plus the
 * squared distance between the two beyond what chance explains. Mondays of a large centre keep
 * their own shape, Sundays of a small one lean on Saturdays. In the same way a weekday leans on that of sibling
 * channels, their distance taken over all weekdays: one pair of days would leave it to chance.
 *
 * Assumes that counts within a day, given its total, scatter like a multinomial times a constant
 * overdispersion, which is measured on the way.
 */
import type { Series } from './series.ts';

/** Days of one kind after which an observation counts half. */
const HALF_LIFE = 8;
const DECAY = 0.5 ** (1 / HALF_LIFE);
/** A sibling with less than this of its day in our open hours says nothing about them. */
const LEAST_OPEN = 0.2;
/** Decay per day of the overdispersion's sums. */
const SCATTER_DECAY = 0.98;

export type DayProfile = {
  /** Learns from one day's slots (NaN: unknown), of row `row`. */
  observe: (row: number, values: Float64Array) => void;
  /** Writes the shares of row `row`, 0 in closed slots, summing to 1 unless the day is closed. */
  shares: (row: number, weekday: number, out: Float64Array) => void;
  /**
   * Variance over mean of a slot's count around what the shares expect, given the day's total; NaN before any
   * day was expected.
   */
  dispersion: () => number;
  /** Shares of the weekday's own days, not summing to 1 where slots were never known; null: not seen. */
  own: (weekday: number) => { readonly shares: Float64Array; readonly variance: number } | null;
};

/**
 * Rows 0 to 6 are the weekdays; further rows are labels of marked days; `siblings`: the profiles of other
 * channels, kept up to date by their owner.
 */
export function dayProfile(
  { slotsPerDay, closed }: Series,
  rowCount: number,
  siblings: readonly DayProfile[] = [],
): DayProfile {
  const counts = new Float64Array(rowCount * slotsPerDay);
  const totals = new Float64Array(rowCount * slotsPerDay);
  const weight = new Float64Array(rowCount);
  const squares = new Float64Array(rowCount);
  const seen = new Float64Array(rowCount);
  const plain = new Float64Array(rowCount * slotsPerDay);
  const expected = new Float64Array(slotsPerDay);
  const borrowed = new Float64Array(slotsPerDay);
  const distances = new Map<DayProfile, number>();
  // the ratio of sums, not the mean of ratios: slots of a tenth of a contact would drown the rest,
  // and no fixed threshold in contacts would leave the shares unchanged when the history is scaled
  let squaresSum = 0;
  let meansSum = 0;
  let chanceSum = 0;
  const scatter = () => (meansSum > 0 ? squaresSum / meansSum : Number.NaN);

  /** Variance of a row's shares, summed over slots: dispersion over its effective count. */
  const variance = (row: number) =>
    ((chanceSum > 0 ? chanceSum / meansSum : 1) * (squares[row] ?? 0)) /
    ((weight[row] ?? 0) * (weight[row] ?? 0));
  const own: DayProfile['own'] = (weekday) =>
    (weight[weekday] ?? 0) > 0
      ? {
          shares: plain.subarray(weekday * slotsPerDay, (weekday + 1) * slotsPerDay),
          variance: variance(weekday),
        }
      : null;

  /** Adds a sibling's day in our open hours. */
  const lean = (sibling: DayProfile, weekday: number, out: Float64Array) => {
    if (Number.isNaN(distances.get(sibling) ?? Number.NaN)) distances.set(sibling, distanceTo(sibling));
    const distance = distances.get(sibling) ?? 0;
    const theirs = sibling.own(weekday);
    if (theirs === null || Number.isNaN(distance)) return;
    sibling.shares(weekday, weekday, borrowed);
    const open = openShare(borrowed, weekday);
    if (!(open > LEAST_OPEN)) return;
    const error = distance + theirs.variance / open ** 2;
    for (let s = 0; s < slotsPerDay; s++)
      if (closed[weekday * slotsPerDay + s] === 0) out[s] = (out[s] ?? 0) + (borrowed[s] ?? 0) / open / error;
  };
  const openShare = (day: Float64Array, weekday: number): number => {
    let sum = 0;
    for (let s = 0; s < slotsPerDay; s++) if (closed[weekday * slotsPerDay + s] === 0) sum += day[s] ?? 0;
    return sum;
  };
  /** Mean squared distance between our weekdays and the sibling's, chance apart; NaN: none in common. */
  const distanceTo = (sibling: DayProfile): number => {
    let [excess, weights] = [0, 0];
    for (let weekday = 0; weekday < 7; weekday++) {
      const mine = own(weekday);
      const theirs = sibling.own(weekday);
      if (mine === null || theirs === null) continue;
      const open = openShare(theirs.shares, weekday);
      if (!(open > LEAST_OPEN)) continue;
      let distance = 0;
      for (let s = 0; s < slotsPerDay; s++)
        if (closed[weekday * slotsPerDay + s] === 0)
          distance += ((mine.shares[s] ?? 0) - (theirs.shares[s] ?? 0) / open) ** 2;
      const chance = mine.variance + theirs.variance / open ** 2;
      excess += distance / chance - 1;
      weights += 1 / chance;
    }
    return weights > 0 ? Math.max(0, excess) / weights : Number.NaN;
  };

  /** Mean squared error of `other` as an estimate of `row`, summed over slots. */
  const errorOf = (other: number, row: number): number => {
    const chance = variance(other);
    if (other === row || !((weight[row] ?? 0) > 0)) return chance;
    let distance = 0;
    for (let s = 0; s < slotsPerDay; s++)
      distance += ((plain[row * slotsPerDay + s] ?? 0) - (plain[other * slotsPerDay + s] ?? 0)) ** 2;
    return chance + Math.max(0, distance - chance - variance(row));
  };
  const shares = (row: number, weekday: number, out: Float64Array): void => {
    const isAlone = (weight[row] ?? 0) > 0 && !(scatter() > 0);
    out.fill(0);
    for (let other = 0; other < rowCount; other++) {
      if (!((weight[other] ?? 0) > 0) || (isAlone && other !== row)) continue;
      const error = errorOf(other, row);
      for (let s = 0; s < slotsPerDay; s++)
        out[s] = (out[s] ?? 0) + (plain[other * slotsPerDay + s] ?? 0) / error;
    }
    if (row < 7) for (const sibling of siblings) lean(sibling, weekday, out);
    let sum = 0;
    for (let s = 0; s < slotsPerDay; s++) {
      if (closed[weekday * slotsPerDay + s] === 1) out[s] = 0;
      sum += out[s] ?? 0;
    }
    if (sum > 0) for (let s = 0; s < slotsPerDay; s++) out[s] = (out[s] ?? 0) / sum;
    else {
      // nothing known: an even day
      let open = 0;
      for (let s = 0; s < slotsPerDay; s++) if (closed[weekday * slotsPerDay + s] === 0) open++;
      for (let s = 0; s < slotsPerDay; s++) out[s] = closed[weekday * slotsPerDay + s] === 0 ? 1 / open : 0;
    }
  };

  const observe = (row: number, values: Float64Array): void => {
    distances.clear();
    let known = 0;
    let knownShare = 0;
    const base = row * slotsPerDay;
    const isKnown = (weight[row] ?? 0) > 0;
    for (let s = 0; s < slotsPerDay; s++) {
      expected[s] = plain[base + s] ?? 0;
      if (Number.isNaN(values[s])) continue;
      known += values[s] ?? 0;
      knownShare += expected[s] ?? 0;
    }
    if (!(known > 0)) return;
    // a partial day counts by the total it would have had
    const total = isKnown && knownShare > 0.05 ? known / knownShare : known;
    if (isKnown) {
      let scattered = 0;
      for (let s = 0; s < slotsPerDay; s++)
        if (!Number.isNaN(values[s])) scattered += ((values[s] ?? 0) - total * (expected[s] ?? 0)) ** 2;
      // no single day may be taken as more than four times as scattered as usual
      const limit = meansSum > 0 ? 4 * scatter() * known : scattered;
      squaresSum = squaresSum * SCATTER_DECAY + Math.min(scattered, limit);
      meansSum = meansSum * SCATTER_DECAY + known;
      // what was expected scatters too, as a mean of so many contacts does
      const expectedNoise = (total * (squares[row] ?? 0)) / (weight[row] ?? 1) ** 2;
      chanceSum = chanceSum * SCATTER_DECAY + Math.min(scattered, limit) / (1 + expectedNoise);
    }
    for (let s = 0; s < slotsPerDay; s++) {
      if (Number.isNaN(values[s])) continue;
      counts[base + s] = (counts[base + s] ?? 0) * DECAY + (values[s] ?? 0);
      totals[base + s] = (totals[base + s] ?? 0) * DECAY + total;
      plain[base + s] = (counts[base + s] ?? 0) / (totals[base + s] ?? 1);
    }
    seen[row] = (seen[row] ?? 0) * DECAY + 1;
    weight[row] = (weight[row] ?? 0) * DECAY + total;
    squares[row] = (squares[row] ?? 0) * DECAY * DECAY + total;
  };

  const dispersion = (): number => {
    if (!(meansSum > 0)) return Number.NaN;
    if (!(chanceSum > 0)) return 0;
    const chance = chanceSum / meansSum;
    let [total, noise] = [0, 0];
    for (let row = 0; row < 7; row++) {
      if (!((weight[row] ?? 0) > 0)) continue;
      let precision = 0;
      for (let other = 0; other < rowCount; other++)
        if ((weight[other] ?? 0) > 0) precision += 1 / errorOf(other, row);
      const day = (weight[row] ?? 0) / (seen[row] ?? 1);
      total += day;
      noise += day ** 2 / precision;
    }
    return total > 0 ? chance + noise / total : chance;
  };
  return { observe, shares, dispersion, own };
}
