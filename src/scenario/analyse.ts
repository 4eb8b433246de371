/**
 * The analytic answer for a whole scenario: requirement, expected service with the plan, chance of
 * meeting the targets, labour and money. Pure and quick enough to follow a slider from a worker.
 *
 *     demand ─> channel analyses (required, expected) ─> groups ─> totals
 *                    ▲
 *     plan ─> allocation of shared groups
 */
import { labourFor, totalLabour, type LabourFigures } from '../finance/labour-cost.ts';
import { SECONDS_PER_HOUR } from '../units.ts';
import { homeGroup, idleTime, skillsOf, splitGroups, type Skill, type Split } from './allocation.ts';
import type { Action, Analysis, ChannelAnalysis, GroupAnalysis, Totals } from './analysis.ts';
import { buildAxis, type Axis } from './axis.ts';
import { analyseChannel, linesOf, requirementsOf } from './channel-analysis.ts';
import { chanceOfAll } from './chance-of-all.ts';
import { botOutcome, demandOf } from './demand.ts';
import { createMemory, noMemory, type Memory } from './memory.ts';
import { isDeferred } from './opening.ts';
import { workAt, workOf } from './pace.ts';
import { groupPlan } from './plan.ts';
import type { AgentGroup, Scenario } from './schema.ts';
import { settledTeams } from './settled-teams.ts';
import { besideOf, roomsBeside, type Beside } from './shared-team.ts';

/**
 * What a scenario's analytic models say. O(channels × intervals × day-factor nodes).
 *
 * @param memory of earlier answers, to compute only what changed
 */
