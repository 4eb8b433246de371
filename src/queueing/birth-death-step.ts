/**
 * One time step of a birth-death chain, for any step length, in a few sweeps over its states.
 *
 * Solves p' = Qᵀp by the five resolvents of numeric/pade-exponential.ts. The three tridiagonal
 * systems (one real, two complex) are swept together, so their divisions and multiplications
 * overlap; the factors are kept for further steps of the same length. Chains may lie in layers of which one
 * feeds the next (pooled-sweep.ts): a rate `feed` out of every state then shifts the poles.
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

/**
 * States `low`..`high`, reflecting at both ends; `death[n]` is the rate out of n downwards, `birth` that upwards
 * below state `turn`, `birthBeyond` from there on.
 */
export type Chain = {
  readonly low: number;
  readonly high: number;
  readonly birth: number;
  readonly turn: number;
  readonly birthBeyond: number;
  readonly death: Float64Array;
};

/** Step machinery with its own scratch space; `prepare` before `advance` or `pullBack`. */
export class BirthDeathStep {
  private size: number;
  private chain: Chain = { low: 0, high: 0, birth: 0, turn: 0, birthBeyond: 0, death: new Float64Array(1) };
  private length = 1;
  // Inverse pivots of the three systems, and room for their solutions.
  private g0: Float64Array;
  private g1: Float64Array;
  private h1: Float64Array;
  private g2: Float64Array;
  private h2: Float64Array;
  private y0: Float64Array;
  private y1: Float64Array;
  private z1: Float64Array;
  private y2: Float64Array;
  private z2: Float64Array;

  /** @param size states there is room for from the start */
  constructor(size = 0) {
    this.size = size;
    const room = (): Float64Array => new Float64Array(size);
    [this.g0, this.g1, this.h1, this.g2, this.h2] = [room(), room(), room(), room(), room()];
    [this.y0, this.y1, this.z1, this.y2, this.z2] = [room(), room(), room(), room(), room()];
  }

