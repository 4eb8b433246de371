/** The ends of the chain are known: nobody writes is Erlang A, everybody the crew of shared-crew.ts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { inTimeCountVariance } from '../../src/queueing/count-variance.ts';
import { ANSWERED_WITHIN, WAITING_SUMS, waitingSums } from '../../src/queueing/erlang-a-kernel.ts';
import { erlangA } from '../../src/queueing/erlang-a.ts';
import { idleStates, type PartlySharedCrew } from '../../src/queueing/idle-writers.ts';
import {
  idleWeight,
  mostWritten,
  withAgents,
  writtenLine,
  type WrittenLine,
} from '../../src/queueing/partly-shared-crew.ts';
import { mostDeferred, sharedCrew } from '../../src/queueing/shared-crew.ts';

const crew: PartlySharedCrew = {
  arrivalRate: 9 / 300,
  handleTime: 300,
  patience: 120,
  agents: 12,
  writers: 5,
  reserve: 1,
  deferredTime: 300,
};

function within({ rates, crew: { arrivalRate, patience } }: WrittenLine, threshold = 20): number {
  const sums = new Float64Array(WAITING_SUMS);
  waitingSums(sums, idleWeight(rates, arrivalRate), arrivalRate, rates.drainRate, 1 / patience, threshold);
  return sums[ANSWERED_WITHIN] ?? NaN;
}

function undisturbed({ arrivalRate, handleTime, patience, agents }: PartlySharedCrew): number {
  return erlangA({ contactsPerHour: arrivalRate * 3600, handleTime, patience, agents }).answeredWithin(20);
}

/** Weight of the states with somebody idle, from the balance of every state with its neighbours. */
function wholeChain({
  crew: { agents, writers, reserve, arrivalRate, handleTime },
  writing,
}: WrittenLine): number {
  const { waiting, arrivals, endRate } = writing;
  const calls = agents - writers;
  const p = Array.from({ length: calls + 1 }, () => Array.from({ length: writers + 1 }, () => 1));
  const at = (s: number, j: number): number => p[s]?.[j] ?? 0;
  const ended = (j: number): number => (writers - j) * endRate * (j === reserve ? 1 - waiting : 1);
  const begun = (j: number): number => (j > reserve ? arrivals : 0);
  for (let sweep = 0; sweep < 2000; sweep++)
    for (let s = 0; s <= calls; s++)
      for (let j = 0; j <= writers; j++) {
        // More writers idle than the reserve only where e-mail runs out.
        if (s + j === 0 || (waiting === 1 && j > reserve)) {
          p[s]![j] = s + j === 0 ? 1 : 0;
          continue;
        }
        const into =
          at(s - 1, j) * ((calls - s + 1) / handleTime) +
          at(s, j - 1) * ended(j - 1) +
          (at(s + 1, j) * arrivalRate * (s + 1)) / (s + 1 + j) +
          at(s, j + 1) * ((arrivalRate * (j + 1)) / (s + j + 1) + begun(j + 1));
        p[s]![j] = into / ((calls - s) / handleTime + ended(j) + arrivalRate + begun(j));
      }
  return p.flat().reduce((sum, weight) => sum + weight, 0) - 1;
}

