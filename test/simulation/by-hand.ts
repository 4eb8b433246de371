/** Deterministic arrivals and handle times, for days whose every count is worked out on paper. */
import type { AgentGroup, CustomerClass, SimulationModel } from '../../src/simulation/model.ts';
import { simulateModel } from '../../src/simulation/simulate.ts';
import type { ModelSummary } from '../../src/simulation/summary.ts';

export const at = (...instants: number[]) => ({ kind: 'instants', at: instants }) as const;
export const lasting = (value: number) => ({ kind: 'constant', value }) as const;

export function run(
  classes: CustomerClass[],
  groups: AgentGroup[],
  intervals = 1,
  intervalSeconds = 1000,
): ModelSummary {
  const model: SimulationModel = { horizon: { intervalSeconds, intervals }, classes, groups };
  return simulateModel(model, { seed: 1, replications: 1 });
}

export const team = (agents: number[], rest: Partial<AgentGroup> = {}): AgentGroup => ({
  id: 'team',
  serves: [{ class: 'a' }],
  staffing: { kind: 'counts', agents },
  ...rest,
});
