/** Carries a history to the forecast engine and its answer back; holds no logic. */
import * as Comlink from 'comlink';
import { forecastChannel } from '../src/forecast/forecast-channel.ts';
import type { ForecastOptions, ForecastOutcome } from '../src/forecast/result.ts';
import type { Series } from '../src/forecast/series.ts';

const endpoint = {
  /** One channel per call: the caller spreads channels over workers. */
  forecastChannel(series: Series, options: ForecastOptions): ForecastOutcome {
    return forecastChannel(series, options);
  },
};
export type ForecastEndpoint = typeof endpoint;
Comlink.expose(endpoint);
