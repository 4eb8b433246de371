/** Whether the two scenarios are met by the same customers, or by more or fewer of them on the same days. */
import type { Analysis } from '../../../scenario/analysis.ts';
import type { Scenario } from '../../../scenario/schema.ts';

type Side = { readonly scenario: Scenario; readonly analysis: Analysis };

/** Volumes that differ by less are the same sum in another order. */
const ROUNDING = 1e-9;

export function sameDemand(before: Side, after: Side): boolean {
  if (before.scenario.busynessCorrelation !== after.scenario.busynessCorrelation) return false;
  const ids = [...before.scenario.channels, ...after.scenario.channels].map(({ id }) => id);
  return ids.every((id) => {
    const [swings, next] = [before, after].map(
      ({ scenario }) => scenario.channels.find((one) => one.id === id)?.demand,
    );
    if (swings && next && swings.dayFactorCv !== next.dayFactorCv) return false;
    if (swings && next && (swings.levelCv ?? 0) !== (next.levelCv ?? 0)) return false;
    const [old, now] = [arriving(before, id), arriving(after, id)];
    // A channel that only one of the two has counts by the contacts it takes.
    const length = Math.max(old.length, now.length);
    for (let i = 0; i < length; i++) {
      const [a, b] = [old[i] ?? 0, now[i] ?? 0];
      if (Math.abs(a - b) > ROUNDING * Math.max(a, b)) return false;
    }
    return true;
  });
}

function arriving({ analysis }: Side, id: string): Float64Array {
  return analysis.channels.find((one) => one.id === id)?.arriving ?? new Float64Array(0);
}
