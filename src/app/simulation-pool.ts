/**
 * Runs models on a crew of workers, with progress and estimates on the way.
 *
 * Replications are handed out in chunks of fixed size and merged in order, so the summary is the same
 * to the last bit whatever the number of workers and whoever finished first. Two models are compared by
 * running the same replications of both in turn, so that a comparison can be read at any moment.
 */
import type { Remote } from 'comlink';
import type { Issue } from '../errors.ts';
import type { ReplayOptions, ReplayReport } from '../scenario/replay-log.ts';
import type { Scenario } from '../scenario/schema.ts';
import { type Accumulated, CHUNK, createAccumulated, mergeChunk } from '../simulation/accumulate.ts';
import { type ClassDifference, classDifferences } from '../simulation/compare.ts';
import { compileModel } from '../simulation/compile.ts';
import type { DayRecord } from '../simulation/day-record.ts';
import { estimate } from '../simulation/estimate.ts';
import { addFlips, type FlippedCustomer, type Flips } from '../simulation/flips.ts';
import { type Journey, journeysFrom } from '../simulation/journey.ts';
import type { SimulationModel } from '../simulation/model.ts';
import { withSharedStreams } from '../simulation/shared-streams.ts';
import { chunksOf } from '../simulation/simulate.ts';
import { isPrecise, isTimeToLook, widestHalf } from '../simulation/stopping.ts';
import type { ModelSummary } from '../simulation/summary.ts';
import type { Share } from '../units.ts';
import type { PackedLog } from '../../workers/packed-log.ts';
import type { SimulationEndpoint } from '../../workers/simulation.worker.ts';
import { workersFor } from './simulation-budget.ts';
import { createCrew, type WorkerLike } from './worker-crew.ts';

export type { WorkerLike } from './worker-crew.ts';

export type SimulationProgress<Result> = {
  readonly done: number;
  readonly total: number;
  /** From the replications done so far; costs a few milliseconds, so ask only to show it. */
  readonly partial: () => Result;
};

export type RunOptions = {
  readonly seed: number;
  readonly replications: number;
  readonly level?: Share;
  readonly signal?: AbortSignal;
};

export type OneModel = {
  readonly summary: ModelSummary;
  /** Half the width of the widest interval among the shares promised. */
  readonly widest: Share;
  /** Ways of customers, summed over all replications. */
  readonly journeys: readonly Journey[];
};

export type TwoModels = {
  readonly first: ModelSummary;
  readonly second: ModelSummary;
  readonly differences: readonly ClassDifference[];
  /** Totals of both by replication, for what is made of several classes (money). */
  readonly totals: readonly [Accumulated, Accumulated];
};

/** Models given to a pool must be such that `checkModel` finds nothing wrong with them. */
export type SimulationPool = {
  readonly workers: number;
  /** Compiles a scenario away from the page's thread, and says why it cannot be simulated. */
  readonly prepare: (scenario: Scenario, signal?: AbortSignal) => Promise<Prepared>;
  /** The same with the arrivals of a log; the model is for its results, the workers make the contacts themselves. */
  readonly prepareLog: (
    played: LogPlayed,
    signal?: AbortSignal,
  ) => Promise<Prepared & { readonly report: ReplayReport }>;
  readonly run: (
    model: SimulationModel,
    options: RunOptions & {
      /** The log that the model was prepared with. */
      readonly played?: LogPlayed;
      /** Fewer workers than the pool has. */
      readonly workers?: number | undefined;
      /** Stop early, after 64, 128, 256, ... replications, once every share promised is known to within this (0.005 is half a point). */
      readonly halfWidth?: Share | undefined;
      readonly onProgress?: (progress: SimulationProgress<OneModel>) => void;
    },
  ) => Promise<OneModel>;
  /** Both under common random numbers; the difference is second minus first. */
  readonly compare: (
    first: SimulationModel,
    second: SimulationModel,
    options: RunOptions & { readonly onProgress?: (progress: SimulationProgress<TwoModels>) => void },
  ) => Promise<TwoModels>;
  /** Customers who fare differently, summed over the first replications; and some of the first, one by one. */
  readonly flips: (
    first: SimulationModel,
    second: SimulationModel,
    options: RunOptions,
  ) => Promise<{ readonly counts: readonly Flips[]; readonly customers: readonly FlippedCustomer[] }>;
  /** One replication contact by contact. */
  readonly record: (
    model: SimulationModel,
    options: { readonly seed: number; readonly replication: number; readonly signal?: AbortSignal },
  ) => Promise<DayRecord>;
  readonly dispose: () => void;
};

export type LogPlayed = {
  readonly scenario: Scenario;
  readonly log: PackedLog;
  readonly options: ReplayOptions;
};

export type Prepared = { readonly model: SimulationModel; readonly issues: readonly Issue[] };

const LEVEL = 0.95;
/** Customers who fare differently, of the first replication: more than anybody reads. */
const MOST_CUSTOMERS = 100;

