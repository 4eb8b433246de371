/** A line with fan bands and direct labels. */
import { XAxis, YAxis } from './axes.tsx';
import { layoutFan, type FanPoint } from './fan-layout.ts';
import { Plot, type Margins } from './plot.tsx';
import { distinctTicks } from './scales.ts';
import { spreadLabels } from './spread-labels.ts';
import { useCursor } from './use-cursor.ts';

type FanChartProps = {
  readonly label: string;
  readonly points: readonly FanPoint[];
  readonly series: 'demand' | 'simulated' | 'expected';
  readonly words: { readonly series: string; readonly other?: string; readonly axis?: string };
  readonly unit?: 'count' | 'share';
  readonly format: (value: number) => string;
  /** Labels under the axis, at points. */
  readonly xTicks: (width: number) => readonly { readonly at: number; readonly label: string }[];
  readonly describe: (index: number) => string;
  readonly index: number | null;
  readonly onIndex: (index: number | null) => void;
  readonly start?: number;
  /** A limit as a labelled line. */
  readonly target?: { readonly value: number; readonly label: string };
  readonly height?: number;
  /** Where one thing ends and another begins: history and forecast. */
  readonly split?: { readonly at: number; readonly before: string; readonly after: string } | undefined;
};

const margins = (width: number): Margins => ({ top: 24, right: width < 520 ? 64 : 84, bottom: 28, left: 44 });

export function FanChart(props: FanChartProps) {
  const {
    label,
    points,
    series,
    words,
    format,
    xTicks,
    describe,
    index,
    onIndex,
    start = 0,
    target,
    split,
  } = props;
  const last = Math.max(1, points.length - 1);
  const cursor = useCursor({
    label,
    count: points.length,
    at: (x, _y, width) => Math.round((x / width) * last),
    describe,
    start,
    shared: { index, setIndex: onIndex },
  });
  return (
    <Plot
      height={props.height ?? 220}
      margins={margins}
      draw={({ width, height }) => {
        const layout = layoutFan(points, { width, height }, props.unit);
        const { x, y } = layout;
        const end = points.findLast(({ value }) => value !== null)?.value ?? 0;
        const otherEnd = points.findLast(({ other }) => other !== null && other !== undefined)?.other ?? end;
        const labels = spreadLabels([y(end), y(otherEnd), y(target?.value ?? end)], 16, height);
        const pointed = index === null ? undefined : points[index];
        const here = pointed?.value ?? pointed?.part ?? null;
        return {
          picture: (
            <>
              <YAxis
                ticks={distinctTicks(layout.ticks, format, y)}
                width={width}
                {...(words.axis === undefined ? {} : { title: words.axis })}
              />
              <XAxis
                ticks={xTicks(width).map(({ at, label: text }) => ({ at: x(at), label: text }))}
                width={width}
                y={height}
              />
              {layout.bands.map((band, level) => (
                // oxlint-disable-next-line react/no-array-index-key -- a band is its level
                <path key={level} className={`area-${series}`} d={band} />
              ))}
              <path className="line line-baseline" d={layout.other} />
              <path className={`line line-${series}`} d={layout.line} />
              {points.map(({ part }, at) =>
                part === null || part === undefined ? null : (
                  // oxlint-disable-next-line react/no-array-index-key -- a point is its place
                  <circle key={at} className={`ring ring-${series}`} cx={x(at)} cy={y(part)} r={3} />
                ),
              )}
              {target && (
                <line className="target-line" x2={width} y1={y(target.value)} y2={y(target.value)} />
              )}
              {split && (
                <g transform={`translate(${Math.round(x(split.at)) + 0.5},0)`}>
                  <line className="split-line" y2={height} />
                  <text x={-8} y={-8} textAnchor="end">
                    {split.before}
                  </text>
                  <text className="text-ink" x={8} y={-8}>
                    {split.after}
                  </text>
                </g>
              )}
              {here !== null && index !== null && (
                <g transform={`translate(${x(index)},0)`}>
                  <line className="cursor-line" y1={y(here)} y2={height} />
                  <circle className={`dot dot-${series}`} cy={y(here)} r={4} />
                </g>
              )}
              <g transform={`translate(${width + 8},4)`}>
                <text className={`text-${series} label-strong`} y={labels[0]}>
                  {words.series}
                </text>
                {words.other && <text y={labels[1]}>{words.other}</text>}
                {target && (
                  <text className="text-ink" y={labels[2]}>
                    {target.label}
                  </text>
                )}
              </g>
            </>
          ),
          cover: cursor.props,
        };
      }}
    />
  );
}
