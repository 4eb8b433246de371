/**
 * A history joined with an earlier one, day by day: what would change first, then the change.
 *
 * Whole days are taken from one side or the other, so that an interval's neighbours come from the same
 * file. A day is the same when all its intervals have the same counts, the same gaps and, where both
 * sides have handle times, the same of those; where one side has none that day, the other's are kept.
 */
import { MINUTES_PER_DAY, type Seconds } from '../units.ts';
import { formatDate } from '../numeric/civil-date.ts';
import type { ChannelSummary, SeriesColumns } from './report.ts';
import { seriesFacts, type SeriesFacts } from './series-facts.ts';
import { summaryOf } from './summary.ts';
import { columnsOf, tenureRows, type TenureRow } from './tenure-days.ts';

/** Days listed one by one, so that each may be decided; of more than that the rest is counted. */
const MOST_LISTED = 50_000;

export type DayConflict = {
  readonly channel: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Contacts of the day's known intervals. */
  readonly earlier: number;
  readonly fresh: number;
  /** Mean handle time of the day; null where none was measured. */
  readonly earlierHandleTime: Seconds | null;
  readonly freshHandleTime: Seconds | null;
  /** Intervals whose counts or handle times are not the same: totals of a day may agree all the same. */
  readonly intervals: number;
};

/** What the fresh files change in an earlier history, in days of all series. */
export type HistoryChanges = {
  /** Only in the fresh history. */
  readonly added: number;
  /** Only in the earlier one. */
  readonly kept: number;
  readonly same: number;
  readonly conflicting: number;
  /** The first of them. */
  readonly conflicts: readonly DayConflict[];
};

/** Which side counts on days that both have and tell differently. */
export type Preference = 'fresh' | 'earlier';

/** A day of one series. */
export type ChannelDay = Pick<DayConflict, 'channel' | 'date'>;

export function dayKey({ channel, date }: ChannelDay): string {
  return `${date} ${channel}`;
}

/** Null when no series has the same name and interval in both. O(intervals). */
export function compareHistories(
  earlier: readonly SeriesColumns[],
  fresh: readonly SeriesColumns[],
): HistoryChanges | null {
  let [added, kept, same, conflicting, pairs] = [0, 0, 0, 0, 0];
  const conflicts: DayConflict[] = [];
  for (const series of fresh) {
    const before = earlier.find((candidate) => isSameSeries(candidate, series));
    if (before === undefined) continue;
    pairs++;
    for (const [day, old, now] of daysOf(before, series)) {
      if (old === null) added++;
      else if (now === null) kept++;
      else {
        const timed = isTimed(before, old) && isTimed(series, now);
        if (isSameDay(before, old, series, now) && !(timed && timesDiffer(before, old, series, now))) {
          same++;
          continue;
        }
        conflicting++;
        if (conflicts.length < MOST_LISTED)
          conflicts.push({
            channel: series.channel,
            date: formatDate(day),
            earlier: totalOf(before, old),
            fresh: totalOf(series, now),
            earlierHandleTime: handleTimeOf(before, old),
            freshHandleTime: handleTimeOf(series, now),
            intervals: differing(before, old, series, now),
          });
      }
    }
  }
  return pairs === 0 ? null : { added, kept, same, conflicting, conflicts };
}

/**
 * The fresh series with the days of the earlier ones; series that only the earlier history has come last.
 * @param exceptions days on which the side that is not preferred counts
 */
export function mergeHistories(
  earlier: readonly SeriesColumns[],
  fresh: readonly SeriesColumns[],
  preferred: Preference,
  exceptions: readonly ChannelDay[] = [],
): SeriesColumns[] {
  const joined = fresh.map((series) => {
    const before = earlier.find((candidate) => isSameSeries(candidate, series));
    if (before === undefined) return series;
    const own = exceptions.filter(({ channel }) => channel === series.channel);
    return joinedSeries(before, series, preferred, new Set(own.map(({ date }) => date)));
  });
  const intervals = new Set(fresh.map(({ intervalMinutes }) => intervalMinutes));
  const only = earlier.filter(
    (series) =>
      intervals.has(series.intervalMinutes) && !fresh.some((candidate) => isSameSeries(candidate, series)),
  );
  return [...joined, ...only];
}

