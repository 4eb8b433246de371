/**
 * Why a channel misses its goal, interval by interval of a simulated run: too few agents, busier days than
 * planned for, or a queue carried over; each missed interval has one cause, the first that applies.
 */
import type { ChannelAnalysis, TargetKind, TargetResult } from '../../../scenario/analysis.ts';
import type { ChannelSummary } from '../../../scenario/simulate.ts';
import type { Share } from '../../../units.ts';
import { measureOf } from './comparison.ts';

export type Miss = {
  /** Open intervals in which contacts were judged, and those of them below the goal. */
  readonly judged: number;
  readonly missed: readonly number[];
  /** The missed interval with most contacts that were not answered in time, were lost, or most seconds waited. */
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

/** Kinds in which more is better. */
const IN_TIME: ReadonlySet<TargetKind> = new Set(['serviceLevel', 'firstResponsePercentile']);
/** Fewer contacts than this per interval say nothing of a plan. */
const FEW = 0.5;

/**
 * The target whose miss is to be explained: the one met in fewest replications, where that is in fewer than
 * wanted; else the share in time, which single intervals may miss all the same.
 */
export function targetToExplain(
  { targets }: Pick<ChannelAnalysis, 'targets'>,
  { targetMet }: Pick<ChannelSummary, 'targetMet'>,
  assurance: Share,
): { readonly target: TargetResult; readonly kept: boolean } | null {
  const judged = targets.flatMap((target) => {
    const met = target.kind === 'occupancy' ? null : targetMet[target.kind];
    return met ? [{ target, met: met.value }] : [];
  });
  const worst = judged.toSorted((one, other) => one.met - other.met)[0];
  if (worst && worst.met < assurance) return { target: worst.target, kept: false };
  const share = judged.find(({ target }) => IN_TIME.has(target.kind));
  return share ? { target: share.target, kept: true } : null;
}

/** Null where no interval misses the goal of the target. */
export function explainMiss(
  figures: ChannelAnalysis,
  summary: ChannelSummary,
  { kind, goal }: Pick<TargetResult, 'kind' | 'goal'>,
): Miss | null {
  const judged = summary.intervals.flatMap((interval, i) => {
    const { firstResponseMean: mean, firstResponseWithin: within } = interval;
    const own = { ...interval, firstResponse: { mean, within } };
    const value = measureOf(own, { kind }, figures.model === 'deferred')?.value;
    return value !== undefined && interval.offered.value >= FEW
      ? [{ i, value, offered: interval.offered.value }]
      : [];
  });
  const inTime = IN_TIME.has(kind);
  const missed = judged.filter(({ value }) => (inTime ? value < goal : value > goal));
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
  const failures = new Map(
    missed.map(({ i, value, offered }) => [i, (inTime ? 1 - value : value) * offered]),
  );
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
