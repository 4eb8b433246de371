/**
 * The whole analytic answer for a scenario: what becomes of the plan, the agents of each group that would
 * meet every target, and what could be done about the difference.
 *
 *     basis ─┬─> plan analysis (analyse-plan.ts) ─┬─> full analysis ─> actions
 *            └─> agents of each group ────────────┘
 */
import { totalLabour, type LabourFigures } from '../finance/labour-cost.ts';
import { SECONDS_PER_HOUR } from '../units.ts';
import { homeGroup, skillsOf } from './allocation.ts';
import { peopleOfGroup, thereOf } from './absence.ts';
import { basisOf, labourOf, peakOf, planAnalysis, plannedGroup, type Basis } from './analyse-plan.ts';
import type { Action, Analysis, ChannelAnalysis, FullAnalysis, GroupAnalysis } from './analysis.ts';
import { buildAxis, type Axis } from './axis.ts';
import { analyseChannel, linesOf, type Lines } from './channel-analysis.ts';
import { isCompany, type Alongside } from './channel-company.ts';
import { createMemory, noMemory, type Memory } from './memory.ts';
import { workOf } from './pace.ts';
import type { Scenario } from './schema.ts';
import { settledTeams, type Teams } from './settled-teams.ts';

/**
 * What a scenario's analytic models say. O(channels × intervals × day-factor nodes).
 *
 * @param memory of earlier answers, to compute only what changed
 */
export function analyse(scenario: Scenario, memory: Memory = createMemory()): FullAnalysis {
  const basis = basisOf(scenario, memory);
  const { axis } = basis;
  const analysis = planAnalysis(basis, memory);
  const none = new Float64Array(axis.intervals.length);
  const { required, assured } = teamsToSchedule(basis, memory);
  const groups = scenario.groups.map((group, g): GroupAnalysis => {
    const labour = (agents: Float64Array): LabourFigures => labourOf(agents, group, scenario, axis);
    const [needed = none, neededAssured = none] = [required[g], assured[g]];
    return {
      ...plannedGroup(basis, g),
      required: needed,
      requiredAssured: neededAssured,
      requiredCost: labour(needed),
      requiredAssuredCost: labour(neededAssured),
    };
  });
  return {
    ...analysis,
    groups,
    totals: {
      ...analysis.totals,
      requiredPeakAgents: peakOf(required, axis),
      requirement: totalLabour(groups.map((group) => group.requiredCost)),
      requirementAssured: totalLabour(groups.map((group) => group.requiredAssuredCost)),
    },
  };
}

/** The teams that have to be there, and those of each group who will be absent. */
function teamsToSchedule(basis: Basis, memory: Memory): Teams {
  const { groups } = basis.scenario;
  if (groups.every(({ absence = 0 }) => absence === 0)) return settledTeams(basis, memory);
  const there = basis.agents.map((counts, g) => {
    const { absence = 0 } = groups[g] ?? {};
    // In whole agents, so that the plan for those who have to be there is enough for them when asked again.
    return absence > 0 ? counts.map((on) => Math.floor(Math.round(on) * (1 - absence) + 1e-9)) : counts;
  });
  const teams = settledTeams({ ...basis, agents: there }, memory);
  const toSchedule = (rows: readonly Float64Array[]): Float64Array[] =>
    groups.map((group, g) => peopleOfGroup(group, rows[g] ?? new Float64Array(0)));
  return { required: toSchedule(teams.required), assured: toSchedule(teams.assured) };
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
  const absent = analysis.channels.map((channel) => channel.absent);
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
    const joined = planned.with(c, staffed).map((row, k) => thereOf(row, absent[k] ?? null));
    const answerWith = (k: number, figures: ChannelAnalysis, beside: Alongside | null): ChannelAnalysis =>
      analyseChannel(lines, k, figures, scenario.assurance, joined, noMemory, beside, absent);
    const after = answerWith(c, channel, channel.beside);
    let lost = lostBy(after) - lostBy(channel);
    for (const k of sharersOf(lines, c)) {
      const other = analysis.channels[k];
      if (!other) continue;
      const more = added.map((agents, i) => agents * (1 - (channel.absent?.[from + i] ?? 0)));
      const now = answerWith(k, other, withMore(other.beside, from, more));
      lost += lostBy(now) - lostBy(other);
    }
    const hours = (sum(added) * axis.intervalSeconds) / SECONDS_PER_HOUR;
    return [
      {
        channel: channel.id,
        group: group.id,
        from,
        to,
        agents: added,
        costPerWeek: ((hours / (1 - group.shrinkage)) * group.hourlyCost) / weeks,
        lostPerWeek: (lost * scenario.finance.lostContact) / weeks,
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

function lostBy({ expected }: ChannelAnalysis): number {
  return expected.abandoned.reduce((all, contacts) => all + contacts, 0);
}

/** Other channels for which an agent more of this one is one more as well. */
function sharersOf({ pools, circles }: Lines, channel: number): number[] {
  const circle = circles.find(({ whole, channels }) => whole && channels.includes(channel));
  return (circle?.channels ?? pools[channel]?.members ?? []).filter((k) => k !== channel);
}

function withMore(beside: Alongside | null, from: number, added: readonly number[]): Alongside | null {
  if (!isCompany(beside)) return beside;
  return { ...beside, agents: beside.agents.map((count, i) => count + (added[i - from] ?? 0)) };
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
