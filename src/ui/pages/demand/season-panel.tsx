/** How the history runs: weekdays, the day, the level over the months. */
import { useMemo, useState } from 'react';
import type { Workbench } from '../../../scenario/workbench.ts';
import { Bars } from '../../charts/bars.tsx';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { FanChart } from '../../charts/fan-chart.tsx';
import { HeatChart } from '../../charts/heat-chart.tsx';
import { labelStep } from '../../charts/scales.ts';
import { SegmentedControl } from '../../inputs/segmented-control.tsx';
import { Rich, useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { capital } from '../when.ts';
import { useWords } from './use-words.ts';

/** 2024-01-01 was a Monday. */
const dateOf = (weekday: number): string => `2024-01-0${weekday + 1}`;

export function SeasonPanel({ bench, name }: { readonly bench: Workbench; readonly name: string }) {
  const { t, f } = useLocale();
  const w = useWords();
  const { season, slotsPerDay } = bench;
  const busiest = season.weekdays.reduce<(typeof season.weekdays)[number] | null>(
    (best, next) => (best === null || next.factor > best.factor ? next : best),
    null,
  );
  const known = season.trend.filter(({ perDay }) => perDay !== null);
  const [first, last] = [known[0]?.perDay ?? 0, known.at(-1)?.perDay ?? 0];
  const [week, setWeek] = useState<number | null>(null);
  const trendText = (index: number): string => {
    const here = season.trend[index];
    return here ? w.trendPoint(f.date(here.monday), f.count(here.perDay)) : '';
  };
  return (
    <div className="section-parts">
      {busiest && (
        <figure className="chart chart-plain">
          <figcaption className="chart-head">
            <h3>{w.weekdayTitle(name, f.weekday(dateOf(busiest.weekday)), f.change(busiest.factor))}</h3>
          </figcaption>
          <Bars
            label={w.weekdayLabel}
            bars={season.weekdays.map(({ weekday, factor, low, high, days }) => ({
              name: capital(f.weekday(dateOf(weekday))),
              value: factor,
              shown: w.weekdayValue(f.number(factor, 2), f.count(days)),
              low,
              high,
              strong: weekday === busiest.weekday,
            }))}
            mark={{ value: 1, label: w.weekdayMark }}
          />
        </figure>
      )}
      {slotsPerDay > 1 && <DayProfiles bench={bench} name={name} />}
      {known.length > 2 && (
        <ChartFrame
          title={w.trendTitle(name, f.count(first), f.count(last))}
          readout={week === null ? <span>{w.trendHint}</span> : <Rich text={trendText(week)} />}
          table={
            <DataTable
              caption={w.trendLabel}
              hideCaption
              rows={known}
              rowKey={({ monday }) => monday}
              columns={[
                { id: 'week', head: w.trendWeek, cell: ({ monday }) => f.date(monday) },
                { id: 'perDay', head: w.trendPerDay, cell: ({ perDay }) => f.count(perDay) },
              ]}
            />
          }
        >
          <FanChart
            label={w.trendLabel}
            points={season.trend.map(({ perDay }) => ({ value: perDay }))}
            series="demand"
            words={{ series: w.trendSeries, axis: w.trendPerDay }}
            format={f.count}
            xTicks={(width) => {
              const step = labelStep(season.trend.length, width, 64, [1, 2, 4, 8, 13, 26]);
              return season.trend.flatMap(({ monday }, at) =>
                at % step === 0 ? [{ at, label: f.dayShort(monday) }] : [],
              );
            }}
            describe={(index) => trendText(index).replaceAll('**', '')}
            index={week}
            onIndex={setWeek}
            start={season.trend.length - 1}
            height={160}
          />
        </ChartFrame>
      )}
      {known.length <= 2 && (
        <p className="quiet-text">
          {t.demand.note.shortHistory({ days: f.count(bench.values.length / slotsPerDay) })}
        </p>
      )}
    </div>
  );
}

/** The shape of each weekday, as a picture of the week and as one line against the average day. */
function DayProfiles({ bench, name }: { readonly bench: Workbench; readonly name: string }) {
  const { t, f } = useLocale();
  const w = useWords();
  const { season, slotsPerDay } = bench;
  const minutes = 1440 / slotsPerDay;
  const weekdays = season.profiles.flatMap((profile, weekday) => (profile.length > 0 ? [weekday] : []));
  const [chosen, setChosen] = useState(weekdays[0] ?? 0);
  const [slot, setSlot] = useState<number | null>(null);
  const [cell, setCell] = useState<{ row: number; column: number } | null>(null);
  const { from, to, average, most } = useMemo(
    () => profileRange(season.profiles, slotsPerDay),
    [season, slotsPerDay],
  );
  const own = season.profiles[chosen] ?? [];
  const peak = own.indexOf(Math.max(...own));
  const clock = (at: number) => f.clockRange(at * minutes, (at + 1) * minutes);
  const say = (weekday: number, at: number) =>
    w.profilePoint(
      capital(f.weekday(dateOf(weekday))),
      clock(at),
      f.share(season.profiles[weekday]?.[at] ?? 0, 1),
    );
  const hours = (width: number) => {
    const step = (labelStep(((to - from) * minutes) / 60, width, 56, [1, 2, 3, 4, 6, 12]) * 60) / minutes;
    const start = Math.ceil(from / step) * step;
    return Array.from({ length: Math.floor((to - start) / step) + 1 }, (_, k) => start + k * step);
  };
  if (weekdays.length === 0) return null;
  const slots = Array.from({ length: to - from }, (_, k) => from + k);
  const busiest = weekdays
    .flatMap((weekday) => slots.map((at) => ({ weekday, at, value: busyness(season, weekday, at) })))
    .reduce((a, b) => (b.value > a.value ? b : a));
  const heatTitle = w.profileHeatTitle(
    name,
    f.weekday(dateOf(busiest.weekday)),
    f.clock(busiest.at * minutes),
  );
  const table = (
    <DataTable
      caption={w.profileCaption}
      rows={slots}
      rowKey={(at) => at}
      columns={[
        { id: 'time', head: t.charts.time, cell: clock },
        ...weekdays.map((weekday) => ({
          id: String(weekday),
          head: f.weekdayShort(dateOf(weekday)),
          cell: (at: number) => f.share(season.profiles[weekday]?.[at], 1),
        })),
      ]}
    />
  );
  return (
    <>
      <ChartFrame
        title={w.profileTitle(
          name,
          f.weekday(dateOf(chosen)),
          f.clock(peak * minutes),
          f.share(own[peak] ?? 0, 1),
        )}
        readout={slot === null ? <span>{w.profileHint}</span> : <Rich text={say(chosen, from + slot)} />}
        table={table}
        tools={
          <SegmentedControl
            label={w.profileWeekday}
            options={weekdays.map((weekday) => ({
              value: String(weekday),
              label: f.weekdayShort(dateOf(weekday)),
              name: f.weekday(dateOf(weekday)),
            }))}
            value={String(chosen)}
            onChange={(value) => setChosen(Number(value))}
          />
        }
      >
        <FanChart
          label={w.profileLabel(f.weekday(dateOf(chosen)))}
          points={own
            .slice(from, to)
            .map((share, at) => ({ value: share, other: average[from + at] ?? null }))}
          series="demand"
          words={{ series: f.weekday(dateOf(chosen)), other: w.profileAverage, axis: w.profileAxis }}
          unit="share"
          format={(value) => f.share(value, 1)}
          xTicks={(width) => hours(width).map((at) => ({ at: at - from, label: f.clock(at * minutes) }))}
          describe={(at) => say(chosen, from + at).replaceAll('**', '')}
          index={slot}
          onIndex={setSlot}
          start={Math.max(0, peak - from)}
          height={180}
        />
      </ChartFrame>
      <ChartFrame
        title={heatTitle}
        table={table}
        readout={
          cell === null ? (
            <span>{w.profileHint}</span>
          ) : (
            <Rich text={say(weekdays[cell.row] ?? 0, from + cell.column)} />
          )
        }
      >
        <HeatChart
          label={heatTitle}
          rows={weekdays.map((weekday) => ({
            name: f.weekdayShort(dateOf(weekday)),
            cells: Array.from({ length: to - from }, (_, column) => ({
              value: most > 0 ? busyness(season, weekday, from + column) / most : null,
            })),
          }))}
          scale="volume"
          xTicks={(width) => hours(width).map((at) => ({ edge: at - from, label: f.clock(at * minutes) }))}
          describe={(row, column) => say(weekdays[row] ?? 0, from + column).replaceAll('**', '')}
          cell={cell}
          onCell={setCell}
        />
      </ChartFrame>
    </>
  );
}

/** Share of the day times how busy the weekday is: comparable over the week. */
function busyness(season: Workbench['season'], weekday: number, slot: number): number {
  const factor = season.weekdays.find((each) => each.weekday === weekday)?.factor ?? 1;
  return (season.profiles[weekday]?.[slot] ?? 0) * factor;
}

function profileRange(profiles: readonly (readonly number[])[], slotsPerDay: number) {
  const used = profiles.filter((profile) => profile.length > 0);
  const average = Array.from(
    { length: slotsPerDay },
    (_, s) => used.reduce((sum, profile) => sum + (profile[s] ?? 0), 0) / Math.max(1, used.length),
  );
  const from = Math.max(
    0,
    average.findIndex((share) => share > 0),
  );
  const to = average.findLastIndex((share) => share > 0) + 1;
  const most = Math.max(0, ...used.flat()) * 1.25;
  return { from, to: Math.max(from + 1, to), average, most };
}