export type Joined = {
  readonly series: readonly SeriesColumns[];
  readonly facts: readonly SeriesFacts[];
  readonly channels: readonly ChannelSummary[];
};

/** The merged history with what an import asks of its series. */
export function joinedHistory(
  earlier: readonly SeriesColumns[],
  fresh: readonly SeriesColumns[],
  preferred: Preference,
  exceptions: readonly ChannelDay[] = [],
): Joined {
  const series = mergeHistories(earlier, fresh, preferred, exceptions);
  return { series, facts: series.map(seriesFacts), channels: series.map(summaryOf) };
}

const isSameSeries = (a: SeriesColumns, b: SeriesColumns) =>
  a.channel === b.channel && a.intervalMinutes === b.intervalMinutes;

/** Indexes [from, to) of one day's intervals. */
type Span = readonly [number, number];

/** Every day of either series, ascending, with its intervals in each; null where it has none. */
function* daysOf(a: SeriesColumns, b: SeriesColumns): Generator<[number, Span | null, Span | null]> {
  let [i, k] = [0, 0];
  while (i < a.starts.length || k < b.starts.length) {
    const day = Math.min(dayAt(a, i), dayAt(b, k));
    const [inA, inB] = [spanOf(a, i, day), spanOf(b, k, day)];
    i = inA?.[1] ?? i;
    k = inB?.[1] ?? k;
    yield [day, inA, inB];
  }
}

function dayAt({ starts }: SeriesColumns, index: number): number {
  const start = starts[index];
  return start === undefined ? Infinity : Math.floor(start / MINUTES_PER_DAY);
}

function spanOf(series: SeriesColumns, from: number, day: number): Span | null {
  let to = from;
  while (dayAt(series, to) === day) to++;
  return to === from ? null : [from, to];
}

function isSameDay(a: SeriesColumns, [from, to]: Span, b: SeriesColumns, [other, end]: Span): boolean {
  if (to - from !== end - other) return false;
  for (let i = 0; i < to - from; i++)
    if (
      a.starts[from + i] !== b.starts[other + i] ||
      a.known[from + i] !== b.known[other + i] ||
      Math.abs((a.values[from + i] ?? 0) - (b.values[other + i] ?? 0)) > 1e-9
    )
      return false;
  return true;
}

/** Intervals of a day that are not the same on both sides, handle times included where both have them. */
function differing(a: SeriesColumns, inA: Span, b: SeriesColumns, inB: Span): number {
  const timed = isTimed(a, inA) && isTimed(b, inB);
  let [i, k, count] = [inA[0], inB[0], 0];
  while (i < inA[1] || k < inB[1]) {
    const inOld = i < inA[1] ? (a.starts[i] ?? Infinity) : Infinity;
    const inNew = k < inB[1] ? (b.starts[k] ?? Infinity) : Infinity;
    if (inOld !== inNew) count++;
    else {
      const [old, now]: [Span, Span] = [
        [i, i + 1],
        [k, k + 1],
      ];
      if (!isSameDay(a, old, b, now) || (timed && timesDiffer(a, old, b, now))) count++;
    }
    if (inOld <= inNew) i++;
    if (inNew <= inOld) k++;
  }
  return count;
}

function isTimed({ handled }: SeriesColumns, [from, to]: Span): boolean {
  return handled?.subarray(from, to).some((count) => count > 0) ?? false;
}

/** Whether two sides with handle times, of the same intervals, do not have the same. */
function timesDiffer(a: SeriesColumns, inA: Span, b: SeriesColumns, inB: Span): boolean {
  const differ = (x: Float64Array | undefined, y: Float64Array | undefined) =>
    x?.subarray(...inA).some((value, i) => {
      const other = y?.[inB[0] + i] ?? 0;
      return Math.abs(value - other) > 1e-9 * Math.max(1, Math.abs(other));
    }) ?? false;
  return differ(a.handled, b.handled) || differ(a.handleSeconds, b.handleSeconds);
}

