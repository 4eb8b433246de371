/**
 * The exact day with pooled shift ends: idle agents leave first, and while more agents are busy than
 * the new staffing allows nobody starts a contact. The convention of some papers and simulators
 * ("start only if busy < s(t)").
 *
 * Same steps, panels and accuracy control as day-solver.ts.
 */
import type { DayProblem } from './day-solver.ts';
import { apart, bandFor, fatesOf, FINEST, longestWait, panelsOf, SAFETY, SHARP } from './day-solver.ts';
import { PooledAhead } from './pooled-ahead.ts';
import type { LayeredChances } from './pooled-pull.ts';
import type { LayeredLaw } from './pooled-sweep.ts';
import { LayeredStep } from './pooled-sweep.ts';
import { panelsFrom } from './transient-interval.ts';
import type { IntervalSums, Panel, Panels, Resolution } from './transient-interval.ts';
import type { Fate, Stretch } from './waiting-ahead.ts';
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

type Swept = { readonly end: LayeredLaw; readonly sums: IntervalSums; readonly p: Float64Array };

const NEGLIGIBLE = 1e-16;

export class PooledSolver {
  private readonly problem: DayProblem;
  private readonly ahead: WaitingAhead;
  private readonly fates: PooledAhead;
  private steps = 1;

  /** @param fates of the same stretches, shared where several things are counted */
  constructor(problem: DayProblem, fates = new PooledAhead(problem.stretches)) {
    this.problem = problem;
    this.ahead = new WaitingAhead(problem.stretches, 'pooled');
    this.fates = fates;
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
    let { high } = bandFor(countLaw(start, stretch.agents), stretch);
    const sharp = tolerance < SHARP;
    let now = known ? known.steps >> 1 : Math.max(1, this.steps >> 1);
    let last = Infinity;
    let coarse = this.sweep(index, start, high, { steps: now, rule: sharp ? 1 : 0 });
    for (;;) {
      const resolution = { steps: 2 * now, rule: sharp ? 2 : 1 } as const;
      const fine = this.sweep(index, start, high, resolution);
      if (this.spillsOver(fine, stretch)) {
        high += Math.ceil(high / 2) + 10;
        coarse = this.sweep(index, start, high, { steps: now, rule: sharp ? 1 : 0 });
        continue;
      }
      const [one, other] = [coarse, fine].map(({ sums }) => [sums.answeredWithin, ...sums.also]);
      const counts = other!.map((count, k) => Math.abs(one![k]! - count));
      const gap = apart(coarse, fine, counts, stretch);
      if (gap <= SAFETY * tolerance || (gap < 1e-7 && gap > last / 2) || now >= FINEST) {
        if (!known) this.steps = now;
        const longestLine = Math.max(0, high - stretch.agents) + start.layers.length - 1;
        return {
          sums: fine.sums,
          startsAtChange: starts,
          start,
          end: trimmed(fine.end),
          high,
          longestLine,
          resolution,
        };
      }
      last = gap;
      now *= 2;
      coarse = this.sweep(index, start, high, { steps: now, rule: sharp ? 1 : 0 });
    }
  }

  /** Solves an interval once, at a resolution known to do: for small changes of a solved day. */
  sweepAgain(index: number, before: LayeredLaw, resolution: Resolution): PooledInterval {
    const stretch = this.problem.stretches[index]!;
    const { law: start, starts } = this.changeInto(index, before);
    let { high } = bandFor(countLaw(start, stretch.agents), stretch);
    for (;;) {
      const { sums, end, p } = this.sweep(index, start, high, resolution);
      if (!this.spillsOver({ sums, end, p }, stretch)) {
        const longestLine = Math.max(0, high - stretch.agents) + start.layers.length - 1;
        return { sums, startsAtChange: starts, start, end: trimmed(end), high, longestLine, resolution };
      }
      high += Math.ceil(high / 2) + 10;
    }
  }

  /** The law after the change that interval `index` begins with. */
  changeInto(index: number, before: LayeredLaw): { law: LayeredLaw; starts: number } {
    const { stretches } = this.problem;
    return index === 0
      ? { law: before, starts: 0 }
      : change(before, stretches[index - 1]!.agents, stretches[index]!.agents);
  }

  /** Agents too many have to finish as well before the line is gone. */
  private panelsTo(high: number, extra: number, index: number): Panels {
    const { stretches, threshold } = this.problem;
    const stretch = stretches[index]!;
    const longest = longestWait(
      { ...stretch, abandonRate: 0 },
      Math.max(0, high - stretch.agents) + extra + 1,
    );
    return panelsOf(stretches, this.ahead, Math.min(threshold, longest), index);
  }

  /** Whether weight has piled up at the upper end of the band. */
  private spillsOver({ end, sums }: Swept, { length }: Stretch): boolean {
    const edge = Math.abs(end.layers[0]!.at(-1) ?? 0);
    return edge > 1e-14 && edge > 1e-2 * this.problem.tolerance * Math.min(1, sums.fullTime / length);
  }

