/** Reasons of contact, counted on paper. */
import { describe, expect, it } from 'vitest';
import { checkModel } from '../../src/simulation/check-model.ts';
import type { AgentGroup, ContactReason, CustomerClass } from '../../src/simulation/model.ts';
import { lasting, run, team } from './by-hand.ts';

/** Orders take 20 s, complaints 50 s. */
const ORDERS: ContactReason = { id: 'order', share: 0.5, handleTime: lasting(20) };
const COMPLAINTS: ContactReason = { id: 'complaint', share: 0.5, handleTime: lasting(50) };
const calls = (...came: [at: number, reason: string][]): CustomerClass => ({
  id: 'a',
  arrivals: { kind: 'instants', at: came.map(([at]) => at), reasons: came.map(([, reason]) => reason) },
  handleTime: lasting(35),
  reasons: [ORDERS, COMPLAINTS],
});

describe('two reasons on paper', () => {
  // One agent:   0        20              70        90              140
  //              | order  | complaint     | order   | complaint     |
  //   came       0        10              20        30
  //   waited     0        10              50        60       in time: within 20 s
  it('counts what becomes of each, and whose time it takes', () => {
    const summary = run(
      [calls([0, 'order'], [10, 'complaint'], [20, 'order'], [30, 'complaint'])],
      [team([1])],
    );
    const [a] = summary.classes;
    const [orders, complaints, ...others] = a?.reasons ?? [];
    expect(others).toEqual([]);
    expect(orders).toMatchObject({
      id: 'order',
      arrivals: { value: 2 },
      offered: { value: 2 },
      answered: { value: 2 },
      answeredWithin: { value: 1 },
      serviceLevel: { value: 0.5 },
      meanWait: { value: 25 },
    });
    expect(complaints).toMatchObject({ answeredWithin: { value: 1 }, meanWait: { value: 35 } });
    const work = [orders, complaints].map((reason) => reason?.groups[0]);
    expect(work.map((one) => one?.handleTime?.value)).toEqual([20, 50]);
    expect(work.map((one) => (one?.workHours.value ?? NaN) * 3600)).toEqual([40, 100]);
    expect(work.map((one) => one?.taken.value)).toEqual([2, 2]);
    expect(work.map((one) => one?.meanWaitAnswered?.value)).toEqual([25, 35]);
    // The class is the sum of both, and the agent's time that of their work.
    expect(a).toMatchObject({
      answered: { value: 4 },
      answeredWithin: { value: 2 },
      meanWait: { value: 30 },
    });
    expect(summary.groups[0]?.busy.value).toBeCloseTo(0.14, 12);
  });

  // The expert (twice as fast) takes the first, the team the second: 30 s is its own time for complaints.
  it('takes each group’s own handle time of a reason, at its own pace', () => {
    const groups: AgentGroup[] = [
      {
        id: 'experts',
        serves: [{ class: 'a', speed: 2 }],
        staffing: { kind: 'counts', agents: [1] },
      },
      team([1], {
        serves: [
          { class: 'a', handleTime: lasting(7), reasons: [{ reason: 'complaint', handleTime: lasting(30) }] },
        ],
      }),
    ];
    const { classes } = run([calls([0, 'complaint'], [1, 'complaint'], [100, 'order'])], groups);
    const seconds = (classes[0]?.reasons ?? []).map((reason) =>
      reason.groups.map(({ id, handleTime }) => [id, handleTime?.value]),
    );
    // Of both groups: 25 and 30 s of two complaints.
    expect(classes[0]?.reasons?.map(({ work }) => work.handleTime?.value)).toEqual([10, 27.5]);
    expect(seconds).toEqual([
      // Experts have been idle since 25, the team since 31; a reason's own seconds go before a group's for all.
      [
        ['experts', 10],
        ['team', undefined],
      ],
      [
        ['experts', 25],
        ['team', 30],
      ],
    ]);
  });

  // A complaint (50 s) comes at 10; who began it is gone at 30, and the other, twice as fast, takes 15 s for the rest.
  it.each<[string, Partial<CustomerClass>, AgentGroup['staffing']]>([
    ['put back by a shift end', {}, { kind: 'counts', agents: [1, 0, 0, 0], shiftEnd: 'preemptive' }],
    [
      'left to the next shift',
      { deferred: { open: [[0, 120]], due: 100 } },
      { kind: 'shifts', shifts: [{ stretches: [[0, 30]] }] },
    ],
  ])('gives each group what it did of a contact %s', (_, rules, staffing) => {
    const groups: AgentGroup[] = [
      team([], { staffing }),
      {
        id: 'late',
        serves: [{ class: 'a', speed: 2 }],
        staffing: { kind: 'counts', agents: [0, 1, 1, 1] },
      },
    ];
    const { classes } = run([{ ...calls([10, 'complaint']), ...rules }], groups, 4, 30);
    const [first, next] = classes[0]?.reasons?.[1]?.groups ?? [];
    expect(first).toMatchObject({ taken: { value: 1 }, answered: { value: 0 } });
    expect(next).toMatchObject({ taken: { value: 0 }, answered: { value: 1 } });
    expect((first?.workHours.value ?? NaN) * 3600).toBeCloseTo(20, 9);
    expect((next?.workHours.value ?? NaN) * 3600).toBeCloseTo(15, 9);
    expect(classes[0]?.reasons?.[1]).toMatchObject({ answered: { value: 1 }, work: { taken: { value: 1 } } });
  });

  // Orders all stay with the bot and are solved; complaints are handed over and take twice as long.
  it('lets a bot keep one reason and hand over the other', () => {
    const bot = { reach: 1, containment: 0.5, resolution: 1, recontact: 0, recontactDelay: lasting(1) };
    const { classes, groups } = run(
      [
        {
          ...calls([0, 'order'], [10, 'complaint'], [20, 'order']),
          bot,
          reasons: [
            { ...ORDERS, bot: { containment: 1 } },
            { ...COMPLAINTS, bot: { containment: 0, handoverHandleTimeFactor: 2 } },
          ],
        },
      ],
      [team([1])],
    );
    const [orders, complaints] = classes[0]?.reasons ?? [];
    expect(orders?.bot).toMatchObject({ reached: { value: 2 }, resolved: { value: 2 } });
    expect(orders?.offered.value).toBe(0);
    expect(complaints?.bot).toMatchObject({ reached: { value: 1 }, escalated: { value: 1 } });
    expect(classes[0]?.bot).toMatchObject({ reached: { value: 3 }, contained: { value: 2 } });
    expect(groups[0]?.busy.value).toBeCloseTo(0.1, 12);
  });

  // Only complaints come back, 100 s after they were answered, and then once more: two each, at most two times.
  it('lets one reason come back and the other not', () => {
    const { classes } = run(
      [
        {
          ...calls([0, 'order'], [30, 'complaint']),
          reasons: [
            ORDERS,
            {
              ...COMPLAINTS,
              followUps: [{ on: 'answered', probability: 1, delay: lasting(100), most: 2 }],
            },
          ],
        },
      ],
      [team([1])],
    );
    expect(classes[0]?.reasons?.map(({ answered }) => answered.value)).toEqual([1, 3]);
  });

  it('keeps the reason in a class that has it, and counts others last where it has not', () => {
    const passing: CustomerClass = {
      ...calls([0, 'order'], [100, 'complaint']),
      followUps: [{ on: 'answered', probability: 1, delay: lasting(0), to: 'b', transfer: true }],
    };
    const second: CustomerClass = {
      id: 'b',
      handleTime: lasting(5),
      reasons: [
        { id: 'refund', share: 0.5 },
        { id: 'complaint', share: 0.5, handleTime: lasting(9) },
      ],
    };
    const { classes } = run([passing, second], [team([1], { serves: [{ class: 'a' }, { class: 'b' }] })]);
    expect(
      classes[1]?.reasons?.map(({ id, answered, groups }) => [
        id,
        answered.value,
        groups[0]?.handleTime?.value,
      ]),
    ).toEqual([
      ['refund', 0, undefined],
      ['complaint', 1, 9],
      [null, 1, 5],
    ]);
  });

  it('goes by the shares of the interval in which somebody comes', () => {
    const shares: ContactReason[] = [
      { id: 'day', share: [1, 0] },
      { id: 'night', share: [0, 1] },
    ];
    const { classes } = run(
      [
        {
          id: 'a',
          arrivals: { kind: 'rates', contactsPerHour: [200, 100] },
          handleTime: lasting(1),
          reasons: shares,
        },
      ],
      [team([5, 5])],
      2,
      3600,
    );
    const offered = classes[0]?.reasons?.map(({ intervals }) => intervals.map((one) => one.offered.value));
    const all = classes[0]?.intervals.map((one) => one.offered.value) ?? [];
    expect(offered).toEqual([
      [all[0], 0],
      [0, all[1]],
    ]);
  });
});

