/**
 * All channels through the models that fit them: live ones by queues, pooled where they share agents,
 * deferred ones by a flow.
 */
import type { Probability } from '../units.ts';
import { absenceOver, type Absence } from './absence.ts';
import type { Skill } from './allocation.ts';
import type { ChannelAnalysis } from './analysis.ts';
import type { Axis } from './axis.ts';
import {
  circlesOf,
  isCompany,
  companyPool,
  namesOf,
  type Alongside,
  type Circle,
  type Turns,
} from './channel-company.ts';
import { liveModel, type LiveModel } from './channel-model.ts';
import { companyRequirement } from './company-requirement.ts';
import { analyseDeferred, deferredRequirement } from './deferred-channel.ts';
import { deferredHours, type DeferredHours } from './deferred-inputs.ts';
import type { ChannelDemand } from './demand.ts';
import { analyseLive, lineRequirement, type ChannelRequirement } from './live-channel.ts';
import { KnownMixes } from './known-mixes.ts';
import { KnownWriting } from './known-writing.ts';
import type { Memory } from './memory.ts';
import { isDeferred } from './opening.ts';
import { poolsOf, shareOut, type Pool } from './pools.ts';
import type { Channel, Scenario } from './schema.ts';
import { teamOf, writersOf, writersPlanned, type Writers } from './shared-team.ts';

/** What the channels of a scenario bring to the models, before any plan. */
export type Lines = {
  readonly axis: Axis;
  readonly channels: readonly Channel[];
  readonly demand: readonly ChannelDemand[];
  /** The line that each channel's customers wait in. */
  readonly pools: readonly Pool[];
  /** Channels whose conversations the same agents hold. */
  readonly circles: readonly Circle[];
};

export function linesOf(
  scenario: Scenario,
  axis: Axis,
  demand: readonly ChannelDemand[],
  skills: readonly (readonly Skill[])[],
): Lines {
  const pools = poolsOf(scenario.channels, demand, skills).map((alone): Pool => {
    const pool = { ...alone, team: teamOf(scenario, axis, alone, demand, skills) };
    return { ...pool, writers: writersOf(scenario, axis, pool, demand, skills) };
  });
  // A group that helps only after a wait shares nothing with the others until then.
  const overflows = ({ groups }: Circle): boolean =>
    groups.some((g) => scenario.groups[g]?.skills.some(({ afterSeconds = 0 }) => afterSeconds > 0));
  const circles = circlesOf(scenario.channels, skills).filter((circle) => !overflows(circle));
  return { axis, channels: scenario.channels, demand, pools, circles };
}

/**
 * Agents that each channel needs; a pool's are shared out among its members.
 *
 * @param agents by group and interval: those of them who write while they take calls matter
 */
export function requirementsOf(
  lines: Lines,
  assurance: Probability,
  memory: Memory,
  agents: readonly Float64Array[],
): ChannelRequirement[] {
  const { channels, demand, pools, axis } = lines;
  const requirementOf = (
    channel: Channel,
    c: number,
    late: readonly ChannelRequirement[] = [],
  ): ChannelRequirement => {
    const work = demand[c];
    const pool = pools[c];
    if (!work || !pool) throw new Error(`no demand for channel ${channel.id}`);
    const writers = writersPlanned(pool, agents);
    return memory(
      `requirement of ${channel.id}`,
      [
        withoutDemand(channel),
        work.toAgents,
        work.handleTime,
        work.leftOver,
        pool,
        axis.days,
        assurance,
        late,
        writers,
      ],
      () =>
        isDeferred(channel.kind)
          ? deferredRequirement(channel, work, axis, assurance, hoursOf(channel, axis, memory))
          : lineRequirement(
              channel,
              pool,
              axis,
              assurance,
              modelOf(channel, pool, memory),
              late,
              writers && knownOf(channel, pool, writers, memory),
            ),
    );
  };
  const deferred = channels.map((channel, c) =>
    isDeferred(channel.kind) ? requirementOf(channel, c) : null,
  );
  const together = togetherOf(lines, assurance, memory);
  const own = channels.map(
    (channel, c) =>
      deferred[c] ??
      together.get(c) ??
      requirementOf(
        channel,
        c,
        (pools[c]?.team ?? pools[c]?.writers)?.deferred.flatMap((late) => deferred[late.channel] ?? []),
      ),
  );
  return own.map((requirement, c) => {
    const pool = pools[c];
    if (!pool || pool.members.length === 1) return requirement;
    // One line serves all its members: the most demanding of them sets its size.
    const whole = (pick: (requirement: ChannelRequirement) => Float64Array): Float64Array =>
      pick(requirement).map((_, i) =>
        pool.members.reduce((most, k) => Math.max(most, own[k] ? (pick(own[k])[i] ?? 0) : 0), 0),
      );
    const share = (total: Float64Array): Float64Array => shareOut(total, pool, demand).get(c) ?? total;
    const total = whole((one) => one.required);
    const assured = whole((one) => one.requiredAssured);
    const required = share(total);
    // Shared out by themselves, since whole shares of more agents can be fewer for one of the members.
    const added = share(assured.map((agents, i) => agents - (total[i] ?? 0)));
    return {
      required,
      requiredAssured: required.map((agents, i) => agents + (added[i] ?? 0)),
      unattainable: requirement.unattainable,
    };
  });
}

