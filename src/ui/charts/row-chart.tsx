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
  /** Low rows of short names, in a column of their own flush with the page. */
  readonly compact?: boolean;
  /** Room for what stands above the rows and for figures after them, in pixels. */
  readonly above: number;
  readonly after: number;
  /** What all rows are compared with, drawn under them. */
  readonly reference: (x: Scale, height: number) => ReactNode;
  /** The marks of a row, at y = 0. */
  readonly marks: (row: Row, x: Scale, width: number) => ReactNode;
};

type Sizes = { readonly height: number; readonly names: number; readonly below: number };
const USUAL: Sizes = { height: 40, names: 224, below: 28 };
const COMPACT: Sizes = { height: 28, names: 96, below: 24 };
/** A column of names is as wide as its longest needs, by the mean width of a character, within limits. */
const CHARACTER = 6.8;
const MOST_NAMES = 144;
/** On a narrow screen long names stand above their marks. */
const NARROW = 520;

export function RowChart<Row extends { readonly name: string }>(props: RowChartProps<Row>) {
  const { label, rows, axis, format, describe, row, onRow, compact, above, after, reference, marks } = props;
  const { height: rowHeight, below, names } = compact ? COMPACT : USUAL;
  const longest = rows.reduce((most, { name }) => Math.max(most, name.length), 0);
  const left = compact ? Math.max(names, Math.min(longest * CHARACTER + 12, MOST_NAMES)) : names;
  const isNarrow = (width: number) => !compact && width < NARROW;
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
      height={rows.length * rowHeight + above + below}
      margins={(width) => ({
        top: above,
        right: after,
        bottom: below,
        left: isNarrow(width) ? 8 : left,
      })}
      draw={({ width, height }) => {
        const narrow = isNarrow(width + after + 8);
        const middle = rowHeight * (narrow ? 0.7 : 0.5);
        const focus = compact
          ? { x: -left, width: width + left + after, rx: 4 }
          : { x: -8, width: width + 16 };
        const beside = compact
          ? ({ x: -left, textAnchor: 'start' } as const)
          : ({ x: -12, textAnchor: 'end' } as const);
        const { x, ticks } = axis(width);
        return {
          picture: (
            <>
              <XAxis ticks={distinctTicks(ticks, format, x)} width={width} y={height} grid={height} />
              {reference(x, height)}
              {rows.map((here, k) => (
                <g key={k} transform={`translate(0,${k * rowHeight + middle})`}>
                  {k === row && <rect className="row-focus" y={-middle} height={rowHeight} {...focus} />}
                  <text
                    className={
                      narrow
                        ? 'text-ink text-over-lines'
                        : compact && k === row
                          ? 'text-ink label-strong'
                          : 'text-ink'
                    }
                    y={narrow ? -12 : 4}
                    {...(narrow ? ({ x: 0, textAnchor: 'start' } as const) : beside)}
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
