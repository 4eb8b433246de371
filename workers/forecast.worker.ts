/** Carries a history to the forecast engine and its answer back; holds no logic. */
import * as Comlink from 'comlink';
import { forecastChannel } from '../src/forecast/forecast-channel.ts';
import type { ForecastOptions, ForecastOutcome } from '../src/forecast/result.ts';
import type { SpecialDay } from '../src/forecast/series.ts';
import type { WithinDayOptions, WithinDayOutcome } from '../src/forecast/within-day.ts';
import type { SeriesColumns } from '../src/history/report.ts';
import { addedSeries, forecastSeries } from '../src/scenario/history-series.ts';
import { carriedDecisions, cleanedSeries } from '../src/scenario/history-cleaning.ts';
import type { CleaningDecision } from '../src/scenario/schema.ts';
import { restOfDay, workbench, type HistoryQuestion, type Workbench } from '../src/scenario/workbench.ts';

export type ImportedForecast = {
  readonly outcome: ForecastOutcome;
  readonly cleaning: readonly CleaningDecision[];
};

const endpoint = {
  /** What a kept history holds and what it forecasts. */
  workbench(question: HistoryQuestion, options: ForecastOptions): Workbench | null {
    return workbench(question, options);
  },
  /** The rest of today, given its first slots. */
  restOfDay(question: HistoryQuestion, options: WithinDayOptions): WithinDayOutcome {
    return restOfDay(question, options);
  },
  /**
   * A forecast of imported series, which are added and whose dates are read here and not on the page, with
   * what was decided about an earlier history as far as it holds in this one.
   */
  forecastImported(
    imported: readonly SeriesColumns[],
    specialDays: readonly SpecialDay[],
    decisions: readonly CleaningDecision[],
    options: ForecastOptions,
  ): ImportedForecast {
    const read = forecastSeries(addedSeries('', imported), specialDays);
    if (read.ok) {
      const cleaning = carriedDecisions(read.series, decisions);
      return { outcome: forecastChannel(cleanedSeries(read.series, cleaning), options), cleaning };
    }
    const message = read.issues[0]?.message ?? 'the series cannot be read';
    return { outcome: { ok: false, refusal: { code: 'noData', message } }, cleaning: [] };
  },
};
export type ForecastEndpoint = typeof endpoint;
Comlink.expose(endpoint);
