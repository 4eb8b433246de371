/** A scenario on the pool of simulation workers: compiled and checked here, run there. */
import { compileScenario } from '../scenario/compile.ts';
import { simulationIssues, summaryOfScenario } from '../scenario/simulate.ts';
import type { Simulator } from './simulation-job.ts';
import type { SimulationPool } from './simulation-pool.ts';

/** Estimates of a run under way are made this often, milliseconds: they cost the page a few each time. */
const REFRESH = 300;

/** @param clock milliseconds, only ever compared with itself */
export function poolSimulator(pool: SimulationPool, clock: () => number): Simulator {
  return async (scenario, { replications, signal, onProgress }) => {
    const model = compileScenario(scenario);
    const issues = simulationIssues(model);
    if (issues.length > 0) return { issues };
    let shownAt = clock();
    const summary = await pool.run(model, {
      seed: scenario.simulation.seed,
      replications,
      signal,
      onProgress({ done, total, partial }) {
        const due = done >= 2 && done < total && clock() - shownAt > REFRESH;
        onProgress(done, total, due ? summaryOfScenario(partial()) : null);
        if (due) shownAt = clock();
      },
    });
    return summaryOfScenario(summary);
  };
}
