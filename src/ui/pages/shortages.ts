/** Where the plan falls short: runs of understaffed intervals of one channel and day, the widest first. */
import type { Analysis, ChannelAnalysis } from '../../scenario/analysis.ts';
import type { Axis } from '../../scenario/axis.ts';
import type { Share } from '../../units.ts';

export type Shortage = {
  /** Index of the channel in the analysis. */
  readonly channel: number;
  readonly day: number;
  /** Intervals [from, to) of the axis. */
  readonly from: number;
  readonly to: number;
  /** Agents missing in the worst interval. */
  readonly agents: number;
  /** Agent intervals missing in all. */
  readonly total: number;
};

/** Less than this of an agent is rounding. */
const MISSING = 1e-6;

/**
 * Whether a gap in one interval endangers the channel's targets. Deferred work can be done an hour
 * later: its gaps count only while its targets are in doubt over the whole week.
 */
export function atRisk({ model, chance }: ChannelAnalysis, assurance: Share): boolean {
  return model !== 'deferred' || chance < assurance;
}

/**
 * For each interval of the axis whether somebody is missing: on one channel, or on any of them. An
 * interval counts once, however many channels are short in it.
 *
 * @param channel index, or null for any
 */
export function shortIntervals(
  { channels }: Analysis,
  assurance: Share,
  channel: number | null = null,
): boolean[] {
  const chosen = channel === null ? channels : channels.slice(channel, channel + 1);
  const endangered = chosen.filter((figures) => atRisk(figures, assurance));
  return Array.from(channels[0]?.required ?? [], (_, interval) =>
    endangered.some(
      ({ required, planned }) => (required[interval] ?? 0) - (planned[interval] ?? 0) > MISSING,
    ),
  );
}

/** Runs parted by one covered interval are one: nobody is called in for two shifts with a gap of half an hour. */
export function shortages({ channels }: Analysis, axis: Axis, assurance: Share): Shortage[] {
  const found: { channel: number; day: number; from: number; to: number; agents: number; total: number }[] =
    [];
  channels.forEach((figures, channel) => {
    if (!atRisk(figures, assurance)) return;
    const { required, planned } = figures;
    let last: (typeof found)[number] | null = null;
    axis.intervals.forEach(({ day }, interval) => {
      const missing = (required[interval] ?? 0) - (planned[interval] ?? 0);
      if (missing <= MISSING) return;
      if (last && last.day === day && interval - last.to <= 1) {
        last.to = interval + 1;
        last.agents = Math.max(last.agents, missing);
        last.total += missing;
      } else {
        last = { channel, day, from: interval, to: interval + 1, agents: missing, total: missing };
        found.push(last);
      }
    });
  });
  return found.toSorted((a, b) => b.total - a.total || a.from - b.from);
}

/** `10:00–12:30` of a run, as minutes of its day. */
export function minutesOf(
  { from, to }: { readonly from: number; readonly to: number },
  axis: Axis,
): readonly [from: number, to: number] {
  const minutes = 1440 / axis.slotsPerDay;
  return [(axis.intervals[from]?.slot ?? 0) * minutes, ((axis.intervals[to - 1]?.slot ?? 0) + 1) * minutes];
}
