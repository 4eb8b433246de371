/** Forecasts of imported series in a worker, one after another; cancelling ends the worker. */
import type { ForecastEndpoint } from '../../workers/forecast.worker.ts';
import type { ForecastOptions } from '../forecast/result.ts';
import { volumesOf } from '../scenario/sibling-histories.ts';
import type { HistoryQuestion, ImportedForecast } from '../scenario/workbench.ts';
import { remoteWorker, type RemoteWorker } from './remote-worker.ts';

export type ForecastJob = {
  /** Of the sum of the series. Rejects with the signal's reason when it fires. */
  run(question: HistoryQuestion, options: ForecastOptions, signal: AbortSignal): Promise<ImportedForecast>;
};

export function forecastJob(worker: RemoteWorker<ForecastEndpoint> = forecastWorker()): ForecastJob {
  return {
    async run({ others, ...own }, options, signal) {
      signal.throwIfAborted();
      const cancel = () => worker.stop(reasonOf(signal));
      signal.addEventListener('abort', cancel);
      try {
        return await worker.call<ImportedForecast>((remote) =>
          remote.forecastImported({ ...volumesOf(own), others: others.map(volumesOf) }, options),
        );
      } finally {
        signal.removeEventListener('abort', cancel);
      }
    },
  };
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
