/** Which agent for a contact, and which contact for an agent. */
import { nextUniform } from '../random/xoshiro.ts';
import type { CompiledTier } from './compile.ts';
import { ARRIVED, DUE } from './contact-queue.ts';
import { GROUP_FIELDS, STAFFED_SECONDS } from './counters.ts';
import { purge } from './counting.ts';
import type { EngineState } from './engine-state.ts';

/** An agent for a contact of this class that has waited so long; -1 for none. */
export function chooseAgent(s: EngineState, c: number, waited: number): number {
  const end = s.tierStart[c + 1]!;
  if (s.simple[c] === 1) {
    for (let k = s.tierStart[c]!; k < end; k++) {
      const agent = longestIdle(s, s.tiers[k]!.groups);
      if (agent >= 0) return agent;
    }
    return -1;
  }
  for (let k = s.tierStart[c]!; k < end; k++) {
    if (s.tierAfter[k]! > waited) break;
    const agent = chooseWithin(s, s.tiers[k]!, c);
    if (agent >= 0) return agent;
  }
  return -1;
}

/** Somebody is on the floor who could take a contact of this class; until then no place in its queue comes up. */
export function isSomeoneFree(s: EngineState, c: number): boolean {
  const { head, levels } = s.floor;
  const room = Math.max(1, s.limit[c]!);
  for (let k = s.tierStart[c]!; k < s.tierStart[c + 1]!; k++)
    for (const g of s.tiers[k]!.groups)
      for (let level = 0; level < room; level++) if (head[g * levels + level]! >= 0) return true;
  return false;
}

/** The agent who served the customer last, if the class wants him and he can take one more; else -1. */
export function knownAgent(s: EngineState, c: number): number {
  if (!s.model.classes[c]!.sticky) return -1;
  const { floor, preferred: agent } = s;
  const g = floor.group[agent]!;
  const load = floor.load[agent]!;
  const room = s.limit[c] === 0 ? load === 0 : load < s.limit[c]!;
  if (floor.listed[agent]! < 0 || !room || s.skillAfter[g * s.classes + c] !== 0) return -1;
  const held = heldBack(s, g, c);
  if (held > 0 && floor.free[g]! <= held) return -1;
  return load > 0 && isDraining(s, g, c) ? -1 : agent;
}

function longestIdle(s: EngineState, groups: readonly number[]): number {
  const { head, since, levels } = s.floor;
  let best = head[groups[0]! * levels]!;
  for (let i = 1; i < groups.length; i++) {
    const agent = head[groups[i]! * levels]!;
    if (agent >= 0 && (best < 0 || since[agent]! < since[best]!)) best = agent;
  }
  return best;
}

/**
 * Free agents of a group whom class c may not have: its reserve while another live class of the group
 * is open, but never everybody, so that an agent alone does both.
 */
function heldBack(s: EngineState, g: number, c: number): number {
  const reserve = s.skillReserve[g * s.classes + c]!;
  if (reserve === 0) return 0;
  for (let k = s.orderStart[g]!; k < s.orderStart[g + 1]!; k++) {
    const other = s.orderClass[k]!;
    if (other === c || s.deferred[other] === 1 || s.open[other] === 0) continue;
    return Math.max(0, Math.min(reserve, s.floor.level[g * GROUP_FIELDS + STAFFED_SECONDS]! - 1));
  }
  return 0;
}

/** An agent of this tier; -1 for none. */
export function chooseWithin(s: EngineState, tier: CompiledTier, c: number): number {
  const { floor } = s;
  const { groups, select } = tier;
  const limit = s.limit[c]!;
  const levels = limit === 0 ? 1 : limit;
  if (select === 'random' && limit === 0) return chooseRandom(s, groups, c);
  // Conversations go to the agent with the fewest; what takes him whole needs one with none.
  for (let level = 0; level < levels; level++) {
    let best = -1;
    let bestKey = Infinity;
    for (let i = 0; i < groups.length; i++) {
      const g = groups[i]!;
      const agent = floor.head[g * floor.levels + level]!;
      if (agent < 0) continue;
      const held = heldBack(s, g, c);
      if (held > 0 && floor.free[g]! <= held) continue;
      if (level > 0 && isDraining(s, g, c)) continue;
      const key =
        select === 'leastLoaded'
          ? -floor.free[g]!
          : select === 'mostSpecialised'
            ? s.model.groups[g]!.breadth
            : floor.since[agent]!;
      if (key < bestKey) {
        bestKey = key;
        best = agent;
      }
    }
    if (best >= 0) return best;
  }
  return -1;
}

