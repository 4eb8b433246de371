/** Turning advice into a plan: the scenario's groups with a requirement or an action applied. */
import { MINUTES_PER_DAY } from '../units.ts';
import type { Action, Analysis } from './analysis.ts';
import { buildAxis, type Axis } from './axis.ts';
import { formatClock } from './civil.ts';
import type { AgentGroup, Scenario, Shift, Staffing } from './schema.ts';

/**
 * Every group staffed with exactly what the requirement asks of it, interval by interval.
 * Shifts give way to counts, and the what-if agents are used up.
 */
export function withRequirement(
  scenario: Scenario,
  analysis: Analysis,
  which: 'expected' | 'assured',
): AgentGroup[] {
  const axis = buildAxis(scenario.calendar);
  return scenario.groups.map((group, index) => {
    const figures = analysis.groups[index];
    const wanted = which === 'assured' ? figures?.requiredAssured : figures?.required;
    if (!wanted) return group;
    return { ...group, extraAgents: 0, staffing: { kind: 'counts', agents: onGrid(axis, wanted) } };
  });
}

/** The action's agents added to its group: to the counts, or as shifts of their own beside the others. */
export function withAction(scenario: Scenario, action: Action): AgentGroup[] {
  const axis = buildAxis(scenario.calendar);
  return scenario.groups.map((group) =>
    group.id === action.group ? { ...group, staffing: withAgents(group, action, axis) } : group,
  );
}

function withAgents(group: AgentGroup, action: Action, axis: Axis): Staffing {
  if (group.staffing.kind === 'shifts') {
    return { kind: 'shifts', shifts: [...group.staffing.shifts, ...shiftsOf(action, axis)] };
  }
  const agents = Array.from({ length: axis.cells }, (_, cell) => {
    const counts = group.staffing.kind === 'counts' ? group.staffing.agents : [];
    return counts[cell] ?? 0;
  });
  for (let i = action.from; i < action.to; i++) {
    const interval = axis.intervals[i];
    if (interval && !interval.repeated) {
      agents[interval.cell] = (agents[interval.cell] ?? 0) + (action.agents[i - action.from] ?? 0);
    }
  }
  return { kind: 'counts', agents };
}

/** One shift per run of intervals with the same number of added agents. */
function shiftsOf(action: Action, axis: Axis): Shift[] {
  const intervalMinutes = MINUTES_PER_DAY / axis.slotsPerDay;
  const shifts: Shift[] = [];
  let from = action.from;
  for (let i = action.from; i < action.to; i++) {
    const here = action.agents[i - action.from] ?? 0;
    if (i + 1 < action.to && (action.agents[i + 1 - action.from] ?? 0) === here) continue;
    const first = axis.intervals[from];
    const last = axis.intervals[i];
    if (here > 0 && first && last) {
      shifts.push({
        days: [first.day],
        start: formatClock(first.slot * intervalMinutes),
        end: formatClock((last.slot + 1) * intervalMinutes),
        agents: here,
        breaks: [],
      });
    }
    from = i + 1;
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
