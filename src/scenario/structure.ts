/** Channels and groups joining or leaving a scenario, with everything that names them kept consistent. */
import { newChannel, newGroup } from './defaults.ts';
import type { AgentGroup, Channel, ChannelKind, Scenario, Text } from './schema.ts';

/** A channel of the kind, without contacts yet, served by a new group of its own (self-service: by nobody). */
export function withNewChannel(scenario: Scenario, kind: ChannelKind, groupName: Text): Scenario {
  const id = freeId(kind, [...scenario.channels, ...scenario.groups]);
  const handsOverTo = scenario.channels.find((channel) => channel.kind !== 'selfService')?.id;
  const channel = newChannel(kind, id, scenario.calendar, handsOverTo);
  if (kind === 'selfService') return { ...scenario, channels: [...scenario.channels, channel] };
  const group = newGroup(freeId(`${id}-team`, scenario.groups), groupName, [id], scenario.calendar);
  return {
    ...scenario,
    channels: [...scenario.channels, channel],
    groups: [...scenario.groups, group],
  };
}

/** Channels that may leave: one with agents has to stay. */
export function canRemoveChannel(scenario: Scenario, id: string): boolean {
  return scenario.channels.some((channel) => channel.id !== id && channel.kind !== 'selfService');
}

/**
 * The scenario without a channel. Groups lose the skill (and leave with it when it was their only one);
 * a self-service channel that handed over to it hands over to the first channel left.
 */
export function withoutChannel(scenario: Scenario, id: string): Scenario {
  const left = scenario.channels.filter((channel) => channel.id !== id);
  const next = left.find((channel) => channel.kind !== 'selfService')?.id;
  const channels = left.map((channel): Channel => {
    if (channel.bot?.escalateTo !== id) return channel;
    const bot = next === undefined ? null : { ...channel.bot, escalateTo: next };
    return { ...channel, bot };
  });
  const groups = scenario.groups
    .map((group): AgentGroup => ({
      ...group,
      skills: group.skills.filter((skill) => skill.channel !== id),
    }))
    .filter((group) => group.skills.length > 0);
  const events = scenario.events
    .map((event) => ({
      ...event,
      multipliers: event.multipliers.filter((multiplier) => multiplier.channel !== id),
    }))
    .filter((event) => event.multipliers.length > 0);
  return { ...scenario, channels, groups, events };
}

/** A group for the first channel with agents, with nobody planned yet. */
export function withNewGroup(scenario: Scenario, name: Text): Scenario {
  const channel = scenario.channels.find(({ kind }) => kind !== 'selfService');
  const id = freeId('group', scenario.groups);
  return {
    ...scenario,
    groups: [...scenario.groups, newGroup(id, name, channel ? [channel.id] : [], scenario.calendar)],
  };
}

export function withoutGroup(scenario: Scenario, id: string): Scenario {
  return { ...scenario, groups: scenario.groups.filter((group) => group.id !== id) };
}

function freeId(wanted: string, taken: readonly { readonly id: string }[]): string {
  const used = new Set(taken.map(({ id }) => id));
  if (!used.has(wanted)) return wanted;
  for (let n = 2; ; n++) if (!used.has(`${wanted}-${n}`)) return `${wanted}-${n}`;
}
