/** The inputs that differ, in words where the field has a name of its own. */
import type { Difference } from '../../../scenario/differences.ts';
import { channelName } from '../../channel-name.ts';
import { useLocale } from '../../locale.tsx';
import { useApp } from '../../use-app.ts';
import { changeText } from './change-text.ts';

const MOST = 14;

export function ChangeList({ changes }: { readonly changes: readonly Difference[] }) {
  const locale = useLocale();
  const { t, f, text } = locale;
  const scenario = useApp((state) => state.scenario);
  const baseline = useApp((state) => state.baseline.scenario);
  if (changes.length === 0) return <p className="quiet-text">{t.compare.nothing}</p>;
  // What one of the two no longer has is named as in the other.
  const channelCalled = (id: string): string | null => {
    const owner = [scenario, baseline].find(({ channels }) => channels.some((one) => one.id === id));
    const channel = owner?.channels.find((one) => one.id === id);
    return owner && channel ? channelName(channel, owner, locale) : null;
  };
  const where = ({ section, id }: Difference): string => {
    if (id === null) return '';
    if (section === 'channel') return channelCalled(id) ?? id;
    const group = [...scenario.groups, ...baseline.groups].find((one) => one.id === id);
    return group ? text(group.name) : id;
  };
  const fields: Readonly<Record<string, string>> = t.compare.field;
  const value = (shown: string | number | null, field: string): string =>
    changeText(shown, field, locale, channelCalled);
  const nameOf = ({ field }: Difference): string | undefined => fields[field.replaceAll('.', '_')];
  // What has no name for a planner is counted, not spelt.
  const named = changes.filter((change) => change.field === '' || nameOf(change) !== undefined);
  const what = (change: Difference): string => {
    const { field, entries, before, after } = change;
    const name = nameOf(change) ?? '';
    if (field === '') return before === null ? t.compare.added : t.compare.removed;
    return entries === null
      ? `${name} ${value(before, field)} → ${value(after, field)}`
      : `${name}, ${t.compare.entries(entries, f.number(entries, 0))}`;
  };
  const item = (change: Difference) => (
    <li key={`${change.section} ${change.id ?? ''} ${change.field}`}>
      {change.id !== null && <b>{where(change)} </b>}
      {what(change)}
    </li>
  );
  const rest = named.slice(MOST);
  const unnamed = changes.length - named.length;
  const inFile = unnamed > 0 && <li>{t.compare.onlyInFile(unnamed, f.number(unnamed, 0))}</li>;
  return (
    <>
      <ul className="change-list">
        {named.slice(0, MOST).map(item)}
        {rest.length === 0 && inFile}
      </ul>
      {rest.length > 0 && (
        <details className="change-rest">
          <summary>{t.compare.more(f.number(rest.length + unnamed, 0))}</summary>
          <ul className="change-list">
            {rest.map(item)}
            {inFile}
          </ul>
        </details>
      )}
    </>
  );
}
