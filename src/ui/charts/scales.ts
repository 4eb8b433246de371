/** Scales and round ticks shared by the chart layouts: d3 for the arithmetic, no DOM. */
import { scaleLinear, type ScaleLinear } from 'd3';

export type Scale = ScaleLinear<number, number>;

/** From 0 to a round number above everything drawn; a chart of zeros still has a height. */
export function countScale(values: readonly number[], height: number): Scale {
  let most = 0;
  for (const value of values) if (Number.isFinite(value) && value > most) most = value;
  return scaleLinear([0, most > 0 ? most * 1.08 : 1], [height, 0]).nice(6);
}

/** Whole ticks only, where halves of an agent or a contact make no sense. */
export function wholeTicks(scale: Scale, count: number): number[] {
  return scale.ticks(count).filter(Number.isInteger);
}

/** Every how many places a label fits: the smallest of 1, 2, 3, 4, 6 … steps that gives each `room` pixels. */
export function labelStep(places: number, width: number, room: number, steps: readonly number[]): number {
  const most = Math.max(1, Math.floor(width / room));
  return steps.find((step) => places / step <= most) ?? Math.ceil(places / most);
}
