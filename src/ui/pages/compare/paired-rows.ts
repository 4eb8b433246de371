/** The rows of a simulated comparison: every target's own measure, second scenario minus first, and what it means. */
import type { Comparison } from '../../../app/simulator.ts';
import type { ChannelAnalysis, TargetKind } from '../../../scenario/analysis.ts';
import type { ClassDifference } from '../../../simulation/compare.ts';
import type { Estimate } from '../../../simulation/summary.ts';

export type PairedRow = {
  readonly id: string;
  /** Null for the cost. */
  readonly channel: string | null;
  readonly kind: Exclude<TargetKind, 'occupancy'> | 'cost';
  readonly unit: 'share' | 'duration' | 'money';
  readonly difference: Estimate;
  /** `better` and `worse` only when the interval leaves zero out. */
  readonly verdict: 'better' | 'worse' | 'open' | 'same';
};

/** @param labour what the second plan's staff costs more per week, known beforehand */
export function pairedRows(
  { channels: differences, variableCost }: Comparison,
  channels: readonly ChannelAnalysis[],
  labour: number,
): PairedRow[] {
  const targets = channels.flatMap((channel) => {
    const found = differences.find(({ id }) => id === channel.id);
    if (!found) return [];
    return channel.targets.flatMap(({ kind }): PairedRow[] => {
      if (kind === 'occupancy') return [];
      const difference = differenceOf(found, kind, channel.model === 'deferred');
      if (!difference) return [];
      const higherIsBetter = kind === 'serviceLevel' || kind === 'firstResponsePercentile';
      return [
        {
          id: `${channel.id} ${kind}`,
          channel: channel.id,
          kind,
          unit: kind === 'meanWaitAnswered' || kind === 'firstResponseMean' ? 'duration' : 'share',
          difference,
          verdict: verdictOf(difference, higherIsBetter),
        },
      ];
    });
  });
  if (!variableCost) return targets;
  const difference = {
    value: variableCost.value + labour,
    low: variableCost.low + labour,
    high: variableCost.high + labour,
  };
  return [
    ...targets,
    {
      id: 'cost',
      channel: null,
      kind: 'cost',
      unit: 'money',
      difference,
      verdict: verdictOf(difference, false),
    },
  ];
}

function differenceOf(
  found: ClassDifference,
  kind: Exclude<TargetKind, 'occupancy'>,
  deferred: boolean,
): Estimate | null {
  switch (kind) {
    case 'serviceLevel':
      return found.serviceLevel;
    case 'meanWaitAnswered':
      return found.meanWaitAnswered;
    case 'abandonment':
      return found.abandonment;
    case 'firstResponseMean':
      return found.firstResponse;
    case 'firstResponsePercentile':
      // Deferred work is all answered in the end; its level leaves out what is not due yet.
      return deferred ? found.serviceLevel : found.firstResponseWithin;
  }
}

function verdictOf({ low, high }: Estimate, higherIsBetter: boolean): PairedRow['verdict'] {
  if (low === 0 && high === 0) return 'same';
  if (low <= 0 && high >= 0) return 'open';
  return low > 0 === higherIsBetter ? 'better' : 'worse';
}
