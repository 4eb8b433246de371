/** The heat-map of one agent more, or one less: where help is worth most, and where it would be missed. */
import { memo, useCallback, useMemo, useState } from 'react';
import { HeatChart } from '../../charts/heat-chart.tsx';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import type { ChannelAnalysis } from '../../../scenario/analysis.ts';
import type { Axis } from '../../../scenario/axis.ts';
import type { Channel } from '../../../scenario/schema.ts';
import { Explain } from '../../inputs/explain.tsx';
import { SegmentedControl } from '../../inputs/segmented-control.tsx';
import { Num, Rich, useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { Waiting } from '../../page/page.tsx';
import { clockTicks, intervalMinutes } from '../../use-axis.ts';
import { agentGrid, type EffectCell } from './agent-grid.ts';
import { effectText, explainEffect, intervalAt } from './explain-figure.ts';
import { useAgentEffects } from './use-agent-effects.ts';
import { useCloser } from './use-closer.ts';
import type { Figures } from './use-figures.ts';

type AgentPanelProps = {
  readonly shown: Figures;
  readonly figures: ChannelAnalysis;
  readonly channel: Channel;
  readonly axis: Axis;
  readonly day: number;
  readonly onOpen: (day: number) => void;
};

type Cell = { readonly row: number; readonly column: number };

export const AgentPanel = memo(function AgentPanel(props: AgentPanelProps) {
  const { shown, figures, channel, axis, day, onOpen } = props;
  const { t, f } = useLocale();
  const c = useCloser();
  const [which, setWhich] = useState<'plus' | 'minus'>('plus');
  const [cell, setCell] = useState<Cell | null>(null);
  const [last, setLast] = useState<Cell | null>(null);
  const week = Math.floor(day / 7);
  const days = useMemo(
    () => axis.days.flatMap((_, d) => (Math.floor(d / 7) === week ? [d] : [])),
    [axis, week],
  );
  const effects = useAgentEffects(shown, channel.id, day, days);
  const grid = useMemo(() => agentGrid(effects, which, axis, days), [effects, which, axis, days]);
  const minutes = intervalMinutes(axis);
  const when = useCallback(
    ({ row, column }: Cell): string =>
      `${f.weekday(axis.days[days[row] ?? 0]?.date ?? '')} ${f.clock((grid.firstSlot + column) * minutes)}`,
    [f, axis, days, grid.firstSlot, minutes],
  );
  const heatRows = useMemo(() => {
    const scale = Math.abs(grid.most?.effect ?? 1);
    return grid.rows.map((row, r) => ({
      name: f.weekdayShort(axis.days[days[r] ?? 0]?.date ?? ''),
      cells: row.map((effect) =>
        typeof effect === 'number'
          ? { value: effect / scale, letter: Math.abs(effect) >= 0.5 ? f.number(Math.abs(effect), 0) : '' }
          : { value: effect === 'closed' ? null : 0 },
      ),
    }));
  }, [grid, f, axis, days]);
  const known = effects[day];
  const describe = (at: Cell): string => {
    const effect = grid.rows[at.row]?.[at.column] ?? 'closed';
    if (effect === 'closed') return c.cellClosed(when(at));
    if (effect === 'waiting') return c.cellWaiting(when(at));
    if (effect === 'nobody') return c.cellNobody(when(at));
    return which === 'plus'
      ? c.cellMore(when(at), f.count(effect, true))
      : c.cellLess(when(at), f.count(effect, true));
  };
  const { most } = grid;
  const waiting = days.some((each) => effects[each] === undefined);
  const said = most && f.count(Math.abs(most.effect));
  const title =
    most === null || said === null
      ? waiting
        ? c.effectWaiting
        : c.flatTitle
      : which === 'plus'
        ? c.moreTitle(when(most), said)
        : c.lessTitle(when(most), said);
  // What the pointer or the keyboard was at last, else the greatest.
  const about = cell ?? last ?? most;
  const effect = about ? grid.rows[about.row]?.[about.column] : undefined;
  const explanation =
    known && about && typeof effect === 'number'
      ? explainEffect(which, effect, known, {
          t,
          f,
          c,
          figures,
          channel,
          axis,
          groups: [],
          interval: intervalAt(axis, days[about.row] ?? day, grid.firstSlot + about.column),
          when: when(about),
        })
      : null;
  const columns = Array.from({ length: grid.slots }, (_, column) => column);
  return (
    <ChartFrame
      title={title}
      readout={cell ? <Rich text={describe(cell)} /> : null}
      tools={
        <SegmentedControl
          label={c.agent}
          value={which}
          onChange={setWhich}
          options={[
            { value: 'plus', label: c.more },
            { value: 'minus', label: c.less },
          ]}
        />
      }
      table={
        <DataTable
          caption={title}
          hideCaption
          rows={columns}
          rowKey={(column) => column}
          columns={[
            {
              id: 'slot',
              head: c.slot,
              cell: (column: number) => f.clock((grid.firstSlot + column) * minutes),
            },
            ...grid.rows.map((row, r) => ({
              id: `day-${days[r] ?? r}`,
              head: f.weekdayShort(axis.days[days[r] ?? 0]?.date ?? ''),
              cell: (column: number) => <Num>{written(row[column], f)}</Num>,
            })),
          ]}
        />
      }
    >
      {grid.slots === 0 && waiting && <Waiting lines={8} />}
      {grid.slots > 0 && (
        <HeatChart
          label={`${which === 'plus' ? c.more : c.less}, ${c.weekLabel}. ${t.charts.chartKeys}`}
          rows={heatRows}
          scale={which === 'plus' ? 'gain' : 'difference'}
          xTicks={clockTicks(axis, grid.firstSlot, grid.slots, f)}
          describe={(row, column) => describe({ row, column }).replaceAll('**', '')}
          cell={cell}
          onCell={(at) => {
            setCell(at);
            if (at) setLast(at);
          }}
          start={most ? { row: most.row, column: most.column } : { row: 0, column: 0 }}
          onOpen={(row) => onOpen(days[row] ?? day)}
        />
      )}
      {known && (
        <p className="hint">
          {effectText(known, c, f)} {explanation && <Explain explanation={explanation} />}
        </p>
      )}
    </ChartFrame>
  );
});

function written(effect: EffectCell | undefined, f: ReturnType<typeof useLocale>['f']): string {
  return typeof effect === 'number' ? f.count(effect, true) : '–';
}
