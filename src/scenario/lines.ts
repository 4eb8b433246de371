/** Callers who find every line taken, by the model of a finite queue: what a number of lines costs. */
import { finiteLine } from '../queueing/finite-line.ts';
import { SECONDS_PER_HOUR, type Seconds, type Share } from '../units.ts';
import type { ChannelAnalysis } from './analysis.ts';
import type { Channel } from './schema.ts';

export type Blocked = {
  /** Of all contacts of the intervals with agents. */
  readonly share: Share;
  /** In the interval with most. */
  readonly worst: Share;
};

/**
 * The channel's lines with its share of the planned agents, each interval in its steady state (M/M/s/K,
 * with patience +M). Null where agents hold conversations, and where nobody comes or serves.
 */
export function blockedShare(
  { lines, patience, conversation }: Channel,
  { offered, planned, handleTime }: ChannelAnalysis,
  intervalSeconds: Seconds,
): Blocked | null {
  if (lines === undefined || conversation !== undefined || !(handleTime > 0)) return null;
  let contacts = 0;
  let blocked = 0;
  let worst = 0;
  offered.forEach((count, i) => {
    // more agents than lines are never all at work
    const agents = Math.min(lines, Math.round(planned[i] ?? 0));
    if (agents === 0 || !(count > 0)) return;
    const contactsPerHour = (count * SECONDS_PER_HOUR) / intervalSeconds;
    const { blockedProbability } = finiteLine({
      contactsPerHour,
      handleTime,
      patience: patience?.mean,
      agents,
      lines,
    });
    contacts += count;
    blocked += count * blockedProbability;
    worst = Math.max(worst, blockedProbability);
  });
  return contacts > 0 ? { share: blocked / contacts, worst } : null;
}
