/**
 * One time step of a day with pooled shift ends: the chain of the exact day with layers above it.
 *
 * Layer e holds the states in which e agents too many are still busy; nobody starts a contact there,
 * so only its queue moves. Layer 0 is the usual chain. Contacts finishing lead from layer e to e − 1
 * at rate (s + e) μ: each layer feeds the next, and one sweep from the top solves them all. The three
 * systems of a step go together, as in birth-death-step.ts.
 */
import {
  INTEGRAL_1_IM,
  INTEGRAL_1_RE,
  INTEGRAL_2_IM,
  INTEGRAL_2_RE,
  POLE_1_IM,
  POLE_1_RE,
  POLE_2_IM,
  POLE_2_RE,
  REAL_INTEGRAL,
  REAL_POLE,
  REAL_WEIGHT,
  WEIGHT_1_IM,
  WEIGHT_1_RE,
  WEIGHT_2_IM,
  WEIGHT_2_RE,
} from '../numeric/pade-exponential.ts';
import type { Stretch } from './waiting-ahead.ts';

/** One layer: its rates downwards, its inverse pivots, and room for the solutions of its systems. */
type Layer = {
  readonly size: number;
  /** First state that may carry weight. */
  readonly low: number;
  /** State with nobody waiting. */
  readonly first: number;
  /** Rate into the layer below. */
  readonly feed: number;
  readonly death: Float64Array;
  readonly pivots: Systems;
  readonly solved: Systems;
};

/** Of the real system, then real and imaginary parts of the two complex ones. */
type Systems = readonly [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];

function systems(size: number): Systems {
  return [
    new Float64Array(size),
    new Float64Array(size),
    new Float64Array(size),
    new Float64Array(size),
    new Float64Array(size),
  ];
}

/** Step machinery for layers of given sizes; `prepare` before `advance` or `pullBack`. */
export class LayeredStep {
  private length = 1;
  private readonly birth: number;
  private readonly layers: readonly Layer[];

  /** @param low first state of layer 0 that may carry weight */
  constructor(
    { agents, arrivalRate, completionRate, abandonRate }: Stretch,
    sizes: readonly number[],
    low: number,
  ) {
    this.birth = arrivalRate;
    this.layers = sizes.map((size, e): Layer => {
      const death = new Float64Array(size);
      for (let n = 0; n < size; n++) {
        death[n] =
          e === 0
            ? Math.min(n, agents) * completionRate + Math.max(0, n - agents) * abandonRate
            : n * abandonRate;
      }
      return {
        size,
        low: e === 0 ? low : 0,
        first: e === 0 ? agents : 0,
        feed: e === 0 ? 0 : (agents + e) * completionRate,
        death,
        pivots: systems(size),
        solved: systems(size),
      };
    });
  }

  /** Factors the systems for steps of `length`. O(states). */
  prepare(length: number): void {
    this.length = length;
    for (const layer of this.layers) factor(layer, this.birth, length);
  }

  /** Moves the law on by one step, in place; the time spent in each state is added to `integral`. */
  advance(law: readonly Float64Array[], integral: readonly Float64Array[]): void {
    const { layers, birth, length } = this;
    for (let e = layers.length - 1; e >= 0; e--) {
      const layer = layers[e]!;
      fedBy(layer, layers[e + 1], layers[e + 1]?.feed ?? 0, layer.first, 0);
      sweepLaw(layer, birth, 1 / length, law[e]!, integral[e]!);
    }
  }

  /** The same step seen from its end, exactly the transpose: as BirthDeathStep.pullBack, in place. */
  pullBack(value: readonly Float64Array[], gain: readonly Float64Array[]): void {
    const { layers, birth, length } = this;
    for (const [e, layer] of layers.entries()) {
      fedBy(layer, layers[e - 1], layer.feed, 0, layers[e - 1]?.first ?? 0);
      sweepValue(layer, birth, 1 / length, value[e]!, gain[e]!);
    }
  }
}

/** What a neighbour's solution adds to the right-hand sides of a layer, left where its solution will be. */
function fedBy(
  { solved, size }: Layer,
  from: Layer | undefined,
  rate: number,
  own: number,
  other: number,
): void {
  for (const [k, target] of solved.entries()) {
    target.fill(0);
    if (from === undefined) continue;
    const source = from.solved[k]!;
    const count = Math.min(size - own, from.size - other);
    for (let q = 0; q < count; q++) target[own + q] = rate * source[other + q]!;
  }
}

function factor({ low, size, feed, death, pivots }: Layer, birth: number, length: number): void {
  const [g0, g1, h1, g2, h2] = pivots;
  const a0 = REAL_POLE / length + feed;
  const a1 = POLE_1_RE / length + feed;
  const b1 = POLE_1_IM / length;
  const a2 = POLE_2_RE / length + feed;
  const b2 = POLE_2_IM / length;
  for (let n = low; n < size; n++) {
    const down = n > low ? death[n]! : 0;
    const leave = (n + 1 < size ? birth : 0) + down;
    const couple = birth * down;
    let p0 = a0 + leave;
    let p1 = a1 + leave;
    let q1 = b1;
    let p2 = a2 + leave;
    let q2 = b2;
    if (n > low) {
      p0 -= couple * g0[n - 1]!;
      p1 -= couple * g1[n - 1]!;
      q1 -= couple * h1[n - 1]!;
      p2 -= couple * g2[n - 1]!;
      q2 -= couple * h2[n - 1]!;
    }
    const s1 = 1 / (p1 * p1 + q1 * q1);
    const s2 = 1 / (p2 * p2 + q2 * q2);
    g0[n] = 1 / p0;
    g1[n] = p1 * s1;
    h1[n] = -q1 * s1;
    g2[n] = p2 * s2;
    h2[n] = -q2 * s2;
  }
}

