/**
 * The laws that any queueing system keeps, one property each, named as they are taught. What is compared with
 * comes from elsewhere than what is tested: from the chain summed state by state, from integrals over the wait,
 * or from a queue played customer by customer.
 *
 * Elsewhere: results are the same for 1, 2 and 4 workers (test/app/simulation-pool.test.ts); Little's law for
 * each channel of any simulated centre, to the second (test/simulation/properties.test.ts); the same laws for
 * conversations, finite lines, other laws of patience and the exact day (more-laws.test.ts), and for whole
 * scenarios (test/scenario/analyse-laws.test.ts).
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaussLegendre } from '../../src/numeric/gauss-legendre.ts';
import { carriedDay } from '../../src/queueing/day-carry.ts';
import { erlangA } from '../../src/queueing/erlang-a.ts';
import { erlangC } from '../../src/queueing/erlang-c.ts';
import { finiteLine } from '../../src/queueing/finite-line.ts';
import type { ServiceLevelDefinition } from '../../src/queueing/measures.ts';
import { serviceLevel } from '../../src/queueing/measures.ts';
import { OUTCOMES } from '../../src/simulation/day-record.ts';
import { recordDay } from '../../src/simulation/simulate.ts';
import { singleQueue } from '../simulation/models.ts';

const seed = 29;
const DEFINITIONS: readonly ServiceLevelDefinition[] = [
  'offered',
  'answered',
  'excludeAbandonsWithin',
  'creditAbandonsWithin',
  'excludeShortAbandons',
  'virtual',
];
const lineArbitrary = fc
  .record({
    load: fc.double({ min: 0.05, max: 60, noNaN: true }),
    ratio: fc.double({ min: 0.4, max: 1.8, noNaN: true }),
    handleTime: fc.integer({ min: 20, max: 900 }),
    patienceRatio: fc.double({ min: 0.05, max: 5, noNaN: true }),
  })
  .map(({ load, ratio, handleTime, patienceRatio }) => ({
    contactsPerHour: (load * 3600) / handleTime,
    handleTime,
    patience: patienceRatio * handleTime,
    agents: Math.max(1, Math.round(load * ratio)),
  }));
type Line = typeof lineArbitrary extends fc.Arbitrary<infer Drawn> ? Drawn : never;
const thresholdArbitrary = fc.integer({ min: 0, max: 300 });

function check(law: (line: Line, threshold: number) => void, numRuns = 100): void {
  fc.assert(fc.property(lineArbitrary, thresholdArbitrary, law), { seed, numRuns });
}

/** The six levels with patience, then the one without where the queue settles. */
function levels({ patience, ...line }: Line, threshold: number): readonly number[] {
  const impatient = erlangA({ ...line, patience });
  return [
    ...DEFINITIONS.map((definition) => serviceLevel(impatient, threshold, definition)),
    erlangC(line).answeredWithin(threshold),
  ];
}

function expectOrder(better: readonly number[], worse: readonly number[]): void {
  for (const [i, level] of better.entries()) expect(level).toBeGreaterThanOrEqual((worse[i] ?? 0) - 1e-12);
}

/** Erlang A by its chain, state by state: busy agents and waiting contacts on average. */
function chain({ contactsPerHour, handleTime, patience, agents }: Line) {
  const arrivals = contactsPerHour / 3600;
  let [weight, total, busy, waiting] = [1, 1, 0, 0];
  for (let n = 1; weight > 1e-18 * waiting || n <= agents + 1; n++) {
    weight *= arrivals / (Math.min(n, agents) / handleTime + Math.max(0, n - agents) / patience);
    total += weight;
    busy += weight * Math.min(n, agents);
    waiting += weight * Math.max(0, n - agents);
  }
  return { arrivals, busy: busy / total, waiting: waiting / total };
}

