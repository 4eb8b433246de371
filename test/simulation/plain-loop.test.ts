/** The loops for plain models against the general one, to the last bit. */
import { array, assert, boolean, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileModel } from '../../src/simulation/compile.ts';
import { Engine } from '../../src/simulation/engine.ts';
import { EngineState } from '../../src/simulation/engine-state.ts';
import type { CustomerClass, SimulationModel } from '../../src/simulation/model.ts';
import { isPlain } from '../../src/simulation/plain-loop.ts';
import { isSingle } from '../../src/simulation/single-loop.ts';
import { singleQueue } from './models.ts';

const INTERVALS = 4;
const perInterval = (most: number) =>
  array(integer({ min: 0, max: most }), { minLength: INTERVALS, maxLength: INTERVALS });

const plainModel = record({
  classes: array(
    record({
      rates: perInterval(150),
      mean: integer({ min: 20, max: 400 }),
      family: constantFrom('exponential', 'lognormal'),
      patience: integer({ min: 5, max: 400 }),
      priority: integer({ min: 1, max: 2 }),
      tiers: constantFrom('all', 'each', 'backwards'),
      waiting: boolean(),
      closes: boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  groups: array(
    record({
      agents: perInterval(8),
      serves: integer({ min: 1, max: 15 }),
      takes: constantFrom('priority', 'oldest'),
      shifts: boolean(),
      speed: constantFrom(1, 1, 0.8),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  warmUp: constantFrom(0, 900),
  cv: constantFrom(0, 0.2),
}).map(({ classes, groups, warmUp, cv }): SimulationModel => {
  const serves = (g: number, c: number) => g === 0 || (((groups[g]?.serves ?? 0) >> c) & 1) === 1;
  const built = classes.map((c, i): CustomerClass => {
    const serving = groups.flatMap((_, g) => (serves(g, i) ? [`g${g}`] : []));
    return {
      id: `c${i}`,
      arrivals: { kind: 'rates', contactsPerHour: c.rates, dayFactorCv: cv },
      handleTime:
        c.family === 'exponential'
          ? { kind: 'exponential', mean: c.mean }
          : { kind: 'lognormal', mean: c.mean, cv: 1 },
      patience: { distribution: { kind: 'exponential', mean: c.patience }, leavesAtOnce: 0.05 },
      priority: c.priority,
      afterContact: 5,
      ...(c.tiers === 'each' ? { tiers: serving.map((group) => ({ groups: [group] })) } : {}),
      ...(c.tiers === 'backwards' ? { tiers: [{ groups: serving.toReversed() }] } : {}),
      ...(c.waiting ? { waitingAtStart: [10, 200] } : {}),
      ...(c.closes ? { open: [[200, 1400], [1500, 3300]] } : {}), // prettier-ignore
      targets: { firstResponse: { percentile: { share: 0.8, within: 30 } } },
    };
  });
  return {
    horizon: { intervalSeconds: 900, intervals: INTERVALS, warmUp },
    classes: built,
    groups: groups.map(({ agents, takes, shifts, speed }, g) => ({
      id: `g${g}`,
      takes,
      serves: built.flatMap((c, i) => (serves(g, i) ? [{ class: c.id, speed }] : [])),
      staffing: shifts
        ? {
            kind: 'shifts',
            shifts: [
              { stretches: [[0, 1000], [1300, 3000]], agents: 3, lastContact: 100, absence: 0.2 }, // prettier-ignore
              { stretches: [[500, 3600]], agents: 2, speed: 1.2 },
            ],
          }
        : { kind: 'counts', agents },
    })),
  };
});

describe('the loop for plain models', () => {
  it('gives the bytes of the general loop', { tags: 'slow' }, () => {
    assert(
      property(plainModel, integer({ min: 0, max: 1000 }), (model, seed) => {
        const compiled = compileModel(model);
        expect(isPlain(new EngineState(compiled))).toBe(true);
        const plain = new Engine(compiled, null, 'plain');
        const general = new Engine(compiled, null, 'general');
        for (const replication of [0, 3])
          expect(plain.run(seed, replication)).toEqual(general.run(seed, replication));
      }),
      { numRuns: 25, seed: 11 },
    );
  });
});

const singleModel = record({
  rates: perInterval(400),
  family: constantFrom('exponential', 'lognormal', 'constant'),
  mean: integer({ min: 20, max: 400 }),
  patience: integer({ min: 5, max: 400 }),
  agents: perInterval(20),
  shifts: boolean(),
  waiting: boolean(),
  closes: boolean(),
  abandonAtEnd: boolean(),
  batches: constantFrom(false, false, true),
  warmUp: constantFrom(0, 900),
}).map((drawn): SimulationModel => {
  const { family, mean } = drawn;
  return {
    horizon: {
      intervalSeconds: 900,
      intervals: INTERVALS,
      warmUp: drawn.warmUp,
      atEnd: drawn.abandonAtEnd ? 'abandon' : 'stillWaiting',
    },
    classes: [
      {
        id: 'calls',
        arrivals: {
          kind: 'rates',
          contactsPerHour: drawn.rates,
          intervalFactorCv: 0.1,
          ...(drawn.batches ? { batch: { kind: 'constant', size: 3 } } : {}),
        },
        handleTime:
          family === 'constant'
            ? { kind: family, value: mean }
            : family === 'lognormal'
              ? { kind: family, mean, cv: 1 }
              : { kind: family, mean },
        patience: { distribution: { kind: 'exponential', mean: drawn.patience }, leavesAtOnce: 0.05 },
        afterContact: 5,
        ...(drawn.waiting ? { waitingAtStart: [10, 200, 3000] } : {}),
        ...(drawn.closes ? { open: [[200, 1400], [1500, 3300]] } : {}), // prettier-ignore
        targets: { firstResponse: { percentile: { share: 0.8, within: 30 } } },
      },
    ],
    groups: [
      {
        id: 'team',
        serves: [{ class: 'calls', speed: 0.9 }],
        staffing: drawn.shifts
          ? {
              kind: 'shifts',
              shifts: [
                { stretches: [[0, 1000], [1300, 3000]], agents: 5, lastContact: 400, absence: 0.2 }, // prettier-ignore
                { stretches: [[1000, 1200], [1210, 3600]], agents: 9, speed: 1.2 }, // prettier-ignore
              ],
            }
          : { kind: 'counts', agents: drawn.agents },
      },
    ],
  };
});

describe('the loop for one class and one group', () => {
  it('gives the bytes of the general loop', { tags: 'slow' }, () => {
    assert(
      property(singleModel, integer({ min: 0, max: 1000 }), (model, seed) => {
        const compiled = compileModel(model);
        expect(isSingle(new EngineState(compiled))).toBe(true);
        const single = new Engine(compiled);
        const general = new Engine(compiled, null, 'general');
        for (const replication of [0, 3])
          expect(single.run(seed, replication)).toEqual(general.run(seed, replication));
      }),
      { numRuns: 60, seed: 12 },
    );
  });

  it('gives them where three agents are done at the same moment', () => {
    // All three from 0 to 60, then again from 70, 80 and 90: the one who leaves at 135 stays on until 140 or 150.
    const shift = (end: number) => ({ stretches: [[0, end]] as const });
    const compiled = compileModel({
      horizon: { intervalSeconds: 1000, intervals: 1 },
      classes: [
        {
          id: 'a',
          arrivals: { kind: 'instants', at: [0, 0, 0, 70, 80, 90] },
          handleTime: { kind: 'constant', value: 60 },
        },
      ],
      groups: [
        {
          id: 'team',
          serves: [{ class: 'a' }],
          staffing: { kind: 'shifts', shifts: [shift(1000), shift(135), shift(1000)] },
        },
      ],
    });
    expect(isSingle(new EngineState(compiled))).toBe(true);
    expect(new Engine(compiled).run(1, 0)).toEqual(new Engine(compiled, null, 'general').run(1, 0));
  });

  it.each([
    { agents: 55, patience: undefined },
    { agents: 50, patience: 180 },
  ])('gives them over a long run of $agents agents', { tags: 'slow' }, ({ agents, patience }) => {
    const compiled = compileModel(
      singleQueue({
        contactsPerHour: 600,
        handleTime: 300,
        agents,
        hours: 30,
        ...(patience === undefined ? {} : { patience }),
      }),
    );
    const general = new Engine(compiled, null, 'general').run(5, 2);
    expect(new Engine(compiled).run(5, 2)).toEqual(general);
  });
});
