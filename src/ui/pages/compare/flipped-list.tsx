/** Customers who fare differently, one by one: when they came, and what became of them under either plan. */
import { useState } from 'react';
import type { Ending, FlippedCustomer } from '../../../simulation/flips.ts';
import { flippedCustomers as en } from '../../i18n/en/flipped-customers.ts';
import { flippedCustomers as fr } from '../../i18n/fr/flipped-customers.ts';
import { useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { intervalMinutes, useAxis } from '../../use-axis.ts';

type FlippedListProps = {
  readonly customers: readonly FlippedCustomer[];
  readonly channelCalled: (id: string) => string;
};

/** Behind a line, and drawn only while it is open. */
export function FlippedList(props: FlippedListProps) {
  const { locale, f } = useLocale();
  const [open, setOpen] = useState(false);
  const w = locale === 'fr' ? fr : en;
  return (
    <details className="change-rest" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{w.title(f.number(props.customers.length, 0))}</summary>
      {open && <List {...props} />}
    </details>
  );
}

function List({ customers, channelCalled }: FlippedListProps) {
  const { t, f, locale } = useLocale();
  const w = locale === 'fr' ? fr : en;
  const axis = useAxis();
  const when = (arrival: number): string => {
    const place = axis.intervals[Math.floor(arrival / axis.intervalSeconds)];
    if (!place) return f.duration(null);
    const minute = Math.floor(place.slot * intervalMinutes(axis) + (arrival - place.at) / 60);
    return w.moment(f.weekdayShort(axis.days[place.day]?.date ?? ''), f.clock(minute));
  };
  const ended = ({ outcome, waited }: Ending): string => {
    switch (outcome) {
      case 'answered':
        return waited < 0.5 ? w.answeredAtOnce : w.answered(f.duration(waited));
      case 'abandoned':
        return w.abandoned(f.duration(waited));
      case 'blocked':
      case 'turnedAway':
      case 'solvedByBot':
      case 'leftByBot':
        return w.ending[outcome];
      case 'handedOver':
      case 'calledBack':
      case 'waiting':
        // Nothing is decided yet: such a customer is not in the list.
        return f.duration(null);
    }
  };
  /** Where it was another channel than the first, that one is named. */
  const endedOn = (first: string, ending: Ending): string =>
    ending.id === first ? ended(ending) : w.elsewhere(ended(ending), channelCalled(ending.id));
  return (
    <DataTable
      caption={w.caption}
      hideCaption
      rows={customers.map((customer, place) => ({ ...customer, place }))}
      rowKey={({ place }) => place}
      columns={[
        { id: 'when', head: w.when, cell: ({ arrival }) => when(arrival) },
        { id: 'channel', head: t.compare.channel, text: true, cell: ({ id }) => channelCalled(id) },
        { id: 'before', head: t.compare.before, text: true, cell: ({ id, before }) => endedOn(id, before) },
        { id: 'after', head: t.compare.after, text: true, cell: ({ id, after }) => endedOn(id, after) },
      ]}
    />
  );
}
