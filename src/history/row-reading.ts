/**
 * One row of the file into figures: what its cells say, or why it is not counted.
 *
 * A date that cannot be read refuses the row; a figure that cannot be read refuses the figure, so
 * that one bad cell does not cost the other channels of a wide file their row.
 */
import { MINUTES_PER_DAY } from '../units.ts';
import { ContactReader } from './contact-reading.ts';
import { FileClock } from './file-clock.ts';
import { NAME_JOINT, type ColumnRole, type Mapping } from './mapping.ts';
import { DurationReader, NumberReader } from './number-text.ts';
import type { RejectionCode } from './refusals.ts';
import { StampReader } from './stamp.ts';

/** More contacts than this in one interval are no contacts. */
export const MOST_CONTACTS = 10_000_000;
/** Seconds of one contact; more than a whole day's work is a slip of unit or column. */
export const MOST_HANDLE_TIME = 86_400;
export const MOST_CHANNELS = 200;

export type RowListener = {
  /** `contacts` NaN: left empty. `handled` contacts took `handleSeconds` in all; 0: not said. */
  figures(channel: string, minute: number, contacts: number, handleSeconds: number, handled: number): void;
  refused(code: RejectionCode, column: number, text: string): void;
  /** A row of this interval was there, and its figures were refused. */
  unread(channel: string, minute: number): void;
  noticed(kind: 'emptyVolume' | 'zeroHandleTime' | 'totalRow' | 'unordered' | 'skippedHour'): void;
};

const NOBODY: RowListener = {
  figures: () => undefined,
  refused: () => undefined,
  unread: () => undefined,
  noticed: () => undefined,
};

/** Columns that speak of one channel. */
type Figures = {
  readonly channel: string;
  readonly volume: readonly number[];
  readonly answered: readonly number[];
  readonly abandoned: readonly number[];
  /** Talk time and wrap-up may stand apart: they are added. */
  readonly handleTime: readonly number[];
};

export class RowInterpreter {
  private readonly mapping: Mapping;
  private listener: RowListener;
  private readonly clock: FileClock;
  private readonly stamp: StampReader;
  /** Waits, outcomes and callers of a log with one row per contact. */
  readonly contacts: ContactReader;
  private readonly number: NumberReader;
  private readonly duration: DurationReader;
  private readonly start: number;
  private readonly date: number;
  private readonly time: number;
  private readonly offset: number;
  /** Several columns may name it together: a queue and its medium. */
  private readonly channel: readonly number[];
  private readonly groups: readonly Figures[];
  /** Matrices: the day (or the time of day) of each column, in minutes; null where the heading is none. */
  private readonly headings: readonly (number | null)[];
  /** The last row's date and time as written: rows of one interval follow each other. */
  private lastText: string | null = null;
  private lastTimeText = '';
  private lastZone: string | null = null;
  private lastMinute = 0;
  /** The same as written, and the seconds past it. */
  private lastWritten = 0;
  private lastSeconds = 0;
  private previous = -Infinity;

  constructor(mapping: Mapping, header: readonly string[], listener: RowListener) {
    this.mapping = mapping;
    this.listener = listener;
    this.clock = new FileClock(mapping);
    this.stamp = new StampReader(mapping.dateOrder);
    this.contacts = new ContactReader(mapping, (code, column, text) => listener.refused(code, column, text));
    this.number = new NumberReader(mapping.decimal);
    this.duration = new DurationReader(mapping.decimal, mapping.handleTime.unit);
    const find = (role: ColumnRole) => mapping.columns.findIndex((column) => column.role === role);
    this.start = find('start');
    this.date = find('date');
    this.time = find('time');
    this.offset = find('offset');
    this.channel = mapping.columns.flatMap(({ role }, index) =>
      role === 'channel' && mapping.layout !== 'wide' ? [index] : [],
    );
    this.groups = figureGroups(mapping);
    this.headings = header.map((text) => {
      const problem = mapping.layout === 'matrix' ? this.stamp.read(text) : this.stamp.readTime(text);
      return problem === null ? this.stamp.minutes : null;
    });
  }

  /** Seconds past the minute of the row read last. */
  get seconds(): number {
    return this.lastSeconds;
  }

  read(cells: readonly string[]): void {
    const { columns, layout, channelName } = this.mapping;
    for (let extra = columns.length; extra < cells.length; extra++)
      if (cells[extra] !== '') {
        this.listener.refused('extraCells', extra, cells[extra] ?? '');
        return this.noteUnread(cells);
      }
    if (layout === 'matrix' || layout === 'dayRows') return this.readMatrixRow(cells);
    const named = this.channel.length === 0 ? channelName : this.nameIn(cells);
    const minute = this.minuteOf(cells, named);
    if (minute === null) return;
    // as written: where the own clock goes back in autumn, rows on another are in order
    if (this.lastWritten < this.previous) this.listener.noticed('unordered');
    this.previous = this.lastWritten;
    if (named === '') return this.listener.refused('channelMissing', this.channel[0] ?? -1, '');
    for (const group of this.groups) {
      const channel = layout === 'wide' ? group.channel : named;
      if (layout === 'perContact') this.readContact(cells, channel, minute, group);
      else this.readInterval(cells, channel, minute, group);
    }
  }

