/**
 * Agents on the floor: from counts or shifts to people with their own stretches of presence, and to
 * intervals.
 *
 * The simulation gives each agent his own end, so that a contact started before it is finished by
 * the agent who started it.
 */
import { SECONDS_PER_DAY, type Seconds } from '../units.ts';
import type { Axis } from './axis.ts';
import { parseClock } from './civil.ts';
import type { Span } from './opening.ts';
import type { AgentGroup, Scenario, Shift } from './schema.ts';

/** `agents` people who are present in the same stretches of a shift, in elapsed seconds; ascending, disjoint. */
export type Presence = {
  readonly agents: number;
  readonly stretches: readonly Span[];
  /** Of the first of them. */
  readonly names?: readonly string[];
};

export type GroupPlan = {
  readonly group: string;
  /** By start of the first stretch; none reaches beyond the axis. */
  readonly people: readonly Presence[];
  /** Time average of the agents present in each interval. */
  readonly agents: Float64Array;
};

/** Latest end of a shift, in minutes: one that starts in the evening may run into the next day. */
export const LATEST_SHIFT_MINUTE = 48 * 60;

/** Most agents of a group in one interval. */
export const MOST_AGENTS = 1e5;

/** Most marks of special days. */
export const MOST_SPECIAL_DAYS = 2000;

/** Most shifts of a group; of one of them, most breaks and names, and the most letters of a name. */
export const MOST_SHIFTS = 2000;
export const MOST_BREAKS = 12;
export const MOST_NAMES = 1000;
export const LONGEST_NAME = 60;

/** Agents present, of every group, in the order of the scenario; what-if agents included. */
export function planOf(scenario: Scenario, axis: Axis): GroupPlan[] {
  return scenario.groups.map((group) => groupPlan(group, axis));
}

/** The plan of one group. O(shifts × days + intervals). */
export function groupPlan(group: AgentGroup, axis: Axis): GroupPlan {
  const planned =
    group.staffing.kind === 'counts'
      ? fromLevels(countLevels(group.staffing.agents, axis), axis.end)
      : group.staffing.shifts.flatMap((shift) => presenceOf(shift, axis));
  const people = withExtraAgents(planned, group.extraAgents, axis.end)
    .filter(({ agents, stretches }) => agents > 0 && stretches.length > 0)
    .toSorted((a, b) => startOf(a) - startOf(b) || endOf(a) - endOf(b));
  return { group: group.id, people, agents: averagePresence(people, axis) };
}

/**
 * People one day at a time, so that each may be missing for a day: who is planned for longer than one
 * (counts that never fall to nobody) hands over at midnight.
 */
export function byDay(people: readonly Presence[], axis: Axis): Presence[] {
  return people.flatMap((person) => {
    if (endOf(person) - startOf(person) <= SECONDS_PER_DAY) return [person];
    return axis.days.flatMap((_, day): Presence[] => {
      const [start, end] = [axis.at(day, 0), axis.at(day + 1, 0)];
      const stretches = person.stretches
        .map(({ from, to }) => ({ from: Math.max(from, start), to: Math.min(to, end) }))
        .filter(({ from, to }) => to > from);
      return stretches.length > 0 ? [{ ...person, stretches }] : [];
    });
  });
}

/**
 * The shifts that the simulation plays, in its order; null where it takes counts as they are: it then needs
 * as many agents as the highest count, not one per stretch.
 */
export function shiftsPlayed(
  { staffing, absence = 0 }: AgentGroup,
  people: readonly Presence[],
  axis: Axis,
): readonly Presence[] | null {
  if (staffing.kind === 'counts' && absence === 0) return null;
  return absence > 0 ? byDay(people, axis) : people;
}

function presenceOf(shift: Shift, axis: Axis): Presence[] {
  const breaks = shift.breaks
    .map(({ start, end }) => ({ from: minuteOf(start), to: minuteOf(end) }))
    .toSorted((a, b) => a.from - b.from);
  // presence lies between the breaks: start, first break, …, last break, end
  const edges = [minuteOf(shift.start), ...breaks.flatMap(({ from, to }) => [from, to]), minuteOf(shift.end)];
  return shift.days.map((day) => {
    const stretches: Span[] = [];
    for (let edge = 0; edge + 1 < edges.length; edge += 2) {
      const from = axis.at(day, edges[edge] ?? 0);
      const to = Math.min(axis.end, axis.at(day, edges[edge + 1] ?? 0));
      if (to > from) stretches.push({ from, to });
    }
    return { agents: shift.agents, stretches, ...(shift.names ? { names: shift.names } : {}) };
  });
}

/** Agents present from `at` until the next level. */
type Level = { readonly at: Seconds; readonly agents: number };

function countLevels(counts: readonly number[], axis: Axis): Level[] {
  return axis.intervals.map(({ at, cell }) => ({ at, agents: counts[cell] ?? 0 }));
}

function levelsOf(people: readonly Presence[]): Level[] {
  const changes = new Map<Seconds, number>();
  for (const { agents, stretches } of people)
    for (const { from, to } of stretches) {
      changes.set(from, (changes.get(from) ?? 0) + agents);
      changes.set(to, (changes.get(to) ?? 0) - agents);
    }
  let present = 0;
  return [...changes]
    .toSorted(([a], [b]) => a - b)
    .map(([at, change]) => ({ at, agents: (present += change) }));
}

/**
 * People for a number of agents that changes over time: whoever came last leaves first, so each is
 * present in one stretch, and the stretches are as few and long as the numbers allow.
 */
function fromLevels(levels: readonly Level[], end: Seconds): Presence[] {
  const present: { from: Seconds; agents: number }[] = [];
  const done: Presence[] = [];
  let total = 0;
  for (const { at, agents } of [...levels, { at: end, agents: 0 }]) {
    if (agents > total) present.push({ from: at, agents: agents - total });
    for (let leaving = total - agents; leaving > 0;) {
      const last = present.pop();
      if (last === undefined) break;
      const left = Math.min(leaving, last.agents);
      done.push({ agents: left, stretches: [{ from: last.from, to: at }] });
      if (last.agents > left) present.push({ from: last.from, agents: last.agents - left });
      leaving -= left;
    }
    total = agents;
  }
  return done;
}

/** Adds agents wherever somebody is planned, or takes them away without going below nobody. */
function withExtraAgents(planned: readonly Presence[], extra: number, end: Seconds): readonly Presence[] {
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

function averagePresence(people: readonly Presence[], axis: Axis): Float64Array {
  const seconds = new Float64Array(axis.intervals.length);
  for (const { agents, stretches } of people)
    for (const { from, to } of stretches)
      for (let k = Math.floor(from / axis.intervalSeconds); k < seconds.length; k++) {
        const start = k * axis.intervalSeconds;
        if (start >= to) break;
        const overlap = Math.min(to, start + axis.intervalSeconds) - Math.max(from, start);
        seconds[k] = (seconds[k] ?? 0) + overlap * agents;
      }
  return seconds.map((total) => total / axis.intervalSeconds);
}

function startOf({ stretches }: Presence): Seconds {
  return stretches[0]?.from ?? 0;
}

function endOf({ stretches }: Presence): Seconds {
  return stretches.at(-1)?.to ?? 0;
}

function minuteOf(clock: string): number {
  return parseClock(clock, LATEST_SHIFT_MINUTE) ?? 0;
}
