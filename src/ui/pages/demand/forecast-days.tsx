/** The last weeks of the history and the days planned, with 80 and 95 % bands of whole days. */
import { useMemo, useState } from 'react';
import type { ForecastResult } from '../../../forecast/result.ts';
import type { SeriesColumns } from '../../../history/report.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { FanChart } from '../../charts/fan-chart.tsx';
import { labelStep } from '../../charts/scales.ts';
import { Rich, useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { dayPoints, lastWeekTotal, type DayPoint } from './forecast-points.ts';

type ForecastDaysProps = {
  readonly forecast: ForecastResult;
  readonly series: readonly SeriesColumns[];
  readonly name: string;
};

export function ForecastDays({ forecast, series, name }: ForecastDaysProps) {
  const { t, f } = useLocale();
  const [index, setIndex] = useState<number | null>(null);
  const points = useMemo(() => dayPoints(series, forecast), [series, forecast]);
  const total = forecast.days.reduce((sum, { mean }) => sum + mean, 0);
  const before = forecast.weeks.length === 1 ? lastWeekTotal(points) : null;
  const title =
    before !== null && before > 0
      ? t.demand.forecastTitle(name, f.count(total), f.change(total / before, 1))
      : t.demand.forecastTitlePlain(name, total, f.count(total));
  const first = points.findIndex((point) => point.forecast);

  function describe(at: number): string {
    const point = points[at];
    if (!point) return '';
    const date = `${f.weekdayShort(point.date)} ${f.day(point.date)}`;
    if (!point.forecast) return t.demand.historyPoint(date, f.count(point.contacts));
    const [wide, narrow] = point.bands;
    const range = wide && narrow ? ` · ${rangeOf(wide, narrow)}` : '';
    return t.demand.forecastPoint(date, f.count(point.contacts)) + range;
  }
  const rangeOf = (wide: DayPoint['bands'][number], narrow: DayPoint['bands'][number]) =>
    t.demand.forecastRange(f.count(narrow.low), f.count(narrow.high), f.count(wide.low), f.count(wide.high));

  return (
    <ChartFrame
      title={title}
      readout={index === null ? <span>{t.demand.weekHint}</span> : <Rich text={describe(index)} />}
      table={
        <DataTable
          caption={t.demand.forecastLabel(name)}
          hideCaption
          rows={points}
          rowKey={({ date }) => date}
          columns={[
            { id: 'day', head: t.demand.day, cell: ({ date }) => `${f.weekdayShort(date)} ${f.date(date)}` },
            {
              id: 'kind',
              head: '',
              text: true,
              cell: (point) => (point.forecast ? t.demand.forecast : t.demand.history),
            },
            { id: 'contacts', head: t.demand.contacts, cell: ({ contacts }) => f.count(contacts) },
            ...[0.8, 0.95].map((level, at) => ({
              id: String(level),
              head: t.demand.range(f.share(level)),
              cell: ({ bands }: DayPoint) => {
                const band = bands[1 - at];
                return band ? `${f.count(band.low)}–${f.count(band.high)}` : '';
              },
            })),
          ]}
        />
      }
    >
      <FanChart
        label={t.demand.forecastLabel(name)}
        points={points.map(({ contacts, bands }) => ({
          value: contacts,
          ...(bands.length > 0 ? { bands } : {}),
        }))}
        series="demand"
        words={{ series: t.demand.expected, axis: t.demand.perDayAxis }}
        format={f.count}
        xTicks={(width) => {
          const step = labelStep(points.length, width, 64, [1, 2, 7, 14, 28]);
          return points.flatMap(({ date }, at) =>
            (at - Math.max(0, first)) % step === 0 ? [{ at, label: f.dayShort(date) }] : [],
          );
        }}
        describe={(at) => describe(at).replaceAll('**', '')}
        index={index}
        onIndex={setIndex}
        start={Math.max(0, first)}
        split={
          first > 0 ? { at: first - 0.5, before: t.demand.history, after: t.demand.forecast } : undefined
        }
      />
    </ChartFrame>
  );
}
