/**
 * Natural logarithm of the gamma function for positive arguments.
 *
 * Lanczos approximation with g = 607/128 and 15 coefficients (Godfrey 2001); from 10 up the
 * Stirling series, whose terms there fall below rounding. Relative error about 1e-15, except that
 * near 1 and 2, where the logarithm vanishes, the error is 1e-15 absolute.
 */
import { logarithm } from './exp-log.ts';
const G = 607 / 128;
const COEFFICIENTS = [
  0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
  3.399464998481189e-5, 4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125,
  -0.00021026444172410488, 0.00021743961811521265, -0.0001643181065367639, 8.441822398385275e-5,
  -2.6190838401581408e-5, 3.6899182659531625e-6,
];
const HALF_LOG_TWO_PI = 0.9189385332046728;

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  if (x >= 10) {
    const inverse = 1 / x;
    const square = inverse * inverse;
    const series =
      inverse *
      (1 / 12 -
        square *
          (1 / 360 -
            square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - (square * 691) / 360360)))));
    return (x - 0.5) * logarithm(x) - x + HALF_LOG_TWO_PI + series;
  }
  let sum = COEFFICIENTS[0] ?? 0;
  for (let i = 1; i < COEFFICIENTS.length; i++) sum += (COEFFICIENTS[i] ?? 0) / (x - 1 + i);
  const t = x - 0.5 + G;
  return HALF_LOG_TWO_PI + (x - 0.5) * logarithm(t) - t + logarithm(sum);
}
