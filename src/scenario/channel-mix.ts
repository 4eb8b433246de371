/**
 * Channel shift: customers of a segment come to prefer other channels, and their contacts move.
 *
 * A channel's contacts are split between the segments by Bayes' rule, weight × preference; of a
 * segment's contacts on a channel the share that its new preference no longer covers leaves, and goes
 * to the channels it now prefers more, in proportion to what they gain. The share is the same in every
 * interval, and a contact arrives in the interval in which it would have come, so the total of every
 * interval stays. Where the volumes are split between channels as the segments say, the new split is
 * exactly the one their new preferences ask for.
 *
 * Assumes that a need makes one contact whatever the channel, and that it then takes the handle time
 * of its new channel.
 */
import type { ChannelMix, Preference, Scenario } from './schema.ts';

/** `moves[i][j]`: share of the contacts of channel i that go to channel j; the diagonal is what stays. */
export function channelMoves(mix: ChannelMix, channels: readonly string[]): number[][] {
  const preference = (list: readonly Preference[], channel: string) =>
    list.find((entry) => entry.channel === channel)?.share ?? 0;
  return channels.map((from, i) => {
    const row = channels.map((_, j): number => (i === j ? 1 : 0));
    const users = mix.segments.reduce((sum, { weight, now }) => sum + weight * preference(now, from), 0);
    if (!(users > 0)) return row;
    for (const { weight, now, later } of mix.segments) {
      const before = preference(now, from);
      const lost = before - preference(later, from);
      if (!(before > 0 && lost > 0)) continue;
      const leaving = ((weight * before) / users) * (lost / before);
      const gains = channels.map((to) => Math.max(0, preference(later, to) - preference(now, to)));
      const gained = gains.reduce((sum, gain) => sum + gain, 0);
      if (!(gained > 0)) continue;
      row[i] = (row[i] ?? 0) - leaving;
      gains.forEach((gain, j) => {
        row[j] = (row[j] ?? 0) + (leaving * gain) / gained;
      });
    }
    return row;
  });
}

/** Whether the shift takes contacts from a channel or brings it some; none without a mix. */
export function movesContactsOf(
  channel: string,
  { mix, channels }: Pick<Scenario, 'mix' | 'channels'>,
): boolean {
  if (mix === undefined) return false;
  const ids = channels.map(({ id }) => id);
  const own = ids.indexOf(channel);
  return channelMoves(mix, ids).some((row, from) => (row[own] ?? 0) !== (from === own ? 1 : 0));
}

/** The contacts of every channel, in the order of `channels`, after the shift. O(channels² × cells). */
export function shifted(
  grids: readonly Float64Array[],
  mix: ChannelMix,
  channels: readonly string[],
): Float64Array[] {
  const moves = channelMoves(mix, channels);
  return grids.map((own, to) => {
    const sum = new Float64Array(own.length);
    grids.forEach((grid, from) => {
      const share = moves[from]?.[to] ?? 0;
      if (share === 0) return;
      for (let cell = 0; cell < sum.length; cell++) sum[cell] = (sum[cell] ?? 0) + share * (grid[cell] ?? 0);
    });
    return sum;
  });
}

/**
 * One segment whose preferences are the channels' own shares of the contacts: where an editor starts.
 * Channels in the order given; a share of 0 is kept, so that the channel can be chosen.
 */
export function presentPreferences(
  totals: readonly { readonly channel: string; readonly contacts: number }[],
): Preference[] {
  const all = totals.reduce((sum, { contacts }) => sum + contacts, 0);
  return totals.map(({ channel, contacts }, index) => ({
    channel,
    share: all > 0 ? contacts / all : index === 0 ? 1 : 0,
  }));
}
