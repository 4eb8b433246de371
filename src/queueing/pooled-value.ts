/** What one change does to a day with pooled shift ends: the value of every state, agents too many included. */
import type { DayProblem } from './day-solver.ts';
import { changedPart, countsOf, minus, type DayCounts, type Effects } from './day-value.ts';
import type { PooledInterval } from './pooled-day.ts';
import { PooledSolver } from './pooled-day.ts';
import type { LayeredValues } from './pooled-interval.ts';
import type { LayeredLaw } from './pooled-law.ts';
import { emptyLayers } from './pooled-law.ts';
import type { Stretch } from './waiting-ahead.ts';

/** A change of staffing by one may leave one agent more too many than the day itself has. */
const MORE = 2;

type Layers = readonly Float64Array[];

export class PooledDayValue implements Effects {
  readonly day: DayCounts;
  private readonly problem: DayProblem;
  private readonly solved: readonly PooledInterval[];
  /** By interval: value of each state just after the change it begins with. */
  private readonly values: readonly LayeredValues[];

  constructor(problem: DayProblem) {
    this.problem = problem;
    const solver = new PooledSolver(problem);
    this.solved = solver.solve();
    const { stretches } = problem;
    this.day = countsOf(stretches, this.solved);
    const values: LayeredValues[] = [];
    for (let i = stretches.length - 1; i >= 0; i--) {
      const after = values[i + 1];
      const now = { value: this.atEnd(after?.value, i), lost: this.atEnd(after?.lost, i) };
      solver.pullBack(now, i, this.solved[i]!.resolution);
      values[i] = now;
    }
    this.values = values;
  }

  /** Values by layer at the end of interval `index`, just before the change that follows. */
  private atEnd(after: Layers | undefined, index: number): Layers {
    const { start, high } = this.solved[index]!;
    const { stretches } = this.problem;
    const { agents } = stretches[index]!;
    return Array.from({ length: start.layers.length + MORE }, (_, e) =>
      Float64Array.from({ length: e === 0 ? high + 1 : Math.max(1, high - agents + 1) }, (_value, n) =>
        after === undefined
          ? 0
          : valueOf(
              after,
              stretches[index + 1]!.agents,
              ...(e === 0 ? onDuty(n, agents) : ([agents + e, n] as const)),
            ),
      ),
    );
  }

  effect(changed: readonly Stretch[]): DayCounts {
    const { stretches, threshold } = this.problem;
    const { first, after } = changedPart(stretches, changed);
    const solver = new PooledSolver({ ...this.problem, stretches: changed });
    const before = (i: number): LayeredLaw => this.solved[i - 1]?.end ?? emptyLayers();
    const again = (i: number, from = before(i)): PooledInterval =>
      solver.sweepAgain(i, from, this.solved[i]!.resolution);
    let count = 0;
    // Contacts of earlier intervals whose deadline lies in the changed one.
    let gap = 0;
    for (let i = first - 1; i >= 0 && threshold > gap; i--) {
      count += again(i).sums.answeredWithin - this.solved[i]!.sums.answeredWithin;
      gap += stretches[i]!.length;
    }
    let law = before(first);
    const intervals = stretches.slice(first, after).map((_, k) => {
      const interval = again(first + k, law);
      law = interval.end;
      return interval;
    });
    const part = minus(
      countsOf(changed.slice(first, after), intervals),
      countsOf(stretches.slice(first, after), this.solved.slice(first, after)),
    );
    const next = this.values[after];
    if (next === undefined) return { ...part, count: part.count + count };
    const { agents } = stretches[after]!;
    const then = solver.changeInto(after, law).law;
    const was = this.solved[after]!.start;
    return {
      offered: part.offered,
      count: part.count + count + expected(next.value, agents, then) - expected(next.value, agents, was),
      abandoned: part.abandoned + expected(next.lost, agents, then) - expected(next.lost, agents, was),
    };
  }
}

function onDuty(n: number, agents: number): readonly [number, number] {
  return [Math.min(n, agents), Math.max(0, n - agents)];
}

/** Value of so many busy and waiting once `agents` are on duty; beyond what was solved, that of the edge. */
function valueOf(layers: Layers, agents: number, busy: number, waiting: number): number {
  const tooMany = Math.max(0, busy - agents);
  const layer = layers[Math.min(tooMany, layers.length - 1)]!;
  const n = tooMany > 0 ? waiting : busy + waiting;
  return layer[Math.min(n, layer.length - 1)]!;
}

function expected(value: Layers, agents: number, { layers }: LayeredLaw): number {
  let sum = 0;
  for (const [e, layer] of layers.entries()) {
    for (const [n, share] of layer.entries()) {
      sum += share * valueOf(value, agents, ...(e === 0 ? onDuty(n, agents) : ([agents + e, n] as const)));
    }
  }
  return sum;
}
