/**
 * The main gesture of the staffing page: required against planned agents, where a planned step is
 * dragged up or down with mouse, finger or arrow keys.
 */
import { useId, useMemo, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { Hatch, XAxis, YAxis } from './axes.tsx';
import { Plot, type Margins } from './plot.tsx';
import { spreadLabels } from './spread-labels.ts';
import { layoutSteps, type StepInterval, type StepLayout } from './step-layout.ts';
import type { Tick } from './tick-labels.ts';

export type StepChartProps = {
  /** Spoken name of the chart. */
  readonly label: string;
  readonly intervals: readonly StepInterval[];
  /** Labels under the axis, by interval edge (0 … intervals). */
  readonly xTicks: (width: number) => readonly { readonly edge: number; readonly label: string }[];
  readonly words: {
    readonly planned: string;
    readonly required: string;
    readonly band: string;
    readonly axis: string;
  };
  readonly format: (agents: number, signed?: boolean) => string;
  /** One sentence with everything about an interval. */
  readonly describe: (index: number) => string;
  readonly index: number | null;
  readonly onIndex: (index: number | null) => void;
  /** Interval the keyboard starts from. */
  readonly start: number;
  /** Sets the planned agents of an interval; without it the chart is only read. */
  readonly onAgents?: ((index: number, agents: number) => void) | undefined;
  readonly onEnd?: (() => void) | undefined;
  /** Called with the interval pressed, or reached by keyboard. */
  readonly onPick?: ((index: number) => void) | undefined;
  /** What another model asks for, as a thin line; null where it has no answer. */
  readonly compared?: { readonly agents: readonly (number | null)[]; readonly word: string } | undefined;
};

const HEIGHT = 252;
const margins = (width: number): Margins => ({
  top: 24,
  right: width < 520 ? 64 : 84,
  bottom: 28,
  left: 36,
});

export function StepChart(props: StepChartProps) {
  const { label, intervals, xTicks, words, format, describe, index, onIndex, start, onAgents, onEnd } = props;
  const { onPick, compared } = props;
  const hatch = useId();
  const dragging = useRef<number | null>(null);
  const here = Math.min(intervals.length - 1, index ?? start);
  const planned = intervals[here]?.planned ?? 0;

  function press(event: KeyboardEvent): void {
    const last = intervals.length - 1;
    const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: last }[event.key];
    const change = { ArrowUp: 1, ArrowDown: -1, PageUp: 5, PageDown: -5 }[event.key];
    if (to === undefined && (change === undefined || !onAgents)) return;
    event.preventDefault();
    if (to !== undefined) {
      onEnd?.();
      onIndex(Math.min(last, Math.max(0, to)));
      onPick?.(Math.min(last, Math.max(0, to)));
    } else if (change !== undefined) {
      onAgents?.(here, Math.max(0, Math.round(planned) + change));
    }
  }

  return (
    <Plot
      height={HEIGHT}
      margins={margins}
      draw={(inner) => {
        const layout = layoutSteps(intervals, inner, compared?.agents);
        const point = (event: PointerEvent<HTMLElement>) => {
          const box = event.currentTarget.getBoundingClientRect();
          return { x: event.clientX - box.left, y: event.clientY - box.top };
        };
        return {
          picture: (
            <StepPicture
              {...{ layout, intervals, words, format, hatch, index, compared }}
              width={inner.width}
              height={inner.height}
              ticks={xTicks(inner.width).map(({ edge, label: text }) => ({
                at: layout.x(edge),
                label: text,
              }))}
            />
          ),
          cover: {
            role: 'slider',
            tabIndex: 0,
            className: onAgents ? 'plot-cover plot-drag' : 'plot-cover',
            'aria-label': label,
            'aria-orientation': 'vertical',
            'aria-valuemin': 0,
            'aria-valuemax': layout.y.domain()[1] ?? 0,
            'aria-valuenow': Math.round(planned),
            'aria-valuetext': describe(here),
            onKeyDown: press,
            onFocus: () => onIndex(here),
            onBlur: () => {
              onIndex(null);
              onEnd?.();
            },
            onPointerDown: (event) => {
              if (event.button !== 0) return;
              const { x } = point(event);
              onPick?.(layout.indexAt(x));
              if (!onAgents) return;
              event.currentTarget.setPointerCapture(event.pointerId);
              dragging.current = layout.indexAt(x);
              onIndex(dragging.current);
            },
            onPointerMove: (event) => {
              const { x, y } = point(event);
              if (dragging.current === null) onIndex(layout.indexAt(x));
              else onAgents?.(dragging.current, layout.agentsAt(y));
            },
            onPointerUp: () => {
              dragging.current = null;
              onEnd?.();
            },
            onPointerCancel: () => {
              dragging.current = null;
              onEnd?.();
            },
            onPointerLeave: () => {
              if (dragging.current === null) onIndex(null);
            },
          },
        };
      }}
    />
  );
}

