/**
 * Who the simulator's agents are: one of its places is taken by different people in turn (agent-slots.ts), and
 * those with a name have it from their shift.
 */
import { placesOf } from '../simulation/agent-slots.ts';
import type { Axis } from './axis.ts';
import type { Span } from './opening.ts';
import { groupPlan, shiftsPlayed } from './plan.ts';
import type { Scenario } from './schema.ts';

export type OnShift = {
  /** Null for one who is numbered. */
  readonly name: string | null;
  /** Between them breaks. */
  readonly stretches: readonly Span[];
};

/** [group][place in it], in order of time; a group of counts per interval has no such list. */
export type Roster = readonly (readonly (readonly OnShift[])[])[];

export function rosterOf(scenario: Scenario, axis: Axis): Roster {
  return scenario.groups.map((group) => {
    const shifts = shiftsPlayed(group, groupPlan(group, axis).people, axis);
    if (shifts === null) return [];
    const { places, count } = placesOf(
      shifts.map(({ agents, stretches }) => ({
        agents,
        stretches: stretches.map(({ from, to }) => [from, to] as const),
      })),
    );
    const people: OnShift[][] = Array.from({ length: count }, () => []);
    shifts.forEach(({ names = [], stretches }, shift) =>
      places[shift]?.forEach((place, n) => people[place]?.push({ name: names[n] ?? null, stretches })),
    );
    return people;
  });
}

/** Who has the place at a moment: whose shift has begun last; a contact may be finished after its end. */
export function personAt(people: readonly OnShift[] | undefined, at: number): OnShift | undefined {
  return people?.findLast(({ stretches }) => (stretches[0]?.from ?? Infinity) <= at);
}
