/** How often which value came out: bins of equal, round width, counted as shares of all values. */
import { bisectRight, scaleLinear } from 'd3';
import type { Scale } from './scales.ts';

export type HistogramBar = { readonly from: number; readonly to: number; readonly share: number };

export type HistogramLayout = {
  readonly x: Scale;
  readonly y: Scale;
  readonly bars: readonly HistogramBar[];
};

export function layoutHistogram(
  values: readonly number[],
  { width, height, bins }: { readonly width: number; readonly height: number; readonly bins: number },
): HistogramLayout {
  const finite = values.filter(Number.isFinite);
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  // Values that differ by rounding only are one bar, not a scale of their own.
  const spread = high - low > 1e-6 * Math.max(1, Math.abs(high));
  const domain = finite.length === 0 ? [0, 1] : spread ? [low, high] : [low - 0.5, high + 0.5];
  const x = scaleLinear(domain, [0, width]).nice(bins);
  const edges = x.ticks(bins);
  const last = Math.max(0, edges.length - 2);
  const counts = Array.from({ length: last + 1 }, () => 0);
  for (const value of finite) {
    // The topmost value belongs to the last bin, not to one of its own.
    const at = Math.min(last, Math.max(0, bisectRight(edges, value) - 1));
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const bars = counts.map((count, index) => ({
    from: edges[index] ?? 0,
    to: edges[index + 1] ?? 1,
    share: count / Math.max(1, finite.length),
  }));
  const most = Math.max(1e-9, ...bars.map(({ share }) => share));
  return { x, y: scaleLinear([0, most], [height, 0]), bars };
}