type StepPictureProps = {
  readonly layout: StepLayout;
  readonly intervals: readonly StepInterval[];
  readonly words: StepChartProps['words'];
  readonly format: StepChartProps['format'];
  readonly ticks: readonly Tick[];
  readonly width: number;
  readonly height: number;
  readonly hatch: string;
  readonly index: number | null;
  readonly compared: StepChartProps['compared'];
};

function StepPicture(props: StepPictureProps) {
  const { layout, intervals, words, format, ticks, width, height, hatch, index, compared } = props;
  const { x, y, step, worst } = layout;
  const focus = index ?? worst;
  const at = focus === null ? undefined : intervals[focus];
  const last = intervals.findLast(({ open }) => open) ?? intervals.at(-1);
  const labels = useMemo(
    () =>
      spreadLabels(
        [
          y(last?.planned ?? 0),
          y(last?.required ?? 0),
          y(last?.required ?? 0) + 1,
          ...(compared ? [y(compared.agents.findLast((agents) => agents !== null) ?? 0)] : []),
        ],
        16,
        height,
      ),
    [y, last, height, compared],
  );
  const short = at ? at.planned - at.required : 0;
  return (
    <>
      <defs>
        <Hatch id={hatch} />
      </defs>
      <YAxis
        ticks={layout.ticks.map((tick) => ({ at: y(tick), label: format(tick) }))}
        width={width}
        title={words.axis}
      />
      <XAxis ticks={ticks} width={width} y={height} />
      <path className="area-band" d={layout.band} />
      {layout.gaps.map((gap) => (
        <rect
          key={gap.index}
          x={gap.x}
          y={gap.y}
          width={gap.width}
          height={gap.height}
          className={gap.kind === 'over' ? 'mark-over' : undefined}
          fill={gap.kind === 'under' ? `url(#${hatch})` : undefined}
        />
      ))}
      {layout.compared && <path className="line line-compared" d={layout.compared} />}
      <path className="line line-required" d={layout.required} />
      <path className="line line-planned" d={layout.planned} />
      {at && focus !== null && (
        <g transform={`translate(${x(focus) + step / 2},0)`}>
          <line className="cursor-line" y1={y(Math.max(at.planned, at.required))} y2={height} />
          <circle className="handle" cy={y(at.planned)} r={6} />
          {Math.abs(short) > 1e-6 && (
            <text
              className={short < 0 ? 'text-under' : 'text-over label-strong'}
              y={y(Math.max(at.planned, at.required, at.assured)) - 8}
              textAnchor={focus > intervals.length - 3 ? 'end' : 'middle'}
            >
              {format(short, true)}
            </text>
          )}
        </g>
      )}
      <g transform={`translate(${width + 8},4)`}>
        <text className="text-planned label-strong" y={labels[0]}>
          {words.planned}
        </text>
        <text className="text-required label-strong" y={labels[1]}>
          {words.required}
        </text>
        <text y={labels[2]}>{words.band}</text>
        {compared && (
          <text className="text-compared" y={labels[3]}>
            {compared.word}
          </text>
        )}
      </g>
    </>
  );
}
