/** What a list of days would change in the marks of a scenario. */
import type { ListedDay } from '../../../history/listed-day.ts';
import { formatDate, parseDate } from '../../../numeric/civil-date.ts';
import type { Scenario, SpecialDay, SpecialKind } from '../../../scenario/schema.ts';

export type ListedChange = ListedDay & {
  /** `replaced`: the place has a mark of another name, `before`. `repeated`: the list says it anew further down. */
  readonly effect: 'added' | 'there' | 'replaced' | 'repeated';
  readonly before?: string;
};

export type ListChange = {
  readonly rows: readonly ListedChange[];
  /** The marks then, in the order of the calendar. */
  readonly next: readonly SpecialDay[];
};

const placeOf = ({ date, channel }: Pick<ListedDay, 'date' | 'channel'>) => `${date} ${channel ?? ''}`;

/** Later rows of a place in the stead of earlier ones; a name that is there keeps its kind. O(n log n). */
export function listChange(
  marks: readonly SpecialDay[],
  days: readonly ListedDay[],
  kind: SpecialKind,
): ListChange {
  const next = new Map(marks.map((mark) => [placeOf(mark), mark]));
  const kinds = new Map(marks.map((mark) => [mark.name, mark.kind]));
  const last = new Map(days.map((day, index) => [placeOf(day), index]));
  const rows = days.map((day, index): ListedChange => {
    const place = placeOf(day);
    if (last.get(place) !== index) return { ...day, effect: 'repeated' };
    const before = next.get(place);
    if (before?.name === day.label) return { ...day, effect: 'there' };
    const { date, label: name, channel } = day;
    next.set(place, {
      date,
      kind: kinds.get(name) ?? kind,
      name,
      ...(channel === undefined ? {} : { channel }),
    });
    return before ? { ...day, effect: 'replaced', before: before.name } : { ...day, effect: 'added' };
  });
  return {
    rows,
    next: [...next.values()].toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date))),
  };
}

/** First day of the histories behind the channels and last day planned. */
export function knownSpan({ calendar, channels }: Pick<Scenario, 'calendar' | 'channels'>) {
  const firsts = channels.flatMap(({ demand: { source } }) =>
    source.kind === 'forecast' ? [source.history.from.slice(0, 10)] : [],
  );
  return {
    from: [calendar.start, ...firsts].reduce((a, b) => (b < a ? b : a)),
    to: formatDate((parseDate(calendar.start) ?? 0) + calendar.days - 1),
  };
}
