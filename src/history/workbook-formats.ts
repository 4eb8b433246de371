/**
 * What a number in a workbook's cell means: its format says whether it is a date, a time or a number.
 *
 * ECMA-376 part 1: 18.8.30 (number formats), 18.17.4 (dates are days since 1899-12-30, or 1904-01-01).
 */
import { formatStart } from '../numeric/civil-date.ts';
import { SECONDS_PER_DAY, SECONDS_PER_HOUR, SECONDS_PER_MINUTE } from '../units.ts';
import { attribute, elements } from './xml.ts';

/** `clock`: a time of day or a duration, shown without a date. */
export type CellFormat = 'number' | 'date' | 'dateTime' | 'clock';

/** 1970-01-01 in days since 1899-12-30. */
const SERIAL_1970 = 25_569;
/** From the one way of counting days to the other. */
const DAYS_1904 = 1462;

/** Formats that every workbook knows without naming them. */
function builtIn(id: number): CellFormat {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || (id >= 50 && id <= 58)) return 'date';
  if (id === 22) return 'dateTime';
  return (id >= 18 && id <= 21) || (id >= 32 && id <= 36) || (id >= 45 && id <= 47) ? 'clock' : 'number';
}

/** @example formatOf('dd/mm/yyyy hh:mm') // 'dateTime' */
export function formatOf(code: string): CellFormat {
  // texts in quotation marks, escaped characters, colours and conditions say nothing; [h] says hours
  const bare = code
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .replaceAll(/\[(h+|m+|s+)\]/gi, '$1')
    .replaceAll(/\[[^\]]*\]/g, '')
    .split(';', 1)[0]
    ?.toLowerCase();
  if (bare === undefined || /general|standard/.test(bare)) return 'number';
  const hasClock = /[hs]/.test(bare);
  const hasDate = /[yd]/.test(bare) || (bare.includes('m') && !hasClock);
  if (hasDate) return hasClock ? 'dateTime' : 'date';
  return hasClock ? 'clock' : 'number';
}

/** Format of each style that a cell can name by its number. */
export function cellFormats(styles: string): CellFormat[] {
  const named = new Map<number, CellFormat>();
  for (const tag of elements(styles, 'numFmt'))
    named.set(Number(attribute(tag, 'numFmtId')), formatOf(attribute(tag, 'formatCode') ?? ''));
  const from = styles.search(/<(?:\w+:)?cellXfs\b/);
  const to = styles.search(/<\/(?:\w+:)?cellXfs>/);
  if (from < 0 || to < from) return [];
  return elements(styles.slice(from, to), 'xf').map((tag) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0);
    return named.get(id) ?? builtIn(id);
  });
}

/**
 * A serial number as its format means it: `2026-03-02`, `2026-03-02T09:30`, `09:30`, `26:15:00`. What is
 * no date where a date belongs is left as it is, for the reader to refuse by row.
 */
export function serialText(written: string, format: CellFormat, since1904: boolean): string {
  const serial = Number(written);
  if (format === 'number' || !Number.isFinite(serial) || serial < 0) return written;
  // a fraction of a day is rounded to the second, or 00:30 would come out as 00:29:59.99
  const seconds = Math.round(serial * SECONDS_PER_DAY);
  const secondsOfDay = seconds % SECONDS_PER_DAY;
  if (format === 'clock' || serial < 1) return clockText(format === 'clock' ? seconds : secondsOfDay);
  const day = Math.floor(seconds / SECONDS_PER_DAY) - SERIAL_1970 + (since1904 ? DAYS_1904 : 0);
  if (day < 0) return written;
  const start = formatStart(day, Math.floor(secondsOfDay / SECONDS_PER_MINUTE));
  if (format === 'date' && secondsOfDay === 0) return start.slice(0, 10);
  const rest = secondsOfDay % SECONDS_PER_MINUTE;
  return rest === 0 ? start : `${start}:${two(rest)}`;
}

function clockText(seconds: number): string {
  const hours = Math.floor(seconds / SECONDS_PER_HOUR);
  const clock = `${two(hours)}:${two(Math.floor(seconds / 60) % 60)}`;
  return `${clock}:${two(seconds % 60)}`;
}

const two = (n: number) => String(n).padStart(2, '0');
