/** Patience of customers who wait already: the law of those who have not given up by then. */
import type { Sampler } from './sampler.ts';

/**
 * A duration above `least`, as likely as among all durations above it; `least` where none is.
 *
 * Durations rise or fall with their uniform number, so those above lie on one side of a number found by halving;
 * only mixtures have a way of their own.
 *
 * @param uniform in (0, 1)
 */
export function above({ at, beyond }: Sampler, least: number, uniform: number): number {
  if (beyond) return beyond(least, uniform);
  const rises = at(0.75) > at(0.25);
  let low = 0;
  let high = 1;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle === low || middle === high) break;
    if (at(middle) > least === rises) high = middle;
    else low = middle;
  }
  if (rises) return high < 1 ? at(high + (1 - high) * uniform) : least;
  return low > 0 ? at(low * uniform) : least;
}
