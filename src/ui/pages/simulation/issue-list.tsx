/** Why a scenario cannot be simulated, by the names on screen. */
import type { Issue } from '../../../errors.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { channelName } from '../../channel-name.ts';
import { useLocale, type LocaleValue } from '../../locale.tsx';

/** More than anyone repairs at once. */
const MOST_SHOWN = 8;

type IssueListProps = { readonly issues: readonly Issue[]; readonly scenario: Scenario };

export function IssueList({ issues, scenario }: IssueListProps) {
  const locale = useLocale();
  return (
    <ul>
      {issues.slice(0, MOST_SHOWN).map((issue) => (
        <li key={`${issue.path} ${issue.code}`}>{sentence(issue, scenario, locale)}</li>
      ))}
    </ul>
  );
}

function sentence(issue: Issue, scenario: Scenario, locale: LocaleValue): string {
  const { cannot } = locale.t.simulation;
  const [, part, place] = /^\$\.(channels|groups)\[(\d+)\]/.exec(issue.path) ?? [];
  const channel = part === 'channels' ? scenario.channels[Number(place)] : undefined;
  const group = part === 'groups' ? scenario.groups[Number(place)] : undefined;
  const most = (): string => locale.f.number(Number(/\d+/.exec(issue.allowed ?? '')?.[0] ?? Number.NaN), 0);
  if (channel) {
    const name = channelName(channel, scenario, locale);
    if (issue.code === 'notServed') return cannot.notServed(name);
    if (issue.code === 'loop') return cannot.loop(name);
    if (issue.code === 'tooMany') return cannot.tooManyContacts(name, most());
  }
  if (group && issue.code === 'tooMany') return cannot.tooManyAgents(locale.text(group.name), most());
  return locale.t.issues.sentence(issue);
}
