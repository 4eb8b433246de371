/** Channel by channel, a log beside the plan's own simulated weeks. */
import type { ReplayReport } from '../../../scenario/replay-log.ts';
import type { Channel, Scenario } from '../../../scenario/schema.ts';
import type { ChannelSummary, SimulationSummary } from '../../../scenario/simulate.ts';
import type { Estimate } from '../../../simulation/summary.ts';
import { channelName } from '../../channel-name.ts';
import { useLocale } from '../../locale.tsx';
import { type Column, DataTable } from '../../page/data-table.tsx';
import { useLogWords } from './use-log-words.ts';

type LogTableProps = {
  readonly scenario: Scenario;
  readonly planned: SimulationSummary | null;
  readonly summary: SimulationSummary;
  readonly played: ReplayReport['played'];
};

type Row = {
  readonly channel: Channel;
  readonly contacts: number;
  readonly log: ChannelSummary;
  readonly plan: ChannelSummary | undefined;
};

export function LogTable({ scenario, planned, summary, played }: LogTableProps) {
  const locale = useLocale();
  const { f } = locale;
  const w = useLogWords();
  const rows = played.flatMap(({ channel: id, contacts }): Row[] => {
    const channel = scenario.channels.find((one) => one.id === id);
    const log = summary.channels.find((one) => one.id === id);
    if (!channel || !log || channel.kind === 'selfService') return [];
    return [{ channel, contacts, log, plan: planned?.channels.find((one) => one.id === id) }];
  });
  const share = (is: Estimate | null | undefined): string =>
    is ? `${f.share(is.value, 1)} ${f.plusMinus(is.low, is.high, 'share')}` : '–';
  const time = (is: Estimate | null | undefined): string =>
    is ? `${f.duration(is.value)} ${f.plusMinus(is.low, is.high, 'duration')}` : '–';
  const columns: Column<Row>[] = [
    { id: 'channel', head: w.channel, cell: ({ channel }) => channelName(channel, scenario, locale) },
    { id: 'contacts', head: w.contacts, cell: ({ contacts }) => f.count(contacts) },
    ...(planned
      ? [
          {
            id: 'planned',
            head: w.plannedContacts,
            cell: ({ plan }: Row) => (plan ? f.count(plan.offered.value) : '–'),
          },
        ]
      : []),
    { id: 'level', head: w.level, cell: ({ log }) => share(log.serviceLevel) },
    ...(planned
      ? [
          {
            id: 'plannedLevel',
            head: w.plannedLevel,
            cell: ({ plan }: Row) => share(plan?.serviceLevel),
          },
        ]
      : []),
    { id: 'wait', head: w.wait, cell: ({ log }) => time(log.meanWait) },
    { id: 'abandoned', head: w.abandoned, cell: ({ log }) => share(log.abandonment) },
  ];
  return (
    <>
      <DataTable caption={w.caption} columns={columns} rows={rows} rowKey={({ channel }) => channel.id} />
      <p className="quiet-text">{w.replications(summary.replications, f.count(summary.replications))}</p>
    </>
  );
}
