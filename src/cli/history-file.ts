/** A history file on the disk, CSV, TSV or workbook, read as it was guessed to be written. */
import type { Issue } from '../errors.ts';
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
  if (isZip(bytes)) return openSheet(file, bookOf(file, bytes), surroundings, options);
  if (options.sheet !== undefined)
    throw refuse(file, [{ path: '--sheet', code: 'noWorkbook', message: 'this is no workbook with sheets' }]);
  const text = textOf(file, bytes);
  const inspection = inspect(text, options);
  if (!inspection.ok) throw refuse(file, inspection.issues);
  tellWarnings(file, inspection, surroundings);
  return { guess: inspection.guess, pieces: [text] };
}

/** The sheet asked for, else the first that holds a history; one that is not the first of all is named. */
function openSheet(
  file: string,
  book: Workbook,
  surroundings: Surroundings,
  { sheet: wanted, ...options }: InspectOptions,
): { readonly guess: Guess; readonly pieces: Iterable<string> } {
  if (wanted !== undefined && !book.sheets.includes(wanted))
    throw refuse(file, [
      {
        path: '--sheet',
        code: 'noSheet',
        message: `there is no sheet ${wanted}`,
        allowed: book.sheets.join(', '),
      },
    ]);
  const given = { delimiter: '\t', quotes: false } as const;
  let refused: readonly Issue[] = [];
  for (const sheet of wanted === undefined ? book.sheets : [wanted]) {
    const { head, problem } = headOfSheet(book, sheet);
    if (problem !== null) throw refuse(file, [problem]);
    const inspection = inspect(head, { ...options, given });
    if (inspection.ok) {
      if (wanted === undefined && sheet !== book.sheets[0])
        surroundings.error(`${file}: sheet ${sheet} is read, the first that holds a history\n`);
      tellWarnings(file, inspection, surroundings);
      return { guess: inspection.guess, pieces: piecesOf(file, book, sheet) };
    }
    if (refused.length === 0) refused = inspection.issues;
  }
  throw refuse(file, refused.length === 0 ? [fileIssue('noSheet')] : refused);
}

function tellWarnings(
  file: string,
  { warnings }: { readonly warnings: readonly Issue[] },
  surroundings: Surroundings,
): void {
  for (const { message } of warnings) surroundings.error(`${file}: ${message}\n`);
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

/** A sheet, which may be larger than a text can be. */
function* piecesOf(file: string, book: Workbook, sheet: string): Generator<string> {
  for (const { text, problem } of book.text(sheet)) {
    if (problem !== null) throw refuse(file, [problem]);
    yield text;
  }
}
