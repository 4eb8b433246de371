/** A first look at a stranger's file: how it is written, what its columns hold, how to read it. */
import type { Issue } from '../errors.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { isDate, isImpossibleDate } from './cell-kinds.ts';
import { fileIssue, type FileIssueCode } from './file-issues.ts';
import { isSecret, type ColumnRole, type Guess, type Guessed, type Layout, type Mapping } from './mapping.ts';
import { previewRows } from './preview.ts';
import type { Inspection, Preview } from './report.ts';
import { MOST_CHANNELS } from './row-reading.ts';
import { calabrioColumns } from './sniff-vendor.ts';
import { columnFacts, guessRoles } from './sniff-columns.ts';
import { tellRowsApart } from './sniff-parts.ts';
import { zoneClock } from './time-zone.ts';
import { contactRoles } from './sniff-contacts.ts';
import { sniffDateOrder, sniffInterval } from './sniff-dates.ts';
import { sniffDialect, type Dialected, type GivenDialect } from './sniff-dialect.ts';
import { sniffDecimal, sniffHandleTime } from './sniff-figures.ts';
import {
  channelColumns,
  dayRowRoles,
  guessLayout,
  isDayRows,
  matrixMinutes,
  matrixRoles,
  rowMinutes,
  takeCountsInWords,
} from './sniff-layout.ts';

/** Characters of a file's beginning that a first look needs. */
export const HEAD_CHARACTERS = 262_144;

export type InspectOptions = {
  /** Zone of the scenario; times with an offset are turned into its wall clock. */
  readonly timeZone: string;
  /** Interval of the scenario. */
  readonly intervalMinutes: number;
  /** The sheet of a workbook; the first when absent. */
  readonly sheet?: string;
  /** What the user has said about the writing; columns and all else are guessed anew from it. */
  readonly given?: GivenDialect;
};

