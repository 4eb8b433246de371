/** A group's shifts written as agents by interval, so that single intervals can be changed. */
import { buildAxis } from './axis.ts';
import { groupPlan } from './plan.ts';
import type { AgentGroup, Calendar } from './schema.ts';

/**
 * The same people on the floor, rounded per interval; breaks become gaps. What-if agents stay apart.
 * A group planned in counts is returned as it is.
 */
export function plannedByInterval(group: AgentGroup, calendar: Calendar): AgentGroup {
  if (group.staffing.kind === 'counts') return group;
  const axis = buildAxis(calendar);
  const { agents } = groupPlan({ ...group, extraAgents: 0 }, axis);
  const grid = Array.from({ length: axis.cells }, () => 0);
  axis.intervals.forEach(({ cell }, i) => {
    grid[cell] = Math.max(grid[cell] ?? 0, Math.round(agents[i] ?? 0));
  });
  return { ...group, staffing: { kind: 'counts', agents: grid } };
}
