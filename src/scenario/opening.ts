/** When a channel is open: from weekly hours and holidays to intervals and to spans of time. */
import { MINUTES_PER_DAY, type Seconds } from '../units.ts';
import type { Axis } from './axis.ts';
import { parseClock } from './civil.ts';
import type { Channel, ChannelKind, WeekHours } from './schema.ts';

/** A stretch of time [from, to) in elapsed seconds of the axis. */
export type Span = { readonly from: Seconds; readonly to: Seconds };

/** E-mails, social contacts and callbacks wait for opening; on other channels a customer meets a closed door. */
export function isDeferred(kind: ChannelKind): boolean {
  return kind === 'email' || kind === 'social' || kind === 'callback';
}

/** Whether the channel is open in at least a part of each interval of the axis. Holidays are closed. */
export function openIntervals(axis: Axis, hours: WeekHours): boolean[] {
  const intervalMinutes = MINUTES_PER_DAY / axis.slotsPerDay;
  const open = axis.days.map(({ weekday, holiday }) => {
    const slots = new Uint8Array(axis.slotsPerDay);
    if (holiday) return slots;
    for (const { from, to } of minuteSpans(hours, weekday))
      slots.fill(1, Math.floor(from / intervalMinutes), Math.ceil(to / intervalMinutes));
    return slots;
  });
  return axis.intervals.map(({ day, slot }) => open[day]?.[slot] === 1);
}

/**
 * Open stretches in elapsed seconds, ascending; those that touch are one, so round-the-clock
 * opening is a single span.
 */
export function openSpans(axis: Axis, hours: WeekHours): Span[] {
  const merged: Span[] = [];
  axis.days.forEach(({ weekday, holiday }, day) => {
    if (holiday) return;
    for (const minutes of minuteSpans(hours, weekday)) {
      const from = axis.at(day, minutes.from);
      const to = axis.at(day, minutes.to);
      if (to <= from) continue; // lies in the hour that the clock skips
      const last = merged.at(-1);
      if (last !== undefined && last.to >= from) merged[merged.length - 1] = { from: last.from, to };
      else merged.push({ from, to });
    }
  });
  return merged;
}

/** Hours and weekdays at which customers may come: those it is open, and all where contacts wait or it never is. */
export function openTimes({ kind, open }: Pick<Channel, 'kind' | 'open'>): {
  readonly byHour: readonly number[];
  readonly byWeekday: readonly number[];
} {
  const always = isDeferred(kind) || open.every((spans) => spans.length === 0);
  const spans = open.map((_, weekday) => minuteSpans(open, weekday));
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, k) => k);
  return {
    byHour: numbers(24).filter(
      (hour) =>
        always || spans.some((own) => own.some(({ from, to }) => from < (hour + 1) * 60 && to > hour * 60)),
    ),
    byWeekday: numbers(7).filter((weekday) => always || (spans[weekday] ?? []).length > 0),
  };
}

function minuteSpans(hours: WeekHours, weekday: number): { from: number; to: number }[] {
  return (hours[weekday] ?? [])
    .map(([from, to]) => ({ from: parseClock(from) ?? 0, to: parseClock(to) ?? 0 }))
    .toSorted((a, b) => a.from - b.from);
}
