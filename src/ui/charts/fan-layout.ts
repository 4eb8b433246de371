/** A line over time with its bands (a fan), and a second line beside it: history, forecast, simulation. */
import { area, line } from 'd3';
import { countScale, wholeTicks, type Scale } from './scales.ts';

export type FanPoint = {
  /** Null breaks the line: closed, or unknown. */
  readonly value: number | null;
  /** Bands from the widest to the narrowest. */
  readonly bands?: readonly { readonly low: number; readonly high: number }[];
  /** A second series, drawn thin: actuals under a forecast, the baseline under a scenario. */
  readonly other?: number | null;
  /** Known of a point without a value: a ring beside the line, at least so many. */
  readonly part?: number | null;
};

export type FanLayout = {
  readonly x: (index: number) => number;
  readonly y: Scale;
  readonly ticks: readonly number[];
  readonly line: string;
  readonly other: string;
  readonly bands: readonly string[];
};

/** Counts get whole ticks, shares those that suit them. */
export function layoutFan(
  points: readonly FanPoint[],
  { width, height }: { readonly width: number; readonly height: number },
  unit: 'count' | 'share' = 'count',
): FanLayout {
  const x = (index: number): number =>
    points.length > 1 ? (index / (points.length - 1)) * width : width / 2;
  const y = countScale(
    points.flatMap(({ value, bands, other, part }) => [
      value ?? 0,
      other ?? 0,
      part ?? 0,
      ...(bands ?? []).map(({ high }) => high),
    ]),
    height,
    unit === 'count' ? 1 : 0,
  );
  const depth = Math.max(0, ...points.map(({ bands }) => bands?.length ?? 0));
  const series = (pick: (point: FanPoint) => number | null | undefined): string =>
    line<FanPoint>()
      .defined((point) => Number.isFinite(pick(point) ?? NaN))
      .x((_, index) => round(x(index)))
      .y((point) => round(y(pick(point) ?? 0)))(points) ?? '';
  return {
    x,
    y,
    ticks: unit === 'count' ? wholeTicks(y, 4) : y.ticks(4),
    line: series((point) => point.value),
    other: series((point) => point.other),
    bands: Array.from(
      { length: depth },
      (_, level) =>
        area<FanPoint>()
          .defined(({ bands }) => bands?.[level] !== undefined)
          .x((_point, index) => round(x(index)))
          .y0(({ bands }) => round(y(bands?.[level]?.low ?? 0)))
          .y1(({ bands }) => round(y(bands?.[level]?.high ?? 0)))(points) ?? '',
    ),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
