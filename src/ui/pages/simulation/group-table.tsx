/** Agents as simulated: how busy, how often kept after the end of a stretch. */
import type { SimulationSummary } from '../../../scenario/simulate.ts';
import { useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { useApp } from '../../use-app.ts';

export function GroupTable({ groups: simulated }: { readonly groups: SimulationSummary['groups'] }) {
  const { t, f, text } = useLocale();
  const groups = useApp((state) => state.scenario.groups);
  // means over every hour, nights included, would read as the size of the team: hours cannot
  const hours = useApp((state) => state.scenario.calendar.days) * 24;
  // Not spread: that would estimate every interval of every group.
  const rows = simulated.flatMap((figures) => {
    const definition = groups.find(({ id }) => id === figures.id);
    return definition ? [{ figures, name: text(definition.name) }] : [];
  });
  return (
    <DataTable
      caption={t.simulation.groupsCaption}
      columns={[
        { id: 'group', head: t.simulation.group, cell: (row) => row.name },
        {
          id: 'occupancy',
          head: t.words.occupancy,
          cell: ({ figures: { occupancy } }) =>
            `${f.share(occupancy?.value)} ${f.plusMinus(occupancy?.low, occupancy?.high, 'share')}`,
        },
        { id: 'busy', head: t.simulation.busy, cell: ({ figures }) => f.count(figures.busy.value * hours) },
        {
          id: 'staffed',
          head: t.simulation.staffed,
          cell: ({ figures }) => f.count(figures.staffed.value * hours),
        },
        {
          id: 'overrun',
          head: t.simulation.overrun,
          cell: ({ figures }) => f.count(figures.overrunHours.value),
        },
      ]}
      rows={rows}
      rowKey={({ figures }) => figures.id}
    />
  );
}
