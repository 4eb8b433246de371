/** Where the agents' time goes, reason by reason, and which reason misses what the channel promises. */
import type { ChannelAnalysis, TargetResult } from '../../../scenario/analysis.ts';
import type { Share } from '../../../units.ts';
import type { ReasonSummary } from '../../../simulation/summary.ts';
import { targetMet } from '../../target-text.ts';
import { measureOf } from './comparison.ts';

export type ReasonResult = {
  readonly reason: ReasonSummary;
  /** Of the agents' hours on the channel, and of the contacts that reach them; null where there are none. */
  readonly ofHours: Share | null;
  readonly ofContacts: Share | null;
};

export function reasonResults(reasons: readonly ReasonSummary[]): ReasonResult[] {
  const total = (of: (reason: ReasonSummary) => number): number =>
    reasons.reduce((sum, reason) => sum + of(reason), 0);
  const hours = total(({ work }) => work.workHours.value);
  const contacts = total(({ offered }) => offered.value);
  return reasons.map((reason) => ({
    reason,
    ofHours: hours > 0 ? reason.work.workHours.value / hours : null,
    ofContacts: contacts > 0 ? reason.offered.value / contacts : null,
  }));
}

/** The reason that takes more of the time than of the contacts by most; undefined where nobody was served. */
export function heaviest(results: readonly ReasonResult[]): ReasonResult | undefined {
  const excess = ({ ofHours, ofContacts }: ReasonResult): number => (ofHours ?? 0) - (ofContacts ?? 0);
  return results
    .filter(({ ofHours }) => ofHours !== null)
    .reduce<ReasonResult | undefined>(
      (most, one) => (most === undefined || excess(one) > excess(most) ? one : most),
      undefined,
    );
}

/** What reasons come to that miss a target of their channel, in the order of the targets. */
export function missedTargets(
  reasons: readonly ReasonSummary[],
  { targets, model }: Pick<ChannelAnalysis, 'targets' | 'model'>,
): { readonly reason: ReasonSummary; readonly target: TargetResult }[] {
  return targets
    .filter(({ kind }) => kind !== 'occupancy')
    .flatMap((target) =>
      reasons.flatMap((reason) => {
        const value = measureOf(reason, target, model === 'deferred')?.value;
        if (value === undefined) return [];
        const own = { ...target, value };
        return targetMet(own) === false ? [{ reason, target: own }] : [];
      }),
    );
}