/** Of channels that share all their agents, who hold their conversations side by side. */
function togetherOf(
  { circles, channels, demand, axis }: Lines,
  assurance: Probability,
  memory: Memory,
): Map<number, ChannelRequirement> {
  const together = new Map<number, ChannelRequirement>();
  for (const circle of circles) {
    if (!circle.whole) continue;
    const members = circle.channels.flatMap((c) => channels[c] ?? []);
    const work = circle.channels.flatMap((c) => demand[c] ?? []);
    const ids = namesOf(circle.turns);
    const targets = members.map((channel) => channel.targets);
    const mixes = memory(`known of ${ids}`, [circle.turns, targets], () => new KnownMixes());
    const own = memory(
      `requirement of ${ids}`,
      [
        members.map(withoutDemand),
        circle.turns,
        work.map(({ toAgents, handleTime }) => [toAgents, handleTime]),
        axis.days,
        assurance,
      ],
      () => companyRequirement(companyPool(circle.turns, memory), mixes, members, work, axis, assurance),
    );
    circle.channels.forEach((c, k) => {
      const requirement = own[k];
      if (requirement) together.set(c, requirement);
    });
  }
  return together;
}

/**
 * One channel with the agents planned for every channel: those who are there on average. Requirement and plan of
 * the answer are those handed in, `absent` is left to who knows those scheduled.
 *
 * @param absent by channel, of those planned for it
 */
export function analyseChannel(
  lines: Lines,
  index: number,
  requirement: ChannelRequirement,
  assurance: Probability,
  planned: readonly Float64Array[],
  memory: Memory,
  beside: Alongside | null = null,
  absent: readonly Absence[] = [],
): ChannelAnalysis {
  const { channels, demand, pools, axis } = lines;
  const channel = channels[index];
  const work = demand[index];
  const pool = pools[index];
  const agents = planned[index];
  if (!channel || !work || !pool || !agents) throw new Error(`no channel ${index}`);
  const lineAgents = isCompany(beside)
    ? // Whoever is planned beyond those of the plan joins the company.
      beside.agents.map((all, i) => all + (agents[i] ?? 0) - (beside.own[i] ?? 0))
    : agents.map((_, i) => pool.members.reduce((sum, k) => sum + (planned[k]?.[i] ?? 0), 0));
  const lineAbsent = isCompany(beside) ? (absent[index] ?? null) : absenceOver(pool.members, absent, planned);
  const inputs = [
    withoutDemand(channel),
    work,
    pool,
    requirement,
    assurance,
    agents,
    lineAgents,
    axis.days,
    beside,
    lineAbsent,
  ];
  return memory(`analysis of ${channel.id}`, inputs, () =>
    isDeferred(channel.kind)
      ? analyseDeferred(channel, work, requirement, assurance, agents, axis, hoursOf(channel, axis, memory))
      : analyseLive(
          channel,
          work,
          pool,
          requirement,
          agents,
          lineAgents,
          axis,
          modelOf(channel, pool, memory, isCompany(beside) ? beside.turns : null),
          beside,
          lineAbsent,
        ),
  );
}

/** What does not depend on the volume is kept while a slider moves it. */
function hoursOf(channel: Channel, axis: Axis, memory: Memory): DeferredHours {
  return memory(`hours of ${channel.id}`, [channel.open, axis], () => deferredHours(channel, axis));
}

function modelOf(
  channel: Channel,
  { patience }: Pool,
  memory: Memory,
  company: readonly Turns[] | null = null,
): LiveModel {
  return memory(`model of ${channel.id}`, [withoutDemand(channel), patience, company], () =>
    liveModel(channel, patience, company ? companyPool(company, memory) : undefined),
  );
}

/** What does not depend on the volume is kept while a slider moves it, for each share of writers. */
function knownOf(channel: Channel, { patience }: Pool, writers: Writers, memory: Memory): KnownWriting {
  return memory(
    `writing of ${channel.id}, ${writers.share}`,
    [withoutDemand(channel), patience, writers],
    () => new KnownWriting(writers),
  );
}

/** The channel without the arrays of its demand, which are in the contacts already. */
function withoutDemand({ demand, ...channel }: Channel): unknown {
  return { ...channel, dayFactorCv: demand.dayFactorCv, levelCv: demand.levelCv };
}
