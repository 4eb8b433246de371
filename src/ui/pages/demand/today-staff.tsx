/** What a new forecast of the rest of the day means for the agents of the channel. */
import type { Analysis } from '../../../scenario/analysis.ts';
import type { Axis } from '../../../scenario/axis.ts';
import { Rich, useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { Waiting } from '../../page/page.tsx';
import { useWords } from './use-words.ts';

type TodayStaffProps = {
  readonly channel: string;
  readonly axis: Axis;
  readonly day: number;
  /** First slot not over. */
  readonly from: number;
  readonly before: Analysis | null;
  readonly after: Analysis | null;
};

export function TodayStaff({ channel, axis, day, from, before, after }: TodayStaffProps) {
  const { t, f } = useLocale();
  const w = useWords();
  const [old, now] = [before, after].map((analysis) => analysis?.channels.find(({ id }) => id === channel));
  if (!old || !now) return <Waiting lines={2} />;
  const minutes = 1440 / axis.slotsPerDay;
  const rows = axis.intervals.flatMap((interval, i) =>
    interval.day === day && interval.slot >= from && now.open[i] === 1
      ? [
          {
            slot: interval.slot,
            before: old.required[i] ?? 0,
            after: now.required[i] ?? 0,
            planned: now.planned[i] ?? 0,
          },
        ]
      : [],
  );
  const worst = rows.reduce<(typeof rows)[number] | null>(
    (most, row) => (most === null || row.after - row.planned > most.after - most.planned ? row : most),
    null,
  );
  if (!worst) return <p>{w.todayClosed}</p>;
  const hours = (rows.reduce((sum, row) => sum + row.after - row.before, 0) * minutes) / 60;
  const short = worst.after - worst.planned;
  const clock = f.clockRange(worst.slot * minutes, (worst.slot + 1) * minutes);
  return (
    <>
      <p>
        <Rich
          text={`${w.todayHours(f.number(Math.abs(hours), 1), hours >= 0)} ${
            short > 0.5 ? w.todayShort(f.count(short), clock) : w.todayEnough
          }`}
        />
      </p>
      <DataTable
        caption={w.todayAgents}
        rows={rows}
        rowKey={({ slot }) => slot}
        columns={[
          {
            id: 'when',
            head: t.charts.time,
            cell: ({ slot }) => f.clockRange(slot * minutes, (slot + 1) * minutes),
          },
          { id: 'before', head: w.todayRequiredBefore, cell: (row) => f.count(row.before) },
          { id: 'after', head: w.todayRequiredNow, cell: (row) => f.count(row.after) },
          { id: 'planned', head: w.todayPlanned, cell: ({ planned }) => f.count(planned) },
          {
            id: 'gap',
            head: w.todayGap,
            cell: (row) => f.count(row.planned - row.after, true),
            tone: (row) => (row.planned < row.after - 0.5 ? 'under' : undefined),
          },
        ]}
      />
    </>
  );
}
