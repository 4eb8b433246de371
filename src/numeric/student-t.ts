/**
 * Student's t distribution: the half-width of an interval whose spread was itself estimated.
 *
 * Distribution function through the regularised incomplete beta function (continued fraction,
 * Lentz); the quantile by bisection and Newton steps on it. Relative error about 1e-11.
 *
 * Reference: Press, Teukolsky, Vetterling & Flannery (2007), Numerical Recipes, 3rd ed., 6.4 and 6.14.8.
 */
import { exponential, logarithm } from './exp-log.ts';
import { logGamma } from './log-gamma.ts';

/** Chance that a beta variable is at most x. */
export function betaProbability(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaProbability(b, a, 1 - x);
  const front =
    exponential(logGamma(a + b) - logGamma(a) - logGamma(b) + a * logarithm(x) + b * logarithm(1 - x)) / a;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 1e-15) break;
  }
  return front * h;
}

/** Chance that a t variable with this many degrees of freedom lies within -t and t, t >= 0. */
export function studentTwoSided(t: number, degrees: number): number {
  return 1 - betaProbability(degrees / 2, 0.5, degrees / (degrees + t * t));
}

/** The t between whose negative and itself a t variable lies with chance `level`; without degrees of freedom Infinity. */
export function studentHalfWidth(level: number, degrees: number): number {
  if (!(degrees > 0)) return Infinity;
  let low = 0;
  let high = 1;
  while (studentTwoSided(high, degrees) < level) {
    low = high;
    high *= 2;
  }
  for (let i = 0; i < 100 && high - low > 1e-12 * high; i++) {
    const middle = (low + high) / 2;
    if (studentTwoSided(middle, degrees) < level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
