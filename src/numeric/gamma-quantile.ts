/**
 * Inverse of the gamma distribution function with scale 1.
 *
 * The regularised incomplete gamma function by its series below shape + 1 and by Lentz's continued
 * fraction above; the inverse by Halley steps from the Wilson-Hilferty start, kept in a bracket.
 * Relative error about 1e-12. Beyond a shape of 1e8, where the series would take ever longer, the
 * Wilson-Hilferty start is the answer: relative error of the order of shape^-3/2, below 1e-11.
 *
 * Reference: Press, Teukolsky, Vetterling & Flannery (2007), Numerical Recipes, 3rd ed., 6.2.
 */
import { exponential, logarithm } from './exp-log.ts';
import { logGamma } from './log-gamma.ts';
import { normalCumulative } from './normal-cumulative.ts';
import { normalQuantile } from './normal-quantile.ts';

const LARGE = 1e8;

/** Chance that a gamma variable of this shape and scale 1 is at most x. */
export function gammaProbability(shape: number, x: number): number {
  if (!(x > 0)) return 0;
  if (shape > LARGE) {
    const ninth = 1 / (9 * shape);
    return normalCumulative((exponential(logarithm(x / shape) / 3) - 1 + ninth) / Math.sqrt(ninth));
  }
  const front = exponential(shape * logarithm(x) - x - logGamma(shape));
  if (x < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let n = 1; term > sum * 1e-16; n++) {
      term *= x / (shape + n);
      sum += term;
    }
    return sum * front;
  }
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 100_000; i++) {
    const a = -i * (i - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 1e-15) break;
  }
  return 1 - front * h;
}

/** The shape of gamma variables with this coefficient of variation, above 0; one so small that no number tells it from 0 has the largest. */
export function gammaShape(cv: number): number {
  return Math.min(1e300, 1 / (cv * cv));
}

/** The number below which a gamma variable of this shape and scale 1 falls with `probability`, in (0, 1). */
export function gammaQuantile(shape: number, probability: number): number {
  const z = normalQuantile(probability);
  const ninth = 1 / (9 * shape);
  const root = 1 - ninth + z * Math.sqrt(ninth);
  let x = shape * root * root * root;
  if (shape > LARGE) return x;
  // Far left of a small shape P(x) is close to x^shape / Gamma(shape + 1).
  if (!(x > 0.02 * shape)) x = exponential((logarithm(probability) + logGamma(shape + 1)) / shape);
  let low = 0;
  let high = Infinity;
  const logFront = logGamma(shape);
  for (let i = 0; i < 60; i++) {
    const error = gammaProbability(shape, x) - probability;
    if (error > 0) high = x;
    else low = x;
    const density = exponential((shape - 1) * logarithm(x) - x - logFront);
    const newton = error / density;
    const halley = newton / (1 - Math.min(0.5, Math.max(-0.5, newton * ((shape - 1) / x - 1) * 0.5)));
    let next = x - halley;
    if (!(next > low && next < high)) next = high === Infinity ? 2 * x : (low + high) / 2;
    const done = Math.abs(next - x) <= 1e-13 * x;
    x = next;
    if (done || x === 0) break;
  }
  return x;
}
