/**
 * The days of a calendar file: events (VEVENT) of RFC 5545 with their start, end and summary.
 *
 * What one needs of the format is small, and libraries for it bring time zones and rules of their own, so this is a
 * reader of just that part: folded lines, escaped characters, days or moments, an exclusive end or a duration, days left
 * out (EXDATE), single events moved (RECURRENCE-ID), and what comes on the same date every year. Any other repetition
 * is refused by name. A moment in UTC becomes the day of the zone given, any other the day that its own clock says.
 *
 * Reference: RFC 5545, sections 3.1 (lines), 3.3.10 (rules), 3.3.11 (text), 3.6.1 (events).
 */
import { civilDate, dayNumber, formatDate, parseDate } from '../numeric/civil-date.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { yearlyRule, yearsOf } from './calendar-rule.ts';
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
import { zoneClock } from './time-zone.ts';

type Property = { readonly name: string; readonly head: string; readonly value: string };

type CalendarEvent = {
  readonly row: number;
  readonly properties: readonly Property[];
  readonly isWhole: boolean;
};

/** An event may last so many days. */
const MOST_SPAN = 366;

/** O(characters + days). */
export function readCalendar(text: string, options: DayListOptions): Omit<DayList, 'form'> {
  const days: ListedDay[] = [];
  const refused: RefusedDay[] = [];
  const events = eventsOf(text);
  const moved = movedDays(events, options);
  for (const [index, event] of events.entries()) {
    const label = summaryOf(event);
    const found = daysOf(event, label, moved, options);
    if (index >= MOST_LISTED || days.length + (Array.isArray(found) ? found.length : 0) > MOST_LISTED) {
      refused.push(refusedDay(event.row, 'tooMany', String(events.length - index)));
      break;
    }
    if (Array.isArray(found))
      for (const day of found) days.push({ row: event.row, date: formatDate(day), label });
    else refused.push(refusedDay(event.row, found.code, found.value));
  }
  return { days, refused };
}

type Refusal = { readonly code: DayRefusal; readonly value: string };

function daysOf(
  event: CalendarEvent,
  label: string,
  moved: ReadonlyMap<string, ReadonlySet<number>>,
  options: DayListOptions,
): number[] | Refusal {
  const no = (code: DayRefusal, value = label): Refusal => ({ code, value });
  const text = (name: string) => valueOf(event, name) ?? '';
  if (!event.isWhole) return no('unfinished');
  if (text('STATUS').toUpperCase() === 'CANCELLED') return no('cancelled');
  const start = momentOf(text('DTSTART'), options);
  if (start === null) return no('date', text('DTSTART') || label);
  const problem = labelProblem(label);
  if (problem !== null) return no(problem);
  const end = endOf(event, start, options);
  if (end === null || end < start) return no('end', text('DTEND') || text('DURATION'));
  const first = Math.floor(start / MINUTES_PER_DAY);
  // the end is not part of the event any more
  const last = Math.max(first, Math.ceil(end / MINUTES_PER_DAY) - 1);
  if (last - first >= MOST_SPAN) return no('span');
  const rules = event.properties.filter(({ name }) => ['RRULE', 'RDATE', 'EXRULE'].includes(name));
  const isSeries = /;RANGE=/i.test(event.properties.find(({ name }) => name === 'RECURRENCE-ID')?.head ?? '');
  if (rules.length === 0 && !isSeries) {
    const span = spanOf(first, last);
    return span.every(isHeldDay) ? span : no('dateRange', text('DTSTART'));
  }
  const [rule] = rules;
  const yearly =
    rule?.name === 'RRULE' && rules.length === 1 && !isSeries
      ? yearlyRule(rule.value, civilDate(first), (written) => momentOf(written, options))
      : null;
  if (yearly === null) return no('rule', `${label}: ${rule?.value ?? ''}`);
  const [from, to] = [parseDate(options.from) ?? first, parseDate(options.to) ?? last];
  const left = leftOut(event, moved, options);
  const repeated = yearsOf(yearly, civilDate(from - MOST_SPAN).year, civilDate(to).year)
    .map(({ year, month, day }) => dayNumber(year, month, day))
    .filter((day) => !left.has(day))
    .flatMap((day) => spanOf(day, day + last - first))
    .filter((day) => day >= from && day <= to && isHeldDay(day));
  return repeated.length > 0 ? repeated : no('noRepetition');
}

function spanOf(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, k) => first + k);
}

function summaryOf(event: CalendarEvent): string {
  const plain = (valueOf(event, 'SUMMARY') ?? '').replaceAll(/\\([\\;,nN])/g, (_, escaped: string) =>
    escaped.toLowerCase() === 'n' ? ' ' : escaped,
  );
  return plain.trim();
}

