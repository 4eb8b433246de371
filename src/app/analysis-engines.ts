/** The analytic engines behind their workers: one for what the screen waits for, one for what may come later. */
import type { AnalysisEndpoint } from '../../workers/analysis.worker.ts';
import type { Scenario } from '../scenario/schema.ts';
import { startAnalysisWorker } from './analysis-worker.ts';
import type { Engines } from './engines.ts';
import { remoteWorker } from './remote-worker.ts';

/** Engines of which the one for later can be made ready before it is asked for. */
export type AnalysisEngines = Engines & { readonly prepare: (scenario: Scenario) => Promise<void> };

/**
 * @param startFront gives the worker the screen waits for; it may have been started before
 * @param isUnedited whether the document is as it was opened. Until then no slider waits for the front worker, which
 *   has begun already and knows the document: it also finds out what the first screen says besides.
 */
export function analysisEngines(startFront: () => Worker, isUnedited: () => boolean): AnalysisEngines {
  const front = remoteWorker<AnalysisEndpoint>(startFront);
  const back = remoteWorker<AnalysisEndpoint>(startAnalysisWorker);
  const aside = (): typeof back => (isUnedited() ? front : back);
  return {
    interrupt: () => front.stop(),
    prepare: (scenario) => back.call((remote) => remote.prepare(scenario)),
    analyse: (scenario) => front.call((remote) => remote.analyse(scenario)),
    analyseInFull: (scenario) => front.call((remote) => remote.analyseInFull(scenario)),
    analyseAside: (scenario) => aside().call((remote) => remote.analyseAside(scenario)),
    actions: (scenario) => aside().call((remote) => remote.actions(scenario)),
    driverEffects: (scenario) => back.call((remote) => remote.driverEffects(scenario)),
    assuranceFrontier: (scenario) => back.call((remote) => remote.assuranceFrontier(scenario)),
    serviceLevelPrices: (scenario, channel) =>
      back.call((remote) => remote.serviceLevelPrices(scenario, channel)),
    exactDay: (question) => back.call((remote) => remote.exactDay(question)),
    dayBands: (scenario, channel, day) => back.call((remote) => remote.dayBands(scenario, channel, day)),
    definedLevels: (scenario, channel, day) =>
      back.call((remote) => remote.definedLevels(scenario, channel, day)),
    intervalEffects: (scenario, channel, day, change) =>
      back.call((remote) => remote.intervalEffects(scenario, channel, day, change)),
    assuranceCurve: (scenario, channel) => back.call((remote) => remote.assuranceCurve(scenario, channel)),
  };
}
