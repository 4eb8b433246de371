/**
 * A whole file into series and a report, in pieces of text of any size.
 *
 * Memory holds the intervals counted so far and one piece, never the rows.
 */
import type { Issue } from '../errors.ts';
import { MINUTES_PER_DAY, SECONDS_PER_MINUTE, type Seconds } from '../units.ts';
import { noContacts, type ContactFacts } from './contact-facts.ts';
import { formatDate } from '../numeric/civil-date.ts';
import { Findings, startText } from './findings.ts';
import { fileIssue } from './file-issues.ts';
import { checkMapping } from './mapping-check.ts';
import { isSecret, type Mapping } from './mapping.ts';
import { areHours, closedHours } from './opening-hours.ts';
import { outliersOf } from './outliers.ts';
import { describeRefusal, type RejectionCode } from './refusals.ts';
import type { ImportReport, ImportResult, Rejection, SeriesColumns } from './report.ts';
import { RefusedRows } from './refused-rows.ts';
import { MOST_CHANNELS, RowInterpreter } from './row-reading.ts';
import { RowReader } from './rows.ts';
import { seriesFacts } from './series-facts.ts';
import { summaryOf } from './summary.ts';
import { settle, type SettleOptions } from './settle.ts';
import { headingsOf } from './sniff-vendor.ts';
import { DayRows } from './stray-days.ts';
import { Tally } from './tally.ts';
import { zoneClock, type ZoneClock } from './time-zone.ts';

const MOST_REJECTIONS = 100;

/** One contact, where rows are contacts. */
export type ContactRow = {
  readonly channel: number;
  /** Seconds of the wall clock since 1970-01-01T00:00. */
  readonly at: Seconds;
  /** Null: not served, or the row does not say for how long. */
  readonly handleSeconds: Seconds | null;
  /** As a worksheet counts. */
  readonly row: number;
  readonly cells: readonly string[];
};
export type ContactSink = (contact: ContactRow) => void;

export class HistoryReader {
  /** Rows of data read so far. */
  rows = 0;
  private counted = 0;
  private rejected = 0;
  private zeros = 0;
  private readonly rejections: Rejection[] = [];
  private readonly codes = new Map<string, number>();
  private readonly findings = new Findings();
  private readonly channels = new Map<string, number>();
  private readonly mapping: Mapping;
  private readonly options: SettleOptions;
  private readonly clock: ZoneClock;
  private readonly tally: Tally;
  private readonly unread: RefusedRows;
  private readonly days = new DayRows();
  private readonly reader: RowReader;
  private interpreter: RowInterpreter | null = null;
  private header: readonly string[] = [];
  private issues: Issue[];
  private rowCounted = false;
  private rowRefused = false;
  private row = 0;
  private cells: readonly string[] = [];
  private readonly sink: ContactSink | null;

  constructor(mapping: Mapping, sink: ContactSink | null = null) {
    this.sink = sink;
    this.issues = checkMapping(mapping);
    const usable = this.issues.length === 0;
    this.mapping = mapping;
    this.clock = zoneClock(usable ? mapping.timeZone : 'UTC');
    const perContact = mapping.layout === 'perContact';
    const daily = mapping.fileMinutes === MINUTES_PER_DAY && !perContact;
    this.options = {
      fileMinutes: usable ? (perContact ? mapping.intervalMinutes : mapping.fileMinutes) : MINUTES_PER_DAY,
      intervalMinutes: daily ? MINUTES_PER_DAY : mapping.intervalMinutes,
      rowsAreIntervals: !perContact,
      duplicates: mapping.duplicates,
      missing: perContact ? 'zero' : mapping.missing,
    };
    this.tally = new Tally(
      {
        fileMinutes: this.options.fileMinutes,
        everyRowCounts: perContact,
        duplicates: mapping.duplicates,
        withHandleTime: mapping.columns.some((column) => column.role === 'handleTime'),
      },
      this.clock,
    );
    this.unread = new RefusedRows(this.options.fileMinutes);
    this.reader = new RowReader(mapping, (cells, row, malformed) => this.take(cells, row, malformed));
  }

