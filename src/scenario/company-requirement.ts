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
import { dayFactorQuantile } from './day-factor.ts';
import type { ChannelDemand } from './demand.ts';
import { meetsKnown, type KnownMixes } from './known-mixes.ts';
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
  const targets = asked.map((one) => one.targets);
  const rates = new Float64Array(turns.length);
  const agentsOf: ChatAgent[] = [];
  const worth = turns.map(() => 0);
  const shares = turns.map(() => new Float64Array(axis.intervals.length));
  const sharesAssured = turns.map(() => new Float64Array(axis.intervals.length));
  // An assurance below one half does not ask for less than the expected volume.
  const volumes = [
    channels.map(() => 1),
    channels.map(({ demand: { dayFactorCv } }) => Math.max(1, dayFactorQuantile(dayFactorCv, assurance))),
  ];
  const busy = new Float64Array(turns.length);
  for (let i = 0, last = 0, lastLoad = 0; i < axis.intervals.length; i++) {
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
    const known = mixes.of(i, agentsOf);
    const least = (volume: number, from: number, step?: number): number => {
      const factors = volumes[volume]!;
      for (let k = 0; k < busy.length; k++) busy[k] = rates[k]! * factors[k]!;
      const ask = (agents: number): boolean => enough(pool, busy, agentsOf, agents, targets);
      const before = known.least[volume];
      const meets = (agents: number): boolean => agents > 0 && meetsKnown(known, agents, busy, ask);
      return (known.least[volume] = leastAgents(before ?? from, meets, before === undefined ? step : 1));
    };
    last = lastLoad > 0 ? least(0, Math.max(1, nearBy(load, last, lastLoad)), 1) : least(0, load);
    lastLoad = load;
    let busier = 0;
    for (let k = 0; k < worth.length; k++) busier += worth[k]! * volumes[1]![k]!;
    const assured = Math.max(last, least(1, Math.max(1, nearBy(busier, last, load)), 1));
    wholeShares(last, worth).forEach((share, k) => (shares[k]![i] = share));
    // Shared out by themselves, since whole shares of more agents can be fewer for one of them.
    wholeShares(assured - last, worth).forEach((more, k) => (sharesAssured[k]![i] = shares[k]![i]! + more));
  }
  return asked.map(({ unattainable }, k) => ({
    required: shares[k]!,
    requiredAssured: sharesAssured[k]!,
    unattainable,
  }));
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
