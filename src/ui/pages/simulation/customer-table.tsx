/** Customers over all their contacts: what the way drawn above comes to for each of them. */
import type { Scenario } from '../../../scenario/schema.ts';
import type { SimulationSummary } from '../../../scenario/simulate.ts';
import type { Estimate, JourneySummary } from '../../../simulation/summary.ts';
import { channelName } from '../../channel-name.ts';
import { useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';

type Measure =
  | 'customers'
  | 'served'
  | 'servedAtFirstAttempt'
  | 'attempts'
  | 'channels'
  | 'transfers'
  | 'transfersHandled'
  | 'gaveUp'
  | 'leftByBot'
  | 'timeToResolution'
  | 'effort';

type MeasureOf = {
  readonly id: Measure;
  readonly unit: 'share' | 'duration' | 'count' | 'ratio';
  /** Shown only where this happens at all: bots and moves to other channels are not in every scenario. */
  readonly onlyWith?: 'leftByBot' | 'transfers';
};

const MEASURES: readonly MeasureOf[] = [
  { id: 'customers', unit: 'count' },
  { id: 'served', unit: 'share' },
  { id: 'servedAtFirstAttempt', unit: 'share' },
  { id: 'attempts', unit: 'ratio' },
  { id: 'channels', unit: 'ratio', onlyWith: 'transfers' },
  { id: 'transfers', unit: 'ratio', onlyWith: 'transfers' },
  { id: 'transfersHandled', unit: 'share', onlyWith: 'transfers' },
  { id: 'gaveUp', unit: 'share' },
  { id: 'leftByBot', unit: 'share', onlyWith: 'leftByBot' },
  { id: 'timeToResolution', unit: 'duration' },
  { id: 'effort', unit: 'duration' },
];

type Row = {
  readonly name: string;
  readonly unit: (typeof MEASURES)[number]['unit'];
  readonly of: (journey: JourneySummary) => Estimate | null;
};

type CustomerTableProps = {
  readonly scenario: Scenario;
  readonly customers: NonNullable<SimulationSummary['customers']>;
  /** Of the customers whose first contact was on the channel shown; null where nobody began there. */
  readonly own: JourneySummary | null;
  readonly name: string;
};

export function CustomerTable({ scenario, customers, own, name }: CustomerTableProps) {
  const locale = useLocale();
  const { t, f } = locale;
  const words = t.simulation.perCustomer;
  const shown = (estimate: Estimate | null, unit: (typeof MEASURES)[number]['unit']) => {
    if (estimate === null) return '–';
    const { value, low, high } = estimate;
    switch (unit) {
      case 'share':
        return `${f.share(value, 1)} ${f.plusMinus(low, high, 'share')}`;
      case 'duration':
        return `${f.duration(value)} ${f.plusMinus(low, high, 'duration')}`;
      case 'count':
        return f.count(value);
      case 'ratio':
        return f.number(value, 2);
    }
  };
  const rows = MEASURES.filter(
    ({ onlyWith }) => onlyWith === undefined || (customers[onlyWith]?.value ?? 0) > 0,
  ).map(({ id, unit }) => ({
    name: words[id],
    unit,
    of: (journey: JourneySummary) => journey[id],
  }));
  const places = customers.timePerClass.flatMap(({ id }, place) => {
    const channel = scenario.channels.find((each) => each.id === id);
    const of = (journey: JourneySummary) => journey.timePerClass[place]?.seconds ?? null;
    if (!channel || !((of(customers)?.value ?? 0) > 0)) return [];
    return [{ name: words.timeOn(channelName(channel, scenario, locale)), unit: 'duration' as const, of }];
  });
  return (
    <>
      <DataTable
        caption={words.caption(f.share(customers.served?.value ?? null, 1))}
        rows={[...rows, ...places]}
        rowKey={(row) => row.name}
        columns={[
          { id: 'measure', head: words.measure, cell: (row) => row.name },
          { id: 'all', head: words.all, cell: ({ of, unit }) => shown(of(customers), unit) },
          ...(own
            ? [
                {
                  id: 'own',
                  head: words.began(name),
                  cell: ({ of, unit }: Row) => shown(of(own), unit),
                },
              ]
            : []),
        ]}
      />
      <p className="field-note">{words.note}</p>
    </>
  );
}
