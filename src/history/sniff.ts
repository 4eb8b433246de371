/** A first look at a stranger's file: how it is written, what its columns hold, how to read it. */
import type { Issue } from '../errors.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { isDate, readStamp, readTimeOfDay } from './cell-kinds.ts';
import * as words from './column-words.ts';
import type { ColumnMapping, ColumnRole, Guess, Guessed, Layout, Mapping } from './mapping.ts';
import { previewRows } from './preview.ts';
import type { Inspection } from './report.ts';
import { MOST_CHANNELS } from './row-reading.ts';
import { columnFacts, guessRoles, type ColumnFacts, type RoleGuess } from './sniff-columns.ts';
import { sniffDateOrder, sniffInterval } from './sniff-dates.ts';
import { sniffDialect, type Dialected } from './sniff-dialect.ts';
import { channelIn, sniffDecimal, sniffHandleTime } from './sniff-figures.ts';

/** Characters of a file's beginning that a first look needs. */
export const HEAD_CHARACTERS = 262_144;

export type InspectOptions = {
  /** Zone of the scenario; times with an offset are turned into its wall clock. */
  readonly timeZone: string;
  /** Interval of the scenario. */
  readonly intervalMinutes: number;
};

/** The guess and the first rows so understood, or why the text holds no history. */
export function inspect(text: string, options: InspectOptions): Inspection {
  const complete = text.length <= HEAD_CHARACTERS;
  const cut = complete ? text : text.slice(0, text.lastIndexOf('\n', HEAD_CHARACTERS) + 1 || HEAD_CHARACTERS);
  const head = cut.codePointAt(0) === 0xfeff ? cut.slice(1) : cut;
  if (head.trim() === '') return failed('emptyFile', 'the file is empty');
  if (head.includes('\0')) return failed('binaryFile', 'the file holds bytes that no text has');
  const dialect = sniffDialect(head, complete);
  const guess = guessFrom(dialect, options);
  const { mapping } = guess;
  const roles = mapping.columns.map((column) => column.role);
  if (!roles.includes('start') && !roles.includes('date') && mapping.layout !== 'matrix') {
    if (dialect.width === 1)
      return failed(
        'oneColumn',
        'only one column was found and it holds no dates',
        'columns separated by comma, semicolon, tab or bar',
      );
    if (dialect.rows.length > 0)
      return failed('noDateColumn', 'no column holds dates', 'one column with dates, or date and time');
  }
  if (dialect.rows.length === 0) return failed('headerOnly', 'the file has a header and no rows below it');
  const channels = new Set(
    mapping.columns.filter(({ role }) => role === 'volume').map(({ channel }) => channel),
  );
  if (channels.size > MOST_CHANNELS)
    return failed(
      'tooManyChannels',
      `there are ${channels.size} columns of numbers`,
      `up to ${MOST_CHANNELS} channels`,
    );
  const warnings = dialect.swallowed === null ? [] : [dialect.swallowed];
  return { ok: true, guess, preview: previewRows(head, mapping), warnings };
}

function failed(code: string, message: string, allowed?: string): Inspection {
  const issue: Issue = { path: 'file', code, message, ...(allowed === undefined ? {} : { allowed }) };
  return { ok: false, issues: [issue] };
}

