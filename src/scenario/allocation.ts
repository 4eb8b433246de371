/**
 * Which channel can count on which agent of a shared group, for the analytic models.
 *
 * A group that serves one channel gives it everybody. A shared group first fills the gaps of the
 * channels it takes first (skill priority), then those it takes next, and spreads whoever is left
 * in proportion to the requirement. While a live channel that it takes before deferred work (or as its
 * equal) wants agents, the live one has them all, and deferred work their idle time (`idleTime`): agents
 * are kept free for calls before e-mail is taken. Whole agents only. The simulation shares agents contact by
 * contact and is the judge; this split is what a planner would write down beside it, and errs on the
 * cautious side since it forgoes pooling.
 */
import type { AgentGroup } from './schema.ts';

/** `split[group][channel][interval]`: whole agents. */
export type Split = readonly (readonly Float64Array[])[];

export type Skill = { readonly channel: number; readonly priority: number };

/**
 * @param skills per group, channel indexes with priorities
 * @param agents per group, agents on the floor by interval
 * @param required per channel, agents wanted by interval
 * @param deferred per channel, whether its contacts wait for idle time
 */
export function splitGroups(
  skills: readonly (readonly Skill[])[],
  agents: readonly Float64Array[],
  required: readonly Float64Array[],
  deferred: readonly boolean[] = [],
): Split {
  const intervals = agents[0]?.length ?? 0;
  const split = skills.map(() => required.map(() => new Float64Array(intervals)));
  const covered = new Float64Array(required.length);
  // The least flexible agents are placed first: they have nowhere else to go.
  const order = skills
    .map((own, group) => ({ group, own, live: liveSkills(own, deferred) }))
    .toSorted((a, b) => a.own.length - b.own.length || a.group - b.group);
  for (let i = 0; i < intervals; i++) {
    covered.fill(0);
    for (const { group, own, live } of order) {
      let left = agents[group]?.[i] ?? 0;
      if (left <= 0) continue;
      const wantedLive = live.some(({ channel }) => (required[channel]?.[i] ?? 0) > 0);
      const taken = wantedLive ? live : own;
      const all = taken.map((skill) => skill.channel);
      const give = (channels: readonly number[], weights: readonly number[], most: number): void => {
        const shares = wholeShares(Math.min(left, most), weights);
        channels.forEach((channel, k) => {
          const row = split[group]?.[channel];
          const share = shares[k] ?? 0;
          if (row) row[i] = (row[i] ?? 0) + share;
          covered[channel] = (covered[channel] ?? 0) + share;
          left -= share;
        });
      };
      for (const channels of levelsOf(taken)) {
        if (left <= 0) break;
        const gaps = channels.map((c) => Math.max(0, (required[c]?.[i] ?? 0) - (covered[c] ?? 0)));
        give(channels, gaps, Math.ceil(gaps.reduce((sum, gap) => sum + gap, 0)));
      }
      if (left > 0 && all.length > 0) {
        const wanted = all.map((c) => required[c]?.[i] ?? 0);
        const idle = wanted.every((want) => want === 0);
        give(all, idle ? wanted.map((_, k) => (k === 0 ? 1 : 0)) : wanted, left);
      }
    }
  }
  return split;
}

/** The skills of a group less deferred work that does not come before every live channel; empty without a live one. */
function liveSkills(own: readonly Skill[], deferred: readonly boolean[]): readonly Skill[] {
  const live = own.filter((skill) => !deferred[skill.channel]);
  const first = Math.min(...live.map((skill) => skill.priority));
  return live.length === 0 ? [] : own.filter((skill) => !deferred[skill.channel] || skill.priority < first);
}

/** Channels of a group by priority, the first level first. */
function levelsOf(own: readonly Skill[]): number[][] {
  const priorities = [...new Set(own.map((skill) => skill.priority))].toSorted((a, b) => a - b);
  return priorities.map((level) =>
    own.filter((skill) => skill.priority === level).map((skill) => skill.channel),
  );
}

/**
 * Agents' time that each deferred channel gets from live agents of shared groups while no contact
 * waits for them, by interval, as a number of agents.
 *
 * Taken as free for the asking: that a long e-mail keeps an agent from the next call is left to the
 * simulation, which makes that contact wait.
 *
 * @param agents per channel, those that the busy share is of; a group counts by its share of `split`
 * @param busyShare of a live channel's agents in an interval
 */
export function idleTime(
  split: Split,
  skills: readonly (readonly Skill[])[],
  deferred: readonly boolean[],
  agents: readonly Float64Array[],
  busyShare: (channel: number, interval: number) => number,
): Float64Array[] {
  const spare = agents.map((row) => new Float64Array(row.length));
  skills.forEach((own, group) => {
    const takers = own.filter((skill) => deferred[skill.channel]).map((skill) => skill.channel);
    const givers = own.filter((skill) => !deferred[skill.channel]).map((skill) => skill.channel);
    if (takers.length === 0 || givers.length === 0) return;
    for (const giver of givers) {
      split[group]?.[giver]?.forEach((mine, i) => {
        const all = split.reduce((sum, other) => sum + (other[giver]?.[i] ?? 0), 0);
        if (all === 0) return;
        const free = (mine / all) * (agents[giver]?.[i] ?? 0) * (1 - busyShare(giver, i));
        for (const taker of takers) {
          const row = spare[taker];
          if (row) row[i] = (row[i] ?? 0) + Math.max(0, free) / takers.length;
        }
      });
    }
  });
  return spare;
}

/** The group a channel calls its own: it takes the channel first, and as little else as possible; −1: nobody. */
export function homeGroup(skills: readonly (readonly Skill[])[], channel: number): number {
  let home = -1;
  let best = Infinity;
  skills.forEach((own, group) => {
    const skill = own.find((candidate) => candidate.channel === channel);
    if (!skill) return;
    const rank = skill.priority * 100 + own.length;
    if (rank < best) {
      best = rank;
      home = group;
    }
  });
  return home;
}

export function skillsOf(groups: readonly AgentGroup[], channelIds: readonly string[]): Skill[][] {
  return groups.map((group) =>
    group.skills
      .map((skill) => ({ channel: channelIds.indexOf(skill.channel), priority: skill.priority }))
      .filter((skill) => skill.channel >= 0),
  );
}

/** `total` (whole) split in proportion to `weights` by largest remainder; ties go to the earlier. */
export function wholeShares(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (weights.length === 1 && sum > 0) return [total];
  if (!(sum > 0) || !(total > 0)) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const shares = exact.map((share) => Math.floor(share + 1e-9));
  const rest = Math.round(total - shares.reduce((a, b) => a + b, 0));
  exact
    .map((share, k) => ({ k, remainder: share - (shares[k] ?? 0) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.k - b.k)
    .slice(0, rest)
    .forEach(({ k }) => {
      shares[k] = (shares[k] ?? 0) + 1;
    });
  return shares;
}
