/** Columns that tell parts of what another tells whole, and columns that tell the rows of one interval apart. */
import type { Share } from '../units.ts';
import * as words from './column-words.ts';
import type { ColumnRole } from './mapping.ts';
import type { ColumnFacts, RoleGuess } from './sniff-columns.ts';
import { channelIn } from './sniff-figures.ts';

const ignored = (confidence: Share, role: ColumnRole): RoleGuess => ({
  value: 'ignore',
  confidence,
  alternatives: [role],
});

/**
 * Counts of some contacts (`abandoned in 20 seconds`, `handled outbound`) beside the count of all, and
 * talk time or a second mean beside the handle time, handled beside answered: the first whole is kept.
 */
export function keepWholes(facts: readonly ColumnFacts[], roles: (RoleGuess | null)[]): void {
  const having = (role: ColumnRole) => facts.filter(({ index }) => roles[index]?.value === role);
  for (const role of ['volume', 'answered', 'abandoned'] as const) {
    const columns = having(role);
    const some = columns.filter(({ words: said }) => isSome(said));
    if (some.length < columns.length) for (const { index } of some) roles[index] = ignored(0.8, role);
  }
  for (const role of ['answered', 'abandoned', 'handleTime'] as const)
    for (const column of having(role)) {
      const whole = having(role).find(
        (other) =>
          channelIn(other.words) === channelIn(column.words) &&
          (role !== 'handleTime' || !words.says(other.words, words.TALK)),
      );
      if (whole !== undefined && whole !== column) roles[column.index] = ignored(0.7, role);
    }
}

function isSome(said: readonly string[]): boolean {
  return words.says(
    said.filter((word) => !/^\d+s?$/.test(word)),
    words.SOME,
  );
}

/** Of the intervals with more rows than one, at most this share may stay unexplained. */
const UNEXPLAINED = 0.1;
/** More values than this and a column is a remark or a name. */
const MOST_PARTS = 60;

/**
 * What tells the rows of one interval and channel apart. A column of media names another channel and
 * gets that role; skills or languages are parts of one: their names are returned, and rows are to be added.
 */
export function tellRowsApart(
  facts: readonly ColumnFacts[],
  roles: RoleGuess[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const at = (...wanted: ColumnRole[]) =>
    facts.flatMap(({ index }) => (wanted.includes(roles[index]?.value ?? 'ignore') ? [index] : []));
  const doubled = (columns: readonly number[]) =>
    rows.length - new Set(rows.map((row) => columns.map((index) => row[index] ?? '').join('\n'))).size;
  const texts = () =>
    facts.filter(
      ({ index, numbers, clocks, dates, distinct }) =>
        roles[index]?.value === 'ignore' &&
        Math.max(numbers, clocks, dates) < 0.5 &&
        distinct >= 1 &&
        distinct <= MOST_PARTS,
    );
  const key = () => at('start', 'date', 'time', 'offset', 'channel');
  const before = doubled(key());
  if (before === 0) return [];
  for (const { index, words: said } of texts())
    if (words.says(said, words.MEDIA) && doubled([...key(), index]) < doubled(key()))
      roles[index] = { value: 'channel', confidence: 0.7, alternatives: ['ignore'] };
  const rest = doubled(key());
  if (rest === 0) return [];
  const parts = texts().filter(({ index }) => doubled([...key(), index]) < rest);
  const left = doubled([...key(), ...parts.map(({ index }) => index)]);
  if (left > rest * UNEXPLAINED) return [];
  for (const { index } of parts)
    roles[index] = { value: 'ignore', confidence: 0.8, alternatives: ['channel'] };
  return parts.map(({ name }) => name);
}
