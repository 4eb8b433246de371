/**
 * What the first figures wait for and the interface does not bring: the analysis worker and the worked
 * example. Imported before everything else, so that both are on their way while React is being read.
 */
import { startAnalysisWorker } from '../app/analysis-engines.ts';
import { fileActions } from './shell/files.ts';

let early: Worker | null = startAnalysisWorker();
// Whoever takes it over listens for itself; one that fails before that is not handed out.
early.addEventListener('error', () => {
  early = null;
});

/** The worker started early, once; after that a fresh one. */
export function analysisWorker(): Worker {
  const worker = early ?? startAnalysisWorker();
  early = null;
  return worker;
}

export const files = fileActions();
export const firstExample = files.firstExample();
