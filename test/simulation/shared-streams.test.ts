/** Classes with agents of their own have nothing to do with each other: whatever happens to the list, their truth is the same. */
import { describe, expect, it } from 'vitest';
import { replicationState } from '../../src/random/streams.ts';
import { drawAbsences } from '../../src/simulation/absences.ts';
import { checkModel } from '../../src/simulation/check-model.ts';
import { comparePlans } from '../../src/simulation/compare.ts';
import { compileModel } from '../../src/simulation/compile.ts';
import { flippedCustomers } from '../../src/simulation/flips.ts';
import {
  type CustomerClass,
  MOST_STREAMS,
  type Shift,
  type SimulationModel,
} from '../../src/simulation/model.ts';
import { withSharedStreams } from '../../src/simulation/shared-streams.ts';
import { recordDay, simulateModel } from '../../src/simulation/simulate.ts';

const exponential = (mean: number) => ({ kind: 'exponential', mean }) as const;

/** Whatever draws: factors, batches, work, patience, a bot, redials; conversations by `more`. */
const classOf = (id: string, more: Partial<CustomerClass> = {}): CustomerClass => ({
  id,
  arrivals: {
    kind: 'rates',
    contactsPerHour: [60, 90],
    dayFactorCv: 0.2,
    intervalFactorCv: 0.1,
    batch: { kind: 'geometric', mean: 1.3 },
  },
  handleTime: { kind: 'gamma', mean: 240, cv: 0.8 },
  patience: { distribution: exponential(120), leavesAtOnce: 0.1 },
  followUps: [{ on: 'abandoned', probability: 0.5, delay: exponential(300) }],
  bot: {
    reach: 0.4,
    containment: 0.5,
    resolution: 0.5,
    recontact: 0.6,
    recontactDelay: exponential(600),
  },
  waitingAtStart: [30, 10],
  targets: { serviceLevel: 0.8 },
  ...more,
});

const dayOf = (...classes: readonly CustomerClass[]): SimulationModel => ({
  horizon: { intervalSeconds: 3600, intervals: 2 },
  factorCorrelation: 0.5,
  classes,
  groups: classes.map(({ id }) => ({
    id,
    serves: [{ class: id }],
    staffing: { kind: 'shifts', shifts: SHIFTS },
  })),
});

/** Five people all along and three from the second hour on; each may be absent. */
const SHIFTS = [
  { stretches: [[0, 7200]], agents: 5, absence: 0.2 },
  { stretches: [[3600, 7200]], agents: 3, absence: 0.3 },
] as const;

const [a, b, c] = [
  classOf('a'),
  classOf('b'),
  classOf('c', { conversation: { limit: 3, speed: { kind: 'turns', agentTurn: 30, customerTurn: 60 } } }),
];
const lists: readonly (readonly [string, SimulationModel, SimulationModel, number])[] = [
  ['permuted', dayOf(a, b, c), dayOf(c, a, b), 3],
  ['inserted', dayOf(a, b), dayOf(c, a, b), 2],
  ['removed', dayOf(a, b, c), dayOf(b, c), 2],
  ['one for another', dayOf(a, b), dayOf(c, b), 1],
];

describe('withSharedStreams', () => {
  it.each(lists)(
    'changes nothing for classes whose list is %s',
    { tags: 'slow' },
    (_, first, second, common) => {
      const { differences } = comparePlans(first, second, { seed: 7, replications: 12 });
      expect(differences).toHaveLength(common);
      const none = { value: 0, low: 0, high: 0 };
      for (const { id, ...measures } of differences)
        for (const [measure, difference] of Object.entries(measures))
          if (difference !== null) expect(difference, `${measure} of ${id}`).toEqual(none);
      for (let replication = 0; replication < 3; replication++) {
        const [one, other] = withSharedStreams(first, second).map((model) =>
          recordDay(model, 7, replication),
        );
        if (!one || !other) throw new Error('two records');
        const flips = flippedCustomers(one, other);
        expect(flips).toHaveLength(common);
        for (const { customers, saved, lost, sooner, later } of flips) {
          expect(customers).toBeGreaterThan(50);
          expect([saved, lost, sooner, later]).toEqual([0, 0, 0, 0]);
        }
      }
    },
  );

  it(
    'leaves the first plan as it is alone, and the second where the lists are the same',
    { tags: 'slow' },
    () => {
      const options = { seed: 7, replications: 8 };
      expect(comparePlans(dayOf(a, b), dayOf(c, a), options).first).toEqual(
        simulateModel(dayOf(a, b), options),
      );
      expect(comparePlans(dayOf(a, b), dayOf(a, b, c), options).second).toEqual(
        simulateModel(dayOf(a, b, c), options),
      );
    },
  );

  it('gives what only the second has a free number', () => {
    const [first, second] = withSharedStreams(dayOf({ ...a, stream: 5 }, b), dayOf(c, b, a));
    expect(first.classes.map(({ stream }) => stream)).toEqual([5, undefined]);
    expect(second.classes.map(({ stream }) => stream)).toEqual([0, 1, 5]);
    expect(checkModel(second)).toEqual([]);
    // The first may use the last number there is.
    const [, last] = withSharedStreams(dayOf({ ...a, stream: MOST_STREAMS - 1 }, b), dayOf(c, b, a));
    expect(checkModel(last)).toEqual([]);
  });

  it('sends the same people home when others join them', { tags: 'slow' }, () => {
    const staffed = (...shifts: readonly Shift[]): SimulationModel => {
      const [team] = dayOf(a).groups;
      return { ...dayOf(a), groups: team ? [{ ...team, staffing: { kind: 'shifts', shifts } }] : [] };
    };
    const absent = (model: SimulationModel, replication: number) => {
      const { doubtful } = compileModel(model).agents;
      const flags = new Uint8Array(doubtful.absence.length);
      drawAbsences(doubtful, replicationState(7, replication), flags);
      return [...flags];
    };
    const [long, short] = SHIFTS;
    let gone = 0;
    for (let r = 0; r < 50; r++) {
      const before = absent(staffed(long, short), r);
      const after = absent(staffed({ ...long, agents: 7 }, short, long), r);
      expect([...after.slice(0, 5), ...after.slice(7, 10)]).toEqual(before);
      gone += before.reduce((sum, flag) => sum + flag, 0);
    }
    // 50 days of 5 × 0.2 + 3 × 0.3 = 95 expected, standard error 8.5.
    expect(Math.abs(gone - 95)).toBeLessThan(30);
  });

  it('takes no number twice', () => {
    const [team] = dayOf(a).groups;
    const twins = team ? [team, { ...team, id: 'twin', stream: 0 }] : [];
    expect(checkModel({ ...dayOf(a), groups: twins })).toMatchObject([
      { path: '$.groups[1].stream', code: 'duplicate' },
    ]);
    expect(checkModel(dayOf({ ...a, stream: 1 }, b))).toMatchObject([
      { path: '$.classes[1].stream', code: 'duplicate' },
    ]);
    expect(checkModel(dayOf({ ...a, stream: 0.5 }, b))[0]?.path).toBe('$.classes[0].stream');
  });

  it('has different customers beyond the first 4096 numbers', { tags: 'slow' }, () => {
    const numbered = (stream: number) =>
      simulateModel(dayOf({ ...a, stream }), { seed: 7, replications: 2 }).classes[0]?.offered.value;
    expect(numbered(4096)).not.toBe(numbered(0));
  });
});
