/**
 * Dates and times as people and machines write them, read into wall-clock minutes since 1970.
 *
 * `2016-02-29T01:16`, with seconds, `Z` or an offset; `29/02/2016 01h16`; `2/29/2016 1:16:00 PM`;
 * `29.02.16`; `20160229`; `29 févr. 2016`; a worksheet's serial number 42429.05. A date that does
 * not exist is refused, never rolled over and never replaced.
 */
import { dayNumber } from '../numeric/civil-date.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import type { DateOrder } from './mapping.ts';

export type StampProblem =
  | 'dateMissing'
  | 'dateUnreadable'
  | 'dateDoesNotExist'
  /** Before 1970 or after 2199. */
  | 'dateImplausible'
  | 'timeUnreadable';

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** 1970-01-01 as a worksheet's serial number. */
const SERIAL_1970 = 25_569;
const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;
const DAY_MONTH_YEAR =
  /^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:er|st|nd|rd|th)?[\s.-]+(?:de\s+)?(\p{L}{3,})\.?[\s,.-]+(\d{4}|\d{2})(?!\d)/u;
const MONTH_DAY_YEAR =
  /^(?:\p{L}+\.?,?\s+)?(\p{L}{3,})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4})(?!\d)/u;
const YEAR_MONTH_DAY = /^(\d{4})[\s-](\p{L}{3,})\.?[\s-](\d{1,2})(?!\d)/u;

/** Reads one stamp at a time into its fields, so that a million rows allocate nothing. */
export class StampReader {
  /** Minutes since 1970-01-01T00:00 as written (in UTC when `hasOffset`), or since midnight for a time alone. */
  minutes = 0;
  /** Seconds past that minute. */
  seconds = 0;
  hasTime = false;
  hasOffset = false;
  private readonly order: DateOrder;
  private text = '';
  private at = 0;
  /** How many characters the last number had. */
  private digits = 0;
  private yearFirst = false;

  constructor(order: DateOrder) {
    this.order = order;
  }

  /** A date, with or without a time. */
  read(text: string): StampProblem | null {
    this.begin(text);
    if (this.at >= this.text.length) return 'dateMissing';
    const problem = this.date();
    this.skipSpace();
    if (problem !== null || this.at >= this.text.length) return problem;
    const midnight = this.minutes;
    if ('Tt,_à'.includes(this.text.charAt(this.at))) this.at++;
    this.skipSpace();
    const wrong = this.timeOfDay();
    this.minutes += midnight;
    return wrong;
  }

  /** A time of day alone: `09:30`, `9h`, `0930`, `9:30 PM`, the hour `9`, or the start of `09:00-09:30`. */
  readTime(text: string): StampProblem | null {
    this.begin(text);
    // whatever is longer holds more than an hour
    const hour = text.length > 4 ? null : /^\s*(\d{1,2})\s*$/.exec(text);
    if (hour === null) return this.timeOfDay();
    this.hasTime = true;
    this.minutes = Number(hour[1]) * 60;
    return this.minutes > MINUTES_PER_DAY ? 'timeUnreadable' : null;
  }

  private begin(text: string): void {
    this.text = text;
    this.at = 0;
    this.minutes = 0;
    this.seconds = 0;
    this.hasTime = false;
    this.hasOffset = false;
    this.yearFirst = false;
    this.skipSpace();
  }

