/**
 * A history of contacts on a dense grid: whole days from the first to the last, every slot of
 * each, unknown where nothing was recorded.
 *
 * A slot that is missing on every occurrence of its weekday is closed; any other missing slot is
 * unknown. Unknown is never zero and never filled in.
 */
import type { Issue } from '../errors.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { parseDate, parseStart, weekdayOf, type DayNumber } from '../numeric/civil-date.ts';

/** What a caller has: local wall-clock starts `YYYY-MM-DDTHH:MM`, in any order. */
export type History = {
  /** Which channel this is the history of: it tells its special days from those of other channels. */
  readonly channel?: string;
  readonly intervalMinutes: number;
  readonly starts: readonly string[];
  readonly values: readonly (number | null)[];
  readonly specialDays?: readonly SpecialDay[];
  /**
   * Other channels at the same interval: one of less than four weeks leans on how their weekdays and
   * days run, as far as it looks like them. Their own siblings are not asked.
   */
  readonly siblings?: readonly History[];
};

/**
 * A marked date: days with one label share one effect, learned on each channel for itself. It may lie
 * after the history. With a `channel` it concerns that one only, and there takes the place of a mark of
 * all channels.
 */
export type SpecialDay = { readonly date: string; readonly label: string; readonly channel?: string };

export type Series = {
  readonly intervalMinutes: number;
  readonly firstDay: DayNumber;
  readonly days: number;
  readonly slotsPerDay: number;
  /** `days × slotsPerDay`, day by day from midnight; NaN: unknown (or closed). */
  readonly values: Float64Array;
  /** `7 × slotsPerDay`, Monday first; 1: closed. */
  readonly closed: Uint8Array;
  /** Label of a marked day, also after the history. */
  readonly special: ReadonlyMap<DayNumber, string>;
  /** Starts that came more than once and were added up, as the repeated hour of an autumn night is. */
  readonly repeatedStarts: number;
};

export type SeriesOutcome =
  { readonly ok: true; readonly series: Series } | { readonly ok: false; readonly issues: readonly Issue[] };

/** No more of the same complaint than a reader can use. */
const MOST_ISSUES = 50;

/** The series of a history, or everything that is wrong with it. */
export function seriesFrom(history: History): SeriesOutcome {
  const { intervalMinutes, starts, values, channel } = history;
  const issues: Issue[] = [];
  const complain = (path: string, code: string, message: string, allowed: string) => {
    if (issues.length < MOST_ISSUES) issues.push({ path, code, message, allowed });
  };
  if (!(intervalMinutes > 0 && MINUTES_PER_DAY % intervalMinutes === 0)) {
    complain(
      '$.intervalMinutes',
      'interval',
      `an interval of ${intervalMinutes} minutes does not divide a day`,
      'a divisor of 1440',
    );
    return { ok: false, issues };
  }
  if (starts.length !== values.length) {
    complain('$.values', 'length', 'there are not as many values as starts', 'one value per start');
    return { ok: false, issues };
  }
  const cells = new Float64Array(starts.length);
  let first = Infinity;
  let last = -Infinity;
  starts.forEach((text, row) => {
    const start = parseStart(text);
    const value = values[row];
    if (start === null) complain(`$.starts[${row}]`, 'start', `${text} is no start`, 'YYYY-MM-DDTHH:MM');
    else if (start.minute % intervalMinutes !== 0)
      complain(
        `$.starts[${row}]`,
        'grid',
        `${text} is not on the grid`,
        `every ${intervalMinutes} min from 00:00`,
      );
    else {
      cells[row] = (start.day * MINUTES_PER_DAY + start.minute) / intervalMinutes;
      first = Math.min(first, start.day);
      last = Math.max(last, start.day);
    }
    if (value !== null && !(typeof value === 'number' && value >= 0 && value < Infinity))
      complain(`$.values[${row}]`, 'value', `${String(value)} is no volume`, 'a number from 0, or null');
  });
  const ofAll = new Map<DayNumber, string>();
  const ofChannel = new Map<DayNumber, string>();
  (history.specialDays ?? []).forEach(({ date, label, channel: concerned }, row) => {
    const day = parseDate(date);
    const path = `$.specialDays[${row}]`;
    if (day === null) complain(`${path}.date`, 'date', `${date} is no date`, 'YYYY-MM-DD');
    else if (concerned === undefined) ofAll.set(day, label);
    else if (channel === undefined)
      complain(
        `${path}.channel`,
        'channel',
        `${date} is a special day of ${concerned}, but the history does not say of which channel it is`,
        'a history with a channel',
      );
    else if (concerned === channel) ofChannel.set(day, label);
  });
  if (starts.length > 0 && last - first >= 366 * 100)
    complain('$.starts', 'span', 'the history spans more than 100 years', 'at most 100 years');
  if (issues.length > 0) return { ok: false, issues };

  const slotsPerDay = MINUTES_PER_DAY / intervalMinutes;
  const days = starts.length === 0 ? 0 : last - first + 1;
  const firstDay = days === 0 ? 0 : first;
  const grid = new Float64Array(days * slotsPerDay).fill(Number.NaN);
  const seen = new Uint8Array(grid.length);
  let repeatedStarts = 0;
  cells.forEach((cell, row) => {
    const value = values[row] ?? null;
    const at = cell - firstDay * slotsPerDay;
    if (value === null) return;
    if (seen[at] === 1) repeatedStarts++;
    grid[at] = seen[at] === 1 ? (grid[at] ?? 0) + value : value;
    seen[at] = 1;
  });
  return {
    ok: true,
    series: {
      intervalMinutes,
      firstDay,
      days,
      slotsPerDay,
      values: grid,
      closed: closedSlots(seen, firstDay, days, slotsPerDay),
      special: new Map([...ofAll, ...ofChannel]),
      repeatedStarts,
    },
  };
}

/**
 * Slots that no occurrence of their weekday ever filled. A weekday that the history is too short
 * to contain is open whenever any other day is: not having seen a Sunday does not close it.
 */
function closedSlots(seen: Uint8Array, firstDay: DayNumber, days: number, slotsPerDay: number): Uint8Array {
  const closed = new Uint8Array(7 * slotsPerDay).fill(1);
  const openAnyDay = new Uint8Array(slotsPerDay);
  for (let day = 0; day < days; day++) {
    const row = weekdayOf(firstDay + day) * slotsPerDay;
    for (let slot = 0; slot < slotsPerDay; slot++)
      if (seen[day * slotsPerDay + slot] === 1) {
        closed[row + slot] = 0;
        openAnyDay[slot] = 1;
      }
  }
  for (let unseen = days; unseen < 7; unseen++) {
    const row = weekdayOf(firstDay + unseen) * slotsPerDay;
    for (let slot = 0; slot < slotsPerDay; slot++) closed[row + slot] = openAnyDay[slot] === 1 ? 0 : 1;
  }
  return closed;
}
