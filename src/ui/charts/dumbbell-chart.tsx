/** Two shares per row joined by a line: the chance today ○ and with the proposed changes ●. */
import { scaleLinear } from 'd3';
import { XAxis } from './axes.tsx';
import { Plot, type Margins } from './plot.tsx';
import { useCursor } from './use-cursor.ts';

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

const ROW = 28;
const TICKS = [0, 0.25, 0.5, 0.75, 1];
/** Names stand in a column of their own, flush with the page. */
const NAMES = 96;
const margins = (): Margins => ({ top: 20, right: 72, bottom: 24, left: NAMES });

export function DumbbellChart(props: DumbbellChartProps) {
  const { label, rows, target, targetLabel, format, describe, index, onIndex } = props;
  const cursor = useCursor({
    label,
    count: rows.length,
    perRow: 1,
    at: (_x, y, _width, height) => Math.floor((y / height) * rows.length),
    describe,
    shared: { index, setIndex: onIndex },
  });
  return (
    <Plot
      height={rows.length * ROW + 44}
      margins={margins}
      draw={({ width, height }) => {
        const x = scaleLinear([0, 1], [0, width]);
        return {
          picture: (
            <>
              <XAxis
                ticks={TICKS.map((tick) => ({ at: x(tick), label: format(tick) }))}
                width={width}
                y={height}
                grid={height}
              />
              {target !== null && (
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
              )}
              {rows.map(({ name, from, to }, row) => {
                const end = to ?? from;
                const low = target !== null && from < target;
                const reached = target === null || end >= target;
                return (
                  <g key={row} transform={`translate(0,${(row + 0.5) * ROW})`}>
                    {index === row && (
                      <rect
                        className="row-focus"
                        x={-NAMES}
                        y={-ROW / 2}
                        width={width + NAMES + 72}
                        height={ROW}
                        rx={4}
                      />
                    )}
                    <text className={index === row ? 'text-ink label-strong' : 'text-ink'} x={-NAMES} y={4}>
                      {name}
                    </text>
                    <line className="dumbbell" x1={x(from)} x2={x(end)} />
                    <circle className={low ? 'dot-open dot-low' : 'dot-open'} cx={x(from)} r={5} />
                    {to !== null && (
                      <circle
                        className={reached ? 'dot dot-expected' : 'dot dot-low-full'}
                        cx={x(to)}
                        r={5}
                      />
                    )}
                    <text className="text-ink label-strong" x={width + 16} y={4}>
                      {format(end)}
                    </text>
                  </g>
                );
              })}
            </>
          ),
          cover: cursor.props,
        };
      }}
    />
  );
}
