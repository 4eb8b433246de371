/**
 * Runs a model on several threads of Node: the calling one, and others that each load the running bundle.
 *
 * Chunks of replications are merged in order, and looked at in order when to stop, so the summary is the
 * same, byte for byte, on any number of threads.
 */
import { setImmediate } from 'node:timers/promises';
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
type Task = {
  readonly simulation: { readonly model: SimulationModel; readonly claims: Int32Array } & Run;
};

/** `model` must be one that `checkModel` finds nothing wrong with. */
export async function simulateOnThreads(
  model: SimulationModel,
  { seed, replications, threads, level = 0.95, halfWidth }: Asked,
  bundle: string,
): Promise<ModelSummary> {
  const compiled = compileModel(model);
  const whole = createAccumulated(compiled);
  const chunks = chunksOf(replications);
  // Chunks finished before their turn wait here; merged in order, so that memory does not grow with their number.
  const early = new Map<number, Accumulated>();
  const done = { chunks: 0, enough: false };
  const keep = (chunk: number, part: Accumulated): void => {
    early.set(chunk, part);
    for (let ready = early.get(done.chunks); ready && !done.enough; ready = early.get(done.chunks)) {
      early.delete(done.chunks);
      mergeChunk(whole, ready, done.chunks++);
      done.enough =
        halfWidth !== undefined &&
        isTimeToLook(whole.replications) &&
        isPrecise(compiled, whole, level, halfWidth);
    }
  };
  // The number of the next chunk, in memory that the threads share: nobody waits for an answer to take one.
  const claims = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const task: Task = { simulation: { model, seed, replications, claims } };
  const helpers = Array.from(
    { length: Math.min(threads, chunks) - 1 },
    () => new Worker(bundle, { workerData: task }),
  );
  const finished = helpers.map(
    (worker) =>
      new Promise<void>((resolve, reject) => {
        worker.on('error', reject);
        // Heard after all of its messages: too late to matter for one that has sent its last.
        worker.on('exit', (code) => reject(new Error(`a thread ended early, with exit code ${code}`)));
        worker.on('message', (answer: Answer) => {
          if (answer === null) resolve();
          else keep(answer.chunk, answer.part);
        });
      }),
  );
  const allFinished = Promise.all(finished);
  // Threads that are ended because enough is known end early as well.
  allFinished.catch(() => undefined);
  try {
    // This thread works too; between two chunks it hears the others.
    const runChunk = createChunkRunner(compiled, seed, replications);
    // Alone, each chunk is merged before the next begins: they can share their memory.
    const part = helpers.length === 0 ? createAccumulated(compiled, 1) : undefined;
    for (let chunk = claim(claims); chunk < chunks && !done.enough; chunk = claim(claims)) {
      keep(chunk, runChunk(chunk, part));
      if (helpers.length > 0) await Promise.race([allFinished, setImmediate()]);
    }
    if (!done.enough) await allFinished;
  } finally {
    await Promise.all(helpers.map((worker) => worker.terminate()));
  }
  return estimate(compiled, whole, { seed, level });
}

const claim = (claims: Int32Array): number => Atomics.add(claims, 0, 1);

/** Null: there is no chunk left to take. */
type Answer = { readonly chunk: number; readonly part: Accumulated } | null;

/** In a thread started above: takes chunks and sends their counts until there are no more. */
export function serveIfThread(): void {
  const port = parentPort;
  if (isMainThread || port === null || !isTask(workerData)) return;
  const { model, seed, replications, claims } = workerData.simulation;
  const chunks = chunksOf(replications);
  const compiled = compileModel(model);
  const runChunk = createChunkRunner(compiled, seed, replications);
  const part = createAccumulated(compiled, 1);
  // Copied, not transferred: with the first buffer that a thread gives away, V8 throws away all it has compiled
  // for typed arrays there, and what it compiles from then on asks each of them whether it is still there.
  for (let chunk = claim(claims); chunk < chunks; chunk = claim(claims))
    port.postMessage({ chunk, part: runChunk(chunk, part) } satisfies Answer);
  port.postMessage(null satisfies Answer);
}

function isTask(data: unknown): data is Task {
  return typeof data === 'object' && data !== null && 'simulation' in data;
}
