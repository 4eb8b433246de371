/**
 * A pool of chat agents in the exact day: its places stand for the agents of a phone line, only that
 * with places free the conversations end faster, by the conversation curve.
 *
 * Assumes what chat-queue.ts does: conversations lie evenly on the agents, who are settled at what they
 * hold, also just after somebody came or left.
 */
import type { ChatAgent } from './chat-pool.ts';

export type ChatCrew = {
  /** People, not places. */
  readonly agents: number;
  readonly agent: ChatAgent;
};

/** Per conversation count n up to all places: Σ over agents of a figure by conversations held. */
export function crewSum({ agents, agent }: ChatCrew, figure: 'rate' | 'use', n: number): number {
  if (agents === 0) return 0;
  const limit = agent.rate.length - 1;
  const held = Math.min(n, agents * limit);
  const each = Math.floor(held / agents);
  const more = held - each * agents;
  const by = agent[figure];
  return (agents - more) * by[each]! + (more > 0 ? more * by[each + 1]! : 0);
}

/**
 * Leavers by name, each equally likely to be any agent, take their conversations along: the law over n
 * becomes that after they left, in place. O(leavers · states).
 */
export function crewLeavesByName(
  p: Float64Array,
  high: number,
  limit: number,
  before: number,
  after: number,
): void {
  for (let agents = before; agents > after; agents--) {
    const next = new Float64Array(high + 1);
    for (let n = 0; n <= high; n++) {
      const held = Math.min(n, agents * limit);
      const each = Math.floor(held / agents);
      const more = (held - each * agents) / agents;
      next[n - each]! += p[n]! * (1 - more);
      if (more > 0) next[n - each - 1]! += p[n]! * more;
    }
    p.set(next);
  }
}
