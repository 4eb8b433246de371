import { describe, expect, it } from 'vitest';
import { checkModel } from '../../src/simulation/check-model.ts';
import type { SimulationModel } from '../../src/simulation/model.ts';
import { simulateModel } from '../../src/simulation/simulate.ts';
import { singleQueue } from './models.ts';

const good = singleQueue({ contactsPerHour: 100, handleTime: 180, agents: 7, hours: 1 });

/** Paths of what is wrong after a change to a good model. */
function wrongAfter(change: (model: Record<string, unknown>) => void): string[] {
  const model: unknown = structuredClone(good);
  if (typeof model !== 'object' || model === null) throw new Error('no model');
  const changed: Record<string, unknown> = { ...model };
  change(changed);
  return checkModel(changed as unknown as SimulationModel).map((issue) => issue.path); // oxlint-disable-line typescript/no-unsafe-type-assertion -- a model written by hand may be anything
}

describe('checkModel', () => {
  it('finds nothing wrong with a good model', () => {
    expect(checkModel(good)).toEqual([]);
  });

  it('names what is missing or out of range', () => {
    expect(wrongAfter((m) => delete m['horizon'])).toEqual(['$.horizon']);
    expect(wrongAfter((m) => (m['classes'] = []))).toEqual(['$.classes']);
    expect(wrongAfter((m) => (m['horizon'] = { intervalSeconds: 0, intervals: 1 }))).toEqual([
      '$.horizon.intervalSeconds',
    ]);
    expect(
      wrongAfter((m) => (m['classes'] = [{ ...good.classes[0], handleTime: { kind: 'constant' } }])),
    ).toEqual(['$.classes[0].handleTime.value']);
    expect(
      wrongAfter((m) => (m['classes'] = [{ ...good.classes[0], handleTime: { kind: 'normal' } }])),
    ).toEqual(['$.classes[0].handleTime.kind']);
  });

  it('lets only answered contacts be passed on', () => {
    const passing = (on: string) =>
      wrongAfter((m) => {
        const delay = { kind: 'constant', value: 0 };
        m['classes'] = [
          { ...good.classes[0], followUps: [{ on, probability: 0.5, delay, to: 'calls', transfer: true }] },
        ];
      });
    expect(passing('answered')).toEqual([]);
    expect(passing('abandoned')).toEqual(['$.classes[0].followUps[0].transfer']);
  });

  it('finds a class that nobody can serve', () => {
    expect(wrongAfter((m) => (m['groups'] = []))).toEqual(['$.classes[0]']);
    // Nobody on duty is a plan like others.
    expect(
      wrongAfter((m) => (m['groups'] = [{ ...good.groups[0], staffing: { kind: 'counts', agents: [0] } }])),
    ).toEqual([]);
  });

  it('finds a day without length, an interval of none, and a tier of agents who do not serve', () => {
    const horizon = (rest: object) => wrongAfter((m) => (m['horizon'] = { ...good.horizon, ...rest }));
    expect(horizon({ intervals: 0 })).toEqual(['$.horizon.intervals']);
    expect(horizon({ intervals: 2, dayStarts: [0, 0] })).toContain('$.horizon.dayStarts[1]');
    expect(
      wrongAfter((m) => {
        m['classes'] = [
          { ...good.classes[0], tiers: [{ groups: ['team'] }, { groups: ['other'], after: 30 }] },
        ];
        m['groups'] = [...good.groups, { ...good.groups[0], id: 'other', serves: [] }];
      }),
    ).toEqual(['$.classes[0].tiers[1].groups[0]']);
  });

  it('finds stretches that overlap or are empty', () => {
    const shifts = (stretches: number[][]) =>
      wrongAfter(
        (m) => (m['groups'] = [{ ...good.groups[0], staffing: { kind: 'shifts', shifts: [{ stretches }] } }]),
      );
    expect(
      shifts([
        [0, 100],
        [50, 200],
      ]),
    ).toEqual(['$.groups[0].staffing.shifts[0].stretches[1]']);
    expect(shifts([[100, 100]])).toEqual(['$.groups[0].staffing.shifts[0].stretches[0]']);
    expect(
      shifts([
        [0, 100],
        [200, 300],
      ]),
    ).toEqual([]);
  });

  it('finds a billion contacts before anyone waits for them', () => {
    const arrivals = { kind: 'rates', contactsPerHour: [1e9] };
    expect(wrongAfter((m) => (m['classes'] = [{ ...good.classes[0], arrivals }]))).toEqual([
      '$.classes[0].arrivals.contactsPerHour',
    ]);
  });

  it('finds customers who come back at once for ever', () => {
    const again = { on: 'blocked', probability: 1, delay: { kind: 'constant', value: 0 } };
    expect(wrongAfter((m) => (m['classes'] = [{ ...good.classes[0], followUps: [again] }]))).toEqual([
      '$.classes[0].followUps[0]',
    ]);
    // From class to class to class, and home again; a way out of it is none.
    const round = (...ways: readonly (readonly [string, string, number])[]) =>
      wrongAfter((m) => {
        const [calls] = good.classes;
        m['classes'] = ways.map(([id, to, probability]) => ({
          ...calls,
          id,
          followUps: [{ ...again, on: 'abandoned', probability, to }],
        }));
        m['groups'] = [{ ...good.groups[0], serves: ways.map(([id]) => ({ class: id })) }];
      });
    expect(round(['a', 'b', 1], ['b', 'c', 1], ['c', 'a', 1])).toEqual(
      [0, 1, 2].map((i) => `$.classes[${i}].followUps[0]`),
    );
    expect(round(['a', 'b', 1], ['b', 'c', 1], ['c', 'c', 0.9])).toEqual([]);
    expect(round(['a', 'b', 1], ['b', 'c', 1], ['c', 'b', 1])).toEqual(
      [1, 2].map((i) => `$.classes[${i}].followUps[0]`),
    );
  });

  it('finds callbacks that nobody makes', () => {
    const back = {
      id: 'back',
      handleTime: { kind: 'constant', value: 1 },
      deferred: { open: [[0, 3600]], due: 60 },
    };
    const offering = (accept: number) =>
      wrongAfter(
        (m) =>
          (m['classes'] = [{ ...good.classes[0], callback: { headWaits: 0, accept, to: 'back' } }, back]),
      );
    expect(offering(0.5)).toEqual(['$.classes[1]']);
    expect(offering(0)).toEqual([]);
  });

  it('is asked before a simulation', () => {
    const bad = { ...good, groups: [] };
    expect(() => simulateModel(bad, { seed: 1, replications: 1 })).toThrow(/no group serves/);
  });
});

describe('simulateModel', () => {
  it('gives no NaN for an hour without contacts', () => {
    const empty = singleQueue({ contactsPerHour: 0, handleTime: 180, agents: 1, hours: 1 });
    const [calls] = simulateModel(empty, { seed: 1, replications: 5 }).classes;
    expect(calls?.offered).toEqual({ value: 0, low: 0, high: 0 });
    expect(calls?.serviceLevel).toBeNull();
    expect(calls?.meanWait).toBeNull();
  });

  it('survives an overload without abandonment', () => {
    const flooded = singleQueue({ contactsPerHour: 2000, handleTime: 180, agents: 1, hours: 1 });
    const [calls] = simulateModel(flooded, { seed: 1, replications: 2 }).classes;
    expect(calls?.stillWaiting.value).toBeGreaterThan(1900);
    expect(calls?.serviceLevel?.value).toBeLessThan(0.05);
  });
});
