/** How often the controlled service level's interval covers the truth. */
import { describe, expect, it } from 'vitest';
import type { SimulationModel } from '../../src/simulation/model.ts';
import { simulateModel } from '../../src/simulation/simulate.ts';

const rates = [200, 260, 300, 280, 240, 200];
const agents = [11, 14, 16, 15, 13, 12];
const model = (dayFactorCv: number): SimulationModel => ({
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

describe('the controlled service level', () => {
  it('covers the truth as often as it says', () => {
    // The truth is that of many replications; 60 runs of 40 are within their 95 % interval 50 times at least (57 expected).
    const truth = simulateModel(model(0.1), { seed: 99, replications: 4000 }).classes[0]
      ?.controlledServiceLevel;
    let covered = 0;
    for (let seed = 0; seed < 60; seed++) {
      const own = simulateModel(model(0.1), { seed, replications: 40 }).classes[0]?.controlledServiceLevel;
      if (own && truth && own.low <= truth.value && truth.value <= own.high) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(50);
  });
});
