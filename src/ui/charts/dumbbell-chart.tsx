/** Two shares per row joined by a line: the chance today ○ and with the proposed changes ●. */
import { scaleLinear } from 'd3';
import { RowChart } from './row-chart.tsx';

export type DumbbellRow = {
  readonly name: string;
  readonly from: number;
  /** Null while the second value is not known. */
  readonly to: number | null;
};

type DumbbellChartProps = {
  readonly label: string;
  readonly rows: readonly DumbbellRow[];
  /** The share wanted, as a labelled line. */
  readonly target: number | null;
  readonly targetLabel: string;
  readonly format: (share: number) => string;
  readonly describe: (index: number) => string;
  readonly index: number | null;
  readonly onIndex: (index: number | null) => void;
};

const TICKS = [0, 0.25, 0.5, 0.75, 1];

export function DumbbellChart(props: DumbbellChartProps) {
  const { label, rows, target, targetLabel, format, describe, index, onIndex } = props;
  return (
    <RowChart
      compact
      label={label}
      rows={rows}
      axis={(width) => ({ x: scaleLinear([0, 1], [0, width]), ticks: TICKS })}
      format={format}
      describe={describe}
      row={index}
      onRow={onIndex}
      above={20}
      after={72}
      reference={(x, height) =>
        target !== null && (
          <g transform={`translate(${Math.round(x(target)) + 0.5},0)`}>
            <line className="target-line" y2={height} />
            <text
              className="text-ink"
              y={-8}
              textAnchor={target > 0.7 ? 'end' : 'middle'}
              dx={target > 0.7 ? 4 : 0}
            >
              {targetLabel}
            </text>
          </g>
        )
      }
      marks={({ from, to }, x, width) => {
        const end = to ?? from;
        const low = target !== null && from < target;
        const reached = target === null || end >= target;
        return (
          <>
            <line className="dumbbell" x1={x(from)} x2={x(end)} />
            <circle className={low ? 'dot-open dot-low' : 'dot-open'} cx={x(from)} r={5} />
            {to !== null && (
              <circle className={reached ? 'dot dot-expected' : 'dot dot-low-full'} cx={x(to)} r={5} />
            )}
            <text className="text-ink label-strong" x={width + 16} y={4}>
              {format(end)}
            </text>
          </>
        );
      }}
    />
  );
}
