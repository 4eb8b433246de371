/**
 * Jumping ahead in xoshiro128: n steps at once, for any n, by polynomials over GF(2).
 *
 * One step is a linear map whose characteristic polynomial P has degree 128. n steps are x^n mod P
 * applied to the state, and x^n is a product of the repeated squares x^(2^k).
 *
 * Reference: Haramoto, Matsumoto, Nishimura, Panneton & L'Ecuyer (2008), "Efficient jump ahead for
 * F2-linear random number generators", INFORMS Journal on Computing 20(3).
 */
import { stepState } from './xoshiro.ts';

const DEGREE = 128;
/** Coefficients of x^0 .. x^127, 32 to a word. */
export type Polynomial = Uint32Array<ArrayBuffer>;

/**
 * The low coefficients of P; its leading x^128 is implied. It is the shortest recurrence of one state bit
 * (Berlekamp-Massey on 256 of them), and the published jump polynomials follow from it.
 */
const MODULUS: Polynomial = Uint32Array.of(0xde18fc01, 0x1b489db6, 0x006254b1, 0x00fc65a2);

/**
 * x^(2^k) mod P, by k, each the square of the one before. Those of a purpose and of a replication are written
 * down (jump and long_jump of the published code): nearly a hundred squarings less when a thread starts.
 */
const powers: Polynomial[] = [];
powers[0] = Uint32Array.of(2, 0, 0, 0);
powers[64] = Uint32Array.of(0x8764000b, 0xf542d2d3, 0x6fa035c3, 0x77f2db5b);
powers[96] = Uint32Array.of(0xb523952e, 0x0b6f099f, 0xccf5a0ef, 0x1c580662);

/** x^(count * 2^exponent) mod P; `count` is a whole number below 2^32, `exponent` at most 96. */
export function jumpPolynomial(count: number, exponent: number): Polynomial {
  let polynomial: Polynomial | undefined;
  for (let bit = 0; count >>> bit > 0 && bit < 32; bit++) {
    if (((count >>> bit) & 1) === 0) continue;
    const power = powerOfTwo(exponent + bit);
    polynomial = polynomial ? multiply(polynomial, power) : power;
  }
  return polynomial ?? Uint32Array.of(1, 0, 0, 0);
}

function powerOfTwo(k: number): Polynomial {
  const known = powers[k];
  if (known) return known;
  const root = powerOfTwo(k - 1);
  return (powers[k] = multiply(root, root));
}

/** The state as many steps ahead as the polynomial stands for; `state` itself stays. */
export function jumped(state: Int32Array, polynomial: Polynomial): Int32Array<ArrayBuffer> {
  const walker = state.slice();
  let r0 = 0;
  let r1 = 0;
  let r2 = 0;
  let r3 = 0;
  for (let i = 0; i < DEGREE; i++) {
    const taken = -coefficient(polynomial, i);
    r0 ^= walker[0]! & taken;
    r1 ^= walker[1]! & taken;
    r2 ^= walker[2]! & taken;
    r3 ^= walker[3]! & taken;
    stepState(walker);
  }
  return Int32Array.of(r0, r1, r2, r3);
}

/** Shift and add, from the highest coefficient of b down. */
function multiply(a: Polynomial, b: Polynomial): Polynomial {
  let p0 = 0;
  let p1 = 0;
  let p2 = 0;
  let p3 = 0;
  for (let i = DEGREE - 1; i >= 0; i--) {
    const overflow = p3 >> 31;
    const taken = -coefficient(b, i);
    p3 = ((p3 << 1) | (p2 >>> 31)) ^ (MODULUS[3]! & overflow) ^ (a[3]! & taken);
    p2 = ((p2 << 1) | (p1 >>> 31)) ^ (MODULUS[2]! & overflow) ^ (a[2]! & taken);
    p1 = ((p1 << 1) | (p0 >>> 31)) ^ (MODULUS[1]! & overflow) ^ (a[1]! & taken);
    p0 = (p0 << 1) ^ (MODULUS[0]! & overflow) ^ (a[0]! & taken);
  }
  return Uint32Array.of(p0, p1, p2, p3);
}

function coefficient(polynomial: Polynomial, i: number): number {
  return (polynomial[i >>> 5]! >>> (i & 31)) & 1;
}
