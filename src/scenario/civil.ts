/**
 * Civil dates and clock times as integers: the proleptic Gregorian calendar, no time zone, no `Date`.
 *
 * A day is its number since 1970-01-01; a time of day is minutes since midnight.
 * Reference: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil).
 */
import { MINUTES_PER_DAY } from '../units.ts';

const DAYS_PER_ERA = 146_097; // 400 years
const EPOCH_SHIFT = 719_468; // 0000-03-01 to 1970-01-01

/** Days from 1970-01-01 to a date of the Gregorian calendar; the date is taken to exist. */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT;
}

/**
 * `YYYY-MM-DD` of a day number.
 * @example formatDay(0) // '1970-01-01'
 */
export function formatDay(day: number): string {
  const shifted = day + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

/** Day number of `YYYY-MM-DD`, or null when the text has another form or the date does not exist. */
export function parseDay(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const day = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
  // 30 February counts on into March and comes back as another text
  return formatDay(day) === text ? day : null;
}

/** ISO weekday from 0 (Monday) to 6 (Sunday). */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7; // 1970-01-01 was a Thursday
}

/**
 * Minutes since midnight of `HH:MM`, or null when it is no time of day.
 * @param latest the last minute accepted; 24:00 unless said (a shift may run past midnight)
 */
export function parseClock(text: string, latest: number = MINUTES_PER_DAY): number | null {
  const match = /^(\d{2}):([0-5]\d)$/.exec(text);
  if (match === null) return null;
  const minute = Number(match[1]) * 60 + Number(match[2]);
  return minute <= latest ? minute : null;
}

/** `HH:MM` of minutes since midnight; hours go on past 24. */
export function formatClock(minute: number): string {
  return `${pad(Math.floor(minute / 60), 2)}:${pad(minute % 60, 2)}`;
}

/** Day number and minute of a local `YYYY-MM-DDTHH:MM`, or null. */
export function parseDayTime(text: string): { readonly day: number; readonly minute: number } | null {
  const [date = '', clock = '', ...rest] = text.split('T');
  const day = parseDay(date);
  const minute = parseClock(clock);
  return day === null || minute === null || rest.length > 0 ? null : { day, minute };
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
