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
  const nobody = new Float64Array(intervals);
  const split = skills.map((own) => {
    const rows = required.map(() => nobody);
    for (const { channel } of own) if (channel < rows.length) rows[channel] = new Float64Array(intervals);
    return rows;
  });
  // The least flexible agents are placed first: they have nowhere else to go.
  const order = skills
    .map((own, group) => ({ group, own: sharing(own), live: sharing(liveSkills(own, deferred)) }))
    .toSorted((a, b) => a.own.channels.length - b.own.channels.length || a.group - b.group);
  const wants: Wants = {
    required,
    covered: new Float64Array(required.length),
    weights: new Float64Array(Math.max(0, ...skills.map((own) => own.length))),
  };
  for (let i = 0; i < intervals; i++) {
    wants.covered.fill(0);
    for (const { group, own, live } of order) {
      const count = agents[group]?.[i] ?? 0;
      if (count <= 0) continue;
      const isAsked = live.channels.some((channel) => (required[channel]?.[i] ?? 0) > 0);
      spreadGroup(wants, isAsked ? live : own, split[group] ?? [], i, count);
    }
  }
  return split;
}

/** Agents wanted per channel, and those that an interval has given it already. */
type Wants = {
  readonly required: readonly Float64Array[];
  readonly covered: Float64Array;
  /** By which agents are shared out, in the order of the channels that take them. */
  readonly weights: Float64Array;
};

/** One group in one interval: first what is missing, level by level, then whoever is left. */
function spreadGroup(
  wants: Wants,
  { channels, levels }: Sharing,
  rows: readonly Float64Array[],
  i: number,
  count: number,
): void {
  const { required, covered, weights } = wants;
  if (channels.length === 1) {
    const only = channels[0]!;
    const row = rows[only];
    if (row) row[i]! += count;
    covered[only]! += count;
    return;
  }
  let left = count;
  for (const level of levels) {
    if (left <= 0) return;
    let missing = 0;
    for (let k = 0; k < level.length; k++) {
      const channel = level[k]!;
      weights[k] = Math.max(0, (required[channel]?.[i] ?? 0) - covered[channel]!);
      missing += weights[k]!;
    }
    left -= give(wants, rows, i, Math.min(left, Math.ceil(missing)), level);
  }
  if (left <= 0 || channels.length === 0) return;
  let idle = true;
  for (let k = 0; k < channels.length; k++) {
    weights[k] = required[channels[k]!]?.[i] ?? 0;
    if (weights[k] !== 0) idle = false;
  }
  if (idle) weights[0] = 1;
  give(wants, rows, i, left, channels);
}

/** Shares agents out by the weights; returns how many have been taken. */
function give(
  { covered, weights }: Wants,
  rows: readonly Float64Array[],
  i: number,
  count: number,
  channels: readonly number[],
): number {
  const shares = wholeShares(count, weights, channels.length);
  let given = 0;
  for (let k = 0; k < channels.length; k++) {
    const channel = channels[k]!;
    const share = shares[k]!;
    const row = rows[channel];
    if (row) row[i]! += share;
    covered[channel]! += share;
    given += share;
  }
  return given;
}

/** Channels in the order of the skills, and by priority, the first level first. */
type Sharing = { readonly channels: readonly number[]; readonly levels: readonly (readonly number[])[] };

function sharing(skills: readonly Skill[]): Sharing {
  const priorities = [...new Set(skills.map((skill) => skill.priority))].toSorted((a, b) => a - b);
  return {
    channels: skills.map((skill) => skill.channel),
    levels: priorities.map((level) =>
      skills.filter((skill) => skill.priority === level).map((skill) => skill.channel),
    ),
  };
}

/** The skills of a group less deferred work that does not come before every live channel; empty without a live one. */
function liveSkills(own: readonly Skill[], deferred: readonly boolean[]): readonly Skill[] {
  const live = own.filter((skill) => !deferred[skill.channel]);
  const first = Math.min(...live.map((skill) => skill.priority));
  return live.length === 0 ? [] : own.filter((skill) => !deferred[skill.channel] || skill.priority < first);
}

/**
 * Agents' time that each deferred channel gets from live agents of shared groups while no contact
 * waits for them, by interval, as a number of agents. Channels that share it get it in proportion to
 * their work, so that none is late while another has time to spare: agents take what is due first.
 *
 * @param agents per channel, those that the busy share is of; a group counts by its share of `split`
 * @param work of each deferred channel over the horizon; one without gets no time
 * @param busyShare of a live channel's agents in an interval
 */
export function idleTime(
  split: Split,
  skills: readonly (readonly Skill[])[],
  deferred: readonly boolean[],
  agents: readonly Float64Array[],
  work: readonly number[],
  busyShare: (channel: number, interval: number) => number,
): Float64Array[] {
  const spare = agents.map((row) => new Float64Array(row.length));
  skills.forEach((own, group) => {
    const takers = own
      .filter((skill) => deferred[skill.channel] && (work[skill.channel] ?? 0) > 0)
      .map((skill) => skill.channel);
    const allWork = takers.reduce((sum, taker) => sum + (work[taker] ?? 0), 0);
    const givers = own.filter((skill) => !deferred[skill.channel]).map((skill) => skill.channel);
    if (takers.length === 0 || givers.length === 0) return;
    for (const giver of givers) {
      const mine = split[group]?.[giver];
      const working = agents[giver];
      if (!mine || !working) continue;
      const everybody = split.flatMap((other) => other[giver] ?? []);
      for (let i = 0; i < mine.length; i++) {
        if (mine[i] === 0) continue;
        let all = 0;
        for (const other of everybody) all += other[i]!;
        const free = (mine[i]! / all) * working[i]! * (1 - busyShare(giver, i));
        for (const taker of takers) {
          const row = spare[taker];
          if (row) row[i]! += (Math.max(0, free) * (work[taker] ?? 0)) / allWork;
        }
      }
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

/** `total` (whole) split in proportion to `weights` by largest remainder; ties go to the earlier. `count`: of the first so many. */
export function wholeShares(total: number, weights: ArrayLike<number>, count = weights.length): Float64Array {
  const shares = new Float64Array(count);
  let sum = 0;
  for (let k = 0; k < count; k++) sum += weights[k]!;
  if (!(sum > 0)) return shares;
  if (count === 1) shares[0] = total;
  if (count === 1 || !(total > 0)) return shares;
  const remainders = new Float64Array(count);
  let rest = 0;
  for (let k = 0; k < count; k++) {
    const exact = (total * weights[k]!) / sum;
    shares[k] = Math.floor(exact + 1e-9);
    remainders[k] = exact - shares[k]!;
    rest += shares[k]!;
  }
  rest = Math.round(total - rest);
  for (; rest > 0; rest--) {
    let most = 0;
    for (let k = 1; k < count; k++) if (remainders[k]! > remainders[most]!) most = k;
    if (remainders[most] === -Infinity) break;
    remainders[most] = -Infinity;
    shares[most]!++;
  }
  return shares;
}
