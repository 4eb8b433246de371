/**
 * Intervals of a day, or other rows, from a file: JSON (a list of objects, or one under `intervals`) or CSV
 * with a header. The fields are named alike in both; what a model does not use is left unread.
 */
import type { Issue } from '../../errors.ts';
import { refuse, WrongUsage, type Surroundings } from '../command.ts';
import { parseJson, readBytes } from '../files.ts';
import type { Given, OptionName } from './given.ts';

const MOST_BYTES = 5_000_000;
const MOST_INTERVALS = 10_000;

export type IntervalField = {
  /** Name in the file. */
  readonly name: string;
  /** The option that may stand for it. */
  readonly option?: OptionName;
  readonly from: number;
  readonly to: number;
  readonly whole?: boolean;
  readonly optional?: boolean;
  /** Some rows may have it and others not: NaN stands for none. */
  readonly gaps?: boolean;
};

/** One list of numbers per field, all of one length; an optional field that is nowhere is left out. */
export type IntervalColumns = Readonly<Record<string, readonly number[] | undefined>>;

export function readIntervals(
  given: Given,
  fields: readonly IntervalField[],
  surroundings: Surroundings,
  row = 'interval',
): IntervalColumns {
  const [file, ...others] = given.files;
  if (others.length > 0) throw new WrongUsage(`one file at a time: ${others.join(', ')} is too many`);
  const columns = file === undefined ? fromOptions(given, fields) : fromFile(file, fields, surroundings, row);
  const lengths = new Set(Object.values(columns).flatMap((column) => (column ? [column.length] : [])));
  if (lengths.size > 1)
    throw new WrongUsage(`lists of different length: ${[...lengths].join(' and ')} intervals`);
  return columns;
}

function fromOptions(given: Given, fields: readonly IntervalField[]): IntervalColumns {
  const columns: Record<string, readonly number[] | undefined> = {};
  for (const { name, option, optional, whole } of fields) {
    const values = option && given.numbers(option);
    const part = whole ? values?.find((value) => !Number.isInteger(value)) : undefined;
    if (part !== undefined) throw new WrongUsage(`--${option} has ${part}, but must have whole numbers`);
    if (!values && !optional)
      throw new WrongUsage(
        `a file is missing${option ? ` (or --${option} with one number per interval)` : ''}`,
      );
    columns[name] = values;
  }
  return columns;
}

function fromFile(
  file: string,
  fields: readonly IntervalField[],
  surroundings: Surroundings,
  what: string,
): IntervalColumns {
  const text = readBytes(file, surroundings, MOST_BYTES)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trim();
  const rows = text.startsWith('[') || text.startsWith('{') ? rowsOfJson(file, text) : rowsOfCsv(file, text);
  if (rows.length === 0 || rows.length > MOST_INTERVALS)
    throw refuse(file, [
      {
        path: `${what}s`,
        code: 'wrong-length',
        message: `there are ${rows.length} ${what}s`,
        allowed: `1 to ${MOST_INTERVALS}`,
      },
    ]);
  const issues: Issue[] = [];
  const columns: Record<string, readonly number[] | undefined> = {};
  for (const field of fields) {
    const present = rows.some((row) => row.get(field.name) !== undefined);
    if (!present && field.optional) continue;
    columns[field.name] = rows.map((row, i) => {
      const written = row.get(field.name);
      const value = numberOf(written);
      const { from, to, whole, gaps } = field;
      if (gaps && (written === undefined || written === '')) return NaN;
      if (!(value >= from && value <= to) || (whole && !Number.isInteger(value)))
        issues.push({
          path: `${what} ${i + 1}, ${field.name}`,
          code: 'out-of-range',
          message:
            written === undefined
              ? 'is missing'
              : `is ${typeof written === 'string' ? written : JSON.stringify(written)}`,
          allowed: `a ${whole ? 'whole ' : ''}number from ${from} to ${to}`,
        });
      return value;
    });
  }
  if (issues.length > 0) throw refuse(file, issues.slice(0, 20));
  return columns;
}

/** Numbers, and text that is one; anything else is none. */
function numberOf(written: unknown): number {
  if (typeof written === 'number') return written;
  return typeof written === 'string' && written.trim() !== '' ? Number(written) : NaN;
}

type Row = ReadonlyMap<string, unknown>;

function rowsOfJson(file: string, text: string): Row[] {
  const read = parseJson(file, text);
  const list: unknown = Array.isArray(read)
    ? read
    : typeof read === 'object' && read !== null && 'intervals' in read
      ? read.intervals
      : undefined;
  if (!Array.isArray(list))
    throw refuse(file, [
      {
        path: 'the file',
        code: 'wrong-type',
        message: 'holds no list of intervals',
        allowed: 'a list of objects, or one under "intervals"',
      },
    ]);
  return list.map(
    (item: unknown) => new Map(typeof item === 'object' && item !== null ? Object.entries(item) : []),
  );
}

function rowsOfCsv(file: string, text: string): Row[] {
  const [header = '', ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const separator = [';', '\t', ','].find((mark) => header.includes(mark)) ?? ',';
  const names = header.split(separator).map((name) => name.trim().replaceAll(/^"|"$/g, ''));
  return lines.map((line, i) => {
    const cells = line.split(separator);
    if (cells.length !== names.length)
      throw refuse(file, [
        {
          path: `row ${i + 2}`,
          code: 'wrong-length',
          message: `has ${cells.length} cells`,
          allowed: `${names.length}, as the header`,
        },
      ]);
    return new Map(names.map((name, k) => [name, (cells[k] ?? '').trim().replaceAll(/^"|"$/g, '')]));
  });
}
