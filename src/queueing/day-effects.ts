/**
 * What one change in one interval does to the whole day: an agent more or less, more contacts, longer
 * handling, more patience. Exact finite effects, not gradients.
 *
 * A backward sweep gives the value of every state at the start of every interval: the contacts still
 * to be answered within the threshold. A change then needs only its own interval solved again (and the
 * one before, whose last contacts wait into it); everything after is a scalar product.
 */
import { DomainError } from '../errors.ts';
import type { Law, SolvedInterval, DayProblem } from './day-solver.ts';
import { DaySolver, emptySystem } from './day-solver.ts';
import { PooledDayValue } from './pooled-value.ts';
import { pullBackLeaveByName } from './shift-end.ts';
import type { WindowLaws } from './transient-interval.ts';
import { IntervalSweep } from './transient-interval.ts';
import type { Day } from './transient-day.ts';
import { DEFAULT_TOLERANCE, requireDay, stretchesOf } from './transient-day.ts';
import type { Stretch } from './waiting-ahead.ts';

/** All in contacts answered within the threshold, over the whole day. */
export type DayEffects = {
  readonly plusAgent: number[];
  /** null where nobody is on duty. */
  readonly minusAgent: (number | null)[];
  /** One per cent more contacts in the interval. */
  readonly plusVolume: number[];
  /** One per cent longer handling in the interval. */
  readonly plusHandleTime: number[];
  /** One per cent more patience of those who wait during the interval. */
  readonly plusPatience: number[];
};

/**
 * The effect of each change in each interval on the contacts answered within the threshold.
 *
 * @throws {DomainError} as transientDay
 */
export function dayEffects(day: Day): DayEffects {
  const value = valueOfDay('dayEffects', day);
  const count = day.intervals.length;
  const each = (change: (stretch: Stretch) => Stretch): number[] =>
    Array.from({ length: count }, (_, i) => value.effect(i, change));
  return {
    plusAgent: each((stretch) => ({ ...stretch, agents: stretch.agents + 1 })),
    minusAgent: day.intervals.map(({ agents }, i) =>
      agents === 0 ? null : value.effect(i, (stretch) => ({ ...stretch, agents: agents - 1 })),
    ),
    plusVolume: each((stretch) => ({ ...stretch, arrivalRate: stretch.arrivalRate * 1.01 })),
    plusHandleTime: each((stretch) => ({ ...stretch, completionRate: stretch.completionRate / 1.01 })),
    plusPatience: each((stretch) => ({ ...stretch, abandonRate: stretch.abandonRate / 1.01 })),
  };
}

/** Effects of one agent more and one less in every interval: the heat-map. */
export function agentEffects(day: Day): Pick<DayEffects, 'plusAgent' | 'minusAgent'> {
  const value = valueOfDay('agentEffects', day);
  // Both in an interval before the next one: they share what happened before it.
  const each = day.intervals.map(({ agents }, i) => ({
    more: value.effect(i, (s) => ({ ...s, agents: agents + 1 })),
    fewer: agents === 0 ? null : value.effect(i, (s) => ({ ...s, agents: agents - 1 })),
  }));
  return {
    plusAgent: each.map(({ more }) => more),
    minusAgent: each.map(({ fewer }) => fewer),
  };
}

type Effects = { effect(index: number, change: (stretch: Stretch) => Stretch): number };

function valueOfDay(functionName: string, day: Day): Effects {
  return day.shiftEnd === 'pooled'
    ? new PooledDayValue(problemOf(functionName, day))
    : new DayValue(problemOf(functionName, day));
}

/** The day as a solver takes it, cut nowhere. */
export function problemOf(functionName: string, day: Day): DayProblem {
  requireDay(functionName, day);
  if ((day.lastContactBefore ?? 0) > 0) {
    throw new DomainError(
      functionName,
      'lastContactBefore',
      day.lastContactBefore,
      '0: intervals are changed whole',
    );
  }
  return {
    stretches: stretchesOf(day),
    threshold: day.threshold,
    shiftEnd: day.shiftEnd ?? 'named',
    tolerance: day.tolerance ?? DEFAULT_TOLERANCE,
  };
}

/** A solved day with the value of its states. */
export class DayValue {
  readonly solved: readonly SolvedInterval[];
  private readonly problem: DayProblem;
  /** By interval: value of n contacts just after the change it begins with. */
  private readonly values: readonly Float64Array[];
  private readonly sweep = new IntervalSweep();
  private readonly laws = new Map<number, Map<string, WindowLaws>>();

  constructor(problem: DayProblem) {
    this.problem = problem;
    const solver = new DaySolver(problem, this.sweep);
    this.solved = solver.solve();
    const { stretches, shiftEnd } = problem;
    const values: Float64Array[] = [];
    let after: Float64Array | null = null;
    for (let i = stretches.length - 1; i >= 0; i--) {
      const interval = this.solved[i]!;
      const { low, high } = interval.band;
      const value: Float64Array = new Float64Array(high + 1);
      if (after !== null) {
        for (let n = 0; n <= high; n++) value[n] = valueOf(after, n);
        const [before, next] = [stretches[i]!.agents, stretches[i + 1]!.agents];
        if (shiftEnd === 'named' && next < before) pullBackLeaveByName(value, high, before, next);
      }
      solver.pullBack(value, i, interval);
      value.fill(value[low]!, 0, low);
      values[i] = value;
      after = value;
    }
    this.values = values;
  }

  /** Contacts answered within the threshold, more or fewer, if interval `index` were changed so. */
  effect(index: number, change: (stretch: Stretch) => Stretch): number {
    const { stretches, threshold } = this.problem;
    const changed = stretches.map((stretch, i) => (i === index ? change(stretch) : stretch));
    const solver = new DaySolver({ ...this.problem, stretches: changed }, this.sweep);
    let difference = 0;
    // Contacts of earlier intervals whose deadline lies in the changed one.
    let gap = 0;
    for (let i = index - 1; i >= 0 && threshold > gap; i--) {
      const was = this.solved[i]!;
      difference += solver.countAgain(i, was, this.lawsOf(i)) - was.sums.answeredWithin;
      gap += stretches[i]!.length;
    }
    const again = solver.sweepAgain(index, this.lawBefore(index), this.solved[index]!.resolution);
    difference += again.sums.answeredWithin - this.solved[index]!.sums.answeredWithin;
    const next = this.values[index + 1];
    if (next === undefined) return difference;
    const { law } = solver.changeInto(index + 1, again.end);
    return difference + expected(next, law) - expected(next, this.solved[index + 1]!.start);
  }

  /** Laws of the intervals before the one that is being changed. */
  private lawsOf(index: number): Map<string, WindowLaws> {
    let laws = this.laws.get(index);
    if (laws === undefined) this.laws.set(index, (laws = new Map()));
    return laws;
  }

  private lawBefore(index: number): Law {
    return index === 0 ? emptySystem() : this.solved[index - 1]!.end;
  }
}

/** Beyond the band, where next to nothing happens, the value of its edge. */
function valueOf(value: Float64Array, n: number): number {
  return value[Math.min(n, value.length - 1)]!;
}

function expected(value: Float64Array, { p, low, high }: Law): number {
  let sum = 0;
  for (let n = low; n <= high; n++) sum += p[n]! * valueOf(value, n);
  return sum;
}
