/** Changes of the channel mix, which always sums to what it must. */
import type { Axis } from '../../../scenario/axis.ts';
import { startedContacts } from '../../../scenario/demand.ts';
import type { Channel, ChannelMix, Preference, Scenario, Segment, Text } from '../../../scenario/schema.ts';

export type ShiftRow = { readonly channel: Channel; readonly before: number; readonly after: number };

export type Shift = { readonly rows: readonly ShiftRow[]; readonly all: number; readonly moved: number };

/** Contacts of every channel without and with the mix, and how many change channel. */
export function mixShift(scenario: Scenario, axis: Axis): Shift {
  const sums = (grids: readonly Float64Array[]) =>
    grids.map((grid) => grid.reduce((total, value) => total + value, 0));
  const { mix: _, ...plain } = scenario;
  const before = sums(startedContacts(plain, axis));
  const after = sums(startedContacts(scenario, axis));
  const rows = scenario.channels.map((channel, c) => ({
    channel,
    before: before[c] ?? 0,
    after: after[c] ?? 0,
  }));
  return {
    rows,
    all: rows.reduce((sum, row) => sum + row.before, 0),
    moved: rows.reduce((sum, row) => sum + Math.max(0, row.after - row.before), 0),
  };
}

/** The list with one share set; the others give way in proportion, evenly where they have nothing. */
export function withShare(list: readonly Preference[], channel: string, share: number): Preference[] {
  const others = list.filter((entry) => entry.channel !== channel);
  const left = Math.max(0, 1 - share);
  const sum = others.reduce((total, entry) => total + entry.share, 0);
  if (others.length === 0) return [{ channel, share: 1 }];
  return list.map((entry) => {
    if (entry.channel === channel) return { channel, share: Math.min(1, share) };
    return {
      channel: entry.channel,
      share: sum > 0 ? (entry.share / sum) * left : left / others.length,
    };
  });
}

/** The segments with one weight set, the others in proportion. */
export function withWeight(mix: ChannelMix, index: number, weight: number): ChannelMix {
  const list = mix.segments.map((segment, at) => ({ channel: String(at), share: segment.weight }));
  const weights = withShare(list, String(index), weight);
  return {
    segments: mix.segments.map((segment, at) => ({ ...segment, weight: weights[at]?.share ?? 0 })),
  };
}

export function withSegment(mix: ChannelMix, index: number, change: Partial<Segment>): ChannelMix {
  return {
    segments: mix.segments.map((segment, at) => (at === index ? { ...segment, ...change } : segment)),
  };
}

/** One more segment, split off the largest and with its preferences until told otherwise. */
export function withNewSegment(mix: ChannelMix, name: Text): ChannelMix {
  const largest = mix.segments.reduce((best, segment) => (segment.weight > best.weight ? segment : best));
  const weight = largest.weight / 2;
  return {
    segments: [
      ...mix.segments.map((segment) => (segment === largest ? { ...segment, weight } : segment)),
      { ...largest, name, weight },
    ],
  };
}

/** Without one segment, whose weight goes to the others in proportion; null when it was the last. */
export function withoutSegment(mix: ChannelMix, index: number): ChannelMix | null {
  const left = mix.segments.filter((_, at) => at !== index);
  const sum = left.reduce((total, { weight }) => total + weight, 0);
  if (left.length === 0) return null;
  return {
    segments: left.map((segment) => ({
      ...segment,
      weight: sum > 0 ? segment.weight / sum : 1 / left.length,
    })),
  };
}
