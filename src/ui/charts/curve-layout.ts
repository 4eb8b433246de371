/** A measured curve: y against x, with its points shown, since between them nothing was computed. */
import { line, scaleLinear } from 'd3';
import type { Scale } from './scales.ts';

export type CurvePoint = { readonly x: number; readonly y: number };

export type CurveLayout = {
  readonly x: Scale;
  readonly y: Scale;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  readonly path: string;
};

/**
 * @param others points drawn beside the curve, which must fit into the picture too
 * @param yDomain fixed ends of the y axis, [0, 1] for shares; from the data when left out
 * @param ticksOfX round values of x, about as many as it is told
 */
export function layoutCurve(
  points: readonly CurvePoint[],
  others: readonly CurvePoint[],
  { width, height }: { readonly width: number; readonly height: number },
  yDomain?: readonly [number, number],
  ticksOfX: (scale: Scale, count: number) => number[] = (scale, count) => scale.ticks(count),
): CurveLayout {
  const all = [...points, ...others];
  const x = scaleLinear(paddedEnds(all.map((point) => point.x)), [0, width]);
  const y = scaleLinear(yDomain ?? paddedEnds(all.map((point) => point.y)), [height, 0]);
  if (!yDomain) y.nice(4);
  return {
    x,
    y,
    xTicks: ticksOfX(x, Math.max(2, Math.floor(width / 110))),
    yTicks: y.ticks(4),
    path: pathOf(points, x, y),
  };
}

/** A line through points. */
export function pathOf(points: readonly CurvePoint[], x: Scale, y: Scale): string {
  return (
    line<CurvePoint>(
      (point) => x(point.x),
      (point) => y(point.y),
    )(points) ?? ''
  );
}

/** The extent with 5 % of room at both ends; a single value gets room around it. */
function paddedEnds(values: readonly number[]): [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = (high - low || Math.abs(high) || 1) * 0.05;
  return [low - room, high + room];
}
