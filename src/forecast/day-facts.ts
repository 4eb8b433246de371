/** What the day models know about one day before they see its contacts: where it stands in the calendar. */
import { civilDate, dayNumber, weekdayOf, type DayNumber, type Weekday } from '../numeric/civil-date.ts';
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
  /** Position in week, month and year as regressors: see `featuresOf`. */
  readonly features: Float64Array;
};

const MONTH_HARMONICS = 3;
const YEAR_HARMONICS = 2;
const EDGE_DAYS = 2;
/** Regressors: the weekday, then the month, then the year from here on. */
export const MONTH_FROM = 7;
export const YEAR_FROM = MONTH_FROM + 2 * MONTH_HARMONICS + 2 * EDGE_DAYS;
export const FEATURES = YEAR_FROM + 2 * YEAR_HARMONICS;

/** Waves and edge marks scaled so that each has a mean square near 1 or below: one ridge suits all. */
function featuresOf(facts: Omit<DayFacts, 'features'>): Float64Array {
  const out = new Float64Array(FEATURES);
  out[facts.weekday] = 1;
  let at = MONTH_FROM;
  const wave = (turns: number) => {
    out[at++] = Math.SQRT2 * Math.cos(2 * Math.PI * turns);
    out[at++] = Math.SQRT2 * Math.sin(2 * Math.PI * turns);
  };
  for (let k = 1; k <= MONTH_HARMONICS; k++) wave(k * facts.monthShare);
  for (let k = 1; k <= EDGE_DAYS; k++) {
    out[at++] = facts.openFromStart === k ? 2 : 0;
    out[at++] = facts.openToEnd === k ? 2 : 0;
  }
  for (let k = 1; k <= YEAR_HARMONICS; k++) wave(k * facts.yearShare);
  return out;
}

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
    const fact = {
      day,
      weekday: weekdayOf(day),
      isClosed: isOpenWeekday[weekdayOf(day)] !== true,
      special: special.get(day) ?? null,
      openCount,
      monthShare: (dayOfMonth - 0.5) / (next - first),
      openFromStart,
      openToEnd,
      yearShare: (((day / DAYS_PER_YEAR) % 1) + 1) % 1,
    };
    facts.push({ ...fact, features: featuresOf(fact) });
  }
  return facts;
}
