/** Reasons known beforehand why the simulation comes out otherwise than the models of a channel. */
import type { ChannelAnalysis } from '../../../scenario/analysis.ts';
import { isDeferred } from '../../../scenario/opening.ts';
import type { Scenario } from '../../../scenario/schema.ts';

/**
 *     writes   some of a line's agents also do deferred work, which they do not put down for a call
 */
export type KnownGap = 'writes';

export function knownGap(
  { channels, groups }: Scenario,
  { id, model, beside }: ChannelAnalysis,
  verdict: 'better' | 'worse',
): KnownGap | null {
  const kinds = new Map(channels.map((channel) => [channel.id, channel]));
  const sharing = groups
    .filter(({ skills }) => skills.some(({ channel }) => channel === id))
    .flatMap(({ skills }) => skills.flatMap(({ channel }) => kinds.get(channel) ?? []))
    .filter((channel) => channel.id !== id);
  const calls = model === 'erlangA' || model === 'erlangC';
  const writes = calls && beside === null && sharing.some(({ kind }) => isDeferred(kind));
  return verdict === 'worse' && writes ? 'writes' : null;
}
