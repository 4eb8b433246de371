/** Why customers come: conserved in every model, and without effect where nothing differs. */
import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeChunk, createAccumulated } from '../../src/simulation/accumulate.ts';
import { checkModel } from '../../src/simulation/check-model.ts';
import { compileModel } from '../../src/simulation/compile.ts';
import * as K from '../../src/simulation/counters.ts';
import { Engine } from '../../src/simulation/engine.ts';
import { estimate } from '../../src/simulation/estimate.ts';
import type { CustomerClass, SimulationModel } from '../../src/simulation/model.ts';
import { chunksOf, createChunkRunner, recordDay, simulateModel } from '../../src/simulation/simulate.ts';
import { anyModel, INTERVALS } from './any-model.ts';
import { lasting, team } from './by-hand.ts';

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
              if (f !== K.QUEUE_SECONDS && f !== K.QUEUE_AT_END)
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

  it('comes to the same bytes whoever runs which chunk', { tags: 'slow' }, () => {
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

  it('meets the same customers under another plan', { tags: 'slow' }, () => {
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
