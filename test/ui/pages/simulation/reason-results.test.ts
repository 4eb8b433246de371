/** Whose time a reason takes, and whether it keeps the promise. */
import { describe, expect, it } from 'vitest';
import type { TargetResult } from '../../../../src/scenario/analysis.ts';
import type { SimulationModel } from '../../../../src/simulation/model.ts';
import { simulateModel } from '../../../../src/simulation/simulate.ts';
import {
  heaviest,
  missedTargets,
  reasonResults,
} from '../../../../src/ui/pages/simulation/reason-results.ts';

// One agent: an order at 0 (20 s), a complaint at 10 (50 s), an order at 20, which waits 50 s.
const model: SimulationModel = {
  horizon: { intervalSeconds: 1000, intervals: 1 },
  classes: [
    {
      id: 'a',
      arrivals: { kind: 'instants', at: [0, 10, 20], reasons: ['order', 'complaint', 'order'] },
      handleTime: { kind: 'constant', value: 30 },
      reasons: [
        { id: 'order', share: 0.5, handleTime: { kind: 'constant', value: 20 } },
        { id: 'complaint', share: 0.5, handleTime: { kind: 'constant', value: 50 } },
      ],
    },
  ],
  groups: [{ id: 'team', serves: [{ class: 'a' }], staffing: { kind: 'counts', agents: [1] } }],
};
const reasons = simulateModel(model, { seed: 1, replications: 1 }).classes[0]?.reasons ?? [];
const target = (kind: TargetResult['kind'], goal: number): TargetResult => ({
  kind,
  goal,
  value: null,
  low: null,
  high: null,
  chance: 0,
});

describe('reasons as simulated', () => {
  it('have shares of the contacts and of the hours', () => {
    const results = reasonResults(reasons);
    expect(results[0]?.ofHours).toBeCloseTo(4 / 9, 12);
    expect(results[1]?.ofHours).toBeCloseTo(5 / 9, 12);
    expect(results.map(({ ofContacts }) => ofContacts)).toEqual([2 / 3, 1 / 3]);
    expect(heaviest(results)?.reason.id).toBe('complaint');
  });

  it('have nothing of either where nobody came', () => {
    const arrivals = { kind: 'instants', at: [] } as const;
    const nobody = { ...model, classes: model.classes.map((c) => ({ ...c, arrivals })) };
    const none = reasonResults(simulateModel(nobody, { seed: 1, replications: 1 }).classes[0]?.reasons ?? []);
    expect(none.map(({ ofHours }) => ofHours)).toEqual([null, null]);
    expect(heaviest(none)).toBeUndefined();
  });

  it('miss a target by what they come to themselves', () => {
    const missed = missedTargets(reasons, {
      model: 'erlangA',
      targets: [target('serviceLevel', 0.6), target('meanWaitAnswered', 12), target('occupancy', 0.01)],
    });
    // Orders: half of them in time, 25 s on average; complaints: all in time, 10 s.
    expect(missed.map(({ reason, target: { kind, value } }) => [reason.id, kind, value])).toEqual([
      ['order', 'serviceLevel', 0.5],
      ['order', 'meanWaitAnswered', 25],
    ]);
  });
});
