/**
 * The analytic answer for a whole scenario: requirement, expected service with the plan, chance of
 * meeting the targets, labour and money. Pure and quick enough to follow a slider from a worker.
 *
 *     demand ─> channel analyses (required, expected) ─> groups ─> totals
 *                    ▲
 *     plan ─> allocation of shared groups
 */
import { labourFor, totalLabour, type LabourFigures } from '../finance/labour-cost.ts';
import { UnattainableTarget } from '../errors.ts';
import { SECONDS_PER_HOUR } from '../units.ts';
import { homeGroup, requiredByGroup, skillsOf, splitGroups } from './allocation.ts';
import type { Action, Analysis, ChannelAnalysis, GroupAnalysis, Totals } from './analysis.ts';
import { buildAxis, type Axis } from './axis.ts';
import { analyseChannel, requirementOf } from './channel-analysis.ts';
import { botOutcome, demandOf, type ChannelDemand } from './demand.ts';
import type { ChannelRequirement } from './live-channel.ts';
import { planOf } from './plan.ts';
import type { AgentGroup, Channel, Scenario } from './schema.ts';

/** What a scenario's analytic models say. O(channels × intervals × day-factor nodes). */
export function analyse(scenario: Scenario): Analysis {
  const axis = buildAxis(scenario.calendar);
  const demand = demandOf(scenario, axis);
  const requirements = scenario.channels.map((channel, c) =>
    requirementFor(channel, demand[c], axis, scenario),
  );
  const skills = skillsOf(
    scenario.groups,
    scenario.channels.map((channel) => channel.id),
  );
  const agents = planOf(scenario, axis).map((plan) => plan.agents);
  const split = splitGroups(
    skills,
    // The models take whole agents; a shift that starts within an interval counts from its half on.
    agents.map((counts) => counts.map(Math.round)),
    requirements.map((requirement) => requirement.required),
  );
  const channels = scenario.channels.map((channel, c) => {
    const planned = new Float64Array(axis.intervals.length);
    for (const group of split) group[c]?.forEach((count, i) => (planned[i] = (planned[i] ?? 0) + count));
    return analyseChannel(
      channel,
      demandFor(demand, c, axis),
      requirementsAt(requirements, c),
      planned,
      axis,
    );
  });
  const required = requiredByGroup(
    skills,
    split,
    requirements.map((requirement) => requirement.required),
  );
  const assured = requiredByGroup(
    skills,
    split,
    requirements.map((requirement) => requirement.requiredAssured),
  );
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
    chanceOfAll: channels.reduce((product, channel) => product * channel.chance, 1),
  };
}

/** How many spans of understaffing are turned into actions; the costliest to compute are the last to matter. */
const MOST_ACTIONS = 6;

/**
 * Runs of understaffed intervals of one day and channel, as additions to the plan, by the points of
 * chance that each brings. Each is evaluated by analysing its channel again with the agents added.
 */
export function actionsFor(scenario: Scenario, analysis: Analysis): Action[] {
  const axis = buildAxis(scenario.calendar);
  const demand = demandOf(scenario, axis);
  const ids = scenario.channels.map((channel) => channel.id);
  const skills = skillsOf(scenario.groups, ids);
  const weeks = scenario.calendar.days / 7;
  const spans = analysis.channels.flatMap((channel, c) =>
    understaffedSpans(channel, axis).map((span) => ({ ...span, c, channel })),
  );
  const worst = spans.toSorted((a, b) => b.gap - a.gap).slice(0, MOST_ACTIONS);
  const actions = worst.flatMap(({ from, to, c, channel }): Action[] => {
    const definition = scenario.channels[c];
    const group = scenario.groups[homeGroup(skills, c)];
    if (!definition || !group) return [];
    const added = Array.from({ length: to - from }, (_, k) => gapAt(channel, from + k));
    const planned = channel.planned.slice();
    added.forEach((extra, k) => (planned[from + k] = (planned[from + k] ?? 0) + extra));
    const after = analyseChannel(
      definition,
      demandFor(demand, c, axis),
      {
        required: channel.required,
        requiredAssured: channel.requiredAssured,
        unattainable: channel.unattainable,
      },
      planned,
      axis,
    );
    const hours = (added.reduce((sum, extra) => sum + extra, 0) * axis.intervalSeconds) / SECONDS_PER_HOUR;
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

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function gapAt(channel: ChannelAnalysis, interval: number): number {
  return Math.max(0, (channel.required[interval] ?? 0) - (channel.planned[interval] ?? 0));
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

function requirementFor(
  channel: Channel,
  demand: ChannelDemand | undefined,
  axis: Axis,
  scenario: Scenario,
): ChannelRequirement {
  if (!demand) throw new Error(`no demand for channel ${channel.id}`);
  try {
    return requirementOf(channel, demand, axis, scenario.assurance);
  } catch (error) {
    if (!(error instanceof UnattainableTarget)) throw error;
    const none = new Float64Array(axis.intervals.length);
    return {
      required: none,
      requiredAssured: none,
      unattainable: { target: error.target, reason: error.reason },
    };
  }
}

function demandFor(demand: readonly ChannelDemand[], channel: number, axis: Axis): ChannelDemand {
  const none = new Float64Array(axis.intervals.length);
  return (
    demand[channel] ?? {
      channel: '',
      offered: none,
      turnedAway: none,
      toAgents: none,
      handleTime: none,
      inflows: [],
    }
  );
}

function requirementsAt(requirements: readonly ChannelRequirement[], channel: number): ChannelRequirement {
  const found = requirements[channel];
  if (!found) throw new Error(`no requirement for channel ${channel}`);
  return found;
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
    const arriving = channels[c]?.arriving.reduce((a, b) => a + b, 0) ?? 0;
    const expected = channels[c]?.expected;
    const outcome = botOutcome(channel.bot);
    contacts += arriving;
    bot += channel.bot ? arriving * channel.bot.reach * channel.bot.costPerContact : 0;
    resolved += arriving * outcome.resolved + (expected?.answered.reduce((a, b) => a + b, 0) ?? 0);
    lostContacts += expected?.abandoned.reduce((a, b) => a + b, 0) ?? 0;
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
