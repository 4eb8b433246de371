/** Why customers come: counted on paper, conserved in every model, and without effect where nothing differs. */
import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeChunk, createAccumulated } from '../../src/simulation/accumulate.ts';
import { checkModel } from '../../src/simulation/check-model.ts';
import { compileModel } from '../../src/simulation/compile.ts';
import * as K from '../../src/simulation/counters.ts';
import { Engine } from '../../src/simulation/engine.ts';
import { estimate } from '../../src/simulation/estimate.ts';
import type {
  AgentGroup,
  ContactReason,
  CustomerClass,
  SimulationModel,
} from '../../src/simulation/model.ts';
import { chunksOf, createChunkRunner, recordDay, simulateModel } from '../../src/simulation/simulate.ts';
import { anyModel, INTERVALS } from './any-model.ts';
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

/** Reasons on the first class and the last, in part the same, with work, bots and ways back of their own. */
function withReasons(model: SimulationModel): SimulationModel {
  return {
    ...model,
    classes: model.classes.map((c, i) =>
      i === 1
        ? c
        : {
            ...c,
            reasons: [
              { id: 'same', share: 0.3, handleTime: { kind: 'exponential', mean: 60 }, followUps: [] },
              { id: `own${i}`, share: 0.2, ...(c.bot ? { bot: { containment: 0.9, reach: 1 } } : {}) },
              { id: 'plain', share: [0.5, 0.5, 0.5, 0.5] },
            ],
          },
    ),
  };
}

