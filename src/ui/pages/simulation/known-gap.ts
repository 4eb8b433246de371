/** Reasons known beforehand why the simulation comes out otherwise than the models of a channel. */
import type { ChannelAnalysis } from '../../../scenario/analysis.ts';
import { isDeferred } from '../../../scenario/opening.ts';
import type { Scenario } from '../../../scenario/schema.ts';

/**
 *     lends    agents hold conversations of other channels too; the models give each channel agents of its own
 *     writes   some of a line's agents also do deferred work, which they do not put down for a call
 */
export type KnownGap = 'lends' | 'writes';

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
  if (model === 'conversation') {
    return verdict === 'better' && sharing.some(({ conversation }) => conversation) ? 'lends' : null;
  }
  const calls = model === 'erlangA' || model === 'erlangC';
  const writes = calls && beside === null && sharing.some(({ kind }) => isDeferred(kind));
  return verdict === 'worse' && writes ? 'writes' : null;
}
