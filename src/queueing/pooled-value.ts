/** What one change does to a day with pooled shift ends: the value of every state, agents too many included. */
import type { DayProblem } from './day-solver.ts';
import type { PooledInterval } from './pooled-day.ts';
import { PooledSolver } from './pooled-day.ts';
import type { LayeredLaw } from './pooled-law.ts';
import { emptyLayers } from './pooled-law.ts';
import type { Stretch } from './waiting-ahead.ts';

/** A change of staffing by one may leave one agent more too many than the day itself has. */
const MORE = 2;

export class PooledDayValue {
  private readonly problem: DayProblem;
  private readonly solved: readonly PooledInterval[];
  /** By interval: value of each state just after the change it begins with. */
  private readonly values: readonly LayeredLaw[];

  constructor(problem: DayProblem) {
    this.problem = problem;
    const solver = new PooledSolver(problem);
    this.solved = solver.solve();
    const { stretches } = problem;
    const values: LayeredLaw[] = [];
    for (let i = stretches.length - 1; i >= 0; i--) {
      const { start, high, resolution } = this.solved[i]!;
      const { agents } = stretches[i]!;
      const after = values[i + 1];
      const layers = Array.from({ length: start.layers.length + MORE }, (_, e) =>
        Float64Array.from({ length: e === 0 ? high + 1 : Math.max(1, high - agents + 1) }, (_value, n) =>
          after === undefined
            ? 0
            : valueOf(
                after,
                stretches[i + 1]!.agents,
                ...(e === 0 ? onDuty(n, agents) : ([agents + e, n] as const)),
              ),
        ),
      );
      solver.pullBack(layers, i, resolution);
      values[i] = { layers };
    }
    this.values = values;
  }

  /** What the problem counts, more or less of it, if interval `index` were changed so. */
  effect(index: number, change: (stretch: Stretch) => Stretch): number {
    const { stretches, threshold } = this.problem;
    const changed = stretches.map((stretch, i) => (i === index ? change(stretch) : stretch));
    const solver = new PooledSolver({ ...this.problem, stretches: changed });
    const before = (i: number): LayeredLaw => this.solved[i - 1]?.end ?? emptyLayers();
    const gain = (i: number, { sums }: PooledInterval): number =>
      sums.answeredWithin - this.solved[i]!.sums.answeredWithin;
    const again = (i: number): PooledInterval => solver.sweepAgain(i, before(i), this.solved[i]!.resolution);
    let difference = 0;
    // Contacts of earlier intervals whose deadline lies in the changed one.
    let gap = 0;
    for (let i = index - 1; i >= 0 && threshold > gap; i--) {
      difference += gain(i, again(i));
      gap += stretches[i]!.length;
    }
    const interval = again(index);
    difference += gain(index, interval);
    const next = this.values[index + 1];
    if (next === undefined) return difference;
    const { agents } = stretches[index + 1]!;
    const { law } = solver.changeInto(index + 1, interval.end);
    return difference + expected(next, agents, law) - expected(next, agents, this.solved[index + 1]!.start);
  }
}

function onDuty(n: number, agents: number): readonly [number, number] {
  return [Math.min(n, agents), Math.max(0, n - agents)];
}

/** Value of so many busy and waiting once `agents` are on duty; beyond what was solved, that of the edge. */
function valueOf({ layers }: LayeredLaw, agents: number, busy: number, waiting: number): number {
  const tooMany = Math.max(0, busy - agents);
  const layer = layers[Math.min(tooMany, layers.length - 1)]!;
  const n = tooMany > 0 ? waiting : busy + waiting;
  return layer[Math.min(n, layer.length - 1)]!;
}

function expected(value: LayeredLaw, agents: number, { layers }: LayeredLaw): number {
  let sum = 0;
  for (const [e, layer] of layers.entries()) {
    for (const [n, share] of layer.entries()) {
      sum += share * valueOf(value, agents, ...(e === 0 ? onDuty(n, agents) : ([agents + e, n] as const)));
    }
  }
  return sum;
}