/** Minutes since 1970 at which the event is over; null where that cannot be read. */
function endOf(event: CalendarEvent, start: number, options: DayListOptions): number | null {
  const written = valueOf(event, 'DTEND');
  if (written !== undefined) return momentOf(written, options);
  const duration = valueOf(event, 'DURATION');
  if (duration === undefined) return start;
  const match = /^\+?P(?:(\d{1,4})W|(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:\d{1,8}S)?)?)$/i.exec(
    duration,
  );
  if (match === null) return null;
  const [weeks, days, hours, minutes] = match
    .slice(1)
    .map((figures: string | undefined) => Number(figures ?? 0));
  return start + ((weeks ?? 0) * 7 + (days ?? 0)) * MINUTES_PER_DAY + (hours ?? 0) * 60 + (minutes ?? 0);
}

/** Minutes since 1970 of `20261225`, `20261225T090000`, `20261225T090000Z`. */
function momentOf(text: string, { timeZone }: DayListOptions): number | null {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}(Z)?)?$/i.exec(text);
  const day = match === null ? null : parseDate(match.slice(1, 4).join('-'));
  if (match === null || day === null) return null;
  const [hour, minute] = [Number(match[4] ?? 0), Number(match[5] ?? 0)];
  if (hour > 23 || minute > 59) return null;
  const minutes = day * MINUTES_PER_DAY + hour * 60 + minute;
  const isUtc = match[6] !== undefined && isHeldDay(day);
  return isUtc ? zoneClock(timeZone).wallClock(minutes) : minutes;
}

/** Days on which a repetition is left out, or held on another one. */
function leftOut(
  event: CalendarEvent,
  moved: ReadonlyMap<string, ReadonlySet<number>>,
  options: DayListOptions,
): ReadonlySet<number> {
  const written = event.properties
    .filter(({ name }) => name === 'EXDATE')
    .flatMap(({ value }) => value.split(','));
  const days = written.flatMap((text) => dayOfMoment(text, options));
  return new Set([...days, ...(moved.get(valueOf(event, 'UID') ?? '') ?? [])]);
}

/** By event: days whose repetition has an event of its own. */
function movedDays(events: readonly CalendarEvent[], options: DayListOptions): Map<string, Set<number>> {
  const moved = new Map<string, Set<number>>();
  for (const event of events) {
    const [uid, instead] = [valueOf(event, 'UID'), valueOf(event, 'RECURRENCE-ID')];
    if (uid === undefined || uid === '' || instead === undefined) continue;
    const days = moved.get(uid) ?? new Set();
    for (const day of dayOfMoment(instead, options)) days.add(day);
    moved.set(uid, days);
  }
  return moved;
}

function dayOfMoment(text: string, options: DayListOptions): number[] {
  const moment = momentOf(text.trim(), options);
  return moment === null ? [] : [Math.floor(moment / MINUTES_PER_DAY)];
}

function valueOf(event: CalendarEvent, name: string): string | undefined {
  return event.properties.find((property) => property.name === name)?.value;
}

/** Events with their own properties, not those of the alarms within. */
function eventsOf(text: string): CalendarEvent[] {
  const events: CalendarEvent[] = [];
  let open: { row: number; properties: Property[] } | null = null;
  let depth = 0;
  const close = (isWhole: boolean) => {
    if (open) events.push({ ...open, isWhole });
    open = null;
    depth = 0;
  };
  for (const { row, line } of unfolded(text)) {
    const property = propertyOf(line);
    const part = property.value.trim().toUpperCase();
    if (property.name === 'BEGIN') {
      if (part === 'VEVENT') close(false);
      if (open) depth++;
      else if (part === 'VEVENT') open = { row, properties: [] };
    } else if (property.name === 'END') {
      if (part === 'VEVENT') close(true);
      else if (part === 'VCALENDAR') close(false);
      else depth = Math.max(0, depth - 1);
    } else if (open && depth === 0) open.properties.push(property);
  }
  close(false);
  return events;
}

/** A line that begins with a space or a tab goes on with the one before. */
function unfolded(text: string): { row: number; line: string }[] {
  const lines: { row: number; line: string }[] = [];
  for (const [index, line] of linesOf(text).entries()) {
    const before = lines.at(-1);
    if (before && /^[ \t]/.test(line)) before.line += line.slice(1);
    else if (line !== '') lines.push({ row: index + 1, line });
  }
  return lines;
}

/** `NAME;PARAMETER="a:b":value` at the first colon outside of quotation marks. */
function propertyOf(line: string): Property {
  let isQuoted = false;
  let colon = 0;
  for (; colon < line.length; colon++) {
    const character = line.charAt(colon);
    if (character === '"') isQuoted = !isQuoted;
    else if (character === ':' && !isQuoted) break;
  }
  const head = line.slice(0, colon);
  return {
    name: (head.split(';', 1)[0] ?? '').trim().toUpperCase(),
    head,
    value: line.slice(colon + 1).trim(),
  };
}
