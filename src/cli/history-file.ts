/** A history file on the disk, CSV, TSV or workbook, read as it was guessed to be written. */
import { checkWorkbookSize, guessEncoding, isZip, MOST_BYTES } from '../history/encoding.ts';
import { fileIssue } from '../history/file-issues.ts';
import { readHistory } from '../history/history-reader.ts';
import type { Guess } from '../history/mapping.ts';
import type { ImportReport, SeriesColumns } from '../history/report.ts';
import { inspect, type InspectOptions } from '../history/sniff.ts';
import { headOfSheet } from '../history/workbook-head.ts';
import { openWorkbook, type Workbook } from '../history/workbook.ts';
import { refuse, type Surroundings } from './command.ts';
import { readBytes } from './files.ts';

/**
 * What may stop the reading of a part is said on standard error.
 *
 * @throws {WrongInput} with the reasons why nothing can be read
 */
export function readSeries(
  file: string,
  surroundings: Surroundings,
  options: InspectOptions,
): { series: readonly SeriesColumns[]; report: ImportReport } {
  const { guess, pieces } = openHistory(file, surroundings, options);
  const result = readHistory(pieces, guess.mapping);
  if (!result.ok) throw refuse(file, result.issues);
  return { series: result.series, report: result.report };
}

/**
 * A first look at the file, and its text piece by piece.
 *
 * @throws {WrongInput} when there is no such file, or nothing in it that could be a history
 */
export function openHistory(
  file: string,
  surroundings: Surroundings,
  options: InspectOptions,
): { readonly guess: Guess; readonly pieces: Iterable<string> } {
  const bytes = readBytes(file, surroundings, MOST_BYTES);
  if (bytes.length === 0) throw refuse(file, [fileIssue('emptyFile')]);
  const book = isZip(bytes) ? bookOf(file, bytes) : null;
  const text = book === null ? textOf(file, bytes) : headOf(file, book);
  const given = { delimiter: '\t', quotes: false } as const;
  const inspection = inspect(text, book === null ? options : { ...options, given });
  if (!inspection.ok) throw refuse(file, inspection.issues);
  for (const { message } of inspection.warnings) surroundings.error(`${file}: ${message}\n`);
  return { guess: inspection.guess, pieces: book === null ? [text] : piecesOf(file, book) };
}

function textOf(file: string, bytes: Uint8Array): string {
  const guess = guessEncoding(bytes.subarray(0, 65_536));
  if (!guess.ok) throw refuse(file, guess.issues);
  return new TextDecoder(guess.encoding).decode(bytes);
}

function bookOf(file: string, bytes: Uint8Array): Workbook {
  const size = checkWorkbookSize(bytes.length);
  if (size !== null) throw refuse(file, [size]);
  const opened = openWorkbook(bytes);
  if (!opened.ok) throw refuse(file, opened.issues);
  return opened.workbook;
}

function headOf(file: string, book: Workbook): string {
  const { head, problem } = headOfSheet(book);
  if (problem !== null) throw refuse(file, [problem]);
  return head;
}

/** The first sheet, which may be larger than a text can be. */
function* piecesOf(file: string, book: Workbook): Generator<string> {
  for (const { text, problem } of book.text()) {
    if (problem !== null) throw refuse(file, [problem]);
    yield text;
  }
}
