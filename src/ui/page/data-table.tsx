/** Numbers in columns: right-aligned, tabular, row headers first. Scrolls inside its own box. */
import { memo, type ReactNode } from 'react';
import { useLocale } from '../locale.tsx';
import { ScrollBox } from './scroll-box.tsx';

export type Column<Row> = {
  readonly id: string;
  readonly head: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Words instead of numbers: left-aligned. */
  readonly text?: boolean;
  /** `under` and `over` colour the cell; the cell's own sign says the same without colour. */
  readonly tone?: (row: Row) => 'under' | 'over' | undefined;
};

type CellsProps<Row> = {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly current: boolean;
  readonly sum: boolean;
};

type DataTableProps<Row> = {
  readonly caption: string;
  readonly hideCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
  /** The row that the picture above points at. */
  readonly current?: (row: Row) => boolean;
  /** A row that adds up those above it. */
  readonly sum?: (row: Row) => boolean;
};

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, hideCaption, columns, rows, rowKey, current, sum } = props;
  const { t } = useLocale();
  return (
    <ScrollBox label={caption} hint={hideCaption ? t.charts.moreColumns : null}>
      <table className="data-table">
        <caption className={hideCaption ? 'visually-hidden' : undefined}>
          {caption}
          {!hideCaption && (
            <span className="goes-on" aria-hidden="true">
              {t.charts.moreColumns} →
            </span>
          )}
        </caption>
        <thead>
          <tr>
            {columns.map(({ id, head, text }) => (
              <th key={id} scope="col" className={text ? 'text' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Cells
              key={rowKey(row)}
              row={row}
              columns={columns}
              current={current?.(row) ?? false}
              sum={sum?.(row) ?? false}
            />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function PlainCells<Row>({ row, columns, current, sum }: CellsProps<Row>) {
  return (
    <tr aria-current={current || undefined} className={sum ? 'sum' : undefined}>
      {columns.map(({ id, cell, text, tone }, index) =>
        index === 0 ? (
          <th key={id} scope="row">
            {cell(row)}
          </th>
        ) : (
          <td key={id} className={[text && 'text', tone?.(row)].filter(Boolean).join(' ') || undefined}>
            {cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}

/** With stable rows and columns, moving the mark redraws two rows and not the table. */
const Cells: typeof PlainCells = memoised(PlainCells);

/** `memo` forgets type parameters; this keeps them. */
function memoised<Component extends (props: never) => ReactNode>(component: Component): Component {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the wrapped component takes the same props
  return memo(component) as never;
}
