/** Contacts from a list: their own handle times, worked out on paper, and moments known only to a span. */
import { describe, expect, it } from 'vitest';
import { exponential, logarithm } from '../../src/numeric/exp-log.ts';
import { createStream, replicationState } from '../../src/random/streams.ts';
import { nextUniform } from '../../src/random/xoshiro.ts';
import { classStream } from '../../src/simulation/arrival-source.ts';
import { checkModel } from '../../src/simulation/check-model.ts';
import type { AgentGroup, CustomerClass, SimulationModel } from '../../src/simulation/model.ts';
import { recordDay, simulateModel } from '../../src/simulation/simulate.ts';
import { at, lasting, run, team } from './by-hand.ts';

const model = (classes: CustomerClass[], groups: AgentGroup[], intervals = 1): SimulationModel => ({
  horizon: { intervalSeconds: 1000, intervals },
  classes,
  groups,
});

/** Seconds that an agent had each contact. */
function times(of: SimulationModel): number[] {
  const { contacts } = recordDay(of, 7, 0);
  return [...contacts.start].map((start, k) => (contacts.end[k] ?? 0) - start);
}

describe('a handle time of its own', () => {
  // One agent. The first takes 100 s, whatever the law, the factor and the work after it; the second, drawn,
  // 30 s (60 with the factor) and 5 s after it; the third nothing at all.
  const calls = (rest: Partial<CustomerClass> = {}): CustomerClass => ({
    id: 'a',
    arrivals: { ...at(0, 10, 20), handleTimes: [100, null, 0] },
    handleTime: lasting(30),
    afterContact: 5,
    ...rest,
  });

  it.each([
    { case: 'the fastest loop', rest: {}, second: 35 },
    { case: 'a factor', rest: { handleTimeFactor: [2] }, second: 65 },
    { case: 'reasons', rest: { reasons: [{ id: 'r', share: 1, handleTime: lasting(40) }] }, second: 45 },
  ])('is taken as it is ($case)', ({ rest, second }) => {
    const [a] = run([calls(rest)], [team([1])]).classes;
    expect(a?.meanWaitAnswered?.value).toBeCloseTo((0 + 90 + (100 + second - 20)) / 3, 9);
    expect(times(model([calls(rest)], [team([1])])).map((t) => Math.round(t * 1e9) / 1e9)).toEqual([
      100,
      second,
      0,
    ]);
  });

  it("stands before the group's own law, and is worked at the agent's speed", () => {
    const own = team([1], { serves: [{ class: 'a', handleTime: lasting(20), speed: 2 }] });
    expect(times(model([calls()], [own]))).toEqual([50, 12.5, 0]);
  });

  it('leaves every other contact who he was', () => {
    const handleTime = { kind: 'lognormal', mean: 100, cv: 1 } as const;
    const arrivals = at(...Array.from({ length: 40 }, (_, k) => k));
    const drawn = times(model([{ id: 'a', arrivals, handleTime }], [team([40])], 100));
    const handleTimes = drawn.map((_, k) => (k % 3 === 0 ? 7 : null));
    const some = times(
      model([{ id: 'a', arrivals: { ...arrivals, handleTimes }, handleTime }], [team([40])], 100),
    );
    expect(some).toEqual(drawn.map((seconds, k) => (k % 3 === 0 ? expect.closeTo(7, 9) : seconds)));
  });
});

describe('a moment known to a span', () => {
  it('is the least of as many uniform numbers as are left, one number each', () => {
    const arrivals = { ...at(0, 100, 100, 900), until: [50, 200, 200, 900] };
    const { contacts } = recordDay(model([{ id: 'a', arrivals, handleTime: lasting(0) }], [team([1])]), 7, 0);
    const stream = createStream(replicationState(7, 0), classStream(0, 0));
    const root = (m: number) => exponential(logarithm(nextUniform(stream)) / m);
    const first = 50 * (1 - root(1));
    const [u, v] = [1 - root(2), root(1)];
    expect([...contacts.arrival]).toEqual([first, 100 + 100 * u, 100 + 100 * (1 - (1 - u) * v), 900]);
  });

  // Of 10 in a span over two intervals as many come in the first as of 10 coins fall heads: mean 5, variance 2.5;
  // the k-th comes at k / 11 of it (Devroye 1986, V.2: order statistics are Beta(k, n + 1 - k)).
  it('falls evenly over it, anew in every replication', () => {
    const count = 10;
    const arrivals = {
      ...at(...Array.from({ length: count }, () => 0)),
      until: Array.from({ length: count }, () => 2000),
    };
    const replications = 2000;
    const spread = model([{ id: 'a', arrivals, handleTime: lasting(0) }], [team([1, 1])], 2);
    const { classes } = simulateModel(spread, { seed: 5, replications });
    const [before, after] = classes[0]?.intervals.map(({ offered }) => offered.value) ?? [];
    expect((before ?? 0) + (after ?? 0)).toBeCloseTo(count, 9);
    expect(Math.abs((before ?? 0) - 5)).toBeLessThan(4 * Math.sqrt(2.5 / replications));
    const third = Array.from({ length: 500 }, (_, r) => recordDay(spread, 5, r).contacts.arrival[2] ?? 0);
    const mean = third.reduce((sum, moment) => sum + moment, 0) / third.length;
    const sd = 2000 * Math.sqrt((3 * 8) / (11 * 11 * 12));
    expect(Math.abs(mean - (2000 * 3) / 11)).toBeLessThan((4 * sd) / Math.sqrt(third.length));
  });

  it('goes on over blocks of contacts', () => {
    const n = 700;
    const arrivals = {
      ...at(...Array.from({ length: n }, () => 0)),
      until: Array.from({ length: n }, () => 1000),
    };
    const { contacts } = recordDay(model([{ id: 'a', arrivals, handleTime: lasting(0) }], [team([1])]), 3, 0);
    const moments = [...contacts.arrival];
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    // Kolmogorov's distance at the level 0.0001: 2.23 / sqrt(n).
    const distance = Math.max(...moments.map((moment, k) => Math.abs(moment / 1000 - (k + 0.5) / n)));
    expect(distance).toBeLessThan(2.23 / Math.sqrt(n));
  });
});

describe('a list that cannot be played', () => {
  const issuesOf = (arrivals: object) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a caller without types may hand in
    checkModel(model([{ id: 'a', handleTime: lasting(1), ...({ arrivals } as object) }], [team([1])])).map(
      ({ path, code }) => [path, code],
    );
  it.each([
    [{ at: [0, 5, 4] }, 'at[2]', 'number'],
    [{ at: [0, '1'] }, 'at[1]', 'number'],
    [{ at: [0, 2000] }, 'at[1]', 'number'],
    [{ at: [0, 5], handleTimes: [null] }, 'handleTimes', 'list'],
    [{ at: [0, 5], handleTimes: [null, -1] }, 'handleTimes[1]', 'number'],
    [{ at: [0, 5], until: [6, 7] }, 'until[0]', 'number'],
    [{ at: [0, 5], until: [0, 4] }, 'until[1]', 'number'],
    [{ at: [5, 5], until: [6, 7] }, 'until[0]', 'number'],
  ])('is named by its path: %j', (list, path, code) => {
    expect(issuesOf({ kind: 'instants', ...list })).toEqual([[`$.classes[0].arrivals.${path}`, code]]);
  });

  it('but may be a typed array', () => {
    expect(issuesOf({ kind: 'instants', at: Float64Array.of(0, 5), until: [5, 5] })).toEqual([]);
  });
});
