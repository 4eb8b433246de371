/**
 * The law of a small count: the negative binomial of the mean m and variance v that the gamma of `law.ts` has,
 * Poisson where v is no more than m. With b = v/m − 1 = dispersion − 1 + factorCv² · m:
 *
 *     P(0)     = (1 + b)^(−m/b)                          Poisson: e^(−m)
 *     P(x + 1) = P(x) · (m + b x) / ((1 + b) (x + 1))
 *
 * It is a Poisson count whose rate is a gamma, which is what a day factor makes of it. A quantile is the least
 * whole number that is not exceeded with at least its probability: of counts, no number between two of them has
 * a smaller expected pinball loss.
 *
 * From a mean of `FEW` contacts on the gamma stands, without steps: single contacts are small beside its width,
 * and a band of whole ones holds more than it says. Where one law takes over from the other, a value moves by no
 * more than it does from one whole number to the next.
 *
 * References: Johnson, Kemp & Kotz (2005), "Univariate Discrete Distributions", 3rd ed., sections 4.3 and 5.1;
 * Gneiting (2011), "Quantiles as optimal point forecasts", IJF 27(2), for the loss.
 */
import { normalCumulative } from '../numeric/normal-cumulative.ts';
import { valuesAt, type Spread } from './law.ts';

/** Below this mean, single contacts make the law. */
export const FEW = 10;

/** Where a law is asked for its values: scores, and the probabilities of the same. */
export type Asked = { readonly scores: readonly number[]; readonly chances: readonly number[] };

export function askedAt(scores: readonly number[]): Asked {
  return { scores, chances: scores.map(normalCumulative) };
}

/** The contacts with the scores asked for: whole numbers while the mean is small. O(values + mean). */
export function contactsAt({ scores, chances }: Asked, mean: number, spread: Spread): number[] {
  const out = Array<number>(scores.length).fill(0);
  if (mean < FEW) countsAt(chances, mean, spread, out);
  else valuesAt(scores, mean, spread, out);
  return out;
}

/**
 * Quantiles of the negative binomial, into `out`; quickest for ascending `chances`. Beyond what doubles can tell
 * from 1, the count at which they no longer can.
 */
export function countsAt(
  chances: readonly number[],
  mean: number,
  spread: Spread,
  out: number[] | Float64Array,
): void {
  const { beyond, none } = startOf(mean, spread);
  let [count, chance, sum, before] = [0, none, none, 0];
  for (let k = 0; k < chances.length; k++) {
    const asked = chances[k] ?? 0;
    if (asked < before) [count, chance, sum] = [0, none, none];
    before = asked;
    while (sum < asked) {
      chance *= (mean + beyond * count) / ((1 + beyond) * (count + 1));
      if (sum + chance === sum) break;
      sum += chance;
      count++;
    }
    out[k] = count;
  }
}

/** P(X < count) and P(X ≤ count). O(count). */
export function chancesAround(
  count: number,
  mean: number,
  spread: Spread,
): { readonly below: number; readonly upTo: number } {
  const { beyond, none } = startOf(mean, spread);
  let [below, chance] = [0, none];
  for (let x = 0; x < count; x++) {
    below += chance;
    chance *= (mean + beyond * x) / ((1 + beyond) * (x + 1));
  }
  return { below, upTo: below + chance };
}

function startOf(mean: number, { dispersion, factorCv }: Spread): { beyond: number; none: number } {
  const beyond = Math.max(0, dispersion - 1 + factorCv * factorCv * mean);
  // log(1 + b) / b, which tends to 1
  const slope = beyond > 0 ? Math.log1p(beyond) / beyond : 1;
  return { beyond, none: Math.exp(-mean * slope) };
}
