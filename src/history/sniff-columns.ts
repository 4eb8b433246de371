/** What each column holds, from its heading first and its cells second. */
import type { Share } from '../units.ts';
import { isClock, isDate, isEmpty, isNumber, readTimeOfDay } from './cell-kinds.ts';
import * as words from './column-words.ts';
import { readZone } from './file-clock.ts';
import { keepWholes } from './sniff-parts.ts';
import type { ColumnRole, Guessed } from './mapping.ts';

export type ColumnFacts = {
  readonly index: number;
  readonly name: string;
  readonly words: readonly string[];
  /** Cells that hold something. */
  readonly cells: readonly string[];
  readonly filled: Share;
  readonly dates: Share;
  readonly timesOfDay: Share;
  readonly clocks: Share;
  readonly numbers: Share;
  readonly distinct: number;
};

/** Of a longer cell only its beginning is looked at. */
const LONGEST_CELL = 200;

export type RoleGuess = Guessed<ColumnRole>;

export function columnFacts(names: readonly string[], rows: readonly (readonly string[])[]): ColumnFacts[] {
  return names.map((name, index) => {
    const cells = rows
      .map((row) => (row[index] ?? '').trim().slice(0, LONGEST_CELL))
      .filter((cell) => !isEmpty(cell));
    const share = (claim: (cell: string) => boolean) =>
      cells.length === 0 ? 0 : cells.filter((cell) => claim(cell)).length / cells.length;
    return {
      index,
      name,
      words: words.tokens(name),
      cells,
      filled: rows.length === 0 ? 0 : cells.length / rows.length,
      dates: share(isDate),
      timesOfDay: share((cell) => readTimeOfDay(cell) !== null),
      clocks: share(isClock),
      numbers: share(isNumber),
      distinct: new Set(cells).size,
    };
  });
}

const guess = (value: ColumnRole, confidence: Share, ...alternatives: ColumnRole[]): RoleGuess => ({
  value,
  confidence,
  alternatives: [...alternatives, ...(value === 'ignore' ? [] : (['ignore'] as const))],
});

/** Most of the cells; a few may be wrong, that is for the report to say. */
const MOST = 0.8;

/**
 * Roles of all columns. Columns of plain numbers under unknown headings are volumes when no heading
 * says which column is: `ems, fire, traffic`.
 */
export function guessRoles(facts: readonly ColumnFacts[]): RoleGuess[] {
  const roles = facts.map((column) => figureRole(column) ?? textRole(column));
  const start = bestDate(facts);
  if (start !== null) {
    const time = start.hasTime ? undefined : bestTime(facts, start.column.index);
    roles[start.column.index] = guess(
      time === undefined ? 'start' : 'date',
      start.confidence,
      'start',
      'date',
    );
    if (time !== undefined) roles[time.index] = guess('time', 0.9);
  }
  keepBestChannel(facts, roles);
  keepWholes(facts, roles);
  addWrapUp(facts, roles);
  const named = roles.some((role) => role?.value === 'volume' || role?.value === 'answered');
  return facts.map((column, index) => {
    const role = roles[index];
    if (role !== null && role !== undefined) return role;
    if (column.numbers < MOST) return guess('ignore', column.dates > MOST ? 0.8 : 0.6);
    return named ? guess('ignore', 0.6, 'volume') : guess('volume', 0.7, 'handleTime', 'identifier');
  });
}

/** Role of a column of numbers or durations; null: numbers of an unknown kind, or no numbers. */
function figureRole(column: ColumnFacts): RoleGuess | null {
  const { numbers, clocks, dates, words: said } = column;
  if (column.cells.length > 0 && Math.max(numbers, clocks) < MOST) return null;
  if (dates >= MOST) return null;
  // `+1` is a number too
  if (words.says(said, words.OFFSET) && column.cells.every((cell) => readZone(cell) !== null))
    return guess('offset', 0.95);
  if (said.at(-1) === 'id' || looksLikeIdentifier(column)) return guess('identifier', 0.8, 'volume');
  if (words.says(said, words.TENURE)) return guess('ignore', 0.9);
  const measured = [words.HANDLE_TIME, words.VOLUME, words.ANSWERED, words.ABANDONED];
  if (words.says(said, words.NOT_MEASURED) && measured.some((phrases) => words.says(said, phrases)))
    return guess('ignore', 0.9, words.says(said, words.HANDLE_TIME) ? 'handleTime' : 'volume');
  if (words.says(said, words.HANDLE_TIME)) return guess('handleTime', 0.95);
  if (words.says(said, words.OTHER_FIGURES)) return guess('ignore', 0.9, 'volume');
  if (words.says(said, words.SPAN)) return guess('ignore', 0.8, 'handleTime');
  if (clocks >= MOST) return null;
  if (words.says(said, words.ABANDONED)) return guess('abandoned', 0.9, 'volume');
  if (words.says(said, words.ANSWERED)) return guess('answered', 0.9, 'volume');
  if (words.says(said, words.VOLUME) || words.says(said, words.CHANNEL_NOUNS))
    return guess('volume', 0.95, 'handleTime');
  if (words.says(said, words.IDENTIFIER)) return guess('identifier', 0.9, 'volume');
  return null;
}

