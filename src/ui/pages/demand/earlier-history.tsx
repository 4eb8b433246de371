/** What the file changes in the history that is there: told first, done only when chosen. */
import { useId } from 'react';
import type { ImportCommands } from '../../../app/import-driver.ts';
import type { Joining, SeriesStep } from '../../../app/import-session.ts';
import { useLocale } from '../../locale.tsx';
import { ConflictList } from './conflict-list.tsx';

type EarlierHistoryProps = {
  readonly session: SeriesStep;
  readonly join: ImportCommands['join'];
  readonly chooseSide: ImportCommands['chooseSide'];
};

export function EarlierHistory({ session, join, chooseSide }: EarlierHistoryProps) {
  const { t, f } = useLocale();
  const name = useId();
  const { earlier, asked, source } = session;
  const { joining, exceptions } = asked ?? session;
  if (earlier === null) return null;
  const { added, kept, same, conflicting, conflicts } = earlier.changes;
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
          <ConflictList
            conflicts={conflicts}
            preferred={joining === 'alone' ? null : joining}
            exceptions={exceptions}
            chooseSide={chooseSide}
          />
        </details>
      )}
    </fieldset>
  );
}