function chooseRandom(s: EngineState, groups: readonly number[], c: number): number {
  const { floor } = s;
  const can = (g: number) => floor.free[g]! > heldBack(s, g, c);
  let candidates = 0;
  for (const g of groups) if (can(g)) candidates += floor.free[g]!;
  if (candidates === 0) return -1;
  let skip = Math.floor(nextUniform(s.selection) * candidates);
  for (const g of groups) {
    if (!can(g)) continue;
    if (skip >= floor.free[g]!) {
      skip -= floor.free[g]!;
      continue;
    }
    let agent = floor.head[g * floor.levels]!;
    while (skip-- > 0) agent = floor.next[agent]!;
    return agent;
  }
  return -1;
}

/** A contact that takes an agent whole waits and comes before class c: the group lets its conversations run out. */
function isDraining(s: EngineState, g: number, c: number): boolean {
  if (s.mayDrain[g * s.classes + c] === 0) return false;
  const rank = s.model.skillRank[g * s.classes + c]!;
  for (let k = s.orderStart[g]!; k < s.orderStart[g + 1]!; k++) {
    if (s.orderRank[k]! > rank) return false;
    const other = s.orderClass[k]!;
    const skill = g * s.classes + other;
    if (s.limit[other]! > 0 || s.waiting[other] === 0 || s.open[other] === 0) continue;
    if (s.skillAfter[skill] === 0 && heldBack(s, g, other) === 0) return true;
  }
  return false;
}

/**
 * The class whose oldest contact this agent takes next; -1 for none.
 *
 * @param listed he is among the free agents of his group already
 */
export function pick(s: EngineState, agent: number, listed = false): number {
  const { floor, waiting, orderClass, orderRank } = s;
  const g = floor.group[agent]!;
  const load = floor.load[agent]!;
  const end = s.orderStart[g + 1]!;
  const key = s.byDue[g] === 1 ? DUE : ARRIVED;
  let best = -1;
  let bestKey = Infinity;
  let bestArrived = Infinity;
  let bestRank = 0;
  for (let k = s.orderStart[g]!; k < end; k++) {
    const c = orderClass[k]!;
    if (waiting[c] === 0) {
      // Nobody waits, but the place of somebody who gave up may have come up.
      if (s.gone[c]! > 0 && best < 0 && s.open[c] === 1) purge(s, c);
      continue;
    }
    if (best >= 0 && orderRank[k] !== bestRank) break;
    if (s.open[c] === 0 || !purge(s, c)) continue;
    if (load > 0 && s.limit[c]! > 0 && load >= s.limit[c]!) continue;
    const queue = s.queues[c]!;
    const at = queue.at(queue.head);
    const skill = g * s.classes + c;
    const after = s.skillAfter[skill]!;
    if (after > 0 && s.now - queue.data[at + ARRIVED]! < after) continue;
    const held = heldBack(s, g, c);
    if (held > 0 && floor.free[g]! + (load === 0 && !listed ? 1 : 0) <= held) continue;
    const value = queue.data[at + key]!;
    const arrived = queue.data[at + ARRIVED]!;
    // Whatever comes while a mailbox is closed falls due at one moment.
    if (value < bestKey || (value === bestKey && arrived < bestArrived)) {
      bestKey = value;
      bestArrived = arrived;
      best = c;
      bestRank = orderRank[k]!;
    }
  }
  // What takes him whole is next: he lets his conversations run out.
  return best >= 0 && load > 0 && s.limit[best] === 0 ? -1 : best;
}
