/** Patience that changes in steps of the wait. */
import { exponential } from '../numeric/exp-log.ts';
import { SECONDS_PER_HOUR, type Seconds } from '../units.ts';
import type { HazardPiece } from './schema-customers.ts';

/** Longest mean patience of a document, and latest step of a hazard. */
export const LONGEST_PATIENCE: Seconds = 1e7;
/** Highest rate of a hazard. */
export const MOST_PER_HOUR = 36_000;

/**
 * Mean patience of a hazard: the survival falls by the rate of each piece, S e^(-rt), so a piece of length l adds
 * S (1 - e^(-rl)) / r, or S l where nobody gives up.
 */
export function meanOfHazard(pieces: readonly HazardPiece[]): Seconds {
  let mean = 0;
  let left = 1;
  pieces.forEach(({ from, perHour }, k) => {
    const length = (pieces[k + 1]?.from ?? Infinity) - from;
    const rate = perHour / SECONDS_PER_HOUR;
    if (rate === 0) {
      mean += left * length;
      return;
    }
    const stay = exponential(-rate * length);
    mean += (left * (1 - stay)) / rate;
    left *= stay;
  });
  return mean;
}
