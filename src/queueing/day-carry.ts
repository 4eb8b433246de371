/** Days that do not start empty: from a state carried over, or from their own end, round the clock. */
import { DomainError } from '../errors.ts';
import type { DayProblem, Law } from './day-solver.ts';
import { DaySolver, emptySystem } from './day-solver.ts';
import { PooledSolver } from './pooled-day.ts';
import type { LayeredLaw } from './pooled-law.ts';
import { emptyLayers, layersApart } from './pooled-law.ts';
import type { Day, DayMeasures, DayStretch } from './transient-day.ts';
import { dayMeasures, problemOf } from './transient-day.ts';

/** Chances of what a day begins or ends with; all of them together sum to 1. */
export type CarriedState = {
  /** n contacts (in service or waiting) from 0, with no more agents busy than are on duty. */
  readonly law: readonly number[];
  /** Pooled shift ends: `tooMany[e - 1][q]`, e agents too many still busy and q contacts waiting. */
  readonly tooMany?: readonly (readonly number[])[] | undefined;
};

export type CarriedDay = DayMeasures & { readonly end: CarriedState };

/**
 * The day from a state carried over, when it begins with the staffing of its first interval.
 *
 * @throws {DomainError} unless the chances sum to 1, or as transientDay
 */
export function carriedDay(day: Day, start: CarriedState): CarriedDay {
  requireOwnStart('carriedDay', day);
  const { problem, stretches } = problemOf('carriedDay', day);
  const { law, tooMany = [] } = start;
  if (tooMany.length > 0 && problem.shiftEnd !== 'pooled') {
    throw new DomainError(
      'carriedDay',
      'start.tooMany',
      tooMany.length,
      'empty unless shift ends are pooled',
    );
  }
  const chances = [law, ...tooMany].flat();
  const total = chances.reduce((sum, share) => sum + share, 0);
  if (!(Math.abs(total - 1) < 1e-9 && law.length > 0 && chances.every((share) => share >= -1e-12))) {
    throw new DomainError('carriedDay', 'start.law', total, 'chances that sum to 1');
  }
  return problem.shiftEnd === 'pooled'
    ? pooledDay(day, stretches, problem, 0, layersOf(start))
    : countedDay(day, stretches, problem, 0, { p: Float64Array.from(law), low: 0, high: law.length - 1 });
}

/**
 * A day that follows itself: its end, after the change of staffing at midnight, is its start. For
 * centres that never close.
 *
 * @throws {DomainError} as carriedDay
 * @throws {RangeError} where the backlog grows from day to day
 */
export function repeatingDay(day: Day): CarriedDay {
  requireOwnStart('repeatingDay', day);
  const { problem, stretches } = problemOf('repeatingDay', day, day.intervals[0]?.agents);
  // The last interval of the day before at the front makes midnight an ordinary change, and so does the
  // next day at the end for those who still wait then.
  const round = { ...problem, stretches: [stretches.at(-1)!, ...stretches, ...stretches] };
  if (problem.shiftEnd === 'pooled') {
    return settled(problem.tolerance, emptyLayers(), layersApart, (law) => {
      const result = pooledDay(day, stretches, round, 1, law);
      return { result, end: layersOf(result.end) };
    });
  }
  return settled(problem.tolerance, emptySystem(), apart, (law) => {
    const result = countedDay(day, stretches, round, 1, law);
    const p = Float64Array.from(result.end.law);
    return { result, end: { p, low: 0, high: p.length - 1 } };
  });
}

/** How these days begin is known otherwise. */
function requireOwnStart(functionName: string, { waiting = [] }: Day): void {
  if (waiting.length > 0) throw new DomainError(functionName, 'waiting', waiting.length, 'empty');
}

/** Day after day until one ends as the one before it. */
function settled<State>(
  tolerance: number,
  start: State,
  distance: (one: State, other: State) => number,
  play: (start: State) => { readonly result: CarriedDay; readonly end: State },
): CarriedDay {
  let state = start;
  for (let round = 0; round < 60; round++) {
    const { result, end } = play(state);
    if (distance(end, state) < tolerance / 10) return result;
    state = end;
  }
  throw new RangeError('repeatingDay: the backlog grows from day to day');
}

function apart({ p: one }: Law, { p: other }: Law): number {
  let sum = 0;
  for (let n = 0; n < Math.max(one.length, other.length); n++)
    sum += Math.abs((one[n] ?? 0) - (other[n] ?? 0));
  return sum;
}

/** The day as the stretches from `first` on, from the law just before the change it begins with. */
function countedDay(
  day: Day,
  own: readonly DayStretch[],
  problem: DayProblem,
  first: number,
  before: Law,
): CarriedDay {
  const solver = new DaySolver(problem);
  let law = before;
  const solved = own.map((_, i) => {
    const interval = solver.solveInterval(first + i, law);
    law = interval.end;
    return interval;
  });
  return { ...dayMeasures(day, own, solved), end: { law: [...law.p.subarray(0, law.high + 1)] } };
}

/** The same with agents too many. */
function pooledDay(
  day: Day,
  own: readonly DayStretch[],
  problem: DayProblem,
  first: number,
  before: LayeredLaw,
): CarriedDay {
  const solver = new PooledSolver(problem);
  let state = before;
  const solved = own.map((_, i) => {
    const interval = solver.solveInterval(first + i, state);
    state = interval.end;
    return interval;
  });
  const [law = [], ...tooMany] = state.layers.map((layer) => [...layer]);
  return { ...dayMeasures(day, own, solved), end: { law, tooMany } };
}

function layersOf({ law, tooMany = [] }: CarriedState): LayeredLaw {
  return { layers: [law, ...tooMany].map((layer) => Float64Array.from(layer)) };
}
