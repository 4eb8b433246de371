/**
 * Teams that answer calls and, between two of them, do work that can wait: what each takes from the other.
 *
 * An e-mail in hand is not put down for a call. Where all agents of a phone line also do deferred work, and
 * nobody else does it, line and e-mail are one crew (queueing/shared-crew.ts): e-mail gets what the crew can
 * do besides its calls, and the calls wait for agents who have an e-mail in hand. Where only some of the
 * agents do, and in conversations, the calls are taken as undisturbed: on the bundled retailer, where a
 * third of the phone agents also write, that is 1.6 points too kind.
 */
import { mostDeferred, type SharedCrew } from '../queueing/shared-crew.ts';
import type { Erlangs, Seconds, Share } from '../units.ts';
import type { Skill } from './allocation.ts';
import type { ChannelAnalysis } from './analysis.ts';
import type { Lines } from './channel-analysis.ts';
import type { ChannelDemand } from './demand.ts';
import type { Pool } from './pools.ts';
import { blendingReserves, deferredChannels, keptFree, reservingSkills } from './reserve.ts';
import type { Scenario } from './schema.ts';

/** The deferred work of a line's agents. */
export type Team = {
  /** Indexes of its channels with their shares of the work, and of the groups that do it. */
  readonly deferred: readonly { readonly channel: number; readonly share: Share }[];
  readonly groups: readonly number[];
  /** Mean seconds of work per deferred contact. */
  readonly deferredTime: Seconds;
  /** All of it, over the horizon. */
  readonly deferredWork: Seconds;
};

/** Deferred work beside the calls of a line, by interval. */
export type Beside = {
  /** Contacts in hand on average. */
  readonly inHand: Float64Array;
  /** Agents kept free for calls. */
  readonly reserve: Float64Array;
  readonly deferredTime: Seconds;
};

/** The team of a line; null where its agents are no crew with their deferred work. */
export function teamOf(
  { channels, groups }: Scenario,
  { members, patience }: Pool,
  demand: readonly ChannelDemand[],
  skills: readonly (readonly Skill[])[],
): Team | null {
  if (patience === null || members.some((c) => channels[c]?.kind !== 'phone')) return null;
  const late = deferredChannels(channels);
  const serving = (of: readonly number[]): number[] =>
    skills.flatMap((own, g) => (own.some(({ channel }) => of.includes(channel)) ? [g] : []));
  const team = serving(members);
  const deferred = new Set<number>();
  for (const g of team) {
    const group = groups[g];
    const reserving = group && reservingSkills(group, late);
    if (!reserving || reserving.size === 0) return null;
    for (const { channel } of skills[g] ?? []) {
      const id = channels[channel]?.id ?? '';
      if (reserving.has(id)) deferred.add(channel);
      else if (!members.includes(channel)) return null;
    }
  }
  if (deferred.size === 0 || serving([...deferred]).some((g) => !team.includes(g))) return null;
  let contacts = 0;
  let work = 0;
  const working = [...deferred].filter((c) => demand[c]?.toAgents.some((count) => count > 0));
  const workOf = working.map((c) => {
    let own = 0;
    demand[c]?.toAgents.forEach((count, i) => {
      contacts += count;
      own += count * (demand[c]?.handleTime[i] ?? 0);
    });
    work += own;
    return own;
  });
  if (contacts === 0) return null;
  return {
    deferred: working.map((channel, k) => ({ channel, share: (workOf[k] ?? 0) / work })),
    groups: team,
    deferredTime: work / contacts,
    deferredWork: work,
  };
}

/** The crew of a line in one interval. */
function crewAt(
  { contacts, handleTime, patience }: Pool,
  deferredTime: Seconds,
  agents: number,
  reserve: number,
  intervalSeconds: Seconds,
  interval: number,
): SharedCrew {
  return {
    arrivalRate: (contacts[interval] ?? 0) / intervalSeconds,
    handleTime: handleTime[interval] ?? 0,
    patience: patience?.mean ?? Infinity,
    agents,
    reserve: Math.max(0, Math.min(reserve, agents - 1)),
    deferredTime,
  };
}

