/** How the forecast did where counts are small, from the tenths of their laws into which they fell. */
import type { ForecastResult, Horizon, PitRow } from '../../../forecast/result.ts';
import type { Share } from '../../../units.ts';

/** What came beside what was said: as said, spread wider or closer than said, mostly below or above. */
export type SmallCountsVerdict = 'right' | 'tooNarrow' | 'tooWide' | 'tooHigh' | 'tooLow';

export type SmallCounts = {
  readonly values: number;
  /** Shares in the middle eight tenths and in the lowest and highest one; 0.8, 0.1 and 0.1 when right. */
  readonly middle: Share;
  readonly below: Share;
  readonly above: Share;
  readonly verdict: SmallCountsVerdict;
};

/** By so much a share may miss what is due: of a hundred counts a tenth is known to three hundredths. */
const TOLERANCE = 0.05;
/** Fewer counts would be judged by chance. */
const LEAST_VALUES = 100;

/** Null where counts are not small, or too few are to be judged. */
export function smallCountsAt(
  { smallCounts }: Pick<ForecastResult, 'smallCounts'>,
  horizon: Horizon,
): SmallCounts | null {
  const row = smallCounts.find((each) => each.horizon === horizon);
  return row === undefined || row.values < LEAST_VALUES ? null : judged(row);
}

function judged({ values, tenths }: PitRow): SmallCounts {
  const [below, above] = [tenths[0] ?? 0, tenths.at(-1) ?? 0];
  const middle = 1 - below - above;
  return { values, middle, below, above, verdict: verdictOf(middle, below, above) };
}

function verdictOf(middle: Share, below: Share, above: Share): SmallCountsVerdict {
  const far = (share: Share, due: Share) => Math.abs(share - due) > TOLERANCE + 1e-9;
  if (far(middle, 0.8)) {
    // one end alone: the whole forecast lies beside
    if (below > 2 * above && middle < 0.8) return 'tooHigh';
    if (above > 2 * below && middle < 0.8) return 'tooLow';
    return middle < 0.8 ? 'tooNarrow' : 'tooWide';
  }
  if (far(below, 0.1) || far(above, 0.1)) return below > above ? 'tooHigh' : 'tooLow';
  return 'right';
}
