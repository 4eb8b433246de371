/** How long contacts will take by the agent's tenure, and what that means for the channel and its groups. */
import { useMemo } from 'react';
import { paceOf, type TenureBandAhead, type TenureForecast } from '../../../forecast/tenure.ts';
import type { Channel, Scenario } from '../../../scenario/schema.ts';
import { Bars } from '../../charts/bars.tsx';
import { Rich, useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { capital } from '../when.ts';
import { TenureMix } from './tenure-mix.tsx';
import { TenurePace } from './tenure-pace.tsx';
import { useWords } from './use-words.ts';

type TenurePanelProps = {
  readonly channel: Channel;
  readonly scenario: Scenario;
  readonly name: string;
  readonly tenure: TenureForecast;
};

export function TenurePanel({ channel, scenario, name, tenure }: TenurePanelProps) {
  const { f } = useLocale();
  const w = useWords();
  const { bands, all } = tenure;
  const share = f.share(0.8);
  const columns = useMemo(
    () => [
      { id: 'tenure', head: w.tenureHead, cell: ({ from, to }: TenureBandAhead) => w.tenureBand(from, to) },
      { id: 'share', head: w.tenureShare, cell: (band: TenureBandAhead) => f.share(band.share) },
      { id: 'contacts', head: w.tenureContacts, cell: (band: TenureBandAhead) => f.count(band.contacts) },
      { id: 'mean', head: w.tenureMean, cell: (band: TenureBandAhead) => f.seconds(band.mean) },
      {
        id: 'low',
        head: w.tenureRange(share),
        cell: ({ quantiles: [low, , high] }: TenureBandAhead) =>
          w.tenureSpan(f.seconds(low), f.seconds(high)),
      },
      { id: 'pace', head: w.tenurePace, cell: (band: TenureBandAhead) => f.share(paceOf(band)) },
    ],
    [f, w, share],
  );
  const [first] = bands;
  const last = bands.at(-1);
  if (first === undefined || last === undefined) return null;
  return (
    <div className="section-parts">
      <p>
        <Rich
          text={w.tenureText(
            capital(w.tenureBand(first.from, first.to)),
            f.seconds(first.mean),
            f.change(first.factor),
            f.seconds(all.average),
          )}
        />{' '}
        <Rich
          text={w.tenureTextLast(
            capital(w.tenureBand(last.from, last.to)),
            f.seconds(last.mean),
            f.change(last.factor),
          )}
        />
      </p>
      <Bars
        label={w.tenureLabel(name)}
        bars={bands.map(({ from, to, mean, quantiles: [low = mean, , high = mean] }) => ({
          name: w.tenureBand(from, to),
          value: mean,
          shown: w.aheadDay(f.seconds(mean), f.seconds(low), f.seconds(high)),
          low,
          high,
        }))}
        mark={{ value: all.average, label: w.tenureMark(f.seconds(all.average), share) }}
      />
      <DataTable
        caption={w.tenureTable(name)}
        hideCaption
        rows={bands}
        rowKey={({ from }) => from}
        columns={columns}
      />
      <p className="quiet-text">{w.tenureAssumes}</p>
      <TenureMix channel={channel} scenario={scenario} tenure={tenure} />
      <TenurePace channel={channel} scenario={scenario} tenure={tenure} />
    </div>
  );
}
