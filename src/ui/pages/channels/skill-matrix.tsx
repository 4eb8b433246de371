/** Groups of agents: which channels they serve at which priority, their shrinkage and cost. */
import { castDraft, type Draft } from 'immer';
import { isLeftOut } from '../../../scenario/left-out.ts';
import type { AgentGroup, Channel, Scenario, Shift } from '../../../scenario/schema.ts';
import { channelName } from '../../channel-name.ts';
import { NameField } from '../../inputs/name-field.tsx';
import { NumberField } from '../../inputs/number-field.tsx';
import { SelectField } from '../../inputs/select-field.tsx';
import { ShareField } from '../../inputs/share-field.tsx';
import { useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { useCommands } from '../../use-app.ts';
import { OverflowMatrix } from './overflow-matrix.tsx';
import { PaceMatrix } from './pace-matrix.tsx';
import { PresenceMatrix } from './presence-matrix.tsx';
import { ShiftsFold } from './shifts-fold.tsx';

export type ChangeGroup = (
  group: AgentGroup,
  field: string,
  recipe: (draft: Draft<AgentGroup>) => void,
) => void;

const NONE = '0';

export function SkillMatrix({ scenario }: { readonly scenario: Scenario }) {
  const locale = useLocale();
  const { t, text } = locale;
  const commands = useCommands();
  const served = scenario.channels.filter(({ kind }) => kind !== 'selfService');
  const change: ChangeGroup = (group, field, recipe) =>
    commands.edit(`group ${group.id} ${field}`, (draft) => {
      const target = draft.groups.find(({ id }) => id === group.id);
      if (target) recipe(target);
    });
  const end = () => commands.endGesture();
  const highest = Math.max(
    served.length,
    ...scenario.groups.flatMap(({ skills }) => skills.map(({ priority }) => priority)),
  );
  const priorities = [
    { value: NONE, label: t.channels.priorityNone },
    ...Array.from({ length: Math.max(2, highest) }, (_, index) => String(index + 1)).map((value) => ({
      value,
      label: value,
    })),
  ];
  const unserved = served.filter(
    ({ id }) => !scenario.groups.some(({ skills }) => skills.some(({ channel }) => channel === id)),
  );

  const late = served.filter((channel) => isLeftOut('nobodyAtOnce', scenario, channel));
  const namesOf = (channels: readonly Channel[]) =>
    channels.map((channel) => channelName(channel, scenario, locale)).join(', ');

  function setPriority(group: AgentGroup, channel: string, priority: number): void {
    end();
    change(group, 'skills', (draft) => {
      const own = draft.skills.find((skill) => skill.channel === channel);
      if (priority === 0) draft.skills = draft.skills.filter((skill) => skill.channel !== channel);
      else if (own) own.priority = priority;
      else {
        draft.skills.push({ channel, priority });
        // who holds conversations finishes them
        const held = scenario.channels.find(({ id }) => id === channel)?.conversation;
        if (held && draft.staffing.kind === 'counts') delete draft.staffing.shiftEnd;
      }
    });
    end();
  }

  function setShifts(group: AgentGroup, field: string, once: boolean, shifts: readonly Shift[]): void {
    if (once) end();
    change(group, field, ({ staffing }) => {
      if (staffing.kind === 'shifts') staffing.shifts = castDraft(shifts);
    });
    if (once) end();
  }

  return (
    <section className="part matrix">
      <h2 className="section-title">{t.channels.groups}</h2>
      <p className="quiet-text">{t.channels.groupsText}</p>
      {unserved.length > 0 && <p className="field-error">{t.channels.unserved(namesOf(unserved))}</p>}
      {late.length > 0 && <p className="field-error">{t.channels.nobodyAtOnce(namesOf(late))}</p>}
      <DataTable
        caption={t.channels.groups}
        hideCaption
        rows={scenario.groups}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'group',
            head: t.channels.group,
            text: true,
            cell: (group: AgentGroup) => (
              <NameField
                label={t.channels.nameOf(text(group.name))}
                value={text(group.name)}
                onChange={(value) =>
                  change(group, 'name', (draft) => {
                    draft.name = value;
                  })
                }
                onEnd={end}
              />
            ),
          },
          ...served.map((channel) => ({
            id: channel.id,
            head: channelName(channel, scenario, locale),
            text: true,
            cell: (group: AgentGroup) => (
              <SelectField
                label={t.channels.priority(text(group.name), channelName(channel, scenario, locale))}
                hideLabel
                value={String(group.skills.find((skill) => skill.channel === channel.id)?.priority ?? NONE)}
                options={priorities}
                onChange={(value) => setPriority(group, channel.id, Number(value))}
              />
            ),
          })),
          {
            id: 'shrinkage',
            head: t.channels.shrinkage,
            text: true,
            cell: (group: AgentGroup) => (
              <ShareField
                label={t.channels.shrinkageOf(text(group.name))}
                hideLabel
                value={group.shrinkage}
                max={0.95}
                onChange={(value) =>
                  change(group, 'shrinkage', (draft) => {
                    draft.shrinkage = value;
                  })
                }
                onEnd={end}
              />
            ),
          },
          {
            id: 'cost',
            head: t.channels.hourlyCost,
            text: true,
            cell: (group: AgentGroup) => (
              <NumberField
                label={t.channels.hourlyCostOf(text(group.name))}
                hideLabel
                value={group.hourlyCost}
                unit={scenario.currency}
                min={0}
                max={1e9}
                step={0.5}
                onChange={(value) =>
                  change(group, 'cost', (draft) => {
                    draft.hourlyCost = value;
                  })
                }
                onEnd={end}
              />
            ),
          },
        ]}
      />
      <PaceMatrix scenario={scenario} change={change} end={end} />
      <OverflowMatrix scenario={scenario} change={change} end={end} />
      <PresenceMatrix scenario={scenario} change={change} end={end} />
      {scenario.groups.map((group) => (
        <ShiftsFold
          key={group.id}
          group={group}
          change={(field, once, shifts) => setShifts(group, field, once, shifts)}
          end={end}
        />
      ))}
    </section>
  );
}
