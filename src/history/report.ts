/** What came out of a file: clean series, and everything a careful reader would have noticed. */
import type { Issue } from '../errors.ts';
import type { ContactFacts } from './contact-facts.ts';
import type { Guess } from './mapping.ts';
import type { SeriesFacts } from './series-facts.ts';
import type { TenureColumns } from './tenure-days.ts';

/**
 * One channel's history on the local wall clock, ascending, each start once; the input of a forecast.
 *
 * Every slot of a day that has any row is listed, except those its weekday never has (closed).
 * Days without any row are left out. null: known to be unknown (missing, unreadable, contradictory).
 */
export type HistorySeries = {
  readonly channel: string;
  readonly intervalMinutes: number;
  /** `YYYY-MM-DDTHH:MM`, daily data `T00:00`. */
  readonly starts: readonly string[];
  readonly values: readonly (number | null)[];
  /** Mean handle time in seconds, weighted by contacts; null where nothing was handled. */
  readonly handleTime?: readonly (number | null)[];
};

/** The same in columns that cross a thread by transfer. */
export type SeriesColumns = {
  readonly channel: string;
  readonly intervalMinutes: number;
  /** Wall-clock minutes since 1970-01-01T00:00. */
  readonly starts: Int32Array;
  readonly values: Float64Array;
  /** 0: the value beside it is unknown. */
  readonly known: Uint8Array;
  readonly handleSeconds?: Float64Array;
  /** Contacts behind the handle seconds; 0: handle time unknown. */
  readonly handled?: Float64Array;
  /** Handle times by the agent's tenure, where rows are contacts and tell it. */
  readonly tenure?: TenureColumns;
};

/** A row, or one cell of it, that was not counted. `path` is `row 17`, counted as a worksheet does, header included. */
export type Rejection = Issue & { readonly row: number; readonly column?: string };

export type FindingKind =
  /** Open intervals without a row, in days that have others. */
  | 'gap'
  /** Intervals whose row is there and was refused: unknown. */
  | 'refusedInterval'
  /** Days of an open weekday without any row. */
  | 'missingDay'
  /** Days that other series go on after the last row of this one, more than a week. */
  | 'endsEarly'
  /** Intervals with more rows than one; see `duplicates` of the mapping. */
  | 'duplicate'
  /** Intervals whose rows all say the same, as where exports overlap: counted once. */
  | 'copy'
  /** Not one contact in the whole series. */
  | 'noContacts'
  /** Weekday and time always zero or missing. */
  | 'closedHours'
  /** The same where they are too many to be hours: contacts are too few to tell. */
  | 'sparseHours'
  /** Rows at an hour the clock skips in spring. */
  | 'skippedHour'
  /** Intervals in the hour that an autumn night has twice: two rows were added, one is taken for both. */
  | 'repeatedHour'
  /** Intervals of which only a part was recorded: unknown. */
  | 'partialInterval'
  /** Cells left empty where a volume belongs: unknown. */
  | 'emptyVolume'
  /** Intervals with more than five times the contacts that others of their weekday and time have. */
  | 'outlier'
  /** A handle time of 0 with contacts handled: left out of the mean. */
  | 'zeroHandleTime'
  /** No row says 0: the file may leave empty intervals out; see `missing` of the mapping. */
  | 'noZeros'
  /** Intervals without a row, counted as 0 because the mapping says so. */
  | 'zeroFilled'
  /** Rows not in order of time. Harmless. */
  | 'unordered'
  /** Characters that could not be decoded: the file is in another encoding. */
  | 'undecodable'
  /** Columns dropped because they name customers, agents or contacts. */
  | 'identifierDropped'
  /** No volume column: answered and abandoned were added. */
  | 'volumeFromOutcomes'
  /** Rows of totals, not counted. */
  | 'totalRow';

/** Something worth knowing that stops nothing. */
export type Finding = {
  readonly kind: FindingKind;
  /** Absent: all channels, or the file. */
  readonly channel?: string;
  readonly count: number;
  readonly examples: readonly Place[];
};

/** Where something was found. Spans are [from, to). */
export type Place =
  | { readonly start: string; readonly to?: string; readonly contacts?: number }
  /** Monday 0 … Sunday 6; times `HH:MM`, `24:00` ends a day. */
  | { readonly weekday: number; readonly from: string; readonly to: string }
  | { readonly row: number }
  | { readonly column: string };

export type ChannelSummary = {
  readonly channel: string;
  /** All contacts counted. */
  readonly contacts: number;
  readonly intervals: number;
  readonly unknown: number;
  /** First and last start. */
  readonly from: string;
  readonly to: string;
};

export type ImportReport = {
  /** Rows of data: neither empty, nor header, nor above it. */
  readonly rows: number;
  /** Rows with at least one figure counted. */
  readonly counted: number;
  /** Rows of which something was refused. */
  readonly rejected: number;
  /** The first of them, with reasons. */
  readonly rejections: readonly Rejection[];
  readonly rejectionsByCode: readonly { readonly code: string; readonly count: number }[];
  readonly findings: readonly Finding[];
  readonly channels: readonly ChannelSummary[];
};

/** Either everything, or the reasons why nothing came in. */
export type ImportResult =
  | {
      readonly ok: true;
      readonly report: ImportReport;
      readonly series: readonly SeriesColumns[];
      /** Of each series, in the same order. */
      readonly facts: readonly SeriesFacts[];
      /** Of each series, in the same order, where rows are contacts; else empty. */
      readonly contacts: readonly ContactFacts[];
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };

export type PreviewRow = {
  /** As a worksheet counts. */
  readonly row: number;
  /** As written; identifiers are masked. */
  readonly cells: readonly string[];
  /** As understood. */
  readonly records: readonly {
    readonly channel: string;
    readonly start: string;
    readonly contacts: number | null;
    /** Mean seconds per contact. */
    readonly handleTime?: number;
  }[];
  readonly problems: readonly Rejection[];
};

export type Preview = {
  readonly header: readonly string[];
  readonly rows: readonly PreviewRow[];
};

/** A first look at a file: how it seems to be written, and its first rows so understood. */
export type Inspection =
  | {
      readonly ok: true;
      readonly guess: Guess;
      readonly preview: Preview;
      /** Names of the sheets of a workbook; empty for a text. */
      readonly sheets: readonly string[];
      /** What will stop the import unless the mapping is corrected. */
      readonly warnings: readonly Issue[];
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };
