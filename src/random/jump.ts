/**
 * Jumping ahead in xoshiro128: n steps at once, for any n, by polynomials over GF(2).
 *
 * One step is a linear map whose characteristic polynomial P has degree 128. n steps are x^n mod P
 * applied to the state, and x^n is a product of the repeated squares x^(2^k). P itself is read off
 * 256 output bits with the Berlekamp-Massey algorithm, which takes less room than a table.
 *
 * Reference: Haramoto, Matsumoto, Nishimura, Panneton & L'Ecuyer (2008), "Efficient jump ahead for
 * F2-linear random number generators", INFORMS Journal on Computing 20(3).
 */
import { stepState } from './xoshiro.ts';

const DEGREE = 128;
/** Coefficients of x^0 .. x^127, 32 to a word. */
export type Polynomial = Uint32Array<ArrayBuffer>;

/** The low coefficients of P (its leading x^128 is implied), and x^(2^k) mod P for k = 0 .. 127. */
type JumpTable = { readonly modulus: Polynomial; readonly powers: readonly Polynomial[] };

let table: JumpTable | undefined;

/** x^(count * 2^exponent) mod P; `count` is a whole number below 2^32, `exponent` at most 96. */
export function jumpPolynomial(count: number, exponent: number): Polynomial {
  table ??= buildTable();
  let polynomial: Polynomial = new Uint32Array([1, 0, 0, 0]);
  for (let bit = 0; bit < 32; bit++) {
    const power = table.powers[exponent + bit];
    if (power && ((count >>> bit) & 1) === 1) polynomial = multiply(polynomial, power, table.modulus);
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

function buildTable(): JumpTable {
  const modulus = characteristicPolynomial();
  const x = new Uint32Array([2, 0, 0, 0]);
  const powers = [x];
  for (let k = 1; k < DEGREE; k++) {
    const last = powers[k - 1] ?? x;
    powers.push(multiply(last, last, modulus));
  }
  return { modulus, powers };
}

function multiply(a: Polynomial, b: Polynomial, modulus: Polynomial): Polynomial {
  const product = new Uint32Array(4);
  for (let i = DEGREE - 1; i >= 0; i--) {
    const overflow = (product[3] ?? 0) >>> 31;
    for (let w = 3; w > 0; w--) product[w] = ((product[w] ?? 0) << 1) | ((product[w - 1] ?? 0) >>> 31);
    product[0] = (product[0] ?? 0) << 1;
    if (overflow) add(product, modulus);
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

/** Berlekamp-Massey on one state bit: the shortest recurrence that makes the sequence is P reversed. */
function characteristicPolynomial(): Polynomial {
  const state = new Int32Array([1, 2, 3, 4]);
  const bits: number[] = [];
  for (let n = 0; n < 2 * DEGREE; n++) {
    bits.push((state[0] ?? 0) & 1);
    stepState(state);
  }
  let connection = [1];
  let previous = [1];
  let length = 0;
  let shift = 1;
  for (let n = 0; n < bits.length; n++) {
    let discrepancy = 0;
    for (let i = 0; i <= length; i++) discrepancy ^= (connection[i] ?? 0) & (bits[n - i] ?? 0);
    if (discrepancy === 0) {
      shift++;
      continue;
    }
    const before = connection;
    connection = connection.slice();
    for (let i = 0; i < previous.length; i++)
      connection[i + shift] = (connection[i + shift] ?? 0) ^ (previous[i] ?? 0);
    if (2 * length <= n) {
      length = n + 1 - length;
      previous = before;
      shift = 1;
    } else shift++;
  }
  const modulus = new Uint32Array(4);
  for (let i = 1; i <= DEGREE; i++) {
    const power = DEGREE - i;
    if (connection[i]) modulus[power >>> 5] = (modulus[power >>> 5] ?? 0) | (1 << (power & 31));
  }
  return modulus;
}