describe('a line of which some agents also write', () => {
  it.each([0, 1, 3])('is the crew of all where all write, with a reserve of %d', (reserve) => {
    const all = { ...crew, writers: 12, reserve };
    const line = mostWritten(all);
    const most = mostDeferred(all);
    expect(line.deferred).toBeCloseTo(most.deferred, 6);
    expect(idleWeight(line.rates, all.arrivalRate)).toBeCloseTo(most.idle, 6);
    expect(line.rates.drainRate).toBeCloseTo(most.drainRate, 9);
  });

  it('is Erlang A without e-mail', () => {
    const { rates, ...line } = writtenLine(crew, 0);
    rates.ends.forEach((rate, idle) => expect(rate).toBeCloseTo((12 - idle) / 300, 12));
    expect(rates.starts.every((rate) => rate === 0)).toBe(true);
    expect(within({ rates, ...line })).toBeCloseTo(undisturbed(crew), 6);
    expect(within(writtenLine(crew, 1e-9))).toBeCloseTo(undisturbed(crew), 6);
  });

  it.each([
    [5, 1, 1],
    [5, 1, 0.5],
    [9, 0, 0.7],
    [3, 2, 0.9],
    [8, 3, 0.3],
  ])(
    'goes as the whole chain does: %d writers, %d kept free, %d of the most e-mail',
    (writers, reserve, share) => {
      const own = { ...crew, writers, reserve, deferredTime: 420 };
      const line = writtenLine(own, share * mostWritten(own).deferred);
      const { arrivalRate, patience } = own;
      const sums = new Float64Array(WAITING_SUMS);
      waitingSums(sums, wholeChain(line), arrivalRate, line.rates.drainRate, 1 / patience, 20);
      // Of 144 lines 0.14 points in the median, 0.92 at worst.
      expect(Math.abs(within(line) - (sums[ANSWERED_WITHIN] ?? NaN))).toBeLessThan(0.0095);
    },
  );

  it('has as much e-mail in hand as is wanted, to three hundredths, and no more than it can', () => {
    const most = mostWritten(crew);
    for (const wanted of [0.1, 0.5, 0.8].map((share) => share * most.deferred))
      expect(Math.abs(writtenLine(crew, wanted).deferred / wanted - 1)).toBeLessThan(0.031);
    expect(writtenLine(crew, 40)).toEqual(most);
  });

  it('keeps calls waiting longer with each who writes, and with each e-mail', () => {
    const levels = [1, 3, 5, 7, 9, 11].map((writers) =>
      within(mostWritten({ ...crew, writers, reserve: 0 })),
    );
    expect(levels).toEqual(levels.toSorted((a, b) => b - a));
    const most = mostWritten(crew);
    const byWork = [0, 0.2, 0.4, 0.6, 0.8, 1].map((share) =>
      within(writtenLine(crew, share * most.deferred, most)),
    );
    expect(byWork).toEqual(byWork.toSorted((a, b) => b - a));
    expect(byWork[0]).toBeCloseTo(undisturbed(crew), 6);
  });

  it('answers more calls in time with more agents, of whom as many write', () => {
    const line = writtenLine(crew, 2);
    expect(within(withAgents(line, 13))).toBeGreaterThan(within(line));
    expect(withAgents(line, 3).crew).toMatchObject({ agents: 3, writers: 1, reserve: 0 });
    expect(within(withAgents(line, 3))).toBeLessThan(within(line));
  });

  it.each<Partial<PartlySharedCrew>>([
    { arrivalRate: 0 },
    { handleTime: 0 },
    { patience: Infinity },
    { deferredTime: NaN },
    { agents: 0, writers: 0 },
    { writers: 0 },
    { writers: 13 },
    { writers: 2.5 },
    { reserve: 5 },
    { reserve: -1 },
  ])('is none with %o', (part) => {
    expect(() => writtenLine({ ...crew, ...part }, 1)).toThrow(DomainError);
  });

  it('is finite in every corner', { tags: 'slow' }, () => {
    const corners = fc.record({
      arrivalRate: fc.constantFrom(1e-6, 0.02, 1),
      handleTime: fc.constantFrom(30, 300),
      patience: fc.constantFrom(5, 120),
      agents: fc.constantFrom(1, 2, 9, 250),
      writing: fc.constantFrom(0, 0.5, 1),
      kept: fc.constantFrom(0, 0.5, 1),
      deferredTime: fc.constantFrom(10, 300, 3000),
      wanted: fc.constantFrom(0.001, 0.5, 3, Infinity),
    });
    fc.assert(
      fc.property(corners, ({ writing, kept, wanted, ...line }) => {
        const writers = Math.max(1, Math.round(writing * line.agents));
        const reserve = Math.round(kept * (writers - 1));
        const { deferred, rates, ...rest } = writtenLine({ ...line, writers, reserve }, wanted);
        expect(deferred).toBeGreaterThanOrEqual(0);
        expect(deferred).toBeLessThanOrEqual(writers);
        for (const values of [rates.ends, rates.starts]) expect(values.every(Number.isFinite)).toBe(true);
        const level = within({ deferred, rates, ...rest });
        expect(level).toBeGreaterThanOrEqual(0);
        expect(level).toBeLessThanOrEqual(1);
      }),
      { numRuns: 400, seed: 20_261_126 },
    );
  });
});

