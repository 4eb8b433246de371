/** A solved day with the value of its states, from which the effect of a change follows. */
import { pullBackCrewLeaves, type ChatCrew } from './chat-crew.ts';
import type { DayProblem, Law, SolvedInterval } from './day-solver.ts';
import { DaySolver, emptySystem } from './day-solver.ts';
import { lastsInto } from './longest-wait.ts';
import { pullBackLeaveByName } from './shift-end.ts';
import type { StateValues, WindowLaws } from './transient-interval.ts';
import { IntervalSweep } from './transient-interval.ts';
import type { Stretch } from './waiting-ahead.ts';

/** Contacts of a day: who comes to be counted, those counted, and who gives up before the day ends, of all that come. */
export type DayCounts = { readonly offered: number; readonly count: number; readonly abandoned: number };

/** What any change of a day does. */
export type Effects = {
  readonly day: DayCounts;
  /** More or fewer over the whole day, were it cut and staffed so. */
  effect(changed: readonly Stretch[]): DayCounts;
};

export class DayValue implements Effects {
  readonly day: DayCounts;
  private readonly solved: readonly SolvedInterval[];
  private readonly problem: DayProblem;
  /** By stretch: value of n contacts just after the change it begins with. */
  private readonly values: readonly StateValues[];
  private readonly sweep = new IntervalSweep();
  private readonly laws = new Map<number, Map<string, WindowLaws>>();

  constructor(problem: DayProblem) {
    this.problem = problem;
    const solver = new DaySolver(problem, this.sweep);
    this.solved = solver.solve();
    const { stretches } = problem;
    this.day = countsOf(stretches, this.solved);
    const values: StateValues[] = [];
    let after: StateValues | null = null;
    for (let i = stretches.length - 1; i >= 0; i--) {
      const interval = this.solved[i]!;
      const now: StateValues = {
        value: this.beforeChange(after?.value ?? null, i, interval),
        lost: this.beforeChange(after?.lost ?? null, i, interval),
      };
      solver.pullBack(now, i, interval);
      const { low } = interval.band;
      now.value.fill(now.value[low]!, 0, low);
      now.lost.fill(now.lost[low]!, 0, low);
      values[i] = now;
      after = now;
    }
    this.values = values;
  }

  /** Values at the end of stretch `index`, just before the change that follows. */
  private beforeChange(
    after: Float64Array | null,
    index: number,
    { band: { high } }: SolvedInterval,
  ): Float64Array {
    const value = new Float64Array(high + 1);
    if (after === null) return value;
    for (let n = 0; n <= high; n++) value[n] = valueOf(after, n);
    const { stretches, shiftEnd } = this.problem;
    const [before, next] = [stretches[index]!.agents, stretches[index + 1]!.agents];
    if (shiftEnd !== 'named' || next >= before) return value;
    const crew = stretches[index + 1]?.crew;
    if (crew === undefined) pullBackLeaveByName(value, high, before, next);
    else {
      const limit = crew.agent.rate.length - 1;
      pullBackCrewLeaves(value, high, limit, before / limit, next / limit);
    }
    return value;
  }

  effect(changed: readonly Stretch[]): DayCounts {
    const { stretches, threshold } = this.problem;
    const { first, after, afterChanged } = changedPart(stretches, changed);
    const solver = new DaySolver({ ...this.problem, stretches: changed }, this.sweep);
    let count = 0;
    // Contacts of earlier intervals whose deadline lies in the changed part.
    let gap = 0;
    for (let i = first - 1; i >= 0 && threshold > gap; i--) {
      const was = this.solved[i]!;
      if (lastsInto(stretches, i, first, was.longestLine))
        count += solver.countAgain(i, was, this.lawsOf(i)) - was.sums.answeredWithin;
      gap += stretches[i]!.length;
    }
    let law = this.lawBefore(first);
    const again = changed.slice(first, afterChanged).map((stretch, k) => {
      const [was, at] = [this.solved[first + k], first + k];
      const known = was !== undefined && stretches[at]!.length === stretch.length;
      const solved = known ? solver.sweepAgain(at, law, was.resolution) : solver.solveInterval(at, law);
      law = solved.end;
      return solved;
    });
    const part = minus(
      countsOf(changed.slice(first, afterChanged), again),
      countsOf(stretches.slice(first, after), this.solved.slice(first, after)),
    );
    const difference = { ...part, count: part.count + count };
    const next = this.values[after];
    if (next === undefined) return difference;
    const start = solver.changeInto(afterChanged, law).law;
    const was = this.solved[after]!.start;
    return {
      offered: difference.offered,
      count: difference.count + expected(next.value, start) - expected(next.value, was),
      abandoned: difference.abandoned + expected(next.lost, start) - expected(next.lost, was),
    };
  }

  /** Laws of the intervals before the one that is being changed. */
  private lawsOf(index: number): Map<string, WindowLaws> {
    let laws = this.laws.get(index);
    if (laws === undefined) this.laws.set(index, (laws = new Map()));
    return laws;
  }

  private lawBefore(index: number): Law {
    return index === 0 ? (this.problem.start ?? emptySystem()) : this.solved[index - 1]!.end;
  }
}

export type ChangedPart = {
  /** First stretch that differs. */
  readonly first: number;
  /** First stretch of the rest that does not, in the day and in the changed one. */
  readonly after: number;
  readonly afterChanged: number;
};

/** Where two days differ. */
export function changedPart(day: readonly Stretch[], changed: readonly Stretch[]): ChangedPart {
  const most = Math.min(day.length, changed.length);
  let first = 0;
  while (first < most && isSame(day[first]!, changed[first]!)) first++;
  let same = 0;
  while (same < most - first && isSame(day.at(-1 - same)!, changed.at(-1 - same)!)) same++;
  return { first, after: day.length - same, afterChanged: changed.length - same };
}

function isSame(a: Stretch, b: Stretch): boolean {
  return (
    a.length === b.length &&
    a.arrivalRate === b.arrivalRate &&
    a.lineRate === b.lineRate &&
    a.countedRate === b.countedRate &&
    a.agents === b.agents &&
    a.completionRate === b.completionRate &&
    a.abandonRate === b.abandonRate &&
    isSameCrew(a.crew, b.crew)
  );
}

function isSameCrew(a: ChatCrew | undefined, b: ChatCrew | undefined): boolean {
  return a === b || (a?.agents === b?.agents && a?.agent === b?.agent && a?.beyond === b?.beyond);
}

/** What solved stretches count together. */
export function countsOf(
  stretches: readonly Stretch[],
  solved: readonly Pick<SolvedInterval, 'sums'>[],
): DayCounts {
  let [offered, count, abandoned] = [0, 0, 0];
  for (const [i, { sums }] of solved.entries()) {
    const { arrivalRate, countedRate = arrivalRate, length, abandonRate } = stretches[i]!;
    offered += countedRate * length;
    count += sums.answeredWithin;
    abandoned += abandonRate * sums.queueTime;
  }
  return { offered, count, abandoned };
}

export function minus(a: DayCounts, b: DayCounts): DayCounts {
  return {
    offered: a.offered - b.offered,
    count: a.count - b.count,
    abandoned: a.abandoned - b.abandoned,
  };
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
