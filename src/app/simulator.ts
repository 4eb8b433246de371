/** Scenarios on the pool of simulation workers: simulated, compared, recorded for a replay. */
import type { Issue } from '../errors.ts';
import { variableCostDifference } from '../scenario/paired-cost.ts';
import type { ReplayOptions, ReplayReport } from '../scenario/replay-log.ts';
import type { Scenario } from '../scenario/schema.ts';
import { summaryOfScenario, type SimulationSummary } from '../scenario/simulate.ts';
import type { ClassDifference } from '../simulation/compare.ts';
import type { DayRecord } from '../simulation/day-record.ts';
import type { FlippedCustomer, Flips } from '../simulation/flips.ts';
import type { Journey } from '../simulation/journey.ts';
import type { SimulationModel } from '../simulation/model.ts';
import { expectedReplications } from '../simulation/stopping.ts';
import type { Estimate } from '../simulation/summary.ts';
import type { Seconds } from '../units.ts';
import type { PackedLog } from './import-history.ts';
import type { RunProgress, Simulator } from './simulation-job.ts';
import type { OneModel, SimulationPool, TwoModels } from './simulation-pool.ts';

export type Refused = { readonly issues: readonly Issue[] };

/** Two scenarios under common random numbers; differences are second minus first. */
export type Comparison = {
  readonly replications: number;
  readonly first: SimulationSummary;
  readonly second: SimulationSummary;
  /** Of the channels that both have. */
  readonly channels: readonly ClassDifference[];
  /** Money per week that depends on luck: bots and lost contacts. Null when the currencies differ. */
  readonly variableCost: Estimate | null;
};

/** Sums over the first `replications`; of the ways of customers over all of a run. */
export type FlipCounts = {
  readonly replications: number;
  readonly channels: readonly Flips[];
  /** The first of those of the first replication, one by one. */
  readonly customers: readonly FlippedCustomer[];
};
export type Journeys = { readonly replications: number; readonly channels: readonly Journey[] };

/** What a plan makes of the contacts of a log; no summary where none of them can be played. */
export type PlayedLog = { readonly report: ReplayReport; readonly summary: SimulationSummary | null };

export type ComparisonProgress = {
  readonly done: number;
  readonly total: number;
  readonly secondsLeft: Seconds;
  /** Of the replications done so far, from time to time. */
  readonly soFar: Comparison | null;
};

export type Simulations = {
  readonly simulate: Simulator;
  readonly compare: (
    first: Scenario,
    second: Scenario,
    options: {
      readonly replications: number;
      readonly signal: AbortSignal;
      readonly onProgress: (progress: ComparisonProgress) => void;
    },
  ) => Promise<Comparison | Refused>;
  readonly flips: (
    first: Scenario,
    second: Scenario,
    options: { readonly replications: number; readonly signal: AbortSignal },
  ) => Promise<FlipCounts | Refused>;
  readonly journeys: (
    scenario: Scenario,
    options: { readonly replications: number; readonly signal: AbortSignal },
  ) => Promise<Journeys | Refused>;
  readonly playLog: (
    scenario: Scenario,
    log: PackedLog,
    options: ReplayOptions & {
      readonly replications: number;
      readonly signal: AbortSignal;
      readonly onProgress: (done: number, total: number) => void;
    },
  ) => Promise<PlayedLog | Refused>;
  readonly record: (
    scenario: Scenario,
    options: { readonly replication: number; readonly signal: AbortSignal },
  ) => Promise<DayRecord | Refused>;
};

/** Estimates of a run under way are made this often, milliseconds: they cost the page a few each time. */
const REFRESH = 400;
const LEVEL = 0.95;

