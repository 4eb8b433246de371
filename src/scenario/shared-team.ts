/**
 * Teams that answer calls and, between two of them, do work that can wait: what each takes from the other.
 *
 * An e-mail in hand is not put down for a call. Where all agents of a phone line also do deferred work, and
 * nobody else does it, line and e-mail are one crew (queueing/shared-crew.ts); where only some of the agents do,
 * or others help with it, they are the writers of the line (queueing/partly-shared-crew.ts). Either way e-mail gets
 * what those agents can do besides the calls, and the calls wait for agents who have an e-mail in hand. Agents
 * who hold conversations or help only after a wait are no writers: there the calls are taken as undisturbed.
 */
import { mostWritten, writtenLine, type WrittenLine } from '../queueing/partly-shared-crew.ts';
import { mostDeferred, type SharedCrew } from '../queueing/shared-crew.ts';
import type { Erlangs, Seconds, Share } from '../units.ts';
import type { Skill } from './allocation.ts';
import type { ChannelAnalysis } from './analysis.ts';
import type { Axis } from './axis.ts';
import type { Lines } from './channel-analysis.ts';
import type { ChannelDemand } from './demand.ts';
import { contactsOf, secondsOfWork } from './left-over.ts';
import { openIntervals } from './opening.ts';
import type { Pool } from './pools.ts';
import { blendingReserves, deferredChannels, keptFree, reservingSkills, workableUntil } from './reserve.ts';
import type { Channel, Scenario } from './schema.ts';

/** The deferred work of a line's agents. */
export type Team = {
  /** Indexes of its channels with their shares of the work, and of the groups that do it. */
  readonly deferred: readonly { readonly channel: number; readonly share: Share }[];
  readonly groups: readonly number[];
  /** Mean seconds of work per deferred contact. */
  readonly deferredTime: Seconds;
  /** Agent seconds of each of its channels by interval, and when these are open. */
  readonly deferredWork: readonly { readonly seconds: Float64Array; readonly open: readonly boolean[] }[];
};

/** Those of a line who also write, and all groups that take its calls. */
export type WritingTeam = Team & { readonly line: readonly number[] };

/** Deferred work beside the calls of a line, by interval. */
export type Beside = {
  /** Contacts in hand on average. */
  readonly inHand: Float64Array;
  /** Agents kept free for calls. */
  readonly reserve: Float64Array;
  readonly deferredTime: Seconds;
  /** By interval, where only some of the agents write; null while none of them does. */
  readonly written?: readonly (WrittenLine | null)[];
};

/** The team of a line; null where its agents are no crew with their deferred work. */
export function teamOf(
  { channels, groups }: Scenario,
  axis: Axis,
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
  return teamOfGroups(team, [...deferred], channels, axis, demand);
}

/** The groups of a line that also write, where they are no team with all of it; null where there are none. */
export function writersOf(
  { channels, groups }: Scenario,
  axis: Axis,
  { members, patience, team }: Pool,
  demand: readonly ChannelDemand[],
  skills: readonly (readonly Skill[])[],
): WritingTeam | null {
  if (team || patience === null || members.some((c) => channels[c]?.kind !== 'phone')) return null;
  const late = deferredChannels(channels);
  const deferred = new Set<number>();
  const writers: number[] = [];
  const line: number[] = [];
  for (const [g, own] of skills.entries()) {
    const group = groups[g];
    if (!group || !own.some(({ channel }) => members.includes(channel))) continue;
    if (group.skills.some(({ afterSeconds = 0 }) => afterSeconds > 0)) return null;
    line.push(g);
    const reserving = reservingSkills(group, late);
    if (reserving.size === 0) continue;
    for (const { channel } of own) {
      if (reserving.has(channels[channel]?.id ?? '')) deferred.add(channel);
      else if (!members.includes(channel)) return null;
    }
    writers.push(g);
  }
  const writing = writers.length > 0 ? teamOfGroups(writers, [...deferred], channels, axis, demand) : null;
  return writing && { ...writing, line };
}

const NOTHING = new Float64Array(0);

