/**
 * What the simulation says of each target, beside what the models expected: the judge's view.
 */
import type { ChannelAnalysis, TargetResult } from '../../../scenario/analysis.ts';
import { isForeseen } from '../../../scenario/left-over.ts';
import type { ChannelSummary, SimulationSummary } from '../../../scenario/simulate.ts';
import type { Probability } from '../../../units.ts';
import type { Estimate } from '../../../simulation/summary.ts';

export type Verdict = 'agrees' | 'better' | 'worse';

export type TargetComparison = {
  readonly channel: ChannelAnalysis;
  readonly target: TargetResult;
  /** Of the target's own measure over all replications; null where the simulator does not report it. */
  readonly simulated: Estimate | null;
  /** Chance by the models; null where they expect no contact, as on the channel that calls back. */
  readonly chance: Probability | null;
  /** Share of replications that met the target. */
  readonly met: Estimate | null;
  /** Of the measure: a share or a time. */
  readonly verdict: Verdict | null;
  /** Of the chance: whether what the models expect lies within the interval of the weeks that met it. */
  readonly chanceVerdict: Verdict | null;
};

/** Differences below these are of no consequence, however sure: points of a share, a share of a duration. */
const NEGLIGIBLE_SHARE = 0.02;
const NEGLIGIBLE_DURATION = 0.05;
/** Chances are shown in whole percents. */
const UNSEEN_CHANCE = 0.005;

export function compareTargets(
  channels: readonly ChannelAnalysis[],
  summary: SimulationSummary,
): TargetComparison[] {
  return channels.flatMap((channel) => {
    const found = summary.channels.find(({ id }) => id === channel.id);
    if (!found) return [];
    const foreseen = isForeseen(channel);
    return channel.targets.flatMap((result): TargetComparison[] => {
      if (result.kind === 'occupancy') return [];
      const target = foreseen ? result : { ...result, value: null };
      const simulated = measureOf(found, target, channel.model === 'deferred');
      const met = found.targetMet[result.kind];
      const chance = foreseen ? target.chance : null;
      return [
        {
          channel,
          target,
          simulated,
          chance,
          met,
          verdict: verdictOf(target, simulated),
          chanceVerdict: chanceVerdictOf(chance, met),
        },
      ];
    });
  });
}

/** What a channel, or a reason of it, comes to in the measure of a target. */
export function measureOf(
  summary: Pick<ChannelSummary, 'serviceLevel' | 'meanWaitAnswered' | 'abandonment'> & {
    readonly firstResponse: Pick<ChannelSummary['firstResponse'], 'mean' | 'within'>;
  },
  target: Pick<TargetResult, 'kind'>,
  deferred: boolean,
): Estimate | null {
  switch (target.kind) {
    case 'serviceLevel':
      return summary.serviceLevel;
    case 'meanWaitAnswered':
      return summary.meanWaitAnswered;
    case 'firstResponseMean':
      return summary.firstResponse.mean;
    case 'firstResponsePercentile':
      // The promise is of those answered. Deferred contacts are all answered, and their level has an interval.
      return deferred ? summary.serviceLevel : summary.firstResponse.within;
    case 'abandonment':
      return summary.abandonment;
    case 'occupancy':
      return null;
  }
}

function verdictOf(target: TargetResult, simulated: Estimate | null): Verdict | null {
  if (!simulated || target.value === null) return null;
  const duration = target.kind === 'meanWaitAnswered' || target.kind === 'firstResponseMean';
  const room = duration ? NEGLIGIBLE_DURATION * Math.max(target.value, target.goal) : NEGLIGIBLE_SHARE;
  if (target.value >= simulated.low - room && target.value <= simulated.high + room) return 'agrees';
  const higherIsBetter = target.kind === 'serviceLevel' || target.kind === 'firstResponsePercentile';
  return simulated.value > target.value === higherIsBetter ? 'better' : 'worse';
}

function chanceVerdictOf(chance: Probability | null, met: Estimate | null): Verdict | null {
  if (chance === null || !met) return null;
  if (chance < met.low - UNSEEN_CHANCE) return 'better';
  return chance > met.high + UNSEEN_CHANCE ? 'worse' : 'agrees';
}
