/** Codes of files and rows in the reader's words. */
import type { Issue } from '../../../errors.ts';
import type { FileIssueCode } from '../../../history/file-issues.ts';
import type { RejectionCode } from '../../../history/refusals.ts';
import type { Finding, Place } from '../../../history/report.ts';
import type { LocaleValue } from '../../locale.tsx';
import { dayText, minuteOf, startText } from './demand-text.ts';

type Sentence = (values: Readonly<Record<string, string>>) => string;
/** A code of the core that a catalogue lacks does not compile. */
type Catalogue = {
  readonly fileIssue: Readonly<Record<FileIssueCode | 'failed', Sentence>>;
  readonly rejection: Readonly<Record<RejectionCode, Sentence>>;
};

function has<Key extends string>(table: Readonly<Record<Key, unknown>>, key: string): key is Key {
  return Object.hasOwn(table, key);
}

/** Why a file cannot be used, or a row of it where no row could be counted. */
export function fileIssueText(issue: Issue, locale: LocaleValue): string {
  const { fileIssue }: Catalogue = locale.t.history;
  if (has(fileIssue, issue.code)) return fileIssue[issue.code](shown(issue, locale));
  const { row = '', column = '' } = issue.values ?? {};
  return locale.t.history.rejectionAt(String(row), String(column), rejectionText(issue, locale));
}

export function rejectionText(rejection: Issue, locale: LocaleValue): string {
  const table: Catalogue['rejection'] = locale.t.history.rejection;
  return has(table, rejection.code) ? table[rejection.code](shown(rejection, locale)) : rejection.message;
}

/** Values as the reader writes them; row numbers are names, not quantities. */
function shown({ values = {} }: Issue, { t, f }: LocaleValue): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]): [string, string] => {
      if (typeof value === 'number') return [key, key === 'row' ? String(value) : f.number(value, 0)];
      if (key === 'dateOrder' && has(t.demand.dateOrders, value)) return [key, t.demand.dateOrders[value]];
      if (key === 'decimal' && has(t.demand.decimals, value)) return [key, t.demand.decimals[value]];
      return [key, value];
    }),
  );
}

export function findingText({ kind, count }: Finding, { t, f }: LocaleValue): string {
  return t.history.finding[kind](count, f.count(count));
}

/** Where a finding was met: the first few places, closed hours as a week reads. */
export function placesText({ kind, count, examples }: Finding, locale: LocaleValue): string {
  if (kind === 'closedHours') return closedText(examples, count, locale);
  const places = examples
    .map((place) =>
      (kind === 'missingDay' || kind === 'endsEarly') && 'start' in place
        ? dayText(place.start, locale.f)
        : placeText(place, locale),
    )
    // A time of day follows its date after a comma.
    .join(examples.some((place) => 'start' in place) ? '; ' : ', ');
  // the days of `endsEarly` are told by the last row alone
  return examples.length < count && kind !== 'endsEarly' ? `${places} …` : places;
}

const MOST_SPANS = 6;

/** `Mon–Fri 00:00–08:00, Sat–Sun 00:00–24:00`: days with the same spans told together. */
function closedText(places: readonly Place[], count: number, locale: LocaleValue): string {
  const { t, f } = locale;
  const byDay = Array.from({ length: 7 }, (_, weekday) =>
    places.flatMap((place) => ('weekday' in place && place.weekday === weekday ? [place] : [])),
  );
  const clocks = byDay.map((spans) =>
    spans.map(({ from, to }) => f.clockRange(minuteOf(from), minuteOf(to))).join(', '),
  );
  const groups: { text: string; spans: number }[] = [];
  for (let first = 0; first < 7;) {
    let last = first;
    while (last < 6 && clocks[last + 1] === clocks[first]) last++;
    const days = [...new Set([first, last])].map((day) => f.weekdayShort(`2024-01-0${day + 1}`)).join('–');
    const spans = byDay[first]?.length ?? 0;
    if (spans > 0) groups.push({ text: `${days} ${clocks[first]}`, spans: spans * (last - first + 1) });
    first = last + 1;
  }
  // a sparse history has a hundred spans, and nobody reads them
  const told: string[] = [];
  let [left, lines] = [count, 0];
  for (const { text, spans } of groups) {
    lines += text.split(', ').length;
    if (lines > MOST_SPANS && told.length > 0) break;
    told.push(text);
    left -= spans;
  }
  return t.history.spans(told.join('; '), f.count(left));
}

/** `Mon 10:00–12:30`, `25 Mar 2016, 08:00`, `row 12`, a column's name. */
function placeText(place: Place, { t, f }: LocaleValue): string {
  if ('row' in place) return t.history.inRow(String(place.row));
  if ('column' in place) return place.column;
  if ('weekday' in place) {
    // 2024-01-01 was a Monday
    const day = f.weekdayShort(`2024-01-0${place.weekday + 1}`);
    return `${day} ${f.clockRange(minuteOf(place.from), minuteOf(place.to))}`;
  }
  const from = startText(place.start, f);
  if (place.contacts !== undefined) return t.history.contactsAt(from, f.count(place.contacts));
  return place.to === undefined ? from : `${from} – ${startText(place.to, f)}`;
}
