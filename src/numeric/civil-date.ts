/**
 * The civil calendar as whole numbers: a day is the count of days since 1970-01-01.
 *
 * Wall-clock labels only, no time zone and no clock: a history file says `2026-03-29T02:30` and
 * that is what is meant, also on a daylight-saving day.
 *
 * Reference: H. Hinnant, "chrono-compatible low-level date algorithms" (days_from_civil), the
 * proleptic Gregorian calendar in eras of 400 years = 146,097 days.
 */
import { MINUTES_PER_DAY } from '../units.ts';

/** Whole days since 1970-01-01. */
export type DayNumber = number;
/** Monday 0 … Sunday 6. */
export type Weekday = number;

/** @example dayNumber(1970, 1, 1) // 0 */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  // years begin in March, so that the leap day comes last
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function civilDate(day: DayNumber): { year: number; month: number; day: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** 1970-01-01 was a Thursday. */
export function weekdayOf(day: DayNumber): Weekday {
  return (((day + 3) % 7) + 7) % 7;
}

const two = (n: number) => String(n).padStart(2, '0');

/** @example formatDate(0) // '1970-01-01' */
export function formatDate(day: DayNumber): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
}

/** @example formatStart(0, 90) // '1970-01-01T01:30' */
export function formatStart(day: DayNumber, minute: number): string {
  return `${formatDate(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** The day of `YYYY-MM-DD`; null when it is not written so or does not exist (30 February). */
export function parseDate(text: string): DayNumber | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1) return null;
  const number = dayNumber(year, month, day);
  const back = civilDate(number);
  return back.month === month && back.day === day ? number : null;
}

/** Day and minute of `YYYY-MM-DDTHH:MM`; null when it is not written so or does not exist. */
export function parseStart(text: string): { day: DayNumber; minute: number } | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/.exec(text);
  const day = match === null ? null : parseDate(match[1] ?? '');
  if (match === null || day === null) return null;
  const minute = Number(match[2]) * 60 + Number(match[3]);
  return Number(match[3]) < 60 && minute < MINUTES_PER_DAY ? { day, minute } : null;
}
