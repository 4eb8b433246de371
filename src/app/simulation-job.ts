/**
 * The simulation of the open document: at most one at a time, tied to the document it ran on.
 *
 * An edit makes a running simulation pointless, so it is cancelled and a new one starts once the
 * hand is still. A finished one stays on screen, marked as of an older plan, until the next is done.
 */
import type { Issue } from '../errors.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { SimulationSummary } from '../scenario/simulate.ts';
import type { Seconds, Share } from '../units.ts';

export type SimulationState = {
  /** `held`: would take long, so it waits for a word. */
  readonly status: 'none' | 'held' | 'running' | 'done' | 'cancelled' | 'failed';
  /** Document of `summary`. */
  readonly of: Scenario | null;
  /** The newest estimates; while running, of the replications done so far. */
  readonly summary: SimulationSummary | null;
  /** The same of the run before, for "the plan changed: before and after". */
  readonly previous: SimulationSummary | null;
  readonly done: number;
  /** Replications asked for; with a half-width the most that will be run. */
  readonly total: number;
  /** Every share promised is wanted to within this; null: all replications are run. */
  readonly halfWidth: Share | null;
  /** Half the width of the widest of them so far. */
  readonly widest: Share | null;
  readonly secondsLeft: Seconds | null;
  /** Worker-seconds per contact of the last run: what a next one will take. */
  readonly pace: Seconds | null;
  /** Why it could not run. */
  readonly issues: readonly Issue[];
  readonly message: string | null;
};

export const NO_SIMULATION: SimulationState = {
  status: 'none',
  of: null,
  summary: null,
  previous: null,
  done: 0,
  total: 0,
  halfWidth: null,
  widest: null,
  secondsLeft: null,
  pace: null,
  issues: [],
  message: null,
};

export type RunProgress = {
  readonly done: number;
  readonly total: number;
  /** Estimates so far, from time to time. */
  readonly soFar: SimulationSummary | null;
  readonly widest: Share | null;
  readonly secondsLeft: Seconds;
  /** Of one worker. */
  readonly secondsPerReplication: Seconds;
  /** From all replications done when it is asked; takes a few milliseconds. */
  readonly estimate: () => { readonly summary: SimulationSummary; readonly widest: Share };
};

export type Simulator = (
  scenario: Scenario,
  options: {
    readonly replications: number;
    readonly halfWidth: Share | null;
    /** All there are when left out. */
    readonly workers?: number | undefined;
    readonly signal: AbortSignal;
    readonly onProgress: (progress: RunProgress) => void;
  },
) => Promise<SimulationSummary | { readonly issues: readonly Issue[] }>;

export type StartOptions = {
  readonly replications: number;
  readonly halfWidth: Share | null;
  readonly workers?: number | undefined;
  /** Contacts of one replication, roughly; turns the time of a run into a pace. */
  readonly contacts: number | null;
};

export type SimulationJob = {
  start(scenario: Scenario, options: StartOptions): void;
  /** Says that a run would take long, instead of starting it. */
  hold(replications: number): void;
  /** Drops the run of a plan that has changed; another follows, so nobody is told of a run stopped. */
  cancel(): void;
  /** Ends the run with what all replications done so far say. */
  stop(): void;
};

export function simulationJob(
  simulate: Simulator,
  read: () => SimulationState,
  write: (state: SimulationState) => void,
): SimulationJob {
  let controller: AbortController | null = null;
  /** Of the run under way; null before its first replications. */
  let stopped: (() => Partial<SimulationState>) | null = null;

  function start(scenario: Scenario, { replications, halfWidth, workers, contacts }: StartOptions): void {
    controller?.abort();
    const own = new AbortController();
    controller = own;
    stopped = null;
    const before = read();
    // A run cut short still says something of its plan: its summary knows how many replications it is of.
    const previous = before.of !== null && before.of !== scenario ? before.summary : before.previous;
    write({
      ...NO_SIMULATION,
      status: 'running',
      of: before.of,
      summary: before.summary,
      previous,
      total: replications,
      halfWidth,
      pace: before.pace,
    });
    const current = (): boolean => controller === own;
    simulate(scenario, {
      replications,
      halfWidth,
      workers,
      signal: own.signal,
      onProgress({ done, total, soFar, widest, secondsLeft, secondsPerReplication, estimate }) {
        if (!current()) return;
        stopped = () => {
          const { summary, widest: known } = estimate();
          return { of: scenario, summary, widest: known, done: summary.replications };
        };
        write({
          ...read(),
          done,
          total,
          widest,
          secondsLeft,
          ...(contacts === null ? {} : { pace: secondsPerReplication / Math.max(1, contacts) }),
          ...(soFar ? { of: scenario, summary: soFar } : {}),
        });
      },
    }).then(
      (result) => {
        if (!current()) return;
        controller = null;
        if ('issues' in result) write({ ...read(), status: 'failed', issues: result.issues });
        else
          write({
            ...read(),
            status: 'done',
            of: scenario,
            summary: result,
            done: result.replications,
            total: replications,
            secondsLeft: null,
          });
      },
      (error: unknown) => {
        if (!current()) return;
        controller = null;
        write({
          ...read(),
          status: 'failed',
          message: error instanceof Error ? error.message : String(error),
        });
      },
    );
  }

  return {
    start,
    hold(replications) {
      controller?.abort();
      controller = null;
      write({ ...read(), status: 'held', done: 0, total: replications, secondsLeft: null });
    },
    cancel() {
      if (!controller) return;
      controller.abort();
      controller = null;
      write({ ...read(), status: 'none' });
    },
    stop() {
      if (!controller) return;
      controller.abort();
      controller = null;
      write({ ...read(), status: 'cancelled', ...stopped?.() });
    },
  };
}
