/**
 * Why a channel misses its goal, interval by interval of a simulated run: too few agents, busier days than
 * planned for, or a queue carried over; each missed interval has one cause, the first that applies.
 */
import type { ChannelAnalysis } from '../../../scenario/analysis.ts';
import type { ChannelSummary } from '../../../scenario/simulate.ts';
import type { Share } from '../../../units.ts';

export type Miss = {
  /** Open intervals in which contacts were judged, and those of them below the goal. */
  readonly judged: number;
  readonly missed: readonly number[];
  /** The missed interval with most contacts that were not answered in time. */
  readonly worst: number;
  /** Fewer agents than the expected volume needs. */
  readonly short: readonly number[];
  /** Of these, where most agents are lacking. */
  readonly shortest: number | null;
  /** Enough for the expected volume, not for a busy day's. */
  readonly busy: readonly number[];
  /** Enough, and the models (which take each interval alone) expect the goal met: it began with a queue. */
  readonly carried: readonly number[];
  readonly other: readonly number[];
};

/** Fewer contacts than this per interval say nothing of a plan. */
const FEW = 0.5;

/** Null where no interval misses the goal. */
export function explainMiss(figures: ChannelAnalysis, summary: ChannelSummary, goal: Share): Miss | null {
  const judged = summary.intervals.flatMap(({ serviceLevel, offered }, i) =>
    serviceLevel && offered.value >= FEW ? [{ i, level: serviceLevel.value, offered: offered.value }] : [],
  );
  const missed = judged.filter(({ level }) => level < goal);
  if (missed.length === 0) return null;
  const lacking = (i: number, required: Float64Array): number =>
    (required[i] ?? 0) - (figures.planned[i] ?? 0);
  const short: number[] = [];
  const busy: number[] = [];
  const carried: number[] = [];
  const other: number[] = [];
  for (const { i } of missed) {
    const queueBefore = summary.intervals[i - 1]?.meanQueueLength.value ?? 0;
    const queueHere = summary.intervals[i]?.meanQueueLength.value ?? 0;
    if (lacking(i, figures.required) > 1e-6) short.push(i);
    else if (queueBefore > queueHere && queueBefore >= 1) carried.push(i);
    else if (lacking(i, figures.requiredAssured) > 1e-6) busy.push(i);
    else other.push(i);
  }
  const most = (list: readonly number[], weight: (i: number) => number): number | null =>
    list.reduce<number | null>((best, i) => (best === null || weight(i) > weight(best) ? i : best), null);
  const failures = new Map(missed.map(({ i, level, offered }) => [i, (1 - level) * offered]));
  const indices = missed.map(({ i }) => i);
  return {
    judged: judged.length,
    missed: indices,
    worst: most(indices, (i) => failures.get(i) ?? 0) ?? 0,
    short,
    shortest: most(short, (i) => lacking(i, figures.required)),
    busy,
    carried,
    other,
  };
}
