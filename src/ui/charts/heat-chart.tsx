/** A week at a glance: one row per day, one cell per interval, letters where it matters. */
import { memo, useRef, type ReactNode } from 'react';
import { XAxis } from './axes.tsx';
import { allFit, gapOf, layoutHeat, letterWidth, type HeatCell, type HeatScale } from './heat-layout.ts';
import { Plot, type Margins } from './plot.tsx';
import { useCursor } from './use-cursor.ts';
import { useWidth } from './use-width.ts';

type HeatChartProps = {
  readonly label: string;
  readonly rows: readonly { readonly name: string; readonly cells: readonly HeatCell[] }[];
  readonly xTicks: (width: number) => readonly { readonly edge: number; readonly label: string }[];
  /** One sentence about a cell, by row and column. */
  readonly describe: (row: number, column: number) => string;
  /** Called with the cell under pointer or keyboard, for the readout. */
  readonly onCell: (cell: { readonly row: number; readonly column: number } | null) => void;
  readonly cell: { readonly row: number; readonly column: number } | null;
  /** Where the keyboard starts. */
  readonly start?: { readonly row: number; readonly column: number };
  /** Enter or a click: go to the cell's day. */
  readonly onOpen?: (row: number, column: number) => void;
  readonly scale?: HeatScale;
  /** What the letters stand for; shown where the cells have room for them. */
  readonly letters?: ReactNode;
};

const ROW = 28;
const margins = (): Margins => ({ top: 4, right: 8, bottom: 24, left: 40 });

export function HeatChart(props: HeatChartProps) {
  const { label, rows, xTicks, describe, onCell, cell, start, onOpen, scale, letters } = props;
  const columns = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const box = useRef<HTMLDivElement>(null);
  const { left, right } = margins();
  const room = (useWidth(box) - left - right) / columns;
  const lettered = rows.some(({ cells }) => cells.some((own) => letterWidth(own, room) > 0));
  const place = (index: number) => ({ row: Math.floor(index / columns), column: index % columns });
  const cursor = useCursor({
    label,
    count: rows.length * columns,
    perRow: columns,
    at: (x, y, width, height) =>
      Math.min(rows.length - 1, Math.max(0, Math.floor((y / height) * rows.length))) * columns +
      Math.min(columns - 1, Math.max(0, Math.floor((x / width) * columns))),
    describe: (index) => describe(place(index).row, place(index).column),
    start: start ? start.row * columns + start.column : 0,
    shared: {
      index: cell ? cell.row * columns + cell.column : null,
      setIndex: (index) => onCell(index === null ? null : place(index)),
    },
  });
  return (
    <div ref={box}>
      <Plot
        height={rows.length * ROW + 28}
        margins={margins}
        draw={({ width, height }) => {
          const cellWidth = width / columns;
          const cellHeight = height / Math.max(1, rows.length);
          const gap = gapOf(cellWidth);
          return {
            picture: (
              <>
                {rows.map(({ name }, row) => (
                  <text key={name} className="text-ink" x={-40} y={(row + 0.5) * cellHeight + 4}>
                    {name}
                  </text>
                ))}
                <XAxis
                  ticks={xTicks(width).map(({ edge, label: text }) => ({
                    at: edge * cellWidth,
                    label: text,
                  }))}
                  width={width}
                  y={height}
                />
                <Cells rows={rows} width={width} height={height} scale={scale} />
                {cell && (
                  <rect
                    className="cell-focus"
                    x={cell.column * cellWidth - 1}
                    y={cell.row * cellHeight - 1}
                    width={cellWidth - gap + 2}
                    height={cellHeight - gap + 2}
                    rx={3}
                  />
                )}
              </>
            ),
            cover: {
              ...cursor.props,
              onKeyDown: (event) => {
                if (event.key === 'Enter' && cell && onOpen) onOpen(cell.row, cell.column);
                else cursor.props.onKeyDown(event);
              },
              onClick: () => {
                if (cell && onOpen) onOpen(cell.row, cell.column);
              },
            },
          };
        }}
      />
      {lettered && letters}
    </div>
  );
}

type CellsProps = {
  readonly rows: HeatChartProps['rows'];
  readonly width: number;
  readonly height: number;
  readonly scale: HeatScale | undefined;
};

/** Apart from the mark that follows the pointer and from figures that shade no cell otherwise: neither redraws the week. */
const Cells = memo(function Cells({ rows, width: whole, height, scale }: CellsProps) {
  const { cells, cellWidth, cellHeight, gap, ground, shades } = layoutHeat(
    rows.map((row) => row.cells),
    { width: whole, height },
    scale,
  );
  const allOrNone = allFit(
    rows.map((row) => row.cells),
    cellWidth,
  );
  return (
    <>
      <path className="cell" d={ground} />
      {shades.map(({ side, strength, path }) => (
        <path key={`${side} ${strength}`} className={`cell-${side}`} fillOpacity={strength} d={path} />
      ))}
      {cells.map((own) => {
        const width = letterWidth(own, cellWidth);
        return (
          width > 0 &&
          (allOrNone || own.lettered !== undefined) && (
            <text
              key={`${own.row}-${own.column}`}
              className={own.strength > 0.6 ? 'cell-letter cell-letter-strong' : 'cell-letter'}
              x={own.x + (width - gap) / 2}
              y={own.y + (cellHeight - gap) / 2 + 4}
            >
              {own.letter}
            </text>
          )
        );
      })}
    </>
  );
}, isSamePicture);

function isSamePicture(before: CellsProps, now: CellsProps): boolean {
  const { rows, width, height, scale } = now;
  return (
    before.width === width &&
    before.height === height &&
    before.scale === scale &&
    (before.rows === rows ||
      (before.rows.length === rows.length &&
        rows.every(({ cells }, row) => {
          const old = before.rows[row]?.cells;
          return old?.length === cells.length && cells.every((cell, column) => isSameCell(cell, old[column]));
        })))
  );
}

function isSameCell({ value, letter, lettered }: HeatCell, other: HeatCell | undefined): boolean {
  return value === other?.value && letter === other.letter && lettered === other.lettered;
}