  /** Set when reading further makes no sense: `end` will say why. */
  get failed(): boolean {
    return this.issues.length > 0;
  }

  push(piece: string): void {
    if (this.failed) return;
    this.reader.push(piece);
    this.noteProblems();
  }

  end(): ImportResult {
    if (!this.failed) {
      this.reader.end();
      this.noteProblems();
    }
    if (!this.failed) this.issues = this.emptiness();
    if (this.failed) return { ok: false, issues: this.issues };
    this.leaveOutStrays();
    const { channels } = this.tally;
    const series = channels.map((channel) => {
      const settled = settle(
        channel,
        channels,
        this.unread.of(channel.name),
        this.options,
        this.clock,
        this.findings,
      );
      const tenure = this.interpreter?.contacts.tenureOf(channel.name);
      return tenure === undefined ? settled : { ...settled, tenure };
    });
    this.noteWhole(series);
    return {
      ok: true,
      report: this.report(series),
      series,
      facts: series.map(seriesFacts),
      contacts: this.contacts(),
    };
  }

  /** In the order of the series; empty when rows are no contacts. */
  private contacts(): ContactFacts[] {
    const found = new Map(this.interpreter?.contacts.facts().map((facts) => [facts.channel, facts]));
    if (this.mapping.layout !== 'perContact') return [];
    return this.tally.channels.map(({ name }) => found.get(name) ?? noContacts(name));
  }

  private noteProblems(): void {
    const problem = this.reader.problem ?? this.tally.problem;
    if (problem !== null && !this.failed) this.issues = [problem];
  }

  private take(cells: readonly string[], row: number, malformed: boolean): void {
    const { skipRows, header, columns } = this.mapping;
    if (this.failed || row <= skipRows || isEmptyRow(cells)) return;
    if (header && row === skipRows + 1) {
      this.header = headingsOf(cells);
      return;
    }
    this.interpreter ??= new RowInterpreter(this.mapping, this.header, {
      figures: (channel, minute, contacts, seconds, handled) =>
        this.count(channel, minute, contacts, seconds, handled),
      refused: (code, column, text) => this.refuse(code, column, text),
      unread: (channel, minute) => this.unread.add(channel, minute),
      noticed: (kind) => this.findings.note(kind, undefined, () => ({ row: this.row })),
    });
    this.rows++;
    this.row = row;
    this.cells = cells;
    this.rowCounted = false;
    this.rowRefused = false;
    if (malformed) this.refuse('malformedQuotes', columns.length, cells.join(' ').slice(0, 40));
    else this.interpreter.read(cells);
    if (this.rowCounted) this.counted++;
    if (this.rowRefused) this.rejected++;
  }

  private count(name: string, minute: number, contacts: number, seconds: number, handled: number): void {
    let channel = this.channels.get(name);
    if (channel === undefined) {
      if (this.channels.size === MOST_CHANNELS) {
        if (!this.failed)
          this.issues = [fileIssue('tooManyChannels', { most: MOST_CHANNELS }, `row ${this.row}`)];
        return;
      }
      channel = this.tally.addChannel(name);
      this.channels.set(name, channel);
    }
    this.tally.add(channel, minute, contacts, seconds, handled);
    this.days.add(Math.floor(minute / MINUTES_PER_DAY), this.row, !Number.isNaN(contacts));
    this.sink?.({
      channel,
      at: minute * SECONDS_PER_MINUTE + (this.interpreter?.seconds ?? 0),
      handleSeconds: handled > 0 ? seconds : null,
      row: this.row,
      cells: this.cells,
    });
    if (contacts === 0) this.zeros++;
    if (!Number.isNaN(contacts)) this.rowCounted = true;
  }

