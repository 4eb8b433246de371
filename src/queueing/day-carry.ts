/**
 * Days that do not start empty: from a state carried over, or from their own end, round the clock.
 *
 * Not for pooled shift ends: the number of contacts alone does not say how many agents too many are
 * still busy, so a law over contacts is no state that could be carried.
 */
import { DomainError } from '../errors.ts';
import type { Law } from './day-solver.ts';
import { DaySolver } from './day-solver.ts';
import { problemOf } from './day-effects.ts';
import type { Day, DayMeasures } from './transient-day.ts';
import { dayMeasures, stretchesOf } from './transient-day.ts';

export type CarriedDay = DayMeasures & {
  /** Chance of n contacts (in service or waiting) at the end. */
  readonly endLaw: number[];
};

/**
 * The day from `startLaw`, the chances of n contacts present, n from 0, when it begins with the
 * staffing of its first interval.
 *
 * @throws {DomainError} unless the chances sum to 1, or as transientDay; pooled shift ends carry no law
 */
export function carriedDay(day: Day, startLaw: readonly number[]): CarriedDay {
  const problem = problemOf('carriedDay', day);
  const total = startLaw.reduce((sum, share) => sum + share, 0);
  if (!(Math.abs(total - 1) < 1e-9 && startLaw.every((share) => share >= -1e-12))) {
    throw new DomainError('carriedDay', 'startLaw', total, 'chances that sum to 1');
  }
  const p = Float64Array.from(startLaw);
  return carry(day, problem, { p, low: 0, high: p.length - 1 });
}

/**
 * A day that follows itself: its end, after the change of staffing at midnight, is its start. For
 * centres that never close.
 *
 * @throws {DomainError} as carriedDay
 * @throws {RangeError} where the backlog grows from day to day
 */
export function repeatingDay(day: Day): CarriedDay {
  const problem = problemOf('repeatingDay', day);
  // One interval more at the front, the last of the day before, makes midnight an ordinary change.
  const last = problem.stretches.at(-1)!;
  const solver = new DaySolver({ ...problem, stretches: [last, ...problem.stretches] });
  let law: Law = { p: Float64Array.of(1), low: 0, high: 0 };
  for (let round = 0; round < 60; round++) {
    const start = solver.changeInto(1, law).law;
    const result = carry(day, problem, start);
    const end = Float64Array.from(result.endLaw);
    let distance = 0;
    for (let n = 0; n < Math.max(end.length, law.p.length); n++)
      distance += Math.abs((end[n] ?? 0) - (law.p[n] ?? 0));
    if (distance < problem.tolerance / 10) return result;
    law = { p: end, low: 0, high: end.length - 1 };
  }
  throw new RangeError('repeatingDay: the backlog grows from day to day');
}

function carry(day: Day, problem: ReturnType<typeof problemOf>, start: Law): CarriedDay {
  const solved = new DaySolver(problem).solve(start);
  const { p, high } = solved.at(-1)!.end;
  return {
    ...dayMeasures(day, stretchesOf(day), solved),
    endLaw: [...p.subarray(0, high + 1)],
  };
}
