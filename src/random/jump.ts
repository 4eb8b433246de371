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

/** x^(2^k) mod P for k = 0 .. 127. */
let powers: readonly Polynomial[] | undefined;

/** x^(count * 2^exponent) mod P; `count` is a whole number below 2^32, `exponent` at most 96. */
export function jumpPolynomial(count: number, exponent: number): Polynomial {
  powers ??= squares();
  let polynomial: Polynomial = new Uint32Array([1, 0, 0, 0]);
  for (let bit = 0; bit < 32; bit++) {
    const power = powers[exponent + bit];
    if (power && ((count >>> bit) & 1) === 1) polynomial = multiply(polynomial, power);
  }
  return polynomial;
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

function squares(): readonly Polynomial[] {
  const x: Polynomial = Uint32Array.of(2, 0, 0, 0);
  const found = [x];
  for (let k = 1; k < DEGREE; k++) {
    const last = found[k - 1] ?? x;
    found.push(multiply(last, last));
  }
  return found;
}

function multiply(a: Polynomial, b: Polynomial): Polynomial {
  const product = new Uint32Array(4);
  for (let i = DEGREE - 1; i >= 0; i--) {
    const overflow = (product[3] ?? 0) >>> 31;
    for (let w = 3; w > 0; w--) product[w] = ((product[w] ?? 0) << 1) | ((product[w - 1] ?? 0) >>> 31);
    product[0] = (product[0] ?? 0) << 1;
    if (overflow) add(product, MODULUS);
    if (coefficient(b, i)) add(product, a);
  }
  return product;
}

function add(to: Polynomial, from: Polynomial): void {
  for (let w = 0; w < 4; w++) to[w] = (to[w] ?? 0) ^ (from[w] ?? 0);
}

function coefficient(polynomial: Polynomial, i: number): number {
  return ((polynomial[i >>> 5] ?? 0) >>> (i & 31)) & 1;
}
