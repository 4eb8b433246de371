/** Scales and round ticks shared by the chart layouts: d3 for the arithmetic, no DOM. */
import { scaleLinear, type ScaleLinear } from 'd3';

export type Scale = ScaleLinear<number, number>;

/**
 * From 0 to a round number above everything drawn; `least`: to this at any rate, so that a fraction
 * of a contact looks like little. A chart of zeros still has a height.
 */
export function countScale(values: readonly number[], height: number, least = 0): Scale {
  let most = 0;
  for (const value of values) if (Number.isFinite(value) && value > most) most = value;
  return scaleLinear([0, Math.max(least, most * 1.08) || 1], [height, 0]).nice(6);
}

/** Whole ticks only, where halves of an agent or a contact make no sense. */
export function wholeTicks(scale: Scale, count: number): number[] {
  return scale.ticks(count).filter(Number.isInteger);
}

/** As many of the ticks as can be told apart once written: every second, third … from zero, or all. */
export function distinctTicks(
  ticks: readonly number[],
  format: (tick: number) => string,
): { readonly tick: number; readonly label: string }[] {
  const zero = Math.max(0, ticks.indexOf(0));
  for (let every = 1; ; every++) {
    const kept = ticks
      .filter((_, index) => (index - zero) % every === 0)
      .map((tick) => ({ tick, label: format(tick) }));
    if (new Set(kept.map(({ label }) => label)).size === kept.length) return kept;
  }
}

/** Every how many places a label fits: the smallest of 1, 2, 3, 4, 6 … steps that gives each `room` pixels. */
export function labelStep(places: number, width: number, room: number, steps: readonly number[]): number {
  const most = Math.max(1, Math.floor(width / room));
  return steps.find((step) => places / step <= most) ?? Math.ceil(places / most);
}