  private sweep(index: number, start: LayeredLaw, high: number, resolution: Resolution): Swept {
    const { stretches, threshold } = this.problem;
    const stretch = stretches[index]!;
    const panels = this.panelsTo(high, start.layers.length - 1, index);
    const fates = fatesOf(this.problem);
    const within = new Float64Array(fates.length);
    const { layers } = widened(start, high, stretch.agents);
    const spent = layers.map((layer) => new Float64Array(layer.length));
    const sizes = layers.map((layer) => layer.length);
    const step = stretch.length / resolution.steps;
    const at = { index, extra: layers.length - 1, places: Math.max(1, high - stretch.agents + 1), step };
    const value = (weights: readonly Float64Array[], by: LayeredChances): number => {
      let sum = 0;
      for (const [e, layer] of weights.entries()) {
        const first = e === 0 ? stretch.agents : 0;
        const chance = by[e]!;
        for (let n = 0; n < layer.length; n++) sum += layer[n]! * chance[Math.max(0, n - first + 1)]!;
      }
      return sum;
    };
    if (panels.plain > 0) {
      const step = new LayeredStep(stretch, sizes, panels.plain / resolution.steps);
      for (let k = 0; k < resolution.steps; k++) step.advance(layers, spent);
      for (const [k, fate] of fates.entries()) {
        within[k]! += value(spent, this.fates.count(fate, at, Infinity, threshold));
      }
    }
    for (const panel of panelsFrom(panels, stretch.length / resolution.steps, resolution.rule)) {
      const step = new LayeredStep(stretch, sizes, panel.step);
      const chances = fates.map((fate) => this.chancesIn(fate, panel, at));
      for (let node = 0; node < chances[0]!.length; node++) {
        if (node > 0) step.advance(layers, spent);
        const weight = panel.weight(node);
        for (let k = 0; k < fates.length; k++) within[k]! += weight * value(layers, chances[k]![node]!);
      }
    }
    return { end: { layers }, sums: measure({ layers }, spent, stretch, within), p: flattened({ layers }) };
  }

  /** Chances at every node of a panel; at its ends the limit from within. */
  private chancesIn(
    fate: Fate,
    { from, to, pieces, weights, step }: Panel,
    at: Omit<Parameters<PooledAhead['count']>[1], 'left'>,
  ): LayeredChances[] {
    const { stretches, threshold } = this.problem;
    const { length } = stretches[at.index]!;
    const last = pieces * (weights.length - 1);
    const inside = 1e-10 * (to - from);
    const chances: LayeredChances[] = [];
    for (let node = last; node >= 0; node--) {
      const left = node === last ? length - to : length - from - node * step;
      const deadline = threshold + (node === 0 ? inside : node === last ? -inside : 0);
      chances[node] = this.fates.count(fate, { ...at, step }, Math.max(0, left), deadline);
    }
    return chances;
  }

  /**
   * Values by layer at the end of a solved interval, pulled back in place to its start: what `fate` counts
   * on the way is added.
   */
  pullBack(value: readonly Float64Array[], index: number, resolution: Resolution): void {
    const { stretches, threshold, fate = 'answered' } = this.problem;
    const stretch = stretches[index]!;
    const panels = this.panelsTo(value[0]!.length - 1, value.length - 1, index);
    const sizes = value.map((layer) => layer.length);
    const gain = sizes.map((size) => new Float64Array(size));
    const places = Math.max(...sizes.map((size, e) => (e === 0 ? size - stretch.agents : size)), 1);
    const at = { index, extra: value.length - 1, places, step: stretch.length / resolution.steps };
    const reward = (into: readonly Float64Array[], by: LayeredChances, weight: number): void => {
      for (const [e, layer] of into.entries()) {
        const first = e === 0 ? stretch.agents : 0;
        const chance = by[e]!;
        for (let n = 0; n < layer.length; n++) layer[n]! += weight * chance[Math.max(0, n - first + 1)]!;
      }
    };
    const inWindow = [...panelsFrom(panels, stretch.length / resolution.steps, resolution.rule)].reverse();
    for (const panel of inWindow) {
      const step = new LayeredStep(stretch, sizes, panel.step);
      const chances = this.chancesIn(fate, panel, at);
      for (let node = chances.length - 1; node >= 0; node--) {
        reward(value, chances[node]!, stretch.arrivalRate * panel.weight(node));
        if (node > 0) step.pullBack(value, gain);
      }
    }
    if (panels.plain > 0) {
      reward(gain, this.fates.count(fate, at, Infinity, threshold), stretch.arrivalRate);
      const step = new LayeredStep(stretch, sizes, panels.plain / resolution.steps);
      for (let i = 0; i < resolution.steps; i++) step.pullBack(value, gain);
    }
  }
}

