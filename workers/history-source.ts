/** A file or a pasted text, decoded and read piece by piece. */
import type { Issue } from '../src/errors.ts';
import { checkSize, guessEncoding } from '../src/history/encoding.ts';
import { fileIssue } from '../src/history/file-issues.ts';
import { HistoryReader } from '../src/history/history-reader.ts';
import type { Encoding, Mapping } from '../src/history/mapping.ts';
import { previewRows } from '../src/history/preview.ts';
import type { ImportResult, Inspection, Preview } from '../src/history/report.ts';
import { HEAD_CHARACTERS, inspect, type InspectOptions } from '../src/history/sniff.ts';

export type Source = Blob | string;

export type Progress = {
  readonly bytesRead: number;
  readonly bytes: number;
  /** Rows of data read so far. */
  readonly rows: number;
};

/** Bytes that are read at a time. */
const PIECE_BYTES = 2_000_000;
/** Milliseconds between two words on progress: each is a frame for the page to draw. */
const PROGRESS_EVERY = 100;
/** Enough bytes for the characters of a first look, whatever the encoding. */
const HEAD_BYTES = HEAD_CHARACTERS * 2;

export async function inspectSource(source: Source, options: InspectOptions): Promise<Inspection> {
  const head = await headOf(source);
  return head.ok ? inspect(head.text, options) : head;
}

/** The first rows under another mapping. */
export async function previewSource(source: Source, mapping: Mapping): Promise<Preview> {
  const head = await headOf(source);
  return head.ok ? previewRows(head.text, mapping) : { header: [], rows: [] };
}

export async function readSource(
  source: Source,
  mapping: Mapping,
  onProgress: (progress: Progress) => void | Promise<void>,
): Promise<ImportResult> {
  const reader = new HistoryReader(mapping);
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
  const head = await headOf(source);
  if (!head.ok) return head;
  const decoder = new TextDecoder(head.encoding);
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

type Head =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding }
  | { readonly ok: false; readonly issues: readonly Issue[] };

async function headOf(source: Source): Promise<Head> {
  if (typeof source === 'string')
    return { ok: true, text: source.slice(0, HEAD_CHARACTERS + 1), encoding: 'utf-8' };
  const size = checkSize(source.size);
  if (size !== null) return { ok: false, issues: [size] };
  const bytes = await source.slice(0, HEAD_BYTES).arrayBuffer();
  const guess = guessEncoding(new Uint8Array(bytes));
  if (!guess.ok) return guess;
  const text = new TextDecoder(guess.encoding).decode(bytes, { stream: true });
  return { ok: true, text, encoding: guess.encoding };
}
