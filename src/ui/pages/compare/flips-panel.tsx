/** Customers who fare differently under the second scenario: how many, which way, from which channel. */
import type { FlipCounts } from '../../../app/simulator.ts';
import { channelName } from '../../channel-name.ts';
import { Rich, useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { useApp } from '../../use-app.ts';
import { FlippedList } from './flipped-list.tsx';

export function FlipsPanel({ flips }: { readonly flips: FlipCounts }) {
  const locale = useLocale();
  const { t, f } = locale;
  const scenario = useApp((state) => state.scenario);
  const { replications } = flips;
  const rows = flips.channels.filter(({ customers }) => customers > 0);
  const sum = (pick: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((total, row) => total + pick(row), 0) / replications;
  const each = (count: number): string => f.count(count / replications);
  const nameOf = (id: string): string => {
    const channel = scenario.channels.find((one) => one.id === id);
    return channel ? channelName(channel, scenario, locale) : id;
  };
  const saved = sum((row) => row.saved);
  const lost = sum((row) => row.lost);
  const sooner = sum((row) => row.sooner);
  const later = sum((row) => row.later);
  return (
    <section className="flips">
      <h2>
        {saved + lost + sooner + later === 0
          ? t.compare.flips.titleNone
          : t.compare.flips.title(f.count(saved), f.count(lost))}
      </h2>
      <p className="quiet-text">
        <Rich
          text={t.compare.flips.note(
            f.count(sum((row) => row.customers)),
            f.count(sooner),
            f.count(later),
            f.number(replications, 0),
          )}
        />
      </p>
      <DataTable
        caption={t.compare.flips.caption}
        hideCaption
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { id: 'channel', head: t.compare.channel, cell: ({ id }) => nameOf(id) },
          { id: 'customers', head: t.compare.flips.customers, cell: (row) => each(row.customers) },
          { id: 'saved', head: t.compare.flips.saved, cell: (row) => each(row.saved) },
          { id: 'lost', head: t.compare.flips.lost, cell: (row) => each(row.lost) },
          { id: 'sooner', head: t.compare.flips.sooner, cell: (row) => each(row.sooner) },
          { id: 'later', head: t.compare.flips.later, cell: (row) => each(row.later) },
        ]}
      />
      {flips.customers.length > 0 && <FlippedList customers={flips.customers} channelCalled={nameOf} />}
    </section>
  );
}
