/** A span of a day in words: `Monday 10:00–12:30`. */
import type { Axis } from '../../scenario/axis.ts';
import type { Formats } from '../format.ts';
import { minutesOf } from './shortages.ts';

export function when(span: { readonly from: number; readonly to: number }, axis: Axis, f: Formats): string {
  const day = axis.days[axis.intervals[span.from]?.day ?? 0];
  const [from, to] = minutesOf(span, axis);
  return `${day ? f.weekday(day.date) : ''} ${f.clockRange(from, to)}`;
}

/** With a capital, where it begins a line. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
