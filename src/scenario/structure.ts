/** Channels and groups joining or leaving a scenario, with everything that names them kept consistent. */
import { newChannel, newGroup } from './defaults.ts';
import { withoutWaysTo } from './afterwards.ts';
import { withoutBot } from './reasons.ts';
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

/**
 * The offer of a callback to who would wait on a channel. Where the scenario has no callback channel yet it
 * gets one, with the hours and the handle time of the first, served by the same groups right after it.
 */
export function withCallbackOffer(scenario: Scenario, id: string): Scenario {
  const channel = scenario.channels.find((each) => each.id === id);
  const known = scenario.channels.find(({ kind }) => kind === 'callback');
  if (!channel) return scenario;
  const to = known?.id ?? freeId('callback', [...scenario.channels, ...scenario.groups]);
  // Before most have given up.
  const afterWait = Math.min(120, Math.round((channel.patience?.mean ?? Infinity) / 2));
  const callback = { afterWait, accept: 0.5, to };
  const channels = scenario.channels.map((each) => (each.id === id ? { ...each, callback } : each));
  if (known) return { ...scenario, channels };
  const { open, handling } = channel;
  const added = newChannel('callback', to, scenario.calendar);
  // its contacts are those of the line, whose volume says how far it may be off
  const { levelCv: _level, ...demand } = added.demand;
  const groups = scenario.groups.map((group): AgentGroup => {
    const skill = group.skills.find((each) => each.channel === id);
    if (!skill) return group;
    const { afterSeconds: _atOnce, ...own } = skill;
    return { ...group, skills: [...group.skills, { ...own, channel: to, priority: skill.priority + 1 }] };
  });
  return {
    ...scenario,
    channels: [...channels, { ...added, demand, open, handling }],
    groups,
  };
}

/** Channels that may leave: one with agents has to stay. */
export function canRemoveChannel(scenario: Scenario, id: string): boolean {
  return scenario.channels.some((channel) => channel.id !== id && channel.kind !== 'selfService');
}

/**
 * The scenario without a channel. Groups lose the skill (and leave with it when it was their only one);
 * a self-service channel that handed over to it hands over to the first channel left; who would have
 * changed to it, been passed on or called back, stays away; days marked for it alone are marked no more.
 */
export function withoutChannel(scenario: Scenario, id: string): Scenario {
  const left = scenario.channels.filter((channel) => channel.id !== id);
  const next = firstWithAgents(left)?.id;
  const channels = left.map((channel): Channel => {
    const staying = withoutWaysTo(channel, id);
    if (staying.bot?.escalateTo !== id) return staying;
    return next === undefined
      ? withoutBot(staying)
      : { ...staying, bot: { ...staying.bot, escalateTo: next } };
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
  const { mix, specialDays, ...rest } = scenario;
  const marks = specialDays?.filter((day) => day.channel !== id) ?? [];
  const kept = mix && withoutPreferences(mix, id);
  return {
    ...rest,
    channels,
    groups,
    events,
    ...(marks.length > 0 ? { specialDays: marks } : {}),
    ...(kept ? { mix: kept } : {}),
  };
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

/** The bots that hand over to a channel, and whom they would hand over to without it; null: no bot does. */
export function handoversWithout(
  scenario: Scenario,
  id: string,
): { readonly bots: readonly Channel[]; readonly to: Channel } | null {
  const bots = scenario.channels.filter((each) => each.id !== id && each.bot?.escalateTo === id);
  const to = firstWithAgents(scenario.channels.filter((each) => each.id !== id));
  return bots.length === 0 || to === undefined ? null : { bots, to };
}

function firstWithAgents(channels: readonly Channel[]): Channel | undefined {
  return channels.find(({ kind }) => kind !== 'selfService');
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
