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

/** Seconds between ticks that people count in. */
const ROUND_SECONDS = [
  1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400, 28_800, 86_400,
];

/** About `count` ticks of a scale in seconds, at whole minutes or hours where they lie so far apart. */
export function durationTicks(scale: Scale, count: number): number[] {
  const [low = 0, high = 0] = scale.domain();
  const step = ROUND_SECONDS.find((seconds) => (high - low) / seconds <= count);
  if (step === undefined || high - low < count) return scale.ticks(count);
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, k) => (first + k) * step);
}

/** As many of the ticks, in their places, as can be told apart once written: every second, third … from zero, or all. */
export function distinctTicks(
  ticks: readonly number[],
  format: (tick: number) => string,
  place: (tick: number) => number,
): { readonly at: number; readonly label: string }[] {
  const zero = Math.max(0, ticks.indexOf(0));
  for (let every = 1; ; every++) {
    const kept = ticks
      .filter((_, index) => (index - zero) % every === 0)
      .map((tick) => ({ at: place(tick), label: format(tick) }));
    if (new Set(kept.map(({ label }) => label)).size === kept.length) return kept;
  }
}

/** Every how many places a label fits: the smallest of 1, 2, 3, 4, 6 … steps that gives each `room` pixels. */
export function labelStep(places: number, width: number, room: number, steps: readonly number[]): number {
  const most = Math.max(1, Math.floor(width / room));
  return steps.find((step) => places / step <= most) ?? Math.ceil(places / most);
}
