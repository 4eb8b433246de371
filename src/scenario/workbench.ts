/** Everything the page shows of one channel's history, computed in one go: findings, season, forecast. */
import { forecastChannel } from '../forecast/forecast-channel.ts';
import type { HandleTimeForecast } from '../forecast/handle-time.ts';
import type { ForecastOptions, ForecastOutcome } from '../forecast/result.ts';
import { seasonOf, type Season } from '../forecast/season.ts';
import { seriesFrom, type Series, type SpecialDay } from '../forecast/series.ts';
import { forecastRestOfDay, type WithinDayOptions, type WithinDayOutcome } from '../forecast/within-day.ts';
import type { SeriesColumns } from '../history/report.ts';
import { toSeries } from '../history/series.ts';
import { parseDate } from '../numeric/civil-date.ts';
import { handleTimeAhead } from './handle-time-ahead.ts';
import { cleanedSeries, historyFindings, type HistoryFinding } from './history-cleaning.ts';
import { addedSeries } from './history-series.ts';
import type { CleaningDecision } from './schema.ts';

export type HistoryQuestion = {
  /** Added up. */
  readonly imported: readonly SeriesColumns[];
  readonly cleaning: readonly CleaningDecision[];
  readonly specialDays: readonly SpecialDay[];
};

export type Workbench = {
  readonly outcome: ForecastOutcome;
  /** Null where the history has no handle times. What is decided about its counts does not touch them. */
  readonly handleTime: HandleTimeForecast | null;
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
  const read = readSeries(question);
  if (read === null) return null;
  const series = cleanedSeries(read, question.cleaning);
  return {
    outcome: forecastChannel(series, options),
    handleTime: handleTimeAhead(question.imported, options),
    findings: historyFindings(read),
    season: seasonOf(series),
    firstDay: series.firstDay,
    slotsPerDay: series.slotsPerDay,
    values: series.values,
    closed: series.closed,
  };
}

/** The rest of a day on the history before it. */
export function restOfDay(question: HistoryQuestion, options: WithinDayOptions): WithinDayOutcome {
  const read = readSeries(question);
  if (read === null) return { ok: false, refusal: UNREADABLE };
  return forecastRestOfDay(cleanedSeries(read, question.cleaning), options);
}

function readSeries({ imported, specialDays }: HistoryQuestion): Series | null {
  const { intervalMinutes, starts, values } = toSeries(addedSeries('', imported));
  const read = seriesFrom({
    intervalMinutes,
    starts,
    values,
    specialDays: specialDays.filter(({ date }) => parseDate(date) !== null),
  });
  return read.ok ? read.series : null;
}
