/** Named rows of marks on one common axis; pointer and arrow keys read them row by row. */
import type { ReactNode } from 'react';
import { XAxis } from './axes.tsx';
import { Plot } from './plot.tsx';
import { distinctTicks, type Scale } from './scales.ts';
import { useCursor } from './use-cursor.ts';

type RowChartProps<Row extends { readonly name: string }> = {
  readonly label: string;
  readonly rows: readonly Row[];
  /** The axis for a plot area this wide. */
  readonly axis: (width: number) => { readonly x: Scale; readonly ticks: readonly number[] };
  readonly format: (value: number) => string;
  readonly describe: (row: number) => string;
  readonly row: number | null;
  readonly onRow: (row: number | null) => void;
  /** Room for what stands above the rows and for figures after them, in pixels. */
  readonly above: number;
  readonly after: number;
  /** What all rows are compared with, drawn under them. */
  readonly reference: (x: Scale, height: number) => ReactNode;
  /** The marks of a row, at y = 0. */
  readonly marks: (row: Row, x: Scale, width: number) => ReactNode;
};

const ROW = 40;
/** On a narrow screen names stand above their marks. */
const NARROW = 520;
const NAMES = 224;

export function RowChart<Row extends { readonly name: string }>(props: RowChartProps<Row>) {
  const { label, rows, axis, format, describe, row, onRow, above, after, reference, marks } = props;
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
      height={rows.length * ROW + above + 28}
      margins={(width) => ({ top: above, right: after, bottom: 28, left: width < NARROW ? 8 : NAMES })}
      draw={({ width, height }) => {
        const narrow = width < NARROW - after - 8;
        const middle = ROW * (narrow ? 0.7 : 0.5);
        const { x, ticks } = axis(width);
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
              {reference(x, height)}
              {rows.map((here, k) => (
                <g key={k} transform={`translate(0,${k * ROW + middle})`}>
                  {k === row && (
                    <rect className="row-focus" x={-8} y={-middle} width={width + 16} height={ROW} />
                  )}
                  <text
                    className={narrow ? 'text-ink text-over-lines' : 'text-ink'}
                    x={narrow ? 0 : -12}
                    y={narrow ? -12 : 4}
                    textAnchor={narrow ? 'start' : 'end'}
                  >
                    {here.name}
                  </text>
                  {marks(here, x, width)}
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
