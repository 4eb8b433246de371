/** The list of marked days: one mark per date, in the order of the calendar. */
import type { SpecialDay, SpecialKind } from '../../../scenario/schema.ts';

export function withDay(marks: readonly SpecialDay[], day: SpecialDay): SpecialDay[] {
  return [...marks.filter(({ date }) => date !== day.date), day].toSorted((a, b) =>
    a.date < b.date ? -1 : 1,
  );
}

export function withoutDay(marks: readonly SpecialDay[], date: string): SpecialDay[] {
  return marks.filter((mark) => mark.date !== date);
}

/** With the holidays that are not marked as anything yet. */
export function withHolidays(
  marks: readonly SpecialDay[],
  holidays: readonly { readonly date: string; readonly name: string }[],
): SpecialDay[] {
  return holidays.reduce<SpecialDay[]>(
    (list, { date, name }) =>
      list.some((mark) => mark.date === date) ? list : withDay(list, { date, kind: 'holiday', name }),
    [...marks],
  );
}

export type MarkedDays = {
  readonly name: string;
  readonly kind: SpecialKind;
  readonly dates: readonly string[];
};

/** By name: days of one name share one effect. */
export function markedDays(marks: readonly SpecialDay[]): MarkedDays[] {
  const groups = new Map<string, { name: string; kind: SpecialKind; dates: string[] }>();
  for (const { name, kind, date } of marks) {
    const group = groups.get(name) ?? { name, kind, dates: [] };
    group.dates.push(date);
    groups.set(name, group);
  }
  return [...groups.values()];
}
