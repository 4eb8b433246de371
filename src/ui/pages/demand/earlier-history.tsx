/** What the file changes in the history that is there: told first, done only when chosen. */
import { useId } from 'react';
import type { ImportCommands } from '../../../app/import-driver.ts';
import type { Joining, SeriesStep } from '../../../app/import-session.ts';
import type { DayConflict } from '../../../history/merge.ts';
import { CheckField } from '../../inputs/check-field.tsx';
import { useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';

type EarlierHistoryProps = {
  readonly session: SeriesStep;
  readonly join: ImportCommands['join'];
  readonly changeSide: ImportCommands['changeSide'];
};

export function EarlierHistory({ session, join, changeSide }: EarlierHistoryProps) {
  const { t, f } = useLocale();
  const name = useId();
  const { earlier, joining, exceptions, source } = session;
  if (earlier === null) return null;
  const { added, kept, same, conflicting, conflicts } = earlier.changes;
  const several = new Set(conflicts.map(({ channel }) => channel)).size > 1;
  const timed = conflicts.some(
    ({ earlierHandleTime, freshHandleTime }) => earlierHandleTime !== null || freshHandleTime !== null,
  );
  const earlierCounts = ({ channel, date }: DayConflict) =>
    exceptions.some((day) => day.channel === channel && day.date === date) !== (joining === 'earlier');
  const option = (value: Joining, label: string) => (
    <label className="check">
      <input type="radio" name={name} checked={joining === value} onChange={() => join(value)} />
      <span>{label}</span>
    </label>
  );
  return (
    <fieldset className="part">
      <legend className="section-title">{t.history.earlierTitle(earlier.file)}</legend>
      <p>
        {t.history.earlierText(
          t.history.days(added, f.count(added)),
          t.history.days(kept, f.count(kept)),
          t.history.days(same, f.count(same)),
          t.history.days(conflicting, f.count(conflicting)),
        )}
      </p>
      {option('alone', t.history.joinAlone(source.name))}
      {option('fresh', conflicting > 0 ? t.history.joinFresh : t.history.joinPlain)}
      {conflicting > 0 && option('earlier', t.history.joinEarlier)}
      {conflicts.length > 0 && (
        <details className="conflicts">
          <summary>
            {t.history.conflicts} ({f.count(conflicting)})
          </summary>
          {conflicts.length < conflicting && (
            <p className="quiet-text">
              {t.demand.rejectedMore(f.count(conflicts.length), f.count(conflicting))}
            </p>
          )}
          {joining !== 'alone' && <p className="quiet-text">{t.history.dayByDay}</p>}
          <DataTable
            caption={t.history.conflicts}
            hideCaption
            rows={conflicts}
            rowKey={({ channel, date }) => `${channel} ${date}`}
            columns={[
              { id: 'date', head: t.history.day, text: true, cell: ({ date }) => f.date(date) },
              ...(several
                ? [
                    {
                      id: 'series',
                      head: t.demand.series,
                      text: true,
                      cell: (row: { channel: string }) => row.channel,
                    },
                  ]
                : []),
              ...(joining === 'alone'
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
                          onChange={() => changeSide(row)}
                        />
                      ),
                    },
                  ]),
              { id: 'earlier', head: t.history.earlierCount, cell: (row) => f.count(row.earlier) },
              { id: 'fresh', head: t.history.freshCount, cell: (row) => f.count(row.fresh) },
              ...(timed
                ? [
                    {
                      id: 'earlierTime',
                      head: t.history.earlierTime,
                      cell: (row: DayConflict) => f.seconds(row.earlierHandleTime),
                    },
                    {
                      id: 'freshTime',
                      head: t.history.freshTime,
                      cell: (row: DayConflict) => f.seconds(row.freshHandleTime),
                    },
                  ]
                : []),
            ]}
          />
        </details>
      )}
    </fieldset>
  );
}
