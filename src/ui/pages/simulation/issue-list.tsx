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
  const channel = scenario.channels[Number(/^\$\.channels\[(\d+)\]$/.exec(issue.path)?.[1] ?? -1)];
  if (channel && issue.code === 'notServed') return cannot.notServed(channelName(channel, scenario, locale));
  return locale.t.issues.sentence(issue);
}
