/**
 * Why a file as a whole cannot be used: a code and its values for whoever translates, and the same
 * sentence in English.
 */
import type { Issue } from '../errors.ts';

type Values = Readonly<Record<string, string | number>>;
type Sentence = { readonly says: (v: Values) => string; readonly allowed?: (v: Values) => string };

const AS_TEXT = 'a text file (CSV, TSV) or a workbook (.xlsx)';

const SENTENCES = {
  emptyFile: { says: () => 'the file is empty' },
  headerOnly: { says: () => 'the file has a header and no rows below it' },
  fileTooLarge: {
    says: (v) => `the file has ${v['megabytes']} MB`,
    allowed: (v) => `up to ${v['most']} MB`,
  },
  binaryFile: { says: () => 'the file holds bytes that no text has', allowed: () => AS_TEXT },
  oldWorkbook: {
    says: () => 'this is an old Excel workbook (.xls), or one with a password',
    allowed: () => 'the same saved as .xlsx or CSV, without a password',
  },
  workbookDamaged: {
    says: () => 'the workbook is damaged',
    allowed: () => 'a workbook that opens elsewhere',
  },
  workbookTooLarge: {
    says: (v) => `the workbook, or a sheet of it unpacked, has ${v['megabytes']} MB`,
    allowed: (v) => `up to ${v['most']} MB; larger tables as CSV`,
  },
  noSheet: { says: () => 'the workbook has no sheet with cells', allowed: () => 'a workbook with a table' },
  pdfFile: { says: () => 'this is a PDF document, not a table', allowed: () => AS_TEXT },
  webPage: { says: () => 'this is a web page, not a table', allowed: () => AS_TEXT },
  scenarioFile: {
    says: () => 'this is a scenario, not a history',
    allowed: () => AS_TEXT,
  },
  archive: { says: () => 'this is an archive', allowed: () => 'the files in it, unpacked' },
  image: { says: () => 'this is an image, not a table', allowed: () => AS_TEXT },
  oneColumn: {
    says: () => 'only one column was found and it holds no dates',
    allowed: () => 'columns separated by comma, semicolon, tab or bar',
  },
  noDateColumn: {
    says: () => 'no column holds the date',
    allowed: () => 'one column with dates, or date and time',
  },
  datesDoNotExist: {
    says: (v) => `a column looks like dates, but they do not exist: ${v['cell']} in row ${v['row']}`,
    allowed: () => 'dates of the calendar',
  },
  noVolumeColumn: {
    says: () => 'no column holds numbers of contacts',
    allowed: () => 'one column with volumes',
  },
  noChannelColumn: { says: () => 'no column names the channel', allowed: () => 'one column with channels' },
  timeZone: { says: (v) => `${v['zone']} is no time zone`, allowed: () => 'an IANA time zone' },
  interval: {
    says: (v) => `${v['minutes']} minutes do not divide a day`,
    allowed: () => 'a divisor of 1440',
  },
  coarserFile: {
    says: (v) => `rows of ${v['fileMinutes']} minutes cannot be summed to ${v['minutes']} minutes`,
    allowed: (v) => `a multiple of ${v['fileMinutes']}`,
  },
  tooManyChannels: {
    says: (v) => `there are more channels than ${v['most']}: is the channel column the right one?`,
    allowed: (v) => `up to ${v['most']} channels`,
  },
  notALog: {
    says: () => 'the rows are counts of intervals, not contacts',
    allowed: () => 'a log with one row per contact and its time',
  },
  noTimesOfDay: {
    says: () => 'its contacts have a date, and no time of day',
    allowed: () => 'a log with one row per contact and its time',
  },
  tooManyContacts: {
    says: (v) => `the log has more than ${v['most']} contacts`,
    allowed: (v) => `up to ${v['most']} contacts`,
  },
  tooSpread: {
    says: () => 'the rows are spread over more channels and days than can be held',
    allowed: () => 'up to 80 million intervals in all',
  },
  quoteSwallows: {
    says: (v) =>
      `a quoted field that begins in row ${v['row']} spans at least ${v['lines']} lines: a stray quotation mark swallows the rows after it`,
    allowed: () => 'quotation marks in pairs, or reading them as plain characters',
  },
  endlessRow: {
    says: (v) => `row ${v['row']} has more than ${v['most']} characters and no end`,
    allowed: () => 'one row per line',
  },
  volumesEmpty: {
    says: (v) => `none of ${v['rows']} rows has a number of contacts: their cells are empty`,
    allowed: () => 'numbers in the column of contacts, or another column for them',
  },
  nothingCounted: { says: (v) => `none of ${v['rows']} rows could be counted` },
} satisfies Record<string, Sentence>;

export type FileIssueCode = keyof typeof SENTENCES;

/** `path`: `file`, `row 17`, or the field of the mapping that is wrong. */
export function fileIssue(code: FileIssueCode, values: Values = {}, path = 'file'): Issue {
  const { says, allowed }: Sentence = SENTENCES[code];
  return {
    path,
    code,
    message: says(values),
    ...(allowed === undefined ? {} : { allowed: allowed(values) }),
    ...(Object.keys(values).length === 0 ? {} : { values }),
  };
}
