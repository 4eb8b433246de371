/** What customers get with this plan, interval by interval, against the target. */
import { memo, useState } from 'react';
import type { ChannelAnalysis, TargetKind } from '../../../scenario/analysis.ts';
import type { Axis } from '../../../scenario/axis.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { LevelChart } from '../../charts/level-chart.tsx';
import { SegmentedControl } from '../../inputs/segmented-control.tsx';
import { Rich, useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { targetSentence } from '../../target-text.ts';
import { intervalMinutes, intervalTicks } from '../../use-axis.ts';
import { capital } from '../when.ts';
import type { DayView } from './day-view.ts';
import { intervalMeasure, simulatedMeasure, withBand } from './interval-measures.ts';
import { useCloser } from './use-closer.ts';
import { useDayBands } from './use-day-bands.ts';
import type { Figures } from './use-figures.ts';
import { useSimulated } from './use-simulated.ts';

type MeasureChartProps = {
  readonly shown: Figures;
  readonly day: number;
  readonly figures: ChannelAnalysis;
  readonly view: DayView;
  readonly axis: Axis;
  readonly index: number | null;
  readonly onIndex: (index: number | null) => void;
  readonly start: number;
};

export const MeasureChart = memo(function MeasureChart({
  shown,
  day,
  figures,
  view,
  axis,
  index,
  onIndex,
  start,
}: MeasureChartProps) {
  const { t, f } = useLocale();
  const c = useCloser();
  const { bands, current } = useDayBands(shown, figures.id, day);
  const [chosen, setChosen] = useState<TargetKind | null>(null);
  const summary = useSimulated(figures.id);
  const { targets } = figures;
  const target = targets.find(({ kind }) => kind === chosen) ?? targets[0];
  if (!target) return null;
  const { unit, goal, values } = intervalMeasure(figures, target.kind, view.intervals);
  if (values.every((value) => value === null)) return null;
  const simulated = summary && simulatedMeasure(summary, figures, target.kind, view.intervals);
  const banded = withBand(values, bands, target.kind, view.intervals);
  const minutes = intervalMinutes(axis);
  const show = (value: number | null): string => (unit === 'share' ? f.share(value) : f.duration(value));
  const clockAt = (at: number): string =>
    f.clock((axis.intervals[view.intervals[at] ?? 0]?.slot ?? 0) * minutes);
  const describe = (at: number): string => {
    const here = simulated?.[at];
    const range = here && `${show(here.value)} ${f.plusMinus(here.low, here.high, unit)}`.trim();
    const band = banded[at];
    const expected =
      band && band.low !== null && band.high !== null
        ? `${show(values[at] ?? null)} (${c.bandText(show(band.low), show(band.high))}${current ? '' : c.bandBefore})`
        : show(values[at] ?? null);
    return t.staffing.measureReadout(clockAt(at), expected, range ?? null);
  };
  const known = values.filter((value) => value !== null);
  const noBand = bands ? c.bandHint : figures.model === 'deferred' ? t.staffing.measureNoBand : c.bandNone;
  const interval = t.words.interval[minutes === 15 || minutes === 30 ? minutes : 60];
  const name = t.words[target.kind];
  return (
    <ChartFrame
      title={t.staffing.measureTitle(
        targetSentence(target, t, f),
        interval,
        f.number(
          known.filter((value) => (goal === 'floor' ? value < target.goal : value > target.goal)).length,
          0,
        ),
        f.number(known.length, 0),
      )}
      table={
        <DataTable
          caption={t.staffing.measureCaption(name, interval)}
          rows={view.intervals.map((_, at) => at)}
          rowKey={(at) => at}
          columns={[
            { id: 'time', head: t.charts.time, cell: clockAt },
            { id: 'expected', head: capital(t.staffing.expected), cell: (at) => show(values[at] ?? null) },
            {
              id: 'band',
              head: t.staffing.measureBand,
              cell: (at) => {
                const { low = null, high = null } = banded[at] ?? {};
                return low === null || high === null ? '' : `${show(low)}–${show(high)}`;
              },
            },
            {
              id: 'simulated',
              head: capital(t.words.simulated),
              cell: (at) => {
                const here = simulated?.[at];
                return here ? `${show(here.value)} ${f.plusMinus(here.low, here.high, unit)}`.trim() : '';
              },
            },
          ]}
        />
      }
      readout={index === null ? bands === undefined ? null : noBand : <Rich text={describe(index)} />}
      tools={
        targets.length > 1 && (
          <SegmentedControl
            label={t.staffing.measure}
            value={target.kind}
            onChange={setChosen}
            options={targets.map(({ kind }) => ({ value: kind, label: t.words.short[kind] }))}
          />
        )
      }
    >
      <LevelChart
        label={`${name}. ${t.charts.chartKeys}`}
        intervals={banded}
        target={target.goal}
        goal={goal}
        unit={unit}
        series="expected"
        bandFades={!current}
        beside={
          simulated ? { intervals: simulated, series: 'simulated', word: t.words.simulated } : undefined
        }
        words={{ series: t.staffing.expected, target: t.staffing.targetShort(show(target.goal)) }}
        format={(value) => (unit === 'share' ? f.share(value) : f.duration(value))}
        xTicks={intervalTicks(axis, view.intervals, f)}
        describe={(at) => describe(at).replaceAll('**', '')}
        index={index}
        onIndex={onIndex}
        start={start}
      />
    </ChartFrame>
  );
});
