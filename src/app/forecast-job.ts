/** Forecasts of imported series in a worker, one after another; cancelling ends the worker. */
import type { ForecastEndpoint, ImportedForecast } from '../../workers/forecast.worker.ts';
import type { ForecastOptions } from '../forecast/result.ts';
import type { SpecialDay } from '../forecast/series.ts';
import type { SeriesColumns } from '../history/report.ts';
import type { CleaningDecision } from '../scenario/schema.ts';
import { remoteWorker, type RemoteWorker } from './remote-worker.ts';

export type ForecastJob = {
  /** Of the sum of the series. Rejects with the signal's reason when it fires. */
  run(
    series: readonly SeriesColumns[],
    specialDays: readonly SpecialDay[],
    decisions: readonly CleaningDecision[],
    options: ForecastOptions,
    signal: AbortSignal,
  ): Promise<ImportedForecast>;
};

export function forecastJob(worker: RemoteWorker<ForecastEndpoint> = forecastWorker()): ForecastJob {
  return {
    async run(series, specialDays, decisions, options, signal) {
      signal.throwIfAborted();
      const cancel = () => worker.stop(reasonOf(signal));
      signal.addEventListener('abort', cancel);
      try {
        return await worker.call<ImportedForecast>((remote) =>
          remote.forecastImported(series.map(volumes), specialDays, decisions, options),
        );
      } finally {
        signal.removeEventListener('abort', cancel);
      }
    },
  };
}

/** What a forecast of volumes needs: the rest is not copied from thread to thread. */
function volumes({ channel, intervalMinutes, starts, values, known }: SeriesColumns): SeriesColumns {
  return { channel, intervalMinutes, starts, values, known };
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new DOMException('stopped', 'AbortError');
}

function forecastWorker(): RemoteWorker<ForecastEndpoint> {
  return remoteWorker(
    () =>
      new Worker(new URL('../../workers/forecast.worker.ts', import.meta.url), {
        type: 'module',
        name: 'forecast',
      }),
  );
}