function textRole(column: ColumnFacts): RoleGuess | null {
  if (column.numbers >= MOST || column.dates >= MOST || column.cells.length === 0) {
    return words.says(column.words, words.IDENTIFIER) && column.dates < MOST
      ? guess('identifier', 0.9)
      : null;
  }
  if (words.says(column.words, words.OFFSET) && column.cells.every((cell) => readZone(cell) !== null))
    return guess('offset', 0.95);
  if (looksLikeIdentifier(column)) return guess('identifier', 0.9, 'channel');
  const channel = words.says(column.words, words.CHANNEL);
  if (words.says(column.words, words.IDENTIFIER) && !(channel && column.words.includes('name')))
    return guess('identifier', 0.9, 'channel');
  if (channel) return guess('channel', 0.9);
  return null;
}

/** E-mail addresses, telephone numbers, or a different long text in every row. */
function looksLikeIdentifier({ cells, distinct, dates, clocks }: ColumnFacts): boolean {
  if (cells.length < 5 || dates > 0.5 || clocks > 0.5) return false;
  const share = (form: RegExp) => cells.filter((cell) => form.test(cell)).length / cells.length;
  if (share(/^[^\s@]+@[^\s@]+\.[^\s@]+$/) > 0.5) return true;
  if (share(/^\+?[\d ().-]{8,20}$/) > 0.5 && share(/^\+?(?:[ ().-]*\d){8,15}$/) > 0.5) return true;
  return cells.length >= 20 && distinct > cells.length * 0.95 && share(/^\S*\p{L}\S*\d\S{2,}$/u) > 0.9;
}

function bestDate(
  facts: readonly ColumnFacts[],
): { column: ColumnFacts; hasTime: boolean; confidence: Share } | null {
  const scored = facts
    .filter((column) => column.dates >= MOST)
    .map((column) => ({
      column,
      score:
        (words.says(column.words, words.START) ? 2 : 0) -
        (words.says(column.words, words.NOT_START) ? 3 : 0) +
        (words.says(column.words, ['date', 'day', 'jour']) ? 1 : 0) +
        column.filled * 2 -
        column.index * 0.01,
    }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (best === undefined) return null;
  const { column } = best;
  return {
    column,
    hasTime: column.cells.some(
      (cell) => /\d\s?[:hH]\d|\d\s?[hH]\b|\d\s?[ap]\.?m/i.test(cell) || /T\d{4}/.test(cell),
    ),
    confidence: scored.length === 1 ? 0.98 : Math.min(0.95, 0.6 + (best.score - (scored[1]?.score ?? 0)) / 5),
  };
}

function bestTime(facts: readonly ColumnFacts[], dateColumn: number): ColumnFacts | undefined {
  const times = facts.filter(
    (column) =>
      column.index !== dateColumn &&
      !words.says(column.words, words.HANDLE_TIME) &&
      !words.says(column.words, words.OTHER_FIGURES) &&
      (column.timesOfDay >= MOST || hasBareTimes(column)),
  );
  return times.find((column) => words.says(column.words, words.TIME)) ?? times[0];
}

/** `0930` under a heading of time, or the hours 0 to 24 under one of hours. */
function hasBareTimes({ cells, words: said }: ColumnFacts): boolean {
  if (cells.length === 0) return false;
  if (words.says(said, words.HOUR) && cells.every((cell) => /^\d{1,2}$/.test(cell) && Number(cell) <= 24))
    return true;
  return words.says(said, words.TIME) && cells.every((cell) => /^\d{3,4}$/.test(cell));
}

/** Handle time told as talk time and wrap-up: both, when no column holds their sum. */
function addWrapUp(facts: readonly ColumnFacts[], roles: (RoleGuess | null)[]): void {
  const [talk, second] = facts.filter(({ index }) => roles[index]?.value === 'handleTime');
  if (talk === undefined || second !== undefined || !words.says(talk.words, words.TALK)) return;
  const wraps = facts.filter(
    ({ index, words: said }) => roles[index]?.value === 'ignore' && words.says(said, words.WRAP_UP),
  );
  const [wrap] = wraps;
  if (wraps.length === 1 && wrap !== undefined) roles[wrap.index] = guess('handleTime', 0.85);
}

/** One column names the channel: the one whose heading comes first in the list of words. */
function keepBestChannel(facts: readonly ColumnFacts[], roles: (RoleGuess | null)[]): void {
  const rank = (column: ColumnFacts) =>
    words.CHANNEL.findIndex((phrase) => words.says(column.words, [phrase]));
  const [, ...others] = facts
    .filter((column) => roles[column.index]?.value === 'channel')
    .sort((a, b) => rank(a) - rank(b));
  for (const column of others) roles[column.index] = guess('ignore', 0.6, 'channel');
}
