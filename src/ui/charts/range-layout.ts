/** Rows with a point, its interval, and a second mark to compare it with, on one common axis. */
import { scaleLinear } from 'd3';
import type { Scale } from './scales.ts';

export type RangeRow = {
  readonly name: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** What was expected beforehand. */
  readonly expected: number | null;
};

export type RangeLayout = {
  readonly x: Scale;
  readonly ticks: readonly number[];
  readonly rowHeight: number;
};

/** The axis is [0, 1]: shares only. */
export function layoutRanges(
  rows: readonly RangeRow[],
  { width, height }: { readonly width: number; readonly height: number },
): RangeLayout {
  const x = scaleLinear([0, 1], [0, width]);
  return { x, ticks: x.ticks(width < 320 ? 2 : 4), rowHeight: height / Math.max(1, rows.length) };
}
