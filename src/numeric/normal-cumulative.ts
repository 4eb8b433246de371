/**
 * The standard normal distribution function.
 *
 * Reference: G. Marsaglia (2004), "Evaluating the Normal Distribution", Journal of Statistical
 * Software 11(4): the Taylor series of Φ(x) − ½ times e^(x²/2), all terms positive, and beyond
 * |x| = 3 the continued fraction of Mills' ratio, which keeps the relative precision of the tail.
 */
import { exponential } from './exp-log.ts';

/** @example normalCumulative(1.959963984540054) // 0.975 */
export function normalCumulative(x: number): number {
  if (Math.abs(x) > 3) {
    const tail = upperTail(Math.abs(x));
    return x > 0 ? 1 - tail : tail;
  }
  let sum = x;
  let term = x;
  for (let k = 3; sum + term !== sum; k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + sum * density(x);
}

function density(x: number): number {
  return exponential((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}

/** P(Z > x) for x > 3: φ(x) / (x + 1/(x + 2/(x + 3/…))). */
function upperTail(x: number): number {
  let fraction = x;
  // The further out, the fewer terms: 128 at 3, 25 at 8.
  for (let k = Math.ceil(8 + 1080 / (x * x)); k >= 1; k--) fraction = x + k / fraction;
  return density(x) / fraction;
}
