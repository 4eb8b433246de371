/**
 * Phone channels that share agents wait, in effect, in one line.
 *
 * Two skills per agent in a connected chain perform almost like full flexibility (Wallace & Whitt
 * 2004), so channels connected by shared groups are taken as one pooled queue: their work, agents and
 * patience together. Splitting the agents instead would forgo the gain that shared skills are for.
 * Too kind where few agents are shared, or one channel goes first: the simulation tells.
 */
import { wholeShares, type Skill } from './allocation.ts';
import type { ChannelDemand } from './demand.ts';
import type { Channel } from './schema.ts';
import type { Team, WritingTeam } from './shared-team.ts';

/** What the line of a channel really is. Arrays by interval. */
export type Pool = {
  /** Indexes of the channels in it. */
  readonly members: readonly number[];
  readonly contacts: Float64Array;
  /** Mean over the pool's contacts. */
  readonly handleTime: Float64Array;
  /** Mean over the pool's contacts; null when somebody in it waits for ever. */
  readonly patience: Channel['patience'];
  /** Its agents and the work that they do between two calls, where they are one crew. */
  readonly team?: Team | null;
  /** Else those of its agents who do, and that work. */
  readonly writers?: WritingTeam | null;
};

/** For each channel the pool it is in; alone for everything but phone channels with shared agents. */
export function poolsOf(
  channels: readonly Channel[],
  demand: readonly ChannelDemand[],
  skills: readonly (readonly Skill[])[],
): Pool[] {
  const leader = channels.map((_, c) => c);
  const find = (c: number): number => (leader[c] === c ? c : find(leader[c] ?? c));
  for (const own of skills) {
    const phones = own.map((skill) => skill.channel).filter((c) => channels[c]?.kind === 'phone');
    for (const c of phones) leader[find(c)] = find(phones[0] ?? c);
  }
  const pools = new Map<number, Pool>();
  channels.forEach((_, c) => {
    const root = find(c);
    if (pools.has(root)) return;
    const members = channels.flatMap((_other, k) => (find(k) === root ? [k] : []));
    pools.set(root, poolOf(members, channels, demand));
  });
  return channels.map((_, c) => pools.get(find(c)) ?? poolOf([c], channels, demand));
}

function poolOf(
  members: readonly number[],
  channels: readonly Channel[],
  demand: readonly ChannelDemand[],
): Pool {
  const [only] = members;
  const single = only === undefined ? undefined : demand[only];
  if (members.length === 1 && single && only !== undefined) {
    return {
      members,
      contacts: single.toAgents,
      handleTime: single.handleTime,
      patience: channels[only]?.patience ?? null,
    };
  }
  const length = single?.toAgents.length ?? 0;
  const contacts = new Float64Array(length);
  const handleTime = new Float64Array(length);
  let all = 0;
  let waiting = 0;
  let endless = false;
  for (const c of members) {
    const own = demand[c];
    const patience = channels[c]?.patience;
    own?.toAgents.forEach((count, i) => {
      contacts[i] = (contacts[i] ?? 0) + count;
      handleTime[i] = (handleTime[i] ?? 0) + count * (own.handleTime[i] ?? 0);
      all += count;
      waiting += count * (patience?.mean ?? 0);
    });
    if (!patience) endless = true;
  }
  handleTime.forEach((work, i) => {
    const count = contacts[i] ?? 0;
    handleTime[i] = count > 0 ? work / count : (single?.handleTime[i] ?? 0);
  });
  return { members, contacts, handleTime, patience: endless || all === 0 ? null : { mean: waiting / all } };
}

/** A pool's whole agents, per interval, shared out among its members in proportion to their work. */
export function shareOut(
  total: Float64Array,
  pool: Pool,
  demand: readonly ChannelDemand[],
): Map<number, Float64Array> {
  const shares = new Map(pool.members.map((c) => [c, new Float64Array(total.length)]));
  total.forEach((agents, i) => {
    const work = pool.members.map((c) => (demand[c]?.toAgents[i] ?? 0) * (demand[c]?.handleTime[i] ?? 0));
    const parts = wholeShares(agents, work);
    pool.members.forEach((c, k) => {
      const row = shares.get(c);
      if (row) row[i] = parts[k] ?? 0;
    });
  });
  return shares;
}
