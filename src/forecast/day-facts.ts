/** What the day models know about one day before they see its contacts: where it stands in the calendar. */
import { civilDate, dayNumber, weekdayOf, type DayNumber, type Weekday } from './civil-date.ts';
import type { Series } from './series.ts';

export type DayFacts = {
  readonly day: DayNumber;
  readonly weekday: Weekday;
  /** No slot of this weekday is ever open. */
  readonly isClosed: boolean;
  /** Label of a marked day. */
  readonly special: string | null;
  /** Open days counted from the first day of the series: the clock of everything that carries over. */
  readonly openCount: number;
  /** Share of the month gone at noon, in (0, 1). */
  readonly monthShare: number;
  /** Open days of the month up to and including this one, and from this one to its end. */
  readonly openFromStart: number;
  readonly openToEnd: number;
  /** Share of the year gone. */
  readonly yearShare: number;
};

const DAYS_PER_YEAR = 365.2425;

/** Facts of `count` days from the first day of the series, also beyond its end. */
export function dayFacts(series: Series, count: number): DayFacts[] {
  const { firstDay, slotsPerDay, closed, special } = series;
  const isOpenWeekday = Array.from({ length: 7 }, (_, weekday) =>
    closed.subarray(weekday * slotsPerDay, (weekday + 1) * slotsPerDay).includes(0),
  );
  const isOpen = (day: DayNumber) => isOpenWeekday[weekdayOf(day)] === true && !special.has(day);
  const facts: DayFacts[] = [];
  let openCount = 0;
  for (let i = 0; i < count; i++) {
    const day = firstDay + i;
    const { year, month, day: dayOfMonth } = civilDate(day);
    const first = day - dayOfMonth + 1;
    const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
    let openFromStart = 0;
    for (let d = first; d <= day; d++) if (isOpen(d)) openFromStart++;
    let openToEnd = 0;
    for (let d = day; d < next; d++) if (isOpen(d)) openToEnd++;
    if (isOpen(day)) openCount++;
    facts.push({
      day,
      weekday: weekdayOf(day),
      isClosed: isOpenWeekday[weekdayOf(day)] !== true,
      special: special.get(day) ?? null,
      openCount,
      monthShare: (dayOfMonth - 0.5) / (next - first),
      openFromStart,
      openToEnd,
      yearShare: (((day / DAYS_PER_YEAR) % 1) + 1) % 1,
    });
  }
  return facts;
}
