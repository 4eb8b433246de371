/**
 * The frame of every picture: the finding as its title, one readout line instead of a floating
 * box, and the same facts as a table.
 */
import { useId, useState, type ReactNode } from 'react';
import { useLocale } from '../locale.tsx';
import { ChartIcon, TableIcon } from '../shell/icons.tsx';

type ChartFrameProps = {
  /** The finding: "Chat misses its target on Monday 10:00–12:30". */
  readonly title: string;
  /** What the pointer or the keyboard is at; one line. Null keeps the line, empty. */
  readonly readout?: ReactNode;
  /** The picture's numbers; adds the switch between picture and table. */
  readonly table?: ReactNode;
  /** A low picture: the readout shares the line of the title. */
  readonly compact?: boolean;
  /** A choice that belongs to this picture; shares the line of the readout. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
};

export function ChartFrame({ title, readout, table, tools, compact = false, children }: ChartFrameProps) {
  const { t } = useLocale();
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption className="chart-head">
        <h2 id={id}>{title}</h2>
        {compact && <p className="readout">{readout}</p>}
        {table !== undefined && (
          <button
            type="button"
            className="chart-switch"
            aria-label={asTable ? t.charts.showChartOf(title) : t.charts.showTableOf(title)}
            title={asTable ? t.charts.showChart : t.charts.showTable}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? <ChartIcon /> : <TableIcon />}
          </button>
        )}
      </figcaption>
      {asTable ? (
        table
      ) : (
        <>
          {!compact && (readout !== undefined || tools !== undefined) && (
            <div className="chart-row">
              {tools}
              <p className="readout">{readout}</p>
            </div>
          )}
          {children}
        </>
      )}
    </figure>
  );
}