describe('every law once', () => {
  it('a service level does not fall with one more agent', () => {
    check((line, threshold) => {
      expectOrder(levels({ ...line, agents: line.agents + 1 }, threshold), levels(line, threshold));
    });
  });

  it('a service level does not rise with the contacts', { tags: 'slow' }, () => {
    check((line, threshold) => {
      const busier = { ...line, contactsPerHour: line.contactsPerHour * 1.07 };
      expectOrder(levels(line, threshold), levels(busier, threshold));
    });
  });

  it('a service level does not rise with the handle time', () => {
    check((line, threshold) => {
      expectOrder(
        levels(line, threshold),
        levels({ ...line, handleTime: line.handleTime * 1.07 }, threshold),
      );
    });
  });

  it('abandoned = waiting ÷ (patience × arrivals)', () => {
    check((line) => {
      const { arrivals, waiting } = chain(line);
      const { abandonProbability } = erlangA(line);
      expect(abandonProbability / (waiting / line.patience / arrivals)).toBeCloseTo(1, 10);
    });
  });

  it('busy agents = load × (1 − abandoned)', () => {
    check((line) => {
      const { load, abandonProbability, occupancy } = erlangA(line);
      const { busy } = chain(line);
      expect((load * (1 - abandonProbability)) / busy).toBeCloseTo(1, 10);
      expect((occupancy * line.agents) / busy).toBeCloseTo(1, 10);
    });
  });

  it(
    'the chances of all states sum to 1, and so do those of all that may become of a contact',
    { tags: 'slow' },
    () => {
      check((line) => {
        const { end } = carriedDay(
          { ...line, intervalLength: 600, intervals: [line, line], threshold: 20, tolerance: 1e-4 },
          { law: [1] },
        );
        expect(end.law.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 11);
        const queue = finiteLine({ ...line, lines: line.agents + 10 });
        const admitted = 1 - queue.blockedProbability;
        const fates = queue.answeredWithin(Infinity) + queue.abandonProbability;
        expect(queue.blockedProbability + admitted * fates).toBeCloseTo(1, 11);
      }, 40);
    },
  );

  it('Little: waiting = arrivals × mean wait', { tags: 'slow' }, () => {
    const { nodes, weights } = gaussLegendre(40);
    check((line) => {
      const queue = erlangA(line);
      const { arrivals, waiting } = chain(line);
      // The mean of a wait is the integral of the chance that it still goes on.
      const stillWaiting = (t: number): number => 1 - queue.answeredWithin(t) - queue.abandonedWithin(t);
      const drain = Math.max(line.agents / line.handleTime, 1 / line.patience);
      let wait = 0;
      let from = 0;
      for (let width = 0.5 / drain; from < 60 * line.patience; width *= 1.5) {
        for (const [i, node] of nodes.entries()) {
          wait += width * (weights[i] ?? 0) * stillWaiting(from + width * node);
        }
        from += width;
      }
      expect(wait).toBeCloseTo(waiting / arrivals, 7);
      expect(queue.meanWait).toBeCloseTo(waiting / arrivals, 8);
    }, 40);
  });

  it('one pool of two teams loses no more contacts than the teams apart, and makes nobody wait longer', () => {
    fc.assert(
      fc.property(lineArbitrary, lineArbitrary, (a, other) => {
        const b = { ...other, handleTime: a.handleTime, patience: a.patience };
        const pool = {
          ...a,
          contactsPerHour: a.contactsPerHour + b.contactsPerHour,
          agents: a.agents + b.agents,
        };
        const lost = (line: Line): number => line.contactsPerHour * erlangA(line).abandonProbability;
        expect(lost(pool)).toBeLessThanOrEqual((lost(a) + lost(b)) * (1 + 1e-12) + 1e-14);
        // Smith & Whitt (1981), Bell System Technical Journal 60(1): without abandonment.
        const waiting = (line: Line): number => erlangC(line).meanQueueLength;
        expect(waiting(pool)).toBeLessThanOrEqual((waiting(a) + waiting(b)) * (1 + 1e-12));
      }),
      { seed, numRuns: 150 },
    );
  });

  it('merging two pools that are alike shortens the wait', () => {
    check((line) => {
      const merged = { ...line, contactsPerHour: 2 * line.contactsPerHour, agents: 2 * line.agents };
      const apart = erlangA(line).meanWait;
      if (apart > 1e-9) expect(erlangA(merged).meanWait).toBeLessThan(apart);
      const { patience: _, ...patient } = line;
      const endless = erlangC(patient).meanWait;
      if (endless > 1e-9 && endless < Infinity) {
        const { contactsPerHour, agents } = merged;
        expect(erlangC({ ...patient, contactsPerHour, agents }).meanWait).toBeLessThan(endless);
      }
    });
  });
});

describe('every law once, customer by customer', () => {
  const dayArbitrary = fc.record({
    contactsPerHour: fc.integer({ min: 1, max: 200 }),
    handleTime: fc.integer({ min: 30, max: 400 }),
    agents: fc.integer({ min: 1, max: 12 }),
    run: fc.integer({ min: 0, max: 999 }),
    cv: fc.constantFrom(0.5, 1, 1.6),
  });
  type Drawn = typeof dayArbitrary extends fc.Arbitrary<infer Day> ? Day : never;
  const played = ({ cv, run, ...queue }: Drawn, patience?: number) => {
    const handleTime = { kind: 'lognormal', mean: queue.handleTime, cv } as const;
    return recordDay(
      singleQueue({
        ...queue,
        hours: 2,
        ...(patience === undefined ? {} : { patience }),
        class: { handleTime },
      }),
      run,
      0,
    ).contacts;
  };

  it('without abandonment one more agent makes no customer of a line wait longer', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(dayArbitrary, (drawn) => {
        const fewer = played(drawn);
        const more = played({ ...drawn, agents: drawn.agents + 1 });
        expect(more.arrival).toEqual(fewer.arrival);
        for (const [i, waited] of more.waited.entries()) {
          expect(waited).toBeLessThanOrEqual((fewer.waited[i] ?? 0) + 1e-9);
        }
      }),
      { seed, numRuns: 60 },
    );
  });

  it(
    'a simulated line is the recursion of Kiefer and Wolfowitz, with impatience or without',
    { tags: 'slow' },
    () => {
      fc.assert(
        fc.property(dayArbitrary, fc.option(fc.integer({ min: 20, max: 400 })), (drawn, patience) => {
          const { arrival, end, waited, outcome } = played(drawn, patience ?? undefined);
          // When each agent is free again: the next contact is offered the first of them.
          const free = Array.from({ length: drawn.agents }, () => 0);
          for (const [i, came] of arrival.entries()) {
            free.sort((a, b) => a - b);
            const offered = Math.max(0, (free[0] ?? 0) - came);
            if (OUTCOMES[outcome[i] ?? 0] === 'answered') {
              expect(waited[i]).toBeCloseTo(offered, 9);
              // Who is still in hand at the end frees nobody before it.
              free[0] = end[i] ?? 0;
            } else expect(waited[i]).toBeLessThanOrEqual(offered + 1e-9);
          }
        }),
        { seed, numRuns: 60 },
      );
    },
  );
});
