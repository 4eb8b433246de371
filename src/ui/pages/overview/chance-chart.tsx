/** The chance of each channel today, and what the proposed actions make of it. */
import { useState } from 'react';
import type { Analysis } from '../../../scenario/analysis.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { channelInline, channelName } from '../../channel-name.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { DumbbellChart } from '../../charts/dumbbell-chart.tsx';
import { Rich, useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { capital } from '../when.ts';

type ChanceChartProps = {
  readonly analysis: Analysis;
  /** With the actions applied; null while unknown or when there are none. */
  readonly after: Analysis | null;
  readonly scenario: Scenario;
};

export function ChanceChart({ analysis, after, scenario }: ChanceChartProps) {
  const locale = useLocale();
  const { t, f } = locale;
  const [index, setIndex] = useState<number | null>(null);
  const rows = analysis.channels.flatMap(({ id, chance, targets, offered }, channel) => {
    const definition = scenario.channels[channel];
    // Of contacts that only the simulation sends there is nothing to expect.
    if (
      !definition ||
      (targets.every(({ value }) => value === null) && offered.every((count) => count === 0))
    )
      return [];
    const to = after?.channels[channel]?.chance ?? null;
    const name = channelName(definition, scenario, locale);
    return [{ id, name, inline: channelInline(definition, scenario, locale), from: chance, to }];
  });
  const describe = (row: number): string => {
    const here = rows[row];
    if (!here) return '';
    return here.to === null
      ? t.overview.chanceNow(here.name, f.share(here.from))
      : t.overview.chanceOf(here.name, f.share(here.from), f.share(here.to));
  };
  const wanted = f.share(scenario.assurance);
  const below = rows.filter(({ from, to }) => (after ? (to ?? from) : from) < scenario.assurance);
  const title = ((): string => {
    const actions = after !== null;
    const [only] = below;
    if (!only) return t.overview.chanceTitleMet(actions, wanted);
    if (below.length > 1)
      return t.overview.chanceTitleSome(actions, f.number(below.length, 0), f.number(rows.length, 0), wanted);
    return capital(t.overview.chanceTitleOne(actions, only.inline, wanted));
  })();
  return (
    <ChartFrame
      title={title}
      readout={index === null ? <Key both={after !== null} /> : <Rich text={describe(index)} />}
      table={
        <DataTable
          caption={title}
          hideCaption
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { id: 'channel', head: t.overview.channel, cell: ({ name }) => name },
            { id: 'now', head: t.overview.today, cell: ({ from }) => f.share(from) },
            { id: 'after', head: t.overview.withThem, cell: ({ to }) => f.share(to) },
          ]}
        />
      }
    >
      <DumbbellChart
        label={t.overview.chanceLabel}
        rows={rows}
        target={scenario.assurance}
        targetLabel={t.overview.wanted(wanted)}
        format={(share) => f.share(share)}
        describe={(row) => describe(row).replaceAll('**', '')}
        index={index}
        onIndex={setIndex}
      />
    </ChartFrame>
  );
}

/** What the open and the full mark stand for. */
function Key({ both }: { readonly both: boolean }) {
  const { t } = useLocale();
  if (!both) return null;
  return (
    <span className="key">
      <svg width="12" height="12" aria-hidden="true">
        <circle className="dot-open" cx="6" cy="6" r="4" />
      </svg>
      {t.overview.today}
      <svg width="12" height="12" aria-hidden="true">
        <circle className="dot-expected" cx="6" cy="6" r="5" />
      </svg>
      {t.overview.withThem}
    </span>
  );
}
