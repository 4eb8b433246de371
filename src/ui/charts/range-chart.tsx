/** Shares with their intervals in rows, the expected share as an open dot, a wanted share as a line. */
import { scaleLinear } from 'd3';
import { RowChart } from './row-chart.tsx';

export type RangeRow = {
  readonly name: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** What was expected beforehand. */
  readonly expected: number | null;
};

type RangeChartProps = {
  readonly label: string;
  readonly rows: readonly RangeRow[];
  readonly wanted: { readonly value: number; readonly label: string };
  readonly format: (value: number) => string;
  readonly describe: (row: number) => string;
  readonly row: number | null;
  readonly onRow: (row: number | null) => void;
};

export function RangeChart({ wanted, format, ...rest }: RangeChartProps) {
  return (
    <RowChart
      {...rest}
      format={format}
      above={24}
      after={56}
      axis={(width) => {
        const x = scaleLinear([0, 1], [0, width]);
        return { x, ticks: x.ticks(width < 320 ? 2 : 4) };
      }}
      reference={(x, height) => (
        <>
          <line className="target-line" x1={x(wanted.value)} x2={x(wanted.value)} y1={-4} y2={height} />
          <text
            className="text-ink"
            x={x(wanted.value)}
            y={-10}
            textAnchor={wanted.value > 0.7 ? 'end' : 'middle'}
          >
            {wanted.label}
          </text>
        </>
      )}
      marks={({ value, low, high, expected }, x, width) => (
        <>
          {low !== null && high !== null && (
            <line className="range-bar" x1={x(low)} x2={Math.max(x(high), x(low) + 1)} />
          )}
          {expected !== null && <circle className="dot-open" cx={x(expected)} r={5} />}
          {value !== null && <circle className="dot dot-simulated" cx={x(value)} r={4.5} />}
          <text className="text-simulated label-strong" x={width + 8} y={4}>
            {value === null ? '' : format(value)}
          </text>
        </>
      )}
    />
  );
}