export function emptyLayers(): LayeredLaw {
  return { layers: [Float64Array.of(1)] };
}

/** How far apart two laws are: half the sum of the differences is the chance of being in another state. */
export function layersApart(one: LayeredLaw, other: LayeredLaw): number {
  let sum = 0;
  for (let e = 0; e < Math.max(one.layers.length, other.layers.length); e++) {
    const [a, b] = [one.layers[e], other.layers[e]];
    for (let n = 0; n < Math.max(a?.length ?? 0, b?.length ?? 0); n++) {
      sum += Math.abs((a?.[n] ?? 0) - (b?.[n] ?? 0));
    }
  }
  return sum;
}

/** The law just after a change of staffing, and the contacts that start at it. */
function change({ layers }: LayeredLaw, before: number, after: number): { law: LayeredLaw; starts: number } {
  const states: { busy: number; waiting: number; share: number }[] = [];
  for (const [e, layer] of layers.entries()) {
    for (const [n, share] of layer.entries()) {
      if (share === 0) continue;
      states.push(
        e > 0
          ? { busy: before + e, waiting: n, share }
          : { busy: Math.min(n, before), waiting: Math.max(0, n - before), share },
      );
    }
  }
  const most = states.reduce((sum, { busy, waiting }) => Math.max(sum, busy + waiting), 0);
  const extra = states.reduce((sum, { busy }) => Math.max(sum, busy - after), 0);
  const longest = states.reduce((sum, { waiting }) => Math.max(sum, waiting), 0);
  const next = Array.from(
    { length: extra + 1 },
    (_, e) => new Float64Array(e === 0 ? Math.max(most, after + longest) + 1 : longest + 1),
  );
  let starts = 0;
  for (const { busy, waiting, share } of states) {
    if (busy > after) next[busy - after]![waiting]! += share;
    else {
      starts += share * Math.min(waiting, after - busy);
      next[0]![busy + waiting]! += share;
    }
  }
  return { law: { layers: next }, starts };
}

function measure(
  { layers }: LayeredLaw,
  spent: readonly Float64Array[],
  { agents, arrivalRate }: Stretch,
  within: Float64Array,
): IntervalSums {
  let [fullTime, busyTime, queueTime, queueAtEnd, someoneWaitsTime] = [0, 0, 0, 0, 0];
  for (const [e, time] of spent.entries()) {
    const first = e === 0 ? agents : 0;
    for (let n = 0; n < time.length; n++) {
      const waiting = n - first;
      busyTime += (waiting < 0 ? n : agents) * time[n]!;
      if (waiting < 0) continue;
      fullTime += time[n]!;
      queueTime += waiting * time[n]!;
      queueAtEnd += waiting * layers[e]![n]!;
      // Only where nobody is too many does a finished contact let another start.
      if (e === 0 && waiting > 0) someoneWaitsTime += time[n]!;
    }
  }
  const [answeredWithin = 0, ...also] = within.map((count) => count * arrivalRate);
  return {
    answeredWithin,
    also,
    fullTime,
    busyTime,
    queueTime,
    queueAtEnd,
    someoneWaitsTime,
  };
}

/** All layers with room for `high` contacts. */
function widened({ layers }: LayeredLaw, high: number, agents: number): LayeredLaw {
  return {
    layers: layers.map((layer, e) => {
      const wide = new Float64Array(
        Math.max(layer.length, e === 0 ? high + 1 : Math.max(1, high - agents + 1)),
      );
      wide.set(layer);
      return wide;
    }),
  };
}

/** Without layers and ends that carry next to nothing. */
function trimmed({ layers }: LayeredLaw): LayeredLaw {
  const weight = (layer: Float64Array): number => layer.reduce((sum, share) => sum + Math.abs(share), 0);
  let count = layers.length;
  while (count > 1 && weight(layers[count - 1]!) < NEGLIGIBLE) count--;
  return {
    layers: layers.slice(0, count).map((layer) => {
      let length = layer.length;
      while (length > 1 && Math.abs(layer[length - 1]!) < NEGLIGIBLE / 10) length--;
      return layer.slice(0, length);
    }),
  };
}

/** The law of the number of contacts, whatever the layer. */
function countLaw({ layers }: LayeredLaw, agents: number) {
  const high = layers.reduce(
    (most, layer, e) => Math.max(most, layer.length - 1 + (e === 0 ? 0 : agents + e)),
    0,
  );
  const p = new Float64Array(high + 1);
  for (const [e, layer] of layers.entries()) {
    for (const [n, share] of layer.entries()) p[n + (e === 0 ? 0 : agents + e)]! += share;
  }
  return { p, low: 0, high };
}

function flattened({ layers }: LayeredLaw): Float64Array {
  const p = new Float64Array(layers.reduce((sum, layer) => sum + layer.length, 0));
  let at = 0;
  for (const layer of layers) {
    p.set(layer, at);
    at += layer.length;
  }
  return p;
}
