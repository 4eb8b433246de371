/**
 * From counted rows to clean series: file intervals summed to those wanted, and everything that is
 * missing, doubled or out of the clock's order told apart.
 *
 * An interval of the file is *open* when its weekday and time has a row on any day. Open and
 * without a row is a gap: unknown, unless the mapping says that no row means nobody called. One of which
 * a row was there and refused is open and unknown, whatever the mapping says.
 */
import { weekdayOf } from '../numeric/civil-date.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { startText, type Findings } from './findings.ts';
import type { DuplicateRule, MissingRule } from './mapping.ts';
import type { RefusedDays } from './refused-rows.ts';
import type { FindingKind, SeriesColumns } from './report.ts';
import type { ChannelTally, DayBlock } from './tally.ts';
import type { ZoneClock } from './time-zone.ts';

export type SettleOptions = {
  readonly fileMinutes: number;
  readonly intervalMinutes: number;
  /** False: several rows in one interval are its contacts. */
  readonly rowsAreIntervals: boolean;
  readonly duplicates: DuplicateRule;
  readonly missing: MissingRule;
};

/** Days in a row without contacts that are still believed to be zero when the mapping says so. */
const LONGEST_ZERO_HOLE = 31;

/**
 * Series of one channel, from its first row to its last; where no row means nobody called, from the
 * first row of all channels to the last.
 */
export function settle(
  tally: ChannelTally,
  channels: readonly ChannelTally[],
  unread: RefusedDays,
  options: SettleOptions,
  clock: ZoneClock,
  findings: Findings,
): SeriesColumns {
  const { fileMinutes, intervalMinutes, missing, rowsAreIntervals } = options;
  const slots = MINUTES_PER_DAY / fileMinutes;
  const perInterval = intervalMinutes / fileMinutes;
  const zeroFill = missing === 'zero';
  const [first, last] = edges(zeroFill ? channels : [tally], fileMinutes);
  const within = [...unread.keys()].filter(
    (day) => (day + 1) * MINUTES_PER_DAY > first && day * MINUTES_PER_DAY <= last,
  );
  const days = sortedDays(zeroFill ? channels : [tally], within);
  const open = openSlots(tally, unread, slots);
  const listed = zeroFill ? withHolesFilled(days) : days;
  noteMissingDays(tally.name, listed, open, slots, findings);

  const hasHandleTime = [...tally.days.values()].some((block) => block.handled !== null);
  const out = new Columns((listed.length * MINUTES_PER_DAY) / intervalMinutes, hasHandleTime);
  const gaps = new Spans('gap', tally.name, fileMinutes, findings);
  const refusals = new Spans(
    slots === 1 ? 'missingDay' : 'refusedInterval',
    tally.name,
    fileMinutes,
    findings,
  );
  const believed = rowsAreIntervals && options.duplicates === 'unknown' && copiesBelieved(tally);
  for (const day of listed) {
    const block = tally.days.get(day);
    const change = fileMinutes < MINUTES_PER_DAY ? clock.changeOn(day) : null;
    const skipped = change?.kind === 'skipped' ? change : null;
    const weekday = weekdayOf(day) * slots;
    const refusedOf = unread.get(day);
    if (block !== undefined) {
      resolveDuplicates(tally.name, day, block, options, believed, findings);
      noteClockChange(tally.name, day, block, fileMinutes, clock, findings);
    }
    for (let from = 0; from < slots; from += perInterval) {
      let [expected, present, refused, contacts, seconds, handled] = [0, 0, 0, 0, 0, 0];
      for (let slot = from; slot < from + perInterval; slot++) {
        const minute = day * MINUTES_PER_DAY + slot * fileMinutes;
        const has = (block?.rows[slot] ?? 0) > 0;
        // an hour that the clock skips has no row, and nothing is missing
        if (!has && skipped !== null && minute >= skipped.from && minute < skipped.to) continue;
        if (!has && ((!zeroFill && open[weekday + slot] === 0) || minute < first || minute > last)) continue;
        expected++;
        if (has) {
          present++;
          contacts += block?.contacts[slot] ?? 0;
          seconds += block?.handleSeconds?.[slot] ?? 0;
          handled += block?.handled?.[slot] ?? 0;
        } else if (refusedOf?.[slot] === 1) {
          refused++;
          refusals.add(minute);
        } else if (!zeroFill) gaps.add(minute);
      }
      if (expected === 0) continue;
      const start = day * MINUTES_PER_DAY + from * fileMinutes;
      if (zeroFill && rowsAreIntervals && present === 0 && refused === 0)
        findings.note('zeroFilled', tally.name, () => ({ start: startText(start) }));
      const whole = zeroFill ? refused === 0 : present === expected;
      if (!whole && present > 0)
        findings.note('partialInterval', tally.name, () => ({ start: startText(start) }));
      const known = whole && !Number.isNaN(contacts);
      out.push(start, known ? contacts : 0, known, seconds, handled);
    }
  }
  gaps.end();
  refusals.end();
  return { channel: tally.name, intervalMinutes, ...out.cut() };
}

