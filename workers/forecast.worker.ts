/** Carries a history to the forecast engine and its answer back; holds no logic. */
import * as Comlink from 'comlink';
import { cleaningProposals, type Proposal } from '../src/forecast/cleaning.ts';
import { forecastChannel } from '../src/forecast/forecast-channel.ts';
import type { ForecastOptions, ForecastOutcome } from '../src/forecast/result.ts';
import type { Series } from '../src/forecast/series.ts';
import {
  forecastRestOfDay,
  type WithinDayOptions,
  type WithinDayOutcome,
} from '../src/forecast/within-day.ts';
import type { SeriesColumns } from '../src/history/report.ts';
import { addedSeries, forecastSeries } from '../src/scenario/history-series.ts';

const endpoint = {
  /** One channel per call: the caller spreads channels over workers. */
  forecastChannel(series: Series, options: ForecastOptions): ForecastOutcome {
    return forecastChannel(series, options);
  },
  /** The rest of today, given its first slots. */
  forecastRestOfDay(series: Series, options: WithinDayOptions): WithinDayOutcome {
    return forecastRestOfDay(series, options);
  },
  /** What looks wrong in the history, for the user to accept or reject. */
  cleaningProposals(series: Series): Proposal[] {
    return cleaningProposals(series);
  },
  /** The same from imported series, which are added and whose dates are read here and not on the page. */
  forecastImported(imported: readonly SeriesColumns[], options: ForecastOptions): ForecastOutcome {
    const read = forecastSeries(addedSeries('', imported));
    if (read.ok) return forecastChannel(read.series, options);
    const message = read.issues[0]?.message ?? 'the series cannot be read';
    return { ok: false, refusal: { code: 'noData', message } };
  },
};
export type ForecastEndpoint = typeof endpoint;
Comlink.expose(endpoint);
