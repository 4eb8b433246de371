import { describe, expect, it } from 'vitest';
import { placesOf } from '../../src/simulation/agent-slots.ts';
import { compileModel } from '../../src/simulation/compile.ts';
import type { Shift, SimulationModel } from '../../src/simulation/model.ts';
import { simulateModel } from '../../src/simulation/simulate.ts';

const hour = 3600;
const shift = (day: number, from: number, to: number, rest: Partial<Shift> = {}): Shift => ({
  stretches: [[(24 * day + from) * hour, (24 * day + to) * hour]],
  ...rest,
});

describe('the places of agents', () => {
  it('are taken again after a rest of eight hours, by people of the same speed', () => {
    expect(placesOf([shift(0, 9, 17), shift(0, 13, 21), shift(1, 1, 9), shift(1, 4, 12)])).toEqual({
      // the first has rested at 1, the second not before 5
      places: [[0], [1], [0], [2]],
      count: 3,
    });
    expect(placesOf([shift(0, 9, 17), shift(1, 9, 17, { speed: 1.1 }), shift(2, 9, 17)])).toEqual({
      places: [[0], [1], [0]],
      count: 2,
    });
  });

  it('are filled by the longest rested, some from one shift and some from another', () => {
    const shifts = [shift(0, 8, 14, { agents: 2 }), shift(0, 9, 12), shift(1, 8, 16, { agents: 4 })];
    expect(placesOf(shifts)).toEqual({ places: [[0, 1], [2], [2, 0, 1, 3]], count: 4 });
  });

  it('make nobody absent whose predecessor was', () => {
    const days = 40;
    const model: SimulationModel = {
      horizon: { intervalSeconds: 24 * hour, intervals: days },
      classes: [{ id: 'a', handleTime: { kind: 'constant', value: 60 } }],
      groups: [
        {
          id: 'team',
          serves: [{ class: 'a' }],
          staffing: {
            kind: 'shifts',
            shifts: Array.from({ length: days }, (_, day) => shift(day, 9, 17, { agents: 20, absence: 0.3 })),
          },
        },
      ],
    };
    expect(compileModel(model).agents.count).toBe(20);
    const [team] = simulateModel(model, { seed: 3, replications: 1 }).groups;
    const came = (team?.intervals ?? []).map(({ staffed }) => Math.round(staffed.value * 3 * 1e6) / 1e6);
    expect(came.every((people) => Number.isInteger(people) && people <= 20)).toBe(true);
    // days of binomials of 20 at 0.7, whose deviation is 2.05; were the draws shared it would be 0
    const mean = came.reduce((a, b) => a + b, 0) / days;
    expect(Math.abs(mean - 14)).toBeLessThan((4 * 2.05) / Math.sqrt(days));
    const variance = came.reduce((sum, people) => sum + (people - mean) ** 2, 0) / (days - 1);
    expect(Math.abs(variance / 4.2 - 1)).toBeLessThan(4 * Math.sqrt(2 / days));
  });
});