/** `7 × slots`, Monday first; 1: some day has a row there, if only a refused one. */
function openSlots(tally: ChannelTally, unread: RefusedDays, slots: number): Uint8Array {
  const open = new Uint8Array(7 * slots);
  for (const [day, refused] of unread) {
    const weekday = weekdayOf(day) * slots;
    for (let slot = 0; slot < slots; slot++) if (refused[slot] === 1) open[weekday + slot] = 1;
  }
  for (const [day, block] of tally.days) {
    const weekday = weekdayOf(day) * slots;
    for (let slot = 0; slot < slots; slot++) if ((block.rows[slot] ?? 0) > 0) open[weekday + slot] = 1;
  }
  return open;
}

function sortedDays(channels: readonly ChannelTally[], others: readonly number[]): number[] {
  const counted = channels.flatMap((channel) => [...channel.days.keys()]);
  return [...new Set([...counted, ...others])].sort((a, b) => a - b);
}

/** First and last minute with a row. */
function edges(channels: readonly ChannelTally[], fileMinutes: number): [number, number] {
  let [first, last] = [Infinity, -Infinity];
  const filled = (count: number) => count > 0;
  for (const { days } of channels)
    for (const [day, { rows }] of days) {
      first = Math.min(first, day * MINUTES_PER_DAY + rows.findIndex(filled) * fileMinutes);
      last = Math.max(last, day * MINUTES_PER_DAY + rows.findLastIndex(filled) * fileMinutes);
    }
  return [first, last];
}

/** Days with rows, and those between them unless the hole is too long to believe. */
function withHolesFilled(days: readonly number[]): number[] {
  const filled: number[] = [];
  for (const day of days) {
    const previous = filled.at(-1);
    if (previous !== undefined && day - previous <= LONGEST_ZERO_HOLE)
      for (let between = previous + 1; between < day; between++) filled.push(between);
    filled.push(day);
  }
  return filled;
}

function noteMissingDays(
  channel: string,
  days: readonly number[],
  open: Uint8Array,
  slots: number,
  findings: Findings,
): void {
  const openDay = Array.from({ length: 7 }, (_, weekday) =>
    open.subarray(weekday * slots, (weekday + 1) * slots).includes(1),
  );
  for (let i = 1; i < days.length; i++)
    for (let day = (days[i - 1] ?? 0) + 1; day < (days[i] ?? 0); day++)
      if (openDay[weekdayOf(day)] === true)
        findings.note('missingDay', channel, () => ({ start: startText(day * MINUTES_PER_DAY) }));
}

const passesOf = ({ repeatedFrom, repeatedTo }: DayBlock, slot: number) =>
  slot >= repeatedFrom && slot < repeatedTo ? 2 : 1;

/**
 * Whether rows that say the same twice are one row exported twice. Not where most doubled intervals
 * differ: there something else tells the rows apart, and small counts agree by chance.
 */