/** One layer of a step of the law, as BirthDeathStep.advance with what the layer above feeds. */
function sweepLaw(
  { low, size, death, pivots, solved }: Layer,
  birth: number,
  perLength: number,
  p: Float64Array,
  integral: Float64Array,
): void {
  const [g0, g1, h1, g2, h2] = pivots;
  const [y0, y1, z1, y2, z2] = solved;
  let u0 = 0;
  let u1 = 0;
  let v1 = 0;
  let u2 = 0;
  let v2 = 0;
  for (let n = low; n < size; n++) {
    const right = p[n]!;
    const r1 = right + y1[n]! + birth * u1;
    const i1 = z1[n]! + birth * v1;
    const r2 = right + y2[n]! + birth * u2;
    const i2 = z2[n]! + birth * v2;
    u0 = g0[n]! * (right + y0[n]! + birth * u0);
    u1 = g1[n]! * r1 - h1[n]! * i1;
    v1 = g1[n]! * i1 + h1[n]! * r1;
    u2 = g2[n]! * r2 - h2[n]! * i2;
    v2 = g2[n]! * i2 + h2[n]! * r2;
    y0[n] = u0;
    y1[n] = u1;
    z1[n] = v1;
    y2[n] = u2;
    z2[n] = v2;
  }
  let x0 = 0;
  let x1 = 0;
  let w1 = 0;
  let x2 = 0;
  let w2 = 0;
  let down = 0; // death rate of the state above
  for (let n = size - 1; n >= low; n--) {
    const r1 = down * x1;
    const i1 = down * w1;
    const r2 = down * x2;
    const i2 = down * w2;
    x0 = y0[n]! + g0[n]! * down * x0;
    x1 = y1[n]! + g1[n]! * r1 - h1[n]! * i1;
    w1 = z1[n]! + g1[n]! * i1 + h1[n]! * r1;
    x2 = y2[n]! + g2[n]! * r2 - h2[n]! * i2;
    w2 = z2[n]! + g2[n]! * i2 + h2[n]! * r2;
    y0[n] = x0;
    y1[n] = x1;
    z1[n] = w1;
    y2[n] = x2;
    z2[n] = w2;
    p[n] =
      (REAL_WEIGHT * x0 + WEIGHT_1_RE * x1 - WEIGHT_1_IM * w1 + WEIGHT_2_RE * x2 - WEIGHT_2_IM * w2) *
      perLength;
    integral[n]! +=
      REAL_INTEGRAL * x0 + INTEGRAL_1_RE * x1 - INTEGRAL_1_IM * w1 + INTEGRAL_2_RE * x2 - INTEGRAL_2_IM * w2;
    down = death[n]!;
  }
}

/** The transpose, as BirthDeathStep.pullBack with what the layer below is worth. */
function sweepValue(
  { low, size, death, pivots, solved }: Layer,
  birth: number,
  perLength: number,
  value: Float64Array,
  gain: Float64Array,
): void {
  const [g0, g1, h1, g2, h2] = pivots;
  const [y0, y1, z1, y2, z2] = solved;
  let u0 = 0;
  let u1 = 0;
  let v1 = 0;
  let u2 = 0;
  let v2 = 0;
  for (let n = low; n < size; n++) {
    const end = value[n]! * perLength;
    const rate = gain[n]!;
    const down = n > low ? death[n]! : 0;
    const r1 = WEIGHT_1_RE * end + INTEGRAL_1_RE * rate + y1[n]! + down * u1;
    const i1 = WEIGHT_1_IM * end + INTEGRAL_1_IM * rate + z1[n]! + down * v1;
    const r2 = WEIGHT_2_RE * end + INTEGRAL_2_RE * rate + y2[n]! + down * u2;
    const i2 = WEIGHT_2_IM * end + INTEGRAL_2_IM * rate + z2[n]! + down * v2;
    u0 = g0[n]! * (REAL_WEIGHT * end + REAL_INTEGRAL * rate + y0[n]! + down * u0);
    u1 = g1[n]! * r1 - h1[n]! * i1;
    v1 = g1[n]! * i1 + h1[n]! * r1;
    u2 = g2[n]! * r2 - h2[n]! * i2;
    v2 = g2[n]! * i2 + h2[n]! * r2;
    y0[n] = u0;
    y1[n] = u1;
    z1[n] = v1;
    y2[n] = u2;
    z2[n] = v2;
  }
  let x0 = 0;
  let x1 = 0;
  let w1 = 0;
  let x2 = 0;
  let w2 = 0;
  for (let n = size - 1; n >= low; n--) {
    const r1 = birth * x1;
    const i1 = birth * w1;
    const r2 = birth * x2;
    const i2 = birth * w2;
    x0 = y0[n]! + g0[n]! * birth * x0;
    x1 = y1[n]! + g1[n]! * r1 - h1[n]! * i1;
    w1 = z1[n]! + g1[n]! * i1 + h1[n]! * r1;
    x2 = y2[n]! + g2[n]! * r2 - h2[n]! * i2;
    w2 = z2[n]! + g2[n]! * i2 + h2[n]! * r2;
    y0[n] = x0;
    y1[n] = x1;
    z1[n] = w1;
    y2[n] = x2;
    z2[n] = w2;
    value[n] = x0 + x1 + x2;
  }
}
