/**
 * Special days from a file or a paste: rows of `date, label[, channel]`, or a calendar (iCalendar).
 *
 * A row is cut at the separator that comes first in it, comma, semicolon or tab, outside of quotation marks. Dates are
 * written YYYY-MM-DD, or as worksheets do where the list itself tells which of two numbers is the day: `25/12/2026` does,
 * and then holds for `01/05/2026`. A first row without a figure in its first cell is the heading.
 */
import { formatDate, parseDate } from '../numeric/civil-date.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { readCalendar } from './calendar-file.ts';
import { readStamp } from './cell-kinds.ts';
import {
  isHeldDay,
  labelProblem,
  linesOf,
  MOST_LISTED,
  refusedDay,
  type DayList,
  type DayListOptions,
  type DayRefusal,
  type ListedDay,
  type RefusedDay,
} from './listed-day.ts';
import type { DateOrder } from './mapping.ts';
import { sniffDateOrder } from './sniff-dates.ts';

type Row = { readonly row: number; readonly cells: readonly string[]; readonly isClosed: boolean };

const MOST_CELLS = 3;
/** Longer cells are no date. */
const MOST_DATE = 40;

/** Every row is a day or refused with its reason; days in the order of the list, whatever stands twice. O(characters). */
export function readDayList(text: string, options: DayListOptions): DayList {
  const plain = text.replace(/^\u{FEFF}/u, '');
  return /^\s*BEGIN:VCALENDAR/i.test(plain.slice(0, 1000))
    ? { form: 'calendar', ...readCalendar(plain, options) }
    : { form: 'table', ...readTable(plain, options) };
}

function readTable(text: string, { channelOf }: DayListOptions): Omit<DayList, 'form'> {
  const days: ListedDay[] = [];
  const refused: RefusedDay[] = [];
  const lines = linesOf(text);
  const written = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]));
  const isHeading = !/\d/.test(cellsOf(lines[written[0] ?? 0] ?? '').cells[0] ?? '');
  const rows = isHeading ? written.slice(1) : written;
  const read = rows
    .slice(0, MOST_LISTED)
    .map((index): Row => ({ row: index + 1, ...cellsOf(lines[index] ?? '') }));
  const order = orderOf(read);
  for (const { row, cells, isClosed } of read) {
    const [date = '', label = '', name = ''] = cells;
    const day = isClosed ? dayOf(date, order) : 'quote';
    const channel = name === '' ? null : channelOf(name);
    const no = (code: DayRefusal, value: string) => void refused.push(refusedDay(row, code, value));
    const problem = labelProblem(label);
    if (typeof day === 'string') no(day, date);
    else if (problem !== null) no(problem, label);
    else if (name !== '' && channel === null) no('channel', name);
    else days.push({ row, date: formatDate(day), label, ...(channel === null ? {} : { channel }) });
  }
  const next = rows[MOST_LISTED];
  if (next !== undefined) refused.push(refusedDay(next + 1, 'tooMany', String(rows.length - MOST_LISTED)));
  return { days, refused };
}

/** Which number of a date is the day, where the list tells for certain; null: it could be either. */
function orderOf(rows: readonly Row[]): DateOrder | null {
  const dates = rows.flatMap(({ cells: [date = ''] }) =>
    date.length > MOST_DATE || parseDate(date) !== null ? [] : [date],
  );
  const { value, confidence } = sniffDateOrder(dates, false);
  return confidence === 1 ? value : null;
}

function dayOf(text: string, order: DateOrder | null): number | DayRefusal {
  const written = parseDate(text);
  const orders: readonly DateOrder[] = order === null ? ['ymd', 'dmy', 'mdy'] : [order];
  const [day, other] = written === null ? new Set(orders.flatMap((each) => stampDay(text, each))) : [written];
  if (day === undefined) return 'date';
  if (other !== undefined) return 'dateOrder';
  return isHeldDay(day) ? day : 'dateRange';
}

/** Nothing where it is no date in that order. */
function stampDay(text: string, order: DateOrder): number[] {
  const stamp = text.length > MOST_DATE ? null : readStamp(text, order);
  return stamp === null ? [] : [Math.floor(stamp.minutes / MINUTES_PER_DAY)];
}

/** The first cells of a line, without the quotation marks around them; `""` within is one. */
function cellsOf(line: string): Omit<Row, 'row'> {
  const cells: string[] = [];
  let separator: string | null = null;
  let isQuoted = false;
  let from = 0;
  for (let at = 0; at < line.length && cells.length < MOST_CELLS; at++) {
    const character = line.charAt(at);
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (separator === null ? ',;\t'.includes(character) : character === separator)) {
      separator = character;
      cells.push(plainCell(line.slice(from, at)));
      from = at + 1;
    }
  }
  if (cells.length < MOST_CELLS) cells.push(plainCell(line.slice(from)));
  return { cells, isClosed: !isQuoted };
}

function plainCell(cell: string): string {
  const trimmed = cell.trim();
  const isQuoted = trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"');
  return isQuoted ? trimmed.slice(1, -1).replaceAll('""', '"').trim() : trimmed;
}
