/**
 * One formatter per unit. A number that does not exist is printed as an en dash, a wait without
 * end as the word for it; `NaN`, `Infinity` and `null` never reach the screen.
 *
 * Shares come in as [0, 1], durations as seconds, clock times as minutes after midnight, dates as
 * `YYYY-MM-DD`. No function here is handed a number that is already a percentage.
 */

export type Locale = 'en' | 'fr';
export type Maybe = number | null | undefined;

/** What stands where there is no number; `Num` gives it a spoken name. */
export const NOT_AVAILABLE = '–';

const NARROW_SPACE = '\u202F';
const MINUS = '\u2212';
/** An en dash between word joiners: a span of time stays on one line. */
const JOINER = '\u2060';
const JOINED_DASH = `${JOINER}–${JOINER}`;
const REGION = { en: 'en-GB', fr: 'fr-FR' } as const;
const NEVER = { en: 'never', fr: 'jamais' } as const;
const TO = { en: 'to', fr: 'à' };

export type Formats = ReturnType<typeof formatsFor>;

export function formatsFor(locale: Locale, currency: string) {
  const region = REGION[locale];
  const cache = new Map<string, Intl.NumberFormat>();

  function plain(value: number, options: Intl.NumberFormatOptions): string {
    const key = JSON.stringify(options);
    let format = cache.get(key);
    if (!format) {
      format = new Intl.NumberFormat(region, options);
      cache.set(key, format);
    }
    // Adding 0 turns a rounded-away "-0" into "0".
    return format.format(value + 0).replace('-', MINUS);
  }

  function decimals(value: number, digits: number, signed = false): string {
    const sign = signed ? ('exceptZero' as const) : ('negative' as const);
    return plain(value, { maximumFractionDigits: digits, minimumFractionDigits: digits, signDisplay: sign });
  }

  function upTo(value: number, digits: number, signed = false): string {
    const sign = signed ? ('exceptZero' as const) : ('negative' as const);
    return plain(value, { maximumFractionDigits: digits, signDisplay: sign });
  }

  /** `82 %`; a value that only rounds to 0 or 100 says `< 1 %` or `> 99 %`. */
  function share(value: Maybe, digits = 0): string {
    if (!isNumber(value)) return NOT_AVAILABLE;
    const least = 10 ** -digits;
    const shown = value * 100;
    if (shown > 0 && shown < least / 2) return `<${NARROW_SPACE}${percent(decimals(least, digits))}`;
    if (shown < 100 && shown > 100 - least / 2)
      return `>${NARROW_SPACE}${percent(decimals(100 - least, digits))}`;
    return percent(decimals(shown, digits));
  }

  /** So many digits, that numbers stand below each other; none at all is just 0. */
  function plusOrMinus(value: number, digits: number): string {
    return Math.abs(value) < 0.5 * 10 ** -digits ? '0' : decimals(value, digits, true);
  }

  /** A change as a percentage: `+15 %`; from a factor, 1.15. */
  function change(factor: Maybe, digits = 0): string {
    return isNumber(factor) ? percent(plusOrMinus((factor - 1) * 100, digits)) : NOT_AVAILABLE;
  }

  /** A difference between two shares, in percentage points: `+1.8`. */
  function points(difference: Maybe, digits = 1): string {
    return isNumber(difference) ? plusOrMinus(difference * 100, digits) : NOT_AVAILABLE;
  }

  /** Always in seconds, as the trade writes handle times: `312 s`. */
  function seconds(value: Maybe, digits = 0): string {
    if (value === Infinity) return NEVER[locale];
    if (!isNumber(value)) return NOT_AVAILABLE;
    return `${upTo(value, Math.abs(value) < 10 ? Math.max(1, digits) : digits)}${NARROW_SPACE}s`;
  }

  /** A measured duration: `39 s`, `3:10`, `4.5 h`, `3 d`. */
  function duration(value: Maybe): string {
    if (!isNumber(value) || value < 59.5) return seconds(value);
    if (value < 3599.5) {
      const whole = Math.round(value);
      return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
    }
    return `${upTo(value / 3600, value < 36_000 ? 1 : 0)}${NARROW_SPACE}h`;
  }

  /** A limit someone chose: `20 s`, `5 min`, `24 h`. */
  function limit(value: Maybe): string {
    if (!isNumber(value) || value < 60) return seconds(value);
    if (value % 3600 === 0) return `${upTo(value / 3600, 0)}${NARROW_SPACE}h`;
    return value % 60 === 0 && value < 7200 ? `${upTo(value / 60, 0)}${NARROW_SPACE}min` : duration(value);
  }

  /**
   * Half the width of a range, in the unit of its value: `± 1.6` points, `± 3` seconds, `± 1:12`; beside
   * minutes or hours with a unit of its own, `± 50 s`. A share that may be none or all has a range on one
   * side only: `(≥ 96 %)`.
   */
  function plusMinus(low: Maybe, high: Maybe, unit: 'share' | 'duration' | 'count'): string {
    if (!isNumber(low) || !isNumber(high)) return '';
    const half = (high - low) / 2;
    if (half < (unit === 'share' ? 0.0005 : 0.05)) return '';
    if (unit === 'share') {
      // A whole range from none to all says nothing on either side.
      if (high >= 0.995 && low > 0.005) return `(≥${NARROW_SPACE}${share(low, low > 0.95 ? 1 : 0)})`;
      if (low <= 0.005 && high < 0.995) return `(≤${NARROW_SPACE}${share(high, high < 0.05 ? 1 : 0)})`;
      return `±${NARROW_SPACE}${upTo(half * 100, half < 0.0995 ? 1 : 0)}`;
    }
    if (unit === 'count') return `±${NARROW_SPACE}${count(half)}`;
    const middle = (low + high) / 2;
    if (half < 59.5) {
      const figure = upTo(half, half < 10 ? 1 : 0);
      return `±${NARROW_SPACE}${middle < 59.5 ? figure : `${figure}${NARROW_SPACE}s`}`;
    }
    if (middle >= 3599.5 && half < 3599.5) return `±${NARROW_SPACE}${upTo(half / 60, 0)}${NARROW_SPACE}min`;
    return `±${NARROW_SPACE}${duration(half)}`;
  }

  /** From the one to the other: `61 %–85 %`; in words where a sign of an end would read as an arrow. */
  function shareRange(low: Maybe, high: Maybe): string {
    const ends = [share(low), share(high)];
    return ends.join(ends.some((end) => /[<>]/.test(end)) ? ` ${TO[locale]} ` : '–');
  }

  /** Cents below 100, unless `decimals` says how many: figures of one column or picture show the same. */
  function money(value: Maybe, signed = false, decimals?: 0 | 2): string {
    if (!isNumber(value)) return NOT_AVAILABLE;
    const digits = decimals ?? (Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 2);
    const text = plain(value, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: signed ? 'exceptZero' : 'negative',
    });
    // Lines break between a sign and a currency symbol unless they are joined.
    return text.replace(/^([+\u2212])(?=\D)/u, `$1${JOINER}`);
  }

  /** Contacts, expected or counted: whole from 10 on, else one decimal. */
  function count(value: Maybe, signed = false): string {
    return isNumber(value) ? upTo(value, Math.abs(value) < 9.95 ? 1 : 0, signed) : NOT_AVAILABLE;
  }

  /** Agents on the floor; fractions only where a model gives them. */
  function agents(value: Maybe, signed = false): string {
    return isNumber(value) ? upTo(value, 1, signed) : NOT_AVAILABLE;
  }

  /** One decimal, always; a change that reads as nought is "0", as in every unit. */
  function fte(value: Maybe, signed = false): string {
    if (!isNumber(value)) return NOT_AVAILABLE;
    return signed && Math.abs(value) < 0.05 ? upTo(0, 0) : decimals(value, 1, signed);
  }

  /** A change of FTE; null where it would read as nought. */
  function fteChange(value: number): string | null {
    return Math.abs(value) < 0.05 ? null : fte(value, true);
  }

  /** A bare number with at most `digits` decimals: erlangs, axis ticks, factors. */
  function number(value: Maybe, digits = 1): string {
    return isNumber(value) ? upTo(value, digits) : NOT_AVAILABLE;
  }

  /** `08:30`, `08:00`; in French `8 h 30`, `8 h`, in a sentence as on an axis. */
  function clock(minutes: Maybe): string {
    if (!isNumber(minutes)) return NOT_AVAILABLE;
    const hour = Math.floor(minutes / 60);
    const minute = String(Math.round(minutes % 60)).padStart(2, '0');
    if (locale === 'en') return `${String(hour).padStart(2, '0')}:${minute}`;
    const full = `${hour}${NARROW_SPACE}h`;
    return minute === '00' ? full : `${full}${NARROW_SPACE}${minute}`;
  }

  const clockRange = (from: Maybe, to: Maybe): string => `${clock(from)}${JOINED_DASH}${clock(to)}`;

  const dates = new Map<string, Intl.DateTimeFormat>();

  // Making a date format costs a tenth of a millisecond or more: one per shape, not one per date.
  function inCalendar(date: string, options: Intl.DateTimeFormatOptions): string {
    const day = new Date(`${date}T00:00:00Z`);
    if (Number.isNaN(day.getTime())) return NOT_AVAILABLE;
    const key = JSON.stringify(options);
    let format = dates.get(key);
    if (!format) {
      format = new Intl.DateTimeFormat(region, { ...options, timeZone: 'UTC' });
      dates.set(key, format);
    }
    const text = format.format(day);
    return locale === 'fr' && options.day !== undefined ? text.replace(/^1(?= )/, '1er') : text;
  }

  /** `Monday`, `lundi`: as it stands inside a sentence. */
  const weekday = (date: string): string => inCalendar(date, { weekday: 'long' });

  /** `Mon`, `Lun`: as it stands on a tab or an axis. */
  function weekdayShort(date: string): string {
    const name = inCalendar(date, { weekday: 'short' }).replace('.', '');
    return name.charAt(0).toUpperCase() + name.slice(1);
  }

  /** `23 November`. */
  const day = (date: string): string => inCalendar(date, { day: 'numeric', month: 'long' });
  /** `23 Nov`. */
  const dayShort = (date: string): string => inCalendar(date, { day: 'numeric', month: 'short' });
  /** `23 November 2026`. */
  const date = (value: string): string =>
    inCalendar(value, { day: 'numeric', month: 'long', year: 'numeric' });

  return {
    locale,
    currency,
    share,
    change,
    points,
    seconds,
    duration,
    limit,
    plusMinus,
    shareRange,
    money,
    count,
    agents,
    fte,
    fteChange,
    number,
    clock,
    clockRange,
    weekday,
    weekdayShort,
    day,
    dayShort,
    date,
  };
}

function percent(number: string): string {
  return `${number}${NARROW_SPACE}%`;
}

function isNumber(value: Maybe): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
