/**
 * Agents on the floor: from counts or shifts to stretches of presence and to intervals.
 *
 * A stretch is a number of agents who come and leave together; the simulation gives each agent his
 * own end, so that a contact started before it is finished by the agent who started it.
 */
import type { Seconds } from '../units.ts';
import type { Axis } from './axis.ts';
import { parseClock } from './civil.ts';
import type { AgentGroup, Scenario, Shift } from './schema.ts';

/** `agents` people present from `from` to `to`, elapsed seconds of the axis. */
export type Stretch = { readonly from: Seconds; readonly to: Seconds; readonly agents: number };

export type GroupPlan = {
  readonly group: string;
  /** By `from`, then `to`; none reaches beyond the axis. */
  readonly stretches: readonly Stretch[];
  /** Time average of the agents present in each interval. */
  readonly agents: Float64Array;
};

/** Latest end of a shift, in minutes: one that starts in the evening may run into the next day. */
export const LATEST_SHIFT_MINUTE = 48 * 60;

/** Agents present, of every group, in the order of the scenario; what-if agents included. */
export function planOf(scenario: Scenario, axis: Axis): GroupPlan[] {
  return scenario.groups.map((group) => groupPlan(group, axis));
}

export function groupPlan(group: AgentGroup, axis: Axis): GroupPlan {
  const planned =
    group.staffing.kind === 'counts'
      ? fromLevels(countLevels(group.staffing.agents, axis), axis.end)
      : group.staffing.shifts.flatMap((shift) => shiftStretches(shift, axis));
  const stretches = withExtraAgents(planned, group.extraAgents, axis.end)
    .filter(({ agents }) => agents > 0)
    .toSorted((a, b) => a.from - b.from || a.to - b.to);
  return { group: group.id, stretches, agents: averagePresence(stretches, axis) };
}

function shiftStretches(shift: Shift, axis: Axis): Stretch[] {
  const breaks = shift.breaks
    .map(({ start, end }) => ({ from: minuteOf(start), to: minuteOf(end) }))
    .toSorted((a, b) => a.from - b.from);
  // presence lies between the breaks: start, first break, …, last break, end
  const edges = [minuteOf(shift.start), ...breaks.flatMap(({ from, to }) => [from, to]), minuteOf(shift.end)];
  return shift.days.flatMap((day) => {
    const stretches: Stretch[] = [];
    for (let edge = 0; edge + 1 < edges.length; edge += 2) {
      const from = axis.at(day, edges[edge] ?? 0);
      const to = Math.min(axis.end, axis.at(day, edges[edge + 1] ?? 0));
      if (to > from) stretches.push({ from, to, agents: shift.agents });
    }
    return stretches;
  });
}

/** Agents present from `at` until the next level. */
type Level = { readonly at: Seconds; readonly agents: number };

function countLevels(counts: readonly number[], axis: Axis): Level[] {
  return axis.intervals.map(({ at, cell }) => ({ at, agents: counts[cell] ?? 0 }));
}

function levelsOf(stretches: readonly Stretch[]): Level[] {
  const changes = new Map<Seconds, number>();
  for (const { from, to, agents } of stretches) {
    changes.set(from, (changes.get(from) ?? 0) + agents);
    changes.set(to, (changes.get(to) ?? 0) - agents);
  }
  let present = 0;
  return [...changes]
    .toSorted(([a], [b]) => a - b)
    .map(([at, change]) => ({ at, agents: (present += change) }));
}

/**
 * Stretches for a number of agents that changes over time: whoever came last leaves first, so
 * people are present for as long, and as few, stretches as the numbers allow.
 */
function fromLevels(levels: readonly Level[], end: Seconds): Stretch[] {
  const present: { from: Seconds; agents: number }[] = [];
  const done: Stretch[] = [];
  let total = 0;
  for (const { at, agents } of [...levels, { at: end, agents: 0 }]) {
    if (agents > total) present.push({ from: at, agents: agents - total });
    for (let leaving = total - agents; leaving > 0;) {
      const last = present.pop();
      if (last === undefined) break;
      const left = Math.min(leaving, last.agents);
      done.push({ from: last.from, to: at, agents: left });
      if (last.agents > left) present.push({ from: last.from, agents: last.agents - left });
      leaving -= left;
    }
    total = agents;
  }
  return done;
}

/** Adds agents wherever somebody is planned, or takes them away without going below nobody. */
function withExtraAgents(planned: readonly Stretch[], extra: number, end: Seconds): readonly Stretch[] {
  if (extra === 0) return planned;
  const levels = levelsOf(planned);
  if (extra < 0)
    return fromLevels(
      levels.map(({ at, agents }) => ({ at, agents: Math.max(0, agents + extra) })),
      end,
    );
  return [
    ...planned,
    ...fromLevels(
      levels.map(({ at, agents }) => ({ at, agents: agents > 0 ? extra : 0 })),
      end,
    ),
  ];
}

function averagePresence(stretches: readonly Stretch[], axis: Axis): Float64Array {
  const seconds = new Float64Array(axis.intervals.length);
  for (const { from, to, agents } of stretches) {
    const first = Math.floor(from / axis.intervalSeconds);
    for (let k = first; k < seconds.length && k * axis.intervalSeconds < to; k++) {
      const start = k * axis.intervalSeconds;
      const overlap = Math.min(to, start + axis.intervalSeconds) - Math.max(from, start);
      seconds[k] = (seconds[k] ?? 0) + overlap * agents;
    }
  }
  return seconds.map((total) => total / axis.intervalSeconds);
}

function minuteOf(clock: string): number {
  return parseClock(clock, LATEST_SHIFT_MINUTE) ?? 0;
}
