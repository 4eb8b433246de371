/**
 * The exact day with pooled shift ends: idle agents leave first, and while more agents are busy than
 * the new staffing allows nobody starts a contact. The convention of some papers and simulators
 * ("start only if busy < s(t)").
 *
 * Same steps, panels and accuracy control as day-solver.ts.
 */
import type { Seconds } from '../units.ts';
import type { DayProblem } from './day-solver.ts';
import { apart, bandFor, fatesOf, FINEST, GAIN, panelsOf, SAFETY, SHARP } from './day-solver.ts';
import { longestWait } from './longest-wait.ts';
import { PooledAhead } from './pooled-ahead.ts';
import type { LayeredValues, PooledSwept, PooledWindow } from './pooled-interval.ts';
import { PooledSweep } from './pooled-interval.ts';
import type { LayeredLaw } from './pooled-law.ts';
import { changed, countLaw, emptyLayers, settledAfter, trimmed } from './pooled-law.ts';
import type { IntervalSums, Panels, Resolution } from './transient-interval.ts';
import type { Stretch } from './waiting-ahead.ts';
import { WaitingAhead } from './waiting-ahead.ts';

export type PooledInterval = {
  readonly sums: IntervalSums;
  readonly startsAtChange: number;
  /** Law just after the change it begins with, and at its end. */
  readonly start: LayeredLaw;
  readonly end: LayeredLaw;
  /** Most contacts on duty that the sweep had room for. */
  readonly high: number;
  /** Most who had to finish or start before somebody new. */
  readonly longestLine: number;
  readonly resolution: Resolution;
};

/** Chance of agents too many that is given up, as a share of the tolerance: far below what is compared. */
const UNSETTLED = 1e-11;

export class PooledSolver {
  private readonly problem: DayProblem;
  private readonly ahead: WaitingAhead;
  private readonly interval: PooledSweep;
  private steps = 1;

  /** @param fates of the same stretches, shared where several things are counted */
  constructor(problem: DayProblem, fates = new PooledAhead(problem.stretches)) {
    this.problem = problem;
    this.ahead = new WaitingAhead(problem.stretches, 'pooled');
    this.interval = new PooledSweep(problem.stretches, fates);
  }

  /** Solves the whole day from a law before the first interval. */
  solve(from: LayeredLaw = emptyLayers()): PooledInterval[] {
    const solved: PooledInterval[] = [];
    let law = from;
    for (let i = 0; i < this.problem.stretches.length; i++) {
      const interval = this.solveInterval(i, law);
      solved.push(interval);
      law = interval.end;
    }
    return solved;
  }

  /**
   * Solves interval `index` from the law just before the change it begins with.
   *
   * @param known a resolution to start from, such as did before the staffing ahead was changed
   */
  solveInterval(index: number, before: LayeredLaw, known?: Resolution): PooledInterval {
    const { stretches, tolerance } = this.problem;
    const stretch = stretches[index]!;
    const { law: start, starts } = this.changeInto(index, before);
    const rule = tolerance < SHARP ? 2 : 1;
    let window = this.windowFor(index, start);
    let steps = known ? known.steps >> 1 : this.steps;
    let last = Infinity;
    let coarse = this.interval.sweep(start, window, { steps, rule }, true);
    for (;;) {
      const resolution = { steps: 2 * steps, rule } as const;
      const fine = this.interval.sweep(start, window, resolution);
      if (this.spillsOver(fine, stretch)) {
        window = this.widerThan(window, start);
        coarse = this.interval.sweep(start, window, { steps, rule }, true);
        continue;
      }
      const counts = fine.plain.map(
        (count, k) => Math.abs(coarse.plain[k]! - count) + Math.abs(fine.spread[k]!),
      );
      const gap = apart(coarse, fine, counts, stretch);
      const exhausted = gap < 1e-7 && gap > last / 2;
      if (gap <= SAFETY * tolerance || exhausted || steps >= FINEST) {
        // As day-solver.ts: half the steps are tried in the next interval where there is room to spare.
        if (!known) this.steps = gap * GAIN < SAFETY * tolerance ? Math.max(1, steps >> 1) : steps;
        return this.told(index, start, starts, window, fine, resolution);
      }
      last = gap;
      steps *= 2;
      coarse = fine;
    }
  }

