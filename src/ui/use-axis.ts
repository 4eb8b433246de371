/** The time axis of the open scenario, and the labels its charts share. */
import { useMemo } from 'react';
import { buildAxis, type Axis } from '../scenario/axis.ts';
import type { Calendar } from '../scenario/schema.ts';
import { labelStep } from './charts/scales.ts';
import type { Formats } from './format.ts';
import { useApp } from './use-app.ts';

export function useAxis(): Axis {
  const calendar = useApp((state) => state.scenario.calendar);
  return useMemo(() => buildAxis(calendar), [calendar]);
}

export function intervalMinutes(calendar: Calendar | Axis): number {
  return 'slotsPerDay' in calendar ? 1440 / calendar.slotsPerDay : calendar.intervalMinutes;
}

/** Clock labels under `slots` intervals that begin with slot `first`: as many as fit. */
export function clockTicks(axis: Axis, first: number, slots: number, f: Formats) {
  const minutes = intervalMinutes(axis);
  const perHour = 60 / minutes;
  return (width: number): { edge: number; label: string }[] => {
    const hours = slots / perHour;
    const step = labelStep(hours, width, 56, [1, 2, 3, 4, 6, 12]) * perHour;
    const labels = [];
    const start = Math.ceil(first / perHour) * perHour;
    for (let slot = start; slot <= first + slots; slot += step) {
      labels.push({ edge: slot - first, label: f.clock(slot * minutes) });
    }
    return labels;
  };
}

/** The same for a run of real intervals, of which an autumn day may hold an hour twice. */
export function intervalTicks(axis: Axis, intervals: readonly number[], f: Formats) {
  const minutes = intervalMinutes(axis);
  return (width: number): { edge: number; label: string }[] => {
    const hours = (intervals.length * minutes) / 60;
    const step = labelStep(hours, width, 56, [1, 2, 3, 4, 6, 12]) * 60;
    const labels = intervals.flatMap((interval, edge) => {
      const at = (axis.intervals[interval]?.slot ?? 0) * minutes;
      return at % step === 0 ? [{ edge, label: f.clock(at) }] : [];
    });
    const end = ((axis.intervals[intervals.at(-1) ?? 0]?.slot ?? 0) + 1) * minutes;
    return end % step === 0 ? [...labels, { edge: intervals.length, label: f.clock(end) }] : labels;
  };
}
