/** What the simulation makes of the two, met by the same customers: differences, and how sure they are. */
import { useState } from 'react';
import type { Comparison } from '../../../app/simulator.ts';
import type { Analysis } from '../../../scenario/analysis.ts';
import { channelName } from '../../channel-name.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { Rich, useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { useApp } from '../../use-app.ts';
import { DifferenceChart } from './difference-chart.tsx';
import { differenceText, digitsOf } from './difference-text.ts';
import { type PairedRow, pairedRows } from './paired-rows.ts';
import { sameDemand } from './same-demand.ts';

type PairedPanelProps = {
  readonly comparison: Comparison;
  readonly before: Analysis;
  readonly after: Analysis;
  /** Whether any channel is in both scenarios. */
  readonly shared: boolean;
  readonly final: boolean;
};

const UNITS = ['share', 'duration', 'money'] as const;

export function PairedPanel({ comparison, before, after, shared, final }: PairedPanelProps) {
  const locale = useLocale();
  const { t, f } = locale;
  const scenario = useApp((state) => state.scenario);
  const baseline = useApp((state) => state.baseline.scenario);
  const [at, setAt] = useState<string | null>(null);
  const labour =
    (after.totals.plan.cost / scenario.calendar.days - before.totals.plan.cost / baseline.calendar.days) * 7;
  const rows = pairedRows(comparison, after.channels, labour);
  const nameOf = ({ channel, kind }: PairedRow): string => {
    if (kind === 'cost') return t.compare.costCaption;
    const definition = scenario.channels.find(({ id }) => id === channel);
    const name = definition ? channelName(definition, scenario, locale) : (channel ?? '');
    return `${name} · ${t.words.short[kind]}`;
  };
  const show = (row: PairedRow, end: keyof PairedRow['difference']): string =>
    differenceText(row.difference[end], row.unit, digitsOf(row), f);
  const withUnit = (row: PairedRow): string =>
    row.unit === 'share' ? t.compare.points(show(row, 'value')) : show(row, 'value');
  const sentence = (row: PairedRow): string => {
    const range = [show(row, 'low'), show(row, 'high')] as const;
    switch (row.verdict) {
      case 'same':
        return t.compare.paired.none(nameOf(row));
      case 'open':
        // Both ends the same figure: more replications would not show another.
        return range[0] === range[1]
          ? t.compare.paired.tiny(nameOf(row))
          : t.compare.paired.open(nameOf(row), ...range);
      case 'better':
      case 'worse':
        return t.compare.paired.real(
          nameOf(row),
          withUnit(row),
          range[0] === range[1] ? null : range,
          t.compare.paired[
            row.kind !== 'cost' ? row.verdict : row.verdict === 'better' ? 'cheaper' : 'dearer'
          ],
        );
    }
  };
  const real = rows.filter(({ verdict }) => verdict === 'better' || verdict === 'worse').length;
  const open = rows.filter(({ verdict }) => verdict === 'open').length;
  const sides = [
    { scenario: baseline, analysis: before },
    { scenario, analysis: after },
  ] as const;
  const who = sameDemand(...sides) ? 'same' : 'other';
  const title = !shared
    ? t.compare.paired.titleApart
    : open === 0
      ? t.compare.paired.titleAll(who)
      : t.compare.paired.title(who, real, f.number(real, 0), f.number(rows.length, 0));
  // That no channel is in both is said above.
  if (rows.length === 0) return null;
  return (
    <ChartFrame
      title={title}
      readout={
        <Rich
          text={
            at === null
              ? `${t.compare.paired.legend}${final ? '' : ` ${t.compare.paired.notFinal}`}`
              : sentenceOf(at)
          }
        />
      }
      table={
        <DataTable
          caption={t.compare.paired.caption(f.number(comparison.replications, 0))}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { id: 'target', head: t.words.target, cell: nameOf },
            {
              id: 'difference',
              head: t.words.difference,
              cell: withUnit,
              tone: ({ verdict }) =>
                verdict === 'better' ? 'over' : verdict === 'worse' ? 'under' : undefined,
            },
            {
              id: 'low',
              head: t.compare.paired.from,
              cell: (row) => show(row, 'low'),
            },
            {
              id: 'high',
              head: t.compare.paired.to,
              cell: (row) => show(row, 'high'),
            },
            {
              id: 'verdict',
              head: t.compare.paired.verdict,
              text: true,
              cell: ({ verdict }) => t.compare.paired.says[verdict],
            },
          ]}
        />
      }
    >
      {UNITS.map((unit) => {
        const own = rows.filter((row) => row.unit === unit);
        if (own.length === 0) return null;
        return (
          <div key={unit}>
            <p className="quiet-text">{t.compare.paired.unit[unit]}</p>
            <DifferenceChart
              label={`${t.compare.paired.unit[unit]}. ${t.charts.chartKeys}`}
              rows={own.map((row) => ({
                ...row.difference,
                id: row.id,
                name: nameOf(row),
                shown: show(row, 'value'),
                verdict: row.verdict,
              }))}
              format={(value) => differenceText(value, unit, Math.max(...own.map(digitsOf)), f)}
              describe={(k) => sentenceOf(own[k]?.id ?? '').replaceAll('**', '')}
              row={indexIn(own)}
              onRow={(k) => setAt(k === null ? null : (own[k]?.id ?? null))}
            />
          </div>
        );
      })}
      <ul className="paired-words">
        {rows.map((row) => (
          <li key={row.id} className={`paired-${row.verdict}`}>
            <Rich text={sentence(row)} />
          </li>
        ))}
      </ul>
    </ChartFrame>
  );

  function sentenceOf(id: string): string {
    const row = rows.find((one) => one.id === id);
    return row ? sentence(row) : '';
  }

  function indexIn(own: readonly PairedRow[]): number | null {
    const index = own.findIndex(({ id }) => id === at);
    return index < 0 ? null : index;
  }
}
