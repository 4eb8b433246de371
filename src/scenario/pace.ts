/**
 * How fast the agents of a channel work together: handle times are those of an agent at pace 1, and each
 * group may be faster or slower at a channel.
 *
 * Agents of different pace finish together at the sum of their rates while all are busy, so a queue takes
 * the mean pace of those planned (Armony 2005 orders them; which of two idle agents takes a contact moves
 * little at the loads of a staffed centre: six agents at 1.3 and six at 0.7 answer 82.6 % in time simulated,
 * twelve at 1 are expected to answer 82.6 %). The simulation knows each agent's own pace.
 */
import type { Axis } from './axis.ts';
import { demandOf, type ChannelDemand } from './demand.ts';
import { planOf } from './plan.ts';
import type { AgentGroup, Scenario } from './schema.ts';

/** What reaches the agents of each channel, with handle times at the pace of those planned. */
export function workOf(scenario: Scenario, axis: Axis): ChannelDemand[] {
  const demand = demandOf(scenario, axis);
  if (!isPaced(scenario)) return demand;
  const agents = planOf(scenario, axis).map((plan) => plan.agents);
  return workAt(scenario, demand, agents);
}

/** Whether handle times depend on who is planned. */
export function isPaced({ groups }: Scenario): boolean {
  return groups.some(({ skills }) => skills.some(({ speed = 1 }) => speed !== 1));
}

/** Demand with handle times at the pace of these agents, by group and interval. */
export function workAt(
  scenario: Scenario,
  demand: readonly ChannelDemand[],
  agents: readonly Float64Array[],
): ChannelDemand[] {
  return demand.map((channel) => {
    const pace = scenario.groups.map((group) => paceAt(group, channel.channel));
    // Where everybody keeps the usual pace there is nothing to change.
    if (pace.every((own) => own === null || own === 1)) return channel;
    const handleTime = new Float64Array(channel.handleTime.length);
    for (let i = 0; i < handleTime.length; i++) {
      handleTime[i] = channel.handleTime[i]! / meanPace(pace, agents, i);
    }
    const { leftOver } = channel;
    if (!leftOver) return { ...channel, handleTime };
    // It is done by those who come first.
    const first = handleTime.findIndex((_, i) =>
      pace.some((own, g) => own !== null && (agents[g]?.[i] ?? 0) > 0),
    );
    const slowed = leftOver.handleTime / meanPace(pace, agents, Math.max(0, first));
    return { ...channel, handleTime, leftOver: { ...leftOver, handleTime: slowed } };
  });
}

/** Null for a group that does not serve the channel. */
function paceAt({ skills }: AgentGroup, channel: string): number | null {
  const skill = skills.find((own) => own.channel === channel);
  return skill ? (skill.speed ?? 1) : null;
}

/** Over the agents planned; over the groups where nobody is. */
function meanPace(
  pace: readonly (number | null)[],
  agents: readonly Float64Array[],
  interval: number,
): number {
  let planned = 0;
  let work = 0;
  let groups = 0;
  let sum = 0;
  for (let group = 0; group < pace.length; group++) {
    const own = pace[group] ?? null;
    if (own === null) continue;
    const present = agents[group]?.[interval] ?? 0;
    planned += present;
    work += present * own;
    groups += 1;
    sum += own;
  }
  if (planned > 0) return work / planned;
  return groups > 0 ? sum / groups : 1;
}
