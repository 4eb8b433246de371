/** Channels and groups join and leave here, and get their names. */
import { useMemo, useState } from 'react';
import type { AgentGroup, Channel, ChannelKind } from '../../../scenario/schema.ts';
import { shiftsOfCounts } from '../../../scenario/shifts-of-counts.ts';
import {
  canRemoveChannel,
  handoversWithout,
  withNewChannel,
  withNewGroup,
  withoutChannel,
  withoutGroup,
} from '../../../scenario/structure.ts';
import { channelName } from '../../channel-name.ts';
import { Dialog } from '../../inputs/dialog.tsx';
import { NameField } from '../../inputs/name-field.tsx';
import { Menu } from '../../inputs/menu.tsx';
import { useLocale } from '../../locale.tsx';
import { useApp, useCommands } from '../../use-app.ts';
import { RemovedNotice, type Removal } from './removed-notice.tsx';
import { useWords } from './use-words.ts';

const KINDS: readonly ChannelKind[] = [
  'phone',
  'chat',
  'messaging',
  'email',
  'social',
  'selfService',
  'callback',
];

/** @param onAdded is told the id of a channel that has just joined */
export function ChannelStructure({
  channel,
  onAdded,
}: {
  readonly channel: Channel;
  readonly onAdded: (id: string) => void;
}) {
  const locale = useLocale();
  const { t } = locale;
  const scenario = useApp((state) => state.scenario);
  const commands = useCommands();
  const [asking, setAsking] = useState(false);
  const [removal, setRemoval] = useState<Removal | null>(null);
  const name = channelName(channel, scenario, locale);
  const nameOf = (each: Channel) => channelName(each, scenario, locale);
  const moved = handoversWithout(scenario, channel.id);
  const movedText = (say: (bots: string, to: string) => string) =>
    moved && say(moved.bots.map(nameOf).join(', '), nameOf(moved.to));

  function add(kind: ChannelKind): void {
    // A second channel of a kind needs a name to be told from the first.
    const alike = scenario.channels.filter((other) => other.kind === kind).length;
    const number = alike > 0 ? ` ${alike + 1}` : '';
    const grown = withNewChannel(scenario, kind, t.channels.teamOf(`${t.words.inline[kind]}${number}`));
    const channels = grown.channels.map((each, at) =>
      number && at === grown.channels.length - 1
        ? { ...each, name: `${t.words.channel[kind]}${number}` }
        : each,
    );
    commands.replace({ ...grown, channels });
    const added = channels.at(-1);
    if (added) onAdded(added.id);
  }

  return (
    <div className="structure">
      <NameField
        label={t.channels.nameOf(name)}
        value={name}
        onChange={(value) =>
          commands.edit(`channel ${channel.id} name`, (draft) => {
            const target = draft.channels.find(({ id }) => id === channel.id);
            if (target) target.name = value;
          })
        }
        onEnd={() => commands.endGesture()}
      />
      <Menu
        name={t.channels.addChannel}
        className="button"
        button={t.channels.addChannel}
        groups={[
          {
            items: KINDS.map((kind) => ({
              id: kind,
              label: t.words.channel[kind],
              onSelect: () => add(kind),
            })),
          },
        ]}
      />
      <button
        type="button"
        className="button"
        disabled={!canRemoveChannel(scenario, channel.id)}
        onClick={() => setAsking(true)}
      >
        {t.channels.removeChannel(name)}
      </button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t.channels.removeChannel(name)}
        actions={
          <>
            <button type="button" className="button" onClick={() => setAsking(false)}>
              {t.channels.keep}
            </button>
            <button
              type="button"
              className="button button-primary"
              onClick={() => {
                setAsking(false);
                const after = withoutChannel(scenario, channel.id);
                commands.replace(after);
                setRemoval({ name, after, also: movedText(t.channels.handoversMoved) });
              }}
            >
              {t.channels.remove}
            </button>
          </>
        }
      >
        <p>{t.channels.removeNote}</p>
        {moved && <p>{movedText(t.channels.handoversMove)}</p>}
      </Dialog>
      <RemovedNotice removal={removal} />
    </div>
  );
}

export function GroupStructure() {
  const { t, text } = useLocale();
  const scenario = useApp((state) => state.scenario);
  const commands = useCommands();
  const words = useWords();
  const [removal, setRemoval] = useState<Removal | null>(null);
  function remove({ id, name }: AgentGroup): void {
    const after = withoutGroup(scenario, id);
    commands.replace(after);
    setRemoval({ name: text(name), after });
  }
  const { groups, calendar } = scenario;
  /** Groups planned by interval, with their plan as shifts; not those that are called off, which shifts are not. */
  const counted = useMemo(
    () =>
      groups.flatMap(({ id, name, staffing }) => {
        const shifts =
          staffing.kind === 'counts' &&
          staffing.shiftEnd === undefined &&
          shiftsOfCounts(staffing.agents, calendar.days);
        return shifts ? [{ id, name, shifts }] : [];
      }),
    [groups, calendar.days],
  );
  return (
    <div className="structure">
      <button
        type="button"
        className="button"
        onClick={() => commands.replace(withNewGroup(scenario, t.channels.newGroup))}
      >
        {t.channels.addGroup}
      </button>
      {scenario.groups.length > 1 && (
        <Menu
          name={t.channels.removeGroup}
          className="button"
          button={t.channels.removeGroup}
          groups={[
            {
              items: scenario.groups.map((group) => ({
                id: group.id,
                label: text(group.name),
                onSelect: () => remove(group),
              })),
            },
          ]}
        />
      )}
      {counted.length > 0 && (
        <Menu
          name={words.planByShifts}
          className="button"
          button={words.planByShifts}
          groups={[
            {
              items: counted.map(({ id, name, shifts }) => ({
                id,
                label: text(name),
                onSelect: () =>
                  commands.replace({
                    ...scenario,
                    groups: scenario.groups.map((group) =>
                      group.id === id ? { ...group, staffing: { kind: 'shifts', shifts } } : group,
                    ),
                  }),
              })),
            },
          ]}
        />
      )}
      <RemovedNotice removal={removal} />
    </div>
  );
}
