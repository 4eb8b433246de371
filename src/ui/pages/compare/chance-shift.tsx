/** The chance of each channel to keep its promise: baseline and now. */
import { useState } from 'react';
import type { Analysis } from '../../../scenario/analysis.ts';
import { isForeseen } from '../../../scenario/left-over.ts';
import { channelName } from '../../channel-name.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { DumbbellChart } from '../../charts/dumbbell-chart.tsx';
import { Rich, useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { useApp } from '../../use-app.ts';

type ChanceShiftProps = { readonly before: Analysis; readonly after: Analysis };

export function ChanceShift({ before, after }: ChanceShiftProps) {
  const locale = useLocale();
  const { t, f } = locale;
  const scenario = useApp((state) => state.scenario);
  const [index, setIndex] = useState<number | null>(null);
  const rows = after.channels.flatMap((channel) => {
    const definition = scenario.channels.find(({ id }) => id === channel.id);
    const old = before.channels.find(({ id }) => id === channel.id);
    const foreseen = [channel, old].some((one) => one && isForeseen(one));
    // A channel that only one of the two has changes nothing: it comes or goes.
    if (!definition || !old || channel.targets.length === 0 || !foreseen) return [];
    return [
      {
        id: channel.id,
        name: channelName(definition, scenario, locale),
        from: old.chance,
        to: channel.chance,
      },
    ];
  });
  const largest = rows.toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from))[0];
  const describe = (row: number): string => {
    const here = rows[row];
    return here ? t.compare.chanceReadout(here.name, f.share(here.from), f.share(here.to)) : '';
  };
  const apart = after.channels.every(({ id }) => !before.channels.some((old) => old.id === id));
  if (apart)
    return (
      <section className="compare-apart">
        <h2>{t.compare.chanceApart}</h2>
        <p className="quiet-text">{t.compare.chanceApartNote}</p>
      </section>
    );
  const title = !largest
    ? t.compare.chanceTitleBare
    : Math.abs(largest.to - largest.from) < 0.005
      ? t.compare.chanceUnchanged
      : t.compare.chanceTitle(largest.name, f.share(largest.from), f.share(largest.to));
  return (
    <ChartFrame
      title={title}
      readout={<Rich text={index === null ? t.compare.chanceLegend : describe(index)} />}
      table={
        <DataTable
          caption={title}
          hideCaption
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { id: 'channel', head: t.compare.channel, cell: ({ name }) => name },
            { id: 'before', head: t.compare.before, cell: ({ from }) => f.share(from) },
            { id: 'after', head: t.compare.after, cell: ({ to }) => f.share(to) },
            { id: 'difference', head: t.words.difference, cell: ({ from, to }) => f.points(to - from) },
          ]}
        />
      }
    >
      <DumbbellChart
        label={`${t.compare.chanceTitleBare}. ${t.charts.chartKeys}`}
        rows={rows}
        target={scenario.assurance}
        targetLabel={t.compare.wanted(f.share(scenario.assurance))}
        format={(share) => f.share(share)}
        describe={(row) => describe(row).replaceAll('**', '')}
        index={index}
        onIndex={setIndex}
      />
    </ChartFrame>
  );
}
