/**
 * How a day's contacts spread over its slots: one share per slot, for every weekday and every
 * label of marked days.
 *
 * Shares are recency-weighted counts over recency-weighted day totals. A weekday then borrows
 * from the others as far as they look alike: each row is weighted by the inverse of its mean
 * squared error as an estimate of the row wanted, which is its own sampling variance plus the
 * squared distance between the two beyond what chance explains. Mondays of a large centre keep
 * their own shape, Sundays of a small one lean on Saturdays.
 *
 * Assumes that counts within a day, given its total, scatter like a multinomial times a constant
 * overdispersion, which is measured on the way.
 */
import type { Series } from './series.ts';

/** Days of one kind after which an observation counts half. */
const HALF_LIFE = 8;
const DECAY = 0.5 ** (1 / HALF_LIFE);
/** Decay per day of the overdispersion's sums. */
const SCATTER_DECAY = 0.98;

export type DayProfile = {
  /** Learns from one day's slots (NaN: unknown), of row `row`. */
  observe: (row: number, values: Float64Array) => void;
  /** Writes the shares of row `row`, 0 in closed slots, summing to 1 unless the day is closed. */
  shares: (row: number, weekday: number, out: Float64Array) => void;
  /** Variance over mean of a slot's count given the day's total; NaN before any day was expected. */
  dispersion: () => number;
};

/** Rows 0 to 6 are the weekdays; further rows are labels of marked days. */
export function dayProfile({ slotsPerDay, closed }: Series, rowCount: number): DayProfile {
  const counts = new Float64Array(rowCount * slotsPerDay);
  const totals = new Float64Array(rowCount * slotsPerDay);
  const weight = new Float64Array(rowCount);
  const squares = new Float64Array(rowCount);
  const plain = new Float64Array(rowCount * slotsPerDay);
  const expected = new Float64Array(slotsPerDay);
  // the ratio of sums, not the mean of ratios: slots of a tenth of a contact would drown the rest,
  // and no fixed threshold in contacts would leave the shares unchanged when the history is scaled
  let squaresSum = 0;
  let meansSum = 0;
  const scatter = () => (meansSum > 0 ? squaresSum / meansSum : Number.NaN);

  const shares = (row: number, weekday: number, out: Float64Array): void => {
    const dispersion = scatter() > 0 ? scatter() : 1;
    // variance of a row's shares, summed over slots: dispersion over its effective count
    const variance = (r: number) => (dispersion * (squares[r] ?? 0)) / ((weight[r] ?? 0) * (weight[r] ?? 0));
    const isAlone = (weight[row] ?? 0) > 0 && !(scatter() > 0);
    out.fill(0);
    for (let other = 0; other < rowCount; other++) {
      if (!((weight[other] ?? 0) > 0) || (isAlone && other !== row)) continue;
      let error = variance(other);
      if (other !== row && (weight[row] ?? 0) > 0) {
        let distance = 0;
        for (let s = 0; s < slotsPerDay; s++)
          distance += ((plain[row * slotsPerDay + s] ?? 0) - (plain[other * slotsPerDay + s] ?? 0)) ** 2;
        error += Math.max(0, distance - error - variance(row));
      }
      for (let s = 0; s < slotsPerDay; s++)
        out[s] = (out[s] ?? 0) + (plain[other * slotsPerDay + s] ?? 0) / error;
    }
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
    }
    for (let s = 0; s < slotsPerDay; s++) {
      if (Number.isNaN(values[s])) continue;
      counts[base + s] = (counts[base + s] ?? 0) * DECAY + (values[s] ?? 0);
      totals[base + s] = (totals[base + s] ?? 0) * DECAY + total;
      plain[base + s] = (counts[base + s] ?? 0) / (totals[base + s] ?? 1);
    }
    weight[row] = (weight[row] ?? 0) * DECAY + total;
    squares[row] = (squares[row] ?? 0) * DECAY * DECAY + total;
  };

  return { observe, shares, dispersion: scatter };
}
