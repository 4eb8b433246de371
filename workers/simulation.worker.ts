/** Carries a model, a seed and chunks of replications across the thread; holds no logic of its own. */
import * as Comlink from 'comlink';
import { type Accumulated, buffersOf } from '../src/simulation/accumulate.ts';
import { compileModel } from '../src/simulation/compile.ts';
import { recordBuffers, type DayRecord } from '../src/simulation/day-record.ts';
import type { SimulationModel } from '../src/simulation/model.ts';
import { createChunkRunner, recordDay } from '../src/simulation/simulate.ts';

let run: ((chunk: number) => Accumulated) | undefined;

const endpoint = {
  /** Prepares a model that `checkModel` finds nothing wrong with. */
  load(model: SimulationModel, seed: number, replications: number): void {
    run = createChunkRunner(compileModel(model), seed, replications);
  },
  /** Runs one chunk of the model loaded. */
  runChunk(chunk: number): Accumulated {
    if (!run) throw new Error('no model is loaded');
    const gathered = run(chunk);
    return Comlink.transfer(gathered, buffersOf(gathered));
  },
  /** One replication contact by contact. */
  record(model: SimulationModel, seed: number, replication: number): DayRecord {
    const record = recordDay(model, seed, replication);
    return Comlink.transfer(record, recordBuffers(record));
  },
};

export type SimulationEndpoint = typeof endpoint;
Comlink.expose(endpoint);