export function analyse(scenario: Scenario, memory: Memory = createMemory()): Analysis {
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
  const requirements = requirementsOf(lines, scenario.assurance, memory);
  const deferred = scenario.channels.map(({ kind }) => isDeferred(kind));
  // What can wait is also done between two calls: of one priority, live channels are given their agents first.
  const liveFirst = skills.map((own) =>
    own.map(({ channel, priority }) => ({ channel, priority: 2 * priority + (deferred[channel] ? 1 : 0) })),
  );
  const split = splitGroups(
    liveFirst,
    // The models take whole agents; a shift that starts within an interval counts from its half on.
    agents.map((counts) => counts.map(Math.round)),
    requirements.map((requirement) => requirement.required),
    deferred,
  );
  const count = axis.intervals.length;
  const liveOnly = plannedByChannel(split, skills, scenario.channels.length, count);
  const analysed = (
    c: number,
    planned: readonly Float64Array[],
    beside: Beside | null = null,
  ): ChannelAnalysis => {
    const requirement = requirements[c];
    if (!requirement) throw new Error(`no requirement for channel ${c}`);
    return analyseChannel(lines, c, requirement, scenario.assurance, planned, memory, beside);
  };
  const rooms = roomsBeside(scenario, lines, agents, liveOnly);
  const live = scenario.channels.map((_, c) => (deferred[c] || rooms[c] ? null : analysed(c, liveOnly)));
  // A channel to which only the simulation sends contacts (callbacks) takes nobody's time here.
  const work = lines.demand.map(({ toAgents, handleTime }) =>
    toAgents.reduce((sum, contacts, i) => sum + contacts * (handleTime[i] ?? 0), 0),
  );
  const spare = idleTime(split, skills, deferred, liveOnly, work, (c, i) => {
    const room = rooms[c];
    if (room) return 1 - (room.most[i] ?? 0) / (room.agents[i] || 1);
    const { busy, staffed } = live[c]?.expected ?? {};
    return (busy?.[i] ?? 0) / (staffed?.[i] || 1);
  });
  const planned = liveOnly.map((agents, c) => agents.map((on, i) => on + (spare[c]?.[i] ?? 0)));
  const late = scenario.channels.map((_, c) => (deferred[c] ? analysed(c, planned) : undefined));
  const channels = scenario.channels.map((_, c) => {
    const room = rooms[c];
    const known = live[c] ?? late[c];
    return known ?? analysed(c, liveOnly, room ? besideOf(room.team, room.most, room.reserve, late) : null);
  });
  const { required, assured } = settledTeams(scenario, lines, demand, requirements, skills, agents, memory);
  const none = new Float64Array(axis.intervals.length);
  const groups = scenario.groups.map((group, g): GroupAnalysis => {
    const labour = (counts: Float64Array): LabourFigures => labourOf(counts, group, scenario, axis);
    const planned = agents[g] ?? none;
    const needed = required[g] ?? none;
    const neededAssured = assured[g] ?? none;
    return {
      id: group.id,
      planned,
      required: needed,
      requiredAssured: neededAssured,
      cost: labour(planned),
      requiredCost: labour(needed),
      requiredAssuredCost: labour(neededAssured),
    };
  });
  return {
    channels,
    groups,
    totals: totalsOf(scenario, axis, channels, groups),
    chanceOfAll: chanceOfAll(channels, lines.pools, scenario.busynessCorrelation),
  };
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

/** How many spans of understaffing are turned into actions: the largest gaps first. */
const MOST_ACTIONS = 6;

/**
 * Runs of understaffed intervals of one day and channel, as additions to the plan, by the points of
 * chance that each brings. Each is evaluated by analysing its channel again with the agents added.
 */
export function actionsFor(scenario: Scenario, analysis: Analysis): Action[] {
  const axis = buildAxis(scenario.calendar);
  const skills = skillsOf(
    scenario.groups,
    scenario.channels.map((channel) => channel.id),
  );
  const lines = linesOf(scenario, axis, workOf(scenario, axis), skills);
  const weeks = scenario.calendar.days / 7;
  const planned = analysis.channels.map((channel) => channel.planned);
  const spans = analysis.channels.flatMap((channel, c) =>
    understaffedSpans(channel, axis).map((span) => ({ ...span, c, channel })),
  );
  const worst = spans.toSorted((a, b) => b.gap - a.gap).slice(0, MOST_ACTIONS);
  const actions = worst.flatMap(({ from, to, c, channel }): Action[] => {
    const group = scenario.groups[homeGroup(skills, c)];
    if (!group) return [];
    const added = Array.from({ length: to - from }, (_, k) => gapAt(channel, from + k));
    const staffed = channel.planned.map((count, i) => count + (added[i - from] ?? 0));
    const after = analyseChannel(
      lines,
      c,
      channel,
      scenario.assurance,
      planned.with(c, staffed),
      noMemory,
      channel.beside,
    );
    const hours = (sum(added) * axis.intervalSeconds) / SECONDS_PER_HOUR;
    return [
      {
        channel: channel.id,
        group: group.id,
        from,
        to,
        agents: added,
        costPerWeek: ((hours / (1 - group.shrinkage)) * group.hourlyCost) / weeks,
        chanceBefore: channel.chance,
        chanceAfter: after.chance,
        shareBefore: channel.targets[0]?.value ?? null,
        shareAfter: after.targets[0]?.value ?? null,
      },
    ];
  });
  return actions.toSorted(
    (a, b) =>
      b.chanceAfter - b.chanceBefore - (a.chanceAfter - a.chanceBefore) || sum(b.agents) - sum(a.agents),
  );
}

function total(values: Float64Array | undefined): number {
  return values?.reduce((a, b) => a + b, 0) ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function gapAt(channel: ChannelAnalysis, interval: number): number {
  // Deferred work counts on fractions of agents; people are added whole.
  return Math.max(0, Math.ceil((channel.required[interval] ?? 0) - (channel.planned[interval] ?? 0) - 1e-9));
}

type Understaffed = { readonly from: number; readonly to: number; readonly gap: number };

/** Runs of understaffed intervals within a day; runs parted by a single interval are one. */
function understaffedSpans(channel: ChannelAnalysis, axis: Axis): Understaffed[] {
  const spans: { from: number; to: number; gap: number }[] = [];
  axis.intervals.forEach(({ day }, i) => {
    const gap = gapAt(channel, i);
    if (gap === 0) return;
    const last = spans.at(-1);
    if (last && i - last.to <= 1 && axis.intervals[last.from]?.day === day) {
      last.to = i + 1;
      last.gap += gap;
    } else spans.push({ from: i, to: i + 1, gap });
  });
  return spans;
}

function labourOf(counts: Float64Array, group: AgentGroup, scenario: Scenario, axis: Axis): LabourFigures {
  const floorHours = counts.reduce((a, b) => a + b, 0) * (axis.intervalSeconds / SECONDS_PER_HOUR);
  return labourFor(floorHours, scenario.calendar.days, {
    shrinkage: group.shrinkage,
    hourlyCost: group.hourlyCost,
    hoursPerFte: scenario.finance.hoursPerFte,
  });
}

function totalsOf(
  scenario: Scenario,
  axis: Axis,
  channels: readonly ChannelAnalysis[],
  groups: readonly GroupAnalysis[],
): Totals {
  const weeks = scenario.calendar.days / 7;
  const peak = (pick: (group: GroupAnalysis) => Float64Array): number =>
    axis.intervals.reduce(
      (most, _, i) =>
        Math.max(
          most,
          groups.reduce((s, g) => s + (pick(g)[i] ?? 0), 0),
        ),
      0,
    );
  const plan = totalLabour(groups.map((group) => group.cost));
  let bot = 0;
  let lostContacts = 0;
  let contacts = 0;
  let resolved = 0;
  scenario.channels.forEach((channel, c) => {
    const arriving = total(channels[c]?.arriving);
    const outcome = botOutcome(channel.bot);
    const expected = channels[c]?.expected;
    contacts += arriving;
    bot += channel.bot ? arriving * channel.bot.reach * channel.bot.costPerContact : 0;
    resolved += arriving * outcome.resolved + total(expected?.answered);
    lostContacts += total(expected?.abandoned);
  });
  const lost = lostContacts * scenario.finance.lostContact;
  const cost = plan.cost + bot + lost;
  return {
    peakAgents: peak((group) => group.planned),
    requiredPeakAgents: peak((group) => group.required),
    plan,
    requirement: totalLabour(groups.map((group) => group.requiredCost)),
    requirementAssured: totalLabour(groups.map((group) => group.requiredAssuredCost)),
    bot,
    lost,
    costPerWeek: cost / weeks,
    costPerContact: contacts > 0 ? cost / contacts : null,
    costPerResolution: resolved > 0 ? cost / resolved : null,
  };
}
