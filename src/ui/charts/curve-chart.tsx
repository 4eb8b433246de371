/** A curve of computed points, today's position beside it, and one place reached by pointer and keyboard. */
import { XAxis, YAxis } from './axes.tsx';
import { layoutCurve, pathOf, type CurvePoint } from './curve-layout.ts';
import { placeLabels, type LabelPlace } from './point-labels.ts';
import { Plot, type Margins } from './plot.tsx';
import { distinctTicks, type Scale } from './scales.ts';
import { useCursor } from './use-cursor.ts';

type CurveChartProps = {
  readonly label: string;
  readonly points: readonly CurvePoint[];
  /** A short label above each point. */
  readonly pointLabel?: (index: number) => string;
  /** Many points: the line only, the point pointed at as a dot. */
  readonly plain?: boolean;
  /** Where things stand today, with its label. */
  readonly here?: CurvePoint & { readonly label: string };
  /** A second curve, drawn for comparison only; both then carry their names. */
  readonly beside?: { readonly points: readonly CurvePoint[]; readonly label: string; readonly own: string };
  readonly yDomain?: readonly [number, number];
  /** Round values of x where decimal ones are not round, as of seconds. */
  readonly ticksOfX?: (scale: Scale, count: number) => number[];
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly describe: (index: number) => string;
  readonly index: number | null;
  readonly onIndex: (index: number | null) => void;
};

const HEIGHT = 260;
/** Half of a long label, and the title of the axis. */
const UNDER_TITLE = 100;
const margins = (): Margins => ({ top: 28, right: 32, bottom: 48, left: 56 });

/** Above where a curve ends, or below on its right where the title of the axis stands above. */
function nameOfEnd(x: number, y: number): { x: number; y: number; textAnchor: 'start' | 'middle' } {
  return x < UNDER_TITLE
    ? { x: x + 8, y: y + 16, textAnchor: 'start' }
    : { x, y: y - 8, textAnchor: 'middle' };
}

export function CurveChart(props: CurveChartProps) {
  const {
    label,
    points,
    pointLabel,
    plain = false,
    here,
    beside,
    yDomain,
    ticksOfX,
    formatX,
    formatY,
    xTitle,
    yTitle,
    describe,
    index,
    onIndex,
  } = props;
  const cursor = useCursor({
    label,
    count: points.length,
    at: (at, _y, width) => {
      const { x } = layoutCurve(points, here ? [here] : [], { width, height: HEIGHT }, yDomain);
      let nearest = 0;
      points.forEach((point, k) => {
        if (Math.abs(x(point.x) - at) < Math.abs(x(points[nearest]?.x ?? 0) - at)) nearest = k;
      });
      return nearest;
    },
    describe,
    start: points.length >> 1,
    shared: { index, setIndex: onIndex },
  });
  return (
    <Plot
      height={HEIGHT}
      margins={margins}
      draw={({ width, height }) => {
        const { x, y, xTicks, yTicks, path } = layoutCurve(
          points,
          here ? [here] : [],
          { width, height },
          yDomain,
          ticksOfX,
        );
        const focus = index === null ? undefined : points[index];
        const middle = points.find((point) => point.y >= 0.6 * (points.at(-1)?.y ?? 0));
        const end = beside?.points.at(-1);
        const mine = here && {
          x: x(here.x),
          y: y(here.y),
          label: here.label,
          place: placeOfHere(x(here.x), y(here.y), width, height),
        };
        const places = pointLabel
          ? placeLabels(
              points.map((point, k) => ({ x: x(point.x), y: y(point.y), label: pointLabel(k) })),
              width,
              mine ? [mine] : [],
            )
          : [];
        return {
          picture: (
            <>
              <YAxis ticks={distinctTicks(yTicks, formatY, y)} width={width} title={yTitle} />
              <XAxis ticks={distinctTicks(xTicks, formatX, x)} width={width} y={height} />
              <text className="axis-title" x={width} y={height + 40} textAnchor="end">
                {xTitle}
              </text>
              {focus && <line className="cursor-line" x1={x(focus.x)} x2={x(focus.x)} y2={height} />}
              {beside && end && (
                <>
                  <path className="line line-compared" d={pathOf(beside.points, x, y)} />
                  {beside.points.length === 1 && (
                    <circle className="dot dot-compared" cx={x(end.x)} cy={y(end.y)} r={4} />
                  )}
                  <text className="text-muted" {...nameOfEnd(x(end.x), y(end.y))}>
                    {beside.label}
                  </text>
                </>
              )}
              <path className="line line-planned" d={path} />
              {beside && middle && (
                <text className="text-planned" x={x(middle.x) + 8} y={y(middle.y) + 14}>
                  {beside.own}
                </text>
              )}
              {points.map((point, k) =>
                plain && k !== index ? null : (
                  <g key={`${point.x}-${point.y}`} transform={`translate(${x(point.x)},${y(point.y)})`}>
                    <circle className="dot dot-expected" r={k === index ? 5 : 4} />
                    {pointLabel && places[k] && (
                      <text
                        className="text-ink"
                        x={places[k].dx}
                        y={places[k].dy}
                        textAnchor={places[k].anchor}
                      >
                        {pointLabel(k)}
                      </text>
                    )}
                  </g>
                ),
              )}
              {mine && (
                <g transform={`translate(${mine.x},${mine.y})`}>
                  <circle className="dot-open" r={5} />
                  <text
                    className="text-planned label-strong"
                    y={mine.place.dy}
                    textAnchor={mine.place.anchor}
                  >
                    {mine.label}
                  </text>
                </g>
              )}
            </>
          ),
          cover: cursor.props,
        };
      }}
    />
  );
}

/** Below the point where there is room, towards the middle of the picture. */
function placeOfHere(x: number, y: number, width: number, height: number): LabelPlace {
  return { dx: 0, dy: y > height - 24 ? -12 : 20, anchor: x > width / 2 ? 'end' : 'start' };
}
