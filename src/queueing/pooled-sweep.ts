/**
 * One interval of a day with pooled shift ends: the chain of the exact day with layers above it.
 *
 * Layer e holds the states in which e agents too many are still busy; nobody starts a contact there,
 * so only its queue moves. Layer 0 is the usual chain. Contacts finishing lead from layer e to e − 1
 * at rate (s + e) μ: each layer feeds the next, and one sweep from the top solves them all.
 */
import * as pade from '../numeric/pade-exponential.ts';
import type { Stretch } from './waiting-ahead.ts';

/** `layers[0][n]`: n contacts, no agent too many; `layers[e][q]`: e too many, q waiting. */
export type LayeredLaw = { readonly layers: readonly Float64Array[] };

type Pole = {
  readonly re: number;
  readonly im: number;
  readonly weight: readonly [number, number];
  readonly integral: readonly [number, number];
};

const POLES: readonly Pole[] = [
  { re: pade.REAL_POLE, im: 0, weight: [pade.REAL_WEIGHT, 0], integral: [pade.REAL_INTEGRAL, 0] },
  {
    re: pade.POLE_1_RE,
    im: pade.POLE_1_IM,
    weight: [pade.WEIGHT_1_RE, pade.WEIGHT_1_IM],
    integral: [pade.INTEGRAL_1_RE, pade.INTEGRAL_1_IM],
  },
  {
    re: pade.POLE_2_RE,
    im: pade.POLE_2_IM,
    weight: [pade.WEIGHT_2_RE, pade.WEIGHT_2_IM],
    integral: [pade.INTEGRAL_2_RE, pade.INTEGRAL_2_IM],
  },
];

/** The law one step of `length` later; the time spent in each state is added to `integral`. */
export function advanceLayers(
  { layers }: LayeredLaw,
  integral: readonly Float64Array[],
  { agents, arrivalRate, completionRate, abandonRate }: Stretch,
  length: number,
): LayeredLaw {
  const next = layers.map((layer) => new Float64Array(layer.length));
  for (const { re, im, weight, integral: share } of POLES) {
    let above: Solution | null = null;
    for (let e = layers.length - 1; e >= 0; e--) {
      const source = layers[e]!;
      const right = { re: Float64Array.from(source), im: new Float64Array(source.length) };
      const from: number = e === 0 ? agents : 0; // the state of the layer with nobody waiting
      if (above !== null) {
        const rate = (agents + e + 1) * completionRate;
        for (let q = 0; q < above.re.length; q++) {
          right.re[from + q]! += rate * above.re[q]!;
          right.im[from + q]! += rate * above.im[q]!;
        }
      }
      const death = (n: number): number =>
        e === 0
          ? Math.min(n, agents) * completionRate + Math.max(0, n - agents) * abandonRate
          : n * abandonRate;
      const leave = e === 0 ? 0 : (agents + e) * completionRate;
      solveShifted(right, re / length + leave, im / length, arrivalRate, death);
      const [target, spent] = [next[e]!, integral[e]!];
      for (let n = 0; n < target.length; n++) {
        target[n]! += (weight[0] * right.re[n]! - weight[1] * right.im[n]!) / length;
        spent[n]! += share[0] * right.re[n]! - share[1] * right.im[n]!;
      }
      above = right;
    }
  }
  return { layers: next };
}

type Solution = { readonly re: Float64Array; readonly im: Float64Array };

/** Solves (a + ib − Qᵀ) x = right in place for a birth-death chain reflecting at both ends. */
function solveShifted(
  { re, im }: Solution,
  a: number,
  b: number,
  birth: number,
  death: (n: number) => number,
): void {
  const size = re.length;
  const pivotRe = new Float64Array(size);
  const pivotIm = new Float64Array(size);
  for (let n = 0; n < size; n++) {
    const down = n > 0 ? death(n) : 0;
    let p = a + (n + 1 < size ? birth : 0) + down;
    let q = b;
    if (n > 0) {
      p -= birth * down * pivotRe[n - 1]!;
      q -= birth * down * pivotIm[n - 1]!;
    }
    const scale = 1 / (p * p + q * q);
    const [g, h] = [p * scale, -q * scale];
    pivotRe[n] = g;
    pivotIm[n] = h;
    const r = re[n]! + (n > 0 ? birth * re[n - 1]! : 0);
    const i = im[n]! + (n > 0 ? birth * im[n - 1]! : 0);
    re[n] = g * r - h * i;
    im[n] = g * i + h * r;
  }
  for (let n = size - 2; n >= 0; n--) {
    const down = death(n + 1);
    const r = down * re[n + 1]!;
    const i = down * im[n + 1]!;
    re[n]! += pivotRe[n]! * r - pivotIm[n]! * i;
    im[n]! += pivotRe[n]! * i + pivotIm[n]! * r;
  }
}
