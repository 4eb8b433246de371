/** How fast each group works on its channels, for new hires and old hands; folded away, as most are alike. */
import { useState } from 'react';
import type { AgentGroup, Scenario } from '../../../scenario/schema.ts';
import { channelName } from '../../channel-name.ts';
import { ShareField } from '../../inputs/share-field.tsx';
import { useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import type { ChangeGroup } from './skill-matrix.tsx';

type PaceMatrixProps = {
  readonly scenario: Scenario;
  readonly change: ChangeGroup;
  readonly end: () => void;
};

export function PaceMatrix({ scenario, change, end }: PaceMatrixProps) {
  const locale = useLocale();
  const { t, text } = locale;
  const [open, setOpen] = useState(false);
  const served = scenario.channels.filter(({ id }) =>
    scenario.groups.some(({ skills }) => skills.some(({ channel }) => channel === id)),
  );

  function setPace(group: AgentGroup, channel: string, pace: number): void {
    change(group, `pace ${channel}`, (draft) => {
      const own = draft.skills.find((skill) => skill.channel === channel);
      if (!own) return;
      if (pace === 1) delete own.speed;
      else own.speed = pace;
    });
  }

  return (
    <details className="pace" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.channels.pace}</summary>
      {open && (
        <>
          <p className="quiet-text">{t.channels.paceText}</p>
          <DataTable
            caption={t.channels.pace}
            hideCaption
            rows={scenario.groups}
            rowKey={({ id }) => id}
            columns={[
              { id: 'group', head: t.channels.group, cell: ({ name }: AgentGroup) => text(name) },
              ...served.map((channel) => ({
                id: channel.id,
                head: channelName(channel, scenario, locale),
                text: true,
                cell: (group: AgentGroup) => {
                  const own = group.skills.find((skill) => skill.channel === channel.id);
                  if (!own) return '–';
                  return (
                    <ShareField
                      label={t.channels.paceOf(text(group.name), channelName(channel, scenario, locale))}
                      hideLabel
                      value={own.speed ?? 1}
                      min={0.1}
                      max={10}
                      digits={2}
                      step={0.05}
                      onChange={(pace) => setPace(group, channel.id, pace)}
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
