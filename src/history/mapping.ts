/**
 * How a file is to be read: the guess, and what the user made of it.
 *
 * Plain JSON, so that a mapping can be remembered per source and sent to a worker.
 */
import type { Share } from '../units.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type Delimiter = ',' | ';' | '\t' | '|';
export type DecimalMark = '.' | ',';
/** Order of year, month and day in a written date; a four-digit first number is always the year. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/**
 * - `wide`: one row per interval, a column per channel;
 * - `long`: one row per interval and channel, the channel named in a column;
 * - `perContact`: one row per contact, counted into intervals by its time;
 * - `matrix`: one row per interval of the day, one column per date, as pasted from a worksheet;
 * - `dayRows`: the transpose, one row per date, one column per interval of the day.
 *
 * Daily totals are `wide` or `long` with `fileMinutes` 1440.
 */
export type Layout = 'wide' | 'long' | 'perContact' | 'matrix' | 'dayRows';

/**
 * - `start`: date and time of the interval (or of the contact); `date` and `time`: the same in two columns;
 * - `offset`: how far the row's clock is from UTC, or the name of its zone: `+01:00`, `CEST`, `Europe/Paris`;
 * - `channel`: its name; several columns name it together, as a queue and its medium;
 * - `volume`: contacts offered; `answered`, `abandoned`: parts of it. Without a volume their sum is the volume.
 *   Where rows are contacts: whether this one was (yes or no);
 * - `wait`, `outcome`, `firstResponse`: of one contact: how long it waited, whether it was answered, and
 *   after how long (or when) somebody first answered; only read when rows are contacts;
 * - `tenure`: how long the agent of a contact had been there, or since when; only read when rows are contacts;
 * - `reason`: why the contact came; only used where the contacts are played one by one;
 * - `caller`: tells redials apart while the file is read, and is dropped like an identifier;
 * - `identifier`: names a customer, an agent or a contact. Dropped at the door: never shown, counted or kept.
 */
export type ColumnRole =
  | 'start'
  | 'date'
  | 'time'
  | 'offset'
  | 'channel'
  | 'volume'
  | 'answered'
  | 'abandoned'
  | 'handleTime'
  | 'wait'
  | 'outcome'
  | 'firstResponse'
  | 'caller'
  | 'tenure'
  | 'reason'
  | 'identifier'
  | 'ignore';

/** Between the parts of a channel's name that several columns give together. */
export const NAME_JOINT = ' · ';

/** Whether cells of this role name a person and are shown to nobody. */
export function isSecret(role: ColumnRole | undefined): boolean {
  return role === 'identifier' || role === 'caller';
}

export type ColumnMapping = {
  readonly role: ColumnRole;
  /** In a wide file: the channel this column speaks of. Columns of one channel share the name. */
  readonly channel?: string;
  /** Unit of a bare number in a column of waits or first responses; absent: seconds. */
  readonly unit?: 'seconds' | 'minutes' | 'hours' | 'milliseconds';
  /** Unit of a bare number in a column of tenure; absent: months. */
  readonly tenureUnit?: 'days' | 'weeks' | 'months' | 'years';
};

/**
 * What a handle time column holds: the mean per contact or the total of the interval, and the unit
 * of a bare number. `4:35` and `1:02:03` are read as a clock (minutes, hours first) in any unit.
 */
export type HandleTimeColumn = {
  readonly kind: 'average' | 'total';
  readonly unit: 'seconds' | 'minutes' | 'milliseconds';
};

/**
 * Two rows for one interval and channel. `unknown`: rows that say the same count once; where they
 * differ nobody can tell which is right, so none counts and the interval is unknown. The repeated hour of an autumn night is no
 * duplicate: its two rows are added.
 */
export type DuplicateRule = 'unknown' | 'sum' | 'first' | 'last';

/** What an interval without a row means: not recorded, or that nobody called. */
export type MissingRule = 'unknown' | 'zero';

export type Mapping = {
  /** The sheet of a workbook; absent for a text. */
  readonly sheet?: string;
  readonly delimiter: Delimiter;
  /** False: a quotation mark is a character like any other. */
  readonly quotes: boolean;
  /** Rows above the header (or above the data): titles, report parameters. */
  readonly skipRows: number;
  readonly header: boolean;
  readonly decimal: DecimalMark;
  readonly dateOrder: DateOrder;
  /** IANA name of the clock of a time written without offset. A written `Z` or offset is always obeyed. */
  readonly fileZone: string;
  /** IANA name of the scenario's clock; the series is on it. */
  readonly timeZone: string;
  readonly layout: Layout;
  /** One entry per column of the file, in order. */
  readonly columns: readonly ColumnMapping[];
  /** Channel of a file that names none. */
  readonly channelName: string;
  /** Minutes from one row to the next in the file; 1440: daily. Not used for `perContact`. */
  readonly fileMinutes: number;
  /** Minutes of an interval of the series wanted; finer rows are summed. Daily totals stay daily. */
  readonly intervalMinutes: number;
  readonly handleTime: HandleTimeColumn;
  readonly duplicates: DuplicateRule;
  readonly missing: MissingRule;
};

/** An answer of the reader to a question about the file, most likely first. */
export type Guessed<T> = {
  readonly value: T;
  /** 1: the file leaves no doubt. Below 0.7 the user should be asked. */
  readonly confidence: Share;
  readonly alternatives: readonly T[];
};

export type GuessedColumn = Guessed<ColumnRole> & {
  readonly name: string;
  /** A few cells as written; none for an identifier. */
  readonly samples: readonly string[];
};

export type Guess = {
  readonly delimiter: Guessed<Delimiter>;
  readonly header: Guessed<boolean>;
  readonly decimal: Guessed<DecimalMark>;
  readonly dateOrder: Guessed<DateOrder>;
  readonly fileZone: Guessed<string>;
  readonly layout: Guessed<Layout>;
  readonly fileMinutes: Guessed<number>;
  readonly handleTime: Guessed<HandleTimeColumn>;
  readonly columns: readonly GuessedColumn[];
  /** Headings of the columns by which the rows of one interval and channel differ, so that they are added. */
  readonly parts: readonly string[];
  /** All of the above as a mapping, ready to be read with or corrected. */
  readonly mapping: Mapping;
};
