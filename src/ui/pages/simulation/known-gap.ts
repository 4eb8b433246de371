/** Reasons known beforehand why the simulation comes out otherwise than the models of a channel. */
import type { ChannelAnalysis, TargetKind } from '../../../scenario/analysis.ts';
import { leftOutBehind, type LeftOut } from '../../../scenario/left-out.ts';
import { isDeferred } from '../../../scenario/opening.ts';
import type { Scenario } from '../../../scenario/schema.ts';

/**
 *     writes   some of a line's agents also do deferred work, which they do not put down for a call, and
 *              the models do not count it: they also hold conversations or help after a wait, or nobody hangs up
 */
export type KnownGap = 'writes' | LeftOut;

/** Of one measure that comes out on this side. */
export function knownGaps(
  scenario: Scenario,
  figures: ChannelAnalysis,
  measure: TargetKind,
  verdict: 'better' | 'worse',
): KnownGap[] {
  const channel = scenario.channels.find(({ id }) => id === figures.id);
  if (!channel) return [];
  return [
    ...(verdict === 'worse' && someWrite(scenario, figures) ? (['writes'] as const) : []),
    ...leftOutBehind(scenario, channel, measure, verdict),
  ];
}

function someWrite({ channels, groups }: Scenario, { id, model, beside }: ChannelAnalysis): boolean {
  const kinds = new Map(channels.map((channel) => [channel.id, channel]));
  const sharing = groups
    .filter(({ skills }) => skills.some(({ channel }) => channel === id))
    .flatMap(({ skills }) => skills.flatMap(({ channel }) => kinds.get(channel) ?? []))
    .filter((channel) => channel.id !== id);
  const calls = model === 'erlangA' || model === 'erlangC';
  return calls && beside === null && sharing.some(({ kind }) => isDeferred(kind));
}
