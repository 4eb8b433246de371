/**
 * The simulation of the open document: at most one at a time, tied to the document it ran on.
 *
 * An edit makes a running simulation pointless, so it is cancelled and a new one starts once the
 * hand is still. A finished one stays on screen, marked as of an older plan, until the next is done.
 */
import type { Issue } from '../errors.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { SimulationSummary } from '../scenario/simulate.ts';

export type SimulationState = {
  readonly status: 'none' | 'running' | 'done' | 'cancelled' | 'failed';
  /** Document of `summary`. */
  readonly of: Scenario | null;
  /** The newest estimates; while running, of the replications done so far. */
  readonly summary: SimulationSummary | null;
  /** The same of the run before, for "the plan changed: before and after". */
  readonly previous: SimulationSummary | null;
  readonly done: number;
  readonly total: number;
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
  issues: [],
  message: null,
};

export type Simulator = (
  scenario: Scenario,
  options: {
    readonly replications: number;
    readonly signal: AbortSignal;
    readonly onProgress: (done: number, total: number, soFar: SimulationSummary | null) => void;
  },
) => Promise<SimulationSummary | { readonly issues: readonly Issue[] }>;

export type SimulationJob = {
  start(scenario: Scenario, replications: number): void;
  cancel(): void;
};

export function simulationJob(
  simulate: Simulator,
  read: () => SimulationState,
  write: (state: SimulationState) => void,
): SimulationJob {
  let controller: AbortController | null = null;

  function start(scenario: Scenario, replications: number): void {
    controller?.abort();
    const own = new AbortController();
    controller = own;
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
    });
    const current = (): boolean => controller === own;
    simulate(scenario, {
      replications,
      signal: own.signal,
      onProgress(done, total, soFar) {
        if (!current()) return;
        write({ ...read(), done, total, ...(soFar ? { of: scenario, summary: soFar } : {}) });
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
            done: replications,
            total: replications,
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
    cancel() {
      if (!controller) return;
      controller.abort();
      controller = null;
      write({ ...read(), status: 'cancelled' });
    },
  };
}
