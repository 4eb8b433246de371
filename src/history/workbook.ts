/**
 * A workbook (.xlsx) as text: one sheet, its cells separated by tabs, rows numbered as in the sheet.
 *
 * From there on it is read like any other file. Formulas are not computed: the value stored beside
 * them counts, and where there is none the cell is empty. Parts are unpacked only as far as they say
 * how large they are, and not at all beyond the limit, and of a sheet only so many columns and characters
 * of a cell are taken, so a small file cannot become an endless one.
 */
import { strFromU8, unzipSync } from 'fflate';
import type { Issue } from '../errors.ts';
import { fileIssue } from './file-issues.ts';
import type { Share } from '../units.ts';
import { cellFormats, serialText, type CellFormat } from './workbook-formats.ts';
import { attribute, elements, textIn, unescaped, wholeElements } from './xml.ts';

/** Bytes of one of its parts unpacked. */
const MOST_PART_BYTES = 300_000_000;
/** Rows that a sheet can have. */
const MOST_ROWS = 1_048_576;
/** Columns that are read: no history has more, one empty cell far to the right stands for many. */
const MOST_COLUMNS = 1000;
/** Characters that a cell can have. */
const MOST_IN_CELL = 32_767;
/** Characters of text handed on at a time, or one row more. */
const MOST_IN_PIECE = 4_000_000;
/** Characters of a row without an end; a thousand cells take less than a tenth. */
const LONGEST_ROW = 4_000_000;
/** Bytes of a sheet turned into text at a time. */
const PIECE = 1_000_000;

export type Workbook = {
  /** Names of the sheets, in the order of the tabs; hidden ones last. */
  readonly sheets: readonly string[];
  /** Rows of a sheet, tab-separated, in pieces that end with a row. The first sheet when none has that name. */
  text(sheet?: string): Iterable<SheetPiece>;
};

export type SheetPiece = {
  readonly text: string;
  /** Share of the sheet read so far. */
  readonly read: Share;
  /** Why nothing comes after this piece, which is the last then. */
  readonly problem: Issue | null;
};

export type OpenedWorkbook =
  | { readonly ok: true; readonly workbook: Workbook }
  | { readonly ok: false; readonly issues: readonly Issue[] };

export function openWorkbook(bytes: Uint8Array): OpenedWorkbook {
  const refused = (code: 'archive' | 'workbookDamaged' | 'noSheet'): OpenedWorkbook => ({
    ok: false,
    issues: [fileIssue(code)],
  });
  const sizes = new Map<string, number>();
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        sizes.set(name, originalSize);
        return false;
      },
    });
    if (!sizes.has('xl/workbook.xml')) return refused('archive');
    for (const [name, size] of sizes)
      if (size > MOST_PART_BYTES && /^xl\/(?:worksheets\/|sharedStrings|workbook|styles)/.test(name)) {
        const megabytes = Math.round(size / 1e6);
        return {
          ok: false,
          issues: [fileIssue('workbookTooLarge', { megabytes, most: MOST_PART_BYTES / 1e6 })],
        };
      }
    const read = (name: string): Uint8Array =>
      unzipSync(bytes, { filter: (file) => file.name === name && file.originalSize <= MOST_PART_BYTES })[
        name
      ] ?? new Uint8Array();
    const xml = (name: string) => strFromU8(read(name));
    const book = xml('xl/workbook.xml');
    const paths = sheetPaths(book, xml('xl/_rels/workbook.xml.rels')).filter(({ path }) => sizes.has(path));
    const [first] = paths;
    if (first === undefined) return refused('noSheet');
    const since1904 = /<(?:\w+:)?workbookPr\b[^<>]*\bdate1904="(?:1|true)"/.test(book);
    let strings: readonly string[] | null = null;
    // looked at, previewed and read: one unpacking
    let sheetBytes: { readonly path: string; readonly bytes: Uint8Array } | null = null;
    let formats: readonly CellFormat[] | null = null;
    return {
      ok: true,
      workbook: {
        sheets: paths.map(({ name }) => name),
        *text(sheet) {
          try {
            const { path } = paths.find(({ name }) => name === sheet) ?? first;
            strings ??= sharedStrings(xml('xl/sharedStrings.xml'));
            formats ??= cellFormats(xml('xl/styles.xml'));
            if (sheetBytes?.path !== path) sheetBytes = { path, bytes: read(path) };
            yield* sheetText(sheetBytes.bytes, { strings, formats, since1904 });
          } catch {
            yield { text: '', read: 1, problem: fileIssue('workbookDamaged') };
          }
        },
      },
    };
  } catch {
    return refused('workbookDamaged');
  }
}

