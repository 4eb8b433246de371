/** Which agent, who is still on the floor, and what a service level is a ratio of. By hand. */
import { describe, expect, it } from 'vitest';
import type {
  AgentGroup,
  AgentSelection,
  CustomerClass,
  SimulationModel,
} from '../../src/simulation/model.ts';
import { simulateModel } from '../../src/simulation/simulate.ts';
import { singleQueue } from './models.ts';

const lasting = (value: number) => ({ kind: 'constant', value }) as const;

/** Busy seconds of each group over one interval of 1000 s. */
function busySeconds(classes: CustomerClass[], groups: AgentGroup[]): number[] {
  const summary = simulateModel(
    { horizon: { intervalSeconds: 1000, intervals: 1 }, classes, groups },
    { seed: 1, replications: 1 },
  );
  return summary.groups.map((group) => group.busy.value * 1000);
}

describe('which agent', () => {
  const team = (id: string, serves: string[], agents: number): AgentGroup => ({
    id,
    serves: serves.map((c) => ({ class: c })),
    staffing: { kind: 'counts', agents: [agents] },
  });
  const calls = (select: AgentSelection): CustomerClass => ({
    id: 'a',
    arrivals: { kind: 'instants', at: [100] },
    handleTime: lasting(60),
    tiers: [{ groups: ['x', 'y'], select }],
  });
  // Group x works on b from 0 to 30, so that y has been idle longer when a comes at 100.
  const before: CustomerClass = {
    id: 'b',
    arrivals: { kind: 'instants', at: [0] },
    handleTime: lasting(30),
    tiers: [{ groups: ['x'] }],
  };

  it('takes the longest idle of a tier', () => {
    const groups = [team('x', ['a', 'b'], 1), team('y', ['a'], 1)];
    expect(busySeconds([calls('longestIdle'), before], groups)).toEqual([30, 60]);
  });

  it('takes the group with most free agents when the least loaded is wanted', () => {
    const groups = [team('x', ['a', 'b'], 3), team('y', ['a'], 1)];
    expect(busySeconds([calls('leastLoaded'), before], groups)).toEqual([90, 0]);
  });

  it('takes the group that serves fewest classes when the most specialised is wanted', () => {
    const groups = [team('x', ['a', 'b'], 3), team('y', ['a'], 1)];
    expect(busySeconds([calls('mostSpecialised'), before], groups)).toEqual([30, 60]);
  });

  it('spreads at random over the free agents', { tags: 'slow' }, () => {
    const groups = [team('x', ['a', 'b'], 1), team('y', ['a'], 3)];
    const summary = simulateModel(
      { horizon: { intervalSeconds: 1000, intervals: 1 }, classes: [calls('random'), before], groups },
      { seed: 1, replications: 400 },
    );
    // One of four free agents: 30 + 60 / 4 seconds of work for x, standard error 1.3.
    expect(Math.abs((summary.groups[0]?.busy.value ?? 0) * 1000 - 45)).toBeLessThan(5);
  });
});

describe('who is on the floor', () => {
  // The only agent leaves at 1000; a call at 1100 finds nobody, though he was free at 1000.
  it('leaves at the end of his stretch', () => {
    const [calls] = simulateModel(
      {
        horizon: { intervalSeconds: 1000, intervals: 2 },
        classes: [{ id: 'a', arrivals: { kind: 'instants', at: [10, 1100] }, handleTime: lasting(60) }],
        groups: [{ id: 'x', serves: [{ class: 'a' }], staffing: { kind: 'counts', agents: [1, 0] } }],
      },
      { seed: 1, replications: 1 },
    ).classes;
    expect(calls?.answered.value).toBe(1);
    expect(calls?.stillWaiting.value).toBe(1);
  });

  it('takes no contact in his last minutes, or during his break', () => {
    const [calls] = simulateModel(
      {
        horizon: { intervalSeconds: 1000, intervals: 1 },
        classes: [{ id: 'a', arrivals: { kind: 'instants', at: [10, 150, 390] }, handleTime: lasting(5) }],
        groups: [
          {
            id: 'x',
            serves: [{ class: 'a' }],
            staffing: {
              kind: 'shifts',
              shifts: [
                {
                  stretches: [
                    [0, 100],
                    [200, 400],
                  ],
                  lastContact: 20,
                },
              ],
            },
          },
        ],
      },
      { seed: 1, replications: 1 },
    ).classes;
    // At 10 at once; the one of 150 waits for the end of the break at 200; the one of 390 for ever.
    expect(calls?.answered.value).toBe(2);
    expect(calls?.meanWaitAnswered?.value).toBeCloseTo(25, 12);
    expect(calls?.stillWaiting.value).toBe(1);
  });
});

describe('a service level', () => {
  it('is a ratio of totals, not a mean of percentages', () => {
    const model: SimulationModel = {
      ...singleQueue({
        contactsPerHour: 20,
        handleTime: 180,
        agents: 1,
        hours: 1,
        class: { arrivals: { kind: 'rates', contactsPerHour: [20], dayFactorCv: 0.6 } },
      }),
      // Nobody is left over, so that every contact is judged.
      horizon: { intervalSeconds: 3600, intervals: 1, atEnd: 'abandon' },
    };
    const [calls] = simulateModel(model, { seed: 2, replications: 50 }).classes;
    expect(calls?.serviceLevel?.value).toBeCloseTo(
      (calls?.answeredWithin.value ?? 0) / (calls?.offered.value ?? 0),
      12,
    );
  });
});
