/**
 * The first script of the page, a few kilobytes that run while the interface is still being fetched and read.
 * It starts what the first figures wait for and the interface does not bring: the analysis worker, the
 * documents kept from the last visit, the worked example. It imports nothing that is shared with the interface.
 */
import { startAnalysisWorker } from '../../app/analysis-worker.ts';
import { indexedDbDocuments, type Slot } from '../../app/documents.ts';
import { firstExample } from './examples.ts';

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

export const documents = indexedDbDocuments();

/** A browser that keeps nothing (a private window, a full disk) still starts, with the worked example. */
const load = (slot: Slot): Promise<unknown> => documents.load(slot).catch(() => undefined);

export const atStart = {
  current: load('current'),
  baseline: load('baseline'),
  example: firstExample(),
};
