/** A file or a pasted text, decoded and read piece by piece. */
import type { Issue } from '../src/errors.ts';
import { checkSize, checkWorkbookSize, guessEncoding, isZip } from '../src/history/encoding.ts';
import { fileIssue } from '../src/history/file-issues.ts';
import { ContactLogReader, logMapping, type LogReading } from '../src/history/contact-log.ts';
import { HistoryReader } from '../src/history/history-reader.ts';
import type { Encoding, Mapping } from '../src/history/mapping.ts';
import { previewRows } from '../src/history/preview.ts';
import type { ImportResult, Inspection, Preview } from '../src/history/report.ts';
import { HEAD_CHARACTERS, inspect, type InspectOptions } from '../src/history/sniff.ts';
import { headOfSheet } from '../src/history/workbook-head.ts';
import type { OpenedWorkbook, Workbook } from '../src/history/workbook.ts';

export type Source = Blob | string;

export type Progress = {
  readonly bytesRead: number;
  readonly bytes: number;
  /** Rows of data read so far. */
  readonly rows: number;
};

/** Bytes that are read at a time. */
const PIECE_BYTES = 2_000_000;
/** How a sheet is written once it is text. */
const AS_SHEET = { delimiter: '\t', quotes: false } as const;
/** Milliseconds between two words on progress: each is a frame for the page to draw. */
const PROGRESS_EVERY = 100;
/** Enough bytes for the characters of a first look, whatever the encoding. */
const HEAD_BYTES = HEAD_CHARACTERS * 2;

/** Of a workbook without a word on the sheet: the first sheet that holds a history. */
export async function inspectSource(source: Source, options: InspectOptions): Promise<Inspection> {
  const opened = await open(source);
  if (!opened.ok) return opened;
  const { book } = opened;
  if (book === null) return inspect(opened.head, options);
  const given = { ...AS_SHEET, ...options.given };
  let refused: Inspection | null = null;
  for (const sheet of options.sheet === undefined ? book.sheets : [options.sheet]) {
    const { head, problem } = headOfSheet(book, sheet);
    if (problem !== null) return { ok: false, issues: [problem] };
    const inspection = inspect(head, { ...options, given });
    if (inspection.ok) {
      const { guess } = inspection;
      const mapping = { ...guess.mapping, sheet };
      return { ...inspection, guess: { ...guess, mapping }, sheets: book.sheets };
    }
    refused ??= inspection;
  }
  return refused ?? { ok: false, issues: [fileIssue('noSheet')] };
}

/** The first rows under another mapping. */
export async function previewSource(source: Source, mapping: Mapping): Promise<Preview> {
  const opened = await open(source);
  if (!opened.ok) return { header: [], rows: [] };
  const { book, head } = opened;
  return previewRows(book === null ? head : headOfSheet(book, mapping.sheet).head, mapping);
}

export function readSource(source: Source, mapping: Mapping, onProgress: OnProgress): Promise<ImportResult> {
  return feed(source, mapping, new HistoryReader(mapping), onProgress);
}

/** Contact by contact. */
export async function readLogSource(
  source: Source,
  mapping: Mapping,
  onProgress: OnProgress,
): Promise<LogReading> {
  const asLog = logMapping(mapping);
  if (!('columns' in asLog)) return { ok: false, issues: [asLog] };
  return feed(source, asLog, new ContactLogReader(asLog), onProgress);
}

type OnProgress = (progress: Progress) => void | Promise<void>;

/** What takes a text piece by piece. */
type Reader<Result> = {
  readonly failed: boolean;
  readonly rows: number;
  push(piece: string): void;
  end(): Result;
};

async function feed<Result>(
  source: Source,
  mapping: Mapping,
  reader: Reader<Result>,
  onProgress: OnProgress,
): Promise<Result | { readonly ok: false; readonly issues: readonly Issue[] }> {
  let told = -Infinity;
  // only the last word is waited for, so that it comes before the result
  const tell = async (bytesRead: number, bytes: number) => {
    const now = performance.now();
    if (now - told < PROGRESS_EVERY && bytesRead < bytes) return;
    told = now;
    const heard = onProgress({ bytesRead, bytes, rows: reader.rows });
    if (bytesRead === bytes) await heard;
  };
  if (typeof source === 'string') {
    for (let at = 0; at < source.length && !reader.failed; at += PIECE_BYTES) {
      reader.push(source.slice(at, at + PIECE_BYTES));
      await tell(Math.min(source.length, at + PIECE_BYTES), source.length);
    }
    return reader.end();
  }
  const opened = await open(source);
  if (!opened.ok) return opened;
  if (opened.book !== null) {
    for (const { text, read, problem } of opened.book.text(mapping.sheet)) {
      if (problem !== null) return { ok: false, issues: [problem] };
      if (reader.failed) break;
      reader.push(text);
      await tell(Math.round(source.size * read), source.size);
    }
    return reader.end();
  }
  const decoder = new TextDecoder(opened.encoding);
  const pieceAt = async (at: number) => await source.slice(at, at + PIECE_BYTES).arrayBuffer();
  let next = pieceAt(0);
  for (let at = 0; at < source.size && !reader.failed; at += PIECE_BYTES) {
    const bytes = await next;
    // the next piece comes from the disk while this one is read
    next = pieceAt(at + PIECE_BYTES);
    const text = decoder.decode(bytes, { stream: true });
    // a byte that no text has, beyond the part that told the encoding
    if (text.includes('\0')) return { ok: false, issues: [fileIssue('binaryFile')] };
    reader.push(text);
    await tell(Math.min(source.size, at + PIECE_BYTES), source.size);
  }
  reader.push(decoder.decode());
  return reader.end();
}

type Opened =
  | { readonly ok: true; readonly head: string; readonly encoding: Encoding; readonly book: Workbook | null }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** The beginning of a source as text, and the workbook it is, if it is one. */
async function open(source: Source): Promise<Opened> {
  if (typeof source === 'string')
    return { ok: true, head: source.slice(0, HEAD_CHARACTERS + 1), encoding: 'utf-8', book: null };
  const size = checkSize(source.size);
  if (size !== null) return { ok: false, issues: [size] };
  const bytes = new Uint8Array(await source.slice(0, HEAD_BYTES).arrayBuffer());
  if (isZip(bytes)) {
    const opened = await workbookOf(source);
    if (!opened.ok) return opened;
    return { ok: true, head: '', encoding: 'utf-8', book: opened.workbook };
  }
  const guess = guessEncoding(bytes);
  if (!guess.ok) return guess;
  const head = new TextDecoder(guess.encoding).decode(bytes, { stream: true });
  return { ok: true, head, encoding: guess.encoding, book: null };
}

/** The last workbook opened: a corrected mapping asks for its first rows again. */
let lastOpened: { readonly name: string; readonly opened: OpenedWorkbook } | null = null;

async function workbookOf(source: Blob): Promise<OpenedWorkbook> {
  const size = checkWorkbookSize(source.size);
  if (size !== null) return { ok: false, issues: [size] };
  const name = source instanceof File ? `${source.name} ${source.size} ${source.lastModified}` : '';
  if (name !== '' && lastOpened?.name === name) return lastOpened.opened;
  // the unpacking and reading of workbooks is loaded with the first of them
  const { openWorkbook } = await import('../src/history/workbook.ts');
  const opened = openWorkbook(new Uint8Array(await source.arrayBuffer()));
  lastOpened = { name, opened };
  return opened;
}
