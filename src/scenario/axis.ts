/**
 * The time axis of a scenario: the intervals that really happen, in order, each knowing its cell
 * on the wall-clock grid.
 *
 *     grid   00:00 … 01:30  02:00  02:30  03:00 …       the same 48 cells every day
 *     spring 00:00 … 01:30                03:00 …       two cells never happen
 *     autumn 00:00 … 01:30  02:00  02:30  02:00  02:30  03:00 …   two happen twice
 *
 * Instants are elapsed seconds since the first local midnight, so every interval has the same
 * length and day 2 starts 23, 24 or 25 hours after day 1. Without a clock change the axis is the
 * grid itself.
 */
import { DomainError } from '../errors.ts';
import { formatDate, parseDate, weekdayOf } from '../numeric/civil-date.ts';
import { MINUTES_PER_DAY, SECONDS_PER_DAY, SECONDS_PER_MINUTE, type Seconds } from '../units.ts';
import { formatClock } from './civil.ts';
import type { Calendar } from './schema.ts';
import { offsetChange, startOfDay, zoneOffset, type ZoneOffset } from './time-zone.ts';

export type AxisInterval = {
  /** Day of the calendar, from 0. */
  readonly day: number;
  /** Interval of the wall-clock day, from 0. */
  readonly slot: number;
  /** Index on the grid: `day * slotsPerDay + slot`. */
  readonly cell: number;
  /** Start, in elapsed seconds since the first local midnight. */
  readonly at: Seconds;
  /** Wall clock at its start, `HH:MM`. */
  readonly label: string;
  /** True the second time an hour happens, on the autumn day. */
  readonly repeated: boolean;
};

export type AxisDay = {
  readonly date: string;
  /** ISO weekday, 0 = Monday. */
  readonly weekday: number;
  readonly holiday: boolean;
};

export type Axis = {
  readonly intervalSeconds: Seconds;
  readonly slotsPerDay: number;
  /** Cells on the grid: days × slotsPerDay. */
  readonly cells: number;
  readonly days: readonly AxisDay[];
  readonly intervals: readonly AxisInterval[];
  /** Elapsed seconds at the end of the last day. */
  readonly end: Seconds;
  /** Grid index of an interval of a day. */
  cell(day: number, slot: number): number;
  /**
   * Elapsed seconds at a wall-clock minute of a day. A minute that is skipped gives the instant
   * of the jump, a repeated one its first occurrence; minutes past 1440 belong to the next day,
   * and past the last day every day has 24 hours.
   */
  at(day: number, minute: number): Seconds;
};

/** A run of wall clock without a change: minutes [from, to) of the day starting at `at`. */
type ClockRun = { readonly from: number; readonly to: number; readonly at: Seconds };

/**
 * The axis of a calendar. O(days × slots); asks the zone data a few times per day.
 *
 * @throws {DomainError} if the start is no date, the zone unknown, or the clock changes by less
 * than an interval within the calendar (half an hour on Lord Howe Island with hourly intervals)
 */
export function buildAxis(calendar: Calendar): Axis {
  const first = parseDate(calendar.start);
  if (first === null)
    throw new DomainError('buildAxis', 'calendar.start', calendar.start, 'a date YYYY-MM-DD');
  const { intervalMinutes } = calendar;
  const slotsPerDay = MINUTES_PER_DAY / intervalMinutes;
  const intervalSeconds = intervalMinutes * SECONDS_PER_MINUTE;
  const offset = zoneOffset(calendar.timeZone);
  const origin = startOfDay(first, offset);
  const holidays = new Set(calendar.holidays.map(({ date }) => date));

  const days: AxisDay[] = [];
  const intervals: AxisInterval[] = [];
  const runsOfDays: (readonly ClockRun[])[] = [];
  let start = origin;
  for (let day = 0; day < calendar.days; day++) {
    const date = formatDate(first + day);
    days.push({ date, weekday: weekdayOf(first + day), holiday: holidays.has(date) });
    const next = startOfDay(first + day + 1, offset);
    const runs = clockRuns(first + day, start, next, origin, offset);
    runsOfDays.push(runs);
    let reached = -1; // the last slot seen today: an earlier one is a repetition
    for (const run of runs) {
      if ((run.to - run.from) % intervalMinutes !== 0 || run.from % intervalMinutes !== 0)
        throw new DomainError(
          'buildAxis',
          'calendar.intervalMinutes',
          intervalMinutes,
          `shorter, as the clock changes on ${date}`,
        );
      for (let minute = run.from; minute < run.to; minute += intervalMinutes) {
        const slot = minute / intervalMinutes;
        const at = run.at + (minute - run.from) * SECONDS_PER_MINUTE;
        const repeated = slot <= reached;
        intervals.push({
          day,
          slot,
          cell: day * slotsPerDay + slot,
          at,
          label: formatClock(minute),
          repeated,
        });
        reached = Math.max(reached, slot);
      }
    }
    start = next;
  }

  const end = start - origin;
  const at = (day: number, minute: number): Seconds => {
    const wholeDays = Math.floor(minute / MINUTES_PER_DAY);
    const onDay = day + wholeDays;
    const minuteOfDay = minute - wholeDays * MINUTES_PER_DAY;
    const runs = runsOfDays[onDay];
    if (runs === undefined)
      return end + (onDay - calendar.days) * SECONDS_PER_DAY + minuteOfDay * SECONDS_PER_MINUTE;
    const run = runs.find(({ to }) => minuteOfDay < to);
    if (run === undefined) return at(onDay + 1, 0);
    return run.at + Math.max(0, minuteOfDay - run.from) * SECONDS_PER_MINUTE;
  };
  return {
    intervalSeconds,
    slotsPerDay,
    cells: calendar.days * slotsPerDay,
    days,
    intervals,
    end,
    cell: (day, slot) => day * slotsPerDay + slot,
    at,
  };
}

/** Values on the grid, one per interval of the axis: repeated cells twice, skipped cells never. */
export function onAxis(axis: Axis, grid: ArrayLike<number>): Float64Array {
  const values = new Float64Array(axis.intervals.length);
  axis.intervals.forEach(({ cell }, interval) => (values[interval] = grid[cell] ?? 0));
  return values;
}

function clockRuns(
  day: number,
  start: Seconds,
  next: Seconds,
  origin: Seconds,
  offset: ZoneOffset,
): ClockRun[] {
  if (next <= start) return []; // a day the zone skipped
  const minuteOfDay = (epoch: Seconds, zone: Seconds) =>
    (epoch + zone - day * SECONDS_PER_DAY) / SECONDS_PER_MINUTE;
  const before = offset(start);
  const after = offset(next - 1);
  const change = before === after ? next : offsetChange(start, next, offset);
  const runs = [{ from: minuteOfDay(start, before), to: minuteOfDay(change, before), at: start - origin }];
  if (change < next)
    runs.push({ from: minuteOfDay(change, after), to: minuteOfDay(next, after), at: change - origin });
  return runs;
}
