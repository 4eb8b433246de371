/** What two scenarios change for the reasons of a channel, under common random numbers. */
import type { ChannelAnalysis } from '../../../scenario/analysis.ts';
import type { Channel } from '../../../scenario/schema.ts';
import type { ReasonDifference } from '../../../simulation/compare-reasons.ts';
import type { Estimate } from '../../../simulation/summary.ts';
import type { DifferenceRow } from './difference-chart.tsx';

/** What a reason's promise is counted in: as on the Simulation page. */
export type LevelKind = 'level' | 'replies';

export function levelKind({ targets }: Channel, { model }: Pick<ChannelAnalysis, 'model'>): LevelKind {
  const replies = targets.serviceLevel === undefined && targets.firstResponse?.percentile !== undefined;
  // Deferred work is all answered in the end; its level leaves out what is not due yet.
  return replies && model !== 'deferred' ? 'replies' : 'level';
}

export function levelOf(reason: ReasonDifference, kind: LevelKind): Estimate | null {
  return kind === 'replies' ? reason.firstResponseWithin : reason.serviceLevel;
}

/** Whether its interval leaves nought out. */
export function isSettled({ low, high }: Estimate): boolean {
  return low > 0 || high < 0;
}

/** A difference of one reason, ready to be drawn. */
export type ReasonRow = {
  readonly reason: ReasonDifference;
  readonly difference: Estimate;
  readonly unit: 'share' | 'count';
  readonly verdict: DifferenceRow['verdict'];
};

/** What becomes of the promise, of the reasons that have contacts to judge. */
export function levelRows(reasons: readonly ReasonDifference[], kind: LevelKind): ReasonRow[] {
  return reasons.flatMap((reason) => {
    const difference = levelOf(reason, kind);
    if (!difference) return [];
    const verdict = verdictOf(difference, difference.value > 0 ? 'better' : 'worse');
    return [{ reason, difference, unit: 'share', verdict }];
  });
}

/** What becomes of the agents' hours: more are neither good nor bad. */
export function hourRows(reasons: readonly ReasonDifference[]): ReasonRow[] {
  return reasons.map((reason) => {
    const difference = reason.workHours;
    return { reason, difference, unit: 'count', verdict: verdictOf(difference, 'moved') };
  });
}

/** @param settled what is said where the interval leaves nought out */
function verdictOf(difference: Estimate, settled: 'better' | 'worse' | 'moved'): ReasonRow['verdict'] {
  if (isSettled(difference)) return settled;
  return difference.low === 0 && difference.high === 0 ? 'same' : 'open';
}

/** The settled difference to tell of first: the most of the agents' time, else of the promise; null where none is settled. */
export function mostMoved(reasons: readonly ReasonDifference[], kind: LevelKind): ReasonRow | null {
  const largest = (rows: readonly ReasonRow[]): ReasonRow | undefined =>
    rows
      .filter(({ difference }) => isSettled(difference))
      .toSorted((a, b) => Math.abs(b.difference.value) - Math.abs(a.difference.value))[0];
  return largest(hourRows(reasons)) ?? largest(levelRows(reasons, kind)) ?? null;
}