  /** Solves an interval once, at a resolution known to do: for small changes of a solved day. */
  sweepAgain(index: number, before: LayeredLaw, resolution: Resolution): PooledInterval {
    const { law: start, starts } = this.changeInto(index, before);
    let window = this.windowFor(index, start);
    for (;;) {
      const swept = this.interval.sweep(start, window, resolution);
      if (!this.spillsOver(swept, this.problem.stretches[index]!)) {
        return this.told(index, start, starts, window, swept, resolution);
      }
      window = this.widerThan(window, start);
    }
  }

  /**
   * Values by layer at the end of a solved interval, pulled back in place to its start: what the problem
   * counts on the way is added, and in `lost` who gives up.
   */
  pullBack(values: LayeredValues, index: number, resolution: Resolution): void {
    const { value } = values;
    const high = value[0]!.length - 1;
    this.interval.pullBack(values, this.window(index, value.length - 1, 0, high), resolution);
  }

  /** The law after the change that interval `index` begins with. */
  changeInto(index: number, before: LayeredLaw): { law: LayeredLaw; starts: number } {
    const { stretches } = this.problem;
    const [was, now] = [stretches[index - 1]?.agents, stretches[index]!.agents];
    if (was === undefined || (was === now && before.layers.length === 1)) return { law: before, starts: 0 };
    return changed(before, was, now);
  }

  private told(
    index: number,
    start: LayeredLaw,
    startsAtChange: number,
    { high }: PooledWindow,
    { sums, end }: PooledSwept,
    resolution: Resolution,
  ): PooledInterval {
    const { agents } = this.problem.stretches[index]!;
    const longestLine = Math.max(0, high - agents) + start.layers.length - 1;
    return { sums, startsAtChange, start, end: trimmed(end), high, longestLine, resolution };
  }

  private windowFor(index: number, start: LayeredLaw): PooledWindow {
    const stretch = this.problem.stretches[index]!;
    const { low, high } = bandFor(countLaw(start, stretch.agents), stretch);
    return this.window(index, start.layers.length - 1, low, high);
  }

  private widerThan({ index, low, high }: PooledWindow, start: LayeredLaw): PooledWindow {
    return this.window(index, start.layers.length - 1, low, high + Math.ceil((high - low) / 2) + 10);
  }

  private window(index: number, extra: number, low: number, high: number): PooledWindow {
    const { stretches, threshold, tolerance } = this.problem;
    const settled: Seconds = settledAfter(extra, stretches[index]!, UNSETTLED * tolerance);
    const panels = this.panelsTo(high, settled, index);
    return { index, low, high, settled, panels, threshold, fates: fatesOf(this.problem) };
  }

  /** Who arrives while agents may be too many waits for them, and then for the longest line, at most. */
  private panelsTo(high: number, settled: Seconds, index: number): Panels {
    const { stretches, threshold } = this.problem;
    const stretch = stretches[index]!;
    const line = longestWait(stretch, Math.max(0, high - stretch.agents) + 1);
    const longest = settled + line <= stretch.length ? line : settled + line;
    return panelsOf(stretches, this.ahead, threshold, longest, index);
  }

  /** Whether weight has piled up at the upper end of the band. */
  private spillsOver({ end, sums }: PooledSwept, { length }: Stretch): boolean {
    const edge = Math.abs(end.layers[0]!.at(-1) ?? 0);
    return edge > 1e-14 && edge > 1e-2 * this.problem.tolerance * Math.min(1, sums.fullTime / length);
  }
}
