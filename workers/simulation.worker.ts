/** Carries models, a seed and chunks of replications across the thread; holds no logic of its own. */
import * as Comlink from 'comlink';
import type { Issue } from '../src/errors.ts';
import type { ContactLog } from '../src/history/contact-log.ts';
import { compileScenario } from '../src/scenario/compile.ts';
import {
  replayLog,
  type ReplayOptions,
  type ReplayReport,
  withArrivals,
} from '../src/scenario/replay-log.ts';
import type { Scenario } from '../src/scenario/schema.ts';
import { simulationIssues } from '../src/scenario/simulate.ts';
import { type Accumulated, buffersOf } from '../src/simulation/accumulate.ts';
import { compileModel } from '../src/simulation/compile.ts';
import { recordBuffers, type DayRecord } from '../src/simulation/day-record.ts';
import { type FlippedCustomer, type Flips, flippedCustomers, listFlipped } from '../src/simulation/flips.ts';
import type { SimulationModel } from '../src/simulation/model.ts';
import { createChunkRunner, recordDay } from '../src/simulation/simulate.ts';

let runs: ((chunk: number) => Accumulated)[] = [];

/** All but `prepare` take models that `checkModel` finds nothing wrong with. */
const endpoint = {
  prepare(scenario: Scenario): { readonly model: SimulationModel; readonly issues: readonly Issue[] } {
    const model = compileScenario(scenario);
    return { model, issues: simulationIssues(model) };
  },
  /** The same with the arrivals of a log. */
  prepareLog(
    scenario: Scenario,
    log: ContactLog,
    options: ReplayOptions,
  ): {
    readonly model: SimulationModel;
    readonly issues: readonly Issue[];
    readonly report: ReplayReport;
  } {
    const replay = replayLog(scenario, log, options);
    const model = withArrivals(compileScenario(scenario), replay);
    return { model, issues: simulationIssues(model), report: replay.report };
  },
  /** Gets models ready to be run chunk by chunk. */
  load(models: readonly SimulationModel[], seed: number, replications: number): void {
    runs = models.map((model) => createChunkRunner(compileModel(model), seed, replications));
  },
  /** Runs one chunk of one of the models loaded. */
  runChunk(which: number, chunk: number): Accumulated {
    const gathered = runs[which]?.(chunk);
    if (!gathered) throw new Error('no model is loaded');
    return Comlink.transfer(gathered, buffersOf(gathered));
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

export type SimulationEndpoint = typeof endpoint;
Comlink.expose(endpoint);
