/** How long answered customers of one channel waited: the whole distribution, with the promise in it. */
import { useState } from 'react';
import type { Channel } from '../../../scenario/schema.ts';
import type { ChannelSummary } from '../../../scenario/simulate.ts';
import type { CurvePoint } from '../../charts/curve-layout.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { CurveChart } from '../../charts/curve-chart.tsx';
import { durationTicks } from '../../charts/scales.ts';
import { Rich, useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { responseCurve, shareWithin } from './response-curve.ts';

type ResponsePanelProps = {
  readonly channel: Channel;
  readonly summary: ChannelSummary;
  readonly name: string;
};

export function ResponsePanel({ channel, summary, name }: ResponsePanelProps) {
  const { t, f } = useLocale();
  const [index, setIndex] = useState<number | null>(null);
  const points = responseCurve(summary.histogram);
  if (points.length < 2) return null;
  // In a conversation the agent's reply takes its time too: the wait alone stands beside it.
  const waits = channel.conversation ? summary.wait.histogram : null;
  const rule = channel.targets.serviceLevel ?? undefined;
  const percentile = channel.targets.firstResponse?.percentile;
  const promise = rule
    ? { x: rule.threshold, y: rule.share }
    : percentile && { x: percentile.within, y: percentile.share };
  const describe = (k: number): string => {
    const point = points[k];
    if (!point) return '';
    const answered = t.simulation.responseReadout(f.share(point.y, 1), f.duration(point.x));
    const waited = waits && t.simulation.waitReadout(f.share(shareWithin(waits, point.x), 1));
    return waited === null ? answered : `${answered}; ${waited}`;
  };
  const total = summary.histogram.counts.reduce((sum, count) => sum + count, 0);
  const atOnce = (summary.histogram.counts[0] ?? 0) / total;
  const reached = (share: number): string => f.duration(points.find(({ y }) => y >= share)?.x);
  const title =
    atOnce >= 0.9
      ? t.simulation.responseTitleMostAtOnce(name, f.share(atOnce))
      : atOnce >= 0.5
        ? t.simulation.responseTitleAtOnce(name, f.share(atOnce), reached(0.9))
        : t.simulation.responseTitle(name, reached(0.5), reached(0.9));
  return (
    <ChartFrame
      title={title}
      readout={<Rich text={index === null ? t.simulation.responseNote : describe(index)} />}
      table={
        <DataTable
          caption={title}
          columns={[
            { id: 'within', head: t.simulation.within, cell: (row) => f.duration(row.x) },
            { id: 'share', head: t.simulation.answeredShare, cell: (row) => f.share(row.y, 1) },
            ...(waits
              ? [
                  {
                    id: 'waited',
                    head: t.simulation.waitedShare,
                    cell: (row: CurvePoint) => f.share(shareWithin(waits, row.x), 1),
                  },
                ]
              : []),
          ]}
          rows={points}
          rowKey={(row) => row.x}
        />
      }
    >
      <CurveChart
        label={`${title}. ${t.charts.chartKeys}`}
        points={points}
        plain
        {...(promise && promise.x <= (points.at(-1)?.x ?? 0) * 1.2
          ? { here: { ...promise, label: t.simulation.promise } }
          : {})}
        {...(waits
          ? {
              beside: {
                points: responseCurve(waits),
                label: t.simulation.waitCurve,
                own: t.simulation.replyCurve,
              },
            }
          : {})}
        yDomain={[0, 1]}
        ticksOfX={durationTicks}
        formatX={(value) => f.duration(Math.max(0, value))}
        formatY={(value) => f.share(value)}
        xTitle={t.simulation.responseX}
        yTitle={t.simulation.responseY}
        describe={(k) => describe(k).replaceAll('**', '')}
        index={index}
        onIndex={setIndex}
      />
    </ChartFrame>
  );
}
