/**
 * Time and memory of a run from the size of what it plays: the one estimate that the engine, the command
 * line and the browser share. Needs no compiled model, so that a page can ask it at every step.
 */
import type { Seconds } from '../units.ts';

/** Numbers the engine keeps of each thing; a test holds them to its own, which a page need not load. */
export const SIZES = {
  classFields: 22,
  classValues: 23,
  classProducts: 31,
  reasonFields: 5,
  reasonProducts: 8,
  reasonTotals: 13,
  bins: 834,
  sections: 16,
  journeyFields: 11,
  hand: 7,
} as const;

export type RunShape = {
  /** Contacts of one replication. */
  readonly contacts: number;
  readonly intervals: number;
  readonly classes: number;
  /** Agents times the conversations each may hold. */
  readonly places: number;
  /** Some customer can have more than one contact. */
  readonly journeys: boolean;
  /** Columns of the books beyond the classes, and groups; absent: no class has reasons. */
  readonly reasons?: number;
  readonly groups?: number;
};

export type RunCost = {
  /** Spread over the workers. */
  readonly seconds: Seconds;
  /** What the engines and their sums hold, all workers together. */
  readonly bytes: number;
};
export type RunBudget = RunCost;

/** Seconds of one core per contact, by the loop that runs the model; measured by `npm run bench`. */
export const PLAIN_PACE: Seconds = 1 / 2.5e6;
const GENERAL_PACE: Seconds = 1 / 5e5;
/** Setting up one replication, and adding it to the sums: per cell of interval and class. */
const SECONDS_PER_CELL = 1e-6;
/**
 * Clearing and reading out the histogram of a class, whatever its contacts: 175 times a contact of the fastest
 * loop, as a cell is 3.3 times one (all three in one run, the least of twelve rounds each).
 */
const SECONDS_PER_CLASS = 5e-5;
/** A buffer that is full is copied to one twice as long: for a moment there are both. */
const GROWING = 3;
/** First responses, and where conversations take turns also waits. */
const HISTOGRAMS = 2;

/** @param pace seconds of one core per contact, where a run has been measured or the loop is known */
export function costOf(
  { contacts, intervals, classes, places, journeys, reasons = 0, groups = 0 }: RunShape,
  replications: number,
  {
    workers = 1,
    pace = GENERAL_PACE,
  }: { readonly workers?: number; readonly pace?: Seconds | undefined } = {},
): RunCost {
  const columns = classes + reasons;
  const sums =
    (intervals + 1) *
    (columns * (SIZES.classValues + SIZES.classProducts) +
      reasons * (groups + 1) * (SIZES.reasonFields + SIZES.reasonProducts));
  const perWorker =
    2 * ((intervals + 1) * (columns * SIZES.classFields + reasons * groups * SIZES.reasonFields) + sums) +
    classes * HISTOGRAMS * SIZES.bins * (SIZES.sections + 3) +
    classes * (classes + SIZES.journeyFields) * (journeys ? 7 : 0) +
    places * (SIZES.hand + 4) +
    // A customer whose journey is followed takes five numbers at most.
    (journeys ? 5 * contacts : 0);
  // Beside several workers somebody holds the sums of all of them.
  const gathered = workers > 1 ? sums + classes * HISTOGRAMS * SIZES.bins * SIZES.sections : 0;
  return {
    seconds:
      (replications *
        (contacts * pace +
          classes * SECONDS_PER_CLASS +
          (columns + reasons * groups) * intervals * SECONDS_PER_CELL)) /
      workers,
    bytes:
      8 *
      (workers * perWorker +
        gathered +
        GROWING * replications * (classes * SIZES.classValues + reasons * SIZES.reasonTotals)),
  };
}
