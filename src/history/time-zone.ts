/**
 * A time zone's wall clock, from the rules the platform carries.
 *
 * Instants are minutes since 1970 UTC, wall-clock times minutes since 1970 on the clock itself;
 * both plain numbers, so that nothing here reads a clock.
 */
import { dayNumber } from '../numeric/civil-date.ts';
import { MINUTES_PER_DAY } from '../units.ts';

/** A stretch of wall clock that a change skips in spring or passes twice in autumn: [from, to). */
export type ClockChange = {
  readonly kind: 'skipped' | 'repeated';
  readonly from: number;
  readonly to: number;
};

// clocks stand between 12 h behind and 14 h ahead of UTC: a wall-clock day lies within these minutes around the UTC one
const MOST_BEHIND = 15 * 60;
const MOST_AHEAD = 13 * 60;
const DAYS_ASKED_TOGETHER = 8;

const clocks = new Map<string, ZoneClock>();

/**
 * The clock of an IANA time zone, remembered because it is dear to make.
 *
 * @throws {RangeError} if there is no such zone
 */
export function zoneClock(timeZone: string): ZoneClock {
  const clock = clocks.get(timeZone) ?? new ZoneClock(timeZone);
  clocks.set(timeZone, clock);
  return clock;
}

export function isTimeZone(name: string): boolean {
  try {
    return zoneClock(name) instanceof ZoneClock;
  } catch {
    return false;
  }
}

export class ZoneClock {
  private readonly format: Intl.DateTimeFormat;
  /** Offset of whole days that have only one; null: the day has a change inside. */
  private readonly offsets = new Map<number, number | null>();
  private readonly changes = new Map<number, ClockChange | null>();
  /** Stretches of days, and whether the clock stands as far from UTC after them as before. */
  private readonly steady = new Map<number, boolean>();

  constructor(timeZone: string) {
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  }

  /** The wall clock at an instant. O(1) but for the first question about a day. */
  wallClock(utcMinutes: number): number {
    const day = Math.floor(utcMinutes / MINUTES_PER_DAY);
    let offset = this.offsets.get(day);
    if (offset === undefined) {
      const start = this.offsetAt(day * MINUTES_PER_DAY);
      offset = start === this.offsetAt((day + 1) * MINUTES_PER_DAY) ? start : null;
      this.offsets.set(day, offset);
    }
    return utcMinutes + (offset ?? this.offsetAt(utcMinutes));
  }

  /**
   * The instants at which the clock shows this: the same one twice on an ordinary day, the earlier and
   * the later in an hour passed twice, and null second in a skipped one, as if it had not been skipped.
   */
  instantsOf(wallMinutes: number): readonly [number, number | null] {
    const day = Math.floor(wallMinutes / MINUTES_PER_DAY);
    if (this.isSteady(day)) {
      const only = wallMinutes - this.steadyOffset(day);
      return [only, only];
    }
    const early = wallMinutes - this.offsetAt(wallMinutes - MOST_BEHIND);
    const late = wallMinutes - this.offsetAt(wallMinutes + MOST_AHEAD);
    const [earlyHolds, lateHolds] = [
      this.wallClock(early) === wallMinutes,
      this.wallClock(late) === wallMinutes,
    ];
    if (earlyHolds && lateHolds) return [early, late];
    return earlyHolds ? [early, early] : lateHolds ? [late, late] : [early, null];
  }

  /** The change of clock whose wall-clock stretch begins on a wall-clock day (of which there is at most one). */
  changeOn(day: number): ClockChange | null {
    let change = this.changes.get(day);
    if (change === undefined) {
      change = this.findChange(day);
      this.changes.set(day, change);
    }
    return change;
  }

  /** Minutes that the wall clock is ahead of UTC. */
  private offsetAt(utcMinutes: number): number {
    let [year, month, day, hour, minute] = [0, 0, 0, 0, 0];
    for (const { type, value } of this.format.formatToParts(utcMinutes * 60_000)) {
      if (type === 'year') year = Number(value);
      else if (type === 'month') month = Number(value);
      else if (type === 'day') day = Number(value);
      else if (type === 'hour') hour = Number(value);
      else if (type === 'minute') minute = Number(value);
    }
    return dayNumber(year, month, day) * MINUTES_PER_DAY + hour * 60 + minute - utcMinutes;
  }

  /** Whether nothing changes on the days around this one. No zone changes forth and back within eight days. */
  private isSteady(day: number): boolean {
    const stretch = Math.floor(day / DAYS_ASKED_TOGETHER);
    let steady = this.steady.get(stretch);
    if (steady === undefined) {
      const first = stretch * DAYS_ASKED_TOGETHER;
      const before = this.offsetAt(first * MINUTES_PER_DAY - MOST_BEHIND);
      steady = before === this.offsetAt((first + DAYS_ASKED_TOGETHER) * MINUTES_PER_DAY + MOST_AHEAD);
      this.steady.set(stretch, steady);
    }
    return steady;
  }

  private steadyOffset(day: number): number {
    let offset = this.offsets.get(day);
    if (offset === undefined || offset === null) {
      offset = this.offsetAt(day * MINUTES_PER_DAY);
      this.offsets.set(day, offset);
    }
    return offset;
  }

  private findChange(day: number): ClockChange | null {
    if (this.isSteady(day)) return null;
    let low = day * MINUTES_PER_DAY - MOST_BEHIND;
    let high = (day + 1) * MINUTES_PER_DAY + MOST_AHEAD;
    const before = this.offsetAt(low);
    const after = this.offsetAt(high);
    if (before === after) return null;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.offsetAt(middle) === before) low = middle;
      else high = middle;
    }
    const from = high + Math.min(before, after);
    const to = high + Math.max(before, after);
    if (Math.floor(from / MINUTES_PER_DAY) !== day) return null;
    return { kind: after > before ? 'skipped' : 'repeated', from, to };
  }
}