/** On days with the same counts the side with handle times, otherwise the preferred one. */
function takesFresh(
  earlier: SeriesColumns,
  old: Span,
  fresh: SeriesColumns,
  now: Span,
  preferred: Preference,
): boolean {
  const timed = isTimed(fresh, now);
  if (timed !== isTimed(earlier, old) && isSameDay(earlier, old, fresh, now)) return timed;
  return preferred === 'fresh';
}

function totalOf({ values, known }: SeriesColumns, [from, to]: Span): number {
  let total = 0;
  for (let i = from; i < to; i++) if (known[i] === 1) total += values[i] ?? 0;
  return total;
}

function handleTimeOf({ handled, handleSeconds }: SeriesColumns, [from, to]: Span): Seconds | null {
  let [seconds, contacts] = [0, 0];
  for (let i = from; i < to; i++) {
    seconds += handleSeconds?.[i] ?? 0;
    contacts += handled?.[i] ?? 0;
  }
  return contacts > 0 ? seconds / contacts : null;
}

function tenureByDay({ tenure }: SeriesColumns): Map<number, TenureRow[]> {
  const byDay = new Map<number, TenureRow[]>();
  for (const row of tenure === undefined ? [] : tenureRows(tenure)) {
    const rows = byDay.get(row.day);
    if (rows === undefined) byDay.set(row.day, [row]);
    else rows.push(row);
  }
  return byDay;
}

function joinedSeries(
  earlier: SeriesColumns,
  fresh: SeriesColumns,
  preferred: Preference,
  exceptions: ReadonlySet<string>,
): SeriesColumns {
  const rejected = preferred === 'fresh' ? 'earlier' : 'fresh';
  const most = earlier.starts.length + fresh.starts.length;
  const timed = earlier.handled !== undefined || fresh.handled !== undefined;
  const out = {
    starts: new Int32Array(most),
    values: new Float64Array(most),
    known: new Uint8Array(most),
    handleSeconds: new Float64Array(timed ? most : 0),
    handled: new Float64Array(timed ? most : 0),
  };
  const [ofEarlier, ofFresh] = [tenureByDay(earlier), tenureByDay(fresh)];
  const tenure: TenureRow[] = [];
  let length = 0;
  for (const [day, old, now] of daysOf(earlier, fresh)) {
    const side = exceptions.has(formatDate(day)) ? rejected : preferred;
    const isFresh = now !== null && (old === null || takesFresh(earlier, old, fresh, now, side));
    const [series, span] = isFresh ? [fresh, now] : [earlier, old];
    if (span === null) continue;
    const [from, to] = span;
    // as with handle times: of the same day, whichever side tells it
    const isSame = old !== null && now !== null && isSameDay(earlier, old, fresh, now);
    const [own, other] = isFresh ? [ofFresh, ofEarlier] : [ofEarlier, ofFresh];
    tenure.push(...(own.get(day) ?? (isSame ? other.get(day) : null) ?? []));
    out.starts.set(series.starts.subarray(from, to), length);
    out.values.set(series.values.subarray(from, to), length);
    out.known.set(series.known.subarray(from, to), length);
    // a file without handle times leaves them unknown: nobody was timed
    if (timed && series.handled !== undefined && series.handleSeconds !== undefined) {
      out.handleSeconds.set(series.handleSeconds.subarray(from, to), length);
      out.handled.set(series.handled.subarray(from, to), length);
    }
    length += to - from;
  }
  const { channel, intervalMinutes } = fresh;
  return {
    channel,
    intervalMinutes,
    starts: out.starts.slice(0, length),
    values: out.values.slice(0, length),
    known: out.known.slice(0, length),
    ...(timed
      ? { handleSeconds: out.handleSeconds.slice(0, length), handled: out.handled.slice(0, length) }
      : {}),
    ...(tenure.length > 0 ? { tenure: columnsOf(tenure) } : {}),
  };
}
