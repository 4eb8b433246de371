/** Differences with their intervals in rows, around the line of no difference. */
import { XAxis } from '../../charts/axes.tsx';
import { Plot, type Margins } from '../../charts/plot.tsx';
import { distinctTicks } from '../../charts/scales.ts';
import { useCursor } from '../../charts/use-cursor.ts';
import { type Difference, layoutDifferences } from './difference-layout.ts';

export type DifferenceRow = Difference & {
  readonly id: string;
  readonly name: string;
  readonly verdict: 'better' | 'worse' | 'open' | 'same';
};

type DifferenceChartProps = {
  readonly label: string;
  readonly rows: readonly DifferenceRow[];
  readonly format: (value: number) => string;
  readonly describe: (row: number) => string;
  readonly row: number | null;
  readonly onRow: (row: number | null) => void;
};

const ROW = 40;
/** Names stand before the bars, on a narrow screen above them. */
const NARROW = 520;
const LEFT = 224;
const margins = (width: number): Margins => ({
  top: 8,
  right: 72,
  bottom: 28,
  left: width < NARROW ? 8 : LEFT,
});

export function DifferenceChart({ label, rows, format, describe, row, onRow }: DifferenceChartProps) {
  const cursor = useCursor({
    label,
    count: rows.length,
    at: (_x, y, _width, height) => Math.floor((y / height) * rows.length),
    describe,
    perRow: 1,
    shared: { index: row, setIndex: onRow },
  });
  return (
    <Plot
      height={rows.length * ROW + 36}
      margins={margins}
      draw={({ width, height }) => {
        const narrow = width < NARROW - 80;
        const { x, ticks } = layoutDifferences(rows, width);
        const rowHeight = height / rows.length;
        const inside = (at: number): number => Math.min(width, Math.max(0, at));
        return {
          picture: (
            <>
              <XAxis
                ticks={distinctTicks(ticks, format).map(({ tick, label: text }) => ({
                  at: x(tick),
                  label: text,
                }))}
                width={width}
                y={height}
                grid={height}
              />
              <line className="zero-line" x1={x(0)} x2={x(0)} y2={height} />
              {rows.map(({ id, name, value, low, high, verdict }, k) => (
                <g key={id} transform={`translate(0,${k * rowHeight + rowHeight * (narrow ? 0.7 : 0.5)})`}>
                  {k === row && (
                    <rect
                      className="row-focus"
                      x={-8}
                      y={-rowHeight * (narrow ? 0.7 : 0.5)}
                      width={width + 16}
                      height={rowHeight}
                    />
                  )}
                  <text
                    className="text-ink"
                    x={narrow ? 0 : -12}
                    y={narrow ? -12 : 4}
                    textAnchor={narrow ? 'start' : 'end'}
                  >
                    {name}
                  </text>
                  <line
                    className="range-bar"
                    x1={inside(x(low))}
                    x2={Math.max(inside(x(high)), inside(x(low)) + 1)}
                  />
                  <circle
                    className={`dot ${verdict === 'open' ? 'dot-hollow' : 'dot-simulated'}`}
                    cx={x(value)}
                    r={4.5}
                  />
                  <text className={`label-strong text-${verdict}`} x={width + 8} y={4}>
                    {format(value)}
                  </text>
                </g>
              ))}
            </>
          ),
          cover: cursor.props,
        };
      }}
    />
  );
}
