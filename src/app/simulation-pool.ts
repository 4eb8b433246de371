/**
 * Runs a model on a pool of workers: progress, cancel, and a crashed worker replaced.
 *
 * Replications are handed out in chunks of fixed size and merged in order, so the summary is the same
 * to the last bit whatever the number of workers and whoever finished first. A synchronous loop cannot
 * hear a message, so cancelling terminates the workers; those of a finished run stay warm for the next.
 */
import * as Comlink from 'comlink';
import { type Accumulated, CHUNK, createAccumulated, mergeChunk } from '../simulation/accumulate.ts';
import { compileModel } from '../simulation/compile.ts';
import { estimate } from '../simulation/estimate.ts';
import type { SimulationModel } from '../simulation/model.ts';
import { chunksOf } from '../simulation/simulate.ts';
import { isPrecise, isTimeToLook } from '../simulation/stopping.ts';
import type { ModelSummary } from '../simulation/summary.ts';
import type { Share } from '../units.ts';
import type { SimulationEndpoint } from '../../workers/simulation.worker.ts';

/** What the pool needs of a Worker; tests hand in their own. */
export type WorkerLike = Comlink.Endpoint & { terminate(): void };

export type SimulationProgress = {
  readonly done: number;
  readonly total: number;
  /** Estimates from the replications done so far; costs a few milliseconds, so ask only to show them. */
  readonly partial: () => ModelSummary;
};

export type RunOptions = {
  readonly seed: number;
  readonly replications: number;
  readonly level?: Share;
  /** Stop early, after 64, 128, 256, ... replications, once every service level is known to within this (0.005 is half a point). */
  readonly halfWidth?: Share;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: SimulationProgress) => void;
};

export type SimulationPool = {
  /** `model` must be one that `checkModel` finds nothing wrong with. Rejects with the signal's reason when aborted. */
  readonly run: (model: SimulationModel, options: RunOptions) => Promise<ModelSummary>;
  readonly dispose: () => void;
};

/** A chunk that has crashed this many workers is given up. */
const MOST_CRASHES = 3;
const MOST_WORKERS = 4;

export function createSimulationPool(
  options: { readonly workers?: number; readonly createWorker?: () => WorkerLike } = {},
): SimulationPool {
  const size = Math.max(1, options.workers ?? Math.min(MOST_WORKERS, navigator.hardwareConcurrency));
  const createWorker = options.createWorker ?? startWorker;
  const warm: Hand[] = [];
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (model, runOptions) => {
      const result = last.then(() => runOnce(model, runOptions, size, warm, createWorker));
      last = result.catch(() => undefined);
      return result;
    },
    dispose: () => {
      for (const { worker } of warm.splice(0)) worker.terminate();
    },
  };
}

/** A worker and the far side of its endpoint. */
type Hand = { readonly worker: WorkerLike; readonly remote: Comlink.Remote<SimulationEndpoint> };

function startWorker(): WorkerLike {
  return new Worker(new URL('../../workers/simulation.worker.ts', import.meta.url), { type: 'module' });
}

async function runOnce(
  model: SimulationModel,
  options: RunOptions,
  size: number,
  warm: Hand[],
  createWorker: () => WorkerLike,
): Promise<ModelSummary> {
  const { seed, replications, level = 0.95, halfWidth, signal, onProgress } = options;
  signal?.throwIfAborted();
  const compiled = compileModel(model);
  const whole = createAccumulated(compiled);
  const chunks = chunksOf(replications);
  const summary = () => estimate(compiled, whole, { seed, level });
  const finished = new Map<number, Accumulated>();
  const inUse = new Set<Hand>();
  const stop = new AbortController();
  const again: number[] = [];
  let next = 0;
  let merged = 0;
  let precise = false;

  /** Chunks are merged, and the precision looked at, in order: who finished first does not matter. */
  const keep = (chunk: number, gathered: Accumulated) => {
    finished.set(chunk, gathered);
    for (let ready = finished.get(merged); ready && !precise; ready = finished.get(merged)) {
      finished.delete(merged);
      mergeChunk(whole, ready, merged);
      merged++;
      precise =
        halfWidth !== undefined &&
        isTimeToLook(whole.replications) &&
        isPrecise(compiled, whole, level, halfWidth);
    }
    if (precise) next = chunks;
    onProgress?.({
      done: Math.min(replications, merged * CHUNK),
      total: replications,
      partial: summary,
    });
  };

  const takeHand = async (): Promise<Hand> => {
    const idle = warm.pop();
    const worker = idle?.worker ?? createWorker();
    const hand = idle ?? { worker, remote: Comlink.wrap<SimulationEndpoint>(worker) };
    inUse.add(hand);
    await untilCrash(hand, hand.remote.load(model, seed, replications));
    return hand;
  };

  /** One worker's share of the run; ends when no chunk is left to take. */
  const drain = async (): Promise<void> => {
    let hand: Hand | undefined;
    let crashes = 0;
    while (!stop.signal.aborted) {
      const chunk = again.pop() ?? (next < chunks ? next++ : undefined);
      if (chunk === undefined) break;
      try {
        hand ??= await takeHand();
        keep(chunk, await untilCrash(hand, hand.remote.runChunk(chunk)));
        crashes = 0;
      } catch (error) {
        for (const lost of error instanceof WorkerCrash ? [error.hand] : []) {
          lost.worker.terminate();
          inUse.delete(lost);
        }
        hand = undefined;
        if (!(error instanceof WorkerCrash) || ++crashes >= MOST_CRASHES) throw error;
        again.push(chunk);
      }
    }
    if (hand && !stop.signal.aborted) {
      inUse.delete(hand);
      warm.push(hand);
    }
  };

  try {
    const drains = Array.from({ length: Math.min(size, chunks) }, drain);
    await (signal ? Promise.race([Promise.all(drains), rejection(signal)]) : Promise.all(drains));
  } catch (error) {
    stop.abort();
    for (const { worker } of inUse) worker.terminate();
    throw error;
  }
  return summary();
}

class WorkerCrash extends Error {
  override readonly name = 'WorkerCrash';
  readonly hand: Hand;

  constructor(hand: Hand, message: string) {
    super(message);
    this.hand = hand;
  }
}

/** Comlink hears no error event: a worker that dies would leave its call open for ever. */
function untilCrash<T>(hand: Hand, call: Promise<T>): Promise<T> {
  const { worker } = hand;
  return new Promise((resolve, reject) => {
    const crash = () => reject(new WorkerCrash(hand, 'a simulation worker failed'));
    worker.addEventListener('error', crash);
    worker.addEventListener('messageerror', crash);
    call
      .finally(() => {
        worker.removeEventListener('error', crash);
        worker.removeEventListener('messageerror', crash);
      })
      .then(resolve, reject);
  });
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener(
      'abort',
      () => {
        try {
          signal.throwIfAborted();
        } catch (reason) {
          reject(reason);
        }
      },
      { once: true },
    );
  });
}
