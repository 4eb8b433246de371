/**
 * Spreads the tasks of a job over a crew of workers: cancel, and a crashed worker replaced.
 *
 * A synchronous loop cannot hear a message, so cancelling terminates the workers; those of a finished
 * job stay warm for the next. One job at a time: the machine has only so many cores.
 */
import * as Comlink from 'comlink';

/** What the crew needs of a Worker; tests hand in their own. */
export type WorkerLike = Comlink.Endpoint & { terminate(): void };

export type Job<Endpoint, Part> = {
  readonly tasks: number;
  /** Fewer workers than the crew has. */
  readonly workers?: number | undefined;
  /** Told to every worker before its first task. */
  readonly load?: (remote: Comlink.Remote<Endpoint>) => Promise<void>;
  readonly run: (remote: Comlink.Remote<Endpoint>, task: number) => Promise<Part>;
  /** Takes what a task gave, in whatever order they finish; true once no more tasks are needed. */
  readonly keep: (task: number, part: Part) => boolean;
};

export type Crew<Endpoint> = {
  readonly size: number;
  /** Rejects with the signal's reason when aborted. */
  readonly work: <Part>(job: Job<Endpoint, Part>, signal?: AbortSignal) => Promise<void>;
  readonly dispose: () => void;
};

/** A worker and the far side of its endpoint. */
type Hand<Endpoint> = { readonly worker: WorkerLike; readonly remote: Comlink.Remote<Endpoint> };

/** A task that has crashed this many workers is given up. */
const MOST_CRASHES = 3;
/** Tasks given to a worker at a time: while the page is busy with one answer, the next is in the making. */
const AHEAD = 2;

export function createCrew<Endpoint>(size: number, createWorker: () => WorkerLike): Crew<Endpoint> {
  const warm: Hand<Endpoint>[] = [];
  let last: Promise<unknown> = Promise.resolve();
  return {
    size,
    work: (job, signal) => {
      const result = last.then(() => workOff(job, signal, size, warm, createWorker));
      last = result.catch(() => undefined);
      return result;
    },
    dispose: () => {
      for (const { worker } of warm.splice(0)) worker.terminate();
    },
  };
}

async function workOff<Endpoint, Part>(
  job: Job<Endpoint, Part>,
  signal: AbortSignal | undefined,
  size: number,
  warm: Hand<Endpoint>[],
  createWorker: () => WorkerLike,
): Promise<void> {
  signal?.throwIfAborted();
  const inUse = new Set<Hand<Endpoint>>();
  const stop = new AbortController();
  const again: number[] = [];
  let next = 0;
  let enough = false;

  const takeHand = async (): Promise<Hand<Endpoint>> => {
    const idle = warm.pop();
    const worker = idle?.worker ?? createWorker();
    const hand = idle ?? { worker, remote: Comlink.wrap<Endpoint>(worker) };
    inUse.add(hand);
    if (job.load) await untilCrash(hand, job.load(hand.remote));
    return hand;
  };

  const nextTask = () => (enough ? undefined : (again.pop() ?? (next < job.tasks ? next++ : undefined)));

  /** One worker's share of the job; ends when no task is left to take. */
  const drain = async (): Promise<void> => {
    let hand: Hand<Endpoint> | undefined;
    let crashes = 0;
    const given: number[] = [];
    const parts: Promise<Part>[] = [];
    while (!stop.signal.aborted) {
      try {
        // Towards the end one at a time, so that nobody sits on a task that an idle worker could do.
        const most = job.tasks - next > AHEAD * size ? AHEAD : 1;
        while (given.length < most) {
          const task = nextTask();
          if (task === undefined) break;
          given.push(task);
          hand ??= await takeHand();
          const part = untilCrash(hand, job.run(hand.remote, task));
          // A crash is heard of from the part that is awaited; the others' are the same.
          part.catch(() => undefined);
          parts.push(part);
        }
        const oldest = given[0];
        const first = parts[0];
        if (oldest === undefined || first === undefined) break;
        const part = await first;
        given.shift();
        void parts.shift();
        enough = job.keep(oldest, part) || enough;
        crashes = 0;
      } catch (error) {
        const lost = error instanceof WorkerCrash ? [...inUse].find((one) => one === error.hand) : undefined;
        lost?.worker.terminate();
        if (lost) inUse.delete(lost);
        hand = undefined;
        if (!(error instanceof WorkerCrash) || ++crashes >= MOST_CRASHES) throw error;
        again.push(...given.splice(0));
        parts.length = 0;
      }
    }
    if (hand && !stop.signal.aborted) {
      inUse.delete(hand);
      warm.push(hand);
    }
  };

  try {
    const drains = Array.from({ length: Math.min(size, job.workers ?? size, job.tasks) }, drain);
    await (signal ? Promise.race([Promise.all(drains), rejection(signal)]) : Promise.all(drains));
  } catch (error) {
    stop.abort();
    for (const { worker } of inUse) worker.terminate();
    throw error;
  }
}

class WorkerCrash extends Error {
  override readonly name = 'WorkerCrash';
  readonly hand: object;

  constructor(hand: object) {
    super('a simulation worker failed');
    this.hand = hand;
  }
}

/** Comlink hears no error event: a worker that dies would leave its call open for ever. */
function untilCrash<Endpoint, T>(hand: Hand<Endpoint>, call: Promise<T>): Promise<T> {
  const { worker } = hand;
  return new Promise((resolve, reject) => {
    const crash = () => reject(new WorkerCrash(hand));
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
