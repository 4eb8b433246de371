/** What a few groups have of their own: a row for each group, folded away as most have nothing of it. */
import type { ReactNode } from 'react';
import type { AgentGroup, Channel, Scenario } from '../../../scenario/schema.ts';
import { channelName } from '../../channel-name.ts';
import type { NumberFieldProps } from '../../inputs/number-field.tsx';
import { useLocale } from '../../locale.tsx';
import { DataTable, type Column } from '../../page/data-table.tsx';
import { Fold } from './fold.tsx';
import type { ChangeGroup } from './skill-matrix.tsx';

type GroupFoldProps = {
  readonly scenario: Scenario;
  readonly title: string;
  readonly text: string;
  readonly startsOpen: boolean;
  /** Beside the group's name. */
  readonly columns: readonly Column<AgentGroup>[];
  readonly children?: ReactNode;
};

export function GroupFold({ scenario, title, text, startsOpen, columns, children }: GroupFoldProps) {
  const { t, text: inLanguage } = useLocale();
  return (
    <Fold title={title} startsOpen={startsOpen}>
      <p className="quiet-text">{text}</p>
      <DataTable
        caption={title}
        hideCaption
        rows={scenario.groups}
        rowKey={({ id }) => id}
        columns={[{ id: 'group', head: t.channels.group, cell: ({ name }) => inLanguage(name) }, ...columns]}
      />
      {children}
    </Fold>
  );
}

/** What the groups' tables change. */
export type GroupTableProps = {
  readonly scenario: Scenario;
  readonly change: ChangeGroup;
  readonly end: () => void;
};

type SkillFoldProps = GroupTableProps & {
  readonly title: string;
  readonly text: string;
  /** Of a skill; left out where it is the usual. */
  readonly field: 'speed' | 'afterSeconds';
  readonly usual: number;
  readonly labelOf: (group: string, channel: string) => string;
  readonly concerns?: (channel: Channel) => boolean;
  readonly input: (
    props: Pick<NumberFieldProps, 'label' | 'hideLabel' | 'value' | 'onChange' | 'onEnd'>,
  ) => ReactNode;
};

/** A number for each channel that a group serves. */
export function SkillFold(props: SkillFoldProps) {
  const { scenario, change, end, title, text, field, usual, labelOf, concerns, input } = props;
  const locale = useLocale();
  const skills = scenario.groups.flatMap((group) => group.skills);
  const channels = scenario.channels.filter(
    (each) => skills.some(({ channel }) => channel === each.id) && (concerns?.(each) ?? true),
  );
  const valueOf = (skill: AgentGroup['skills'][number]): number => skill[field] ?? usual;

  function setValue(group: AgentGroup, channel: string, value: number): void {
    change(group, `${field} ${channel}`, (draft) => {
      const own = draft.skills.find((skill) => skill.channel === channel);
      if (!own) return;
      if (value === usual) delete own[field];
      else own[field] = value;
    });
  }

  return (
    <GroupFold
      scenario={scenario}
      title={title}
      text={text}
      startsOpen={skills.some((skill) => valueOf(skill) !== usual)}
      columns={channels.map((channel) => ({
        id: channel.id,
        head: channelName(channel, scenario, locale),
        text: true,
        cell: (group) => {
          const own = group.skills.find((skill) => skill.channel === channel.id);
          if (!own) return '–';
          return input({
            label: labelOf(locale.text(group.name), channelName(channel, scenario, locale)),
            hideLabel: true,
            value: valueOf(own),
            onChange: (value) => setValue(group, channel.id, value),
            onEnd: end,
          });
        },
      }))}
    />
  );
}
