/** Numbers in columns: right-aligned, tabular, row headers first. Scrolls inside its own box. */
import type { ReactNode } from 'react';

export type Column<Row> = {
  readonly id: string;
  readonly head: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Words instead of numbers: left-aligned. */
  readonly text?: boolean;
  /** `under` and `over` colour the cell; the cell's own sign says the same without colour. */
  readonly tone?: (row: Row) => 'under' | 'over' | undefined;
};

type DataTableProps<Row> = {
  readonly caption: string;
  readonly hideCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
  /** The row that the picture above points at. */
  readonly current?: (row: Row) => boolean;
};

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, hideCaption, columns, rows, rowKey, current } = props;
  return (
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="data-table">
        <caption className={hideCaption ? 'visually-hidden' : undefined}>{caption}</caption>
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
            <tr key={rowKey(row)} aria-current={current?.(row) ? true : undefined}>
              {columns.map(({ id, cell, text, tone }, index) =>
                index === 0 ? (
                  <th key={id} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td
                    key={id}
                    className={[text && 'text', tone?.(row)].filter(Boolean).join(' ') || undefined}
                  >
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
