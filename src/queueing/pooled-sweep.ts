/**
 * One time step of a day with pooled shift ends: the chain of the exact day with layers above it.
 *
 * Layer e holds the states in which e agents too many are still busy; nobody starts a contact there,
 * so only its queue moves. Layer 0 is the usual chain. Contacts finishing lead from layer e to e − 1
 * at rate (s + e) μ: each layer feeds the next, and one sweep from the top solves them all.
 *
 * The same systems as in birth-death-step.ts, one after the other. That one sweeps them together and is kept
 * apart for speed: a single layer here takes 1.1 to 3.6 times as long (300 and 60 states).
 */
import { RESOLVENTS } from '../numeric/pade-exponential.ts';
import type { Stretch } from './waiting-ahead.ts';

/** `layers[0][n]`: n contacts, no agent too many; `layers[e][q]`: e too many, q waiting. */
export type LayeredLaw = { readonly layers: readonly Float64Array[] };

/** One layer: its rates downwards, its inverse pivots by pole, and room for one solution. */
type Layer = {
  /** State with nobody waiting. */
  readonly first: number;
  /** Rate into the layer below. */
  readonly feed: number;
  readonly death: Float64Array;
  readonly pivotRe: readonly Float64Array[];
  readonly pivotIm: readonly Float64Array[];
  readonly re: Float64Array;
  readonly im: Float64Array;
};

/** Step machinery for layers of given sizes; the factors are kept for further steps of the same length. */
export class LayeredStep {
  private readonly length: number;
  private readonly birth: number;
  private readonly layers: readonly Layer[];
  private readonly before: readonly Float64Array[];

  /** O(states). */
  constructor(
    { agents, arrivalRate, completionRate, abandonRate }: Stretch,
    sizes: readonly number[],
    length: number,
  ) {
    this.length = length;
    this.birth = arrivalRate;
    this.before = sizes.map((size) => new Float64Array(size));
    this.layers = sizes.map((size, e): Layer => {
      const feed = e === 0 ? 0 : (agents + e) * completionRate;
      const death = new Float64Array(size);
      for (let n = 0; n < size; n++) {
        death[n] =
          e === 0
            ? Math.min(n, agents) * completionRate + Math.max(0, n - agents) * abandonRate
            : n * abandonRate;
      }
      const pivots = RESOLVENTS.map(({ re, im }) =>
        pivotsOf(death, arrivalRate, re / length + feed, im / length),
      );
      return {
        first: e === 0 ? agents : 0,
        feed,
        death,
        pivotRe: pivots.map((pivot) => pivot.re),
        pivotIm: pivots.map((pivot) => pivot.im),
        re: new Float64Array(size),
        im: new Float64Array(size),
      };
    });
  }

  /** Moves the law on by one step, in place; the time spent in each state is added to `integral`. */
  advance(law: readonly Float64Array[], integral: readonly Float64Array[]): void {
    const { layers, birth, length } = this;
    const { before } = this;
    for (const [e, layer] of law.entries()) {
      before[e]!.set(layer);
      layer.fill(0);
    }
    for (const [pole, { weight, integral: share }] of RESOLVENTS.entries()) {
      for (let e = layers.length - 1; e >= 0; e--) {
        const { re, im, death, pivotRe, pivotIm } = layers[e]!;
        re.set(before[e]!);
        im.fill(0);
        const above = layers[e + 1];
        if (above) {
          const { first } = layers[e]!;
          for (let q = 0; q < above.re.length; q++) {
            re[first + q]! += above.feed * above.re[q]!;
            im[first + q]! += above.feed * above.im[q]!;
          }
        }
        solve(re, im, pivotRe[pole]!, pivotIm[pole]!, birth, death, true);
        const [target, spent] = [law[e]!, integral[e]!];
        for (let n = 0; n < target.length; n++) {
          target[n]! += (weight[0] * re[n]! - weight[1] * im[n]!) / length;
          spent[n]! += share[0] * re[n]! - share[1] * im[n]!;
        }
      }
    }
  }

  /** The same step seen from its end, exactly the transpose: as BirthDeathStep.pullBack, in place. */
  pullBack(value: readonly Float64Array[], gain: readonly Float64Array[]): void {
    const { layers, birth, length } = this;
    const after = value.map((layer) => Float64Array.from(layer));
    for (const layer of value) layer.fill(0);
    for (const [pole, { weight, integral: share }] of RESOLVENTS.entries()) {
      for (const [e, { re, im, death, pivotRe, pivotIm, feed }] of layers.entries()) {
        const [end, rate] = [after[e]!, gain[e]!];
        for (let n = 0; n < re.length; n++) {
          re[n] = (weight[0] * end[n]!) / length + share[0] * rate[n]!;
          im[n] = (weight[1] * end[n]!) / length + share[1] * rate[n]!;
        }
        const below = layers[e - 1];
        if (below) {
          for (let q = 0; q < re.length; q++) {
            re[q]! += feed * below.re[below.first + q]!;
            im[q]! += feed * below.im[below.first + q]!;
          }
        }
        solve(re, im, pivotRe[pole]!, pivotIm[pole]!, birth, death, false);
        const target = value[e]!;
        for (let n = 0; n < target.length; n++) target[n]! += re[n]!;
      }
    }
  }
}

/** Inverse pivots of a + ib − Q for a birth-death chain reflecting at both ends. */
function pivotsOf(death: Float64Array, birth: number, a: number, b: number) {
  const size = death.length;
  const [re, im] = [new Float64Array(size), new Float64Array(size)];
  for (let n = 0; n < size; n++) {
    const down = n > 0 ? death[n]! : 0;
    let p = a + (n + 1 < size ? birth : 0) + down;
    let q = b;
    if (n > 0) {
      p -= birth * down * re[n - 1]!;
      q -= birth * down * im[n - 1]!;
    }
    const scale = 1 / (p * p + q * q);
    re[n] = p * scale;
    im[n] = -q * scale;
  }
  return { re, im };
}

/** Solves (a + ib − Qᵀ) x = right in place (`forward`), or with Q itself, given the inverse pivots. */
function solve(
  re: Float64Array,
  im: Float64Array,
  pivotRe: Float64Array,
  pivotIm: Float64Array,
  birth: number,
  death: Float64Array,
  forward: boolean,
): void {
  let x = 0;
  let y = 0;
  for (let n = 0; n < re.length; n++) {
    const couple = forward ? birth : n > 0 ? death[n]! : 0;
    const r = re[n]! + couple * x;
    const i = im[n]! + couple * y;
    x = pivotRe[n]! * r - pivotIm[n]! * i;
    y = pivotRe[n]! * i + pivotIm[n]! * r;
    re[n] = x;
    im[n] = y;
  }
  for (let n = re.length - 2; n >= 0; n--) {
    const couple = forward ? death[n + 1]! : birth;
    const r = couple * x;
    const i = couple * y;
    x = re[n]! + pivotRe[n]! * r - pivotIm[n]! * i;
    y = im[n]! + pivotRe[n]! * i + pivotIm[n]! * r;
    re[n] = x;
    im[n] = y;
  }
}
