/** Carries models, a seed and chunks of replications across the thread; holds no logic of its own. */
import * as Comlink from 'comlink';
import type { Issue } from '../src/errors.ts';
import { compileScenario } from '../src/scenario/compile.ts';
import {
  momentsOnly,
  type Replay,
  replayLog,
  type ReplayOptions,
  type ReplayReport,
  withArrivals,
} from '../src/scenario/replay-log.ts';
import type { Scenario } from '../src/scenario/schema.ts';
import { simulationIssues } from '../src/scenario/simulate.ts';
import type { Accumulated } from '../src/simulation/accumulate.ts';
import { compileModel } from '../src/simulation/compile.ts';
import { recordBuffers, type DayRecord } from '../src/simulation/day-record.ts';
import { type FlippedCustomer, type Flips, flippedCustomers, listFlipped } from '../src/simulation/flips.ts';
import type { SimulationModel } from '../src/simulation/model.ts';
import { createChunkRunner, recordDay } from '../src/simulation/simulate.ts';

import { type PackedLog, unpackLog } from './packed-log.ts';

let runs: ((chunk: number) => Accumulated)[] = [];

/** All but `prepare` take models that `checkModel` finds nothing wrong with. */
const endpoint = {
  prepare(scenario: Scenario): { readonly model: SimulationModel; readonly issues: readonly Issue[] } {
    const model = compileScenario(scenario);
    return { model, issues: simulationIssues(model) };
  },
  /** The same with the arrivals of a log; the model holds their moments only, which its results are made with. */
  async prepareLog(
    scenario: Scenario,
    log: PackedLog,
    options: ReplayOptions,
  ): Promise<{
    readonly model: SimulationModel;
    readonly issues: readonly Issue[];
    readonly report: ReplayReport;
  }> {
    const { model, replay } = await played(scenario, log, options);
    const { report } = replay;
    const answer = { model: momentsOnly(model), issues: simulationIssues(model), report };
    return Comlink.transfer(
      answer,
      [...replay.arrivals.values()].flatMap(({ at }) =>
        at instanceof Float64Array && at.buffer instanceof ArrayBuffer ? [at.buffer] : [],
      ),
    );
  },
  /** Gets a log ready to be run chunk by chunk. */
  async loadLog(
    scenario: Scenario,
    log: PackedLog,
    options: ReplayOptions,
    seed: number,
    replications: number,
  ): Promise<void> {
    const { model } = await played(scenario, log, options);
    runs = [createChunkRunner(compileModel(model), seed, replications)];
  },
  /** Gets models ready to be run chunk by chunk. */
  load(models: readonly SimulationModel[], seed: number, replications: number): void {
    runs = models.map((model) => createChunkRunner(compileModel(model), seed, replications));
  },
  /**
   * Runs one chunk of one of the models loaded. Copied, not transferred: with the first buffer that a thread gives
   * away, V8 throws away all it has compiled for typed arrays there, and compiles it again with more checks.
   */
  runChunk(which: number, chunk: number): Accumulated {
    const gathered = runs[which]?.(chunk);
    if (!gathered) throw new Error('no model is loaded');
    return gathered;
  },
  /** One replication contact by contact. */
  record(model: SimulationModel, seed: number, replication: number): DayRecord {
    const record = recordDay(model, seed, replication);
    return Comlink.transfer(record, recordBuffers(record));
  },
  /** Customers who fare differently in one replication, counted, and the first so many of them one by one. */
  flips(
    first: SimulationModel,
    second: SimulationModel,
    seed: number,
    replication: number,
    most: number,
  ): { readonly counts: Flips[]; readonly customers: FlippedCustomer[] } {
    const [before, after] = [recordDay(first, seed, replication), recordDay(second, seed, replication)];
    return { counts: flippedCustomers(before, after), customers: listFlipped(before, after, most) };
  },
};

async function played(
  scenario: Scenario,
  log: PackedLog,
  options: ReplayOptions,
): Promise<{ readonly model: SimulationModel; readonly replay: Replay }> {
  const replay = replayLog(scenario, await unpackLog(log), options);
  return { model: withArrivals(compileScenario(scenario), replay), replay };
}

export type SimulationEndpoint = typeof endpoint;
Comlink.expose(endpoint);