/** Deferred contacts that a line's agents can have in hand besides its calls; everybody while no call comes. */
export function roomBeside(
  pool: Pool,
  deferredTime: Seconds,
  agents: number,
  reserve: number,
  intervalSeconds: Seconds,
  interval: number,
): Erlangs {
  if (agents <= 0 || (pool.contacts[interval] ?? 0) === 0) return Math.max(0, agents);
  return mostDeferred(crewAt(pool, deferredTime, agents, reserve, intervalSeconds, interval)).deferred;
}

/** Room that a line has for its agents' deferred work, by interval; `agents` of the whole line. */
export type Room = {
  readonly team: Team;
  readonly agents: Float64Array;
  readonly reserve: Float64Array;
  readonly most: Float64Array;
};

/**
 * By channel; null where the line is no crew with its deferred work.
 *
 * @param planned by group and interval, those on the floor
 * @param byChannel by channel and interval, the whole agents that each live channel can count on
 */
export function roomsBeside(
  scenario: Scenario,
  { axis, demand, pools }: Lines,
  planned: readonly Float64Array[],
  byChannel: readonly Float64Array[],
): (Room | null)[] {
  if (pools.every(({ team }) => !team)) return pools.map(() => null);
  const reserves = blendingReserves(scenario, axis, demand, planned);
  return pools.map((pool): Room | null => {
    const { team } = pool;
    if (!team) return null;
    const reserve = teamReserve(team, reserves, planned);
    const agents = reserve.map((_, i) => pool.members.reduce((sum, c) => sum + (byChannel[c]?.[i] ?? 0), 0));
    const most = agents.map((count, i) =>
      roomBeside(pool, team.deferredTime, count, reserve[i] ?? 0, axis.intervalSeconds, i),
    );
    return { team, agents, reserve, most };
  });
}

/** Agents a team keeps free in each interval: each group its reserve, but never everybody. */
function teamReserve(
  { groups }: Team,
  reserves: readonly number[],
  planned: readonly Float64Array[],
): Float64Array {
  const reserve = new Float64Array(planned[0]?.length ?? 0);
  for (const g of groups)
    planned[g]?.forEach(
      (agents, i) => (reserve[i]! += Math.max(0, Math.min(reserves[g] ?? 0, Math.round(agents) - 1))),
    );
  return reserve;
}

/** A line's agents and, in whole ones, those for the deferred contacts that these cannot have in hand. */
export function teamBeside(
  line: Pool,
  agents: Float64Array,
  { inHand, reserve, deferredTime }: Beside,
  intervalSeconds: Seconds,
): Float64Array {
  return agents.map((own, i) => {
    const room = roomBeside(line, deferredTime, own, reserve[i] ?? 0, intervalSeconds, i);
    return Math.ceil(own + Math.max(0, (inHand[i] ?? 0) - room));
  });
}

/** Agents that such a team keeps free at the expected volume, by the rule of reserve.ts. */
export function teamKeeps(line: Pool, team: Team, agents: Float64Array, intervalSeconds: Seconds): number {
  let spare = -team.deferredWork / intervalSeconds;
  agents.forEach((on, i) => {
    spare += on - ((line.contacts[i] ?? 0) * (line.handleTime[i] ?? 0)) / intervalSeconds;
  });
  const present = agents.filter((on) => on > 0).length;
  return keptFree(agents, spare / (present || 1));
}

/** Contacts in hand, from what is done of the room there is for each deferred channel. */
export function besideOf(
  { deferred, deferredTime }: Team,
  room: Float64Array,
  reserve: Float64Array,
  channels: readonly (ChannelAnalysis | undefined)[],
): Beside {
  const inHand = room.map((most, i) =>
    deferred.reduce((sum, { channel, share }) => {
      const { busy, staffed } = channels[channel]?.expected ?? {};
      return sum + (most * share * (busy?.[i] ?? 0)) / (staffed?.[i] || 1);
    }, 0),
  );
  return { inHand, reserve, deferredTime };
}