describe('every model with reasons', () => {
  it('loses no contact of any reason, and adds up over reasons and groups', { tags: 'slow' }, () => {
    assert(
      property(anyModel, integer({ min: 0, max: 1000 }), (anything, seed) => {
        const model = withReasons(anything);
        expect(checkModel(model)).toEqual([]);
        const compiled = compileModel(model);
        const { cells, reasonCells, bot } = new Engine(compiled).run(seed, 1);
        const columns = compiled.columns.length;
        const { reasons } = compiled;
        if (!reasons) throw new Error('no reasons');
        const at = (i: number, column: number, field: number) =>
          cells[(i * columns + column) * K.CLASS_FIELDS + field] ?? NaN;
        const own = (i: number, column: number, g: number, field: number) =>
          reasonCells[
            ((i * (columns - 3) + column - 3) * model.groups.length + g) * K.REASON_FIELDS + field
          ] ?? NaN;
        const ofReasons = (c: number) =>
          Array.from({ length: (reasons.count[c] ?? 0) + 1 }, (_, r) => (reasons.first[c] ?? 0) + r);
        const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
        const broken: string[] = [];
        const law = (name: string, holds: boolean): void => {
          if (!holds) broken.push(name);
        };
        const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;
        for (let i = 0; i < INTERVALS; i++)
          for (const c of [0, 2]) {
            for (let f = 0; f < K.CLASS_FIELDS; f++)
              if (f !== K.QUEUE_SECONDS)
                law(
                  `field ${f} of ${c}`,
                  near(sum(ofReasons(c).map((column) => at(i, column, f))), at(i, c, f)),
                );
            for (const column of ofReasons(c)) {
              const fates = [K.ANSWERED, K.ABANDONED, K.BLOCKED, K.STILL_WAITING];
              law(`fates of ${column}`, sum(fates.map((f) => at(i, column, f))) === at(i, column, K.OFFERED));
              const groups = (f: number) => sum(model.groups.map((_, g) => own(i, column, g, f)));
              law(`answered of ${column}`, groups(K.R_ANSWERED) === at(i, column, K.ANSWERED));
              law(`within of ${column}`, groups(K.R_WITHIN) === at(i, column, K.WITHIN));
              law(`wait of ${column}`, near(groups(K.R_WAIT), at(i, column, K.WAIT_ANSWERED)));
              const reached = at(i, column, K.ANSWERED) + at(i, column, K.PUT_BACK);
              law(
                `taken of ${column}`,
                model.classes[c]?.deferred !== undefined || groups(K.R_TAKEN) === reached,
              );
              law(`work of ${column}`, groups(K.R_WORK) > -1e-6);
            }
          }
        for (const c of [0, 2])
          for (let f = 0; f < K.BOT_FIELDS; f++)
            law(
              `bot ${f} of ${c}`,
              sum(ofReasons(c).map((column) => bot[column * K.BOT_FIELDS + f] ?? NaN)) ===
                bot[c * K.BOT_FIELDS + f],
            );
        expect(broken).toEqual([]);
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it('is what it would be without, where reasons differ in name only', { tags: 'slow' }, () => {
    assert(
      property(anyModel, integer({ min: 0, max: 1000 }), (model, seed) => {
        // A handle time of the groups' own: work is then drawn as with reasons, by one uniform number each.
        const even = {
          ...model,
          groups: model.groups.map((group) => ({
            ...group,
            serves: group.serves.map((skill) => {
              const handleTime = model.classes.find(({ id }) => id === skill.class)?.handleTime;
              return handleTime ? { ...skill, handleTime } : skill;
            }),
          })),
        };
        const named = {
          ...even,
          classes: even.classes.map((c) => ({
            ...c,
            reasons: [
              { id: 'x', share: 0.6 },
              { id: 'y', share: 0.4 },
            ],
          })),
        };
        const plain = new Engine(compileModel(even)).run(seed, 2);
        const compiled = compileModel(named);
        const other = new Engine(compiled).run(seed, 2);
        const { length } = compiled.columns;
        expect(other.groupCells).toEqual(plain.groupCells);
        expect(other.histogram).toEqual(plain.histogram);
        const different = plain.cells.findIndex((value, k) => {
          const cell = Math.floor(k / K.CLASS_FIELDS);
          const at = (Math.floor(cell / 3) * length + (cell % 3)) * K.CLASS_FIELDS + (k % K.CLASS_FIELDS);
          return !(Math.abs((other.cells[at] ?? NaN) - value) < 1e-6);
        });
        expect(different).toBe(-1);
      }),
      { numRuns: 25, seed: 8 },
    );
  });
});

describe('a run with reasons', () => {
  const model: SimulationModel = {
    horizon: { intervalSeconds: 1800, intervals: 4 },
    classes: [
      {
        id: 'a',
        arrivals: { kind: 'rates', contactsPerHour: [60, 80, 90, 60] },
        handleTime: { kind: 'exponential', mean: 200 },
        patience: { distribution: { kind: 'exponential', mean: 300 } },
        reasons: [
          { id: 'short', share: 0.7, handleTime: { kind: 'exponential', mean: 100 } },
          { id: 'long', share: 0.3, handleTime: { kind: 'exponential', mean: 400 } },
        ],
      },
    ],
    groups: [team([4, 5, 5, 4])],
  };

  it('comes to the same bytes whoever runs which chunk', () => {
    const compiled = compileModel(model);
    const options = { seed: 5, replications: 10 };
    const whole = JSON.stringify(simulateModel(model, options));
    const chunks = Array.from({ length: chunksOf(10) }, (_, k) => k)
      .toReversed()
      .map((k) => [k, createChunkRunner(compiled, 5, 10)(k)] as const);
    const gathered = createAccumulated(compiled);
    for (const [k, chunk] of chunks.toReversed()) mergeChunk(gathered, chunk, k);
    expect(JSON.stringify(estimate(compiled, gathered, options))).toBe(whole);
  });

  it('meets the same customers under another plan', () => {
    const more = { ...model, groups: [team([9, 9, 9, 9])] };
    const came = [model, more].map((plan) =>
      simulateModel(plan, { seed: 5, replications: 3 }).classes[0]?.reasons?.map(({ arrivals }) => arrivals),
    );
    expect(came[0]).toEqual(came[1]);
    expect(came[0]?.[0]?.value).toBeGreaterThan(0);
  });

  it('says of every recorded contact why its customer came', () => {
    const { contacts } = recordDay(model, 5, 1);
    const compiled = compileModel(model);
    const { cells } = new Engine(compiled).run(5, 1);
    const arrivals = [1, 2].map((column) =>
      [0, 1, 2, 3].reduce(
        (sum, i) =>
          sum + (cells[(i * compiled.columns.length + column) * K.CLASS_FIELDS + K.ARRIVALS] ?? NaN),
        0,
      ),
    );
    expect(contacts.reason.filter((reason) => reason === 0)).toHaveLength(arrivals[0] ?? NaN);
    expect(contacts.reason.filter((reason) => reason === 1)).toHaveLength(arrivals[1] ?? NaN);
    const { reasons: _, ...plain } = model.classes[0] ?? { id: 'a', handleTime: lasting(1) };
    expect(new Set(recordDay({ ...model, classes: [plain] }, 5, 1).contacts.reason)).toEqual(new Set([-1]));
  });

  it('has estimates by interval and group', () => {
    const summary = simulateModel(model, { seed: 5, replications: 20 });
    const long = summary.classes[0]?.reasons?.[1];
    expect(long?.intervals).toHaveLength(4);
    expect(long?.groups[0]?.intervals).toHaveLength(4);
    // One group: its work is all the work.
    expect(long?.work).toEqual({ ...long?.groups[0], id: undefined, intervals: undefined });
    const sum = (values: readonly { readonly value: number }[] = []) =>
      values.reduce((all, { value }) => all + value, 0);
    expect(sum(long?.intervals.map(({ answered }) => answered))).toBeCloseTo(long?.answered.value ?? NaN, 9);
    expect(sum(long?.groups[0]?.intervals.map(({ workHours }) => workHours))).toBeCloseTo(
      long?.groups[0]?.workHours.value ?? NaN,
      9,
    );
  });

  it('names what is wrong with them', () => {
    const broken = (reasons: unknown, more: object = {}): string[] => {
      const [first] = model.classes;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by hand, as a caller may
      const classes = [{ ...first, reasons, ...more }] as unknown as CustomerClass[];
      return checkModel({ ...model, classes }).map(({ path, code }) => `${path} ${code}`);
    };
    const x = { id: 'x', share: 0.5 };
    expect(broken([x, { id: 'y', share: 0.4 }])).toEqual(['$.classes[0].reasons sum']);
    expect(broken([x, x])).toEqual(['$.classes[0].reasons[1].id duplicate']);
    expect(broken([{ ...x, share: 1.5 }])).toEqual(['$.classes[0].reasons[0].share number']);
    expect(broken([{ ...x, share: [0.5] }])).toEqual(['$.classes[0].reasons[0].share list']);
    expect(broken([null])).toEqual(['$.classes[0].reasons[0] object']);
    expect(broken([])).toEqual(['$.classes[0].reasons list']);
    expect(broken([{ ...x, share: 1, bot: { reach: 2 } }])).toEqual([
      '$.classes[0].reasons[0].bot contradiction',
      '$.classes[0].reasons[0].bot.reach number',
    ]);
    expect(broken([{ ...x, share: 1, handleTime: { kind: 'constant', value: -1 } }])).toEqual([
      '$.classes[0].reasons[0].handleTime.value number',
    ]);
    const always = { on: 'answered', probability: 1, delay: lasting(0) };
    expect(broken([{ ...x, share: 1, followUps: [always] }])).toEqual([
      '$.classes[0].reasons[0].followUps[0] loop',
    ]);
    const instants = { kind: 'instants', at: [1, 2], reasons: ['x', 'z'] };
    expect(broken([{ ...x, share: 1 }], { arrivals: instants })).toEqual([
      '$.classes[0].arrivals.reasons[1] reference',
    ]);
    const group = team([1, 1, 1, 1], {
      serves: [{ class: 'a', reasons: [{ reason: 'z', handleTime: lasting(1) }] }],
    });
    expect(checkModel({ ...model, groups: [group] }).map(({ path }) => path)).toEqual([
      '$.groups[0].serves[0].reasons[0].reason',
    ]);
  });
});
