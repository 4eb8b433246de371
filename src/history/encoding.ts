/** What kind of file the first bytes promise. */
import type { Issue } from '../errors.ts';
import { fileIssue, type FileIssueCode } from './file-issues.ts';
import type { Encoding } from './mapping.ts';

/** Larger files are refused before a byte is read. */
export const MOST_BYTES = 400_000_000;

export type EncodingGuess =
  | { readonly ok: true; readonly encoding: Encoding }
  | { readonly ok: false; readonly issues: readonly Issue[] };

const SIGNATURES: readonly (readonly [FileIssueCode, readonly number[]])[] = [
  ['archive', [0x50, 0x4b, 0x03, 0x04]],
  ['oldWorkbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdfFile', [0x25, 0x50, 0x44, 0x46]],
  ['archive', [0x1f, 0x8b]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
];

/** Why a file of this size is not read; null when it is. */
export function checkSize(bytes: number): Issue | null {
  if (bytes === 0) return fileIssue('emptyFile');
  if (bytes <= MOST_BYTES) return null;
  return fileIssue('fileTooLarge', { megabytes: Math.round(bytes / 1e6), most: MOST_BYTES / 1e6 });
}

/** Bytes of a workbook as it lies on the disk; a million rows take about 30 MB. */
const MOST_WORKBOOK_BYTES = 100_000_000;

/** The same of a workbook, which has to be held in memory. */
export function checkWorkbookSize(bytes: number): Issue | null {
  if (bytes <= MOST_WORKBOOK_BYTES) return null;
  return fileIssue('workbookTooLarge', {
    megabytes: Math.round(bytes / 1e6),
    most: MOST_WORKBOOK_BYTES / 1e6,
  });
}

/** Whether these are the first bytes of a ZIP archive, which a workbook is. */
export function isZip(head: Uint8Array): boolean {
  return [0x50, 0x4b, 0x03, 0x04].every((byte, i) => head[i] === byte);
}

/**
 * Encoding of a text, or why it is none. Bytes that are no UTF-8 are taken for Windows-1252, what
 * spreadsheets in western Europe write as "CSV".
 */
export function guessEncoding(head: Uint8Array): EncodingGuess {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { ok: true, encoding: 'utf-8' };
  if (a === 0xff && b === 0xfe) return { ok: true, encoding: 'utf-16le' };
  if (a === 0xfe && b === 0xff) return { ok: true, encoding: 'utf-16be' };
  const signature = SIGNATURES.find(([, bytes]) => bytes.every((byte, i) => head[i] === byte));
  if (signature !== undefined) return refused(signature[0]);
  const zeros = countZeros(head);
  if (zeros.even + zeros.odd > 0) {
    // western text in UTF-16 has a zero in every other byte
    if (zeros.odd > head.length * 0.3 && zeros.even === 0) return { ok: true, encoding: 'utf-16le' };
    if (zeros.even > head.length * 0.3 && zeros.odd === 0) return { ok: true, encoding: 'utf-16be' };
    return refused('binaryFile');
  }
  return { ok: true, encoding: isUtf8(head) ? 'utf-8' : 'windows-1252' };
}

function refused(code: FileIssueCode): EncodingGuess {
  return { ok: false, issues: [fileIssue(code)] };
}

function countZeros(bytes: Uint8Array): { even: number; odd: number } {
  let [even, odd] = [0, 0];
  bytes.forEach((byte, i) => {
    if (byte !== 0) return;
    if (i % 2 === 0) even++;
    else odd++;
  });
  return { even, odd };
}

/** A sequence cut off by the end of the bytes at hand is forgiven. */
function isUtf8(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    const following =
      byte >= 0xc2 && byte <= 0xdf
        ? 1
        : byte >= 0xe0 && byte <= 0xef
          ? 2
          : byte >= 0xf0 && byte <= 0xf4
            ? 3
            : 0;
    if (following === 0) return false;
    for (let k = 1; k <= following && i + k < bytes.length; k++)
      if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return false;
    i += following;
  }
  return true;
}
