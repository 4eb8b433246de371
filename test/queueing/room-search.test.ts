/** The search against counting up from 1, for rooms of every shape that a claim may leave. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UnattainableTarget } from '../../src/errors.ts';
import { RoomSearch } from '../../src/queueing/room-search.ts';

it('finds the least number whatever the room looks like, and whatever it learned before', () => {
  const shapes: readonly ((short: number) => number)[] = [
    (short) => -short,
    (short) => (short > 0 ? -Infinity : Infinity),
    (short) => (short > 0 ? -Number.MIN_VALUE : 0),
    (short) => -Math.sign(short) * Math.expm1(Math.abs(short)),
    (short) => (short > 3 ? -Infinity : -Math.cbrt(short)),
    // Room that grows towards the least number: a line through it leads away.
    (short) => (short > 0 ? -1 / short : 1 / (1 - short)),
  ];
  const search = new RoomSearch();
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3000 }),
      fc.double({ min: 0, max: 4000, noNaN: true }),
      fc.constantFrom(...shapes),
      (least, start, shape) => {
        let tries = 0;
        const found = search.least(start, (agents) => {
          tries++;
          return shape(least - agents);
        });
        expect(found).toBe(least);
        expect(tries).toBeLessThan(40);
      },
    ),
    { seed: 20_260_101, numRuns: 2000 },
  );
});

it('asks for two or three numbers where the room is near enough a line', () => {
  const search = new RoomSearch();
  const triesFor = (least: number, start: number): number => {
    let tries = 0;
    search.least(start, (agents) => {
      tries++;
      return 0.05 * (agents - least) + 0.02 - 1e-4 * (agents - least) ** 2;
    });
    return tries;
  };
  triesFor(570, 560);
  for (const [least, start] of [
    [577, 577],
    [602, 604],
    [590, 588],
  ] as const) {
    expect(triesFor(least, start)).toBeLessThanOrEqual(3);
  }
});

it('gives up on what no number reaches', () => {
  expect(() => new RoomSearch().least(3, () => -Infinity)).toThrow(UnattainableTarget);
});
