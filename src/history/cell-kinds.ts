/** What a cell could be, before anyone has said how the file is written. */
import type { DateOrder, DecimalMark } from './mapping.ts';
import { NumberReader } from './number-text.ts';
import { StampReader } from './stamp.ts';

const ORDERS: readonly DateOrder[] = ['ymd', 'dmy', 'mdy'];
const stamps = new Map(ORDERS.map((order) => [order, new StampReader(order)]));
const numbers = new Map<DecimalMark, NumberReader>([
  ['.', new NumberReader('.')],
  [',', new NumberReader(',')],
]);

export type Stamp = {
  readonly minutes: number;
  readonly seconds: number;
  readonly hasTime: boolean;
  readonly hasOffset: boolean;
};

/** The cell as a date in that order; null when it is none. */
export function readStamp(text: string, order: DateOrder): Stamp | null {
  const reader = stamps.get(order);
  if (reader === undefined || !hasDateShape(text) || reader.read(text) !== null) return null;
  const { minutes, seconds, hasTime, hasOffset } = reader;
  return { minutes, seconds, hasTime, hasOffset };
}

/** Whether the cell is written as a date, existing or not: a number with a point in it is none. */
export function isDate(text: string): boolean {
  return hasDateShape(text) && ORDERS.some((order) => stamps.get(order)?.read(text) === null);
}

/** Whether the cell is written as a date that no calendar has, whatever the order of day and month: `31/02/2026`. */
export function isImpossibleDate(text: string): boolean {
  if (!hasDateShape(text)) return false;
  const problems = ORDERS.map((order) => stamps.get(order)?.read(text));
  return problems.every((problem) => problem !== null) && problems.includes('dateDoesNotExist');
}

function hasDateShape(text: string): boolean {
  return (
    /^\s*(?:\p{L}+\.?,?\s+)?\d{1,4}\s*[-/. ]\s*\d{1,2}\s*[-/. ]\s*\d{1,4}/u.test(text) ||
    /^\s*(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d(?:\D|$)/.test(text) ||
    /^\s*[0-3]\d[0-3]\d(?:19|20)\d{2}\s*$/.test(text) ||
    /(?:^|[\d\s-])\p{L}{3,}\.?[\s,-]+\d/u.test(text)
  );
}

/** Minutes since midnight of a cell that is written as a time of day: `09:30`, `9h`, `9:30 PM`. */
export function readTimeOfDay(text: string): number | null {
  if (!/^\s*\d{1,2}\s?(?::\d{2}|h|[ap]\.?m)/i.test(text)) return null;
  const reader = stamps.get('ymd');
  return reader?.readTime(text) === null ? reader.minutes : null;
}

/** The same of a cell in a column that is known to hold times: `0930` and `9` are times there too. */
export function readBareTime(text: string): number | null {
  const reader = stamps.get('ymd');
  return reader?.readTime(text) === null ? reader.minutes : null;
}

/** `4:35`, `1:02:03`: a time of day or a duration, as the heading says. */
export function isClock(text: string): boolean {
  return /^\s*\d+:[0-5]?\d(?::[0-5]?\d)?(?:[.,]\d+)?\s*$/.test(text);
}

/** The cell as a number; null when it is none with that decimal mark. */
export function readNumber(text: string, decimal: DecimalMark): number | null {
  const reader = numbers.get(decimal);
  return reader?.read(text) === null ? reader.value : null;
}

/** Whether the cell is a number with either decimal mark. */
export function isNumber(text: string): boolean {
  return readNumber(text, '.') !== null || readNumber(text, ',') !== null;
}

/** Whether the cell stands for nothing. */
export function isEmpty(text: string): boolean {
  return numbers.get('.')?.read(text) === 'empty';
}
