/** Differences with their intervals in rows, around the line of no difference. */
import { RowChart } from '../../charts/row-chart.tsx';
import { type Difference, differenceAxis } from './difference-axis.ts';

export type DifferenceRow = Difference & {
  readonly id: string;
  readonly name: string;
  /** The value in figures. */
  readonly shown: string;
  /** `moved`: settled, and neither good nor bad. */
  readonly verdict: 'better' | 'worse' | 'moved' | 'open' | 'same';
};

type DifferenceChartProps = {
  readonly label: string;
  readonly rows: readonly DifferenceRow[];
  readonly format: (value: number) => string;
  readonly describe: (row: number) => string;
  readonly row: number | null;
  readonly onRow: (row: number | null) => void;
};

export function DifferenceChart({ rows, format, ...rest }: DifferenceChartProps) {
  return (
    <RowChart
      {...rest}
      rows={rows}
      format={format}
      above={8}
      after={72}
      axis={(width) => differenceAxis(rows, width)}
      reference={(x, height) => <line className="zero-line" x1={x(0)} x2={x(0)} y2={height} />}
      marks={({ value, low, high, shown, verdict }, x, width) => {
        const inside = (end: number): number => Math.min(width, Math.max(0, x(end)));
        return (
          <>
            <line className="range-bar" x1={inside(low)} x2={Math.max(inside(high), inside(low) + 1)} />
            <circle
              className={`dot ${verdict === 'open' ? 'dot-hollow' : 'dot-simulated'}`}
              cx={x(value)}
              r={4.5}
            />
            <text className={`label-strong text-${verdict}`} x={width + 8} y={4}>
              {shown}
            </text>
          </>
        );
      }}
    />
  );
}
