/** Turning advice into a plan: the scenario's groups with a requirement or an action applied. */
import { MINUTES_PER_DAY } from '../units.ts';
import type { Action, FullAnalysis } from './analysis.ts';
import { buildAxis, type Axis } from './axis.ts';
import { formatClock } from './civil.ts';
import type { AgentGroup, Scenario, Shift } from './schema.ts';

/**
 * Every group staffed with exactly what the requirement asks of it, interval by interval.
 * Shifts give way to counts, and the what-if agents are used up.
 */
export function withRequirement(
  scenario: Scenario,
  analysis: FullAnalysis,
  which: 'expected' | 'assured',
): AgentGroup[] {
  const axis = buildAxis(scenario.calendar);
  return scenario.groups.map((group, index) => {
    const figures = analysis.groups[index];
    const wanted = which === 'assured' ? figures?.requiredAssured : figures?.required;
    if (!wanted) return group;
    return { ...group, extraAgents: 0, staffing: countsOf(group, onGrid(axis, wanted)) };
  });
}

/**
 * Whether applying the assured requirement would put another number of agents on in no interval at all.
 * In whole agents, as the models take them: a shift that starts within an interval counts from its half on.
 */
export function isRequirement(axis: Axis, { groups }: FullAnalysis): boolean {
  return groups.every(({ planned, requiredAssured }) => {
    const applied = onGrid(axis, requiredAssured);
    return axis.intervals.every(({ cell }, i) => applied[cell] === Math.round(planned[i] ?? 0));
  });
}

/**
 * The action's agents added to its group: to the counts, in which what-if agents are then used up, or
 * as shifts of their own beside the others.
 */
export function withAction(scenario: Scenario, action: Action): AgentGroup[] {
  const axis = buildAxis(scenario.calendar);
  return scenario.groups.map((group) =>
    group.id === action.group ? withAgents(group, action, axis) : group,
  );
}

function withAgents(group: AgentGroup, action: Action, axis: Axis): AgentGroup {
  const added = onGrid(
    axis,
    Float64Array.from(axis.intervals, (_, i) => action.agents[i - action.from] ?? 0),
  );
  const { staffing, extraAgents } = group;
  if (staffing.kind === 'shifts') {
    return { ...group, staffing: { ...staffing, shifts: [...staffing.shifts, ...shiftsOf(added, axis)] } };
  }
  const agents = added.map((more, cell) => {
    const counted = staffing.agents[cell] ?? 0;
    return more + (counted > 0 ? Math.max(0, counted + extraAgents) : 0);
  });
  return { ...group, extraAgents: 0, staffing: { ...staffing, agents } };
}

/** Other counts; how their agents end stays. */
function countsOf({ staffing }: AgentGroup, agents: readonly number[]): AgentGroup['staffing'] {
  return staffing.kind === 'counts' ? { ...staffing, agents } : { kind: 'counts', agents };
}

/** One shift per run of cells of a day with the same number of added agents. */
function shiftsOf(added: readonly number[], axis: Axis): Shift[] {
  const intervalMinutes = MINUTES_PER_DAY / axis.slotsPerDay;
  const shifts: Shift[] = [];
  for (let from = 0, to = 0; from < added.length; from = to) {
    const agents = added[from] ?? 0;
    const day = Math.floor(from / axis.slotsPerDay);
    const midnight = (day + 1) * axis.slotsPerDay;
    for (to = from + 1; to < midnight && added[to] === agents; to++);
    const clock = (cell: number): string => formatClock((cell - day * axis.slotsPerDay) * intervalMinutes);
    if (agents > 0) shifts.push({ days: [day], start: clock(from), end: clock(to), agents, breaks: [] });
  }
  return shifts;
}

/** Agents of the axis on the wall-clock grid; of an hour that happens twice the greater number. */
function onGrid(axis: Axis, values: Float64Array): number[] {
  const grid = Array.from({ length: axis.cells }, () => 0);
  axis.intervals.forEach(({ cell }, i) => {
    grid[cell] = Math.max(grid[cell] ?? 0, Math.ceil(values[i] ?? 0));
  });
  return grid;
}
