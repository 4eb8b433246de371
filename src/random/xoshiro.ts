/**
 * xoshiro128++: the generator behind every stream, on four 32-bit words.
 *
 * 32-bit arithmetic is what JavaScript does natively, the period is 2^128 - 1, and the engine is
 * linear over GF(2), so that streams are cut out of one sequence by jumping ahead (streams.ts).
 *
 * Reference: Blackman & Vigna (2021), "Scrambled linear pseudorandom number generators", ACM TOMS 47(4).
 */

/** One step of the linear engine, without output. */
export function stepState(state: Int32Array): void {
  // Read by index: destructuring a typed array would go through its iterator, ten times slower.
  let s0 = state[0]!;
  let s1 = state[1]!;
  let s2 = state[2]!;
  let s3 = state[3]!;
  const t = s1 << 9;
  s2 ^= s0;
  s3 ^= s1;
  s1 ^= s2;
  s0 ^= s3;
  s2 ^= t;
  s3 = (s3 << 11) | (s3 >>> 21);
  state[0] = s0;
  state[1] = s1;
  state[2] = s2;
  state[3] = s3;
}

/** The next 32 bits as an unsigned integer. */
export function nextWord(state: Int32Array): number {
  const s0 = state[0]!;
  const sum = (s0 + state[3]!) | 0;
  const word = (((sum << 7) | (sum >>> 25)) + s0) >>> 0;
  stepState(state);
  return word;
}

/** A uniform number in (0, 1) on 53 bits, never 0 or 1. */
export function nextUniform(state: Int32Array): number {
  const high = nextWord(state) >>> 5;
  const low = nextWord(state) >>> 6;
  return (high * 67_108_864 + low + 0.5) / 9_007_199_254_740_992;
}
