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

/**
 * Whether a gap in one interval endangers the channel's targets. Deferred work can be done an hour
 * later: its gaps count only while its targets are in doubt over the whole week.
 */
export function atRisk({ model, chance }: ChannelAnalysis, assurance: Share): boolean {
  return model !== 'deferred' || chance < assurance;
}

/** Understaffed intervals over all channels at risk. */
export function shortIntervals({ channels }: Analysis, assurance: Share): number {
  return channels
    .filter((figures) => atRisk(figures, assurance))
    .reduce(
      (sum, { required, planned }) =>
        sum + required.filter((need, i) => need - (planned[i] ?? 0) > 1e-6).length,
      0,
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
      if (missing < 1e-6) return;
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
