/** Layout, times and channels of a file whose columns are understood. */
import { MINUTES_PER_DAY } from '../units.ts';
import { isDate, readBareTime, readStamp, readTimeOfDay } from './cell-kinds.ts';
import * as words from './column-words.ts';
import type { ColumnMapping, ColumnRole, Guessed, Layout, Mapping } from './mapping.ts';
import type { ColumnFacts, RoleGuess } from './sniff-columns.ts';
import { tenureUnitOf, unitOf } from './sniff-contacts.ts';
import { channelIn } from './sniff-figures.ts';

const sure = <T>(value: T, confidence: number): Guessed<T> => ({ value, confidence, alternatives: [] });

export function matrixRoles(facts: readonly ColumnFacts[]): RoleGuess[] {
  const time = facts.find((column) => column.timesOfDay > 0.5)?.index ?? 0;
  return facts.map(({ index, name }) => {
    if (index === time) return sure<ColumnRole>('time', 0.9);
    return isDate(name) ? sure<ColumnRole>('volume', 0.9) : sure<ColumnRole>('ignore', 0.8);
  });
}

/** Whether most headings are times of day and one column holds dates. */
export function isDayRows(facts: readonly ColumnFacts[]): boolean {
  const times = facts.filter(({ name }) => readTimeOfDay(name) !== null).length;
  return times >= Math.max(2, (facts.length - 1) * 0.6) && facts.some(({ dates }) => dates > 0.5);
}

export function dayRowRoles(facts: readonly ColumnFacts[]): RoleGuess[] {
  const date = facts.find((column) => column.dates > 0.5)?.index ?? 0;
  return facts.map(({ index, name }) => {
    if (index === date) return sure<ColumnRole>('date', 0.9);
    return readTimeOfDay(name) === null ? sure<ColumnRole>('ignore', 0.8) : sure<ColumnRole>('volume', 0.9);
  });
}

type RowTimes = {
  readonly minutes: readonly number[];
  readonly hasTime: boolean;
  readonly withSeconds: boolean;
  /** Those of the minutes that were written with an offset, and stand on UTC. */
  readonly instants: readonly number[];
};

export function matrixMinutes(times: readonly string[]): RowTimes {
  const minutes = times.map((cell) => readTimeOfDay(cell)).filter((value) => value !== null);
  return { minutes, hasTime: true, withSeconds: false, instants: [] };
}

export function rowMinutes(
  rows: readonly (readonly string[])[],
  start: number,
  date: number,
  time: number,
  order: Mapping['dateOrder'],
): RowTimes {
  const [minutes, instants]: [number[], number[]] = [[], []];
  let [hasTime, withSeconds] = [time >= 0, false];
  for (const row of rows) {
    const stamp = readStamp(row[Math.max(start, date)] ?? '', order);
    if (stamp === null) continue;
    hasTime ||= stamp.hasTime && stamp.minutes % MINUTES_PER_DAY !== 0;
    withSeconds ||= stamp.seconds !== 0;
    const timeOfDay = time >= 0 ? readBareTime(row[time] ?? '') : 0;
    if (timeOfDay !== null) minutes.push(stamp.minutes + timeOfDay);
    if (stamp.hasOffset) instants.push(stamp.minutes);
  }
  return { minutes, hasTime, withSeconds, instants };
}

/**
 * A column headed as counts that holds words, in rows as regular as intervals: no log of contacts, but
 * counts that will be refused one by one.
 */
export function takeCountsInWords(
  facts: readonly ColumnFacts[],
  roles: RoleGuess[],
  rows: number,
  times: RowTimes & { readonly confidence: number },
): void {
  const apart = rows > 1 && new Set(times.minutes).size === rows && times.confidence >= 0.95;
  if (!apart || times.withSeconds || roles.some(({ value }) => value === 'volume' || value === 'answered'))
    return;
  const column = facts.find(
    ({ index, words: said, cells, numbers, clocks, dates }) =>
      roles[index]?.value === 'ignore' &&
      cells.length > 0 &&
      Math.max(clocks, dates) < 0.5 &&
      numbers < 0.8 &&
      (words.says(said, words.VOLUME) || words.says(said, words.CHANNEL_NOUNS)),
  );
  if (column !== undefined)
    roles[column.index] = { value: 'volume', confidence: 0.5, alternatives: ['ignore'] };
}

export function guessLayout(
  facts: readonly ColumnFacts[],
  roles: readonly RoleGuess[],
  rows: readonly (readonly string[])[],
  times: { readonly value: number; readonly regular: number; readonly withSeconds: boolean },
): Guessed<Layout> {
  const has = (role: ColumnRole) => roles.some((guessed) => guessed.value === role);
  const named = facts.some(
    ({ index, words: said }) => roles[index]?.value === 'volume' && words.says(said, words.VOLUME),
  );
  const irregular = times.withSeconds || (times.regular < 0.5 && times.value < 5 && rows.length > 5);
  const counts = has('volume') || (has('answered') && has('abandoned'));
  const answer = (value: Layout, confidence: number): Guessed<Layout> => ({
    value,
    confidence,
    alternatives: (['wide', 'long', 'perContact'] as const).filter((layout) => layout !== value),
  });
  if (!counts) return answer('perContact', irregular ? 0.95 : 0.75);
  if (irregular) return answer('perContact', named ? 0.6 : 0.85);
  return has('channel') ? answer('long', 0.9) : answer('wide', 0.9);
}

/** Columns with the channel each speaks of, when the file is wide. */
export function channelColumns(
  facts: readonly ColumnFacts[],
  roles: readonly RoleGuess[],
  layout: Layout,
): ColumnMapping[] {
  const roleOf = (index: number): ColumnRole => roles[index]?.value ?? 'ignore';
  if (layout !== 'wide')
    return facts.map((column): ColumnMapping => {
      const role = roleOf(column.index);
      if (role === 'tenure') return { role, tenureUnit: tenureUnitOf(column) ?? 'months' };
      const unit = role === 'wait' || role === 'firstResponse' ? unitOf(column) : 'seconds';
      return unit === undefined || unit === 'seconds' ? { role } : { role, unit };
    });
  const counted = facts.filter(({ index }) => roleOf(index) === 'volume');
  const taken = new Set<string>();
  const names = new Map<number, string>();
  for (const { index, name, words: said } of counted) {
    // `phone offered`, `phone aht` speak of `phone`; a heading that says no more than `calls` is the name itself
    const base = channelIn(said) || name || `column ${index + 1}`;
    let unique = channelIn(said) === said.join(' ') ? name : base;
    for (let copy = 2; taken.has(unique); copy++) unique = `${base} (${copy})`;
    taken.add(unique);
    names.set(index, unique);
  }
  const only = names.size === 1 ? [...names.values()][0] : undefined;
  return facts.map(({ index, words: said }) => {
    const role = roleOf(index);
    if (role === 'volume') return { role, channel: names.get(index) ?? '' };
    if (role !== 'answered' && role !== 'abandoned' && role !== 'handleTime') return { role };
    const channel = only ?? [...names.values()].find((name) => name === channelIn(said));
    if (channel !== undefined) return { role, channel };
    return names.size === 0 ? { role, channel: channelIn(said) || 'contacts' } : { role: 'ignore' };
  });
}
