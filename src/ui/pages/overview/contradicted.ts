/** Channels that a finished simulation finds well staffed while the models, and so the actions, do not. */
import type { Probability, Share } from '../../../units.ts';
import type { TargetComparison } from '../simulation/comparison.ts';

/**
 * Share of the simulated weeks that keep each target of such a channel, at least; only channels
 * where every target that can be simulated is met as often as wanted, and surely more often than
 * the models give the channel a chance.
 *
 * @param comparisons of the plan on screen with its own finished simulation
 */
export function contradictedChannels(
  comparisons: readonly TargetComparison[],
  assurance: Share,
): ReadonlyMap<string, Probability> {
  const found = new Map<string, Probability>();
  for (const id of new Set(comparisons.map(({ channel }) => channel.id))) {
    const own = comparisons.filter(({ channel }) => channel.id === id);
    const inFavour = own.every(
      ({ channel, met }) => met !== null && met.value >= assurance && met.low > channel.chance,
    );
    if (inFavour) found.set(id, Math.min(...own.map(({ met }) => met?.value ?? 0)));
  }
  return found;
}
