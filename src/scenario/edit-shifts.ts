/** Shifts of a group added, changed and removed; what would break a rule of the format is named, not done. */
import type { Issue } from '../errors.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { formatClock, parseClock } from './civil.ts';
import { checkGroup } from './consistency-group.ts';
import { type Surroundings, wholeDocument } from './part.ts';
import { LATEST_SHIFT_MINUTE, LONGEST_NAME, MOST_BREAKS, MOST_NAMES } from './plan.ts';
import type { Shift } from './schema.ts';

export type ShiftBreak = Shift['breaks'][number];

/** No rule of shifts looks at the channels of their group. */
const NO_CHANNELS: Omit<Surroundings, 'grid'> = {
  kinds: new Map(),
  conversations: new Set(),
  handleTimes: new Map(),
};

const DAYS_PER_WEEK = 7;
const QUARTER = 15;

/** Why shifts cannot be so; `what` is the break or the name meant, of the shift with this number from 0. */
export type ShiftProblem = {
  readonly kind:
    | 'endFirst'
    | 'breakEndFirst'
    | 'breaksOverlap'
    | 'breakOutside'
    | 'moreNames'
    | 'manyNames'
    | 'longName'
    | 'elsewhere';
  readonly shift: number;
  readonly what: string;
};

/**
 * The first of what is wrong once the shift at this place has changed, all having been right before, by the rules
 * that a file is read with. Besides itself it can only be at odds with those of the same people.
 */
export function shiftProblem(shifts: readonly Shift[], days: number, at: number): ShiftProblem | null {
  const names = new Set(shifts[at]?.names);
  const long = [...names].find((name) => name.length > LONGEST_NAME);
  if (long !== undefined) return { kind: 'longName', shift: at, what: long };
  if ((shifts[at]?.names?.length ?? 0) > MOST_NAMES) return { kind: 'manyNames', shift: at, what: '' };
  const places = [...shifts.keys()].filter(
    (place) => place === at || (names.size > 0 && shifts[place]?.names?.some((name) => names.has(name))),
  );
  const concerned = places.flatMap((place) => shifts[place] ?? []);
  const issues: Issue[] = [];
  const group = { skills: [], staffing: { kind: 'shifts', shifts: concerned } };
  checkGroup(wholeDocument(group, issues), { ...NO_CHANNELS, grid: { days, slots: 1 } });
  const [first] = issues;
  const problem = first && problemOf(first, concerned);
  return problem ? { ...problem, shift: places[problem.shift] ?? at } : null;
}

function problemOf({ path, code }: Issue, shifts: readonly Shift[]): ShiftProblem {
  const [shift = 0, entry = 0] = [...path.matchAll(/\[(\d+)\]/g)].map(([, index]) => Number(index));
  const { names = [], breaks = [] } = shifts[shift] ?? {};
  if (path.includes('.names'))
    return code === 'overlap'
      ? { kind: 'elsewhere', shift, what: names[entry] ?? '' }
      : { kind: 'moreNames', shift, what: '' };
  const pause = breaks[entry];
  if (!path.includes('.breaks') || !pause) return { kind: 'endFirst', shift, what: '' };
  const kind = code === 'outside' ? 'breakOutside' : code === 'overlap' ? 'breaksOverlap' : 'breakEndFirst';
  return { kind, shift, what: `${pause.start}–${pause.end}` };
}

/** One more, like the last without its names; the first is worked on the days of `usual`, nine to five. */
export function withShift(shifts: readonly Shift[], usual: readonly number[]): Shift[] {
  const last = shifts.at(-1);
  if (!last) return [{ days: usual, start: '09:00', end: '17:00', agents: 1, breaks: [] }];
  const { names: _, ...like } = last;
  return [...shifts, like];
}

export function withoutShift(shifts: readonly Shift[], at: number): Shift[] {
  return shifts.toSpliced(at, 1);
}

/** Fields of one shift; an empty list of names is none. */
export function withShiftFields(shifts: readonly Shift[], at: number, fields: Partial<Shift>): Shift[] {
  return shifts.map((shift, index) => {
    if (index !== at) return shift;
    const { names = [], ...rest } = { ...shift, ...fields };
    return names.length > 0 ? { ...rest, names } : rest;
  });
}

/** Days of a calendar that are one weekday, by the calendar's first week. */
export function daysByWeekday(days: number): number[][] {
  return Array.from({ length: Math.min(days, DAYS_PER_WEEK) }, (_, first) =>
    Array.from(
      { length: Math.ceil((days - first) / DAYS_PER_WEEK) },
      (__, week) => first + week * DAYS_PER_WEEK,
    ),
  );
}

/** Days of a calendar week by week, from its first day; the last week may be shorter. */
export function daysByWeek(days: number): number[][] {
  return Array.from({ length: Math.ceil(days / DAYS_PER_WEEK) }, (_, week) =>
    Array.from(
      { length: Math.min(DAYS_PER_WEEK, days - week * DAYS_PER_WEEK) },
      (__, day) => week * DAYS_PER_WEEK + day,
    ),
  );
}

/** Worked on all of these days, or on none of them. */
export function withDays({ days }: Shift, chosen: readonly number[], on: boolean): number[] {
  const others = days.filter((day) => !chosen.includes(day));
  return on ? [...others, ...chosen].toSorted((a, b) => a - b) : others;
}

/** One break more: a quarter of an hour amid the longest time without one. Null where there is no room for it. */
export function withBreak({ start, end, breaks }: Shift): ShiftBreak[] | null {
  const edges = [start, ...inOrder(breaks).flatMap((each) => [each.start, each.end]), end].map(
    (clock) => parseClock(clock, LATEST_SHIFT_MINUTE) ?? 0,
  );
  let [from, longest] = [0, 0];
  for (let edge = 0; edge + 1 < edges.length; edge += 2) {
    const length = (edges[edge + 1] ?? 0) - (edges[edge] ?? 0);
    if (length > longest) [from, longest] = [edges[edge] ?? 0, length];
  }
  if (longest < QUARTER || breaks.length >= MOST_BREAKS) return null;
  const middle = Math.floor((from + longest / 2 - QUARTER / 2) / QUARTER) * QUARTER;
  const at = Math.max(from, middle);
  return inOrder([...breaks, { start: formatClock(at), end: formatClock(at + QUARTER) }]);
}

/** `HH:MM` two digits each: their order as texts is that of the times. */
function inOrder(breaks: readonly ShiftBreak[]): ShiftBreak[] {
  return breaks.toSorted((a, b) => (a.start < b.start ? -1 : Number(a.start > b.start)));
}

/** `9:30`, `09:30`, `9h30`, `33:30` for half past nine the next day; null for anything else. */
export function readClock(text: string, latest: number = LATEST_SHIFT_MINUTE): string | null {
  const match = /^(\d{1,2})\s?[:h.]\s?([0-5]\d)$/i.exec(text.trim());
  const minute = match && parseClock(`${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? ''}`, latest);
  return minute === null ? null : formatClock(minute);
}

/** The start of a shift lies in its own day. */
export function readStart(text: string): string | null {
  return readClock(text, MINUTES_PER_DAY);
}

/** `10:00–10:15`, also with a hyphen. */
export function readBreak(text: string): ShiftBreak | null {
  const [start = null, end = null, ...rest] = text.split(/[-–—]/).map((part) => readClock(part));
  return start === null || end === null || rest.length > 0 ? null : { start, end };
}

/** Names between commas. */
export function readNames(text: string): string[] {
  return text
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
