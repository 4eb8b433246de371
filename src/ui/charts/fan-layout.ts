/** A line over time with its bands (a fan), and a second line beside it: history, forecast, simulation. */
import { bandPath, linePath, place, type Edges } from './paths.ts';
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
  let most = 0;
  let depth = 0;
  for (const { value, bands = [], other, part } of points) {
    most = Math.max(most, finite(value) ?? 0, finite(other) ?? 0, finite(part) ?? 0);
    for (const { high } of bands) most = Math.max(most, finite(high) ?? 0);
    depth = Math.max(depth, bands.length);
  }
  const y = countScale([most], height, unit === 'count' ? 1 : 0);
  // The scale as a product: it is asked for every edge of every band.
  const perUnit = height / (y.domain()[1] ?? 1);
  const down = (value: number): number => height - value * perUnit;
  const xs = points.map((_, index) => place(x(index)));
  const series = (pick: (point: FanPoint) => number | null | undefined): string =>
    linePath(
      xs,
      points.map((point) => {
        const value = finite(pick(point));
        return value === null ? null : down(value);
      }),
    );
  const band = (level: number): string =>
    bandPath(
      xs,
      points.map(({ bands }): Edges | null => {
        const here = bands?.[level];
        return here ? { low: down(here.low), high: down(here.high) } : null;
      }),
    );
  return {
    x,
    y,
    ticks: unit === 'count' ? wholeTicks(y, 4) : y.ticks(4),
    line: series((point) => point.value),
    other: series((point) => point.other),
    bands: Array.from({ length: depth }, (_, level) => band(level)),
  };
}

function finite(value: number | null | undefined): number | null {
  return value !== null && value !== undefined && Number.isFinite(value) ? value : null;
}
