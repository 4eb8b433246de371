/** The heat-map of one change: where an agent more or less, or more of the demand, matters most. */
import { memo, useCallback, useMemo, useState } from 'react';
import { HeatChart } from '../../charts/heat-chart.tsx';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import type { ChannelAnalysis } from '../../../scenario/analysis.ts';
import type { Axis } from '../../../scenario/axis.ts';
import { CHANGED_BY, CHANGES, type Change } from '../../../scenario/interval-change.ts';
import type { Channel } from '../../../scenario/schema.ts';
import { Explain } from '../../inputs/explain.tsx';
import { SegmentedControl } from '../../inputs/segmented-control.tsx';
import { SelectField } from '../../inputs/select-field.tsx';
import { Num, Rich, useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { Waiting } from '../../page/page.tsx';
import { clockTicks, intervalMinutes } from '../../use-axis.ts';
import { effectAt, effectGrid, helps, MEASURES, type Measure } from './effect-grid.ts';
import { changeText, effectText, explainEffect, signedEffect, toldOf } from './explain-effect.ts';
import { intervalAt } from './explain-figure.ts';
import { useCloser } from './use-closer.ts';
import type { Figures } from './use-figures.ts';
import { useIntervalEffects } from './use-interval-effects.ts';

type EffectPanelProps = {
  readonly shown: Figures;
  readonly figures: ChannelAnalysis;
  readonly channel: Channel;
  readonly axis: Axis;
  readonly day: number;
  readonly onOpen: (day: number) => void;
};

type Cell = { readonly row: number; readonly column: number };

export const EffectPanel = memo(function EffectPanel(props: EffectPanelProps) {
  const { shown, figures, channel, axis, day, onOpen } = props;
  const { t, f } = useLocale();
  const c = useCloser();
  const [chosen, setChange] = useState<Change>('moreAgents');
  const [by, setMeasure] = useState<Measure>('inTime');
  const [cell, setCell] = useState<Cell | null>(null);
  const [last, setLast] = useState<Cell | null>(null);
  const leaves = channel.patience !== null && figures.model !== 'deferred';
  const change = chosen === 'patience' && !leaves ? 'moreAgents' : chosen;
  const measures = MEASURES.filter((each) => leaves || each !== 'lost');
  const measure = measures.includes(by) ? by : 'inTime';
  const week = Math.floor(day / 7);
  const days = useMemo(
    () => axis.days.flatMap((_, d) => (Math.floor(d / 7) === week ? [d] : [])),
    [axis, week],
  );
  const effects = useIntervalEffects(shown, channel.id, day, days, change);
  const grid = useMemo(
    () => effectGrid(effects, change, measure, axis, days),
    [effects, change, measure, axis, days],
  );
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
      cells: row.map((effect) => {
        if (typeof effect !== 'number') return { value: effect === 'closed' ? null : 0 };
        const size = Math.abs(measure === 'level' ? 100 * effect : effect);
        const value = (Math.abs(effect) / scale) * (helps(change, measure, effect) ? 1 : -1);
        return { value, letter: size >= 0.5 ? f.number(size, 0) : '' };
      }),
    }));
  }, [grid, change, measure, f, axis, days]);
  const known = effects[day];
  const words = { c, f };
  const name = changeText(change, words);
  const describe = (at: Cell): string => {
    const effect = grid.rows[at.row]?.[at.column] ?? 'closed';
    if (effect === 'closed') return c.cellClosed(when(at));
    if (effect === 'waiting') return c.cellWaiting(when(at));
    if (effect === 'nothing')
      return change === 'fewerAgents' ? c.cellNobody(when(at)) : c.cellNoContacts(when(at));
    const of = effects[days[at.row] ?? -1];
    const parts = measures.flatMap((each) => {
      const place = placeOf(axis, days[at.row] ?? day, grid.firstSlot + at.column);
      const value = of && effectAt(of, change, each, place);
      return typeof value === 'number'
        ? [c.effectPart[toldOf(change, each)](signedEffect(each, value, words))]
        : [];
    });
    return c.cellEffect(when(at), name, parts.join(' · '));
  };
  const { most } = grid;
  const waiting = days.some((each) => effects[each] === undefined);
  const amount = (effect: number): string =>
    c.effectAmount[toldOf(change, measure)](
      measure === 'level' ? f.number(100 * Math.abs(effect), 1) : f.count(Math.abs(effect)),
      effect > 0,
    );
  const title = most
    ? c.effectTitleOn(
        c.effectTitle[change](f.share(CHANGED_BY), helps(change, measure, most.effect)),
        when(most),
        amount(most.effect),
      )
    : waiting
      ? c.effectWaiting(name)
      : c.effectFlat(name);
  // What the pointer or the keyboard was at last, else the greatest.
  const about = cell ?? last ?? most;
  const effect = about ? grid.rows[about.row]?.[about.column] : undefined;
  const explanation =
    known && about && typeof effect === 'number'
      ? explainEffect(change, measure, effect, known, {
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
    <>
      <div className="effect-choice">
        <SelectField
          label={c.change}
          hideLabel
          value={change}
          onChange={setChange}
          options={CHANGES.filter((each) => leaves || each !== 'patience').map((value) => ({
            value,
            label: changeText(value, words),
          }))}
        />
        <SegmentedControl
          label={c.measure}
          value={measure}
          onChange={setMeasure}
          options={measures.map((value) => ({ value, label: c.measureOf[toldOf(change, value)] }))}
        />
      </div>
      <ChartFrame
        title={title}
        readout={cell ? <Rich text={describe(cell)} /> : null}
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
                cell: (column: number) => {
                  const value = row[column];
                  return <Num>{typeof value === 'number' ? signedEffect(measure, value, words) : '–'}</Num>;
                },
              })),
            ]}
          />
        }
      >
        {grid.slots === 0 && waiting && <Waiting lines={8} />}
        {grid.slots > 0 && (
          <HeatChart
            label={`${name}, ${c.measureOf[toldOf(change, measure)]}, ${c.weekLabel}. ${t.charts.chartKeys}`}
            rows={heatRows}
            scale={change === 'moreAgents' ? 'gain' : 'difference'}
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
            {effectText(known, change, measure, words)} {explanation && <Explain explanation={explanation} />}
          </p>
        )}
      </ChartFrame>
    </>
  );
});

/** The place of a slot among the intervals of its day; of an hour that happens twice the first. */
function placeOf(axis: Axis, day: number, slot: number): number {
  return intervalAt(axis, day, slot) - axis.intervals.findIndex((place) => place.day === day);
}