export function createSimulationPool(
  options: { readonly workers?: number; readonly createWorker?: () => WorkerLike } = {},
): SimulationPool {
  const size = options.workers ?? workersFor(navigator.hardwareConcurrency);
  const crew = createCrew<SimulationEndpoint>(size, options.createWorker ?? startWorker);

  /**
   * Replications of one or two models, chunk by chunk in turn. A chunk is merged once all have it: at any
   * moment the sums are of the same replications. `look` after each.
   */
  async function gather(
    models: readonly SimulationModel[],
    {
      seed,
      replications,
      signal,
      workers,
      played,
    }: RunOptions & { readonly workers?: number | undefined; readonly played?: LogPlayed },
    look: (done: number) => boolean,
    wholes: readonly Accumulated[],
  ): Promise<void> {
    const finished = new Map<number, Accumulated>();
    let merged = 0;
    let enough = false;
    await crew.work(
      {
        tasks: chunksOf(replications) * models.length,
        workers,
        load: (remote) =>
          played
            ? remote.loadLog(played.scenario, played.log, played.options, seed, replications)
            : remote.load(models, seed, replications),
        run: (remote, task): Promise<Accumulated> =>
          remote.runChunk(task % models.length, Math.floor(task / models.length)),
        keep(task, part) {
          finished.set(task, part);
          const next = (): (Accumulated | undefined)[] =>
            models.map((_, which) => finished.get(merged * models.length + which));
          for (let parts = next(); !enough && parts.every((ready) => ready !== undefined); parts = next()) {
            for (const [which, ready] of parts.entries()) {
              finished.delete(merged * models.length + which);
              const whole = wholes[which];
              if (whole) mergeChunk(whole, ready, merged);
            }
            merged++;
            enough = look(Math.min(replications, merged * CHUNK));
          }
          return enough;
        },
      },
      signal,
    );
  }

  /** A single call. */
  async function once<Answer>(
    ask: (remote: RemoteEndpoint) => Promise<Answer>,
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    const [answer] = await collect(1, ask, signal);
    if (answer === undefined) throw new Error('a worker gave no answer');
    return answer;
  }

  /** What each task gave, in their order. */
  async function collect<Part>(
    tasks: number,
    run: (remote: RemoteEndpoint, task: number) => Promise<Part>,
    signal: AbortSignal | undefined,
  ): Promise<Part[]> {
    const parts: Part[] = [];
    const keep = (task: number, part: Part): boolean => {
      parts[task] = part;
      return false;
    };
    await crew.work({ tasks, run, keep }, signal);
    return parts;
  }

  return {
    workers: size,
    prepare: (scenario, signal) => once((remote) => remote.prepare(scenario), signal),
    prepareLog: ({ scenario, log, options: replay }, signal) =>
      once((remote) => remote.prepareLog(scenario, log, replay), signal),
    async run(model, runOptions) {
      const { seed, replications, level = LEVEL, halfWidth, onProgress } = runOptions;
      const compiled = compileModel(model);
      const whole = createAccumulated(compiled);
      const result = (data: Accumulated): OneModel => ({
        summary: estimate(compiled, data, { seed, level }),
        widest: widestHalf(compiled, data, level),
        journeys: journeysFrom(compiled, data),
      });
      const look = (done: number): boolean => {
        onProgress?.({ done, total: replications, partial: () => result(frozen(whole)) });
        return (
          halfWidth !== undefined &&
          isTimeToLook(whole.replications) &&
          isPrecise(compiled, whole, level, halfWidth)
        );
      };
      await gather([model], runOptions, look, [whole]);
      return result(whole);
    },
    async compare(one, other, runOptions) {
      const { seed, replications, level = LEVEL, onProgress } = runOptions;
      const [first, second] = withSharedStreams(one, other);
      const [a, b] = [compileModel(first), compileModel(second)];
      const [dataA, dataB] = [createAccumulated(a), createAccumulated(b)];
      const result = (x: Accumulated, y: Accumulated): TwoModels => ({
        first: estimate(a, x, { seed, level }),
        second: estimate(b, y, { seed, level }),
        differences: classDifferences(a, x, b, y, level),
        totals: [x, y],
      });
      const look = (done: number): boolean => {
        onProgress?.({ done, total: replications, partial: () => result(frozen(dataA), frozen(dataB)) });
        return false;
      };
      await gather([first, second], runOptions, look, [dataA, dataB]);
      return result(dataA, dataB);
    },
    async flips(one, other, { seed, replications, signal }) {
      const [first, second] = withSharedStreams(one, other);
      const parts = await collect(
        replications,
        (remote, replication) =>
          remote.flips(first, second, seed, replication, replication === 0 ? MOST_CUSTOMERS : 0),
        signal,
      );
      return {
        counts: parts.map(({ counts }) => counts).reduce(addFlips),
        customers: parts[0]?.customers ?? [],
      };
    },
    record: (model, { seed, replication, signal }) =>
      once((remote) => remote.record(model, seed, replication), signal),
    dispose: crew.dispose,
  };
}

type RemoteEndpoint = Remote<SimulationEndpoint>;

function startWorker(): WorkerLike {
  return new Worker(new URL('../../workers/simulation.worker.ts', import.meta.url), { type: 'module' });
}

/** Sums as they are now: intervals and distributions are estimated from them when they are read, while the run goes on. */
function frozen(data: Accumulated): Accumulated {
  return {
    ...data,
    sums: data.sums.slice(),
    products: data.products.slice(),
    groupSums: data.groupSums.slice(),
    groupProducts: data.groupProducts.slice(),
    reasonSums: data.reasonSums.slice(),
    reasonProducts: data.reasonProducts.slice(),
    histograms: data.histograms.slice(),
  };
}