function guessFrom(dialect: Dialected, { timeZone, intervalMinutes }: InspectOptions): Guess {
  const { delimiter, header, names, rows } = dialect;
  const facts = columnFacts(names, rows);
  const isMatrix = names.filter((name) => isDate(name)).length >= Math.max(1, (names.length - 1) * 0.6);
  const roles = isMatrix ? matrixRoles(facts) : guessRoles(facts);
  const at = (role: ColumnRole) => roles.findIndex((guessed) => guessed.value === role);
  const decimal = sniffDecimal(
    facts
      .filter(({ index }) =>
        ['volume', 'answered', 'abandoned', 'handleTime'].includes(roles[index]?.value ?? ''),
      )
      .flatMap(({ cells }) => cells),
    delimiter.value,
  );
  const dateCells = isMatrix
    ? names.filter((name) => isDate(name))
    : (facts[Math.max(at('start'), at('date'))]?.cells ?? []);
  const dateOrder = sniffDateOrder(dateCells, decimal.value === ',' || delimiter.value === ';');
  const times = isMatrix
    ? matrixMinutes(facts, at('time'))
    : rowMinutes(rows, at('start'), at('date'), at('time'), dateOrder.value);
  const interval = sniffInterval(times.minutes);
  const layout = isMatrix
    ? sure<Layout>('matrix', 0.9)
    : guessLayout(facts, roles, rows, { ...interval, withSeconds: times.withSeconds });
  if (layout.value === 'perContact' && roles.some((role) => role.value === 'volume'))
    roles.forEach((role, index) => {
      if (role.value === 'volume')
        roles[index] = { value: 'ignore', confidence: 0.6, alternatives: ['volume'] };
    });
  const fileMinutes = times.hasTime ? interval : sure(MINUTES_PER_DAY, 0.95);
  const handleTime = sniffHandleTime(
    facts[at('handleTime')],
    rows,
    Math.max(at('answered'), at('volume')),
    decimal.value,
  );
  const clock = sure<'local' | 'utc'>(
    facts.some((column) => column.words.includes('utc') && column.dates > 0.5) ? 'utc' : 'local',
    0.9,
  );
  const columns = channelColumns(facts, roles, layout.value);
  const mapping: Mapping = {
    delimiter: delimiter.value,
    quotes: true,
    skipRows: dialect.skipRows,
    header: header.value,
    decimal: decimal.value,
    dateOrder: dateOrder.value,
    clock: clock.value,
    timeZone,
    layout: layout.value,
    columns,
    channelName: facts[layout.value === 'perContact' ? -1 : at('volume')]?.name || 'contacts',
    fileMinutes: fileMinutes.value,
    intervalMinutes:
      layout.value === 'perContact' ? intervalMinutes : commonInterval(fileMinutes.value, intervalMinutes),
    handleTime: handleTime.value,
    duplicates: 'unknown',
    missing: 'unknown',
  };
  const shown = facts.map(({ name, cells, index }) => {
    const role = roles[index] ?? sure<ColumnRole>('ignore', 0.5);
    return {
      ...role,
      name,
      samples: role.value === 'identifier' ? [] : cells.slice(0, 3).map((cell) => cell.slice(0, 60)),
    };
  });
  return {
    delimiter,
    header,
    decimal,
    dateOrder,
    clock,
    layout,
    fileMinutes,
    handleTime,
    columns: shown,
    mapping,
  };
}

const sure = <T>(value: T, confidence: number): Guessed<T> => ({ value, confidence, alternatives: [] });

/** The shortest interval, from the one wanted, that whole rows of the file fill. */
function commonInterval(fileMinutes: number, wanted: number): number {
  for (let minutes = Math.max(fileMinutes, wanted); minutes < MINUTES_PER_DAY; minutes++)
    if (MINUTES_PER_DAY % minutes === 0 && minutes % fileMinutes === 0 && minutes % wanted === 0)
      return minutes;
  return MINUTES_PER_DAY;
}

function matrixRoles(facts: readonly ColumnFacts[]): RoleGuess[] {
  const time = facts.find((column) => column.timesOfDay > 0.5)?.index ?? 0;
  return facts.map(({ index, name }) => {
    if (index === time) return sure<ColumnRole>('time', 0.9);
    return isDate(name) ? sure<ColumnRole>('volume', 0.9) : sure<ColumnRole>('ignore', 0.8);
  });
}

type RowTimes = {
  readonly minutes: readonly number[];
  readonly hasTime: boolean;
  readonly withSeconds: boolean;
};

function matrixMinutes(facts: readonly ColumnFacts[], time: number): RowTimes {
  const minutes = (facts[time]?.cells ?? [])
    .map((cell) => readTimeOfDay(cell))
    .filter((value) => value !== null);
  return { minutes, hasTime: true, withSeconds: false };
}

function rowMinutes(
  rows: readonly (readonly string[])[],
  start: number,
  date: number,
  time: number,
  order: Mapping['dateOrder'],
): RowTimes {
  const minutes: number[] = [];
  let [hasTime, withSeconds] = [time >= 0, false];
  for (const row of rows) {
    const stamp = readStamp(row[Math.max(start, date)] ?? '', order);
    if (stamp === null) continue;
    hasTime ||= stamp.hasTime && stamp.minutes % MINUTES_PER_DAY !== 0;
    withSeconds ||= stamp.seconds !== 0;
    const written = row[time] ?? '';
    const timeOfDay =
      time >= 0
        ? (readTimeOfDay(written) ?? readTimeOfDay(written.replace(/^(\d{1,2})(\d{2})$/, '$1:$2')))
        : 0;
    if (timeOfDay !== null) minutes.push(stamp.minutes + timeOfDay);
  }
  return { minutes, hasTime, withSeconds };
}

function guessLayout(
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
function channelColumns(
  facts: readonly ColumnFacts[],
  roles: readonly RoleGuess[],
  layout: Layout,
): ColumnMapping[] {
  const roleOf = (index: number): ColumnRole => roles[index]?.value ?? 'ignore';
  if (layout !== 'wide') return facts.map(({ index }) => ({ role: roleOf(index) }));
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
