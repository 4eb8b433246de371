/** Compile, run, count, estimate: a whole run of a model on one thread. */
import { DomainError } from '../errors.ts';
import type { Share } from '../units.ts';
import {
  type Accumulated,
  addReplication,
  CHUNK,
  createAccumulated,
  empty,
  mergeChunk,
} from './accumulate.ts';
import { checkModel } from './check-model.ts';
import { type CompiledModel, compileModel } from './compile.ts';
import type { Counters } from './counters.ts';
import { dayRecord, type DayRecord } from './day-record.ts';
import { Engine } from './engine.ts';
import { EventLog, type ReplicationLog } from './event-log.ts';
import { estimate } from './estimate.ts';
import { checkRun } from './estimate-run.ts';
import type { SimulationModel } from './model.ts';
import type { ModelSummary } from './summary.ts';

/** Counters of one replication, which depend on the model, the seed and the replication's number only. */
export function runReplication(compiled: CompiledModel, seed: number, replication: number): Counters {
  return new Engine(compiled).run(seed, replication);
}

/** The same replication, event by event, for replaying it. */
export function recordReplication(
  compiled: CompiledModel,
  seed: number,
  replication: number,
): ReplicationLog {
  const log = new EventLog();
  new Engine(compiled, log).run(seed, replication);
  return log.sorted();
}

/**
 * One replication contact by contact, for replaying a day or comparing customers between plans.
 *
 * `model` must be one that `checkModel` finds nothing wrong with.
 */
export function recordDay(model: SimulationModel, seed: number, replication: number): DayRecord {
  const compiled = compileModel(model);
  return dayRecord(compiled, recordReplication(compiled, seed, replication));
}

/** Chunks that so many replications are cut into. */
export function chunksOf(replications: number): number {
  return Math.ceil(replications / CHUNK);
}

/** Runs chunks of one model and seed; keeps its engine between them. What is handed in to gather in is emptied first. */
export function createChunkRunner(
  compiled: CompiledModel,
  seed: number,
  replications: number,
): (chunk: number, into?: Accumulated) => Accumulated {
  const engine = new Engine(compiled);
  return (chunk, into) => {
    const gathered = into ?? createAccumulated(compiled, 1);
    empty(gathered);
    const end = Math.min(replications, (chunk + 1) * CHUNK);
    for (let r = chunk * CHUNK; r < end; r++) addReplication(gathered, compiled, engine.run(seed, r));
    return gathered;
  };
}

/** Checks the options and the model, and runs all replications on this thread. */
export function gather(
  model: SimulationModel,
  options: { readonly seed: number; readonly replications: number; readonly level?: Share },
): Accumulated {
  const { seed, replications, level = 0.95 } = options;
  if (!(Number.isSafeInteger(seed) && seed >= 0))
    throw new DomainError('simulateModel', 'seed', seed, 'a whole number from 0 to 2^53 - 1');
  if (!(Number.isInteger(replications) && replications >= 1 && replications <= 1e6))
    throw new DomainError(
      'simulateModel',
      'replications',
      replications,
      'a whole number from 1 to 1,000,000',
    );
  if (!(level > 0 && level < 1)) throw new DomainError('simulateModel', 'level', level, 'between 0 and 1');
  const first = checkModel(model)[0];
  if (first)
    throw new DomainError(
      'simulateModel',
      `model ${first.path}`,
      first.message,
      first.allowed ?? 'a model that checkModel finds nothing wrong with',
    );
  const tooMuch = checkRun(model, replications)[0];
  if (tooMuch)
    throw new DomainError('simulateModel', 'replications', tooMuch.message, tooMuch.allowed ?? 'fewer');
  const compiled = compileModel(model);
  const run = createChunkRunner(compiled, seed, replications);
  const gathered = createAccumulated(compiled);
  const part = createAccumulated(compiled, 1);
  for (let chunk = 0; chunk < chunksOf(replications); chunk++) mergeChunk(gathered, run(chunk, part), chunk);
  return gathered;
}

/**
 * Simulates a model: estimates per class, group and interval.
 *
 * @throws {DomainError} when `checkModel` finds something wrong, or an option is out of range
 */
export function simulateModel(
  model: SimulationModel,
  options: { readonly seed: number; readonly replications: number; readonly level?: Share },
): ModelSummary {
  return estimate(compileModel(model), gather(model, options), options);
}
