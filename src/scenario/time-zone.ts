/**
 * Offsets of a time zone from UTC, read from the platform's own zone data through `Intl`.
 *
 * Instants are epoch seconds; "local seconds" are what an epoch would be if the wall clock were UTC.
 */
import { DomainError } from '../errors.ts';
import { dayNumber } from '../numeric/civil-date.ts';
import { SECONDS_PER_DAY, type Seconds } from '../units.ts';

/** Local minus UTC, in seconds, at an instant. */
export type ZoneOffset = (epoch: Seconds) => Seconds;

/**
 * The offset function of an IANA time zone.
 * @throws {DomainError} if the platform does not know the zone
 */
export function zoneOffset(timeZone: string): ZoneOffset {
  const format = wallClockFormat(timeZone);
  if (format === null) throw new DomainError('zoneOffset', 'timeZone', timeZone, 'an IANA time zone');
  return (epoch) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(epoch * 1000)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return dayNumber(year, month, day) * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second - epoch;
  };
}

/** Whether the platform knows this IANA name. Fixed offsets such as `+02:00` are not names. */
export function isTimeZone(timeZone: string): boolean {
  return /^[A-Za-z]/.test(timeZone) && wallClockFormat(timeZone) !== null;
}

/**
 * First instant of a local day.
 *
 * Not always midnight: where the clock jumps from 00:00 to 01:00 the day starts at 01:00, and
 * where 00:00 occurs twice the first of them starts it. A day that a zone skipped altogether
 * starts, and ends, where the next one starts.
 */
export function startOfDay(day: number, offset: ZoneOffset): Seconds {
  const midnight = day * SECONDS_PER_DAY;
  const candidates = [
    midnight - offset(midnight - SECONDS_PER_DAY),
    midnight - offset(midnight + SECONDS_PER_DAY),
  ].toSorted((a, b) => a - b);
  const first = candidates.find((epoch) => epoch + offset(epoch) >= midnight);
  return first ?? midnight - offset(midnight);
}

/** The instant within (from, to) at which the offset changes from that of `from`; to the second. */
export function offsetChange(from: Seconds, to: Seconds, offset: ZoneOffset): Seconds {
  const before = offset(from);
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offset(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The clock of a zone in digits, remembered: to make one takes as long as ten questions to it. */
function wallClockFormat(timeZone: string): Intl.DateTimeFormat | null {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timeZone, format);
    return format;
  } catch {
    return null; // RangeError: unknown zone
  }
}
