/** From a start through signed steps to a total: workload to FTE, baseline to scenario. */
import { scaleLinear } from 'd3';
import type { Scale } from './scales.ts';

export type WaterfallStep = {
  readonly name: string;
  readonly value: number;
  /** `total` bars stand on zero; `change` bars hang between the totals before and after. */
  readonly kind: 'total' | 'change';
};

export type WaterfallBar = WaterfallStep & {
  readonly from: number;
  readonly to: number;
  readonly y: number;
};

export type WaterfallLayout = {
  readonly x: Scale;
  readonly ticks: readonly number[];
  readonly bars: readonly WaterfallBar[];
  readonly rowHeight: number;
};

/** Horizontal bars, one row per step, so that names stay readable on a phone. */
export function layoutWaterfall(
  steps: readonly WaterfallStep[],
  { width, height }: { readonly width: number; readonly height: number },
): WaterfallLayout {
  const rowHeight = height / Math.max(1, steps.length);
  let level = 0;
  const bars = steps.map((step, row): WaterfallBar => {
    const from = step.kind === 'total' ? 0 : level;
    level = step.kind === 'total' ? step.value : level + step.value;
    return { ...step, from, to: level, y: row * rowHeight };
  });
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const x = scaleLinear([low, high === low ? low + 1 : high], [0, width]).nice(4);
  return { x, ticks: x.ticks(4), bars, rowHeight };
}
