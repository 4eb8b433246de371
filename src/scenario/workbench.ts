/** Everything the page shows of one channel's history, computed in one go: findings, season, forecast. */
import { forecastChannel } from '../forecast/forecast-channel.ts';
import type { HandleTimeForecast } from '../forecast/handle-time.ts';
import type { BacktestRow, ForecastOptions, ForecastOutcome } from '../forecast/result.ts';
import type { TenureForecast } from '../forecast/tenure.ts';
import { seasonOf, type Season } from '../forecast/season.ts';
import { forecastRestOfDay, type WithinDayOptions, type WithinDayOutcome } from '../forecast/within-day.ts';
import { handleTimeAhead } from './handle-time-ahead.ts';
import { carriedDecisions, cleanedSeries, historyFindings, type HistoryFinding } from './history-cleaning.ts';
import { addedSeries, forecastSeries } from './history-series.ts';
import type { CleaningDecision } from './schema-demand.ts';
import { readHistory, siblingSeries, type SiblingHistory } from './sibling-histories.ts';
import { tenureAhead } from './tenure-ahead.ts';

export type HistoryQuestion = SiblingHistory & {
  /** Of the other channels, for one of less than four weeks to lean on. */
  readonly others: readonly SiblingHistory[];
};

export type ImportedForecast = {
  readonly outcome: ForecastOutcome;
  readonly cleaning: readonly CleaningDecision[];
};

export type Workbench = {
  readonly outcome: ForecastOutcome;
  /** Null where the history has no handle times. What is decided about its counts does not touch them. */
  readonly handleTime: HandleTimeForecast | null;
  /** The same by the agent's tenure; null where the history does not tell it. */
  readonly tenure: TenureForecast | null;
  /** Of the history as it was read, whatever was decided. */
  readonly findings: readonly HistoryFinding[];
  readonly season: Season;
  readonly firstDay: number;
  readonly slotsPerDay: number;
  /** Whole days from `firstDay`, as cleaned; NaN: unknown or closed. */
  readonly values: Float64Array;
  /** `7 × slotsPerDay`, Monday first; 1: closed. */
  readonly closed: Uint8Array;
};

const UNREADABLE = { code: 'noData', message: 'the history cannot be read' } as const;

/** Null where the history cannot be read at all. O(days × slots × models). */
export function workbench(question: HistoryQuestion, options: ForecastOptions): Workbench | null {
  const read = readHistory(question);
  if (read === null) return null;
  const series = cleanedSeries(read, question.cleaning);
  const handleTime = handleTimeAhead(question.imported, options);
  return {
    outcome: forecastChannel(series, options, siblingSeries(series, options.from, question.others)),
    handleTime,
    tenure: tenureAhead(question.imported, options, handleTime),
    findings: historyFindings(read),
    season: seasonOf(series),
    firstDay: series.firstDay,
    slotsPerDay: series.slotsPerDay,
    values: series.values,
    closed: series.closed,
  };
}

/** Where the bands of models are compared: the 50, 80 and 95 % band and the middle. */
const COMPARED_AT = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975];

/** How every model has done, each with bands of its own; empty where the history is too short to tell. */
export function everyModel(
  question: HistoryQuestion,
  options: Pick<ForecastOptions, 'from' | 'days'>,
): readonly BacktestRow[] {
  const read = readHistory(question);
  if (read === null) return [];
  const outcome = forecastChannel(cleanedSeries(read, question.cleaning), {
    ...options,
    quantiles: COMPARED_AT,
    everyModel: true,
  });
  return outcome.ok ? outcome.forecast.backtest : [];
}

/** The rest of a day on the history before it. */
export function restOfDay(question: HistoryQuestion, options: WithinDayOptions): WithinDayOutcome {
  const read = readHistory(question);
  if (read === null) return { ok: false, refusal: UNREADABLE };
  const series = cleanedSeries(read, question.cleaning);
  return forecastRestOfDay(series, options, siblingSeries(series, options.date, question.others));
}

/** A forecast of a fresh import, with what was decided about an earlier history as far as it holds in this one. */
export function forecastImported(question: HistoryQuestion, options: ForecastOptions): ImportedForecast {
  const read = forecastSeries(addedSeries('', question.imported), question.specialDays);
  if (read.ok) {
    const cleaning = carriedDecisions(read.series, question.cleaning);
    const series = cleanedSeries(read.series, cleaning);
    const siblings = siblingSeries(series, options.from, question.others);
    return { outcome: forecastChannel(series, options, siblings), cleaning };
  }
  const message = read.issues[0]?.message ?? 'the series cannot be read';
  return { outcome: { ok: false, refusal: { code: 'noData', message } }, cleaning: [] };
}
