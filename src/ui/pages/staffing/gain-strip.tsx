/** What one more agent buys in each interval. */
import { memo, useMemo } from 'react';
import type { ChannelAnalysis } from '../../../scenario/analysis.ts';
import type { Axis } from '../../../scenario/axis.ts';
import type { Channel } from '../../../scenario/schema.ts';
import { CellStrip } from '../../charts/cell-strip.tsx';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { Rich, useLocale } from '../../locale.tsx';
import { intervalMinutes } from '../../use-axis.ts';
import type { DayView } from './day-view.ts';
import { gainOfOneMore } from './ladder.ts';

type GainStripProps = {
  readonly targets: Channel['targets'];
  readonly patience: Channel['patience'];
  readonly figures: ChannelAnalysis;
  readonly view: DayView;
  readonly axis: Axis;
  readonly index: number | null;
  readonly onIndex: (index: number | null) => void;
  readonly start: number;
};

export const GainStrip = memo(function GainStrip({
  targets,
  patience,
  figures,
  view,
  axis,
  index,
  onIndex,
  start,
}: GainStripProps) {
  const { t, f } = useLocale();
  const gains = useMemo(
    () =>
      view.intervals.map((interval) =>
        gainOfOneMore({ targets, patience }, figures, { interval, intervalSeconds: axis.intervalSeconds }),
      ),
    [targets, patience, figures, view.intervals, axis],
  );
  if (gains.every((gain) => gain === null || gain === 0)) return null;
  const minutes = intervalMinutes(axis);
  const describe = (at: number): string => {
    const interval = axis.intervals[view.intervals[at] ?? 0];
    return t.staffing.gainReadout(f.clock((interval?.slot ?? 0) * minutes), f.count(gains[at]));
  };
  return (
    <ChartFrame
      compact
      title={t.staffing.gainTitle}
      readout={index === null ? null : <Rich text={describe(index)} />}
    >
      <CellStrip
        label={`${t.staffing.gainTitle}. ${t.charts.chartKeys}`}
        values={gains}
        format={(gain) => f.count(gain)}
        describe={(at) => describe(at).replaceAll('**', '')}
        index={index}
        onIndex={onIndex}
        start={start}
      />
    </ChartFrame>
  );
});
