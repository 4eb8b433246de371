/** In how many simulated weeks each target is met, with its interval, beside what the models expected. */
import { useState } from 'react';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { RangeChart } from '../../charts/range-chart.tsx';
import { channelName } from '../../channel-name.ts';
import { Rich, useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { targetSentence, targetUnit, targetValue } from '../../target-text.ts';
import { useApp } from '../../use-app.ts';
import type { TargetComparison } from './comparison.ts';

export function TargetVerdicts({ comparisons }: { readonly comparisons: readonly TargetComparison[] }) {
  const locale = useLocale();
  const { t, f } = locale;
  const scenario = useApp((state) => state.scenario);
  const [row, setRow] = useState<number | null>(null);
  const nameOf = ({ channel, target }: TargetComparison): string => {
    const definition = scenario.channels.find(({ id }) => id === channel.id);
    const name = definition ? channelName(definition, scenario, locale) : channel.id;
    return `${name} · ${t.words.short[target.kind]}`;
  };
  const value = ({ simulated, target }: TargetComparison): string => {
    if (!simulated) return f.share(null);
    const unit = targetUnit(target.kind);
    const shown = unit === 'share' ? f.share(simulated.value) : f.duration(simulated.value);
    return `${shown} ${f.plusMinus(simulated.low, simulated.high, unit)}`;
  };
  const describe = (k: number): string => {
    const one = comparisons[k];
    if (!one?.met) return '';
    return t.simulation.metReadout(
      nameOf(one),
      targetSentence(one.target, t, f),
      f.share(one.met.value),
      f.shareRange(one.met.low, one.met.high),
      f.share(one.chance),
    );
  };
  const missed = comparisons.filter(({ met }) => met !== null && met.value < scenario.assurance).length;
  return (
    <ChartFrame
      title={
        missed === 0
          ? t.simulation.allHold(f.share(scenario.assurance))
          : t.simulation.someMiss(missed, f.number(missed, 0), f.share(scenario.assurance))
      }
      readout={<Rich text={row === null ? t.simulation.metLegend : describe(row)} />}
      table={
        <DataTable
          caption={t.simulation.verdictCaption}
          columns={[
            { id: 'target', head: t.words.target, cell: nameOf },
            { id: 'goal', head: t.simulation.goal, cell: ({ target }) => targetSentence(target, t, f) },
            { id: 'expected', head: t.simulation.expected, cell: ({ target }) => targetValue(target, f) },
            { id: 'simulated', head: t.words.simulated, cell: value },
            { id: 'met', head: t.simulation.met, cell: ({ met }) => f.share(met?.value) },
            {
              id: 'interval',
              head: t.simulation.interval,
              cell: ({ met }) => (met ? f.shareRange(met.low, met.high) : f.share(null)),
            },
          ]}
          rows={comparisons}
          rowKey={nameOf}
        />
      }
    >
      <RangeChart
        label={`${t.simulation.verdictCaption}. ${t.charts.chartKeys}`}
        rows={comparisons.map((one) => ({
          name: nameOf(one),
          value: one.met?.value ?? null,
          low: one.met?.low ?? null,
          high: one.met?.high ?? null,
          expected: one.chance,
        }))}
        wanted={{ value: scenario.assurance, label: t.simulation.wanted(f.share(scenario.assurance)) }}
        format={(share) => f.share(share)}
        describe={(k) => describe(k).replaceAll('**', '')}
        row={row}
        onRow={setRow}
      />
    </ChartFrame>
  );
}
