/** Why a row or a cell was not counted, in words. */
import type { Mapping } from './mapping.ts';
import type { Rejection } from './report.ts';
import { MOST_CONTACTS, MOST_HANDLE_TIME } from './row-reading.ts';

type Words = { readonly says: (cell: string) => string; readonly allowed: (mapping: Mapping) => string };

const ORDERS = { ymd: 'year, month, day', dmy: 'day, month, year', mdy: 'month, day, year' };
const aDate = (mapping: Mapping) => `a date as ${ORDERS[mapping.dateOrder]}`;
const aNumber = (mapping: Mapping) => `a number with decimal ${mapping.decimal === '.' ? 'point' : 'comma'}`;

const WORDS = {
  dateMissing: { says: () => 'there is no date', allowed: aDate },
  dateUnreadable: { says: (cell) => `${cell} is no date`, allowed: aDate },
  dateDoesNotExist: { says: (cell) => `the date ${cell} does not exist`, allowed: aDate },
  dateImplausible: { says: (cell) => `${cell} is not a plausible date`, allowed: () => '1970 to 2199' },
  dateFarOff: {
    says: (cell) => `${cell} lies far from the dates of all other rows and is taken for a slip; left out`,
    allowed: () => 'a date near those of the other rows',
  },
  timeUnreadable: { says: (cell) => `${cell} holds no time of day`, allowed: () => '00:00 to 24:00' },
  offGrid: {
    says: (cell) => `${cell} does not begin an interval`,
    allowed: (mapping) => `every ${mapping.fileMinutes} minutes from 00:00`,
  },
  zoneUnreadable: {
    says: (cell) => `${cell} is no time zone`,
    allowed: () => 'an offset such as +01:00, or an IANA time zone',
  },
  zoneOffGrid: {
    says: (cell) => `on the clock of the scenario ${cell} does not begin an interval`,
    // a row spread over the intervals it covers would be two counts that nobody made, half as scattered as real ones
    allowed: ({ fileMinutes, timeZone }) =>
      `${fileMinutes > 30 ? 'rows of 30 or 15 minutes' : 'rows of 15 minutes'}, or times on the clock of ${timeZone}, every ${fileMinutes} minutes from 00:00`,
  },
  notANumber: { says: (cell) => `${cell} is no number`, allowed: aNumber },
  otherDecimalMark: { says: (cell) => `${cell} is written with the other decimal mark`, allowed: aNumber },
  negativeVolume: {
    says: (cell) => `${cell} contacts are fewer than none`,
    allowed: () => `0 to ${MOST_CONTACTS}`,
  },
  absurdVolume: {
    says: (cell) => `${cell} contacts in one interval are not credible`,
    allowed: () => `0 to ${MOST_CONTACTS}`,
  },
  absurdHandleTime: {
    says: (cell) => `a handle time of ${cell} for one contact is not credible`,
    allowed: () => `up to ${MOST_HANDLE_TIME / 3600} hours for each contact`,
  },
  negativeHandleTime: { says: (cell) => `a handle time of ${cell} is negative`, allowed: () => 'from 0' },
  negativeWait: {
    says: (cell) => `a wait to ${cell} ends before the contact began`,
    allowed: () => 'a time after the contact began, or a duration',
  },
  noTenure: {
    says: (cell) => `${cell} is no tenure of an agent`,
    allowed: () => 'up to 60 years, or a date before the contact',
  },
  channelMissing: { says: () => 'the row names no channel', allowed: () => 'a channel' },
  extraCells: {
    says: (cell) => `there are more cells than columns, first ${cell}`,
    allowed: (mapping) => `${mapping.columns.length} cells`,
  },
  malformedQuotes: {
    says: () => 'a quotation mark stands where none should',
    allowed: () => 'quotation marks in pairs',
  },
} satisfies Record<string, Words>;

export type RejectionCode = keyof typeof WORDS;

/** @example row 17, column "calls": -4 contacts are fewer than none */
export function describeRefusal(
  code: RejectionCode,
  row: number,
  column: string | undefined,
  text: string,
  mapping: Mapping,
): Rejection {
  const words: Words = WORDS[code];
  const cell = `"${text.trim().slice(0, 40)}"`;
  const place = column === undefined || column === '' ? `row ${row}` : `row ${row}, column "${column}"`;
  return {
    row,
    ...(column === undefined ? {} : { column }),
    path: `row ${row}`,
    code,
    message: `${place}: ${words.says(cell)}`,
    allowed: words.allowed(mapping),
    values: {
      row,
      column: column ?? '',
      cell: text.trim().slice(0, 40),
      dateOrder: mapping.dateOrder,
      decimal: mapping.decimal,
      fileMinutes: mapping.fileMinutes,
      timeZone: mapping.timeZone,
      columns: mapping.columns.length,
      most: MOST_CONTACTS,
    },
  };
}
