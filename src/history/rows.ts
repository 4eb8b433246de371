/**
 * Text in, rows of cells out, in pieces of any size.
 *
 * Pieces with quotation marks are split by papaparse; what is added is what its callers forget:
 * line ends of three kinds, a record cut by the end of a piece, and a stray quotation mark that
 * swallows the rows after it. Pieces without any, nearly all of a long file, are cut right here in
 * half the time.
 */
import Papa from 'papaparse/papaparse.js';
import type { Issue } from '../errors.ts';
import { fileIssue } from './file-issues.ts';
import type { Mapping } from './mapping.ts';

export type Dialect = Pick<Mapping, 'delimiter' | 'quotes'>;

/** Row numbers are those of a worksheet: from 1, header and empty rows included. */
export type RowSink = (cells: readonly string[], row: number, malformedQuotes: boolean) => void;

/** More lines than this inside one pair of quotation marks is no description of a contact. */
const MOST_LINES_IN_FIELD = 100;
/** Characters split at a time. */
const PIECE = 65_536;
/** A record longer than this is not waited for. */
const LONGEST_RECORD = 4_000_000;

export class RowReader {
  /** Set when reading further makes no sense. */
  problem: Issue | null = null;
  /** Characters whose meaning the decoder did not know. */
  undecodable = 0;
  private readonly delimiter: string;
  private readonly quotes: boolean;
  private readonly sink: RowSink;
  private readonly parser: { parse(text: string, base: number, ignoreLast: boolean): ParsedRows };
  private rest = '';
  private started = false;
  private row = 0;
  private width = 0;

  constructor({ delimiter, quotes }: Dialect, sink: RowSink) {
    this.delimiter = delimiter;
    this.quotes = quotes;
    this.sink = sink;
    this.parser = new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"' });
  }

  push(text: string): void {
    // small pieces: their rows are garbage before the collector has moved them
    for (let at = 0; at < text.length && this.problem === null; at += PIECE)
      this.pushPiece(text.length <= PIECE ? text : text.slice(at, at + PIECE));
  }

  private pushPiece(piece: string): void {
    let text = this.rest + piece;
    if (!this.started) {
      this.started = true;
      if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
    }
    // a carriage return at the very end may be half of a line end: it waits
    const held = text.endsWith('\r') ? '\r' : '';
    if (held !== '') text = text.slice(0, -1);
    if (text.includes('\r')) text = text.replaceAll(/\r\n?/g, '\n');
    if (piece.includes('\uFFFD')) this.undecodable += piece.split('\uFFFD').length - 1;
    if (this.quotes && text.includes('"')) {
      const { data, errors, meta } = this.parser.parse(text, 0, true);
      this.rest = text.slice(meta.cursor) + held;
      this.hand(data, errors);
    } else this.rest = text.slice(this.handPlain(text)) + held;
    if (this.rest.length > LONGEST_RECORD) this.giveUp();
  }

  end(): void {
    if (this.problem !== null || this.rest === '') return;
    // a carriage return that waited for its line feed ends the last row
    const text = this.rest.replace(/\r$/, '');
    this.rest = '';
    if (this.quotes && text.includes('"')) {
      const { data, errors } = this.parser.parse(text, 0, false);
      this.hand(data, errors);
    } else this.handPlain(`${text}\n`);
  }

  /** Hands on the whole lines of a text in which a quotation mark means nothing; returns where they end. */
  private handPlain(text: string): number {
    const { delimiter, sink } = this;
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      const cells: string[] = [];
      for (let at = from; ;) {
        const mark = text.indexOf(delimiter, at);
        if (mark < 0 || mark > end) {
          cells.push(text.slice(at, end));
          break;
        }
        cells.push(text.slice(at, mark));
        at = mark + 1;
      }
      from = end + 1;
      if (cells.length > this.width) this.width = cells.length;
      sink(cells, ++this.row, false);
    }
    return from;
  }

  private hand(rows: readonly string[][], errors: ParsedRows['errors']): void {
    const malformed = errors.length === 0 ? null : new Map(errors.map(({ row, code }) => [row, code]));
    for (let i = 0; i < rows.length && this.problem === null; i++) {
      const cells = rows[i] ?? [];
      this.row++;
      if (cells.length > this.width) this.width = cells.length;
      const error = malformed?.get(i);
      for (const cell of cells) {
        if (!cell.includes('\n')) continue;
        if (error === 'MissingQuotes' || isSwallowed(cell, this.delimiter, this.width))
          return this.swallowed(this.row, countLines(cell));
      }
      this.sink(cells, this.row, error !== undefined);
    }
  }

  private swallowed(row: number, lines: number): void {
    this.problem = fileIssue('quoteSwallows', { row, lines }, `row ${row}`);
  }

  /** A record that does not end: held open by a quotation mark, or without any line end. */
  private giveUp(): void {
    const row = this.row + 1;
    const lines = countLines(this.rest);
    if (lines > 1) return this.swallowed(row, lines);
    this.problem = fileIssue('endlessRow', { row, most: LONGEST_RECORD }, `row ${row}`);
  }
}

type ParsedRows = {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  readonly meta: { readonly cursor: number };
};

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** A cell of several lines whose inner lines look like rows of the file themselves. */
function isSwallowed(cell: string, delimiter: string, width: number): boolean {
  const lines = cell.split('\n');
  if (lines.length > MOST_LINES_IN_FIELD) return true;
  const inner = lines.slice(1, -1);
  if (inner.length === 0 || width < 2) return false;
  const alike = inner.filter((line) => /\d/.test(line) && line.split(delimiter).length === width);
  return alike.length * 2 >= inner.length;
}
