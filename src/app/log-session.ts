/** A real log played against the plan: how it is read, what was read, and what the plan makes of it. */
import type { Issue } from '../errors.ts';
import { logMapping } from '../history/contact-log.ts';
import type { Guess, Mapping } from '../history/mapping.ts';
import type { ImportReport, Preview } from '../history/report.ts';
import type { ReplayOptions } from '../scenario/replay-log.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { RunCost } from '../simulation/run-cost.ts';
import type { FirstLook } from './first-look.ts';
import type { PackedLog, Progress } from './import-history.ts';
import type { PlayedLog, Refused } from './simulator.ts';

/** How a file is read as a log; what a form shows of it. */
export type LogLook = {
  readonly file: string;
  readonly guess: Guess;
  readonly mapping: Mapping;
  readonly preview: Preview;
  readonly sheets: readonly string[];
  readonly recalled: boolean;
  readonly previewing: boolean;
  readonly issues: readonly Issue[];
};

export type ReadLog = {
  readonly file: string;
  readonly log: PackedLog;
  readonly report: ImportReport;
};

export type PlayOptions = Required<Pick<ReplayOptions, 'from' | 'assigned' | 'handleTimes'>>;

export type PlayState =
  | { readonly status: 'none' | 'stopped' | 'failed' }
  /** It would take long, so it waits for a word. */
  | { readonly status: 'held'; readonly cost: RunCost }
  | { readonly status: 'playing'; readonly done: number; readonly total: number }
  | { readonly status: 'done'; readonly of: Scenario; readonly answer: PlayedLog | Refused };

export type LogSession = {
  readonly busy:
    | { readonly step: 'looking'; readonly file: string }
    | { readonly step: 'reading'; readonly file: string; readonly progress: Progress | null }
    | null;
  /** The file asked for last, where it could not be read; what was read before stays. */
  readonly refused: { readonly file: string; readonly issues: readonly Issue[] } | null;
  /** Of the file asked for last that has columns. */
  readonly look: LogLook | null;
  readonly read: ReadLog | null;
  readonly options: PlayOptions;
  readonly play: PlayState;
};

export const NO_LOG: LogSession = {
  busy: null,
  refused: null,
  look: null,
  read: null,
  options: { from: undefined, assigned: {}, handleTimes: 'log' },
  play: { status: 'none' },
};

/** What a first look found; null: the file has no columns. */
export function logLook(file: string, { inspection, recalled }: FirstLook): LogLook | null {
  if (!inspection.ok) return null;
  const { guess, sheets, warnings } = inspection;
  return {
    file,
    guess,
    mapping: asContacts(recalled?.mapping ?? guess.mapping),
    preview: recalled?.preview ?? inspection.preview,
    sheets,
    recalled: recalled !== null,
    previewing: false,
    issues: recalled === null ? warnings : [],
  };
}

/** The rows taken for contacts, where they can be. */
export function asContacts(mapping: Mapping): Mapping {
  const asLog = logMapping(mapping);
  return 'columns' in asLog ? asLog : mapping;
}
