/** The day: what came, what is expected of the rest with its bands, and what was expected before. */
import { useState } from 'react';
import type { WithinDayForecast } from '../../../forecast/within-day.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { FanChart } from '../../charts/fan-chart.tsx';
import { labelStep } from '../../charts/scales.ts';
import { Rich, useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { todayPoints } from './today-points.ts';
import { useWords } from './use-words.ts';

type TodayPictureProps = {
  readonly forecast: WithinDayForecast;
  readonly actuals: { readonly contacts: readonly (number | null)[] };
  readonly slotsPerDay: number;
  /** Expected before anything came, by interval of the day. */
  readonly before: ArrayLike<number>;
};

export function TodayPicture({ forecast, actuals, slotsPerDay, before }: TodayPictureProps) {
  const { t, f } = useLocale();
  const w = useWords();
  const [index, setIndex] = useState<number | null>(null);
  const minutes = 1440 / slotsPerDay;
  const { first, points } = todayPoints(forecast, actuals.contacts, before, slotsPerDay);
  const split = actuals.contacts.length - first;
  const clock = (at: number) => f.clockRange((first + at) * minutes, (first + at + 1) * minutes);
  function describe(at: number): string {
    const point = points[at];
    if (!point) return '';
    const narrow = point.bands.at(-1);
    return (
      w.todayPoint(clock(at), f.count(point.value), f.count(point.other)) +
      (narrow ? ` · ${t.demand.weekBand(f.count(narrow.low), f.count(narrow.high), f.share(0.8))}` : '')
    );
  }
  return (
    <ChartFrame
      title={w.todayTitle(f.clock(actuals.contacts.length * minutes))}
      readout={index === null ? <span>{t.demand.weekHint}</span> : <Rich text={describe(index)} />}
      table={
        <DataTable
          caption={w.todayLabel}
          hideCaption
          rows={points.map((point, at) => ({ ...point, at }))}
          rowKey={({ at }) => at}
          columns={[
            { id: 'when', head: t.charts.time, cell: ({ at }) => clock(at) },
            { id: 'before', head: w.todayBefore, cell: ({ other }) => f.count(other) },
            { id: 'now', head: w.todayNow, cell: ({ value }) => f.count(value) },
            {
              id: 'range',
              head: t.demand.range(f.share(0.8)),
              cell: ({ bands }) => {
                const narrow = bands.at(-1);
                return narrow ? `${f.count(narrow.low)}–${f.count(narrow.high)}` : '';
              },
            },
          ]}
        />
      }
    >
      <FanChart
        label={w.todayLabel}
        points={points}
        series="demand"
        words={{ series: w.todayNow, other: w.todayBefore, axis: t.demand.weekAxis }}
        format={f.count}
        xTicks={(width) => {
          const step =
            (labelStep((points.length * minutes) / 60, width, 56, [1, 2, 3, 4, 6, 12]) * 60) / minutes;
          return points.flatMap((_, at) =>
            (first + at) % step === 0 ? [{ at, label: f.clock((first + at) * minutes) }] : [],
          );
        }}
        describe={(at) => describe(at).replaceAll('**', '')}
        index={index}
        onIndex={setIndex}
        start={Math.max(0, split)}
        split={
          split > 0 && split < points.length
            ? { at: split - 0.5, before: w.todaySeen, after: t.demand.forecast }
            : undefined
        }
      />
    </ChartFrame>
  );
}
