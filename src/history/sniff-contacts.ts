/** What the columns of a contact log hold beyond its time: waits, outcomes, first responses, callers. */
import * as words from './column-words.ts';
import { areTicketStates, isYesOrNo } from './contact-reading.ts';
import type { ColumnMapping, ColumnRole } from './mapping.ts';
import type { ColumnFacts, RoleGuess } from './sniff-columns.ts';

/** Roles corrected in place for a file with one row per contact. */
export function contactRoles(facts: readonly ColumnFacts[], roles: RoleGuess[]): void {
  const take = (role: ColumnRole, column: ColumnFacts | undefined, confidence: number) => {
    if (column === undefined) return;
    const before = roles[column.index]?.value ?? 'ignore';
    roles[column.index] = { value: role, confidence, alternatives: before === role ? [] : [before] };
  };
  const free = (column: ColumnFacts) =>
    ['ignore', 'volume', 'answered', 'abandoned'].includes(roles[column.index]?.value ?? 'ignore');
  const find = (phrases: readonly string[], fits: (column: ColumnFacts) => boolean) =>
    facts.find((column) => free(column) && words.says(column.words, phrases) && fits(column));
  const isDuration = ({ numbers, clocks }: ColumnFacts) => Math.max(numbers, clocks) >= 0.8;

  take(
    'firstResponse',
    find(words.FIRST_RESPONSE, (column) => isDuration(column) || column.dates >= 0.8),
    0.85,
  );
  take(
    'wait',
    find(words.WAIT, (column) => isDuration(column) && !words.says(column.words, words.OTHER_WAIT)),
    0.85,
  );
  take(
    'tenure',
    find(words.TENURE, ({ numbers, dates }) => Math.max(numbers, dates) >= 0.8),
    0.85,
  );
  const outcome = find(
    words.OUTCOME,
    ({ numbers, distinct, cells }) =>
      numbers < 0.5 && distinct >= 2 && distinct <= 30 && !areTicketStates(cells),
  );
  take('outcome', outcome, 0.8);
  const flag = ({ cells }: ColumnFacts) => cells.length > 0 && cells.every((cell) => isYesOrNo(cell));
  take('abandoned', outcome === undefined ? find(words.ABANDONED, flag) : undefined, 0.85);
  take('answered', outcome === undefined ? find(words.ANSWERED, flag) : undefined, 0.85);
  take(
    'reason',
    facts.find(
      ({ index, words: said }) => roles[index]?.value === 'ignore' && words.says(said, words.REASON),
    ),
    0.8,
  );
  const told: readonly ColumnRole[] = ['wait', 'outcome', 'abandoned', 'answered'];
  if (!roles.some(({ value }) => told.includes(value))) return;
  const caller = facts.find(
    (column) => roles[column.index]?.value === 'identifier' && words.says(column.words, words.CALLER),
  );
  take('caller', caller, 0.75);
}

/** The unit of a column of tenure, by its heading. */
export function tenureUnitOf({ words: said }: ColumnFacts): ColumnMapping['tenureUnit'] {
  if (words.says(said, words.DAYS)) return 'days';
  if (words.says(said, words.WEEKS)) return 'weeks';
  return words.says(said, words.YEARS) ? 'years' : 'months';
}

/** The unit in the heading of a column that holds a duration of its own. */
export function unitOf(column: ColumnFacts): ColumnMapping['unit'] {
  if (words.says(column.words, words.HOURS)) return 'hours';
  if (words.says(column.words, words.MINUTES)) return 'minutes';
  return words.says(column.words, words.MILLISECONDS) ? 'milliseconds' : 'seconds';
}
