import * as Comlink from 'comlink';
import { describe, expect, it } from 'vitest';
import { createSimulationPool, type WorkerLike } from '../../src/app/simulation-pool.ts';
import type { Accumulated } from '../../src/simulation/accumulate.ts';
import { comparePlans } from '../../src/simulation/compare.ts';
import { compileModel } from '../../src/simulation/compile.ts';
import type { SimulationModel } from '../../src/simulation/model.ts';
import { createChunkRunner, simulateModel } from '../../src/simulation/simulate.ts';
import { singleQueue } from '../simulation/models.ts';

const model = singleQueue({ contactsPerHour: 100, handleTime: 180, agents: 6, patience: 120, hours: 1 });

/** A worker on this thread behind a real message channel; `mayDie` decides for each chunk whether it dies of it. */
function localWorker(mayDie: (chunk: number) => boolean = () => false): WorkerLike & { terminated: boolean } {
  const { port1, port2 } = new MessageChannel();
  const errors = new EventTarget();
  let runs: ((chunk: number) => Accumulated)[] = [];
  Comlink.expose(
    {
      load(models: readonly SimulationModel[], seed: number, replications: number) {
        runs = models.map((loaded) => createChunkRunner(compileModel(loaded), seed, replications));
      },
      async runChunk(which: number, chunk: number) {
        if (mayDie(chunk)) {
          errors.dispatchEvent(new Event('error'));
          await new Promise(() => undefined);
        }
        const gathered = runs[which]?.(chunk);
        if (!gathered) throw new Error('no model is loaded');
        return gathered;
      },
    },
    port2,
  );
  port1.start();
  const target = (type: string) => (type === 'message' ? port1 : errors);
  return {
    terminated: false,
    postMessage: (message, transfer) => port1.postMessage(message, transfer ?? []),
    addEventListener: (type, listener) => target(type).addEventListener(type, listener),
    removeEventListener: (type, listener) => target(type).removeEventListener(type, listener),
    terminate() {
      this.terminated = true;
      port1.close();
      port2.close();
    },
  };
}

describe('createSimulationPool', () => {
  const options = { seed: 3, replications: 22 };
  const alone = simulateModel(model, options);

  it('gives the same summary for any number of workers', { tags: 'slow' }, async () => {
    for (const workers of [1, 2, 4]) {
      const pool = createSimulationPool({ workers, createWorker: () => localWorker() });
      expect((await pool.run(model, options)).summary).toEqual(alone);
      pool.dispose();
    }
  });

  it('runs on fewer workers than it has when told to', { tags: 'slow' }, async () => {
    let started = 0;
    const pool = createSimulationPool({
      workers: 3,
      createWorker: () => {
        started++;
        return localWorker();
      },
    });
    expect((await pool.run(model, { ...options, workers: 1 })).summary).toEqual(alone);
    expect(started).toBe(1);
    expect((await pool.run(model, options)).summary).toEqual(alone);
    expect(started).toBeGreaterThan(1);
    pool.dispose();
  });

  it('replaces a worker that dies and runs its replications again', { tags: 'slow' }, async () => {
    let deaths = 0;
    const started: { terminated: boolean }[] = [];
    const pool = createSimulationPool({
      workers: 2,
      createWorker: () => {
        const worker = localWorker((chunk) => chunk === 2 && deaths++ === 0);
        started.push(worker);
        return worker;
      },
    });
    expect((await pool.run(model, options)).summary).toEqual(alone);
    expect(deaths).toBeGreaterThan(0);
    expect(started.filter((worker) => worker.terminated)).toHaveLength(1);
    pool.dispose();
  });

  it('gives up when every worker dies of the same chunk', async () => {
    const pool = createSimulationPool({ workers: 1, createWorker: () => localWorker(() => true) });
    await expect(pool.run(model, options)).rejects.toThrow('a simulation worker failed');
  });

  it('reports progress with estimates so far', { tags: 'slow' }, async () => {
    const pool = createSimulationPool({ workers: 1, createWorker: () => localWorker() });
    const done: number[] = [];
    const shown: number[] = [];
    await pool.run(model, {
      ...options,
      onProgress: (progress) => {
        done.push(progress.done);
        shown.push(progress.partial().summary.replications);
      },
    });
    expect(done).toEqual([4, 8, 12, 16, 20, 22]);
    expect(shown).toEqual(done);
    pool.dispose();
  });

  it(
    'stops when every service level is known closely enough, at the same moment for any number of workers',
    { tags: 'slow' },
    async () => {
      const until = { seed: 3, replications: 2000, halfWidth: 0.02 };
      const stopped = await Promise.all(
        [1, 3].map((workers) =>
          createSimulationPool({ workers, createWorker: () => localWorker() }).run(model, until),
        ),
      );
      const [one, three] = stopped;
      expect(one?.summary.replications).toBeLessThan(2000);
      expect(Number.isInteger(Math.log2((one?.summary.replications ?? 0) / 64))).toBe(true);
      expect(one?.widest).toBeLessThanOrEqual(0.02);
      expect(three).toEqual(one);
      const level = one?.summary.classes[0]?.serviceLevel;
      expect(((level?.high ?? 1) - (level?.low ?? 0)) / 2).toBeLessThanOrEqual(0.02);
    },
  );

  it('compares two models as one thread does, to the last bit', { tags: 'slow' }, async () => {
    const more = singleQueue({ contactsPerHour: 100, handleTime: 180, agents: 7, patience: 120, hours: 1 });
    // The class is another one in the list, and has the same customers nevertheless.
    const better: SimulationModel = {
      ...more,
      classes: [{ id: 'idle', handleTime: { kind: 'constant', value: 60 } }, ...more.classes],
      groups: [
        ...more.groups,
        { id: 'others', serves: [{ class: 'idle' }], staffing: { kind: 'counts', agents: [1] } },
      ],
    };
    const plain = comparePlans(model, better, options);
    for (const workers of [1, 3]) {
      const pool = createSimulationPool({ workers, createWorker: () => localWorker() });
      const { first, second, differences } = await pool.compare(model, better, options);
      expect({ first, second, differences }).toEqual(plain);
      expect(differences[0]?.offered).toEqual({ value: 0, low: 0, high: 0 });
      pool.dispose();
    }
  });

  it(
    'can tell the estimates of two models at any moment, of the replications that both have',
    { tags: 'slow' },
    async () => {
      let tell: (() => number[]) | undefined;
      const told: number[][] = [];
      // Asked whenever a worker takes a chunk: half the time it has just answered for one model and not for the other.
      const worker = localWorker(() => {
        if (tell) told.push(tell());
        return false;
      });
      const pool = createSimulationPool({ workers: 1, createWorker: () => worker });
      await pool.compare(model, model, {
        seed: 3,
        replications: 40,
        onProgress: ({ partial }) => {
          tell = () => {
            const { first, second } = partial();
            return [first.replications, second.replications];
          };
        },
      });
      expect(told.length).toBeGreaterThan(5);
      for (const [one, other] of told) expect(other).toBe(one);
      pool.dispose();
    },
  );

  it('stops at once when aborted, and can run again', { tags: 'slow' }, async () => {
    const abort = new AbortController();
    const pool = createSimulationPool({ workers: 2, createWorker: () => localWorker() });
    const run = pool.run(model, {
      seed: 3,
      replications: 400,
      signal: abort.signal,
      onProgress: () => abort.abort(),
    });
    await expect(run).rejects.toThrow(/aborted/);
    expect((await pool.run(model, options)).summary).toEqual(alone);
    pool.dispose();
  });
});
