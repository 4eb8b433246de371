/** History, forecast and bands on one line, from years down to one interval. */
import { useDeferredValue, useMemo, useState } from 'react';
import { formatDate } from '../../../numeric/civil-date.ts';
import type { Workbench } from '../../../scenario/workbench.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { FanChart } from '../../charts/fan-chart.tsx';
import { RangeBrush } from '../../charts/range-brush.tsx';
import { labelStep } from '../../charts/scales.ts';
import { Rich, useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { startText } from './demand-text.ts';
import { historyView, wholeStretch, type HistoryPoint, type Stretch } from './history-points.ts';
import { useWords } from './use-words.ts';

type HistoryPanelProps = { readonly bench: Workbench; readonly name: string; readonly pending: boolean };

/** Days shown by the buttons; the newest of them. */
const STEPS = [
  ['all', Infinity],
  ['quarter', 91],
  ['month', 35],
  ['week', 7],
  ['day', 1],
] as const;

export function HistoryPanel({ bench, name, pending }: HistoryPanelProps) {
  const locale = useLocale();
  const { t, f } = locale;
  const w = useWords();
  const forecast = bench.outcome.ok ? bench.outcome.forecast : null;
  const whole = useMemo(() => wholeStretch(bench, forecast), [bench, forecast]);
  const [chosen, setChosen] = useState<Stretch | null>(null);
  const stretch = chosen ?? { from: Math.max(whole.from, whole.to - 63), to: whole.to };
  const drawn = useDeferredValue(stretch);
  const view = useMemo(() => historyView(bench, forecast, drawn), [bench, forecast, drawn]);
  const overview = useMemo(
    () => historyView(bench, forecast, { ...whole, to: Math.max(whole.to, whole.from + 16) }).points,
    [bench, forecast, whole],
  );
  // the line at a glance has a point per day, or per week where it is very long
  const daysPerPoint = overview.length >= whole.to - whole.from ? 1 : 7;
  const [index, setIndex] = useState<number | null>(null);
  const at = index === null ? null : Math.min(index, view.points.length - 1);
  const peak = view.points.reduce(
    (best, { value }, i) => ((value ?? 0) > (view.points[best]?.value ?? 0) ? i : best),
    0,
  );

  function when({ start }: HistoryPoint): string {
    const date = start.slice(0, 10);
    if (view.resolution === 'interval') return startText(start, f);
    const day = `${f.weekdayShort(date)} ${f.date(date)}`;
    return view.resolution === 'day' ? day : w.historyWeek(f.date(date));
  }
  function describe(i: number): string {
    const point = view.points[i];
    if (!point) return '';
    if (point.part !== null) return w.historyPart(when(point), f.count(point.part), w.historyPer.day);
    if (point.value === null) return w.historyUnknown(when(point));
    const said = w.historyPoint(when(point), f.count(point.value), w.historyPer[view.resolution]);
    const [wide, narrow] = point.bands;
    const range =
      wide && narrow
        ? ` · ${t.demand.forecastRange(f.count(narrow.low), f.count(narrow.high), f.count(wide.low), f.count(wide.high))}`
        : '';
    return said + range;
  }
  const title =
    forecast && bench.outcome.ok
      ? w.historyTitle(
          name,
          f.count(forecast.days.reduce((sum, { mean }) => sum + mean, 0)),
          f.count(forecast.weeks[0]?.bands.find(({ level }) => level === 0.8)?.low),
          f.count(forecast.weeks[0]?.bands.find(({ level }) => level === 0.8)?.high),
        )
      : w.historyTitlePlain(name);
  const toPoint = (day: number) => Math.round((day - whole.from) / daysPerPoint);

  return (
    <ChartFrame
      title={title}
      readout={
        at === null ? (
          <span>{view.points.some(({ part }) => part !== null) ? w.historyRing : t.demand.weekHint}</span>
        ) : (
          <Rich text={describe(at)} />
        )
      }
      tools={
        <div className="zoom" role="group" aria-label={w.zoom}>
          {STEPS.map(([key, days]) => (
            <button
              key={key}
              type="button"
              className="quiet"
              aria-pressed={stretch.to - stretch.from === Math.min(days, whole.to - whole.from)}
              onClick={() => {
                const middle = days === 1 || days === 7 ? (stretch.from + stretch.to) / 2 : whole.to;
                const to = Math.min(whole.to, Math.max(whole.from + days, Math.ceil(middle + days / 2)));
                setChosen({ from: Math.max(whole.from, to - days), to });
              }}
            >
              {w.zoomTo[key]}
            </button>
          ))}
        </div>
      }
      table={
        <DataTable
          caption={w.historyLabel(name)}
          hideCaption
          rows={view.points.filter(({ value, part }) => value !== null || part !== null)}
          rowKey={({ start }) => start}
          columns={[
            { id: 'when', head: t.charts.time, cell: when },
            {
              id: 'kind',
              head: w.historyKind,
              text: true,
              cell: (point) =>
                point.forecast
                  ? t.demand.forecast
                  : point.part === null
                    ? t.demand.history
                    : w.historyIncomplete,
            },
            { id: 'contacts', head: t.demand.contacts, cell: ({ value, part }) => f.count(value ?? part) },
            ...[0.8, 0.95].map((level) => ({
              id: String(level),
              head: t.demand.range(f.share(level)),
              cell: ({ bands }: HistoryPoint) => {
                const band = bands.find((each) => each.level === level);
                return band ? `${f.count(band.low)}–${f.count(band.high)}` : '';
              },
            })),
          ]}
        />
      }
    >
      <div aria-busy={pending}>
        <FanChart
          label={w.historyLabel(name)}
          points={view.points}
          series="demand"
          words={{
            series: view.split === null ? t.demand.contacts : t.demand.expected,
            axis: w.historyAxis[view.resolution],
          }}
          format={f.count}
          xTicks={(width) => ticks(view.points, view.resolution, bench.slotsPerDay, width, f)}
          describe={(i) => describe(i).replaceAll('**', '')}
          index={at}
          onIndex={setIndex}
          start={view.split ?? peak}
          split={
            view.split === null
              ? undefined
              : { at: view.split - 0.5, before: t.demand.history, after: t.demand.forecast }
          }
        />
        <RangeBrush
          values={overview.map(({ value }) => value)}
          window={{
            from: toPoint(stretch.from),
            to: Math.max(toPoint(stretch.from) + 1, toPoint(stretch.to)),
          }}
          onWindow={({ from, to }) =>
            setChosen({
              from: whole.from + from * daysPerPoint,
              to: Math.min(whole.to, whole.from + to * daysPerPoint),
            })
          }
          words={{ from: w.brushFrom, to: w.brushTo }}
          describe={(i) => f.date(formatDate(whole.from + i * daysPerPoint))}
        />
      </div>
    </ChartFrame>
  );
}

function ticks(
  points: readonly HistoryPoint[],
  resolution: 'interval' | 'day' | 'week',
  slotsPerDay: number,
  width: number,
  f: ReturnType<typeof useLocale>['f'],
): { at: number; label: string }[] {
  if (resolution !== 'interval') {
    const step = labelStep(points.length, width, 72, [1, 2, 4, 7, 14, 28, 56, 112]);
    return points.flatMap(({ start }, at) =>
      at % step === 0 ? [{ at, label: f.dayShort(start.slice(0, 10)) }] : [],
    );
  }
  const days = points.length / slotsPerDay;
  if (days <= 2) {
    const minutes = 1440 / slotsPerDay;
    const step = (labelStep(24 * days, width, 56, [1, 2, 3, 4, 6, 12]) * 60) / minutes;
    return points.flatMap((_, at) =>
      at % step === 0 ? [{ at, label: f.clock((at % slotsPerDay) * minutes) }] : [],
    );
  }
  const step = labelStep(days, width, 64, [1, 2, 7]) * slotsPerDay;
  return points.flatMap(({ start }, at) =>
    at % step === 0
      ? [
          {
            at: at + slotsPerDay / 2,
            label: `${f.weekdayShort(start.slice(0, 10))} ${f.dayShort(start.slice(0, 10))}`,
          },
        ]
      : [],
  );
}
