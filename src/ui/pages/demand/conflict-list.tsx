/** Days on which the file and the earlier history differ, a page at a time, each decided by a tick. */
import { useMemo, useState } from 'react';
import { dayKey, type ChannelDay, type DayConflict, type Preference } from '../../../history/merge.ts';
import { CheckField } from '../../inputs/check-field.tsx';
import { SelectField } from '../../inputs/select-field.tsx';
import { useLocale } from '../../locale.tsx';
import { DataTable, type Column } from '../../page/data-table.tsx';
import { Pager, usePages } from '../../page/pager.tsx';
import { digitsApart } from './demand-text.ts';

const ALL = '';

type ConflictListProps = {
  readonly conflicts: readonly DayConflict[];
  /** Null: the histories are not joined, and there is nothing to decide. */
  readonly preferred: Preference | null;
  readonly exceptions: readonly ChannelDay[];
  readonly chooseSide: (days: readonly ChannelDay[], side: Preference) => void;
};

export function ConflictList({ conflicts, preferred, exceptions, chooseSide }: ConflictListProps) {
  const { t, f } = useLocale();
  const [channel, setChannel] = useState(ALL);
  const [order, setOrder] = useState<'date' | 'difference'>('date');
  const channels = useMemo(() => [...new Set(conflicts.map((conflict) => conflict.channel))], [conflicts]);
  const several = channels.length > 1;
  const ordered = useMemo(
    () =>
      conflicts
        .filter((conflict) => channel === ALL || conflict.channel === channel)
        .toSorted((a, b) =>
          order === 'date' ? (a.date < b.date ? -1 : Number(a.date > b.date)) : difference(b) - difference(a),
        ),
    [conflicts, channel, order],
  );
  const pages = usePages(ordered.length);
  const shown = ordered.slice(pages.from, pages.to);
  const others = new Set(exceptions.map(dayKey));
  const earlierCounts = (day: ChannelDay) => others.has(dayKey(day)) !== (preferred === 'earlier');
  const timed = conflicts.some(
    ({ earlierHandleTime, freshHandleTime }) => earlierHandleTime !== null || freshHandleTime !== null,
  );
  const timeDigits = (row: DayConflict) => digitsApart(row.earlierHandleTime, row.freshHandleTime);
  const columns: Column<DayConflict>[] = [
    { id: 'date', head: t.history.day, text: true, cell: ({ date }) => f.date(date) },
    ...(several
      ? [{ id: 'series', head: t.demand.series, text: true, cell: (row: DayConflict) => row.channel }]
      : []),
    ...(preferred === null
      ? []
      : [
          {
            id: 'counts',
            head: t.history.earlierDay,
            text: true,
            cell: (row: DayConflict) => (
              <CheckField
                label={t.history.earlierDayOf(f.date(row.date), several ? row.channel : null)}
                hideLabel
                checked={earlierCounts(row)}
                onChange={(yes) => chooseSide([row], yes ? 'earlier' : 'fresh')}
              />
            ),
          },
        ]),
    {
      id: 'earlier',
      head: t.history.earlierCount,
      cell: (row) => f.number(row.earlier, digitsApart(row.earlier, row.fresh)),
    },
    {
      id: 'fresh',
      head: t.history.freshCount,
      cell: (row) => f.number(row.fresh, digitsApart(row.earlier, row.fresh)),
    },
    ...(timed
      ? [
          {
            id: 'earlierTime',
            head: t.history.earlierTime,
            cell: (row: DayConflict) => f.seconds(row.earlierHandleTime, timeDigits(row)),
          },
          {
            id: 'freshTime',
            head: t.history.freshTime,
            cell: (row: DayConflict) => f.seconds(row.freshHandleTime, timeDigits(row)),
          },
        ]
      : []),
    { id: 'intervals', head: t.history.intervalsDiffer, cell: (row) => f.count(row.intervals) },
  ];
  return (
    <div className="conflict-list">
      <div className="settings">
        {several && (
          <SelectField
            label={t.demand.series}
            value={channel}
            options={[
              { value: ALL, label: t.words.allChannels },
              ...channels.map((name) => ({ value: name, label: name })),
            ]}
            onChange={(next) => {
              setChannel(next);
              pages.show(0);
            }}
          />
        )}
        <SelectField
          label={t.history.orderBy}
          value={order}
          options={[
            { value: 'date', label: t.history.orders.date },
            { value: 'difference', label: t.history.orders.difference },
          ]}
          onChange={(next) => {
            setOrder(next);
            pages.show(0);
          }}
        />
      </div>
      {preferred !== null && (
        <>
          <p className="quiet-text">{t.history.dayByDay}</p>
          <p className="button-row">
            {(['earlier', 'fresh'] as const).map((side) => (
              <button key={side} type="button" className="button" onClick={() => chooseSide(ordered, side)}>
                {t.history.allTo[side](f.count(ordered.length))}
              </button>
            ))}
          </p>
        </>
      )}
      <DataTable caption={t.history.conflicts} hideCaption rows={shown} rowKey={dayKey} columns={columns} />
      <Pager label={t.history.pages} pages={pages} />
    </div>
  );
}

/** How far apart the two are: by contacts first, then by the work they took. */
function difference({ earlier, fresh, earlierHandleTime, freshHandleTime }: DayConflict): number {
  const work = Math.abs((earlierHandleTime ?? 0) - (freshHandleTime ?? 0)) / 1e6;
  return Math.abs(earlier - fresh) + work;
}
