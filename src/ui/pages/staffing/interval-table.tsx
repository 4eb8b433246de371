/** The numbers behind the day. */
import { memo, useMemo, type ReactNode } from 'react';
import type { ChannelAnalysis, TargetKind } from '../../../scenario/analysis.ts';
import type { Axis } from '../../../scenario/axis.ts';
import type { Channel, Scenario } from '../../../scenario/schema.ts';
import { Explain, type Explanation } from '../../inputs/explain.tsx';
import { Num, useLocale, type LocaleValue } from '../../locale.tsx';
import { DataTable, type Column } from '../../page/data-table.tsx';
import { intervalMinutes } from '../../use-axis.ts';
import { capital } from '../when.ts';
import type { DayView } from './day-view.ts';
import { explainMeasure, explainPlain, groupsAt } from './explain-interval.ts';
import { intervalMeasure } from './interval-measures.ts';
import { useCloser } from './use-closer.ts';

type IntervalTableProps = {
  readonly figures: ChannelAnalysis;
  readonly view: DayView;
  readonly axis: Axis;
  readonly day: number;
  readonly name: string;
  readonly channel: Channel;
  readonly scenario: Scenario;
  /** Place of the interval chosen: marked, and put into the formulas behind the heads. */
  readonly current: number;
};

type Row = { readonly at: number; readonly interval: number };

export const IntervalTable = memo(function IntervalTable(props: IntervalTableProps) {
  const { figures, view, axis, day, name, channel, scenario, current } = props;
  const { t, f, text } = useLocale();
  const c = useCloser();
  const rows = useMemo(() => view.intervals.map((interval, at): Row => ({ interval, at })), [view.intervals]);
  const interval = view.intervals[current] ?? 0;
  const columns = useMemo(() => {
    const groups = groupsAt(scenario, view.analysis, channel.id, interval, text);
    const about = { figures, channel, interval, axis, t, f, c, groups };
    const heads: Heads = {
      plain: (key, head) => <Head head={head} explanation={explainPlain(key, head, about)} />,
      measure: (kind, head) => <Head head={head} explanation={explainMeasure(kind, head, about)} />,
    };
    return columnsOf({ figures, view, axis, t, f, heads });
  }, [figures, view, axis, channel, scenario, interval, t, f, c, text]);
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

function Head({ head, explanation }: { readonly head: string; readonly explanation: Explanation }) {
  return <Explain explanation={explanation}>{head}</Explain>;
}

/** Heads that explain themselves. */
type Heads = {
  plain(key: Parameters<typeof explainPlain>[0], head: string): ReactNode;
  measure(kind: TargetKind, head: string): ReactNode;
};

type Inputs = Pick<IntervalTableProps, 'figures' | 'view' | 'axis'> &
  Pick<LocaleValue, 't' | 'f'> & { readonly heads: Heads };

function columnsOf({ figures, view, axis, t, f, heads }: Inputs): Column<Row>[] {
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
    {
      id: 'offered',
      head: heads.plain('offered', t.staffing.offered),
      cell: ({ interval }) => f.count(figures.offered[interval]),
    },
    { id: 'aht', head: heads.plain('aht', t.staffing.aht), cell: () => f.seconds(figures.handleTime) },
    {
      id: 'required',
      head: heads.plain('required', t.staffing.required),
      cell: ({ at }) => f.agents(view.steps[at]?.required),
    },
    {
      id: 'planned',
      head: heads.plain('planned', t.staffing.planned),
      cell: ({ at }) => f.agents(view.steps[at]?.planned),
    },
    {
      id: 'gap',
      head: heads.plain('gap', t.words.difference),
      cell: (row) => f.agents(gap(row), true),
      tone: (row) => (gap(row) < -1e-6 ? 'under' : gap(row) > 1e-6 ? 'over' : undefined),
    },
    ...(live
      ? [
          {
            id: 'level',
            head: heads.measure('serviceLevel', t.words.serviceLevel),
            cell: ({ at }: Row) => <Num>{f.share(levels[at])}</Num>,
          },
          {
            id: 'wait',
            head: heads.measure('meanWaitAnswered', t.staffing.asa),
            cell: ({ at }: Row) => <Num>{f.duration(waits[at])}</Num>,
          },
        ]
      : [
          {
            id: 'reply',
            head: heads.measure('firstResponseMean', t.staffing.frt),
            cell: ({ at }: Row) => <Num>{f.duration(replies[at])}</Num>,
          },
        ]),
    {
      id: 'abandoned',
      head: heads.measure('abandonment', t.staffing.abandoned),
      cell: ({ at }) => <Num>{f.share(abandoned[at], 1)}</Num>,
    },
    {
      id: 'busy',
      head: heads.measure('occupancy', t.staffing.occupancy),
      cell: ({ at }) => <Num>{f.share(busy[at])}</Num>,
    },
  ];
}
