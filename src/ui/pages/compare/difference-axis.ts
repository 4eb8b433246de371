/** Differences around a common zero. */
import { scaleLinear } from 'd3';
import type { Scale } from '../../charts/scales.ts';

export type Difference = { readonly value: number; readonly low: number; readonly high: number };

/** The axis holds zero and every finite end of an interval. */
export function differenceAxis(
  rows: readonly Difference[],
  width: number,
): { readonly x: Scale; readonly ticks: readonly number[] } {
  const ends = rows.flatMap(({ value, low, high }) => [value, low, high]).filter(Number.isFinite);
  const reach = Math.max(...ends.map(Math.abs), 1e-9);
  const x = scaleLinear(
    [Math.min(0, ...ends) - reach * 0.08, Math.max(0, ...ends) + reach * 0.08],
    [0, width],
  );
  return { x, ticks: x.ticks(width < 320 ? 3 : 5) };
}
