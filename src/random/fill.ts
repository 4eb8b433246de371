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
type Ziggurat = { readonly edge: Float64Array; readonly height: Float64Array; readonly width: Float64Array };

function buildZiggurat(
  right: number,
  area: number,
  density: (x: number) => number,
  inverse: (y: number) => number,
): Ziggurat {
  const edge = new Float64Array(LAYERS + 1);
  edge[0] = area / density(right);
  edge[1] = right;
  for (let i = 2; i < LAYERS; i++) {
    const x = edge[i - 1] ?? 0;
    edge[i] = inverse(area / x + density(x));
  }
  return { edge, height: edge.map(density), width: edge.map((x) => x / TWO_53) };
}

const tailOfExponential = 7.697117470131049;
const exponentialZiggurat = buildZiggurat(
  tailOfExponential,
  (tailOfExponential + 1) * exponential(-tailOfExponential),
  (x) => exponential(-x),
  (y) => -logarithm(y),
);
const tailOfNormal = 3.654152885361009;
const normalZiggurat = buildZiggurat(
  tailOfNormal,
  0.00492867323399,
  (x) => exponential(-0.5 * x * x),
  (y) => Math.sqrt(-2 * logarithm(y)),
);

/** Uniform numbers in (0, 1) into `out[0 .. count)`. */
export function fillUniform(state: Int32Array, out: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) out[i] = nextUniform(state);
}

/** Exponential numbers of mean 1 into `out[0 .. count)`. */
export function fillExponential(state: Int32Array, out: Float64Array, count: number): void {
  const { edge, width } = exponentialZiggurat;
  let s0 = state[0]!;
  let s1 = state[1]!;
  let s2 = state[2]!;
  let s3 = state[3]!;
  for (let i = 0; i < count; i++) {
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
    if (x < edge[layer + 1]!) {
      out[i] = x;
      continue;
    }
    state[0] = s0;
    state[1] = s1;
    state[2] = s2;
    state[3] = s3;
    out[i] = exponentialBeyond(state, layer, x);
    s0 = state[0]!;
    s1 = state[1]!;
    s2 = state[2]!;
    s3 = state[3]!;
  }
  state[0] = s0;
  state[1] = s1;
  state[2] = s2;
  state[3] = s3;
}

/** Standard normal numbers into `out[0 .. count)`. */
export function fillNormal(state: Int32Array, out: Float64Array, count: number): void {
  const { edge, width } = normalZiggurat;
  let s0 = state[0]!;
  let s1 = state[1]!;
  let s2 = state[2]!;
  let s3 = state[3]!;
  for (let i = 0; i < count; i++) {
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
    const negative = (low & 256) !== 0;
    if (x < edge[layer + 1]!) {
      out[i] = negative ? -x : x;
      continue;
    }
    state[0] = s0;
    state[1] = s1;
    state[2] = s2;
    state[3] = s3;
    const beyond = normalBeyond(state, layer, x);
    out[i] = negative ? -beyond : beyond;
    s0 = state[0]!;
    s1 = state[1]!;
    s2 = state[2]!;
    s3 = state[3]!;
  }
  state[0] = s0;
  state[1] = s1;
  state[2] = s2;
  state[3] = s3;
}

/** Settles a candidate outside the core of its layer: the wedge, the tail, or another try. */
function exponentialBeyond(state: Int32Array, layerTried: number, candidate: number): number {
  const { edge, height } = exponentialZiggurat;
  let layer = layerTried;
  let x = candidate;
  for (;;) {
    // The tail of an exponential is an exponential again.
    if (layer === 0) return tailOfExponential - logarithm(nextUniform(state));
    const bottom = height[layer] ?? 0;
    if (bottom + nextUniform(state) * ((height[layer + 1] ?? 0) - bottom) < exponential(-x)) return x;
    layer = Math.floor(nextUniform(state) * LAYERS);
    x = nextUniform(state) * (edge[layer] ?? 0);
    if (x < (edge[layer + 1] ?? 0)) return x;
  }
}

function normalBeyond(state: Int32Array, layerTried: number, candidate: number): number {
  const { edge, height } = normalZiggurat;
  let layer = layerTried;
  let x = candidate;
  for (;;) {
    if (layer === 0) {
      // Marsaglia's tail: an exponential proposal under the normal density beyond the last edge.
      for (;;) {
        const a = -logarithm(nextUniform(state)) / tailOfNormal;
        const b = -logarithm(nextUniform(state));
        if (2 * b >= a * a) return tailOfNormal + a;
      }
    }
    const bottom = height[layer] ?? 0;
    if (bottom + nextUniform(state) * ((height[layer + 1] ?? 0) - bottom) < exponential(-0.5 * x * x))
      return x;
    layer = Math.floor(nextUniform(state) * LAYERS);
    x = nextUniform(state) * (edge[layer] ?? 0);
    if (x < (edge[layer + 1] ?? 0)) return x;
  }
}
