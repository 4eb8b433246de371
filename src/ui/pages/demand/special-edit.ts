/** The list of marked days: one mark per date for all channels and one for each, in the order of the calendar. */
import type { SpecialDay, SpecialKind } from '../../../scenario/schema.ts';

/** A date with whom it concerns; no channel: all of them. */
export type Place = Pick<SpecialDay, 'date' | 'channel'>;

const isAt = (mark: SpecialDay, { date, channel }: Place) => mark.date === date && mark.channel === channel;

export function withDay(marks: readonly SpecialDay[], day: SpecialDay): SpecialDay[] {
  return [...withoutDay(marks, day), day].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

export function withoutDay(marks: readonly SpecialDay[], place: Place): SpecialDay[] {
  return marks.filter((mark) => !isAt(mark, place));
}

/** With the holidays, which concern all channels, that are not marked as anything yet. */
export function withHolidays(
  marks: readonly SpecialDay[],
  holidays: readonly { readonly date: string; readonly name: string }[],
): SpecialDay[] {
  return holidays.reduce<SpecialDay[]>(
    (list, { date, name }) =>
      list.some((mark) => isAt(mark, { date })) ? list : withDay(list, { date, kind: 'holiday', name }),
    [...marks],
  );
}

export type MarkedDays = {
  readonly name: string;
  readonly kind: SpecialKind;
  readonly days: readonly Place[];
};

/** By name: days of one name share one effect. */
export function markedDays(marks: readonly SpecialDay[]): MarkedDays[] {
  const groups = new Map<string, { name: string; kind: SpecialKind; days: Place[] }>();
  for (const { name, kind, date, channel } of marks) {
    const group = groups.get(name) ?? { name, kind, days: [] };
    group.days.push(channel === undefined ? { date } : { date, channel });
    groups.set(name, group);
  }
  return [...groups.values()];
}