describe('patience of a reason on paper', () => {
  // Nobody answers. In a, orders leave after 10 s and complaints, as all of a, after 40 s; 5 s later they try b,
  // where orders leave after 30 s, and complaints, of which b knows nothing, after 70 s.
  it('is that of the class which the customer waits in', () => {
    const goesTo = (to: string) => [{ on: 'abandoned', probability: 1, delay: lasting(5), to }] as const;
    const a: CustomerClass = {
      ...calls([0, 'order'], [5, 'complaint'], [20, 'order']),
      patience: { distribution: lasting(40) },
      reasons: [{ ...ORDERS, patience: { distribution: lasting(10) } }, COMPLAINTS],
      followUps: goesTo('b'),
    };
    const b: CustomerClass = {
      id: 'b',
      handleTime: lasting(35),
      patience: { distribution: lasting(70) },
      reasons: [{ ...ORDERS, share: 1, patience: { distribution: lasting(30) } }],
    };
    const nobody = team([0], { serves: [{ class: 'a' }, { class: 'b' }] });
    const { classes } = run([a, b], [nobody]);
    const waits = classes.map(({ reasons = [] }) =>
      reasons.map(({ id, abandoned, meanWait }) => [id, abandoned.value, meanWait?.value]),
    );
    expect(waits).toEqual([
      [
        ['order', 2, 10],
        ['complaint', 1, 40],
      ],
      [
        ['order', 2, 30],
        [null, 1, 70],
      ],
    ]);
    expect(classes[0]?.meanWait?.value).toBe(20);
  });

  it('may be to leave at once, or to stay for ever', () => {
    const a: CustomerClass = {
      ...calls([0, 'order'], [5, 'complaint'], [20, 'order']),
      reasons: [{ ...ORDERS, patience: { distribution: lasting(10), leavesAtOnce: 1 } }, COMPLAINTS],
    };
    const [orders, complaints] = run([a], [team([0])]).classes[0]?.reasons ?? [];
    expect([orders?.abandoned.value, orders?.meanWait?.value]).toEqual([2, 0]);
    expect([complaints?.abandoned.value, complaints?.stillWaiting.value]).toEqual([0, 1]);
  });

  it('is checked at its place', () => {
    const reasons = [{ ...ORDERS, patience: { distribution: lasting(-1) } }, COMPLAINTS];
    const model = {
      horizon: { intervalSeconds: 1000, intervals: 1 },
      classes: [{ ...calls([0, 'order']), reasons }],
      groups: [team([1])],
    };
    expect(checkModel(model).map(({ path }) => path)).toEqual([
      '$.classes[0].reasons[0].patience.distribution.value',
    ]);
  });
});
