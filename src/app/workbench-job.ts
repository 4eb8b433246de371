/** Questions about a kept history, answered by the forecast worker; only the newest of a kind counts. */
import type { ForecastEndpoint } from '../../workers/forecast.worker.ts';
import type { BacktestRow, ForecastOptions } from '../forecast/result.ts';
import type { WithinDayOptions, WithinDayOutcome } from '../forecast/within-day.ts';
import type { HistoryQuestion, Workbench } from '../scenario/workbench.ts';
import { remoteWorker } from './remote-worker.ts';

export type WorkbenchJob = {
  workbench(question: HistoryQuestion, options: ForecastOptions): Promise<Workbench | null>;
  everyModel(
    question: HistoryQuestion,
    options: Pick<ForecastOptions, 'from' | 'days'>,
  ): Promise<readonly BacktestRow[]>;
  restOfDay(question: HistoryQuestion, options: WithinDayOptions): Promise<WithinDayOutcome>;
};

export function workbenchJob(): WorkbenchJob {
  const worker = remoteWorker<ForecastEndpoint>(
    () =>
      new Worker(new URL('../../workers/forecast.worker.ts', import.meta.url), {
        type: 'module',
        name: 'history-workbench',
      }),
  );
  return {
    workbench: (question, options) =>
      worker.call<Workbench | null>((remote) => remote.workbench(question, options)),
    everyModel: (question, options) =>
      worker.call<readonly BacktestRow[]>((remote) => remote.everyModel(question, options)),
    restOfDay: (question, options) =>
      worker.call<WithinDayOutcome>((remote) => remote.restOfDay(question, options)),
  };
}