function copiesBelieved({ days }: ChannelTally): boolean {
  let [copies, differing] = [0, 0];
  for (const block of days.values())
    block.rows.forEach((rows, slot) => {
      if (rows <= passesOf(block, slot)) return;
      if (block.differ?.[slot] === 1) differing++;
      else copies++;
    });
  return copies >= differing;
}

/** Tells doubled intervals, and makes those unknown that no rule decides and that are no copies. */
function resolveDuplicates(
  channel: string,
  day: number,
  block: DayBlock,
  { rowsAreIntervals, duplicates, fileMinutes }: SettleOptions,
  copiesCount: boolean,
  findings: Findings,
): void {
  if (!rowsAreIntervals) return;
  block.rows.forEach((rows, slot) => {
    if (rows <= passesOf(block, slot)) return;
    const isCopy = copiesCount && block.differ?.[slot] !== 1;
    findings.note(isCopy ? 'copy' : 'duplicate', channel, () => ({
      start: startText(day * MINUTES_PER_DAY + slot * fileMinutes),
    }));
    if (isCopy || duplicates !== 'unknown') return;
    block.contacts[slot] = Number.NaN;
    if (block.handled !== null && block.handleSeconds !== null)
      block.handled[slot] = block.handleSeconds[slot] = 0;
  });
}

function noteClockChange(
  channel: string,
  day: number,
  block: DayBlock,
  fileMinutes: number,
  clock: ZoneClock,
  findings: Findings,
): void {
  const change = fileMinutes < MINUTES_PER_DAY ? clock.changeOn(day) : null;
  if (change === null) return;
  for (let minute = change.from; minute < change.to; minute += fileMinutes)
    if ((block.rows[Math.floor((minute - day * MINUTES_PER_DAY) / fileMinutes)] ?? 0) > 0)
      findings.note(change.kind === 'skipped' ? 'skippedHour' : 'repeatedHour', channel, () => ({
        start: startText(minute),
      }));
}

/** Adjoining intervals told as one span. */
class Spans {
  private readonly kind: FindingKind;
  private from = -1;
  private to = -1;
  private readonly channel: string;
  private readonly step: number;
  private readonly findings: Findings;

  constructor(kind: FindingKind, channel: string, step: number, findings: Findings) {
    this.kind = kind;
    this.channel = channel;
    this.step = step;
    this.findings = findings;
  }

  add(minute: number): void {
    if (minute !== this.to) {
      this.end();
      this.from = minute;
    }
    this.to = minute + this.step;
  }

  end(): void {
    if (this.to > this.from) {
      const span = { start: startText(this.from), to: startText(this.to) };
      this.findings.note(this.kind, this.channel, () => span, (this.to - this.from) / this.step);
    }
    this.from = this.to = -1;
  }
}

/** Columns filled in order, as long as they may get and cut at the end. */
class Columns {
  private length = 0;
  private readonly starts: Int32Array;
  private readonly values: Float64Array;
  private readonly known: Uint8Array;
  private readonly seconds: Float64Array | null;
  private readonly handled: Float64Array | null;

  constructor(most: number, withHandleTime: boolean) {
    this.starts = new Int32Array(most);
    this.values = new Float64Array(most);
    this.known = new Uint8Array(most);
    this.seconds = withHandleTime ? new Float64Array(most) : null;
    this.handled = withHandleTime ? new Float64Array(most) : null;
  }

  push(start: number, contacts: number, known: boolean, seconds: number, handled: number): void {
    this.starts[this.length] = start;
    this.values[this.length] = contacts;
    this.known[this.length] = known ? 1 : 0;
    if (this.seconds !== null) this.seconds[this.length] = seconds;
    if (this.handled !== null) this.handled[this.length] = handled;
    this.length++;
  }

  cut(): Omit<SeriesColumns, 'channel' | 'intervalMinutes'> {
    const { length } = this;
    return {
      starts: this.starts.slice(0, length),
      values: this.values.slice(0, length),
      known: this.known.slice(0, length),
      ...(this.seconds !== null && this.handled !== null
        ? { handleSeconds: this.seconds.slice(0, length), handled: this.handled.slice(0, length) }
        : {}),
    };
  }
}
