/** A distribution over replications, with the goal as a line and the part that misses it in the warning colour. */
import { useId } from 'react';
import { Hatch, XAxis } from './axes.tsx';
import { layoutHistogram } from './histogram-layout.ts';
import { Plot, type Margins } from './plot.tsx';
import { useCursor } from './use-cursor.ts';

type HistogramChartProps = {
  readonly label: string;
  readonly values: readonly number[];
  readonly goal: {
    readonly value: number;
    readonly label: string;
    readonly kind: 'floor' | 'ceiling';
  } | null;
  readonly format: (value: number) => string;
  /** One sentence about a bar. */
  readonly describe: (from: number, to: number, share: number) => string;
  readonly bar: number | null;
  readonly onBar: (bar: number | null) => void;
  readonly bins?: number;
};

const margins = (): Margins => ({ top: 24, right: 16, bottom: 28, left: 16 });

export function HistogramChart(props: HistogramChartProps) {
  const { label, values, goal, format, describe, bar, onBar, bins = 20 } = props;
  const hatch = useId();
  const { bars } = layoutHistogram(values, { width: 1, height: 1, bins });
  const cursor = useCursor({
    label,
    count: bars.length,
    at: (x, _y, width) => Math.floor((x / width) * bars.length),
    describe: (index) => {
      const here = bars[index];
      return here ? describe(here.from, here.to, here.share) : '';
    },
    shared: { index: bar, setIndex: onBar },
  });
  return (
    <Plot
      height={160}
      margins={margins}
      draw={({ width, height }) => {
        const layout = layoutHistogram(values, { width, height, bins });
        const { x, y } = layout;
        return {
          picture: (
            <>
              <defs>
                <Hatch id={hatch} />
              </defs>
              <XAxis
                ticks={x
                  .ticks(Math.max(2, Math.floor(width / 88)))
                  .map((tick) => ({ at: x(tick), label: format(tick) }))}
                width={width}
                y={height}
              />
              {layout.bars.map(({ from, to, share }, index) => {
                const middle = (from + to) / 2;
                const misses =
                  goal !== null && (goal.kind === 'floor' ? middle < goal.value : middle > goal.value);
                return (
                  <rect
                    key={from}
                    className={`bar-simulated${index === bar ? ' bar-focus' : ''}`}
                    fill={misses ? `url(#${hatch})` : undefined}
                    x={x(from)}
                    y={y(share)}
                    width={Math.max(0, x(to) - x(from) - 1)}
                    height={height - y(share)}
                  />
                );
              })}
              <line className="base-line" x2={width} y1={height + 0.5} y2={height + 0.5} />
              {goal && (
                <g transform={`translate(${Math.round(x(goal.value)) + 0.5},0)`}>
                  <line className="target-line" y1={-4} y2={height} />
                  <text className="text-ink" y={-10} textAnchor={x(goal.value) > width / 2 ? 'end' : 'start'}>
                    {goal.label}
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