  /** Of a row refused as a whole: the interval it speaks of, where that can be told. */
  private noteUnread(cells: readonly string[]): void {
    const { layout, channelName } = this.mapping;
    if (layout !== 'long' && layout !== 'wide') return;
    const named = this.channel.length === 0 ? channelName : this.nameIn(cells);
    const { listener } = this;
    this.listener = NOBODY;
    const minute = this.minuteOf(cells, named);
    this.listener = listener;
    if (minute === null) return;
    for (const group of this.groups) listener.unread(layout === 'wide' ? group.channel : named, minute);
  }

  private nameIn(cells: readonly string[]): string {
    let name = '';
    for (const index of this.channel) {
      const part = (cells[index] ?? '').trim();
      if (part !== '') name = name === '' ? part : name + NAME_JOINT + part;
    }
    return name;
  }

  private readContact(cells: readonly string[], channel: string, minute: number, group: Figures): void {
    // who hung up was not handled, whatever an export writes there
    const seconds = this.contacts.saysAbandoned(cells) ? null : this.handleTimeOf(cells, group.handleTime, 1);
    this.contacts.read(cells, channel, minute, this.lastWritten, this.lastSeconds, seconds);
    this.listener.figures(channel, minute, 1, seconds ?? 0, seconds === null ? 0 : 1);
  }

  private readInterval(cells: readonly string[], channel: string, minute: number, group: Figures): void {
    const answered = this.sumOf(cells, group.answered);
    let contacts: number | null;
    if (group.volume.length > 0) contacts = this.sumOf(cells, group.volume);
    else {
      const abandoned = this.sumOf(cells, group.abandoned);
      contacts = answered === null || abandoned === null ? null : answered + abandoned;
    }
    if (contacts === null) return this.listener.unread(channel, minute);
    if (Number.isNaN(contacts)) this.listener.noticed('emptyVolume');
    // answered contacts are those handled; a file that does not say is taken to have handled all
    const weight = group.answered.length > 0 ? (answered ?? 0) : contacts;
    const seconds = weight > 0 ? this.handleTimeOf(cells, group.handleTime, weight) : null;
    this.listener.figures(channel, minute, contacts, seconds ?? 0, seconds === null ? 0 : weight);
  }

  private readMatrixRow(cells: readonly string[]): void {
    const isTransposed = this.mapping.layout === 'dayRows';
    const place = isTransposed ? Math.max(this.start, this.date) : this.time;
    const text = cells[place] ?? '';
    const problem = isTransposed ? this.stamp.read(text) : this.stamp.readTime(text);
    if (problem !== null)
      return isTotal(text) ? this.listener.noticed('totalRow') : this.listener.refused(problem, place, text);
    const own = this.stamp.minutes;
    for (const [column, heading] of this.headings.entries()) {
      if (heading === null || this.mapping.columns[column]?.role !== 'volume') continue;
      const contacts = this.sumOf(cells, [column]);
      const minute = heading + own;
      if (contacts === null) {
        if (this.isOnGrid(minute)) this.listener.unread(this.mapping.channelName, minute);
        continue;
      }
      if (Number.isNaN(contacts)) this.listener.noticed('emptyVolume');
      if (this.isOnGrid(minute)) this.listener.figures(this.mapping.channelName, minute, contacts, 0, 0);
      else this.listener.refused('offGrid', column, text);
    }
  }