  /** Rows of days that cannot be meant are refused, each day by its first row. */
  private leaveOutStrays(): void {
    const { columns, layout } = this.mapping;
    const column = columns.findIndex(({ role }) => role === 'start' || role === 'date');
    for (const { day, row, rows, counted } of this.days.strays()) {
      for (const channel of this.tally.channels) channel.days.delete(day);
      const name = this.header[column];
      this.rejections.unshift(describeRefusal('dateFarOff', row, name, formatDate(day), this.mapping));
      this.codes.set('dateFarOff', (this.codes.get('dateFarOff') ?? 0) + rows);
      this.rejected = Math.min(this.rows, this.rejected + rows);
      // a row of a matrix speaks of other days as well
      if (layout !== 'matrix') this.counted -= counted;
    }
    this.rejections.length = Math.min(this.rejections.length, MOST_REJECTIONS);
  }

  private refuse(code: RejectionCode, column: number, text: string): void {
    this.rowRefused = true;
    this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
    if (this.rejections.length >= MOST_REJECTIONS) return;
    const name = this.header[column];
    const secret = isSecret(this.mapping.columns[column]?.role);
    this.rejections.push(describeRefusal(code, this.row, name, secret ? '' : text, this.mapping));
  }

  /** Why there is nothing to show for a file that could be read. */
  private emptiness(): Issue[] {
    if (this.rows === 0) return [fileIssue(this.header.length > 0 ? 'headerOnly' : 'emptyFile')];
    if (this.counted > 0) return [];
    const code =
      this.findings.any('emptyVolume') && this.rejections.length === 0 ? 'volumesEmpty' : 'nothingCounted';
    return [fileIssue(code, { rows: this.rows }), ...this.rejections.slice(0, 20)];
  }

  private noteWhole(series: readonly SeriesColumns[]): void {
    const { columns, layout } = this.mapping;
    const dayOf = (minute = 0) => Math.floor(minute / MINUTES_PER_DAY);
    const end = Math.max(...series.map(({ starts }) => starts.at(-1) ?? 0));
    for (const channel of series) {
      const last = channel.starts.at(-1) ?? end;
      const since = dayOf(end) - dayOf(last);
      if (since > 7)
        this.findings.note('endsEarly', channel.channel, () => ({ start: startText(last) }), since);
      for (const index of outliersOf(channel))
        this.findings.note('outlier', channel.channel, () => ({
          start: startText(channel.starts[index] ?? 0),
          contacts: channel.values[index] ?? 0,
        }));
      // where nobody ever called there are no hours to tell
      if (!channel.values.some((value) => value > 0)) {
        if (channel.known.includes(1)) this.findings.note('noContacts', channel.channel, null);
        continue;
      }
      const closed = closedHours(channel);
      const kind = areHours(closed) ? 'closedHours' : 'sparseHours';
      closed.forEach((spans, weekday) => {
        for (const [from, to] of spans)
          this.findings.note(kind, channel.channel, () => ({ weekday, from, to }));
      });
    }
    columns.forEach(({ role }, index) => {
      if (isSecret(role))
        this.findings.note('identifierDropped', undefined, () => ({
          column: this.header[index] ?? String(index + 1),
        }));
    });
    const has = (role: string) => columns.some((column) => column.role === role);
    if (layout !== 'perContact') {
      if (!has('volume')) this.findings.note('volumeFromOutcomes', undefined, null);
      if (this.zeros === 0 && this.findings.any('gap', 'missingDay'))
        this.findings.note('noZeros', undefined, null);
    }
    if (this.reader.undecodable > 0)
      this.findings.note('undecodable', undefined, null, this.reader.undecodable);
  }

  private report(series: readonly SeriesColumns[]): ImportReport {
    return {
      rows: this.rows,
      counted: this.counted,
      rejected: this.rejected,
      rejections: this.rejections,
      rejectionsByCode: [...this.codes].map(([code, count]) => ({ code, count })),
      findings: this.findings.list(),
      channels: series.map(summaryOf),
    };
  }
}

/** Series and report of a text at hand. */
export function readHistory(pieces: Iterable<string>, mapping: Mapping): ImportResult {
  const reader = new HistoryReader(mapping);
  for (const piece of pieces) {
    reader.push(piece);
    if (reader.failed) break;
  }
  return reader.end();
}

/** Most rows tell by their first cell. */
function isEmptyRow(cells: readonly string[]): boolean {
  return cells[0] === '' && cells.every((cell) => cell === '');
}
