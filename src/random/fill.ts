/**
 * Blocks of uniform, exponential and normal numbers from a stream.
 *
 * Exponential and normal by the ziggurat with 256 layers and 53 random bits, about 98.5 % of numbers
 * with one comparison. A rejected candidate draws again from the same stream; since a stream
 * serves one purpose only, its n-th number still belongs to the n-th customer.
 *
 * Reference: Marsaglia & Tsang (2000), "The ziggurat method for generating random variables",
 * J. Stat. Software 5(8); layer index and value from separate bits as in Doornik (2005).
 */
import { exponential, logarithm } from '../numeric/exp-log.ts';
import { nextUniform } from './xoshiro.ts';

const LAYERS = 256;
const TWO_53 = 9_007_199_254_740_992;

/** `edge[i]` is the right edge of layer i (edge[256] = 0), `height[i]` the density there, `width[i]` edge / 2^53. */
type Ziggurat = {
  readonly edge: Float64Array;
  readonly height: Float64Array;
  readonly width: Float64Array;
  readonly density: (x: number) => number;
  /** A number beyond the right edge of layer 1. */
  readonly tail: (state: Int32Array) => number;
};

function buildZiggurat(
  right: number,
  area: number,
  density: (x: number) => number,
  inverse: (y: number) => number,
  tail: Ziggurat['tail'],
): Ziggurat {
  const edge = new Float64Array(LAYERS + 1);
  edge[0] = area / density(right);
  edge[1] = right;
  for (let i = 2; i < LAYERS; i++) {
    const x = edge[i - 1] ?? 0;
    edge[i] = inverse(area / x + density(x));
  }
  return { edge, height: edge.map(density), width: edge.map((x) => x / TWO_53), density, tail };
}

/** Right edges of the layer above the tail. */
const LAST_EXPONENTIAL = 7.697117470131049;
const LAST_NORMAL = 3.654152885361009;

const exponentialZiggurat = buildZiggurat(
  LAST_EXPONENTIAL,
  (LAST_EXPONENTIAL + 1) * exponential(-LAST_EXPONENTIAL),
  (x) => exponential(-x),
  (y) => -logarithm(y),
  tailOfExponential,
);
const normalZiggurat = buildZiggurat(
  LAST_NORMAL,
  0.00492867323399,
  (x) => exponential(-0.5 * x * x),
  (y) => Math.sqrt(-2 * logarithm(y)),
  tailOfNormal,
);

/** Uniform numbers in (0, 1) into `out[0 .. count)`. */
export function fillUniform(state: Int32Array, out: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) out[i] = nextUniform(state);
}

/** Exponential numbers of mean 1 into `out[0 .. count)`. */
export function fillExponential(state: Int32Array, out: Float64Array, count: number): void {
  fill(state, out, count, exponentialZiggurat, fillExponentialCore);
}

/** Standard normal numbers into `out[0 .. count)`. */
export function fillNormal(state: Int32Array, out: Float64Array, count: number): void {
  fill(state, out, count, normalZiggurat, fillNormalCore);
}

type Core = (state: Int32Array, out: Float64Array, from: number, count: number) => number;

/**
 * What is rare stands here, apart from the loops over what is not: those are then compiled once, small as they
 * are, and not again when a branch is taken that had never been taken before. A quarter of a thread's first
 * second went into that.
 */
function fill(state: Int32Array, out: Float64Array, count: number, law: Ziggurat, core: Core): void {
  for (let i = core(state, out, 0, count); i < count; i = core(state, out, i + 1, count)) {
    const x = out[i]!;
    const beyond = settle(state, tried[0]!, Math.abs(x), law);
    out[i] = x < 0 ? -beyond : beyond;
  }
}

/** The layer of the candidate at which a core has stopped. */
const tried = new Int32Array(1);

/** Fills `out[from .. count)` up to the first candidate outside the core of its layer, and tells its place. */
function fillExponentialCore(state: Int32Array, out: Float64Array, from: number, count: number): number {
  const { edge, width } = exponentialZiggurat;
  let s0 = state[0]!;
  let s1 = state[1]!;
  let s2 = state[2]!;
  let s3 = state[3]!;
  let i = from;
  for (; i < count; i++) {
    // Two steps of xoshiro128++, written out: the state stays in registers.
    let sum = (s0 + s3) | 0;
    const high = (((sum << 7) | (sum >>> 25)) + s0) >>> 0;
    let t = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = (s3 << 11) | (s3 >>> 21);
    sum = (s0 + s3) | 0;
    const low = (((sum << 7) | (sum >>> 25)) + s0) | 0;
    t = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = (s3 << 11) | (s3 >>> 21);
    const layer = low & 255;
    const x = (high * 2_097_152 + (low >>> 11)) * width[layer]!;
    out[i] = x;
    if (x < edge[layer + 1]!) continue;
    tried[0] = layer;
    break;
  }
  state[0] = s0;
  state[1] = s1;
  state[2] = s2;
  state[3] = s3;
  return i;
}

/** The same; the candidate has its sign. */
function fillNormalCore(state: Int32Array, out: Float64Array, from: number, count: number): number {
  const { edge, width } = normalZiggurat;
  let s0 = state[0]!;
  let s1 = state[1]!;
  let s2 = state[2]!;
  let s3 = state[3]!;
  let i = from;
  for (; i < count; i++) {
    // Two steps of xoshiro128++, written out: the state stays in registers.
    let sum = (s0 + s3) | 0;
    const high = (((sum << 7) | (sum >>> 25)) + s0) >>> 0;
    let t = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = (s3 << 11) | (s3 >>> 21);
    sum = (s0 + s3) | 0;
    const low = (((sum << 7) | (sum >>> 25)) + s0) | 0;
    t = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = (s3 << 11) | (s3 >>> 21);
    const layer = low & 255;
    const x = (high * 2_097_152 + (low >>> 11)) * width[layer]!;
    // One bit more is the sign; it is not branched on, because a processor would guess half of these branches wrong.
    out[i] = x * (1 - ((low & 256) >> 7));
    if (x < edge[layer + 1]!) continue;
    tried[0] = layer;
    break;
  }
  state[0] = s0;
  state[1] = s1;
  state[2] = s2;
  state[3] = s3;
  return i;
}

/** Settles a candidate outside the core of its layer: the wedge, the tail, or another try. */
function settle(state: Int32Array, layerTried: number, candidate: number, law: Ziggurat): number {
  const { edge, height, density, tail } = law;
  let layer = layerTried;
  let x = candidate;
  for (;;) {
    if (layer === 0) return tail(state);
    const bottom = height[layer]!;
    if (bottom + nextUniform(state) * (height[layer + 1]! - bottom) < density(x)) return x;
    layer = Math.floor(nextUniform(state) * LAYERS);
    x = nextUniform(state) * edge[layer]!;
    if (x < edge[layer + 1]!) return x;
  }
}

/** The tail of an exponential is an exponential again. */
function tailOfExponential(state: Int32Array): number {
  return LAST_EXPONENTIAL - logarithm(nextUniform(state));
}

/** Marsaglia's tail: an exponential proposal under the normal density beyond the last edge. */
function tailOfNormal(state: Int32Array): number {
  for (;;) {
    const a = -logarithm(nextUniform(state)) / LAST_NORMAL;
    const b = -logarithm(nextUniform(state));
    if (2 * b >= a * a) return LAST_NORMAL + a;
  }
}
