/** A day half seen as points: actuals, then the forecast with its bands; the forecast before as a second line. */
import { parseStart } from '../../../numeric/civil-date.ts';
import type { WithinDayForecast } from '../../../forecast/within-day.ts';

export type TodayPoint = {
  readonly value: number | null;
  readonly other: number | null;
  /** Widest first; none where it is known what came. */
  readonly bands: readonly { readonly low: number; readonly high: number }[];
};

/** From the first to the last interval in which anything came or was expected; `first` is its slot. */
export function todayPoints(
  forecast: Pick<WithinDayForecast, 'starts' | 'mean' | 'bands'>,
  actuals: readonly (number | null)[],
  before: ArrayLike<number>,
  slotsPerDay: number,
): { readonly first: number; readonly points: readonly TodayPoint[] } {
  const minutes = 1440 / slotsPerDay;
  const starts = forecast.starts.map((start) => (parseStart(start)?.minute ?? 0) / minutes);
  // a history may be coarser than the days planned: its slots are split evenly
  const length = starts.length > 1 ? (starts[1] ?? 0) - (starts[0] ?? 0) : 1;
  const bands = forecast.bands.toSorted((a, b) => b.level - a.level);
  const all = Array.from({ length: slotsPerDay }, (_, slot): TodayPoint => {
    const expected = before[slot] ?? 0;
    const other = expected > 0 ? expected : null;
    if (slot < actuals.length) return { value: actuals[slot] ?? null, other, bands: [] };
    const at = starts.findLastIndex((start) => start <= slot && slot < start + length);
    const mean = forecast.mean[at];
    if (mean === undefined) return { value: null, other, bands: [] };
    return {
      value: mean / length,
      other,
      bands: bands.map(({ low, high }) => ({ low: (low[at] ?? 0) / length, high: (high[at] ?? 0) / length })),
    };
  });
  const used = ({ value, other }: TodayPoint) => value !== null || other !== null;
  const first = Math.max(0, all.findIndex(used));
  return { first, points: all.slice(first, all.findLastIndex(used) + 1) };
}