describe('a line at the ends of its domain', () => {
  it.each([1e-12, 1e-100, 1e-200, 1e-300, Number.MIN_VALUE])(
    'answers %d calls a second at once',
    (arrivalRate) => {
      const rare = { ...crew, arrivalRate, reserve: 2 };
      const most = mostWritten(rare);
      // All but the reserve write.
      expect(most.deferred).toBeCloseTo(3, 6);
      for (const line of [most, writtenLine(rare, 1, most), withAgents(most, 20)]) {
        for (const rates of [line.rates.ends, line.rates.starts])
          expect(rates.every(Number.isFinite)).toBe(true);
        expect(within(line)).toBeCloseTo(1, 9);
      }
      expect(writtenLine(rare, 1, most).deferred).toBeCloseTo(1, 1);
    },
  );

  it.each([1e-100, 1e-300])('where all write as well: %d calls a second', (arrivalRate) => {
    const rare = { ...crew, arrivalRate, reserve: 2 };
    expect(mostDeferred(rare).deferred).toBeCloseTo(10, 6);
    const { deferred, idle, drainRate } = sharedCrew(rare, 3);
    expect(deferred).toBe(3);
    const sums = new Float64Array(WAITING_SUMS);
    waitingSums(sums, idle, arrivalRate, drainRate, 1 / rare.patience, 20);
    expect(sums[ANSWERED_WITHIN]).toBeCloseTo(1, 9);
  });

  it('keeps room for the states that matter, not for all there are', () => {
    const large = { ...crew, arrivalRate: 18, agents: 6000, writers: 3000, reserve: 3 };
    const { law, idleAgents } = idleStates(large, { waiting: 0.5, arrivals: 1, endRate: 1 / 300 });
    expect(idleAgents).toBeGreaterThan(0);
    // A fortieth of 6,001 × 3,001 states.
    expect(law.length).toBeLessThan(450_000);
  });
});

describe('the sums of a line', () => {
  it('end on a drain that is no number', () => {
    const sums = new Float64Array(WAITING_SUMS);
    waitingSums(sums, 1, 0.03, NaN, 1 / 120, 20);
    expect(sums[ANSWERED_WITHIN]).toBeNaN();
  });
});

describe('the swing of calls in time beside writers', () => {
  it('is that of a crew whose e-mails begin at the same rates', () => {
    const { beside, drainRate } = sharedCrew({ ...crew, agents: 12, reserve: 2 }, 1.5);
    const serviceRate = drainRate / 12;
    const rates = { arrivalRate: crew.arrivalRate, serviceRate, abandonRate: 1 / 120, agents: 12 };
    const idle = Array.from({ length: 13 }, (_, k) => k);
    const partly = {
      ends: Float64Array.from(idle, (k) => (12 - k) * serviceRate),
      starts: Float64Array.from(idle, (k) => (k > 2 ? beside.starts : 0)),
      drainRate,
    };
    const one = inTimeCountVariance({ ...rates, beside }, 20);
    const other = inTimeCountVariance({ ...rates, partly }, 20);
    expect(other.share).toBeCloseTo(one.share, 9);
    expect(other.perSecond).toBeCloseTo(one.perSecond, 9);
  });

  it('goes with the share in time of the line', () => {
    const line = writtenLine(crew, 2);
    const serviceRate = line.rates.drainRate / crew.agents;
    const { arrivalRate, agents } = crew;
    const { share } = inTimeCountVariance(
      { arrivalRate, serviceRate, abandonRate: 1 / crew.patience, agents, partly: line.rates },
      20,
    );
    expect(share).toBeCloseTo(within(line), 6);
  });
});
