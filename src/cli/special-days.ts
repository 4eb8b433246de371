/** Marked days for a forecast: a list of dates and labels, or a calendar (.ics). */
import type { Issue } from '../errors.ts';
import type { SpecialDay } from '../forecast/series.ts';
import { readDayList } from '../history/day-list.ts';
import { guessEncoding } from '../history/encoding.ts';
import {
  MOST_LIST_BYTES,
  type DayListOptions,
  type DayRefusal,
  type RefusedDay,
} from '../history/listed-day.ts';
import { refuse, type Surroundings } from './command.ts';
import { readBytes } from './files.ts';

const MOST_NAMED = 20;

const SENTENCES: Readonly<Record<DayRefusal, (value: string) => string>> = {
  date: (value) => `${value} is no date`,
  dateOrder: (value) => `day and month of ${value} could be either`,
  dateRange: (value) => `${value} is not between 1970 and 2199`,
  label: () => 'the day has no label',
  labelLong: (value) => `the label ${value} is too long`,
  control: (value) => `the label ${value} has characters that are not seen`,
  formula: (value) => `the label ${value} is a formula`,
  quote: () => 'a quotation mark is not closed',
  channel: (value) => `the history has no channel ${value}`,
  tooMany: (value) => `the list is too long: ${value} more are not read`,
  end: (value) => `the event ends before it starts, or at no moment: ${value}`,
  span: (value) => `${value} lasts longer than a year`,
  rule: (value) => `its repetition is not read: ${value}`,
  noRepetition: (value) => `${value} is not repeated within history and forecast`,
  cancelled: (value) => `${value} is cancelled`,
  unfinished: (value) => `the event ${value} has no end in the file`,
};

/**
 * The days of a file, later marks of a date in place of earlier ones. What a calendar holds that is no day is told and
 * left out: others wrote it.
 *
 * @throws {WrongInput} with every row of a list that is no date and label, or names a channel the history has not
 */
export function readSpecialDays(
  file: string,
  { channels, ...options }: Omit<DayListOptions, 'channelOf'> & { readonly channels: readonly string[] },
  surroundings: Surroundings,
): SpecialDay[] {
  const bytes = readBytes(file, surroundings, MOST_LIST_BYTES);
  const guess = guessEncoding(bytes);
  if (!guess.ok) throw refuse(file, guess.issues);
  const { form, days, refused } = readDayList(new TextDecoder(guess.encoding).decode(bytes), {
    ...options,
    channelOf: (name) => (channels.includes(name) ? name : null),
  });
  const issues = refused.map((row) => issueOf(row, channels));
  if (form === 'table' && issues.length > 0) throw refuse(file, issues);
  for (const { path, message } of issues.slice(0, MOST_NAMED))
    surroundings.error(`${file}: ${path}: left out, ${message}\n`);
  if (issues.length > MOST_NAMED)
    surroundings.error(`${file}: ${issues.length - MOST_NAMED} more events left out\n`);
  return days.map(({ date, label, channel }) => ({
    date,
    label,
    ...(channel === undefined ? {} : { channel }),
  }));
}

function issueOf({ row, code, value }: RefusedDay, channels: readonly string[]): Issue {
  const allowed: Partial<Record<DayRefusal, string>> = {
    date: 'YYYY-MM-DD',
    dateOrder: 'YYYY-MM-DD',
    label: 'a word',
    labelLong: 'up to 200 characters',
    channel: channels.join(', '),
  };
  const accepted = allowed[code];
  return {
    path: `line ${row}`,
    code,
    message: SENTENCES[code](value),
    ...(accepted === undefined ? {} : { allowed: accepted }),
  };
}
