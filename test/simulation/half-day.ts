/** Three hours of calls that rise and fall, then half an hour to serve what is left. */
import type { SimulationModel } from '../../src/simulation/model.ts';

export const rates = [200, 260, 300, 280, 240, 200];
export const agents = [11, 14, 16, 15, 13, 12];

export const halfDay = (dayFactorCv: number): SimulationModel => ({
  horizon: { intervalSeconds: 1800, intervals: 7 },
  classes: [
    {
      id: 'calls',
      arrivals: { kind: 'rates', contactsPerHour: [...rates, 0], dayFactorCv },
      handleTime: { kind: 'exponential', mean: 180 },
      patience: { distribution: { kind: 'exponential', mean: 120 } },
    },
  ],
  groups: [
    { id: 'team', serves: [{ class: 'calls' }], staffing: { kind: 'counts', agents: [...agents, 12] } },
  ],
});
