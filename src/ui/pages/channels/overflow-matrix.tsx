/** Groups that help out only once a contact has waited; folded away, as most serve theirs at once. */
import { useState } from 'react';
import { isDeferred } from '../../../scenario/opening.ts';
import type { AgentGroup, Scenario } from '../../../scenario/schema.ts';
import { channelName } from '../../channel-name.ts';
import { SecondsField } from '../../inputs/seconds-field.tsx';
import { useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import type { ChangeGroup } from './skill-matrix.tsx';
import { useWords } from './use-words.ts';

type OverflowMatrixProps = {
  readonly scenario: Scenario;
  readonly change: ChangeGroup;
  readonly end: () => void;
};

export function OverflowMatrix({ scenario, change, end }: OverflowMatrixProps) {
  const locale = useLocale();
  const { t, text } = locale;
  const words = useWords().overflow;
  const [open, setOpen] = useState(() =>
    scenario.groups.some(({ skills }) => skills.some(({ afterSeconds = 0 }) => afterSeconds > 0)),
  );
  const live = scenario.channels.filter(
    ({ id, kind }) =>
      !isDeferred(kind) && scenario.groups.some(({ skills }) => skills.some(({ channel }) => channel === id)),
  );

  function setAfter(group: AgentGroup, channel: string, seconds: number): void {
    change(group, `after ${channel}`, (draft) => {
      const own = draft.skills.find((skill) => skill.channel === channel);
      if (!own) return;
      if (seconds > 0) own.afterSeconds = seconds;
      else delete own.afterSeconds;
    });
  }

  return (
    <details className="pace" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.title}</summary>
      {open && (
        <>
          <p className="quiet-text">{words.text}</p>
          <DataTable
            caption={words.title}
            hideCaption
            rows={scenario.groups}
            rowKey={({ id }) => id}
            columns={[
              { id: 'group', head: t.channels.group, cell: ({ name }: AgentGroup) => text(name) },
              ...live.map((channel) => ({
                id: channel.id,
                head: channelName(channel, scenario, locale),
                text: true,
                cell: (group: AgentGroup) => {
                  const own = group.skills.find((skill) => skill.channel === channel.id);
                  if (!own) return '–';
                  return (
                    <SecondsField
                      label={words.afterOf(text(group.name), channelName(channel, scenario, locale))}
                      hideLabel
                      value={own.afterSeconds ?? 0}
                      digits={0}
                      step={10}
                      onChange={(seconds) => setAfter(group, channel.id, seconds)}
                      onEnd={end}
                    />
                  );
                },
              })),
            ]}
          />
        </>
      )}
    </details>
  );
}