  /** The wall-clock minute of a row; null when it was refused. */
  private minuteOf(cells: readonly string[], channel: string): number | null {
    const column = this.start >= 0 ? this.start : this.date;
    const text = cells[column] ?? '';
    const timeText = this.time >= 0 && this.start < 0 ? (cells[this.time] ?? '') : '';
    const zone = this.offset < 0 ? null : (cells[this.offset] ?? '');
    if (text === this.lastText && timeText === this.lastTimeText && zone === this.lastZone)
      return this.lastMinute;
    const problem = this.stamp.read(text);
    if (problem !== null) {
      if (isTotal(text)) this.listener.noticed('totalRow');
      else this.listener.refused(problem, column, text);
      return null;
    }
    let { minutes, hasOffset } = this.stamp;
    if (this.time >= 0 && this.start < 0) {
      minutes = Math.floor(minutes / MINUTES_PER_DAY) * MINUTES_PER_DAY;
      const wrong = this.stamp.readTime(timeText);
      if (wrong !== null) {
        this.listener.refused(wrong, this.time, timeText);
        return null;
      }
      minutes += this.stamp.minutes;
      hasOffset ||= this.stamp.hasOffset;
    }
    const daily = this.mapping.fileMinutes === MINUTES_PER_DAY && this.mapping.layout !== 'perContact';
    this.lastWritten = minutes;
    if (daily) {
      // 23:00Z is midnight somewhere else: the day that begins there; a bare date or 00:00Z is the day it names
      if (hasOffset && minutes % MINUTES_PER_DAY !== 0)
        minutes = this.clock.wallClock(minutes, true, null, channel) ?? minutes;
      minutes = Math.floor(minutes / MINUTES_PER_DAY) * MINUTES_PER_DAY;
    } else {
      const written = minutes;
      const minute = this.clock.wallClock(written, hasOffset, zone, channel);
      if (minute === null) {
        this.listener.refused('zoneUnreadable', this.offset, zone ?? '');
        return null;
      }
      if (this.clock.skipped) this.listener.noticed('skippedHour');
      if (!this.isOnGrid(minute)) {
        this.listener.refused(this.isOnGrid(written) ? 'zoneOffGrid' : 'offGrid', column, text);
        return null;
      }
      minutes = minute;
    }
    this.lastSeconds = this.stamp.seconds;
    // on another clock the same words may mean the next pass of an autumn hour
    this.lastText = this.clock.isOwn ? text : null;
    this.lastTimeText = timeText;
    this.lastZone = zone;
    this.lastMinute = minutes;
    return minutes;
  }

  /** Whether an interval of the file begins at the minute just read. */
  private isOnGrid(minute: number): boolean {
    const { layout, fileMinutes } = this.mapping;
    return (
      layout === 'perContact' ||
      fileMinutes === MINUTES_PER_DAY ||
      (minute % fileMinutes === 0 && this.stamp.seconds === 0)
    );
  }

  /** Sum of cells: NaN when one is empty, null when one was refused. */
  private sumOf(cells: readonly string[], columns: readonly number[]): number | null {
    let sum = 0;
    for (const column of columns) {
      const text = cells[column] ?? '';
      const problem = this.number.read(text);
      if (problem === 'empty') sum = Number.NaN;
      else if (problem !== null) {
        this.listener.refused(problem, column, text);
        return null;
      } else if (this.number.value < 0 || this.number.value > MOST_CONTACTS) {
        this.listener.refused(this.number.value < 0 ? 'negativeVolume' : 'absurdVolume', column, text);
        return null;
      } else sum += this.number.value;
    }
    return sum;
  }

  /** Seconds that `weight` contacts took in all; null when the file does not say. */
  private handleTimeOf(cells: readonly string[], columns: readonly number[], weight: number): number | null {
    let sum: number | null = null;
    for (const column of columns) {
      const seconds = this.durationOf(cells, column, weight);
      if (seconds !== null) sum = (sum ?? 0) + seconds;
    }
    return sum;
  }

  private durationOf(cells: readonly string[], column: number, weight: number): number | null {
    const text = cells[column] ?? '';
    const problem = this.duration.read(text);
    if (problem === 'empty') return null;
    const seconds = this.duration.value;
    if (problem !== null || seconds < 0) {
      this.listener.refused(problem ?? 'negativeHandleTime', column, text);
      return null;
    }
    const { layout, handleTime } = this.mapping;
    const whole = layout === 'perContact' || handleTime.kind === 'total';
    if (seconds > MOST_HANDLE_TIME * (whole ? Math.max(1, weight) : 1)) {
      this.listener.refused('absurdHandleTime', column, text);
      return null;
    }
    if (seconds === 0) {
      this.listener.noticed('zeroHandleTime');
      return null;
    }
    return whole ? seconds : seconds * weight;
  }
}

function isTotal(text: string): boolean {
  return /^\s*(?:grand\s+|sub-?|sous-?\s*)?(?:total|totaux|somme|sum|average|moyenne|mean)\b/i.test(text);
}

function figureGroups(mapping: Mapping): readonly Figures[] {
  const byChannel = new Map<string, number[]>();
  mapping.columns.forEach((column, index) => {
    const channel = mapping.layout === 'wide' ? (column.channel ?? mapping.channelName) : mapping.channelName;
    if (!['volume', 'answered', 'abandoned', 'handleTime'].includes(column.role)) return;
    byChannel.set(channel, [...(byChannel.get(channel) ?? []), index]);
  });
  if (mapping.layout === 'perContact' && byChannel.size === 0) byChannel.set(mapping.channelName, []);
  return [...byChannel].map(([channel, indexes]) => {
    const of = (role: ColumnRole) => indexes.filter((index) => mapping.columns[index]?.role === role);
    return {
      channel,
      volume: of('volume'),
      answered: of('answered'),
      abandoned: of('abandoned'),
      handleTime: of('handleTime'),
    };
  });
}
