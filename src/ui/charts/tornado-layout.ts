/** Bars to both sides of today's value: what lowering and raising each driver does. */
import { scaleLinear } from 'd3';
import type { Scale } from './scales.ts';

export type TornadoBar = { readonly name: string; readonly lower: number; readonly higher: number };

export type TornadoLayout = {
  readonly x: Scale;
  readonly ticks: readonly number[];
  readonly rowHeight: number;
  readonly rows: readonly (TornadoBar & { readonly y: number })[];
};

export function layoutTornado(
  bars: readonly TornadoBar[],
  { width, height }: { readonly width: number; readonly height: number },
): TornadoLayout {
  let widest = 0;
  for (const { lower, higher } of bars) widest = Math.max(widest, Math.abs(lower), Math.abs(higher));
  // Symmetric, so that equal lengths mean equal money on both sides.
  const x = scaleLinear([-(widest || 1), widest || 1], [0, width]).nice(4);
  const rowHeight = height / Math.max(1, bars.length);
  return { x, ticks: x.ticks(5), rowHeight, rows: bars.map((bar, row) => ({ ...bar, y: row * rowHeight })) };
}
