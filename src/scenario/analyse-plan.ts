/**
 * What becomes of the plan: expected service, chance of meeting the targets, labour and money. Pure, and
 * quick enough to follow a slider from a worker.
 *
 *     demand ─> channel analyses (required, expected) ─> totals
 *                    ▲
 *     plan ─> allocation of shared groups, by what the channels require
 */
import { labourFor, totalLabour, type LabourFigures } from '../finance/labour-cost.ts';
import { SECONDS_PER_HOUR } from '../units.ts';
import { absenceByChannel, scheduledFor, scheduledRequirements, thereOf, type Absence } from './absence.ts';
import { idleTime, skillsOf, splitGroups, type Skill, type Split } from './allocation.ts';
import type { Analysis, ChannelAnalysis, PlannedGroup, PlanTotals } from './analysis.ts';
import { buildAxis, type Axis } from './axis.ts';
import { companiesOf, type Alongside } from './channel-company.ts';
import { analyseChannel, linesOf, requirementsOf, type Lines } from './channel-analysis.ts';
import { chanceOfAll } from './chance-of-all.ts';
import { demandOf, type ChannelDemand } from './demand.ts';
import { secondsOfWork } from './left-over.ts';
import type { ChannelRequirement } from './live-channel.ts';
import { createMemory, type Memory } from './memory.ts';
import { isDeferred } from './opening.ts';
import { workAt } from './pace.ts';
import { groupPlan } from './plan.ts';
import { summedOver } from './reason-times.ts';
import { outcomeOf, reachOf } from './reasons.ts';
import type { AgentGroup, Channel, Scenario } from './schema.ts';
import { besideOf, roomsBeside } from './shared-team.ts';

/** What an analysis starts from: the plan, the work, and what each channel requires by itself. */
export type Basis = {
  readonly scenario: Scenario;
  readonly axis: Axis;
  readonly skills: readonly (readonly Skill[])[];
  /** Scheduled on the floor, by group and interval. */
  readonly agents: readonly Float64Array[];
  /** Of those who serve each channel. */
  readonly absent: readonly Absence[];
  /** At pace 1; that of the lines is at the pace of those planned. */
  readonly demand: readonly ChannelDemand[];
  readonly lines: Lines;
  /** Agents who have to be there. */
  readonly requirements: readonly ChannelRequirement[];
};

export function basisOf(scenario: Scenario, memory: Memory): Basis {
  const axis = memory('axis', scenario.calendar, () => buildAxis(scenario.calendar));
  const skills = skillsOf(
    scenario.groups,
    scenario.channels.map((channel) => channel.id),
  );
  const agents = scenario.groups.map((group) =>
    memory(`plan of ${group.id}`, [group, axis], () => groupPlan(group, axis).agents),
  );
  const demand = demandOf(scenario, axis);
  const lines = linesOf(scenario, axis, workAt(scenario, demand, agents), skills);
  const requirements = requirementsOf(lines, scenario.assurance, memory, agents);
  const absent = absenceByChannel(scenario, agents);
  return { scenario, axis, skills, agents, absent, demand, lines, requirements };
}

/**
 * O(channels × intervals × day-factor nodes).
 *
 * @param memory of earlier answers, to compute only what changed
 */
export function analysePlan(scenario: Scenario, memory: Memory = createMemory()): Analysis {
  return planAnalysis(basisOf(scenario, memory), memory);
}

export function planAnalysis(basis: Basis, memory: Memory): Analysis {
  const { scenario, axis, lines } = basis;
  const channels = channelsOf(basis, memory);
  const groups = scenario.groups.map((_, g) => plannedGroup(basis, g));
  return {
    channels,
    groups,
    totals: totalsOf(scenario, axis, channels, groups),
    chanceOfAll: chanceOfAll(channels, lines.pools, scenario.busynessCorrelation),
  };
}

/** @throws {RangeError} where there is no such group */
export function plannedGroup({ scenario, axis, agents }: Basis, index: number): PlannedGroup {
  const group = scenario.groups[index];
  const planned = agents[index];
  if (!group || !planned) throw new RangeError(`no group ${index}`);
  return { id: group.id, planned, cost: labourOf(planned, group, scenario, axis) };
}

