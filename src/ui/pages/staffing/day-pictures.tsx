/** The day in pictures: who is needed and planned, and what customers get. One place pointed at in both. */
import { memo, useState } from 'react';
import type { ChannelAnalysis } from '../../../scenario/analysis.ts';
import type { Axis } from '../../../scenario/axis.ts';
import { Panel } from '../../page/panel.tsx';
import type { DayView } from './day-view.ts';
import { MeasureChart } from './measure-chart.tsx';
import { PlanChart } from './plan-chart.tsx';
import type { Figures } from './use-figures.ts';

type DayPicturesProps = {
  readonly shown: Figures;
  readonly figures: ChannelAnalysis | undefined;
  readonly view: DayView;
  readonly axis: Axis;
  readonly day: number;
  readonly channel: number | null;
  readonly name: string;
  /** Agents by interval of another model, drawn beside ours. */
  readonly compared: readonly (number | null)[] | null;
  readonly start: number;
  /** The interval pressed, dragged or reached by keyboard: what the closer looks are about. */
  readonly onPick: (at: number) => void;
};

export const DayPictures = memo(function DayPictures(props: DayPicturesProps) {
  const { shown, figures, view, axis, day, channel, name, compared, start, onPick } = props;
  const [index, setIndex] = useState<number | null>(null);
  const cursor = { index, onIndex: setIndex, start };
  return (
    <>
      <Panel>
        <PlanChart {...{ view, axis, day, channel, name, compared, onPick }} {...cursor} />
      </Panel>
      {figures && (
        <Panel>
          <MeasureChart {...{ shown, figures, view, axis, day }} {...cursor} />
        </Panel>
      )}
    </>
  );
});
