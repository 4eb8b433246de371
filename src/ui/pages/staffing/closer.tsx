/** Closer looks at the day, one at a time: what one change does, other models, other contracts, all numbers. */
import { memo, useId } from 'react';
import type { ChannelAnalysis } from '../../../scenario/analysis.ts';
import type { Axis } from '../../../scenario/axis.ts';
import type { Channel } from '../../../scenario/schema.ts';
import { SelectField } from '../../inputs/select-field.tsx';
import { tabPanelProps, Tabs } from '../../inputs/tabs.tsx';
import { useLocale } from '../../locale.tsx';
import { Panel } from '../../page/panel.tsx';
import { intervalMinutes } from '../../use-axis.ts';
import type { DayView } from './day-view.ts';
import { EffectPanel } from './effect-panel.tsx';
import { IntervalTable } from './interval-table.tsx';
import type { FormulaDay } from './ladder.ts';
import { LevelsPanel } from './levels-panel.tsx';
import { ModelsPanel } from './models-panel.tsx';
import { useCloser } from './use-closer.ts';
import type { Figures } from './use-figures.ts';

export const LOOKS = ['agent', 'models', 'levels', 'numbers'] as const;
export type Look = (typeof LOOKS)[number];

type CloserProps = {
  readonly look: Look;
  readonly onLook: (look: Look) => void;
  readonly shown: Figures;
  readonly channel: Channel;
  readonly figures: ChannelAnalysis;
  readonly formulas: FormulaDay;
  readonly view: DayView;
  readonly axis: Axis;
  readonly day: number;
  readonly name: string;
  /** Place of the interval chosen. */
  readonly at: number;
  readonly onPick: (at: number) => void;
  readonly onDay: (day: number) => void;
};

export const Closer = memo(function Closer(props: CloserProps) {
  const { look, onLook, shown, channel, figures, formulas, view, axis, day, name, at, onPick, onDay } = props;
  const { f } = useLocale();
  const c = useCloser();
  const panel = useId();
  const minutes = intervalMinutes(axis);
  return (
    <section className="closer" aria-label={c.tabs}>
      <div className="staffing-choice">
        <Tabs
          label={c.tabs}
          panel={panel}
          value={look}
          onChange={onLook}
          tabs={LOOKS.map((value) => ({ value, label: c[value] }))}
        />
        {look !== 'agent' && (
          <SelectField
            label={c.interval}
            hideLabel
            value={String(at)}
            onChange={(value) => onPick(Number(value))}
            options={view.intervals.map((interval, place) => ({
              value: String(place),
              label: c.ofDay(
                f.clock((axis.intervals[interval]?.slot ?? 0) * minutes),
                place === view.worst ? c.markWorst : place === view.peak ? c.markPeak : '',
              ),
            }))}
          />
        )}
      </div>
      <div className="closer-panel" {...tabPanelProps(panel, look)}>
        <Panel key={look}>
          {look === 'agent' && <EffectPanel {...{ shown, figures, channel, axis, day }} onOpen={onDay} />}
          {look === 'models' && (
            <ModelsPanel scenario={shown.scenario} {...{ channel, figures, formulas, view, at, axis, day }} />
          )}
          {look === 'levels' && (
            <LevelsPanel
              figures={shown}
              channel={figures}
              axis={axis}
              day={day}
              interval={view.intervals[at] ?? 0}
            />
          )}
          {look === 'numbers' && (
            <IntervalTable
              {...{ figures, view, axis, day, name, channel }}
              scenario={shown.scenario}
              current={at}
            />
          )}
        </Panel>
      </div>
    </section>
  );
});
