/** The controlled service level against an exact day, and what it gains. */
import { describe, expect, it } from 'vitest';
import { transientDay } from '../../src/queueing/transient-day.ts';
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
  it('is the same quantity as the plain one, with a narrower interval', () => {
    const intervals = rates.map((contactsPerHour, i) => ({ contactsPerHour, agents: agents[i] ?? 0 }));
    const { day } = transientDay({
      intervalLength: 1800,
      intervals: [...intervals, { contactsPerHour: 0, agents: 12 }],
      handleTime: 180,
      patience: 120,
      threshold: 20,
    });
    const exact = day.answeredWithinThreshold / day.offered;
    const [calls] = simulateModel(model(0), { seed: 4, replications: 400 }).classes;
    const controlled = calls?.controlledServiceLevel;
    const width = (estimate: { low: number; high: number } | null | undefined) =>
      (estimate?.high ?? NaN) - (estimate?.low ?? NaN);
    // 95 % intervals: two and four half-widths are four and eight standard errors.
    expect(Math.abs((controlled?.value ?? NaN) - exact)).toBeLessThan(width(controlled));
    expect(width(controlled) / width(calls?.serviceLevel)).toBeCloseTo((controlled?.gain ?? NaN) ** -0.5, 2);
    expect(controlled?.gain).toBeGreaterThan(1.3);
  });

  it('gains most where busy days differ', () => {
    const [calls] = simulateModel(model(0.1), { seed: 4, replications: 400 }).classes;
    expect(calls?.controlledServiceLevel?.gain).toBeGreaterThan(3);
  });

  it('says nothing where there is nothing to take out', () => {
    expect(
      simulateModel(model(0), { seed: 4, replications: 8 }).classes[0]?.controlledServiceLevel,
    ).toBeNull();
  });
});
