/** Delimiter, header and the rows above it, from the first rows of a text. */
import { isClock, isDate, isEmpty, isNumber } from './cell-kinds.ts';
import type { Issue } from '../errors.ts';
import type { Delimiter, Guessed, Mapping } from './mapping.ts';
import { RowReader } from './rows.ts';
import { headingsOf } from './sniff-vendor.ts';

const DELIMITERS: readonly Delimiter[] = [';', '\t', ',', '|'];
/** Rows that are looked at. */
const SAMPLE_ROWS = 500;

/** Characters in which a stray quotation mark is looked for; one further on stops the import itself. */
const QUOTE_HEAD = 65_536;

/** Answers a user has given already: they are taken, and the rest is guessed from them. */
export type GivenDialect = Partial<Pick<Mapping, 'delimiter' | 'quotes' | 'skipRows' | 'header'>>;

export type Dialected = {
  readonly delimiter: Guessed<Delimiter>;
  /** Set when the rows were looked at with quotation marks as plain characters, because reading them loses rows. */
  readonly swallowed: Issue | null;
  readonly skipRows: number;
  readonly header: Guessed<boolean>;
  readonly names: readonly string[];
  readonly width: number;
  /** Rows below the header, all of them not empty. */
  readonly rows: readonly (readonly string[])[];
};

/** `complete`: the head is the whole text. */
export function sniffDialect(head: string, complete: boolean, given: GivenDialect = {}): Dialected {
  const delimiters = given.delimiter === undefined ? DELIMITERS : [given.delimiter];
  const candidates = delimiters
    .map((delimiter) => {
      const swallowed = given.quotes === false ? null : quoteSwallows(head, complete, delimiter);
      const rows = rowsOf(head, delimiter, given.quotes !== false && swallowed === null);
      const width = usualWidth(rows);
      const body = rows.length > 1 ? rows.slice(1) : rows;
      const fitting = body.filter((row) => row.length === width);
      const cells = fitting.slice(0, 100).flat();
      const plain = cells.filter((cell) => isPlain(cell)).length / Math.max(1, cells.length);
      const even = fitting.length / Math.max(1, body.length);
      // a decimal comma splits as evenly as a semicolon does, but leaves halves that mean nothing
      return {
        delimiter,
        swallowed,
        rows,
        width,
        score: width > 1 && even >= 0.5 ? even * (0.3 + plain) + Math.min(width, 10) * 0.001 : 0,
      };
    })
    .sort((a, b) => b.score - a.score);
  const [best, second] = candidates;
  const rows = best?.rows ?? [];
  const width = best?.score === 0 ? 1 : (best?.width ?? 1);
  const delimiter: Guessed<Delimiter> = {
    value: given.delimiter ?? (best !== undefined && best.score > 0 ? best.delimiter : ','),
    confidence:
      best === undefined || best.score === 0
        ? 0.3
        : Math.min(1, 0.5 + 3 * (best.score - (second?.score ?? 0))),
    alternatives: DELIMITERS.filter((other) => other !== best?.delimiter),
  };
  return { delimiter, swallowed: best?.swallowed ?? null, width, ...sniffHeader(rows, width, given) };
}

function sniffHeader(
  rows: readonly (readonly string[])[],
  width: number,
  given: GivenDialect,
): Pick<Dialected, 'skipRows' | 'header' | 'names' | 'rows'> {
  const filled = (row: readonly string[]) => row.filter((cell) => cell.trim() !== '').length;
  const full = Math.max(1, Math.min(2, width), Math.ceil(width / 2));
  const first = rows.findIndex((row) => row.length >= width && filled(row) >= full);
  const skipRows = given.skipRows ?? Math.max(0, first);
  const top = headingsOf(rows[skipRows] ?? []);
  const body = rows.slice(skipRows + 1).filter((row) => filled(row) > 0);
  const dates = top.filter((cell) => isDate(cell)).length;
  const figures = top.filter((cell) => isDate(cell) || isNumber(cell) || isClock(cell)).length;
  // a row of dates above rows without any is the heading of a matrix
  const matrix =
    dates >= 1 &&
    dates >= (width - 1) * 0.6 &&
    !isDate(top[0] ?? '') &&
    !body.some((row) => row.some((cell) => isDate(cell)));
  // and one of times of day above rows that begin with a date is the heading of its transpose
  const clocks = top.filter((cell) => isClock(cell)).length;
  const dayRows =
    clocks >= Math.max(2, (width - 1) * 0.6) &&
    body.some((row) => row.some((cell) => isDate(cell))) &&
    !body.some((row) => row.some((cell) => isClock(cell)));
  const hasHeader = given.header ?? (matrix || dayRows || figures === 0);
  const header: Guessed<boolean> = {
    value: hasHeader,
    confidence: matrix || dayRows ? 0.9 : figures === 0 || figures > width / 2 ? 0.95 : 0.6,
    alternatives: [!hasHeader],
  };
  const names = Array.from({ length: width }, (_, index) => (hasHeader ? (top[index] ?? '').trim() : ''));
  return {
    skipRows,
    header,
    names,
    rows: hasHeader ? body : [top, ...body].filter((row) => filled(row) > 0),
  };
}

function rowsOf(head: string, delimiter: Delimiter, quotes: boolean): string[][] {
  const rows: string[][] = [];
  const reader = new RowReader({ delimiter, quotes }, (cells) => {
    rows.push([...cells]);
  });
  for (let at = 0; at < head.length && rows.length < SAMPLE_ROWS; at += 16_384)
    reader.push(head.slice(at, at + 16_384));
  if (rows.length < SAMPLE_ROWS) reader.end();
  return rows;
}

/** The rows that a stray quotation mark swallows in the first part of the text already. */
function quoteSwallows(head: string, complete: boolean, delimiter: Delimiter): Issue | null {
  if (!head.includes('"')) return null;
  const reader = new RowReader({ delimiter, quotes: true }, () => undefined);
  reader.push(head.slice(0, QUOTE_HEAD));
  if (complete && head.length <= QUOTE_HEAD) reader.end();
  return reader.problem;
}

function usualWidth(rows: readonly string[][]): number {
  const counts = new Map<number, number>();
  for (const row of rows) if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 1;
}

function isPlain(cell: string): boolean {
  return isEmpty(cell) || isNumber(cell) || isDate(cell) || isClock(cell) || !/[;\t,|]/.test(cell);
}
