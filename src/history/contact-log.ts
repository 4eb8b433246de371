/**
 * A log with one row per contact, kept contact by contact: when each came, on which channel, and why.
 *
 * It is read as a history is, so what the reader refuses and notices stands in the same report; nothing
 * else of a row is kept.
 */
import type { Issue } from '../errors.ts';
import { SECONDS_PER_DAY, SECONDS_PER_MINUTE } from '../units.ts';
import { REASON, says, tokens } from './column-words.ts';
import { fileIssue } from './file-issues.ts';
import { HistoryReader } from './history-reader.ts';
import type { Guess, Mapping } from './mapping.ts';
import type { ImportReport } from './report.ts';

/** Twenty million contacts are more than one replication of the simulator takes. */
const MOST_LOGGED = 20_000_000;
const MOST_REASON_NAMES = 10_000;

/** In the order of the file. */
export type ContactLog = {
  /** As the file names them. */
  readonly channels: readonly string[];
  readonly reasons: readonly string[];
  /** Number of each contact's channel. */
  readonly channel: Int32Array;
  /** Seconds of the wall clock since 1970-01-01T00:00, on the clock of the mapping's zone. */
  readonly at: Float64Array;
  /** Number of its reason; -1: the file says none. */
  readonly reason: Int32Array;
  /** No time has seconds, so contacts of one minute seem to come at once. */
  readonly toTheMinute: boolean;
};

export type LogReading =
  | { readonly ok: true; readonly log: ContactLog; readonly report: ImportReport }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** How a guessed file is read as a log, and which column says the reason; -1: none does. */
export type LogMapping = { readonly mapping: Mapping; readonly reason: number };

/** @returns the issue with a file whose rows are counts of intervals */
export function logMapping({ mapping, columns }: Guess): LogMapping | Issue {
  const roles = new Set(mapping.columns.map(({ role }) => role));
  const counts = mapping.layout !== 'perContact' && roles.has('volume');
  if (counts || mapping.layout === 'matrix' || mapping.layout === 'dayRows') return fileIssue('notALog');
  return {
    mapping: { ...mapping, layout: 'perContact' },
    reason: columns.findIndex(({ name, value }) => value === 'ignore' && says(tokens(name), REASON)),
  };
}

export class ContactLogReader {
  readonly #reader: HistoryReader;
  readonly #reasonColumn: number;
  readonly #reasons = new Map<string, number>();
  #channel = new Int32Array(1024);
  #at = new Float64Array(1024);
  #reason = new Int32Array(1024);
  #count = 0;
  #toTheMinute = true;
  #hasTimes = false;

  constructor({ mapping, reason }: LogMapping) {
    this.#reasonColumn = reason;
    this.#reader = new HistoryReader(mapping, (channel, at, cells) => this.#take(channel, at, cells));
  }

  /** Set when reading further makes no sense: `end` will say why. */
  get failed(): boolean {
    return this.#reader.failed || this.#count > MOST_LOGGED;
  }

  get rows(): number {
    return this.#reader.rows;
  }

  push(piece: string): void {
    if (!this.failed) this.#reader.push(piece);
  }

  end(): LogReading {
    if (this.#count > MOST_LOGGED)
      return { ok: false, issues: [fileIssue('tooManyContacts', { most: MOST_LOGGED })] };
    const result = this.#reader.end();
    if (!result.ok) return result;
    const count = this.#count;
    // All at midnight: the file has dates, and when on the day each came is not known.
    if (count > 0 && !this.#hasTimes) return { ok: false, issues: [fileIssue('noTimesOfDay')] };
    return {
      ok: true,
      report: result.report,
      log: {
        channels: result.series.map(({ channel }) => channel),
        reasons: [...this.#reasons.keys()],
        channel: this.#channel.slice(0, count),
        at: this.#at.slice(0, count),
        reason: this.#reason.slice(0, count),
        toTheMinute: this.#toTheMinute,
      },
    };
  }

  #take(channel: number, at: number, cells: readonly string[]): void {
    if (this.#count === this.#at.length) this.#grow();
    const k = this.#count++;
    this.#channel[k] = channel;
    this.#at[k] = at;
    this.#reason[k] = this.#reasonIn(cells);
    if (at % SECONDS_PER_MINUTE !== 0) this.#toTheMinute = false;
    if (at % SECONDS_PER_DAY !== 0) this.#hasTimes = true;
  }

  #reasonIn(cells: readonly string[]): number {
    const name = this.#reasonColumn < 0 ? '' : (cells[this.#reasonColumn] ?? '').trim();
    if (name === '') return -1;
    const known = this.#reasons.get(name);
    if (known !== undefined) return known;
    if (this.#reasons.size === MOST_REASON_NAMES) return -1;
    this.#reasons.set(name, this.#reasons.size);
    return this.#reasons.size - 1;
  }

  #grow(): void {
    const size = 2 * this.#at.length;
    const larger = <Column extends Int32Array | Float64Array>(next: Column, column: Column): Column => {
      next.set(column);
      return next;
    };
    this.#channel = larger(new Int32Array(size), this.#channel);
    this.#at = larger(new Float64Array(size), this.#at);
    this.#reason = larger(new Int32Array(size), this.#reason);
  }
}
