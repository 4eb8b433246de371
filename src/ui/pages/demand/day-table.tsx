/** Contacts per day with the range a whole day may turn out in, and its busiest interval. */
import { memo } from 'react';
import type { Axis } from '../../../scenario/axis.ts';
import { useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { capital } from '../when.ts';
import type { DayFigure, WeekFigures } from './week-figures.ts';

type DayTableProps = {
  readonly figures: WeekFigures;
  readonly axis: Axis;
};

type Row = DayFigure | { readonly date: null; readonly contacts: number };

export const DayTable = memo(function DayTable({ figures, axis }: DayTableProps) {
  const { t, f } = useLocale();
  const minutes = 1440 / axis.slotsPerDay;
  const rows: Row[] = [...figures.days, { date: null, contacts: figures.total }];
  const range = (row: Row) => {
    const narrow = row.date === null || row.contacts === 0 ? undefined : row.bands.at(-1);
    return narrow ? `${f.count(narrow.low)}–${f.count(narrow.high)}` : '';
  };
  return (
    <DataTable
      caption={t.demand.tableCaption}
      rows={rows}
      rowKey={({ date }) => date ?? 'total'}
      sum={({ date }) => date === null}
      columns={[
        {
          id: 'day',
          head: t.demand.day,
          cell: ({ date }) =>
            date === null
              ? t.demand.total
              : t.demand.weekdayAndDay(capital(f.weekday(date)), f.dayShort(date)),
        },
        {
          id: 'contacts',
          head: t.demand.contacts,
          cell: ({ contacts }) => f.count(contacts),
        },
        { id: 'range', head: t.demand.range(f.share(0.8)), cell: range },
        {
          id: 'share',
          head: t.demand.share,
          cell: ({ contacts }: Row) => f.share(figures.total > 0 ? contacts / figures.total : null),
        },
        {
          id: 'peak',
          head: t.demand.peak,
          cell: (row: Row) =>
            row.date === null || row.contacts === 0
              ? ''
              : `${f.clockRange(row.peak * minutes, (row.peak + 1) * minutes)} · ${f.count(row.peakContacts)}`,
        },
      ]}
    />
  );
});
