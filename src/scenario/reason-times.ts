/**
 * Reasons that come more often at some hours or on some weekdays: the channel's mix, interval by interval.
 *
 * The share of a reason at an hour of a weekday is its usual share times its two weights, over the sum of the same
 * for all reasons. Handle times stay those of the reasons; what moves is how many of each there are. With Poisson
 * arrivals each reason is then a Poisson process whose rate is constant within an interval.
 */
import type { Seconds, Share } from '../units.ts';
import type { Axis } from './axis.ts';
import { reasonsOf } from './reasons.ts';
import type { Reason } from './schema-customers.ts';
import type { Channel } from './schema.ts';

export const WEEKDAYS = 7;
export const HOURS = 24;

/** A channel as it is at different times: the same but for the shares of its reasons, and the mean that follows. */
export type Mixes = {
  readonly channels: readonly Channel[];
  /** Which of them holds, by interval of the axis. */
  readonly at: Uint8Array;
};

/** True where the mix of reasons is not the same at all times. */
export function hasTimes({ reasons = [] }: Channel): boolean {
  return reasons.some(({ weights }) => weights !== undefined);
}

/** The mixes of the axis, in order of their first interval; the channel itself where one holds throughout. */
export function mixesOf(channel: Channel, axis: Axis): Mixes {
  const at = new Uint8Array(axis.intervals.length);
  if (!hasTimes(channel)) return { channels: [channel], at };
  const byWeekday = channel.reasons?.some(({ weights }) => weights?.byWeekday !== undefined);
  const channels: Channel[] = [];
  const places = new Map<number, number>();
  axis.intervals.forEach(({ day, slot }, i) => {
    const weekday = axis.days[day]?.weekday ?? 0;
    const hour = Math.floor((slot * HOURS) / axis.slotsPerDay);
    const time = byWeekday ? weekday * HOURS + hour : hour;
    let place = places.get(time);
    if (place === undefined) {
      place = channels.length;
      places.set(time, place);
      channels.push(channelAt(channel, weekday, hour));
    }
    at[i] = place;
  });
  return { channels, at };
}

/** The channel with the shares of one hour; its reasons keep their handle times, so its own mean moves. */
export function channelAt(channel: Channel, weekday: number, hour: number): Channel {
  const { reasons = [], handling } = channel;
  const shares = sharesAt(reasons, weekday, hour);
  const mean = meanOfShares(channel, shares);
  return {
    ...channel,
    handling: { ...handling, mean },
    reasons: reasons.map((usual, r) => {
      const { weights: _, ...reason } = usual;
      return {
        ...reason,
        share: shares[r] ?? 0,
        handleTimeFactor: (reason.handleTimeFactor * handling.mean) / mean,
      };
    }),
  };
}

/** Shares of the reasons at an hour of a weekday. */
function sharesAt(reasons: readonly Reason[], weekday: number, hour: number): Share[] {
  const parts = reasons.map(
    ({ share, weights }) => share * (weights?.byWeekday?.[weekday] ?? 1) * (weights?.byHour?.[hour] ?? 1),
  );
  const sum = parts.reduce((all, part) => all + part, 0);
  return parts.map((part) => part / sum);
}

/** Mean work of a contact in a mix. */
export function meanOfShares(channel: Channel, shares: readonly Share[]): Seconds {
  return reasonsOf(channel).reduce((sum, { mean }, r) => sum + mean * (shares[r] ?? 0), 0);
}

/** What contacts by interval come to, each counted by the mix of its interval. */
export function summedOver(
  channel: Channel,
  axis: Axis,
  contacts: Float64Array | undefined,
  of: (mix: Channel) => number,
): number {
  const { channels, at } = mixesOf(channel, axis);
  const counts = channels.map(() => 0);
  contacts?.forEach((count, i) => (counts[at[i] ?? 0] = (counts[at[i] ?? 0] ?? 0) + count));
  return channels.reduce((sum, mix, m) => sum + (counts[m] ?? 0) * of(mix), 0);
}