/** Null without deferred work. */
function teamOfGroups(
  groups: readonly number[],
  deferred: readonly number[],
  channels: readonly Channel[],
  axis: Axis,
  demand: readonly ChannelDemand[],
): Team | null {
  let contacts = 0;
  let work = 0;
  const working = deferred.flatMap((channel) => {
    const own = demand[channel];
    if (!own) return [];
    const coming = contactsOf(own).reduce((sum, count) => sum + count, 0);
    if (coming === 0) return [];
    contacts += coming;
    const seconds = secondsOfWork(own);
    const all = seconds.reduce((sum, part) => sum + part, 0);
    work += all;
    return [{ channel, all, seconds, open: openIntervals(axis, channels[channel]?.open ?? []) }];
  });
  if (contacts === 0) return null;
  return {
    deferred: working.map(({ channel, all }) => ({ channel, share: all / work })),
    groups,
    deferredTime: work / contacts,
    deferredWork: working.map(({ seconds, open }) => ({ seconds, open })),
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
  /** Of a line with writers, by interval: with as much as they can write. */
  readonly writers?: readonly (WrittenLine | null)[];
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
  if (pools.every(({ team, writers }) => !team && !writers)) return pools.map(() => null);
  const reserves = blendingReserves(scenario, axis, demand, planned);
  return pools.map((pool): Room | null => {
    const team = pool.team ?? pool.writers;
    if (!team) return null;
    const reserve = teamReserve(team, reserves, planned);
    const agents = reserve.map((_, i) => pool.members.reduce((sum, c) => sum + (byChannel[c]?.[i] ?? 0), 0));
    if (team === pool.writers) return writersRoom(pool, team, agents, reserve, planned, axis.intervalSeconds);
    const most = agents.map((count, i) =>
      roomBeside(pool, team.deferredTime, count, reserve[i] ?? 0, axis.intervalSeconds, i),
    );
    return { team, agents, reserve, most };
  });
}

/** `agents` of the room are the writers among them. */
function writersRoom(
  pool: Pool,
  team: Team,
  line: Float64Array,
  reserve: Float64Array,
  planned: readonly Float64Array[],
  intervalSeconds: Seconds,
): Room {
  const agents = line.map((all, i) => Math.min(all, presentOf(team, planned, i)));
  const writers = Array.from(line, (all, i) =>
    fullyWritten(pool, team.deferredTime, all, agents[i] ?? 0, reserve[i] ?? 0, intervalSeconds, i),
  );
  return { team, agents, reserve, most: agents.map((count, i) => writers[i]?.deferred ?? count), writers };
}

/** A line whose writers never run out of e-mail; null without calls, or anybody who writes. */
export function fullyWritten(
  pool: Pool,
  deferredTime: Seconds,
  line: number,
  writers: number,
  reserve: number,
  intervalSeconds: Seconds,
  interval: number,
): WrittenLine | null {
  if (writers === 0 || (pool.contacts[interval] ?? 0) === 0) return null;
  const all = crewAt(pool, deferredTime, line, reserve, intervalSeconds, interval);
  return mostWritten({ ...all, writers, reserve: Math.min(all.reserve, writers - 1) });
}

/** Those that the requirement of a line counts on: a share of its agents. */
export type Writers = { readonly deferredTime: Seconds; readonly share: Share };

/** Taken in tenths, so that a few agents more or less ask for no others. */
const SHARES = 10;

/** The share of a line's agents who write, over the whole plan. Null where there are none. */
export function writersPlanned({ writers }: Pool, planned: readonly Float64Array[]): Writers | null {
  if (!writers) return null;
  let line = 0;
  let writing = 0;
  for (const g of writers.line) {
    let hours = 0;
    for (const agents of planned[g] ?? NOTHING) hours += agents;
    line += hours;
    if (writers.groups.includes(g)) writing += hours;
  }
  const share = Math.round((SHARES * writing) / (line || 1)) / SHARES;
  return share > 0 ? { deferredTime: writers.deferredTime, share } : null;
}

/** Whole agents of a team's groups. */
function presentOf({ groups }: Team, planned: readonly Float64Array[], interval: number): number {
  return groups.reduce((sum, g) => sum + Math.round(planned[g]?.[interval] ?? 0), 0);
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
  let spare = 0;
  for (const { seconds, open } of team.deferredWork) {
    const end = workableUntil(open, (i) => agents[i]! > 0);
    for (let i = 0; i < end; i++) spare -= seconds[i]! / intervalSeconds;
  }
  agents.forEach((on, i) => {
    spare += on - ((line.contacts[i] ?? 0) * (line.handleTime[i] ?? 0)) / intervalSeconds;
  });
  const present = agents.filter((on) => on > 0).length;
  return keptFree(agents, spare / (present || 1));
}

/**
 * Contacts in hand, from what is done of the room there is for each deferred channel. Beside others who work on
 * it, who keep nobody free for calls, writers do the part that those cannot.
 */
export function besideOf(
  { team: { deferred, deferredTime }, most: room, reserve, writers }: Room,
  channels: readonly (ChannelAnalysis | undefined)[],
  intervalSeconds: Seconds,
): Beside {
  const inHand = room.map((most, i) =>
    deferred.reduce((sum, { channel, share }) => {
      const { busy, staffed } = channels[channel]?.expected ?? {};
      const done = busy?.[i] ?? 0;
      const there = staffed?.[i] ?? 0;
      if (!writers) return sum + (most * share * done) / (there || 1);
      return sum + Math.max(0, most * share - (there - done) / intervalSeconds);
    }, 0),
  );
  if (!writers) return { inHand, reserve, deferredTime };
  const written = writers.map((own, i) => {
    const wanted = inHand[i] ?? 0;
    return own && wanted > 0 ? writtenLine(own.crew, wanted, own) : null;
  });
  return { inHand, reserve, deferredTime, written };
}
