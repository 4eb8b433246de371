/** Decimal mark, meaning of the handle time column and names of channels, from headings and cells. */
import { isClock, readNumber } from './cell-kinds.ts';
import * as words from './column-words.ts';
import type { Delimiter, DecimalMark, Guessed, HandleTimeColumn } from './mapping.ts';
import type { ColumnFacts } from './sniff-columns.ts';

/** Mixed marks leave no good answer: the confidence says so, and the wrong half will be refused. */
export function sniffDecimal(cells: readonly string[], delimiter: Delimiter): Guessed<DecimalMark> {
  let [comma, point, weakComma, weakPoint] = [0, 0, 0, 0];
  for (const cell of cells) {
    if (!/[.,]/.test(cell)) continue;
    const asPoint = readNumber(cell, '.') !== null;
    const asComma = readNumber(cell, ',') !== null;
    if (asPoint && !asComma) point++;
    else if (asComma && !asPoint) comma++;
    // `1,234` is a thousand with a decimal point; `0,234` can only be a fraction
    else if (asComma && /^[-+]?0*,/.test(cell)) comma++;
    else if (asPoint && /^[-+]?0*\./.test(cell)) point++;
    else if (asComma && cell.includes(',')) weakPoint++;
    else if (asPoint) weakComma++;
  }
  const answer = (value: DecimalMark, confidence: number): Guessed<DecimalMark> => ({
    value,
    confidence,
    alternatives: [value === '.' ? ',' : '.'],
  });
  if (comma > 0 || point > 0) return answer(comma > point ? ',' : '.', comma > 0 && point > 0 ? 0.4 : 1);
  if (weakComma > 0 && weakComma > weakPoint) return answer(',', delimiter === ';' ? 0.8 : 0.6);
  if (weakPoint > 0) return answer('.', delimiter === ';' ? 0.6 : 0.8);
  // nothing but whole numbers: the mark does not matter yet
  return answer(delimiter === ';' ? ',' : '.', 0.9);
}

/**
 * Average or total: by the heading, else by which of the two varies less from row to row, the
 * figure itself or the figure per contact.
 */
export function sniffHandleTime(
  column: ColumnFacts | undefined,
  rows: readonly (readonly string[])[],
  contactColumn: number,
  decimal: DecimalMark,
  rowsAreContacts: boolean,
): Guessed<HandleTimeColumn> {
  const said = column?.words ?? [];
  const kindSaid = words.says(said, words.TOTAL)
    ? 'total'
    : words.says(said, words.AVERAGE)
      ? 'average'
      : null;
  const kind = kindSaid ?? (variesLessPerContact(column, rows, contactColumn, decimal) ? 'total' : 'average');
  const unitSaid = words.says(said, words.MILLISECONDS)
    ? 'milliseconds'
    : words.says(said, words.MINUTES)
      ? 'minutes'
      : words.says(said, words.SECONDS) || column?.cells.some((cell) => isClock(cell)) === true
        ? 'seconds'
        : null;
  const unit = unitSaid ?? likelyUnit(column, rows, kind === 'total' ? contactColumn : -1, decimal);
  const alternatives = (['average', 'total'] as const).flatMap((k) =>
    (['seconds', 'minutes'] as const)
      .filter((u) => k !== kind || u !== unit)
      .map((u): HandleTimeColumn => ({ kind: k, unit: u })),
  );
  // The time of one contact is its mean and its total.
  const sure =
    column === undefined ||
    (rowsAreContacts && unitSaid !== null) ||
    (kindSaid !== null && (unitSaid !== null || unit === 'seconds'));
  return { value: { kind, unit }, confidence: sure ? 0.95 : 0.65, alternatives };
}

/** Longer than a day's work, or shorter than a greeting, and bare numbers are no seconds. */
const MOST_SECONDS = 20_000;
const LEAST_SECONDS = 10;

/** Unit of bare numbers by the size of what one contact takes. */
function likelyUnit(
  column: ColumnFacts | undefined,
  rows: readonly (readonly string[])[],
  contactColumn: number,
  decimal: DecimalMark,
): HandleTimeColumn['unit'] {
  const each = rows.flatMap((row) => {
    const figure = column === undefined ? null : readNumber(row[column.index] ?? '', decimal);
    const contacts = contactColumn < 0 ? 1 : readNumber(row[contactColumn] ?? '', decimal);
    return figure === null || contacts === null || contacts <= 0 || figure <= 0 ? [] : [figure / contacts];
  });
  const middle = each.toSorted((a, b) => a - b)[Math.floor(each.length / 2)];
  if (middle === undefined || each.length < 5) return 'seconds';
  if (middle > MOST_SECONDS) return 'milliseconds';
  return middle < LEAST_SECONDS ? 'minutes' : 'seconds';
}

function variesLessPerContact(
  column: ColumnFacts | undefined,
  rows: readonly (readonly string[])[],
  contactColumn: number,
  decimal: DecimalMark,
): boolean {
  if (column === undefined || contactColumn < 0 || column.cells.some((cell) => isClock(cell))) return false;
  const [figures, perContact]: [number[], number[]] = [[], []];
  for (const row of rows) {
    const figure = readNumber(row[column.index] ?? '', decimal);
    const contacts = readNumber(row[contactColumn] ?? '', decimal);
    if (figure === null || contacts === null || contacts <= 0 || figure <= 0) continue;
    figures.push(figure);
    perContact.push(figure / contacts);
  }
  return figures.length >= 5 && variation(perContact) < variation(figures);
}

function variation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return Math.sqrt(variance) / mean;
}

const ROLE_WORDS = new Set(
  [
    ...words.VOLUME,
    ...words.ANSWERED,
    ...words.ABANDONED,
    ...words.HANDLE_TIME,
    ...words.AVERAGE,
    ...words.MINUTES,
    's',
    'sec',
    'secs',
    'seconds',
    'secondes',
    'of',
    'de',
    'd',
    'des',
    'ms',
    'moyenne',
    'temps',
    'time',
    'handle',
    'average',
    'traitement',
  ].flatMap((phrase) => phrase.split(' ')),
);

/** What a heading says beside its role: `phone offered` speaks of `phone`; empty when it says nothing more. */
export function channelIn(said: readonly string[]): string {
  return said.filter((word) => !ROLE_WORDS.has(word)).join(' ');
}
