/** The lines of a pool of conversations of several channels: who waits with whom. */
import type { RatePerSecond, Seconds } from '../units.ts';

/** One channel of the pool. */
export type Talk = {
  /** An agent with fewer conversations than this takes one more of these. */
  readonly limit: number;
  /** Mean time before a waiting customer gives up; without it all wait. */
  readonly patience: Seconds | undefined;
  /** Those of a lower rank are taken first by every group; equal where the groups differ. */
  readonly rank: number;
};

/** Channels of the same limit, or of any above the lowest: who is taken before a rank, and who he finds in line, these too. */
export function lineOf(
  talks: readonly Talk[],
  arrivals: ArrayLike<RatePerSecond>,
  lowest: number,
  limit: number,
  rank: number,
): { first: RatePerSecond; arrivalRate: RatePerSecond; patience: Seconds | undefined } {
  const short = limit === lowest;
  let first = 0;
  let own = 0;
  let waiting = 0;
  let endless = false;
  for (let k = 0; k < talks.length; k++) {
    const talk = talks[k]!;
    if ((talk.limit === lowest) !== short || arrivals[k] === 0) continue;
    if (short && rank < Infinity && talk.rank !== rank) {
      if (talk.rank < rank) first += arrivals[k]!;
      continue;
    }
    own += arrivals[k]!;
    if (talk.patience === undefined) endless = true;
    else waiting += arrivals[k]! * talk.patience;
  }
  return {
    first,
    arrivalRate: first + own,
    patience: endless || own === 0 ? undefined : waiting / own,
  };
}
