/**
 * Incomplete gamma functions, scaled so that neither end overflows.
 *
 * Reference: DLMF 8.9.2 (continued fraction), 8.11.4 (series).
 */
import { logGamma } from './log-gamma.ts';

/**
 * e^x x^−a Γ(a, x) for a in [1, 2) and x > 0: the upper incomplete gamma function without its
 * dominant factor.
 *
 * From x = 2 on the continued fraction (modified Lentz); below it the power series of the lower
 * function, taken from Γ(a), where at least an eighth of Γ(a) remains, so little cancels.
 */
export function scaledUpperGamma(a: number, x: number): number {
  if (x < 2) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; term > sum * 1e-17; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return Math.exp(x - a * Math.log(x) + logGamma(a)) - sum;
  }
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 500; n++) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    const delta = c * d;
    h *= delta;
    if (Math.abs(delta - 1) < 1e-16) break;
  }
  return h;
}

/** P(a, x) = γ(a, x) / Γ(a) for a whole number a >= 1: the chance that a sum of `a` unit exponentials is at most x. */
export function erlangCdf(a: number, x: number): number {
  if (x <= 0) return 0;
  // Below the mean the upper Poisson tail is summed directly, so a small chance keeps its digits.
  if (x < a) {
    let term = Math.exp(a * Math.log(x) - x - logGamma(a + 1));
    let sum = 0;
    for (let n = a + 1; term > sum * 1e-17; n++) {
      sum += term;
      term *= x / n;
    }
    return sum;
  }
  let term = Math.exp((a - 1) * Math.log(x) - x - logGamma(a));
  let upper = 0;
  for (let n = a - 1; n >= 0 && term > upper * 1e-17; n--) {
    upper += term;
    term *= n / x;
  }
  return 1 - upper;
}
