/** The analytic engines behind their workers: one for what the screen waits for, one for what may come later. */
import type { AnalysisEndpoint } from '../../workers/analysis.worker.ts';
import { startAnalysisWorker } from './analysis-worker.ts';
import { remoteWorker } from './remote-worker.ts';
import type { Engines } from './store.ts';

/** @param startFront gives the worker the screen waits for; it may have been started before. */
export function analysisEngines(startFront: () => Worker): Engines {
  const front = remoteWorker<AnalysisEndpoint>(startFront);
  const back = remoteWorker<AnalysisEndpoint>(startAnalysisWorker);
  return {
    analyse: (scenario) => front.call((remote) => remote.analyse(scenario)),
    analyseInFull: (scenario) => front.call((remote) => remote.analyseInFull(scenario)),
    analyseAside: (scenario) => back.call((remote) => remote.analyseAside(scenario)),
    actions: (scenario) => back.call((remote) => remote.actions(scenario)),
    driverEffects: (scenario) => back.call((remote) => remote.driverEffects(scenario)),
    assuranceFrontier: (scenario) => back.call((remote) => remote.assuranceFrontier(scenario)),
    serviceLevelPrices: (scenario, channel) =>
      back.call((remote) => remote.serviceLevelPrices(scenario, channel)),
    exactDay: (question) => back.call((remote) => remote.exactDay(question)),
    dayBands: (scenario, channel, day) => back.call((remote) => remote.dayBands(scenario, channel, day)),
    definedLevels: (scenario, channel, day) =>
      back.call((remote) => remote.definedLevels(scenario, channel, day)),
    agentEffects: (scenario, channel, day) =>
      back.call((remote) => remote.agentEffects(scenario, channel, day)),
    assuranceCurve: (scenario, channel) => back.call((remote) => remote.assuranceCurve(scenario, channel)),
  };
}
