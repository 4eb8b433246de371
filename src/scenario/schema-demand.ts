/** How many contacts come to a channel, from which source, and what a user changed of it; part of schema.ts. */
import type { Share } from '../units.ts';
import type { Text } from './schema.ts';

export type Demand = {
  readonly source:
    | { readonly kind: 'typed'; readonly contacts: readonly number[] }
    | {
        readonly kind: 'profile';
        /** Contacts for each day of the calendar. */
        readonly perDay: readonly number[];
        /** Share of the day per interval, by ISO weekday, Monday first; each row sums to 1 (or to 0: closed). */
        readonly shares: readonly (readonly number[])[];
        readonly note?: Text;
      }
    | {
        readonly kind: 'forecast';
        /** Mean contacts on the grid. */
        readonly contacts: readonly number[];
        readonly bands: readonly DemandBand[];
        readonly model: string;
        /** Error of the chosen model in the rolling-origin backtest. */
        readonly backtest: { readonly wape: number; readonly coverage80: number } | null;
        readonly history: {
          readonly file: string;
          readonly column: string;
          readonly from: string;
          readonly to: string;
          /** Name under which this browser keeps the history itself; elsewhere it is not found. */
          readonly id?: string;
          /** What the user decided about doubtful parts of it; undecided ones count as they are. */
          readonly cleaning?: readonly CleaningDecision[];
        };
      };
  /** Day-to-day swing that no forecast sees: coefficient of variation of the day factor. */
  readonly dayFactorCv: number;
  /**
   * How far the volume may be off as a whole: coefficient of variation of a factor, mean 1, that all days planned
   * have in common; absent: 0, as where it is known from a history.
   */
  readonly levelCv?: number;
  /**
   * Waves within the day that no forecast sees: coefficient of variation of a factor, mean 1, of each interval; absent:
   * none. The simulation plays them and the batches, the analytic models take contacts one by one at the mean rate.
   */
  readonly intervalFactorCv?: number;
  /** Correlation of one interval's factor with the next, in [0, 1); absent: 0, each by itself. */
  readonly intervalFactorCorrelation?: Share;
  /** Contacts come several at the same moment, as after a mailing or when a system fails; absent: one by one. */
  readonly batch?: Batch;
  /** A user's changes to the source, in this order, each with who made it and why. */
  readonly adjustments?: readonly Adjustment[];
  /** What has come on one of the days planned, interval by interval from midnight; null: unknown. */
  readonly actuals?: { readonly date: string; readonly contacts: readonly (number | null)[] };
};

/** Contacts at one moment: always so many, or 1, 2, … with chances that fall by a constant factor. */
export type Batch =
  | { readonly kind: 'constant'; readonly size: number }
  | { readonly kind: 'geometric'; readonly mean: number };

/**
 * One change on top of the source. Spans are local wall clock, [from, to); a part of an interval
 * takes a part of the change.
 */
export type Adjustment = { readonly who: string; readonly why: string } & (
  | { readonly kind: 'scale'; readonly from: string; readonly to: string; readonly factor: number }
  /** So many contacts more (or fewer) over the whole span, in proportion to those already there. */
  | { readonly kind: 'add'; readonly from: string; readonly to: string; readonly contacts: number }
  /** The whole span comes to this many contacts. */
  | { readonly kind: 'total'; readonly from: string; readonly to: string; readonly contacts: number }
  /**
   * A formula, and what it gave on the grid. `base`: the contacts it was made on, and what it gives
   * more for one contact more, so that it follows what is before it; without, it stands in its place.
   */
  | {
      readonly kind: 'formula';
      readonly formula: string;
      readonly contacts: readonly number[];
      readonly base?: { readonly contacts: readonly number[]; readonly slopes: readonly number[] };
    }
  /** Cells of the grid typed or pasted by hand. */
  | {
      readonly kind: 'cells';
      readonly cells: readonly { readonly cell: number; readonly contacts: number }[];
      /** What has come of a day and the forecast of its rest; the next one of that day takes its place. */
      readonly anew?: true;
    }
);

/**
 * Whether a finding in a history was taken as proposed. `gap` and `closedHours`, when rejected,
 * count as zero contacts; the others, when accepted, become unknown (`levelShift`: everything
 * before `start` × `ratio`).
 */
export type CleaningDecision = {
  readonly kind: 'outlierDay' | 'outlierSlot' | 'partialDay' | 'levelShift' | 'gap' | 'closedHours';
  readonly start: string;
  /** Exclusive. `closedHours`: a span of one day that stands for all days of its weekday. */
  readonly end: string;
  readonly ratio?: number;
  readonly accepted: boolean;
};

/** A central band: `level` 0.8 means that 80 % of outcomes should lie between `low` and `high`. */
export type DemandBand = {
  readonly level: Share;
  readonly low: readonly number[];
  readonly high: readonly number[];
};
