/** What two scenarios change for the reasons of a channel, under common random numbers. */
import type { ReasonDifference } from '../../../simulation/compare-reasons.ts';
import type { Estimate } from '../../../simulation/summary.ts';
import type { PromisedShare } from '../simulation/promised-share.ts';
import type { DifferenceRow } from './difference-chart.tsx';

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
export function levelRows(reasons: readonly ReasonDifference[], promised: PromisedShare): ReasonRow[] {
  return reasons.flatMap((reason) => {
    const difference = reason[promised];
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
export function mostMoved(reasons: readonly ReasonDifference[], promised: PromisedShare): ReasonRow | null {
  const largest = (rows: readonly ReasonRow[]): ReasonRow | undefined =>
    rows
      .filter(({ difference }) => isSettled(difference))
      .toSorted((a, b) => Math.abs(b.difference.value) - Math.abs(a.difference.value))[0];
  return largest(hourRows(reasons)) ?? largest(levelRows(reasons, promised)) ?? null;
}
