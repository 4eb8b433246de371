/** Carries a history to the forecast engine and its answer back; holds no logic. */
import * as Comlink from 'comlink';
import type { BacktestRow, ForecastOptions } from '../src/forecast/result.ts';
import type { WithinDayOptions, WithinDayOutcome } from '../src/forecast/within-day.ts';
import {
  everyModel,
  forecastImported,
  restOfDay,
  workbench,
  type HistoryQuestion,
  type ImportedForecast,
  type Workbench,
} from '../src/scenario/workbench.ts';

const endpoint = {
  /** What a kept history holds and what it forecasts. */
  workbench(question: HistoryQuestion, options: ForecastOptions): Workbench | null {
    return workbench(question, options);
  },
  /** How every model has done on a kept history, with bands of its own. */
  everyModel(
    question: HistoryQuestion,
    options: Pick<ForecastOptions, 'from' | 'days'>,
  ): readonly BacktestRow[] {
    return everyModel(question, options);
  },
  /** The rest of today, given its first slots. */
  restOfDay(question: HistoryQuestion, options: WithinDayOptions): WithinDayOutcome {
    return restOfDay(question, options);
  },
  /** A forecast of imported series, whose dates are read here and not on the page. */
  forecastImported(question: HistoryQuestion, options: ForecastOptions): ImportedForecast {
    return forecastImported(question, options);
  },
};
export type ForecastEndpoint = typeof endpoint;
Comlink.expose(endpoint);
