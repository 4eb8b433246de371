/** A day as the filters take it: some of its slots may be unknown, and some of its contacts beyond belief. */
import type { Share } from '../units.ts';

/** Less of a day than this says nothing about it. */
export const LEAST_EXPOSURE: Share = 0.02;
/** No day counts for more than this over or under the usual. */
const FAR = { least: 0.4, most: 2.5 };

/** Share of a day's contacts that falls into its known slots; `shares` of the slots in a whole day. */
export function exposureOf(day: Float64Array, shares: Float64Array): Share {
  let exposure = 0;
  for (let s = 0; s < day.length; s++) if (!Number.isNaN(day[s])) exposure += shares[s] ?? 0;
  return exposure;
}

/** The total as far as it is believed beside the one expected; all of it where none was. */
export function believable(total: number, expected: number): number {
  return expected > 0 ? Math.min(FAR.most, Math.max(FAR.least, total / expected)) * expected : total;
}
