/**
 * What a day's expectation hides: the same intervals on a quiet day and on a busy one, from the day
 * factor alone. Chance within an interval comes on top; the simulation has both.
 */
import type { ExpectedCounts } from './analysis.ts';
import { dayFactorQuantile, dayVolumeCv } from './day-factor.ts';
import { countsAt, intervalsOf, type LiveLine } from './live-line.ts';

/** Expected counts of one day's intervals (arrays over the axis) at the ends of the central 95 % of days. */
export type DayBands = { readonly quiet: ExpectedCounts; readonly busy: ExpectedCounts };

const TAIL = 0.025;

/** Null where days do not swing. */
export function dayBands(line: LiveLine, day: number): DayBands | null {
  const { axis, channel } = line;
  const cv = dayVolumeCv(channel.demand);
  if (cv === 0) return null;
  const [quiet, busy] = [TAIL, 1 - TAIL].flatMap((p) =>
    countsAt(line, intervalsOf(axis, day), dayFactorQuantile(cv, p), [channel.targets]),
  );
  return quiet && busy ? { quiet, busy } : null;
}
