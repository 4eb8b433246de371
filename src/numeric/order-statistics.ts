/**
 * A quantile of independent observations with an interval that takes nothing for granted about their law.
 *
 * How many of n observations lie below the quantile of a share p is binomial (n, p), so two of the sorted
 * observations enclose it with at least the wanted probability; where too few were made, an end stays open.
 *
 * Reference: David & Nagaraja (2003), Order Statistics, 3rd ed., 7.1.
 */
import { exponential, logarithm } from './exp-log.ts';
import type { Interval } from './ratio-of-totals.ts';

/** @param sorted ascending, at least one */
export function quantileEstimate(sorted: Float64Array, share: number, level: number): Interval {
  const n = sorted.length;
  const tail = (1 - level) / 2;
  // P(at most k below) as k goes up, by the ratio of neighbouring terms.
  let term = n * logarithm(1 - share);
  let cumulated = 0;
  let low = -1;
  let high = n;
  for (let k = 0; k < n; k++) {
    cumulated += exponential(term);
    if (cumulated <= tail) low = k;
    else if (cumulated >= 1 - tail) {
      high = k;
      break;
    }
    term += logarithm(((n - k) / (k + 1)) * (share / (1 - share)));
  }
  return {
    value: sorted[Math.max(0, Math.ceil(share * n) - 1)]!,
    low: low < 0 ? -Infinity : sorted[low]!,
    high: high >= n ? Infinity : sorted[high]!,
  };
}
