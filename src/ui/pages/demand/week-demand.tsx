/** The days planned on one channel: contacts by interval with their bands, and as a week at a glance. */
import { memo, useMemo, useState } from 'react';
import type { Axis } from '../../../scenario/axis.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { FanChart } from '../../charts/fan-chart.tsx';
import { HeatChart } from '../../charts/heat-chart.tsx';
import { labelStep } from '../../charts/scales.ts';
import { Rich, useLocale, type LocaleValue } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { clockTicks } from '../../use-axis.ts';
import { capital } from '../when.ts';
import type { WeekFigures } from './week-figures.ts';

type WeekDemandProps = {
  readonly figures: WeekFigures;
  readonly axis: Axis;
  /** Name of the channel, or of all. */
  readonly name: string;
  /** Also as a week at a glance. */
  readonly heat?: boolean;
};

export const WeekDemand = memo(function WeekDemand({ figures, axis, name, heat = true }: WeekDemandProps) {
  const locale = useLocale();
  const { t, f } = locale;
  // one place, shared by both pictures
  const [cell, setCell] = useState<number | null>(null);
  const describe = (index: number) => cellText(index, figures, axis, locale);
  const { slotsPerDay } = axis;
  const columns = figures.lastSlot - figures.firstSlot;
  const most = figures.cells[figures.peak]?.contacts ?? 0;
  const points = useMemo(
    () =>
      figures.cells.map(({ contacts, open, bands }) => ({
        value: open || contacts > 0 ? contacts : null,
        ...(bands.length > 0 && (open || contacts > 0) ? { bands } : {}),
      })),
    [figures],
  );
  const rows = useMemo(
    () =>
      axis.days.map(({ date }, day) => ({
        name: f.weekdayShort(date),
        cells: Array.from({ length: columns }, (_, column) => {
          const here = figures.cells[day * slotsPerDay + figures.firstSlot + column];
          // rounded as the eye does: more of everything leaves the shades, and the picture, as they are
          return {
            value: here?.open ? Math.round((500 * here.contacts) / Math.max(1e-9, most)) / 500 : null,
          };
        }),
      })),
    [axis, figures, columns, slotsPerDay, most, f],
  );
  const readout = cell === null ? <span>{t.demand.weekHint}</span> : <Rich text={capital(describe(cell))} />;
  const place = (index: number) => ({
    row: Math.floor(index / slotsPerDay),
    column: (index % slotsPerDay) - figures.firstSlot,
  });
  const here = cell === null ? null : place(cell);

  const table = <IntervalTable figures={figures} axis={axis} caption={t.demand.weekLabel(name)} />;

  return (
    <>
      <ChartFrame
        title={
          most > 0
            ? t.demand.weekTitle(name, cellWhen(figures.peak, axis, f), most, f.count(most))
            : t.demand.weekTitleNone(name)
        }
        readout={readout}
        table={table}
      >
        <FanChart
          label={t.demand.weekLabel(name)}
          points={points}
          series="demand"
          words={{ series: t.demand.expected, axis: t.demand.weekAxis }}
          format={f.count}
          xTicks={dayTicks(axis, f)}
          describe={(index) => describe(index).replaceAll('**', '')}
          index={cell}
          onIndex={setCell}
          start={figures.peak}
        />
      </ChartFrame>
      {heat && (
        <ChartFrame title={heatTitle(figures, name, axis, locale)} readout={readout} table={table}>
          <HeatChart
            label={t.demand.heatLabel(name)}
            rows={rows}
            scale="volume"
            xTicks={clockTicks(axis, figures.firstSlot, columns, f)}
            describe={(row, column) =>
              describe(row * slotsPerDay + figures.firstSlot + column).replaceAll('**', '')
            }
            cell={here && here.column >= 0 && here.column < columns ? here : null}
            onCell={(at) =>
              setCell(at === null ? null : at.row * slotsPerDay + figures.firstSlot + at.column)
            }
            start={place(figures.peak)}
          />
        </ChartFrame>
      )}
    </>
  );
});

function IntervalTable({ figures, axis, caption }: { figures: WeekFigures; axis: Axis; caption: string }) {
  const { t, f } = useLocale();
  const rows = figures.cells.flatMap((figure, cell) =>
    figure.open || figure.contacts > 0 ? [{ ...figure, cell }] : [],
  );
  const level = rows[0]?.bands.at(-1)?.level;
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={rows}
      rowKey={({ cell }) => cell}
      columns={[
        { id: 'when', head: t.charts.time, cell: ({ cell }) => capital(cellWhen(cell, axis, f)) },
        { id: 'contacts', head: t.demand.contacts, cell: ({ contacts }) => f.count(contacts) },
        ...(level === undefined
          ? []
          : [
              {
                id: 'range',
                head: t.demand.range(f.share(level)),
                cell: ({ bands }: (typeof rows)[number]) =>
                  `${f.count(bands.at(-1)?.low)}–${f.count(bands.at(-1)?.high)}`,
              },
            ]),
      ]}
    />
  );
}

/** `Monday 10:00–10:30`. */
export function cellWhen(cell: number, axis: Axis, f: LocaleValue['f']): string {
  const minutes = 1440 / axis.slotsPerDay;
  const from = (cell % axis.slotsPerDay) * minutes;
  const date = axis.days[Math.floor(cell / axis.slotsPerDay)]?.date ?? '';
  return `${f.weekday(date)} ${f.clockRange(from, from + minutes)}`;
}

function cellText(cell: number, figures: WeekFigures, axis: Axis, { t, f }: LocaleValue): string {
  const when = cellWhen(cell, axis, f);
  const here = figures.cells[cell];
  if (!here || (!here.open && here.contacts === 0)) return t.demand.heatClosed(when);
  const narrow = here.bands.at(-1);
  const band = narrow
    ? `, ${t.demand.weekBand(f.count(narrow.low), f.count(narrow.high), f.share(narrow.level))}`
    : '';
  return t.demand.weekPoint(when, f.count(here.contacts)) + band;
}

function heatTitle(figures: WeekFigures, name: string, axis: Axis, { t, f }: LocaleValue): string {
  const day = figures.days.reduce((most, next) => (next.contacts > most.contacts ? next : most), {
    date: '',
    contacts: 0,
    bands: [],
    peak: 0,
    peakContacts: 0,
  });
  if (day.contacts === 0) return t.demand.heatLabel(name);
  // the run of intervals around the peak that stay above nine tenths of it
  const index = figures.days.indexOf(day);
  const busy = (slot: number) =>
    (figures.cells[index * axis.slotsPerDay + slot]?.contacts ?? 0) >= 0.9 * day.peakContacts;
  let [from, to] = [day.peak, day.peak + 1];
  while (from > 0 && busy(from - 1)) from--;
  while (to < axis.slotsPerDay && busy(to)) to++;
  const minutes = 1440 / axis.slotsPerDay;
  return t.demand.heatTitle(name, f.weekday(day.date), f.clock(from * minutes), f.clock(to * minutes));
}

/** The name of each day at its midday, as many as fit. */
export function dayTicks(axis: Axis, f: LocaleValue['f']) {
  return (width: number): { at: number; label: string }[] => {
    const step = labelStep(axis.days.length, width, 44, [1, 2, 7, 14]);
    return axis.days.flatMap(({ date }, day) =>
      day % step === 0
        ? [
            {
              at: (day + 0.5) * axis.slotsPerDay,
              label: axis.days.length > 7 ? f.dayShort(date) : f.weekdayShort(date),
            },
          ]
        : [],
    );
  };
}
