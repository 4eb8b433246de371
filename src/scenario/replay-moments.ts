/** Where on the axis the contacts of a log come, in which order, and how far that is known. */
import { stateOfSeed } from '../random/streams.ts';
import { nextUniform } from '../random/xoshiro.ts';
import { SECONDS_PER_DAY, SECONDS_PER_MINUTE, type Seconds } from '../units.ts';
import type { Axis } from './axis.ts';
import { isDeferred, openSpans } from './opening.ts';
import type { Channel } from './schema.ts';

/** Above the number of a contact in its channel. */
const PLACES = 33_554_432;
/** Longer than an instant: moments are drawn within it. */
const KNOWN_ROUGHLY: Seconds = 60;

export type Moments = {
  /** Ascending. */
  readonly at: Float64Array;
  /** Null: at the instant itself. */
  readonly until: Float64Array | null;
  /** Place among those given of each, in the order of `at`. */
  readonly order: Uint32Array;
  /** Of each, whether it comes while the channel is closed. */
  readonly closed: Uint8Array;
};

/** Null: on no day planned. `first` is the log's day that is the first one planned. */
export function momentOf(axis: Axis, wall: Seconds, first: number): Seconds | null {
  const day = Math.floor(wall / SECONDS_PER_DAY);
  if (day < first || day >= first + axis.days.length) return null;
  const seconds = wall - day * SECONDS_PER_DAY;
  const minute = Math.floor(seconds / SECONDS_PER_MINUTE);
  return axis.at(day - first, minute) + seconds - minute * SECONDS_PER_MINUTE;
}

/**
 * Contacts of one channel in the order in which they come. Those of one span come at moments drawn within the
 * part of it in which the channel is open, in an order drawn from the seed: that of the file may be by what
 * they wanted. O(n log n).
 *
 * @param stamps whole seconds of the axis, in the order of the file
 * @param within seconds to which they are told
 */
export function momentsOf(
  channel: Pick<Channel, 'kind' | 'open'>,
  axis: Axis,
  stamps: Float64Array,
  within: Seconds,
  seed: number,
): Moments {
  const count = stamps.length;
  const rough = within >= KNOWN_ROUGHLY;
  const place = Uint32Array.from({ length: count }, (_, k) => k);
  if (rough) shuffle(place, seed);
  // Moment and place in one number: sorting numbers needs no function that compares.
  const keys = new Float64Array(count);
  for (let k = 0; k < count; k++) keys[k] = (stamps[place[k] ?? 0] ?? 0) * PLACES + k;
  keys.sort();
  const at = new Float64Array(count);
  const until = rough ? new Float64Array(count) : null;
  const order = new Uint32Array(count);
  const closed = new Uint8Array(count);
  const alwaysOpen = isDeferred(channel.kind) || channel.kind === 'selfService';
  const spans = alwaysOpen ? [{ from: -Infinity, to: Infinity }] : openSpans(axis, channel.open);
  let next = 0;
  for (let k = 0; k < count; k++) {
    const key = keys[k] ?? 0;
    const stamp = Math.floor(key / PLACES);
    order[k] = place[key - stamp * PLACES] ?? 0;
    while ((spans[next]?.to ?? Infinity) <= stamp) next++;
    const end = rough ? Math.min(stamp + within, axis.end) : stamp;
    const open = spans[next] ?? { from: Infinity, to: Infinity };
    const isOpen = rough ? open.from < end : open.from <= stamp;
    closed[k] = isOpen ? 0 : 1;
    at[k] = isOpen ? Math.max(stamp, open.from) : stamp;
    if (until) until[k] = isOpen ? Math.min(end, lastOpen(spans, next, end)) : end;
  }
  return { at, until, order, closed };
}

/** End of the last span that begins before `end`. */
function lastOpen(
  spans: readonly { readonly from: Seconds; readonly to: Seconds }[],
  first: number,
  end: Seconds,
): Seconds {
  let last = first;
  while ((spans[last + 1]?.from ?? Infinity) < end) last++;
  return spans[last]?.to ?? end;
}

/** Fisher and Yates. */
function shuffle(places: Uint32Array, seed: number): void {
  const stream = stateOfSeed(seed);
  for (let k = places.length - 1; k > 0; k--) {
    const other = Math.floor(nextUniform(stream) * (k + 1));
    [places[k], places[other]] = [places[other] ?? 0, places[k] ?? 0];
  }
}
