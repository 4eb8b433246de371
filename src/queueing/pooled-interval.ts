/**
 * One interval of a day with pooled shift ends, in two parts: as long as agents may be too many the chain
 * with layers (pooled-sweep.ts), then, for the most of it, the usual chain of one number (transient-interval.ts).
 */
import type { Seconds } from '../units.ts';
import type { PooledAhead } from './pooled-ahead.ts';
import type { LayeredLaw } from './pooled-law.ts';
import { flattened, folded, widened } from './pooled-law.ts';
import type { LayeredChances } from './pooled-pull.ts';
import { LayeredStep } from './pooled-sweep.ts';
import type { IntervalSums, Panel, Panels, Resolution, Sweep } from './transient-interval.ts';
import { IntervalSweep, panelsFrom } from './transient-interval.ts';
import type { Fate, Stretch } from './waiting-ahead.ts';

/** The interval, the states worked on, and what is counted. */
export type PooledWindow = {
  readonly index: number;
  readonly low: number;
  readonly high: number;
  /** Until then agents may be too many. */
  readonly settled: Seconds;
  readonly panels: Panels;
  readonly threshold: Seconds;
  readonly fates: readonly [Fate, ...Fate[]];
};

export type PooledSwept = Sweep & {
  readonly end: LayeredLaw;
  /** The same as one list. */
  readonly p: Float64Array;
};

/** As StateValues, by layer. */
export type LayeredValues = {
  readonly value: readonly Float64Array[];
  readonly lost: readonly Float64Array[];
};

export class PooledSweep {
  private readonly stretches: readonly Stretch[];
  private readonly ahead: PooledAhead;
  private readonly interval = new IntervalSweep();

  constructor(stretches: readonly Stretch[], ahead: PooledAhead) {
    this.stretches = stretches;
    this.ahead = ahead;
  }

  /** @param bare only what is compared with a finer sweep: counts of `plain`, not those beyond */
  sweep(start: LayeredLaw, window: PooledWindow, resolution: Resolution, bare = false): PooledSwept {
    const { index, low, high, settled, panels } = window;
    const stretch = this.stretches[index]!;
    const { agents, length } = stretch;
    const [early, late] = cutAt(panels, settled);
    if (settled === 0) {
      const p = folded(start, high, agents);
      const swept = this.interval.sweep(p, low, high, stretch, late, this.single(window), resolution, bare);
      return { ...swept, end: { layers: [p] }, p };
    }
    const first = this.layered(widened(start, high, agents), window, early, resolution, bare);
    if (settled >= length) return first;
    const p = folded(first.end, high, agents);
    const rest = { ...stretch, length: length - settled };
    const then = this.interval.sweep(p, low, high, rest, late, this.single(window), resolution, bare);
    return {
      sums: added(first.sums, then.sums),
      plain: then.plain.map((count, k) => count + first.plain[k]!),
      spread: then.spread.map((count, k) => count + first.spread[k]!),
      end: { layers: [p] },
      p,
    };
  }

  /** The window as the chain of one number sees it. */
  private single({ index, threshold, fates }: PooledWindow) {
    return { ahead: this.ahead, index, threshold, fates };
  }

  /** The part in which agents may be too many; `law` is moved on in place. */
  private layered(
    law: LayeredLaw,
    window: PooledWindow,
    panels: Panels,
    { steps, rule }: Resolution,
    bare: boolean,
  ): PooledSwept {
    const { index, high, settled, threshold, fates } = window;
    const stretch = this.stretches[index]!;
    const { layers } = law;
    const spent = layers.map((layer) => new Float64Array(layer.length));
    const places = Math.max(1, high - stretch.agents + 1);
    const at = { index, extra: layers.length - 1, places };
    const machine = new LayeredStep(stretch, sizesOf(layers), Math.min(window.low, stretch.agents));
    const plain = new Float64Array(fates.length);
    const spread = new Float64Array(fates.length);
    if (panels.plain > 0) {
      machine.prepare(panels.plain / steps);
      for (let k = 0; k < steps; k++) machine.advance(layers, spent);
      for (const [k, fate] of fates.entries()) {
        plain[k] = valueOf(spent, this.ahead.layers(fate, at, Infinity, threshold), stretch.agents);
      }
    }
    const within = Float64Array.from(plain);
    for (const panel of panelsFrom(panels, settled / steps, rule)) {
      const chances = bare ? [] : fates.map((fate) => this.chancesIn(fate, panel, at, threshold));
      machine.prepare(bare ? (panel.to - panel.from) / panel.pieces : panel.step);
      const last = bare ? panel.pieces : panel.pieces * (panel.weights.length - 1);
      for (let node = 0; node <= last; node++) {
        if (node > 0) machine.advance(layers, spent);
        for (const [k, of] of chances.entries()) {
          const share = valueOf(layers, of[node]!, stretch.agents);
          within[k]! += panel.weight(node) * share;
          spread[k]! += (panel.lowerWeight(node) - panel.weight(node)) * share;
        }
      }
    }
    const counts = (by: Float64Array): Float64Array => by.map((count) => count * stretch.arrivalRate);
    return {
      sums: measured(law, spent, stretch, counts(within)),
      plain: counts(plain),
      spread: counts(spread),
      end: law,
      p: flattened(law),
    };
  }

