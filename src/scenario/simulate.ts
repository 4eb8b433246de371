/** A scenario simulated: estimates per channel, agent group and interval. */
import type { Issue } from '../errors.ts';
import { checkModel } from '../simulation/check-model.ts';
import type { SimulationModel } from '../simulation/model.ts';
import { simulateModel } from '../simulation/simulate.ts';
import type { ClassSummary, ModelSummary } from '../simulation/summary.ts';
import type { Share } from '../units.ts';
import { compileScenario } from './compile.ts';
import type { Scenario } from './schema.ts';

/** The simulator's summary in the scenario's words; intervals are those of the axis. */
export type SimulationSummary = Omit<ModelSummary, 'classes'> & {
  readonly channels: readonly ChannelSummary[];
};

/** `id` is the channel's. Shares are ratios of totals over all replications. */
export type ChannelSummary = ClassSummary;

/**
 * Simulates a scenario on this thread. Same scenario, seed and replications: the same bytes.
 *
 * @throws {DomainError} if an option is out of range, or a replication would be larger than the
 * simulator takes on
 */
export function simulate(
  scenario: Scenario,
  options: { readonly seed: number; readonly replications: number; readonly level?: Share },
): SimulationSummary {
  return summaryOfScenario(simulateModel(compileScenario(scenario), options));
}

/**
 * Why a sound scenario cannot be simulated: a channel that nobody serves, more contacts or agents than one
 * replication takes on. Classes and groups of the model stand in the order of the scenario's channels and
 * groups, so a path into the model becomes the path of one of these.
 */
export function simulationIssues(model: SimulationModel): Issue[] {
  return checkModel(model).map((issue) => ({
    ...issue,
    path: issue.path
      .replace(/^\$\.classes(\[\d+\])?.*/, '$.channels$1')
      .replace(/^\$\.groups(\[\d+\])\.staffing.*/, '$.groups$1.staffing'),
  }));
}

/** A summary of a compiled scenario, for those who run the model themselves (the worker pool). */
export function summaryOfScenario({ classes, ...rest }: ModelSummary): SimulationSummary {
  return { ...rest, channels: classes };
}