function sheetPaths(book: string, rels: string): { name: string; path: string }[] {
  const targets = new Map(
    elements(rels, 'Relationship').map((tag) => [attribute(tag, 'Id'), attribute(tag, 'Target') ?? '']),
  );
  const sheets = elements(book, 'sheet').map((tag) => {
    const target = targets.get(/\s\w+:id="([^"]*)"/.exec(tag)?.[1]) ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    return { name: attribute(tag, 'name') ?? '', path, hidden: attribute(tag, 'state') !== undefined };
  });
  return [...sheets.filter(({ hidden }) => !hidden), ...sheets.filter(({ hidden }) => hidden)];
}

function sharedStrings(xml: string): string[] {
  return Array.from(wholeElements(xml, 'si'), ({ inner }) => textIn(closed(inner)));
}

/** An element without its end: the workbook is damaged. */
function closed(inner: string | null): string {
  if (inner === null) throw new Error('an element is not closed');
  return inner;
}

type Meaning = {
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly since1904: boolean;
};

/** Whole rows of the sheet at a time: it may be larger than a text can be. */
function* sheetText(bytes: Uint8Array, meaning: Meaning): Generator<SheetPiece> {
  const rows = new SheetRows(meaning);
  for (let at = 0; at < bytes.length;) {
    let end = Math.min(bytes.length, at + PIECE);
    // back to the end of a tag, so that neither a row nor a character is cut: '>' is one byte, and escaped in texts
    if (end < bytes.length) {
      const mark = bytes.subarray(at, end).lastIndexOf(0x3e);
      if (mark > 0) end = at + mark + 1;
    }
    const xml = strFromU8(bytes.subarray(at, end));
    at = end;
    for (const text of rows.take(xml)) yield { text, read: at / bytes.length, problem: null };
  }
  rows.end();
}

const VALUE = /<(?:\w+:)?v(?:\s[^<>]*)?>([^<]*)<\/(?:\w+:)?v>/;

class SheetRows {
  private rest = '';
  private row = 0;
  private readonly meaning: Meaning;

  constructor(meaning: Meaning) {
    this.meaning = meaning;
  }

  /** The rows that end in this piece, as text. */
  *take(piece: string): Generator<string> {
    const xml = this.rest + piece;
    // without an open row, only what may be the beginning of a tag
    this.rest = xml.slice(Math.max(xml.lastIndexOf('>') + 1, xml.length - LONGEST_ROW));
    let text = '';
    for (const { from, attributes, inner } of wholeElements(xml, 'row')) {
      if (inner === null) {
        this.rest = xml.slice(from);
        break;
      }
      const number = Number(/\sr="(\d+)"/.exec(attributes)?.[1] ?? this.row + 1);
      if (number > MOST_ROWS) continue;
      // rows that are not there are empty ones
      for (; this.row < number - 1; this.row++) text += '\n';
      this.row = Math.max(this.row, number);
      text += `${this.cells(inner).join('\t')}\n`;
      if (text.length < MOST_IN_PIECE) continue;
      yield text;
      text = '';
    }
    if (this.rest.length > LONGEST_ROW) closed(null);
    yield text;
  }

  /** After the last piece: a row must not be left open. */
  end(): void {
    if (this.rest.includes('<')) closed(null);
  }

  private cells(xml: string): string[] {
    const cells: string[] = [];
    for (const { attributes, inner } of wholeElements(xml, 'c')) {
      const letters = /\sr="([A-Z]+)/.exec(attributes)?.[1];
      const column = letters === undefined ? cells.length : columnOf(letters);
      const text = this.cell(attributes, closed(inner)).slice(0, MOST_IN_CELL);
      if (column >= MOST_COLUMNS) continue;
      while (cells.length < column) cells.push('');
      cells[column] = text.replaceAll(/[\t\r\n]+/g, ' ');
    }
    return cells;
  }

  private cell(attributes: string, inner: string): string {
    const { strings, formats, since1904 } = this.meaning;
    const type = /\st="(\w+)"/.exec(attributes)?.[1] ?? 'n';
    if (type === 'inlineStr') return textIn(inner);
    const value = VALUE.exec(inner)?.[1];
    if (value === undefined || type === 'e') return '';
    if (type === 's') return strings[Number(value)] ?? '';
    if (type !== 'n') return unescaped(value);
    const style = /\ss="(\d+)"/.exec(attributes)?.[1];
    const format = style === undefined ? 'number' : (formats[Number(style)] ?? 'number');
    return serialText(value, format, since1904);
  }
}

/** @example columnOf('AB') // 27 */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.codePointAt(0) ?? 64) - 64;
  return column - 1;
}
