/** The numbers behind the day. */
import { memo, useMemo } from 'react';
import type { ChannelAnalysis } from '../../../scenario/analysis.ts';
import type { Axis } from '../../../scenario/axis.ts';
import { Num, useLocale, type LocaleValue } from '../../locale.tsx';
import { DataTable, type Column } from '../../page/data-table.tsx';
import { intervalMinutes } from '../../use-axis.ts';
import { capital } from '../when.ts';
import type { DayView } from './day-view.ts';
import { intervalMeasure } from './interval-measures.ts';

type IntervalTableProps = {
  readonly figures: ChannelAnalysis;
  readonly view: DayView;
  readonly axis: Axis;
  readonly day: number;
  readonly name: string;
  /** Place of the interval pointed at. */
  readonly current: number | null;
};

type Row = { readonly at: number; readonly interval: number };

export const IntervalTable = memo(function IntervalTable(props: IntervalTableProps) {
  const { figures, view, axis, day, name, current } = props;
  const { t, f } = useLocale();
  const rows = useMemo(() => view.intervals.map((interval, at): Row => ({ interval, at })), [view.intervals]);
  const columns = useMemo(() => columnsOf({ figures, view, axis, t, f }), [figures, view, axis, t, f]);
  return (
    <DataTable
      caption={t.staffing.table(capital(name), f.weekday(axis.days[day]?.date ?? ''))}
      rows={rows}
      rowKey={({ interval }) => interval}
      current={({ at }) => at === current}
      columns={columns}
    />
  );
});

type Figures = Pick<IntervalTableProps, 'figures' | 'view' | 'axis'> & Pick<LocaleValue, 't' | 'f'>;

function columnsOf({ figures, view, axis, t, f }: Figures): Column<Row>[] {
  const minutes = intervalMinutes(axis);
  const measure = (kind: Parameters<typeof intervalMeasure>[1]) =>
    intervalMeasure(figures, kind, view.intervals).values;
  const levels = measure('serviceLevel');
  const waits = measure('meanWaitAnswered');
  const replies = measure('firstResponseMean');
  const abandoned = measure('abandonment');
  const busy = measure('occupancy');
  const live = figures.model === 'erlangA' || figures.model === 'erlangC';
  const gap = ({ at }: Row): number => {
    const step = view.steps[at];
    return step ? step.planned - step.required : 0;
  };
  return [
    {
      id: 'time',
      head: t.charts.time,
      cell: ({ interval }) => f.clock((axis.intervals[interval]?.slot ?? 0) * minutes),
    },
    { id: 'offered', head: t.staffing.offered, cell: ({ interval }) => f.count(figures.offered[interval]) },
    { id: 'aht', head: t.staffing.aht, cell: () => f.seconds(figures.handleTime) },
    { id: 'required', head: t.staffing.required, cell: ({ at }) => f.agents(view.steps[at]?.required) },
    { id: 'planned', head: t.staffing.planned, cell: ({ at }) => f.agents(view.steps[at]?.planned) },
    {
      id: 'gap',
      head: t.words.difference,
      cell: (row) => f.agents(gap(row), true),
      tone: (row) => (gap(row) < -1e-6 ? 'under' : gap(row) > 1e-6 ? 'over' : undefined),
    },
    ...(live
      ? [
          {
            id: 'level',
            head: t.words.serviceLevel,
            cell: ({ at }: Row) => <Num>{f.share(levels[at])}</Num>,
          },
          { id: 'wait', head: t.staffing.asa, cell: ({ at }: Row) => <Num>{f.duration(waits[at])}</Num> },
        ]
      : [{ id: 'reply', head: t.staffing.frt, cell: ({ at }: Row) => <Num>{f.duration(replies[at])}</Num> }]),
    { id: 'abandoned', head: t.staffing.abandoned, cell: ({ at }) => <Num>{f.share(abandoned[at], 1)}</Num> },
    { id: 'busy', head: t.staffing.occupancy, cell: ({ at }) => <Num>{f.share(busy[at])}</Num> },
  ];
}
