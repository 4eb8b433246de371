/** A list or a calendar of special days, before it is used. */
import type { DayRefusal } from '../../../history/listed-day.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');
const s = (count: number, one: string, other: string) => plural(count, { one, other });

const refusals: Readonly<Record<DayRefusal, string>> = {
  date: 'No date. Accepted: 2026-11-27',
  dateOrder: 'Day and month could be either. Write 2026-11-27',
  dateRange: 'Not between 1970 and 2199',
  label: 'No label',
  labelLong: 'A label of more than 200 characters',
  control: 'A label with characters that are not seen',
  formula: 'A formula in place of a label',
  quote: 'A quotation mark that is not closed',
  channel: 'No such channel',
  tooMany: 'Rows or events from here on are not read, the list is too long',
  end: 'It ends before it starts, or the end cannot be read',
  span: 'It lasts longer than a year',
  rule: 'It repeats in a way that is not read; only what comes on the same date every year is',
  noRepetition: 'Not repeated within the histories and the days planned',
  cancelled: 'Cancelled',
  unfinished: 'The event has no end in the file',
};

export const dayList = {
  bring: 'Bring a list',
  text: 'Rows of date, label and, where it concerns one only, channel, as from a spreadsheet; or a calendar (.ics). What comes every year is repeated within the histories and the days planned.',
  choose: 'Choose a file',
  label: 'Dates and labels, one day a line',
  kind: 'Days with a new name are',
  tooLarge: 'The file has more than 1 MB.',
  notShown: (characters: string) => `${characters} characters are read; so many are not shown here.`,
  empty: 'No day is in it.',
  added: (count: number, shown: string) => s(count, `${shown} day to add`, `${shown} days to add`),
  replaced: (count: number, shown: string) => s(count, `${shown} to rename`, `${shown} to rename`),
  there: (count: number, shown: string) => s(count, `${shown} already there`, `${shown} already there`),
  repeated: (count: number, shown: string) =>
    s(count, `${shown} again further down`, `${shown} again further down`),
  refused: (count: number, shown: string) => s(count, `${shown} row refused`, `${shown} rows refused`),
  outside: (count: number, shown: string) =>
    s(
      count,
      `${shown} day lies outside the histories and the days planned: it is kept, and does nothing until they reach it.`,
      `${shown} days lie outside the histories and the days planned: they are kept, and do nothing until these reach them.`,
    ),
  tooMany: (shown: string, most: string) =>
    `That would be ${shown} marked days; a scenario keeps at most ${most}.`,
  days: 'Days of the list',
  refusedRows: 'Refused rows',
  line: 'Line',
  date: 'Date',
  name: 'Label',
  concerns: 'Concerns',
  effect: 'What happens',
  effects: { added: 'Added', there: 'Already there', repeated: 'Again further down' },
  renamed: (before: string) => `In place of ${before}`,
  reason: 'Why',
  written: 'Written',
  refusals,
  apply: (count: number, shown: string) => s(count, `Mark ${shown} day`, `Mark ${shown} days`),
  pages: 'Pages of the list',
  refusedPages: 'Pages of refused rows',
  groupPages: 'Pages of special days',
  dayPages: (name: string) => `Pages of days, ${name}`,
};

export type DayListWords = typeof dayList;
