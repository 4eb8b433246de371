/** Agents as simulated: how busy, how often kept after the end of a stretch. */
import type { SimulationSummary } from '../../../scenario/simulate.ts';
import { useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { useApp } from '../../use-app.ts';

export function GroupTable({ summary }: { readonly summary: SimulationSummary }) {
  const { t, f, text } = useLocale();
  const groups = useApp((state) => state.scenario.groups);
  // means over every hour, nights included, would read as the size of the team: hours cannot
  const hours = useApp((state) => state.scenario.calendar.days) * 24;
  const rows = summary.groups.flatMap((group) => {
    const definition = groups.find(({ id }) => id === group.id);
    return definition ? [{ ...group, name: text(definition.name) }] : [];
  });
  return (
    <DataTable
      caption={t.simulation.groupsCaption}
      columns={[
        { id: 'group', head: t.simulation.group, cell: (row) => row.name },
        {
          id: 'occupancy',
          head: t.words.occupancy,
          cell: (row) =>
            `${f.share(row.occupancy?.value)} ${f.plusMinus(row.occupancy?.low, row.occupancy?.high, 'share')}`,
        },
        { id: 'busy', head: t.simulation.busy, cell: (row) => f.count(row.busy.value * hours) },
        { id: 'staffed', head: t.simulation.staffed, cell: (row) => f.count(row.staffed.value * hours) },
        { id: 'overrun', head: t.simulation.overrun, cell: (row) => f.count(row.overrunHours.value) },
      ]}
      rows={rows}
      rowKey={(row) => row.id}
    />
  );
}
