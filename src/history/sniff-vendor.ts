/**
 * Exports that do not say what their columns are, or say it in a way of their own.
 *
 * Calabrio (Teleopti) queue data: 21 fields in a fixed order, no headings. NICE IEX exports: a first line
 * that begins with `#fields`, alone or as a cell of its own before the names.
 */
import { isClock, isNumber } from './cell-kinds.ts';
import type { ColumnRole } from './mapping.ts';

const CALABRIO: readonly (readonly [string, ColumnRole])[] = [
  ['interval', 'ignore'],
  ['date', 'date'],
  ['time', 'time'],
  ['queue', 'ignore'],
  ['queue_name', 'channel'],
  ['offd_direct_call_cnt', 'volume'],
  ['overflow_in_call_cnt', 'ignore'],
  ['aband_call_cnt', 'abandoned'],
  ['overflow_out_call_cnt', 'ignore'],
  ['answ_call_cnt', 'answered'],
  ['queued_and_answ_call_dur', 'ignore'],
  ['queued_and_aband_call_dur', 'ignore'],
  ['talking_call_dur', 'handleTime'],
  ['wrap_up_dur', 'handleTime'],
  ['queued_answ_longest_que_dur', 'ignore'],
  ['queued_aband_longest_que_dur', 'ignore'],
  ['avg_avail_member_cnt', 'ignore'],
  ['ans_servicelevel_cnt', 'ignore'],
  ['wait_dur', 'ignore'],
  ['aband_short_call_cnt', 'ignore'],
  ['aband_within_sl_cnt', 'ignore'],
];

/** Names and roles of the columns when the rows are Calabrio's queue data; null when they are not. */
export function calabrioColumns(
  rows: readonly (readonly string[])[],
): readonly (readonly [string, ColumnRole])[] | null {
  const fits = (row: readonly string[]) =>
    row.length === CALABRIO.length &&
    /^\d{1,2}$/.test(row[0] ?? '') &&
    /^\d{8}$|^\d{4}-\d\d-\d\d$/.test(row[1] ?? '') &&
    isClock(row[2] ?? '') &&
    row.slice(5).every((cell) => isNumber(cell));
  return rows.length > 0 && rows.every(fits) ? CALABRIO : null;
}

/** The headings of a first row, without the mark that NICE puts before them. */
export function headingsOf(cells: readonly string[]): readonly string[] {
  const [first = ''] = cells;
  const marked = /^#\s*fields\s*:?\s*/i.exec(first);
  if (marked === null) return cells;
  const rest = first.slice(marked[0].length);
  return rest === '' ? cells.slice(1) : [rest, ...cells.slice(1)];
}
