/**
 * How many agents a group that blends keeps free for live contacts before it takes e-mail.
 *
 * An e-mail is not put down for a call, so agents who start one whenever they are idle leave every
 * call to wait. The threshold rule, deferred work only while more than r agents are idle, is optimal
 * for equal handle times and nearly so otherwise: Bhulai & Koole (2003), "A queueing model for call
 * blending in call centers", IEEE Transactions on Automatic Control 48. Large pools need a reserve
 * that grows with the logarithm of their size only: Pang & Perry (2015), "A logarithmic safety
 * staffing rule for contact centers with call blending", Management Science 61.
 *
 *     r = min(round(ln(most agents)), round(spare agents))
 *
 * Spare agents: what the groups that share work have in hours beyond the work of their channels, over
 * the hours in which those that blend are on the floor. E-mail that comes when it can no longer be worked
 * on within the plan, as on a Sunday before Monday's plan, takes none of their hours. Agents held back are paid for out of it; where
 * there is none, deferred work would be late because of the reserve, and the group keeps none.
 * A conversation is counted with the agent's own work, which is the least it can take.
 */
import type { Axis } from './axis.ts';
import type { ChannelDemand } from './demand.ts';
import { secondsOfWork } from './left-over.ts';
import { isDeferred, openIntervals } from './opening.ts';
import type { AgentGroup, Channel, Scenario } from './schema.ts';

/**
 * Agents held back, by group; 0 for those that do not blend.
 *
 * @param agents on the floor, by group and interval
 */
export function blendingReserves(
  { channels, groups }: Scenario,
  axis: Axis,
  demand: readonly ChannelDemand[],
  agents: readonly Float64Array[],
): number[] {
  const deferred = deferredChannels(channels);
  const blends = groups.map((group) => reservingSkills(group, deferred).size > 0);
  const ends = channels.map(({ id, open }) => {
    if (!deferred.has(id)) return axis.intervals.length;
    const serving = agents.filter((_, g) => groups[g]?.skills.some(({ channel }) => channel === id));
    return workableUntil(openIntervals(axis, open), (i) => serving.some((counts) => (counts[i] ?? 0) > 0));
  });
  const presentIntervals = agents.map((counts) => counts.filter((count) => count > 0).length);
  return groups.map((group, g) => {
    if (!blends[g]) return 0;
    const shared = sharingWith(group, groups);
    let spare = 0;
    let blendedIntervals = 0;
    groups.forEach((other, k) => {
      if (!other.skills.some(({ channel }) => shared.has(channel))) return;
      spare += agents[k]?.reduce((sum, count) => sum + count, 0) ?? 0;
      if (blends[k]) blendedIntervals += presentIntervals[k] ?? 0;
    });
    demand.forEach((own, c) => {
      if (!shared.has(own.channel)) return;
      const seconds = secondsOfWork(own);
      const end = ends[c] ?? 0;
      for (let i = 0; i < end; i++) spare -= (seconds[i] ?? 0) / axis.intervalSeconds;
    });
    if (blendedIntervals === 0) return 0;
    return keptFree(agents[g] ?? new Float64Array(), spare / blendedIntervals);
  });
}

/**
 * Up to where deferred contacts come in time to be worked on: those after the last open interval in which an agent
 * is there are left to the plan that follows.
 */
export function workableUntil(open: readonly boolean[], staffed: (interval: number) => boolean): number {
  return 1 + open.findLastIndex((isOpen, i) => isOpen && staffed(i));
}

/** Agents held back of those on the floor in each interval; `spare` agents while they are there. */
export function keptFree(agents: Float64Array, spare: number): number {
  return Math.max(0, Math.min(mostKeptFree(agents), Math.round(spare)));
}

/** The same were there always hours to spare. */
export function mostKeptFree(agents: Float64Array): number {
  return Math.round(Math.log(agents.reduce((most, count) => Math.max(most, count), 1)));
}

/** Ids of the channels whose contacts wait for opening. */
export function deferredChannels(channels: readonly Channel[]): Set<string> {
  return new Set(channels.filter(({ kind }) => isDeferred(kind)).map(({ id }) => id));
}

/** Deferred channels that a group takes after a live one, or as its equal: those that a reserve is kept from. */
export function reservingSkills({ skills }: AgentGroup, deferred: ReadonlySet<string>): Set<string> {
  const live = skills.filter(({ channel }) => !deferred.has(channel));
  const first = Math.min(...live.map(({ priority }) => priority));
  return new Set(
    skills
      .filter(({ channel, priority }) => deferred.has(channel) && priority >= first)
      .map(({ channel }) => channel),
  );
}

/** Channels whose contacts can reach, over any number of groups, the agents of this one. */
function sharingWith(group: AgentGroup, groups: readonly AgentGroup[]): Set<string> {
  const shared = new Set(group.skills.map(({ channel }) => channel));
  for (let before = 0; before < shared.size;) {
    before = shared.size;
    for (const { skills } of groups)
      if (skills.some(({ channel }) => shared.has(channel)))
        for (const { channel } of skills) shared.add(channel);
  }
  return shared;
}
