/** Small models that several tests start from. */
import type { CustomerClass, SimulationModel } from '../../src/simulation/model.ts';

/** One class, one group, constant rate: M/M/s with whatever the class overrides. */
export function singleQueue(options: {
  readonly contactsPerHour: number;
  readonly handleTime: number;
  readonly agents: number;
  readonly patience?: number;
  readonly hours: number;
  readonly warmUp?: number;
  readonly class?: Partial<CustomerClass>;
}): SimulationModel {
  const { contactsPerHour, handleTime, agents, patience, hours, warmUp = 0 } = options;
  return {
    horizon: { intervalSeconds: hours * 3600, intervals: 1, warmUp },
    classes: [
      {
        id: 'calls',
        arrivals: { kind: 'rates', contactsPerHour: [contactsPerHour] },
        handleTime: { kind: 'exponential', mean: handleTime },
        ...(patience === undefined
          ? {}
          : { patience: { distribution: { kind: 'exponential', mean: patience } } }),
        ...options.class,
      },
    ],
    groups: [{ id: 'team', serves: [{ class: 'calls' }], staffing: { kind: 'counts', agents: [agents] } }],
  };
}
