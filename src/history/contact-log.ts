/**
 * A log with one row per contact, kept contact by contact: when each came, on which channel, why, and how
 * long it took whoever served it.
 *
 * It is read as a history is, so what the reader refuses and notices stands in the same report; nothing
 * else of a row is kept.
 */
import type { Issue } from '../errors.ts';
import { SECONDS_PER_DAY, type Seconds } from '../units.ts';
import { says, TALK, tokens, WRAP_UP } from './column-words.ts';
import { fileIssue } from './file-issues.ts';
import { HistoryReader, type ContactRow } from './history-reader.ts';
import type { Mapping } from './mapping.ts';
import type { ImportReport } from './report.ts';
import { coarseness, sharedDivisor } from './stamp-grid.ts';

/** Twenty million contacts are more than one replication of the simulator takes. */
export const MOST_LOGGED = 20_000_000;
const MOST_REASON_NAMES = 10_000;
const NONE = -1;

/** In the order of the file. */
export type ContactLog = {
  /** As the file names them. */
  readonly channels: readonly string[];
  /** Of each channel, to what its times are told: a second, or a longer span at whose beginning all of them lie. */
  readonly within: readonly Seconds[];
  readonly reasons: readonly string[];
  /** Number of each contact's channel. */
  readonly channel: Int32Array;
  /** Whole seconds of the wall clock since 1970-01-01T00:00, on the clock of the mapping's zone. */
  readonly at: Float64Array;
  /** Number of its reason; -1: the file says none. */
  readonly reason: Int32Array;
  /** Handle time of who was served, seconds; -1: the file says none. */
  readonly handleTime: Float64Array;
  /** Its row, as a worksheet counts. */
  readonly row: Int32Array;
};

export type LogReading =
  | { readonly ok: true; readonly log: ContactLog; readonly report: ImportReport }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** The mapping of a file that is to be read as a log; the issue with one whose rows are counts of intervals. */
export function logMapping(mapping: Mapping): Mapping | Issue {
  const { layout, columns } = mapping;
  const counts = layout !== 'perContact' && columns.some(({ role }) => role === 'volume');
  if (counts || layout === 'matrix' || layout === 'dayRows') return fileIssue('notALog');
  return { ...mapping, layout: 'perContact' };
}

/** Whether its handle times end with the conversation, by their headings: work after it is not in them. */
export function tellsTalkOnly({ columns }: Mapping, headings: readonly string[]): boolean {
  const said = columns.flatMap(({ role }, k) => (role === 'handleTime' ? [tokens(headings[k] ?? '')] : []));
  return said.length > 0 && said.every((words) => says(words, TALK) && !says(words, WRAP_UP));
}

export class ContactLogReader {
  readonly #reader: HistoryReader;
  readonly #reasonColumn: number;
  readonly #reasons = new Map<string, number>();
  /** By channel: contacts, and the greatest number of seconds that divides all their times. */
  readonly #contacts: number[] = [];
  readonly #divisor: Seconds[] = [];
  #channel = new Int32Array(1024);
  #at = new Float64Array(1024);
  #reason = new Int32Array(1024);
  #handleTime = new Float64Array(1024);
  #row = new Int32Array(1024);
  #count = 0;
  #hasTimes = false;

  constructor(mapping: Mapping) {
    this.#reasonColumn = mapping.columns.findIndex(({ role }) => role === 'reason');
    this.#reader = new HistoryReader(mapping, (contact) => this.#take(contact));
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
        within: result.series.map((_, k) => coarseness(this.#divisor[k] ?? 1, this.#contacts[k] ?? 0)),
        reasons: [...this.#reasons.keys()],
        channel: this.#channel.slice(0, count),
        at: this.#at.slice(0, count),
        reason: this.#reason.slice(0, count),
        handleTime: this.#handleTime.slice(0, count),
        row: this.#row.slice(0, count),
      },
    };
  }

  #take({ channel, at, handleSeconds, row, cells }: ContactRow): void {
    if (this.#count === this.#at.length) this.#grow();
    const k = this.#count++;
    this.#channel[k] = channel;
    this.#at[k] = at;
    this.#reason[k] = this.#reasonIn(cells);
    this.#handleTime[k] = handleSeconds ?? NONE;
    this.#row[k] = row;
    this.#contacts[channel] = (this.#contacts[channel] ?? 0) + 1;
    this.#divisor[channel] = sharedDivisor(this.#divisor[channel], at);
    if (at % SECONDS_PER_DAY !== 0) this.#hasTimes = true;
  }

  #reasonIn(cells: readonly string[]): number {
    const name = this.#reasonColumn < 0 ? '' : (cells[this.#reasonColumn] ?? '').trim();
    if (name === '') return NONE;
    const known = this.#reasons.get(name);
    if (known !== undefined) return known;
    if (this.#reasons.size === MOST_REASON_NAMES) return NONE;
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
    this.#handleTime = larger(new Float64Array(size), this.#handleTime);
    this.#row = larger(new Int32Array(size), this.#row);
  }
}