  /** Chances at every node of a panel; at its ends the limit from within. */
  private chancesIn(
    fate: Fate,
    { from, to, pieces, weights, step }: Panel,
    at: Omit<Parameters<PooledAhead['layers']>[1], 'left'>,
    threshold: Seconds,
  ): LayeredChances[] {
    const { length } = this.stretches[at.index]!;
    const last = pieces * (weights.length - 1);
    const inside = 1e-10 * (to - from);
    const chances: LayeredChances[] = [];
    for (let node = last; node >= 0; node--) {
      const left = node === last ? length - to : length - from - node * step;
      const deadline = threshold + (node === 0 ? inside : node === last ? -inside : 0);
      chances[node] = this.ahead.layers(fate, at, Math.max(0, left), deadline);
    }
    return chances;
  }

  /**
   * Values by layer at the end, pulled back in place to the start: what is counted on the way is added, and in
   * `lost` who gives up.
   */
  pullBack(values: LayeredValues, window: PooledWindow, resolution: Resolution): void {
    const { value, lost } = values;
    const { index, high, settled, panels } = window;
    const stretch = this.stretches[index]!;
    const { agents, length } = stretch;
    const [early, late] = cutAt(panels, settled);
    if (settled < length) {
      const own = { value: value[0]!, lost: lost[0]! };
      const rest = { ...stretch, length: length - settled };
      this.interval.pullBack(own, 0, high, rest, late, this.single(window), resolution);
      // With nobody left who is too many, those who wait are all there is.
      for (let e = 1; e < value.length; e++) {
        for (let q = 0; q < value[e]!.length; q++) {
          value[e]![q] = own.value[Math.min(high, agents + q)]!;
          lost[e]![q] = own.lost[Math.min(high, agents + q)]!;
        }
      }
    }
    if (settled > 0) this.pullBackLayered(values, window, early, resolution);
  }

  private pullBackLayered(
    { value, lost }: LayeredValues,
    { index, high, settled, threshold, fates: [fate] }: PooledWindow,
    panels: Panels,
    { steps, rule }: Resolution,
  ): void {
    const stretch = this.stretches[index]!;
    const machine = new LayeredStep(stretch, sizesOf(value), 0);
    const gain = value.map((layer) => new Float64Array(layer.length));
    const leaving = value.map((layer, e) =>
      layer.map((_, n) => stretch.abandonRate * Math.max(0, e === 0 ? n - stretch.agents : n)),
    );
    const places = Math.max(1, high - stretch.agents + 1);
    const at = { index, extra: value.length - 1, places };
    const reward = (into: readonly Float64Array[], by: LayeredChances, weight: number): void => {
      for (const [e, layer] of into.entries()) {
        const first = e === 0 ? stretch.agents : 0;
        for (let n = 0; n < layer.length; n++) layer[n]! += weight * by[e]![Math.max(0, n - first + 1)]!;
      }
    };
    for (const panel of [...panelsFrom(panels, settled / steps, rule)].reverse()) {
      machine.prepare(panel.step);
      const chances = this.chancesIn(fate, panel, at, threshold);
      for (let node = chances.length - 1; node >= 0; node--) {
        reward(value, chances[node]!, stretch.arrivalRate * panel.weight(node));
        if (node === 0) continue;
        machine.pullBack(value, gain);
        machine.pullBack(lost, leaving);
      }
    }
    if (panels.plain > 0) {
      reward(gain, this.ahead.layers(fate, at, Infinity, threshold), stretch.arrivalRate);
      machine.prepare(panels.plain / steps);
      for (let i = 0; i < steps; i++) {
        machine.pullBack(value, gain);
        machine.pullBack(lost, leaving);
      }
    }
  }
}

function sizesOf(layers: readonly Float64Array[]): number[] {
  return layers.map((layer) => layer.length);
}

/** Panels before and after an instant, the latter counted from it. */
function cutAt({ plain, ends }: Panels, time: Seconds): readonly [Panels, Panels] {
  const before = ends.filter((end) => end < time);
  return [
    { plain: Math.min(plain, time), ends: plain < time ? [...before, time] : [] },
    { plain: Math.max(0, plain - time), ends: ends.filter((end) => end > time).map((end) => end - time) },
  ];
}

/** Σ over states of their weight and the chance of who arrives there. */
function valueOf(weights: readonly Float64Array[], by: LayeredChances, agents: number): number {
  let sum = 0;
  for (const [e, layer] of weights.entries()) {
    const first = e === 0 ? agents : 0;
    const chance = by[e]!;
    for (let n = 0; n < layer.length; n++) sum += layer[n]! * chance[Math.max(0, n - first + 1)]!;
  }
  return sum;
}

function measured(
  { layers }: LayeredLaw,
  spent: readonly Float64Array[],
  { agents }: Stretch,
  [answeredWithin = 0, ...also]: Float64Array,
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
  return { answeredWithin, also, fullTime, busyTime, queueTime, queueAtEnd, someoneWaitsTime };
}

/** Sums of two parts of an interval, the later one second. */
function added(a: IntervalSums, b: IntervalSums): IntervalSums {
  return {
    answeredWithin: a.answeredWithin + b.answeredWithin,
    also: a.also.map((count, k) => count + b.also[k]!),
    fullTime: a.fullTime + b.fullTime,
    busyTime: a.busyTime + b.busyTime,
    queueTime: a.queueTime + b.queueTime,
    queueAtEnd: b.queueAtEnd,
    someoneWaitsTime: a.someoneWaitsTime + b.someoneWaitsTime,
  };
}
