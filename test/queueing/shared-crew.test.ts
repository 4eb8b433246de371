/** The two ends of the chain are known: no e-mail is Erlang A, endless e-mail of the calls' length Bhulai & Koole's line. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blendedLine } from '../../src/queueing/blended-line.ts';
import { erlangA } from '../../src/queueing/erlang-a.ts';
import { erlangB } from '../../src/queueing/erlang-b.ts';
import { ANSWERED_WITHIN, WAITED, WAITING_SUMS, waitingSums } from '../../src/queueing/erlang-a-kernel.ts';
import { mostDeferred, sharedCrew, type CrewLaw, type SharedCrew } from '../../src/queueing/shared-crew.ts';

const crew: SharedCrew = {
  arrivalRate: 30 / 3600,
  handleTime: 300,
  patience: 120,
  agents: 5,
  reserve: 2,
  deferredTime: 300,
};
const queue = { contactsPerHour: 30, handleTime: 300, patience: 120, agents: 5 };

function within(
  { idle, drainRate }: CrewLaw,
  { arrivalRate, patience }: SharedCrew,
  threshold: number,
): number {
  const sums = new Float64Array(WAITING_SUMS);
  waitingSums(sums, idle, arrivalRate, drainRate, 1 / patience, threshold);
  return sums[ANSWERED_WITHIN] ?? NaN;
}

describe('a crew for calls and e-mail', () => {
  it('is Erlang A without e-mail', () => {
    expect(within(sharedCrew(crew, 0), crew, 20)).toBeCloseTo(erlangA(queue).answeredWithin(20), 12);
  });

  it.each([0, 1, 2, 4])('is the blended line with endless e-mail and a reserve of %d', (reserve) => {
    const most = mostDeferred({ ...crew, reserve });
    const line = blendedLine({ ...queue, reserve });
    expect(within(most, crew, 20)).toBeCloseTo(line.answeredWithin(20), 12);
    // e-mails an hour × 300 s
    expect(most.deferred).toBeCloseTo((line.deferredPerHour * 300) / 3600, 9);
  });

  it.each([0, 1, 3])('is a loss system of all but a reserve of %d without calls', (reserve) => {
    const quiet = { ...crew, arrivalRate: 0, reserve };
    expect(mostDeferred(quiet).deferred).toBe(5 - reserve);
    const { deferred, drainRate, idle, beside } = sharedCrew(quiet, 1.5);
    // Offered so many erlangs, those who find one of the 5 − reserve idle are in hand: a (1 − B).
    const offered = beside.starts * 300;
    expect(offered * (1 - erlangB(offered, 5 - reserve))).toBeCloseTo(1.5, 6);
    expect([deferred, drainRate]).toEqual([1.5, 5 / 300]);
    // Nobody finds the agents busy unless e-mail may take them all.
    expect(within({ deferred, drainRate, idle, beside }, quiet, 0)).toBeCloseTo(
      reserve > 0 ? 1 : 1 - erlangB(offered, 5),
      6,
    );
  });

  it('has a pace without anything to do', () => {
    expect(sharedCrew({ ...crew, arrivalRate: 0 }, 0)).toMatchObject({ deferred: 0, drainRate: 5 / 300 });
  });

  it('makes calls wait in a large crew full of e-mail, however few they are', () => {
    const large = { ...crew, arrivalRate: 1 / 300, agents: 200, reserve: 0, deferredTime: 400 };
    const { idle, drainRate } = sharedCrew(large, 190);
    const sums = new Float64Array(WAITING_SUMS);
    waitingSums(sums, idle, large.arrivalRate, drainRate, 1 / large.patience, 20);
    // Calls hardly queue, so all places are busy as in a loss system that carries 190 e-mails and 1 call.
    let [low, high] = [191, 400];
    for (let k = 0; k < 60; k++) {
      const offered = (low + high) / 2;
      if (offered * (1 - erlangB(offered, 200)) < 191) low = offered;
      else high = offered;
    }
    expect(sums[WAITED]).toBeCloseTo(erlangB(high, 200), 2);
  });

  it(
    'has no more e-mail in hand than it can, and keeps its calls waiting longer with each',
    { tags: 'slow' },
    () => {
      fc.assert(
        fc.property(
          fc.record({
            perHour: fc.integer({ min: 1, max: 120 }),
            agents: fc.integer({ min: 1, max: 30 }),
            reserve: fc.integer({ min: 0, max: 4 }),
            deferredTime: fc.constantFrom(60, 300, 900),
          }),
          ({ perHour, agents, reserve, deferredTime }) => {
            const some = {
              ...crew,
              arrivalRate: perHour / 3600,
              agents,
              reserve: Math.min(reserve, agents - 1),
              // Of one length, so that only waiting for agents counts.
              handleTime: deferredTime,
              deferredTime,
            };
            const most = mostDeferred(some).deferred;
            expect(most).toBeLessThanOrEqual(agents);
            const levels = [0, most / 3, most / 1.5, 2 * agents].map((wanted) =>
              within(sharedCrew(some, wanted), some, 20),
            );
            for (let k = 1; k < levels.length; k++)
              expect(levels[k]).toBeLessThanOrEqual((levels[k - 1] ?? 0) + 1e-9);
          },
        ),
        { numRuns: 100, seed: 20_261_126 },
      );
    },
  );
});
