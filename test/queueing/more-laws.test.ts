/** Laws that hold for every finite line, law of patience, pool of conversations and day, under random inputs. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chatQueue } from '../../src/queueing/chat-queue.ts';
import { carriedDay } from '../../src/queueing/day-carry.ts';
import { dayOutcomes } from '../../src/queueing/day-outcomes.ts';
import { finiteLine } from '../../src/queueing/finite-line.ts';
import { generalPatience } from '../../src/queueing/general-patience.ts';
import type { PatienceLaw } from '../../src/queueing/patience-law.ts';
import { transientDay } from '../../src/queueing/transient-day.ts';

const seed = 13;
const lineArbitrary = fc.record({
  load: fc.double({ min: 0.05, max: 60, noNaN: true }),
  ratio: fc.double({ min: 0.4, max: 1.8, noNaN: true }),
  handleTime: fc.integer({ min: 20, max: 900 }),
  patienceRatio: fc.double({ min: 0.05, max: 20, noNaN: true }),
  places: fc.integer({ min: 0, max: 60 }),
  threshold: fc.integer({ min: 0, max: 300 }),
});

function lineOf({ load, ratio, handleTime }: { load: number; ratio: number; handleTime: number }) {
  const agents = Math.max(1, Math.round(load * ratio));
  return { contactsPerHour: (load * 3600) / handleTime, handleTime, agents };
}

describe('laws of finite lines', () => {
  it('flows balance, Little holds, and a line more lets more in but makes them wait longer', () => {
    fc.assert(
      fc.property(lineArbitrary, fc.boolean(), (drawn, patient) => {
        const line = lineOf(drawn);
        const patience = patient ? drawn.patienceRatio * drawn.handleTime : undefined;
        const lines = line.agents + drawn.places;
        const queue = finiteLine({ ...line, patience, lines });
        const admitted = (line.contactsPerHour / 3600) * (1 - queue.blockedProbability);
        expect(queue.meanQueueLength).toBeCloseTo(admitted * queue.meanWait, 8);
        if (patience !== undefined) {
          expect(queue.abandonProbability * admitted).toBeCloseTo(queue.meanQueueLength / patience, 9);
        }
        // Busy agents = load of those who get a line and do not give up.
        const busy = queue.load * (1 - queue.blockedProbability) * (1 - queue.abandonProbability);
        expect(queue.occupancy * line.agents).toBeCloseTo(busy, 8);
        const more = finiteLine({ ...line, patience, lines: lines + 1 });
        expect(more.blockedProbability).toBeLessThanOrEqual(queue.blockedProbability + 1e-15);
        expect(more.waitProbability).toBeGreaterThanOrEqual(queue.waitProbability - 1e-12);
      }),
      { seed, numRuns: 150 },
    );
  });
});

describe('laws of general patience', () => {
  const lawArbitrary: fc.Arbitrary<PatienceLaw> = fc.oneof(
    fc.record({
      kind: fc.constant('weibull' as const),
      scale: fc.integer({ min: 20, max: 400 }),
      shape: fc.double({ min: 0.5, max: 3, noNaN: true }),
      balk: fc.constantFrom(0, 0.1),
    }),
    fc.record({
      kind: fc.constant('lognormal' as const),
      mean: fc.integer({ min: 20, max: 400 }),
      cv: fc.double({ min: 0.3, max: 2.5, noNaN: true }),
      balk: fc.constantFrom(0, 0.1),
    }),
  );

  it('nobody is lost count of, Little holds, and an agent more never hurts', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(lineArbitrary, lawArbitrary, (drawn, patience) => {
        const line = lineOf(drawn);
        const queue = generalPatience({ ...line, patience });
        const answered = queue.answeredWithin(Infinity);
        expect(answered + queue.abandonProbability).toBeCloseTo(1, 7);
        expect(queue.occupancy * line.agents).toBeCloseTo(queue.load * answered, 6);
        expect(queue.meanQueueLength).toBeCloseTo((line.contactsPerHour / 3600) * queue.meanWait, 9);
        const more = generalPatience({ ...line, patience, agents: line.agents + 1 });
        const { threshold } = drawn;
        expect(more.answeredWithin(threshold)).toBeGreaterThanOrEqual(queue.answeredWithin(threshold) - 1e-7);
        expect(more.abandonProbability).toBeLessThanOrEqual(queue.abandonProbability + 1e-7);
      }),
      { seed, numRuns: 40 },
    );
  });
});

describe('laws of conversations', () => {
  it('an agent more never lowers a level, nor lengthens the first reply; Little holds', () => {
    fc.assert(
      fc.property(
        lineArbitrary,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 5, max: 60 }),
        (drawn, limit, turn) => {
          const { contactsPerHour, handleTime, agents } = lineOf(drawn);
          const conversation = { handleTime, agentTurn: Math.min(turn, handleTime), customerTurn: 50, limit };
          const patience = drawn.patienceRatio * handleTime;
          const at = (count: number) => chatQueue({ contactsPerHour, conversation, patience, agents: count });
          const [fewer, more] = [at(agents), at(agents + 1)];
          const { threshold } = drawn;
          expect(more.answeredWithin(threshold)).toBeGreaterThanOrEqual(
            fewer.answeredWithin(threshold) - 1e-10,
          );
          expect(more.meanFirstResponse).toBeLessThanOrEqual(fewer.meanFirstResponse * (1 + 1e-9));
          expect(fewer.meanQueueLength).toBeCloseTo((contactsPerHour / 3600) * fewer.meanWait, 9);
          expect(fewer.startsAt.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        },
      ),
      { seed, numRuns: 100 },
    );
  });
});

describe('laws of the exact day', () => {
  const dayArbitrary = fc.record({
    intervals: fc.array(
      fc.record({
        contactsPerHour: fc.integer({ min: 0, max: 300 }),
        agents: fc.integer({ min: 0, max: 9 }),
      }),
      { minLength: 2, maxLength: 4 },
    ),
    handleTime: fc.integer({ min: 30, max: 200 }),
    patience: fc.integer({ min: 20, max: 300 }),
    threshold: fc.constantFrom(0, 15, 60),
    shiftEnd: fc.constantFrom('named' as const, 'preemptive' as const, 'pooled' as const),
  });

  it(
    'chances sum to 1, contacts are conserved, and an agent more or a contact fewer never hurts',
    { tags: 'slow' },
    () => {
      fc.assert(
        fc.property(dayArbitrary, (drawn) => {
          const day = { ...drawn, intervalLength: 300, tolerance: 1e-7 };
          const { end, day: total } = carriedDay(day, { law: [1] });
          const chances = [end.law, ...(end.tooMany ?? [])].flat();
          expect(chances.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 8);
          expect(total.answered + total.abandoned + total.queueAtEnd).toBeCloseTo(total.offered, 6);
          const { abandonedWithin, answeredWithin, answered, offeredWaitWithin, offered } =
            dayOutcomes(day).day;
          expect(answeredWithin).toBeCloseTo(total.answeredWithinThreshold, 6);
          expect(answeredWithin).toBeLessThanOrEqual(answered + 1e-6);
          expect(answeredWithin).toBeLessThanOrEqual(offeredWaitWithin + 1e-6);
          expect(answeredWithin + abandonedWithin).toBeLessThanOrEqual(offered + 1e-6);
          const intervals = day.intervals.map((item) => ({ ...item, agents: item.agents + 1 }));
          const more = transientDay({ ...day, intervals }).day.answeredWithinThreshold;
          expect(more).toBeGreaterThanOrEqual(total.answeredWithinThreshold - 1e-5);
          const quieter = transientDay({
            ...day,
            intervals: day.intervals.map((item) => ({
              ...item,
              contactsPerHour: item.contactsPerHour * 0.9,
            })),
          }).day;
          if (total.offered > 0) {
            const level = total.answeredWithinThreshold / total.offered;
            expect(quieter.answeredWithinThreshold / quieter.offered).toBeGreaterThanOrEqual(level - 1e-6);
          }
        }),
        { seed, numRuns: 12 },
      );
    },
  );
});
