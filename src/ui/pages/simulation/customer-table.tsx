/** Customers over all their contacts: what the way drawn above comes to for each of them. */
import type { SimulationSummary } from '../../../scenario/simulate.ts';
import type { Estimate, JourneySummary } from '../../../simulation/summary.ts';
import { useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';

type Measure =
  | 'customers'
  | 'served'
  | 'servedAtFirstAttempt'
  | 'attempts'
  | 'gaveUp'
  | 'leftByBot'
  | 'timeToResolution'
  | 'effort';

const MEASURES: readonly { readonly id: Measure; readonly unit: 'share' | 'duration' | 'count' | 'ratio' }[] =
  [
    { id: 'customers', unit: 'count' },
    { id: 'served', unit: 'share' },
    { id: 'servedAtFirstAttempt', unit: 'share' },
    { id: 'attempts', unit: 'ratio' },
    { id: 'gaveUp', unit: 'share' },
    { id: 'leftByBot', unit: 'share' },
    { id: 'timeToResolution', unit: 'duration' },
    { id: 'effort', unit: 'duration' },
  ];

type CustomerTableProps = {
  readonly customers: NonNullable<SimulationSummary['customers']>;
  /** Of the customers whose first contact was on the channel shown; null where nobody began there. */
  readonly own: JourneySummary | null;
  readonly name: string;
};

export function CustomerTable({ customers, own, name }: CustomerTableProps) {
  const { t, f } = useLocale();
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
  // Bots are not in every scenario; a row of zeros says nothing.
  const rows = MEASURES.filter(({ id }) => id !== 'leftByBot' || (customers.leftByBot?.value ?? 0) > 0);
  return (
    <>
      <DataTable
        caption={words.caption(f.share(customers.served?.value ?? null, 1))}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { id: 'measure', head: words.measure, cell: ({ id }) => words[id] },
          { id: 'all', head: words.all, cell: ({ id, unit }) => shown(customers[id], unit) },
          ...(own
            ? [
                {
                  id: 'own',
                  head: words.began(name),
                  cell: ({ id, unit }: (typeof MEASURES)[number]) => shown(own[id], unit),
                },
              ]
            : []),
        ]}
      />
      <p className="field-note">{words.note}</p>
    </>
  );
}