function channelsOf(
  { scenario, axis, skills, agents, absent, lines, requirements }: Basis,
  memory: Memory,
): ChannelAnalysis[] {
  const deferred = scenario.channels.map(({ kind }) => isDeferred(kind));
  // What can wait is also done between two calls: of one priority, live channels are given their agents first.
  const liveFirst = skills.map((own) =>
    own.map(({ channel, priority }) => ({ channel, priority: 2 * priority + (deferred[channel] ? 1 : 0) })),
  );
  // The models take whole agents; a shift that starts within an interval counts from its half on.
  const whole = agents.map((counts) => counts.map(Math.round));
  const scheduled = scheduledRequirements(requirements, absent, deferred, sharingAll(lines));
  const split = splitGroups(
    liveFirst,
    whole,
    scheduled.map((requirement) => requirement.required),
    deferred,
  );
  const count = axis.intervals.length;
  const liveOnly = plannedByChannel(split, skills, scenario.channels.length, count);
  const there = (rows: readonly Float64Array[]): Float64Array[] =>
    rows.map((row, c) => thereOf(row, absent[c] ?? null));
  const liveThere = there(liveOnly);
  const groupsThere = whole.map((counts, g) => {
    const { absence = 0 } = scenario.groups[g] ?? {};
    return absence > 0 ? counts.map((on) => on * (1 - absence)) : counts;
  });
  const analysed = (
    c: number,
    planned: readonly Float64Array[],
    beside: Alongside | null = null,
  ): ChannelAnalysis => {
    const requirement = requirements[c];
    if (!requirement) throw new Error(`no requirement for channel ${c}`);
    return analyseChannel(lines, c, requirement, scenario.assurance, planned, memory, beside, absent);
  };
  const companies = companiesOf(lines.circles, lines.demand, skills, groupsThere, liveThere, memory);
  const rooms = roomsBeside(
    scenario,
    lines,
    agents.map((counts, g) =>
      scenario.groups[g]?.absence ? (groupsThere[g] ?? counts).map(Math.round) : counts,
    ),
    liveThere.map((row, c) => (absent[c] ? row.map(Math.round) : row)),
  );
  const live = scenario.channels.map((_, c) =>
    deferred[c] || rooms[c] ? null : analysed(c, liveThere, companies[c]),
  );
  // A channel to which only the simulation sends contacts (callbacks) takes nobody's time here.
  const work = lines.demand.map((own) => secondsOfWork(own).reduce((sum, seconds) => sum + seconds, 0));
  const spare = idleTime(split, skills, deferred, liveOnly, work, (c, i) => {
    const room = rooms[c];
    if (room) return 1 - (room.most[i] ?? 0) / (room.agents[i] || 1);
    const { busy, staffed } = live[c]?.expected ?? {};
    return (busy?.[i] ?? 0) / (staffed?.[i] || 1);
  });
  const planned = liveOnly.map((agents, c) => agents.map((on, i) => on + (spare[c]?.[i] ?? 0)));
  const late = scenario.channels.map((_, c) => (deferred[c] ? analysed(c, there(planned)) : undefined));
  return scenario.channels.map((_, c) => {
    const room = rooms[c];
    const known = live[c] ?? late[c];
    const beside = room ? besideOf(room, late, axis.intervalSeconds) : null;
    const figures = known ?? analysed(c, liveThere, beside);
    const missing = absent[c] ?? null;
    if (missing === null) return figures;
    return {
      ...figures,
      absent: missing,
      planned: planned[c] ?? figures.planned,
      ...(deferred[c]
        ? {
            required: scheduledFor(figures.required, missing),
            requiredAssured: scheduledFor(figures.requiredAssured, missing),
          }
        : scheduled[c]),
    };
  });
}

/** Channels that have their agents in common: those of one line, and conversations that everybody holds. */
function sharingAll({ pools, circles }: Lines): (readonly number[])[] {
  const lines = new Set(pools.filter(({ members }) => members.length > 1).map(({ members }) => members));
  return [...lines, ...circles.filter(({ whole }) => whole).map(({ channels }) => channels)];
}

function plannedByChannel(
  split: Split,
  skills: readonly (readonly Skill[])[],
  channels: number,
  intervals: number,
): Float64Array[] {
  const planned = Array.from({ length: channels }, () => new Float64Array(intervals));
  skills.forEach((own, group) => {
    for (const { channel } of own) {
      const row = planned[channel];
      const agents = split[group]?.[channel];
      if (row && agents) for (let i = 0; i < intervals; i++) row[i]! += agents[i]!;
    }
  });
  return planned;
}

export function labourOf(
  counts: Float64Array,
  group: AgentGroup,
  scenario: Scenario,
  axis: Axis,
): LabourFigures {
  const scheduled = counts.reduce((a, b) => a + b, 0) * (axis.intervalSeconds / SECONDS_PER_HOUR);
  const { absence = 0 } = group;
  return labourFor(scheduled * (1 - absence), scenario.calendar.days, {
    shrinkage: group.shrinkage,
    absence,
    hourlyCost: group.hourlyCost,
    hoursPerFte: scenario.finance.hoursPerFte,
  });
}

/** Most agents on the floor at once. */
export function peakOf(agents: readonly Float64Array[], axis: Axis): number {
  return axis.intervals.reduce(
    (most, _, i) =>
      Math.max(
        most,
        agents.reduce((sum, own) => sum + (own[i] ?? 0), 0),
      ),
    0,
  );
}

function totalsOf(
  scenario: Scenario,
  axis: Axis,
  channels: readonly ChannelAnalysis[],
  groups: readonly PlannedGroup[],
): PlanTotals {
  const weeks = scenario.calendar.days / 7;
  const plan = totalLabour(groups.map((group) => group.cost));
  let bot = 0;
  let lostContacts = 0;
  let contacts = 0;
  let resolved = 0;
  scenario.channels.forEach((channel, c) => {
    const arriving = total(channels[c]?.arriving);
    const expected = channels[c]?.expected;
    contacts += arriving + (channels[c]?.leftOver ?? 0);
    const by = (of: (mix: Channel) => number): number => summedOver(channel, axis, channels[c]?.arriving, of);
    bot += channel.bot ? by(reachOf) * channel.bot.costPerContact : 0;
    resolved += by((mix) => outcomeOf(mix).resolved) + total(expected?.answered);
    lostContacts += total(expected?.abandoned);
  });
  const lost = lostContacts * scenario.finance.lostContact;
  const cost = plan.cost + bot + lost;
  return {
    peakAgents: peakOf(
      groups.map((group) => group.planned),
      axis,
    ),
    plan,
    bot,
    lost,
    costPerWeek: cost / weeks,
    costPerContact: contacts > 0 ? cost / contacts : null,
    costPerResolution: resolved > 0 ? cost / resolved : null,
  };
}

function total(values: Float64Array | undefined): number {
  return values?.reduce((a, b) => a + b, 0) ?? 0;
}
