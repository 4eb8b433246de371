/**
 * Agents that channels of conversations need together where every group serves all of them: the least with
 * whom each channel's targets are met, interval by interval.
 */
import { UnattainableTarget } from '../errors.ts';
import type { ChatAgent } from '../queueing/chat-pool.ts';
import { leastAgents } from '../queueing/required-agents.ts';
import {
  meetsChatTargets,
  requireAttainableChat,
  type ChatTargets,
} from '../queueing/required-chat-agents.ts';
import type { SharedPool } from '../queueing/shared-conversations.ts';
import type { Erlangs, Probability, Seconds } from '../units.ts';
import { wholeShares } from './allocation.ts';
import type { Axis } from './axis.ts';
import { agentsWorth, type CompanyPool } from './channel-company.ts';
import { conversationTargets } from './channel-model.ts';
import { dayFactorQuantile, dayVolumeCv } from './day-factor.ts';
import type { ChannelDemand } from './demand.ts';
import { meetsKnown, type KnownMix, type KnownMixes } from './known-mixes.ts';
import { withoutTarget, type ChannelRequirement } from './live-channel.ts';
import type { Channel } from './schema.ts';

/** By channel of the circle; agents are shared out among them by how many each would fill alone. */
export function companyRequirement(
  { pool, agentFor, turns }: CompanyPool,
  mixes: KnownMixes,
  channels: readonly Channel[],
  demand: readonly ChannelDemand[],
  axis: Axis,
  assurance: Probability,
): ChannelRequirement[] {
  const asked = channels.map((channel, k) => attainable(channel, agentFor[k], demand[k]));
  const zeros = (): Float64Array => new Float64Array(axis.intervals.length);
  const search: Search = {
    pool,
    targets: asked.map((one) => one.targets),
    agentsOf: [],
    rates: new Float64Array(turns.length),
    busy: new Float64Array(turns.length),
    // An assurance below one half does not ask for less than the expected volume.
    volumes: [
      channels.map(() => 1),
      channels.map(({ demand }) => Math.max(1, dayFactorQuantile(dayVolumeCv(demand), assurance))),
    ],
    worth: turns.map(() => 0),
    agents: 0,
    load: 0,
  };
  const { agentsOf, rates, worth } = search;
  const shares = turns.map(zeros);
  const sharesAssured = turns.map(zeros);
  for (let i = 0; i < axis.intervals.length; i++) {
    let load = 0;
    for (let k = 0; k < turns.length; k++) {
      const contacts = demand[k]?.toAgents[i] ?? 0;
      const seconds = demand[k]?.handleTime[i] || channels[k]!.handling.mean;
      agentsOf[k] = agentFor[k]!(seconds);
      rates[k] = contacts / axis.intervalSeconds;
      worth[k] = contacts === 0 ? 0 : rates[k]! * agentsWorth(turns[k]!, agentsOf[k]!);
      load += worth[k]!;
    }
    if (load === 0) continue;
    const assured = leastOfBoth(search, mixes.of(i, agentsOf), load);
    const { agents } = search;
    wholeShares(agents, worth).forEach((share, k) => (shares[k]![i] = share));
    // Shared out by themselves, since whole shares of more agents can be fewer for one of them.
    wholeShares(assured - agents, worth).forEach((more, k) => (sharesAssured[k]![i] = shares[k]![i]! + more));
  }
  return asked.map(({ unattainable }, k) => ({
    required: shares[k]!,
    requiredAssured: sharesAssured[k]!,
    unattainable,
  }));
}

/** What the search of an interval is about, with what it found for the interval before. */
type Search = {
  readonly pool: SharedPool;
  readonly targets: readonly ChatTargets[];
  readonly agentsOf: ChatAgent[];
  /** By channel, a second: at the expected volume, and at the one asked about. */
  readonly rates: Float64Array;
  readonly busy: Float64Array;
  /** Factors by channel: the expected volume, and the assured one. */
  readonly volumes: readonly [readonly number[], readonly number[]];
  /** Agents that each channel would fill alone. */
  readonly worth: number[];
  agents: number;
  load: Erlangs;
};

/** The least agents at the expected volume, kept for the next interval, and at the assured one, returned. */
function leastOfBoth(search: Search, known: KnownMix, load: Erlangs): number {
  const { agents: before, load: loadBefore, worth, volumes } = search;
  search.agents =
    loadBefore > 0
      ? least(search, known, 0, Math.max(1, nearBy(load, before, loadBefore)), 1)
      : least(search, known, 0, load);
  search.load = load;
  let busier = 0;
  for (let k = 0; k < worth.length; k++) busier += worth[k]! * volumes[1][k]!;
  const { agents } = search;
  return Math.max(agents, least(search, known, 1, Math.max(1, nearBy(busier, agents, load)), 1));
}

function least(search: Search, known: KnownMix, volume: 0 | 1, from: number, step?: number): number {
  const { pool, targets, agentsOf, rates, busy, volumes } = search;
  const factors = volumes[volume];
  for (let k = 0; k < busy.length; k++) busy[k] = rates[k]! * factors[k]!;
  const ask = (agents: number): boolean => enough(pool, busy, agentsOf, agents, targets);
  const before = known.least[volume];
  const meets = (agents: number): boolean => agents > 0 && meetsKnown(known, agents, busy, ask);
  return (known.least[volume] = leastAgents(before ?? from, meets, before === undefined ? step : 1));
}

/** Agents for a load, from those for one near it: the same safety margin in square roots of the load. */
function nearBy(load: Erlangs, agents: number, theirs: Erlangs): number {
  return Math.round(load + (agents - theirs) * Math.sqrt(load / theirs));
}

function enough(
  pool: SharedPool,
  rates: Float64Array,
  agentsOf: readonly ChatAgent[],
  agents: number,
  targets: readonly ChatTargets[],
): boolean {
  pool.become(rates, agentsOf, agents);
  return targets.every((own, k) => rates[k] === 0 || meetsChatTargets(pool.measuresOf(k), own));
}

type Asked = { readonly targets: ChatTargets; readonly unattainable: ChannelRequirement['unattainable'] };

/**
 * The targets that some number of agents meets; one that none does is named. An agent with one conversation
 * replies alike whatever the handle time, so any interval tells.
 */
function attainable(
  channel: Channel,
  agentFor: ((handleTime: Seconds) => ChatAgent) | undefined,
  demand: ChannelDemand | undefined,
): Asked {
  const targets = conversationTargets(channel.targets);
  const first = demand?.toAgents.findIndex((contacts) => contacts > 0) ?? -1;
  const handleTime = demand?.handleTime[first];
  if (!agentFor || handleTime === undefined) return { targets, unattainable: null };
  try {
    requireAttainableChat(agentFor(handleTime), targets);
    return { targets, unattainable: null };
  } catch (error) {
    if (!(error instanceof UnattainableTarget) || Object.keys(channel.targets).length === 0) throw error;
    const others = { ...channel, targets: withoutTarget(channel.targets, error.target) };
    const { target, reason } = error;
    return { ...attainable(others, agentFor, demand), unattainable: { target, reason } };
  }
}
