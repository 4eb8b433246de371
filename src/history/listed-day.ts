/** What a list of special days holds, and why one of its rows is no day. */
import { formatDate } from '../numeric/civil-date.ts';

export type ListedDay = {
  /** Line of the file, from 1; of a calendar that on which the event begins. */
  readonly row: number;
  readonly date: string;
  readonly label: string;
  /** Absent: all channels. */
  readonly channel?: string;
};

export type DayRefusal =
  /** No date; `dateOrder`: day and month could be either; `dateRange`: outside 1970 to 2199. */
  | 'date'
  | 'dateOrder'
  | 'dateRange'
  | 'label'
  | 'labelLong'
  | 'control'
  | 'formula'
  /** A quotation mark that is not closed in its line. */
  | 'quote'
  | 'channel'
  /** The list is longer than is read; `value`: how many rows or events are left. */
  | 'tooMany'
  /** Of a calendar: its end is before its start, it is longer than a year, it repeats in a way that is not read. */
  | 'end'
  | 'span'
  | 'rule'
  /** None of its repetitions lies where one was asked for. */
  | 'noRepetition'
  | 'cancelled'
  /** An event without its end. */
  | 'unfinished';

export type RefusedDay = { readonly row: number; readonly code: DayRefusal; readonly value: string };

export type DayList = {
  readonly form: 'table' | 'calendar';
  readonly days: readonly ListedDay[];
  readonly refused: readonly RefusedDay[];
};

export type DayListOptions = {
  /** The channel that a name stands for; null: there is none. */
  readonly channelOf: (name: string) => string | null;
  /** First and last day between which what comes every year is repeated. */
  readonly from: string;
  readonly to: string;
  /** In which the moments of a calendar that are told in UTC become days. */
  readonly timeZone: string;
};

/** Characters of a file that is read. */
export const MOST_LIST_BYTES = 1_000_000;
/** Rows, events and days; a scenario keeps fewer. */
export const MOST_LISTED = 5000;

const MOST_LABEL = 200;
const MOST_QUOTED = 80;
const HIDDEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;
/** What a worksheet would carry out once the label is exported to one; `-20 %` and `+1 day` are words. */
const FORMULA = /^[=@]|^[+-].*[(|!]/u;

/** Why these words cannot be a label; null: they can. */
export function labelProblem(label: string): DayRefusal | null {
  if (label === '') return 'label';
  if (label.search(HIDDEN) >= 0) return 'control';
  if (label.length > MOST_LABEL) return 'labelLong';
  return FORMULA.test(label) ? 'formula' : null;
}

/** Whether a scenario can hold the day. */
export function isHeldDay(day: number): boolean {
  const date = formatDate(day);
  return date >= '1970' && date < '2200';
}

/** A refused row with what it says, short and harmless to show. */
export function refusedDay(row: number, code: DayRefusal, value: string): RefusedDay {
  const shown = value.slice(0, MOST_QUOTED + 1).replaceAll(HIDDEN, '\u{FFFD}');
  return { row, code, value: shown.length > MOST_QUOTED ? `${shown.slice(0, MOST_QUOTED)}…` : shown };
}

/** Whatever ends them. */
export function linesOf(text: string): string[] {
  return text.replaceAll(/\r\n?/g, '\n').split('\n');
}
