/**
 * One channel's service level in all six definitions of the trade, from one and the same queue: what
 * two contracts with the same "80/20" would pay for.
 */
import { peopleFor } from './absence.ts';
import { isCompany } from './channel-company.ts';
import { UnattainableTarget } from '../errors.ts';
import type { ServiceLevelDefinition } from '../queueing/measures.ts';
import { SHORT_ABANDON } from '../queueing/measures.ts';
import { SECONDS_PER_HOUR, type Seconds, type Share } from '../units.ts';
import type { ExpectedCounts } from './analysis.ts';
import { dayFactorNodes, dayVolumeCv } from './day-factor.ts';
import { DEFAULT_THRESHOLD } from './interval-counts.ts';
import { emptyCounts } from './live-channel.ts';
import { countsAt, intervalsOf, type LiveLine } from './live-line.ts';
import { liveModel } from './channel-model.ts';
import type { Targets } from './schema.ts';

export const DEFINITIONS: readonly ServiceLevelDefinition[] = [
  'offered',
  'answered',
  'excludeAbandonsWithin',
  'creditAbandonsWithin',
  'excludeShortAbandons',
  'virtual',
];

/** A level before it is divided: expected contacts. */
export type LevelCounts = { readonly numerator: number; readonly denominator: number };

export type DefinedLevel = {
  readonly definition: ServiceLevelDefinition;
  readonly week: LevelCounts;
  readonly day: LevelCounts;
  /** Over the intervals asked for, in their order. */
  readonly intervals: readonly LevelCounts[];
  /** Least agents to schedule if this were the promise, other targets kept; null where none is enough, or agents are pooled. */
  readonly required: readonly (number | null)[];
};

export type DefinedLevels = {
  /** Asked of every definition: the share promised, or the usual one. */
  readonly share: Share;
  readonly threshold: Seconds;
  readonly shortAbandon: Seconds;
  /** The channel's own share, threshold and definition; null: it promises none, and the usual 80/20 is shown. */
  readonly promised: { readonly share: Share; readonly definition: ServiceLevelDefinition } | null;
  readonly levels: readonly DefinedLevel[];
};

/** Equally likely day factors that stand for the swing from day to day, as in the analysis. */
const NODES = 3;
const USUAL_SHARE: Share = 0.8;

/** O(intervals of the week × nodes × definitions). */
export function levelsByDefinition(line: LiveLine, day: number): DefinedLevels {
  const { axis, channel, pool } = line;
  const rule = channel.targets.serviceLevel;
  const share = rule?.share ?? USUAL_SHARE;
  const threshold = rule?.threshold ?? DEFAULT_THRESHOLD;
  const shortAbandon = rule?.shortAbandon ?? SHORT_ABANDON;
  const sets = DEFINITIONS.map((definition): Targets => ({
    ...channel.targets,
    serviceLevel: { share, threshold, definition, shortAbandon },
  }));
  const all = [...axis.intervals.keys()];
  const factors = dayFactorNodes(dayVolumeCv(channel.demand), NODES);
  const nodes = factors.map((factor) => countsAt(line, all, factor, sets));
  const today = intervalsOf(axis, day);
  return {
    share,
    threshold,
    shortAbandon,
    promised: rule ? { share, definition: rule.definition } : null,
    levels: DEFINITIONS.map((definition, d) => {
      const counts = nodes.map((node) => node[d] ?? emptyCounts(0));
      const over = (intervals: readonly number[]): LevelCounts => sum(counts, intervals);
      return {
        definition,
        week: over(all),
        day: over(today),
        intervals: today.map((interval) => over([interval])),
        required:
          pool.members.length === 1 && !isCompany(line.beside)
            ? requiredFor(line, sets[d] ?? {}, today)
            : today.map(() => null),
      };
    }),
  };
}

function sum(nodes: readonly ExpectedCounts[], intervals: readonly number[]): LevelCounts {
  let numerator = 0;
  let denominator = 0;
  for (const { levelNumerator, levelDenominator } of nodes) {
    for (const i of intervals) {
      numerator += (levelNumerator[i] ?? 0) / nodes.length;
      denominator += (levelDenominator[i] ?? 0) / nodes.length;
    }
  }
  return { numerator, denominator };
}

function requiredFor(
  { channel, pool, axis, absent }: LiveLine,
  targets: Targets,
  intervals: readonly number[],
): (number | null)[] {
  const perHour = SECONDS_PER_HOUR / axis.intervalSeconds;
  try {
    const there = liveModel({ ...channel, targets }, pool.patience).requirement({
      contactsPerHour: intervals.map((i) => (pool.contacts[i] ?? 0) * perHour),
      handleTime: intervals.map((i) => pool.handleTime[i] ?? 0),
    });
    return [...peopleFor(there, absent && Float64Array.from(intervals, (i) => absent[i] ?? 0))];
  } catch (error) {
    if (error instanceof UnattainableTarget) return intervals.map(() => null);
    throw error;
  }
}
