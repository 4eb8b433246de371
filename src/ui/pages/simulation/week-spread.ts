/** How far single weeks lie apart: the share in time in the worst tenth of them, in the middle, in the best tenth. */
import type { ChannelSummary } from '../../../scenario/simulate.ts';
import type { Estimate } from '../../../simulation/summary.ts';

export type WeekSpread = { readonly worst: Estimate; readonly middle: Estimate; readonly best: Estimate };

/** Closer together than this, weeks are all alike. */
const ALIKE = 0.01;

/** Null where no share in time is promised, where the weeks are alike, or too few to tell the worst from the best. */
export function weekSpread({
  targetMet,
  serviceLevelQuantiles: [worst, middle, best],
}: Pick<ChannelSummary, 'targetMet' | 'serviceLevelQuantiles'>): WeekSpread | null {
  if (targetMet.serviceLevel === null || !worst || !middle || !best) return null;
  const known = worst.atMost.high < best.atMost.low;
  if (!known || best.atMost.value - worst.atMost.value < ALIKE) return null;
  return { worst: worst.atMost, middle: middle.atMost, best: best.atMost };
}
