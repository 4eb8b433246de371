/** Which of the marked days concern a channel. */
import type { SpecialDay as Mark } from '../forecast/series.ts';
import type { SpecialDay } from './schema.ts';

/** Its own marks, and those of all channels on days without one. */
export function specialDaysOf(
  marks: readonly SpecialDay[] | undefined,
  channel: string | null,
): readonly SpecialDay[] {
  const concerned = (marks ?? []).filter((mark) => mark.channel === undefined || mark.channel === channel);
  const own = new Set(concerned.flatMap((mark) => (mark.channel === undefined ? [] : [mark.date])));
  return concerned.filter((mark) => mark.channel !== undefined || !own.has(mark.date));
}

/** The same for a forecast. */
export function forecastMarks(marks: readonly SpecialDay[] | undefined, channel: string): readonly Mark[] {
  return specialDaysOf(marks, channel).map(({ date, name }) => ({ date, label: name }));
}
