/** A share or a duration by interval against its target, with its band and direct labels. */
import { XAxis, YAxis } from './axes.tsx';
import { layoutLevels, type LevelInterval } from './level-layout.ts';
import { Plot, type Margins } from './plot.tsx';
import { distinctTicks } from './scales.ts';
import { spreadLabels } from './spread-labels.ts';
import { useCursor } from './use-cursor.ts';

type LevelChartProps = {
  readonly label: string;
  readonly intervals: readonly LevelInterval[];
  readonly target: number | null;
  readonly goal?: 'floor' | 'ceiling';
  readonly unit?: 'share' | 'duration';
  /** Which colour the series has on every page. */
  readonly series: 'expected' | 'simulated';
  /** A second view of the same measure, drawn behind the first. */
  readonly beside?:
    | {
        readonly intervals: readonly LevelInterval[];
        readonly series: 'expected' | 'simulated';
        readonly word: string;
      }
    | undefined;
  /** The band is of figures just left behind: drawn faint until its own is there. */
  readonly bandFades?: boolean;
  readonly words: { readonly series: string; readonly target: string };
  readonly format: (share: number) => string;
  readonly xTicks: (width: number) => readonly { readonly edge: number; readonly label: string }[];
  readonly describe: (index: number) => string;
  readonly index: number | null;
  readonly onIndex: (index: number | null) => void;
  readonly start: number;
};

const HEIGHT = 148;
const margins = (width: number): Margins => ({ top: 12, right: width < 520 ? 76 : 84, bottom: 28, left: 36 });

export function LevelChart(props: LevelChartProps) {
  const {
    label,
    intervals,
    target,
    goal = 'floor',
    unit = 'share',
    series,
    beside,
    words,
    format,
    xTicks,
    describe,
  } = props;
  const { index, onIndex, start } = props;
  const cursor = useCursor({
    label,
    count: intervals.length,
    at: (x, _y, width) => Math.floor((x / width) * intervals.length),
    describe,
    start,
    shared: { index, setIndex: onIndex },
  });
  return (
    <Plot
      height={HEIGHT}
      margins={margins}
      draw={({ width, height }) => {
        const layout = layoutLevels(intervals, {
          target,
          goal,
          unit,
          beside: beside?.intervals,
          width,
          height,
        });
        const { y, step } = layout;
        const last = intervals.findLast(({ value }) => value !== null)?.value ?? 1;
        const lastBeside = beside?.intervals.findLast(({ value }) => value !== null)?.value ?? last;
        const labels = spreadLabels(
          [y(last), ...(target === null ? [] : [y(target)]), ...(beside ? [y(lastBeside)] : [])],
          16,
          height,
        );
        const here = index === null ? null : (intervals[index]?.value ?? null);
        return {
          picture: (
            <>
              <YAxis ticks={distinctTicks(layout.ticks, format, y)} width={width} />
              <XAxis
                ticks={xTicks(width).map(({ edge, label: text }) => ({ at: edge * step, label: text }))}
                width={width}
                y={height}
              />
              {layout.missed.map(({ x, width: wide }) => (
                <rect key={x} className="missed-mark" x={x} y={height - 3} width={wide} height={3} />
              ))}
              {beside && layout.beside && (
                <>
                  <path className={`area-${beside.series}`} d={layout.beside.band} />
                  <path className={`line line-${beside.series}`} d={layout.beside.path} />
                </>
              )}
              <path
                className={props.bandFades ? `area-${series} area-fades` : `area-${series}`}
                d={layout.band}
              />
              <path className={`line line-${series}`} d={layout.path} />
              {target !== null && (
                <line
                  className="target-line"
                  x2={width}
                  y1={Math.round(y(target)) + 0.5}
                  y2={Math.round(y(target)) + 0.5}
                />
              )}
              {here !== null && index !== null && (
                <g transform={`translate(${(index + 0.5) * step},0)`}>
                  <line className="cursor-line" y1={y(here)} y2={height} />
                  <circle className={`dot dot-${series}`} cy={y(here)} r={4} />
                </g>
              )}
              <g transform={`translate(${width + 8},4)`}>
                <text className={`text-${series} label-strong`} y={labels[0]}>
                  {words.series}
                </text>
                {target !== null && (
                  <text className="text-ink" y={labels[1]}>
                    {words.target}
                  </text>
                )}
                {beside && (
                  <text className={`text-${beside.series} label-strong`} y={labels.at(-1)}>
                    {beside.word}
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
