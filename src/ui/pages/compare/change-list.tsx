/** The inputs that differ, in words where the field has a name of its own. */
import type { Difference } from '../../../scenario/differences.ts';
import { channelName } from '../../channel-name.ts';
import { useLocale } from '../../locale.tsx';
import { useApp } from '../../use-app.ts';

const MOST = 14;

export function ChangeList({ changes }: { readonly changes: readonly Difference[] }) {
  const locale = useLocale();
  const { t, f, text } = locale;
  const scenario = useApp((state) => state.scenario);
  if (changes.length === 0) return <p className="quiet-text">{t.compare.nothing}</p>;
  const where = ({ section, id }: Difference): string => {
    const channel = section === 'channel' && scenario.channels.find((one) => one.id === id);
    if (channel) return channelName(channel, scenario, locale);
    const group = section === 'group' && scenario.groups.find((one) => one.id === id);
    return group ? text(group.name) : (id ?? '');
  };
  const fields: Readonly<Record<string, string>> = t.compare.field;
  const kinds: Readonly<Record<string, string>> = t.compare.kind;
  const value = (shown: string | number | null): string =>
    typeof shown === 'number'
      ? f.number(shown, 3)
      : shown === null
        ? t.compare.none
        : (kinds[shown] ?? shown);
  const nameOf = ({ field }: Difference): string | undefined => fields[field.replaceAll('.', '_')];
  // What has no name for a planner is counted, not spelt.
  const named = changes.filter((change) => change.field === '' || nameOf(change) !== undefined);
  const what = (change: Difference): string => {
    const { field, entries, before, after } = change;
    const name = nameOf(change) ?? '';
    if (field === '') return before === null ? t.compare.added : t.compare.removed;
    return entries === null
      ? `${name} ${value(before)} → ${value(after)}`
      : `${name}, ${t.compare.entries(entries, f.number(entries, 0))}`;
  };
  return (
    <ul className="change-list">
      {named.slice(0, MOST).map((change) => (
        <li key={`${change.section} ${change.id ?? ''} ${change.field}`}>
          {change.id !== null && <b>{where(change)} </b>}
          {what(change)}
        </li>
      ))}
      {changes.length > Math.min(MOST, named.length) && (
        <li>{t.compare.more(f.number(changes.length - Math.min(MOST, named.length), 0))}</li>
      )}
    </ul>
  );
}
