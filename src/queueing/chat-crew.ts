/**
 * A pool of chat agents in the exact day: its places stand for the agents of a phone line, only that
 * with places free the conversations end faster, by the conversation curve.
 *
 * Assumes what chat-queue.ts does: conversations lie evenly on the agents, who are settled at what they
 * hold, also just after somebody came or left.
 */
import type { ChatAgent } from './chat-pool.ts';
import type { Fate } from './waiting-ahead.ts';
import type { Seconds } from '../units.ts';

export type ChatCrew = {
  /** People, not places. */
  readonly agents: number;
  readonly agent: Pick<ChatAgent, 'curve' | 'full' | 'rate' | 'use'>;
  /**
   * What somebody counts for by a deadline who finds no place free: of conversations that may then be held beyond
   * the places, which make no line here. Without it who finds no place free waits in line.
   */
  readonly beyond?: ((fate: Fate, deadline: Seconds) => number) | undefined;
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
 * By conversation count n below all places: what the next newcomer counts for, `values` by the conversations
 * that his agent holds. As in chat-pool.ts he finds who the conversation that ends of n + 1 would leave behind:
 * of agents who differ by one, the emptier are emptier by chance still.
 */
export function newcomerValues({ agents, agent }: ChatCrew, values: Float64Array): Float64Array {
  const { rate } = agent;
  const met = new Float64Array(agents * (rate.length - 1));
  for (let n = 0; n < met.length; n++) {
    const each = Math.floor((n + 1) / agents);
    const more = n + 1 - each * agents;
    const emptier = (agents - more) * rate[each]!;
    const fuller = more === 0 ? 0 : more * rate[each + 1]!;
    const sum = (each === 0 ? 0 : emptier * values[each - 1]!) + (more === 0 ? 0 : fuller * values[each]!);
    met[n] = sum / (emptier + fuller);
  }
  return met;
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

/** The transpose: values after they left become values before it, in place. */
export function pullBackCrewLeaves(
  value: Float64Array,
  high: number,
  limit: number,
  before: number,
  after: number,
): void {
  for (let agents = after + 1; agents <= before; agents++) {
    for (let n = high; n >= 0; n--) {
      const held = Math.min(n, agents * limit);
      const each = Math.floor(held / agents);
      const more = (held - each * agents) / agents;
      value[n] = (1 - more) * value[n - each]! + (more > 0 ? more * value[n - each - 1]! : 0);
    }
  }
}