/** @param clock milliseconds, only ever compared with itself */
export function simulationsOn(pool: SimulationPool, clock: () => number): Simulations {
  /** One scenario is asked about again and again: compiled once. */
  const models = new WeakMap<Scenario, SimulationModel>();
  /** Counted in every run. */
  const ways = new WeakMap<Scenario, Journeys>();
  async function modelOf(scenario: Scenario, signal: AbortSignal): Promise<SimulationModel | Refused> {
    const known = models.get(scenario);
    if (known) return known;
    const { model, issues } = await pool.prepare(scenario, signal);
    if (issues.length > 0) return { issues };
    models.set(scenario, model);
    return model;
  }
  async function both(
    first: Scenario,
    second: Scenario,
    signal: AbortSignal,
  ): Promise<readonly [SimulationModel, SimulationModel] | Refused> {
    const a = await modelOf(first, signal);
    if ('issues' in a) return a;
    const b = await modelOf(second, signal);
    return 'issues' in b ? b : [a, b];
  }

  return {
    async simulate(scenario, { replications, halfWidth, workers = pool.workers, signal, onProgress }) {
      const model = await modelOf(scenario, signal);
      if ('issues' in model) return model;
      const startedAt = clock();
      let shownAt = startedAt;
      let widest: number | null = null;
      let newest = 0;
      const estimateFrom = (one: OneModel): ReturnType<RunProgress['estimate']> => ({
        summary: summaryOfScenario(one.summary),
        widest: one.widest,
      });
      const tell = (total: number, soFar: SimulationSummary | null, partial: () => OneModel): void => {
        const expected =
          halfWidth !== null && widest !== null
            ? expectedReplications(newest, widest, halfWidth, total)
            : total;
        const seconds = (clock() - startedAt) / 1000;
        onProgress({
          done: newest,
          total,
          soFar,
          widest,
          secondsLeft: (seconds / newest) * Math.max(0, expected - newest),
          secondsPerReplication: (seconds * workers) / newest,
          // Asked when a run is stopped: what stays on screen, the ways of customers with it.
          estimate: () => {
            const one = partial();
            ways.set(scenario, { replications: one.summary.replications, channels: one.journeys });
            return estimateFrom(one);
          },
        });
      };
      const run = (inOwnTask: Later, until: AbortSignal): Promise<OneModel> =>
        pool.run(model, {
          seed: scenario.simulation.seed,
          replications,
          halfWidth: halfWidth ?? undefined,
          workers,
          signal: until,
          onProgress({ done, total, partial }) {
            newest = done;
            tell(total, null, partial);
            if (done < 2 || done >= total || clock() - shownAt <= REFRESH) return;
            shownAt = clock();
            inOwnTask(() => {
              const soFar = estimateFrom(partial());
              widest = soFar.widest;
              tell(total, soFar.summary, partial);
              shownAt = clock();
            });
          },
        });
      const whole = await withTasks(signal, run);
      const { summary, widest: reached } = estimateFrom(whole);
      ways.set(scenario, { replications: summary.replications, channels: whole.journeys });
      onProgress({
        done: summary.replications,
        total: replications,
        soFar: null,
        widest: reached,
        secondsLeft: 0,
        secondsPerReplication: ((clock() - startedAt) / 1000) * (workers / summary.replications),
        estimate: () => ({ summary, widest: reached }),
      });
      return summary;
    },
    async compare(first, second, { replications, signal, onProgress }) {
      const pair = await both(first, second, signal);
      if ('issues' in pair) return pair;
      const startedAt = clock();
      let shownAt = startedAt;
      let newest = 0;
      const result = (paired: TwoModels): Comparison => ({
        replications: paired.first.replications,
        first: summaryOfScenario(paired.first),
        second: summaryOfScenario(paired.second),
        channels: paired.differences,
        variableCost:
          first.currency === second.currency
            ? variableCostDifference(
                { scenario: first, data: paired.totals[0] },
                { scenario: second, data: paired.totals[1] },
                LEVEL,
              )
            : null,
      });
      const tell = (total: number, soFar: Comparison | null): void => {
        const seconds = (clock() - startedAt) / 1000;
        onProgress({ done: newest, total, secondsLeft: (seconds / newest) * (total - newest), soFar });
      };
      const run = (inOwnTask: Later, until: AbortSignal): Promise<TwoModels> =>
        pool.compare(pair[0], pair[1], {
          seed: second.simulation.seed,
          replications,
          signal: until,
          onProgress({ done, total, partial }) {
            newest = done;
            tell(total, null);
            if (done < 2 || done >= total || clock() - shownAt <= REFRESH) return;
            shownAt = clock();
            inOwnTask(() => {
              tell(total, result(partial()));
              shownAt = clock();
            });
          },
        });
      return result(await withTasks(signal, run));
    },
    async flips(first, second, { replications, signal }) {
      const pair = await both(first, second, signal);
      if ('issues' in pair) return pair;
      const seed = second.simulation.seed;
      const { counts, customers } = await pool.flips(pair[0], pair[1], { seed, replications, signal });
      return { replications, channels: counts, customers };
    },
    async journeys(scenario, { replications, signal }) {
      const known = ways.get(scenario);
      if (known) return known;
      const model = await modelOf(scenario, signal);
      if ('issues' in model) return model;
      const { seed } = scenario.simulation;
      const { journeys } = await pool.run(model, { seed, replications, signal });
      return { replications, channels: journeys };
    },
    async playLog(scenario, log, { replications, signal, onProgress, ...options }) {
      const played = { scenario, log, options };
      const { model, issues, report } = await pool.prepareLog(played, signal);
      if (report.played.length === 0) return { report, summary: null };
      if (issues.length > 0) return { issues };
      const { summary } = await pool.run(model, {
        seed: scenario.simulation.seed,
        replications,
        signal,
        played,
        onProgress: ({ done, total }) => onProgress(done, total),
      });
      return { report, summary: summaryOfScenario(summary) };
    },
    async record(scenario, { replication, signal }) {
      const model = await modelOf(scenario, signal);
      if ('issues' in model) return model;
      return pool.record(model, { seed: scenario.simulation.seed, replication, signal });
    },
  };
}

/** Does something in a task of its own. */
type Later = (work: () => void) => void;

/**
 * Estimates are made apart from the adding up before them: the page answers in between. What fails in them
 * fails the run, and nothing is told of a run that is over.
 */
async function withTasks<Result>(
  signal: AbortSignal,
  run: (inOwnTask: Later, until: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const until = new AbortController();
  const stop = (): void => until.abort(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  const inOwnTask: Later = (work) => {
    setTimeout(() => {
      if (until.signal.aborted) return;
      try {
        work();
      } catch (error) {
        until.abort(error);
      }
    });
  };
  try {
    return await run(inOwnTask, until.signal);
  } finally {
    signal.removeEventListener('abort', stop);
    until.abort();
  }
}
