/** Required against planned agents of the day; a drag is shown at once and computed behind. */
import { castDraft } from 'immer';
import { useMemo, useState } from 'react';
import type { Axis } from '../../../scenario/axis.ts';
import { plannedByInterval } from '../../../scenario/by-interval.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { StepChart } from '../../charts/step-chart.tsx';
import { Rich, useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { useApp, useCommands } from '../../use-app.ts';
import { intervalMinutes, intervalTicks } from '../../use-axis.ts';
import type { DayView } from './day-view.ts';
import { editableGroup, planBase, reachable, setPlanned, shiftGroup, type PlanBase } from './plan-edit.ts';
import { useCloser } from './use-closer.ts';

type PlanChartProps = {
  readonly view: DayView;
  readonly axis: Axis;
  readonly day: number;
  /** Null: all channels together, to be read only. */
  readonly channel: number | null;
  readonly name: string;
  /** Agents by interval of another model, drawn beside ours. */
  readonly compared: readonly (number | null)[] | null;
  readonly onPick: (at: number) => void;
  readonly index: number | null;
  readonly onIndex: (index: number | null) => void;
  readonly start: number;
};

/** A step under the hand: where it was when the figures on screen were true, and where it is now. */
type Held = { readonly at: number; readonly base: PlanBase; readonly planned: number };

export function PlanChart(props: PlanChartProps) {
  const { view, axis, day, channel, name, compared, onPick, index, onIndex, start } = props;
  const { t, f } = useLocale();
  const c = useCloser();
  const commands = useCommands();
  const scenario = useApp((state) => state.scenario);
  // The figures drawn are of the plan before the last edit.
  const computing = useApp((state) => state.analysisPending);
  const newest = useApp((state) => state.analysis);
  const pending = computing || newest !== view.analysis;
  const [held, setHeld] = useState<Held | null>(null);
  // Once the analysis has caught up, its own planned agents are the truth again.
  const shown = held && pending ? held : null;
  const id = channel === null ? undefined : scenario.channels[channel]?.id;
  const draggable = id !== undefined && editableGroup(scenario.groups, id) >= 0;
  const inShifts = id === undefined || draggable ? -1 : shiftGroup(scenario.groups, id);
  const steps = useMemo(
    () =>
      shown
        ? view.steps.map((step, at) => (at === shown.at ? { ...step, planned: shown.planned } : step))
        : view.steps,
    [view.steps, shown],
  );
  const hint = draggable ? t.staffing.stepHint : t.staffing.stepHintRead;
  const minutes = intervalMinutes(axis);
  const weekday = f.weekday(axis.days[day]?.date ?? '');
  const clockAt = (at: number): string =>
    f.clock((axis.intervals[view.intervals[at] ?? 0]?.slot ?? 0) * minutes);

  function change(at: number, agents: number): void {
    const interval = axis.intervals[view.intervals[at] ?? 0];
    if (id === undefined || !interval) return;
    const base =
      shown?.at === at
        ? shown.base
        : planBase(scenario.groups, id, interval.cell, view.steps[at]?.planned ?? 0);
    if (!base) return;
    const planned = reachable(base, agents);
    setHeld({ at, base, planned });
    onPick(at);
    commands.edit(`plan-${base.group}-${base.cell}`, (draft) => setPlanned(draft, base, planned));
  }

  function planByInterval(): void {
    commands.endGesture();
    commands.edit('byInterval', (draft) => {
      const group = scenario.groups[inShifts];
      if (group) draft.groups[inShifts] = castDraft(plannedByInterval(group, scenario.calendar));
    });
    commands.endGesture();
  }

  function describe(at: number): string {
    const step = steps[at];
    if (!step) return '';
    return t.staffing.stepReadout(
      clockAt(at),
      f.agents(step.required),
      f.agents(step.assured),
      f.agents(step.planned),
    );
  }

  const title =
    view.worst === null
      ? t.staffing.stepTitleEnough(name, weekday)
      : t.staffing.stepTitleShort(name, weekday, shortRange(view, clockAt, f.clock, minutes, axis));
  return (
    <ChartFrame
      title={title}
      readout={index === null ? <span>{hint}</span> : <Rich text={describe(index)} />}
      table={
        <DataTable
          caption={title}
          hideCaption
          rows={steps.map((step, at) => ({ ...step, at }))}
          rowKey={({ at }) => at}
          columns={[
            { id: 'time', head: t.charts.time, cell: ({ at }) => clockAt(at) },
            { id: 'required', head: t.staffing.required, cell: ({ required }) => f.agents(required) },
            { id: 'assured', head: f.share(scenario.assurance), cell: ({ assured }) => f.agents(assured) },
            { id: 'planned', head: t.staffing.planned, cell: ({ planned }) => f.agents(planned) },
            ...(compared
              ? [
                  {
                    id: 'compared',
                    head: t.staffing.erlangC,
                    cell: ({ at }: { readonly at: number }) => f.agents(compared[at]),
                  },
                ]
              : []),
          ]}
        />
      }
    >
      <StepChart
        label={`${t.staffing.stepLabel(name, weekday)}. ${draggable ? t.charts.stepKeys : t.charts.chartKeys}`}
        intervals={steps}
        compared={compared ? { agents: compared, word: t.staffing.erlangC } : undefined}
        onPick={onPick}
        xTicks={intervalTicks(axis, view.intervals, f)}
        words={{
          planned: t.words.planned,
          required: t.words.required,
          band: t.staffing.band(f.share(scenario.assurance)),
          axis: t.staffing.agentsAxis,
        }}
        format={(agents, signed) => f.agents(agents, signed)}
        describe={(at) => describe(at).replaceAll('**', '')}
        index={index}
        onIndex={onIndex}
        start={start}
        onAgents={draggable ? change : undefined}
        onEnd={() => commands.endGesture()}
      />
      {inShifts >= 0 && (
        <p className="hint by-shifts">
          {c.byShifts}{' '}
          <button type="button" className="button" onClick={planByInterval}>
            {c.byInterval}
          </button>{' '}
          {c.byIntervalThen}
        </p>
      )}
    </ChartFrame>
  );
}

/** The run of understaffed intervals around the worst one, as `10:00–12:30`. */
function shortRange(
  { steps, worst, intervals }: DayView,
  clockAt: (at: number) => string,
  clock: (minutes: number) => string,
  minutes: number,
  axis: Axis,
): string {
  const short = (at: number): boolean => {
    const step = steps[at];
    return step !== undefined && step.required - step.planned > 1e-6;
  };
  let from = worst ?? 0;
  let to = from;
  while (short(from - 1)) from--;
  while (short(to + 1)) to++;
  const end = ((axis.intervals[intervals[to] ?? 0]?.slot ?? 0) + 1) * minutes;
  return `${clockAt(from)}–${clock(end)}`;
}
