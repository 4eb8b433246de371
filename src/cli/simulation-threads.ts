/**
 * Runs a model on several threads of Node, each a copy of the running bundle.
 *
 * Chunks of replications are merged in order, and looked at in order when to stop, so the summary is the same, byte for byte, on any
 * number of threads.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { createAccumulated, mergeChunk, type Accumulated } from '../simulation/accumulate.ts';
import { compileModel } from '../simulation/compile.ts';
import { estimate } from '../simulation/estimate.ts';
import type { SimulationModel } from '../simulation/model.ts';
import { chunksOf, createChunkRunner } from '../simulation/simulate.ts';
import { isPrecise, isTimeToLook } from '../simulation/stopping.ts';
import type { ModelSummary } from '../simulation/summary.ts';
import type { Share } from '../units.ts';

type Run = { readonly seed: number; readonly replications: number };
type Asked = Run & {
  readonly threads: number;
  /** Of every interval; default 0.95. */
  readonly level?: Share;
  /** Stop early, after 64, 128, 256, ... replications, once every share promised is known to within this. */
  readonly halfWidth?: Share | undefined;
};
type Task = { readonly simulation: { readonly model: SimulationModel } & Run };

/** `model` must be one that `checkModel` finds nothing wrong with. */
export async function simulateOnThreads(
  model: SimulationModel,
  { seed, replications, threads, level = 0.95, halfWidth }: Asked,
  bundle: string,
): Promise<ModelSummary> {
  const compiled = compileModel(model);
  const whole = createAccumulated(compiled);
  const chunks = chunksOf(replications);
  let merged = 0;
  /** Adds the next chunk in order; true once every share promised is known closely enough. */
  const enoughWith = (part: Accumulated): boolean => {
    mergeChunk(whole, part, merged++);
    return (
      halfWidth !== undefined &&
      isTimeToLook(whole.replications) &&
      isPrecise(compiled, whole, level, halfWidth)
    );
  };
  if (threads === 1 || chunks === 1) {
    const runChunk = createChunkRunner(compiled, seed, replications);
    for (let chunk = 0; chunk < chunks; chunk++) if (enoughWith(runChunk(chunk))) break;
    return estimate(compiled, whole, { seed, level });
  }
  const task: Task = { simulation: { model, seed, replications } };
  // Merged in order as they come in, so that memory does not grow with the number of replications.
  const early = new Map<number, Accumulated>();
  let next = 0;
  let enough = false;
  const keep = (chunk: number, part: Accumulated): void => {
    early.set(chunk, part);
    for (let ready = early.get(merged); ready && !enough; ready = early.get(merged)) {
      early.delete(merged);
      enough = enoughWith(ready);
    }
  };
  const drain = (worker: Worker) =>
    new Promise<void>((resolve, reject) => {
      const ask = () => {
        if (next < chunks && !enough) worker.postMessage(next++);
        else resolve(worker.terminate().then(() => undefined));
      };
      worker.on('error', reject);
      worker.on('message', ({ chunk, part }: { chunk: number; part: Accumulated }) => {
        keep(chunk, part);
        ask();
      });
      ask();
    });
  const workers = Array.from(
    { length: Math.min(threads, chunks) },
    () => new Worker(bundle, { workerData: task }),
  );
  try {
    await Promise.all(workers.map(drain));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return estimate(compiled, whole, { seed, level });
}

/** In a thread started above: answers numbers of chunks with their counts. */
export function serveIfThread(): void {
  const port = parentPort;
  if (isMainThread || port === null || !isTask(workerData)) return;
  const { model, seed, replications } = workerData.simulation;
  const runChunk = createChunkRunner(compileModel(model), seed, replications);
  port.on('message', (chunk: number) => port.postMessage({ chunk, part: runChunk(chunk) }));
}

function isTask(data: unknown): data is Task {
  return typeof data === 'object' && data !== null && 'simulation' in data;
}