  /**
   * Factors the systems for steps of `length`. O(states).
   *
   * @param feed rate out of every state into another chain
   */
  prepare(chain: Chain, length: number, feed = 0): void {
    const { low, high, birth, turn, birthBeyond, death } = chain;
    this.chain = chain;
    this.length = length;
    if (high >= this.size) this.grow(high + 1);
    const { g0, g1, h1, g2, h2 } = this;
    const a0 = REAL_POLE / length + feed;
    const a1 = POLE_1_RE / length + feed;
    const b1 = POLE_1_IM / length;
    const a2 = POLE_2_RE / length + feed;
    const b2 = POLE_2_IM / length;
    for (let n = low; n <= high; n++) {
      const down = n > low ? death[n]! : 0;
      const leave = (n < high ? (n < turn ? birth : birthBeyond) : 0) + down;
      const couple = (n <= turn ? birth : birthBeyond) * down;
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

  /**
   * Moves the law `p` on by one step and adds the time spent in each state to `integral`. O(states).
   *
   * @param fed after `feedFrom`: what it brought is added, and the solution kept for the next chain
   */
  advance(p: Float64Array, integral: Float64Array, fed = false): void {
    const { low, high, birth: birthBelow, turn, birthBeyond, death } = this.chain;
    const { g0, g1, h1, g2, h2, y0, y1, z1, y2, z2 } = this;
    let u0 = 0;
    let u1 = 0;
    let v1 = 0;
    let u2 = 0;
    let v2 = 0;
    for (let n = low; n <= high; n++) {
      const birth = n <= turn ? birthBelow : birthBeyond;
      // y(n) = g(n) · (p(n) + birth · y(n − 1)) on the way up.
      const right = p[n]!;
      let r0 = right + birth * u0;
      let r1 = right + birth * u1;
      let i1 = birth * v1;
      let r2 = right + birth * u2;
      let i2 = birth * v2;
      if (fed) {
        r0 += y0[n]!;
        r1 += y1[n]!;
        i1 += z1[n]!;
        r2 += y2[n]!;
        i2 += z2[n]!;
      }
      u0 = g0[n]! * r0;
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
    const perLength = 1 / this.length;
    let x0 = 0;
    let x1 = 0;
    let w1 = 0;
    let x2 = 0;
    let w2 = 0;
    let down = 0; // death rate of the state above
    for (let n = high; n >= low; n--) {
      const r1 = down * x1;
      const i1 = down * w1;
      const r2 = down * x2;
      const i2 = down * w2;
      x0 = y0[n]! + g0[n]! * down * x0;
      x1 = y1[n]! + g1[n]! * r1 - h1[n]! * i1;
      w1 = z1[n]! + g1[n]! * i1 + h1[n]! * r1;
      x2 = y2[n]! + g2[n]! * r2 - h2[n]! * i2;
      w2 = z2[n]! + g2[n]! * i2 + h2[n]! * r2;
      if (fed) {
        y0[n] = x0;
        y1[n] = x1;
        z1[n] = w1;
        y2[n] = x2;
        z2[n] = w2;
      }
      p[n] =
        (REAL_WEIGHT * x0 + WEIGHT_1_RE * x1 - WEIGHT_1_IM * w1 + WEIGHT_2_RE * x2 - WEIGHT_2_IM * w2) *
        perLength;
      integral[n]! +=
        REAL_INTEGRAL * x0 +
        INTEGRAL_1_RE * x1 -
        INTEGRAL_1_IM * w1 +
        INTEGRAL_2_RE * x2 -
        INTEGRAL_2_IM * w2;
      down = death[n]!;
    }
  }

  /**
   * The same step seen from its end: `value` of each state at the end and `gain` per unit of time in
   * it become the value at the start. Exactly the transpose of `advance`. O(states).
   *
   * Its loops resemble those of `advance` with births and deaths exchanged; they stand apart, as a step by state
   * in a function of its own would have to hand back five running values.
   *
   * @param fed as in `advance`
   */
  pullBack(value: Float64Array, gain: Float64Array, fed = false): void {
    const { low, high, birth: birthBelow, turn, birthBeyond, death } = this.chain;
    const { g0, g1, h1, g2, h2, y0, y1, z1, y2, z2 } = this;
    const perLength = 1 / this.length;
    let u0 = 0;
    let u1 = 0;
    let v1 = 0;
    let u2 = 0;
    let v2 = 0;
    for (let n = low; n <= high; n++) {
      const end = value[n]! * perLength;
      const rate = gain[n]!;
      const down = n > low ? death[n]! : 0;
      let r0 = REAL_WEIGHT * end + REAL_INTEGRAL * rate + down * u0;
      let r1 = WEIGHT_1_RE * end + INTEGRAL_1_RE * rate + down * u1;
      let i1 = WEIGHT_1_IM * end + INTEGRAL_1_IM * rate + down * v1;
      let r2 = WEIGHT_2_RE * end + INTEGRAL_2_RE * rate + down * u2;
      let i2 = WEIGHT_2_IM * end + INTEGRAL_2_IM * rate + down * v2;
      if (fed) {
        r0 += y0[n]!;
        r1 += y1[n]!;
        i1 += z1[n]!;
        r2 += y2[n]!;
        i2 += z2[n]!;
      }
      u0 = g0[n]! * r0;
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
    for (let n = high; n >= low; n--) {
      const birth = n < turn ? birthBelow : birthBeyond;
      const r1 = birth * x1;
      const i1 = birth * w1;
      const r2 = birth * x2;
      const i2 = birth * w2;
      x0 = y0[n]! + g0[n]! * birth * x0;
      x1 = y1[n]! + g1[n]! * r1 - h1[n]! * i1;
      w1 = z1[n]! + g1[n]! * i1 + h1[n]! * r1;
      x2 = y2[n]! + g2[n]! * r2 - h2[n]! * i2;
      w2 = z2[n]! + g2[n]! * i2 + h2[n]! * r2;
      if (fed) {
        y0[n] = x0;
        y1[n] = x1;
        z1[n] = w1;
        y2[n] = x2;
        z2[n] = w2;
      }
      value[n] = x0 + x1 + x2;
    }
  }

  /**
   * What a neighbour's solution adds to the right-hand sides, left where the solution will be: state `first` takes
   * from the neighbour's `from`, and so on upwards. Without a neighbour nothing is added.
   */
  feedFrom(neighbour: BirthDeathStep | null, rate: number, first: number, from: number): void {
    const { y0, y1, z1, y2, z2 } = this;
    const { high } = this.chain;
    for (const target of [y0, y1, z1, y2, z2]) target.fill(0, 0, high + 1);
    if (neighbour === null) return;
    const count = Math.min(high - first, neighbour.chain.high - from);
    for (let q = 0; q <= count; q++) {
      y0[first + q] = rate * neighbour.y0[from + q]!;
      y1[first + q] = rate * neighbour.y1[from + q]!;
      z1[first + q] = rate * neighbour.z1[from + q]!;
      y2[first + q] = rate * neighbour.y2[from + q]!;
      z2[first + q] = rate * neighbour.z2[from + q]!;
    }
  }

  private grow(size: number): void {
    this.size = size + (size >> 1);
    for (const name of ['g0', 'g1', 'h1', 'g2', 'h2', 'y0', 'y1', 'z1', 'y2', 'z2'] as const) {
      this[name] = new Float64Array(this.size);
    }
  }
}
