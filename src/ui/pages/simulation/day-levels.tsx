/** One day of one channel as simulated: service by interval with its band, and the queue. */
import { useState } from 'react';
import type { Axis } from '../../../scenario/axis.ts';
import type { Channel } from '../../../scenario/schema.ts';
import type { ChannelSummary } from '../../../scenario/simulate.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { FanChart } from '../../charts/fan-chart.tsx';
import { LevelChart } from '../../charts/level-chart.tsx';
import { Rich, useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { intervalMinutes, intervalTicks } from '../../use-axis.ts';
import { promisedShare } from './promised-share.ts';

type DayLevelsProps = {
  readonly channel: Channel;
  readonly summary: ChannelSummary;
  /** Intervals of the axis in which the channel is open on this day. */
  readonly intervals: readonly number[];
  readonly axis: Axis;
  readonly name: string;
  readonly dayName: string;
};

/** Seconds within which an answer counts, as the simulator was told. */
function threshold({ targets }: Channel): number {
  return targets.serviceLevel?.threshold ?? targets.firstResponse?.percentile?.within ?? 20;
}

export function DayLevels({ channel, summary, intervals, axis, name, dayName }: DayLevelsProps) {
  const { t, f } = useLocale();
  const [index, setIndex] = useState<number | null>(null);
  const minutes = intervalMinutes(axis);
  const rows = intervals.flatMap((interval) => {
    const counts = summary.intervals[interval];
    return counts ? [{ interval, counts }] : [];
  });
  const goal =
    channel.targets.serviceLevel?.share ?? channel.targets.firstResponse?.percentile?.share ?? null;
  const promised = promisedShare(channel);
  const levels = rows.map(({ counts: { [promised]: level } }) => ({
    value: level?.value ?? null,
    low: level?.low ?? null,
    high: level?.high ?? null,
  }));
  const clock = (interval: number): string => f.clock((axis.intervals[interval]?.slot ?? 0) * minutes);
  const limit = f.limit(threshold(channel));
  const within = t.simulation.countedIn[promised](limit);
  const describe = (k: number): string => {
    const row = rows[k];
    if (!row) return '';
    const { [promised]: level, meanQueueLength, abandonment } = row.counts;
    return t.simulation.intervalReadout(
      clock(row.interval),
      `${f.share(level?.value)} ${f.plusMinus(level?.low, level?.high, 'share')}`,
      f.count(meanQueueLength.value),
      f.share(abandonment?.value),
    );
  };
  const ticks = intervalTicks(axis, intervals, f);
  const below = levels.filter(({ value }) => value !== null && goal !== null && value < goal).length;
  const shared = { index, onIndex: setIndex };
  const readout = <Rich text={index === null ? t.simulation.pointAt : describe(index)} />;
  const table = (
    <DataTable
      caption={t.simulation.dayCaption(name, dayName)}
      columns={[
        { id: 'time', head: t.charts.time, cell: (row) => clock(row.interval) },
        { id: 'offered', head: t.simulation.offered, cell: (row) => f.count(row.counts.offered.value) },
        {
          id: 'level',
          head: within,
          cell: ({ counts }) => f.share(counts[promised]?.value),
        },
        {
          id: 'band',
          head: t.simulation.interval,
          cell: ({ counts }) => f.plusMinus(counts[promised]?.low, counts[promised]?.high, 'share'),
        },
        {
          id: 'wait',
          head: <abbr title={t.words.meanWaitAnswered}>{t.words.asa}</abbr>,
          cell: (row) => f.duration(row.counts.meanWaitAnswered?.value),
        },
        {
          id: 'abandoned',
          head: t.words.abandonment,
          cell: (row) => f.share(row.counts.abandonment?.value),
        },
        {
          id: 'queue',
          head: t.simulation.queue,
          cell: (row) => f.count(row.counts.meanQueueLength.value),
        },
      ]}
      rows={rows}
      rowKey={(row) => row.interval}
    />
  );
  const longest = rows.toSorted((a, b) => b.counts.meanQueueLength.value - a.counts.meanQueueLength.value)[0];
  const most = longest?.counts.meanQueueLength.value ?? 0;
  const queueTitle =
    longest && most >= 0.05
      ? t.simulation.queueTitle(name, dayName, clock(longest.interval), f.count(most))
      : t.simulation.queueTitleNone(name, dayName);
  return (
    <>
      <ChartFrame
        title={
          goal === null
            ? t.simulation.levelTitleBare(name, dayName, within)
            : below === 0
              ? t.simulation.levelTitleMet(name, dayName, within)
              : t.simulation.levelTitle(name, dayName, f.number(below, 0), f.number(rows.length, 0), within)
        }
        readout={readout}
        table={table}
      >
        <LevelChart
          label={`${t.simulation.dayCaption(name, dayName)}. ${t.charts.chartKeys}`}
          intervals={levels}
          target={goal}
          series="simulated"
          words={{
            series: t.words.simulated,
            target: goal === null ? '' : `${t.words.target} ${f.share(goal)}`,
          }}
          format={(share) => f.share(share)}
          xTicks={ticks}
          describe={(k) => describe(k).replaceAll('**', '')}
          start={rows.length >> 1}
          {...shared}
        />
      </ChartFrame>
      <ChartFrame
        title={queueTitle}
        readout={index === null ? t.simulation.queueNote : <Rich text={describe(index)} />}
        table={table}
      >
        <FanChart
          label={`${queueTitle}. ${t.charts.chartKeys}`}
          points={rows.map(({ counts }) => ({
            value: counts.meanQueueLength.value,
            bands: [{ low: counts.meanQueueLength.low, high: counts.meanQueueLength.high }],
          }))}
          series="simulated"
          words={{ series: t.simulation.queue }}
          format={(value) => f.count(value)}
          xTicks={(width) => ticks(width).map(({ edge, label }) => ({ at: edge, label }))}
          describe={(k) => describe(k).replaceAll('**', '')}
          {...shared}
        />
      </ChartFrame>
    </>
  );
}
