/** The moment on stage in numbers: what the canvas shows, for reading. */
import { useLocale } from '../../../locale.tsx';
import { DataTable } from '../../../page/data-table.tsx';
import type { Moment } from './replay-day.ts';
import type { Names } from './replay-scene.ts';

type ReplayTablesProps = {
  readonly moment: Moment;
  readonly names: Names;
  readonly shown: readonly boolean[];
  readonly clock: string;
};

export function ReplayTables({ moment, names, shown, clock }: ReplayTablesProps) {
  const { t, f } = useLocale();
  const words = t.simulation.replay;
  const channels = moment.classes.flatMap((own, c) =>
    shown[c] ? [{ ...own, name: names.classes[c] ?? '' }] : [],
  );
  const groups = moment.groups.map((own, g) => ({ ...own, name: names.groups[g] ?? '' }));
  return (
    <div className="replay-tables">
      <DataTable
        caption={words.channelsNow(clock)}
        rows={channels}
        rowKey={({ name }) => name}
        columns={[
          { id: 'channel', head: t.simulation.channel, cell: ({ name }) => name },
          { id: 'waiting', head: words.waiting, cell: ({ waiting }) => f.number(waiting.length, 0) },
          { id: 'longest', head: words.longest, cell: ({ longest }) => f.duration(longest) },
          { id: 'answered', head: words.answered, cell: ({ answered }) => f.number(answered, 0) },
          { id: 'lost', head: words.lost, cell: ({ lost }) => f.number(lost, 0) },
        ]}
      />
      <DataTable
        caption={words.groupsNow(clock)}
        rows={groups}
        rowKey={({ name }) => name}
        columns={[
          { id: 'group', head: t.simulation.group, cell: ({ name }) => name },
          { id: 'floor', head: words.onFloor, cell: ({ agents }) => f.number(agents.length, 0) },
          { id: 'busy', head: words.busy, cell: ({ busy }) => f.number(busy, 0) },
          { id: 'free', head: words.free, cell: ({ agents, busy }) => f.number(agents.length - busy, 0) },
          { id: 'hands', head: words.hands, cell: ({ hands }) => f.number(hands, 0) },
        ]}
      />
    </div>
  );
}
