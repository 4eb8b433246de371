/** How a class fares from replication to replication: quantiles of its service level over whole horizons. */
import { quantileEstimate } from '../numeric/order-statistics.ts';
import type { Share } from '../units.ts';
import type { Accumulated } from './accumulate.ts';
import { CLASS_VALUES, V_GOOD, V_JUDGED } from './class-values.ts';
import type { ReplicationQuantile } from './summary.ts';

/** The worst tenth, the middle, the best tenth. */
const SHARES: readonly Share[] = [0.1, 0.5, 0.9];

/** Of the replications in which there was something to judge; with none of them an empty list. */
export function serviceLevelQuantiles(
  { totals, replications }: Accumulated,
  c: number,
  classes: number,
  level: Share,
): ReplicationQuantile[] {
  const levels = new Float64Array(replications);
  let judged = 0;
  for (let r = 0; r < replications; r++) {
    const at = (r * classes + c) * CLASS_VALUES;
    if (totals[at + V_JUDGED]! > 0) levels[judged++] = totals[at + V_GOOD]! / totals[at + V_JUDGED]!;
  }
  if (judged === 0) return [];
  const sorted = levels.subarray(0, judged).sort();
  return SHARES.map((share) => {
    const { value, low, high } = quantileEstimate(sorted, share, level);
    return { share, atMost: { value, low: Math.max(0, low), high: Math.min(1, high) } };
  });
}
