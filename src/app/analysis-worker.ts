/** The worker of the analytic engines, in a file of its own: the first script of the page starts it. */
export function startAnalysisWorker(): Worker {
  return new Worker(new URL('../../workers/analysis.worker.ts', import.meta.url), { type: 'module' });
}
