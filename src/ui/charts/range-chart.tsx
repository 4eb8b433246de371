/** Shares with their intervals in rows, the expected share as an open dot, a wanted share as a line. */
import { XAxis } from './axes.tsx';
import { Plot, type Margins } from './plot.tsx';
import { layoutRanges, type RangeRow } from './range-layout.ts';
import { useCursor } from './use-cursor.ts';

type RangeChartProps = {
  readonly label: string;
  readonly rows: readonly RangeRow[];
  readonly wanted: { readonly value: number; readonly label: string };
  readonly format: (value: number) => string;
  readonly describe: (row: number) => string;
  readonly row: number | null;
  readonly onRow: (row: number | null) => void;
};

const ROW = 40;
/** On a narrow screen names stand above their bars. */
const NARROW = 520;
const margins = (width: number): Margins => ({
  top: 24,
  right: 56,
  bottom: 28,
  left: width < NARROW ? 8 : 224,
});

export function RangeChart({ label, rows, wanted, format, describe, row, onRow }: RangeChartProps) {
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
      height={rows.length * ROW + 52}
      margins={margins}
      draw={({ width, height }) => {
        const narrow = width < NARROW - 64;
        const place = narrow ? 0.7 : 0.5;
        const { x, ticks, rowHeight } = layoutRanges(rows, { width, height });
        return {
          picture: (
            <>
              <XAxis
                ticks={ticks.map((tick) => ({ at: x(tick), label: format(tick) }))}
                width={width}
                y={height}
                grid={height}
              />
              <line className="target-line" x1={x(wanted.value)} x2={x(wanted.value)} y1={-4} y2={height} />
              <text
                className="text-ink"
                x={x(wanted.value)}
                y={-10}
                textAnchor={wanted.value > 0.7 ? 'end' : 'middle'}
              >
                {wanted.label}
              </text>
              {rows.map(({ name, value, low, high, expected }, k) => (
                <g key={k} transform={`translate(0,${k * rowHeight + rowHeight * place})`}>
                  {k === row && (
                    <rect
                      className="row-focus"
                      x={-8}
                      y={-rowHeight * place}
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
                  {low !== null && high !== null && (
                    <line className="range-bar" x1={x(low)} x2={Math.max(x(high), x(low) + 1)} />
                  )}
                  {expected !== null && <circle className="dot-open" cx={x(expected)} r={5} />}
                  {value !== null && <circle className="dot dot-simulated" cx={x(value)} r={4.5} />}
                  <text className="text-simulated label-strong" x={width + 8} y={4}>
                    {value === null ? '' : format(value)}
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