/** The guess and the first rows so understood, or why the text holds no history. */
export function inspect(text: string, options: InspectOptions): Inspection {
  const complete = text.length <= HEAD_CHARACTERS;
  const cut = complete ? text : text.slice(0, text.lastIndexOf('\n', HEAD_CHARACTERS) + 1 || HEAD_CHARACTERS);
  const head = cut.codePointAt(0) === 0xfeff ? cut.slice(1) : cut;
  if (head.trim() === '') return failed('emptyFile');
  if (head.includes('\0')) return failed('binaryFile');
  if (/^\s*<(?:!doctype html|html|\?xml)/i.test(head)) return failed('webPage');
  if (/^\s*\{\s*"format"\s*:\s*"effectif-scenario"/.test(head)) return failed('scenarioFile');
  const dialect = sniffDialect(head, complete, options.given);
  const guess = guessFrom(dialect, options);
  const { mapping } = guess;
  const roles = mapping.columns.map((column) => column.role);
  if (!roles.includes('start') && !roles.includes('date') && mapping.layout !== 'matrix') {
    const impossible = impossibleDate(dialect, previewRows(head, mapping));
    if (impossible !== null) return { ok: false, issues: [impossible] };
    if (dialect.width === 1) return failed('oneColumn');
    if (dialect.rows.length > 0) return failed('noDateColumn');
  }
  if (dialect.rows.length === 0) return failed('headerOnly');
  const channels = new Set(
    mapping.columns.filter(({ role }) => role === 'volume').map(({ channel }) => channel),
  );
  if (channels.size > MOST_CHANNELS)
    return { ok: false, issues: [fileIssue('tooManyChannels', { most: MOST_CHANNELS })] };
  const warnings = dialect.swallowed === null ? [] : [dialect.swallowed];
  return { ok: true, guess, preview: previewRows(head, mapping), sheets: [], warnings };
}

/** The first of a column of dates that do not exist; null where none is mostly such dates. */
function impossibleDate({ rows, width, skipRows, header }: Dialected, preview: Preview): Issue | null {
  for (let column = 0; column < width; column++) {
    const cells = rows.map((row) => row[column]?.trim() ?? '');
    const first = cells.findIndex(isImpossibleDate);
    if (first < 0 || cells.filter(isImpossibleDate).length * 2 < cells.filter(Boolean).length) continue;
    const shown = preview.rows.find((row) => isImpossibleDate(row.cells[column] ?? ''));
    const row = shown?.row ?? skipRows + (header.value ? 1 : 0) + first + 1;
    return fileIssue('datesDoNotExist', { cell: cells[first]?.slice(0, 40) ?? '', row });
  }
  return null;
}

function failed(code: FileIssueCode): Inspection {
  return { ok: false, issues: [fileIssue(code)] };
}

function guessFrom(dialect: Dialected, { timeZone, intervalMinutes, given }: InspectOptions): Guess {
  const { delimiter, header, rows } = dialect;
  const vendor = header.value ? null : calabrioColumns(rows);
  const names = vendor?.map(([name]) => name) ?? dialect.names;
  const facts = columnFacts(names, rows);
  const isMatrix = names.filter((name) => isDate(name)).length >= Math.max(1, (names.length - 1) * 0.6);
  const dayRows = !isMatrix && isDayRows(facts);
  const roles = isMatrix
    ? matrixRoles(facts)
    : dayRows
      ? dayRowRoles(facts)
      : (vendor?.map(([, role]) => sure(role, 0.9)) ?? guessRoles(facts));
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
    ? matrixMinutes(facts[at('time')]?.cells ?? [])
    : dayRows
      ? matrixMinutes(names)
      : rowMinutes(rows, at('start'), at('date'), at('time'), dateOrder.value);
  const interval = sniffInterval(times.minutes);
  if (!isMatrix && !dayRows)
    takeCountsInWords(facts, roles, rows.length, { ...times, confidence: interval.confidence });
  const layout = isMatrix
    ? sure<Layout>('matrix', 0.9)
    : dayRows
      ? sure<Layout>('dayRows', 0.9)
      : guessLayout(facts, roles, rows, { ...interval, withSeconds: times.withSeconds });
  if (layout.value === 'perContact' && roles.some((role) => role.value === 'volume'))
    roles.forEach((role, index) => {
      if (role.value === 'volume')
        roles[index] = { value: 'ignore', confidence: 0.6, alternatives: ['volume'] };
    });
  if (layout.value === 'perContact') contactRoles(facts, roles);
  const parts = layout.value === 'long' ? tellRowsApart(facts, roles, rows) : [];
  const daily = !times.hasTime || beginsAtMidnight(times.instants, timeZone);
  const fileMinutes = daily ? sure(MINUTES_PER_DAY, 0.95) : interval;
  const handleTime = sniffHandleTime(
    facts[at('handleTime')],
    rows,
    Math.max(at('answered'), at('volume')),
    decimal.value,
    layout.value === 'perContact',
  );
  const fileZone = sure(
    facts.some((column) => column.words.includes('utc') && column.dates > 0.5) ? 'UTC' : timeZone,
    0.9,
  );
  const columns = channelColumns(facts, roles, layout.value);
  const mapping: Mapping = {
    delimiter: delimiter.value,
    quotes: given?.quotes ?? true,
    skipRows: dialect.skipRows,
    header: header.value,
    decimal: decimal.value,
    dateOrder: dateOrder.value,
    fileZone: fileZone.value,
    timeZone,
    layout: layout.value,
    columns,
    channelName: facts[['wide', 'long'].includes(layout.value) ? at('volume') : -1]?.name || 'contacts',
    fileMinutes: fileMinutes.value,
    intervalMinutes:
      layout.value === 'perContact' ? intervalMinutes : commonInterval(fileMinutes.value, intervalMinutes),
    handleTime: handleTime.value,
    duplicates: parts.length > 0 ? 'sum' : 'unknown',
    missing: 'unknown',
  };
  const shown = facts.map(({ name, cells, index }) => {
    const role = roles[index] ?? sure<ColumnRole>('ignore', 0.5);
    return {
      ...role,
      name,
      samples: isSecret(role.value) ? [] : cells.slice(0, 3).map((cell) => cell.slice(0, 60)),
    };
  });
  return {
    delimiter,
    header,
    decimal,
    dateOrder,
    fileZone,
    layout,
    fileMinutes,
    handleTime,
    columns: shown,
    parts,
    mapping,
  };
}

const sure = <T>(value: T, confidence: number): Guessed<T> => ({ value, confidence, alternatives: [] });

/** Whether times written with an offset are the midnights of the scenario's zone: days, though not on UTC's clock. */
function beginsAtMidnight(instants: readonly number[], timeZone: string): boolean {
  const clock = zoneClock(timeZone);
  return instants.length > 1 && instants.every((minute) => clock.wallClock(minute) % MINUTES_PER_DAY === 0);
}

/** The shortest interval, from the one wanted, that whole rows of the file fill. */
function commonInterval(fileMinutes: number, wanted: number): number {
  for (let minutes = Math.max(fileMinutes, wanted); minutes < MINUTES_PER_DAY; minutes++)
    if (MINUTES_PER_DAY % minutes === 0 && minutes % fileMinutes === 0 && minutes % wanted === 0)
      return minutes;
  return MINUTES_PER_DAY;
}