  private skipSpace(): void {
    for (; this.at < this.text.length; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 32 && code !== 0xa0 && code !== 0x202f && code !== 9) return;
    }
  }

  private isDigitAt(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code >= 48 && code <= 57;
  }

  private number(): number {
    const from = this.at;
    let value = 0;
    for (; this.isDigitAt(this.at); this.at++) value = value * 10 + this.text.charCodeAt(this.at) - 48;
    this.digits = this.at - from;
    return value;
  }

  /** Past one separator of numbers in a date; false when something else stands there. */
  private separator(): boolean {
    const mark = this.text.charAt(this.at);
    if (mark !== '-' && mark !== '/' && mark !== '.' && mark !== ' ') return false;
    this.at++;
    this.skipSpace();
    return this.isDigitAt(this.at);
  }

  private date(): StampProblem | null {
    if (!this.isDigitAt(this.at)) return this.namedDate();
    const from = this.at;
    const first = this.number();
    const firstDigits = this.digits;
    if (firstDigits === 8) return this.compactDate(first);
    if (firstDigits === 5) return this.serialDate(first);
    if (firstDigits > 4) return 'dateUnreadable';
    if (!this.separator()) {
      this.at = from;
      return this.namedDate();
    }
    const second = this.number();
    if (this.digits > 2 || !this.separator()) return 'dateUnreadable';
    const third = this.number();
    if (firstDigits === 4 || (this.order === 'ymd' && this.digits <= 2)) {
      this.yearFirst = true;
      return this.digits > 2 ? 'dateUnreadable' : this.civil(fullYear(first, firstDigits), second, third);
    }
    if ((this.digits !== 4 && this.digits !== 2) || firstDigits > 2) return 'dateUnreadable';
    const year = fullYear(third, this.digits);
    return this.order === 'mdy' ? this.civil(year, first, second) : this.civil(year, second, first);
  }

  /** `29 févr. 2016`, `Feb 29, 2016`, `2016-Feb-29`, and a weekday's name before any date. */
  private namedDate(): StampProblem | null {
    const rest = this.text.slice(this.at);
    const [form, year, month, day] = DAY_MONTH_YEAR.test(rest)
      ? ([DAY_MONTH_YEAR, 3, 2, 1] as const)
      : MONTH_DAY_YEAR.test(rest)
        ? ([MONTH_DAY_YEAR, 3, 1, 2] as const)
        : ([YEAR_MONTH_DAY, 1, 2, 3] as const);
    const match = form.exec(rest);
    if (match !== null) {
      const named = monthOf(match[month] ?? '');
      if (named === 0) return 'dateUnreadable';
      this.at += match[0].length;
      const written = match[year] ?? '';
      return this.civil(fullYear(Number(written), written.length), named, Number(match[day]));
    }
    const weekday = /^\p{L}+\.?,?\s+(?=\d)/u.exec(rest);
    if (weekday === null) return 'dateUnreadable';
    this.at += weekday[0].length;
    return this.date();
  }

  private compactDate(digits: number): StampProblem | null {
    const [high, middle, low] = [Math.floor(digits / 10_000), Math.floor(digits / 100) % 100, digits % 100];
    if (high >= FIRST_YEAR && high <= LAST_YEAR) {
      this.yearFirst = true;
      return this.civil(high, middle, low);
    }
    const [first, second, year] = [Math.floor(digits / 1_000_000), high % 100, digits % 10_000];
    return this.order === 'mdy' ? this.civil(year, first, second) : this.civil(year, second, first);
  }

  private serialDate(day: number): StampProblem | null {
    const fraction = /^[.,]\d+$/.exec(this.text.slice(this.at).trimEnd());
    if (day <= SERIAL_1970) return 'dateImplausible';
    this.minutes = (day - SERIAL_1970) * MINUTES_PER_DAY;
    if (fraction === null) return null;
    this.hasTime = true;
    this.at = this.text.length;
    // the fraction of a day is rounded to the second, or 00:30 would come out as 00:29:59.99
    const seconds = Math.round(Number(`0.${fraction[0].slice(1)}`) * 86_400);
    this.minutes += Math.floor(seconds / 60);
    this.seconds = seconds % 60;
    return null;
  }

  private civil(year: number, month: number, day: number): StampProblem | null {
    if (month < 1 || month > 12 || day < 1 || day > (DAYS_IN_MONTH[month - 1] ?? 0))
      return 'dateDoesNotExist';
    if (month === 2 && day === 29 && !(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)))
      return 'dateDoesNotExist';
    if (year < FIRST_YEAR || year > LAST_YEAR) return 'dateImplausible';
    this.minutes = dayNumber(year, month, day) * MINUTES_PER_DAY;
    return null;
  }

  /** From the cursor to the end of the text. */
  private timeOfDay(): StampProblem | null {
    let hour = this.number();
    const hourDigits = this.digits;
    let minute = 0;
    if (hourDigits === 6) {
      this.seconds = hour % 100;
      minute = Math.floor(hour / 100) % 100;
      hour = Math.floor(hour / 10_000);
    } else if (hourDigits === 3 || hourDigits === 4) {
      minute = hour % 100;
      hour = Math.floor(hour / 100);
    } else if (hourDigits < 1 || hourDigits > 2) return 'timeUnreadable';
    else {
      const mark = this.text.charAt(this.at);
      const named = mark === 'h' || mark === 'H';
      if (named || mark === ':' || (mark === '.' && this.isDigitAt(this.at + 1))) {
        this.at++;
        if (named) this.skipSpace();
        minute = this.number();
        if (this.digits === 0 ? !named : this.digits !== 2) return 'timeUnreadable';
      } else if (!/[ap]/i.test(this.text.slice(this.at).trimStart().charAt(0))) return 'timeUnreadable';
      if (this.isDigitAt(this.at + 1) && ":.m'".includes(this.text.charAt(this.at))) {
        this.at++;
        this.seconds = this.number();
        if (this.isDigitAt(this.at + 1) && '.,'.includes(this.text.charAt(this.at))) {
          this.at++;
          this.number();
        }
      }
    }
    if (minute > 59 || this.seconds > 59) return 'timeUnreadable';
    if (this.at < this.text.length) {
      const rest = this.text.slice(this.at);
      const half = /^\s*([ap])\.?\s?m\.?(?!\p{L})/iu.exec(rest);
      if (half !== null) {
        if (hour < 1 || hour > 12) return 'timeUnreadable';
        hour = (hour % 12) + (half[1]?.toLowerCase() === 'p' ? 12 : 0);
        this.at += half[0].length;
      }
    }
    // 24:00 ends a day
    if (hour > 24 || (hour === 24 && (minute > 0 || this.seconds > 0))) return 'timeUnreadable';
    this.minutes = hour * 60 + minute;
    this.hasTime = true;
    return this.at < this.text.length ? this.ending(this.text.slice(this.at)) : null;
  }

  /** What may follow a time: an offset, or the end of the interval, which says nothing new. */
  private ending(rest: string): StampProblem | null {
    // `…T09:00Z/2016-02-29T09:30Z` names both ends
    const trimmed = rest.replace(/\/\d{4}-.*$/, '').trim();
    if (trimmed === '' || /^['"ms]$/.test(trimmed)) return null;
    if (/^(?:z|utc|gmt)$/i.test(trimmed)) {
      this.hasOffset = true;
      return null;
    }
    const offset = /^(?:utc|gmt)?([+-])(\d{2}):?(\d{2})?$/i.exec(trimmed);
    // `09:00-09:30` is a span; `2016-02-29T09:00-05:00` an offset
    if (offset !== null && (offset[1] === '+' || (this.yearFirst && rest.startsWith('-')))) {
      this.hasOffset = true;
      const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
      if (minutes > 15 * 60) return 'timeUnreadable';
      this.minutes -= offset[1] === '-' ? -minutes : minutes;
      return null;
    }
    // the name of a local clock, `CET`, says nothing new either
    return /^(?:(?:[-–—]|to|à|a|bis)\s*\d|[A-Z]{3,4}$)/i.test(trimmed) ? null : 'timeUnreadable';
  }
}

function fullYear(written: number, digits: number): number {
  if (digits > 2) return written;
  return written < 70 ? 2000 + written : 1900 + written;
}

const MONTH_STEMS: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'fev'],
  ['mar'],
  ['apr', 'avr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aou'],
  ['sep'],
  ['oct'],
  ['nov'],
  ['dec'],
];

/** 1 to 12 for an English or French name or its abbreviation, 0 for any other word. */
function monthOf(word: string): number {
  const bare = word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return MONTH_STEMS.findIndex((stems) => stems.some((stem) => bare.startsWith(stem))) + 1;
}
