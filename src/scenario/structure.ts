/** Channels and groups joining or leaving a scenario, with everything that names them kept consistent. */
import { newChannel, newGroup } from './defaults.ts';
import type { AgentGroup, Channel, ChannelKind, ChannelMix, Preference, Scenario, Text } from './schema.ts';

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
 * a self-service channel that handed over to it hands over to the first channel left; who would have
 * changed to it after giving up elsewhere stays away.
 */
export function withoutChannel(scenario: Scenario, id: string): Scenario {
  const left = scenario.channels.filter((channel) => channel.id !== id);
  const next = left.find((channel) => channel.kind !== 'selfService')?.id;
  const channels = left.map((channel): Channel => {
    const staying = withoutSwitchTo(channel, id);
    if (staying.bot?.escalateTo !== id) return staying;
    const bot = next === undefined ? null : { ...staying.bot, escalateTo: next };
    return { ...staying, bot };
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
  const { mix, ...rest } = scenario;
  const kept = mix && withoutPreferences(mix, id);
  return { ...rest, channels, groups, events, ...(kept ? { mix: kept } : {}) };
}

function withoutSwitchTo(channel: Channel, id: string): Channel {
  if (channel.afterwards?.switch?.to !== id) return channel;
  const { afterwards, ...rest } = channel;
  const { switch: _gone, ...others } = afterwards;
  return Object.keys(others).length > 0 ? { ...rest, afterwards: others } : rest;
}

/** The mix over the channels left, shares in proportion; null when a segment prefers none of them. */
function withoutPreferences({ segments }: ChannelMix, id: string): ChannelMix | null {
  const left = (list: readonly Preference[]): Preference[] => {
    const others = list.filter(({ channel }) => channel !== id);
    const sum = others.reduce((total, { share }) => total + share, 0);
    return sum > 0 ? others.map(({ channel, share }) => ({ channel, share: share / sum })) : [];
  };
  const kept = segments.map((segment) => ({
    ...segment,
    now: left(segment.now),
    later: left(segment.later),
  }));
  return kept.every(({ now, later }) => now.length > 0 && later.length > 0) ? { segments: kept } : null;
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
