/** What a forecast says: numbers with their uncertainty, and why this model and not another. */
import type { Share } from '../units.ts';

export type ModelName =
  /** The same slot one week before. */
  | 'lastWeek'
  /** The mean of the same slot in the last four weeks. */
  | 'meanOfFour'
  /** Day total (smoothed level, weekday effects) spread by a weekday profile. */
  | 'profile'
  /** The same with a level that forgets half within a week. */
  | 'recentProfile'
  /** The same with a level that remembers two months. */
  | 'longProfile'
  /** The same with the day's residual carried on (AR(1)). */
  | 'profileCarry'
  /** Damped trend and weekday effects on the day total (Holt–Winters), spread by the profile. */
  | 'trend'
  /** Level, weekday and position in the month, with the day's residual carried on, spread by the profile. */
  | 'regression'
  /** Level and weekday with the season of the year, from two years of history on, spread by the profile. */
  | 'yearly'
  /** The others, weighted by their backtest. */
  | 'combination';

export type ForecastOptions = {
  /** First day forecast, `YYYY-MM-DD`. */
  readonly from: string;
  readonly days: number;
  /** Ascending, in (0, 1). */
  readonly quantiles: readonly number[];
  /** Use this model whatever the backtest says. */
  readonly model?: ModelName;
  /** Calibrate bands for every model of the backtest, to compare them: takes about twice as long. */
  readonly everyModel?: boolean;
};

/** A central band: 80 % of outcomes should lie from `low` to `high` when `level` is 0.8. */
export type Band = { readonly level: Share; readonly low: number[]; readonly high: number[] };

/** Totals of a day or of seven days: not the sums of interval quantiles, but their own law. */
export type TotalForecast = {
  /** First day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly days: number;
  readonly mean: number;
  readonly quantiles: number[];
  readonly bands: readonly { readonly level: Share; readonly low: number; readonly high: number }[];
  /** Coefficient of variation of the factor by which the whole day (or week) misses its mean, beyond chance. */
  readonly factorCv: number;
};

export type Horizon = 'day' | 'week' | 'month';

/** One model at one horizon in the rolling-origin backtest, intervals pooled as totals. */
export type BacktestRow = {
  readonly model: ModelName;
  /** `day`: the next day; `week`: the days after it to the seventh; `month`: from the eighth to the 28th. */
  readonly horizon: Horizon;
  /** Evenings, at most those of the last year. */
  readonly origins: number;
  /** Intervals compared. */
  readonly values: number;
  /** Sum of absolute errors over sum of actuals. */
  readonly wape: number;
  /** Sum of errors (forecast - actual) over sum of actuals. */
  readonly bias: number;
  /** Mean absolute error over that of last week's figures on the same intervals. */
  readonly mase: number | null;
  /**
   * How bands held that are calibrated on this model's own errors, on the last third of all evenings; null where
   * there are none, and but for the chosen model unless `everyModel` is asked for.
   */
  readonly bands: ModelBands | null;
};

export type ModelBands = {
  /** Intervals compared. */
  readonly values: number;
  /** Mean pinball loss over the quantiles asked for, over the mean actual. */
  readonly pinball: number;
  /** Of the intervals with a median of at least 10 contacts; null: none. */
  readonly coverage80: Share | null;
  readonly coverage95: Share | null;
};

/** How the bands of the chosen model did in its own past, intervals with a median of at least 10 contacts. */
export type CoverageRow = {
  readonly horizon: Horizon;
  readonly values: number;
  readonly coverage80: number;
  readonly coverage95: number;
  /** Share of actual values between neighbouring tenths of the forecast's law; ten times 0.1 when it is right. */
  readonly tenths: readonly number[];
};

/** The same for intervals of small counts, whose bands of whole contacts hold more than they say (`pit.ts`). */
export type PitRow = {
  readonly horizon: Horizon;
  readonly values: number;
  /** Shares of the PIT by tenths, each count spread over the stretch it takes; 0.1 each when the laws are right. */
  readonly tenths: readonly number[];
};

/** How far totals of `days` days from the next one on have been off: sums of errors over sums of actuals. */
export type TotalError = {
  readonly days: number;
  readonly origins: number;
  readonly wape: number;
  readonly bias: number;
};

/** A past day against the `mean` forecast on the evening before. */
export type DayError = { readonly date: string; readonly mean: number; readonly ratio: number };

/** A sentence for the interface to put in words. */
export type Reason = {
  readonly code: 'bestInBacktest' | 'asked' | 'historyTooShort';
  readonly values: Readonly<Record<string, string | number>>;
};

/** Something a careful reader should know about this forecast. */
export type Note = {
  readonly code:
    'shortHistory' | 'leansOnSiblings' | 'allZero' | 'repeatedStarts' | 'gapBeforeFrom' | 'newSpecialDay';
  readonly values: Readonly<Record<string, string | number>>;
};

export type ForecastResult = {
  /** Every open slot of every open day, ascending, local wall clock. */
  readonly starts: string[];
  readonly mean: number[];
  /** `quantiles[i][k]` belongs to `starts[i]` and `options.quantiles[k]`; whole where the mean is below 10. */
  readonly quantiles: number[][];
  /** 80 % and 95 %. */
  readonly bands: readonly Band[];
  readonly days: readonly TotalForecast[];
  readonly weeks: readonly TotalForecast[];
  readonly model: ModelName;
  readonly reason: Reason;
  readonly notes: readonly Note[];
  readonly backtest: readonly BacktestRow[];
  readonly coverage: readonly CoverageRow[];
  /** Of intervals whose median is below 10 contacts. */
  readonly smallCounts: readonly PitRow[];
  /** Of the chosen model: next day, week, four weeks. */
  readonly totals: readonly TotalError[];
  /** Of the chosen model, oldest first: `errorCorrelation` of two channels reads them. */
  readonly dayErrors: readonly DayError[];
  /**
   * Day factor of the days forecast, without prior from 28 days of history on: what the requirement and
   * the simulation take as day-to-day swing.
   */
  readonly dayFactorCv: number;
  /** Best WAPE any model could reach at these volumes: mean of |N - m| of Poisson counts over their mean. */
  readonly poissonFloor: number;
  /** Variance over mean of the past around the forecasts of the evening before, 1 of Poisson counts; null: too little to tell. */
  readonly scatter: number | null;
};

/** Why no forecast is made. */
export type Refusal = {
  readonly code: 'noData' | 'fromBeforeHistory' | 'noOpenDay';
  readonly message: string;
};

export type ForecastOutcome =
  | { readonly ok: true; readonly forecast: ForecastResult }
  | { readonly ok: false; readonly refusal: Refusal };
