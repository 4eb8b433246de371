/** Laws that hold for every queue, under random inputs. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError, UnattainableTarget } from '../../src/errors.ts';
import { erlangA } from '../../src/queueing/erlang-a.ts';
import { erlangB } from '../../src/queueing/erlang-b.ts';
import { erlangC, logWaitBeyond } from '../../src/queueing/erlang-c.ts';
import type { ServiceLevelDefinition } from '../../src/queueing/measures.ts';
import { serviceLevel } from '../../src/queueing/measures.ts';
import { requiredAgents } from '../../src/queueing/required-agents.ts';

const seed = 7;
const lineArbitrary = fc.record({
  load: fc.double({ min: 0.02, max: 120, noNaN: true }),
  handleTime: fc.integer({ min: 10, max: 2000 }),
  patienceRatio: fc.double({ min: 0.02, max: 50, noNaN: true }),
  ratio: fc.double({ min: 0.3, max: 2, noNaN: true }),
  threshold: fc.integer({ min: 0, max: 600 }),
});
type Drawn = { load: number; handleTime: number; patienceRatio: number; ratio: number; threshold: number };
const definitions: ServiceLevelDefinition[] = [
  'offered',
  'answered',
  'excludeAbandonsWithin',
  'creditAbandonsWithin',
  'excludeShortAbandons',
  'virtual',
];

function lineOf({ load, handleTime, patienceRatio, ratio }: Drawn) {
  return {
    contactsPerHour: (load * 3600) / handleTime,
    handleTime,
    patience: patienceRatio * handleTime,
    agents: Math.max(1, Math.round(load * ratio)),
  };
}

function check(law: (drawn: Drawn) => void): void {
  fc.assert(fc.property(lineArbitrary, law), { seed, numRuns: 150 });
}

describe('laws of Erlang A', () => {
  it(
    'one more agent never lowers a service level, nor raises abandonment or the wait',
    { tags: 'slow' },
    () => {
      check((drawn) => {
        const line = lineOf(drawn);
        const [fewer, more] = [erlangA(line), erlangA({ ...line, agents: line.agents + 1 })];
        for (const definition of definitions) {
          expect(serviceLevel(more, drawn.threshold, definition)).toBeGreaterThanOrEqual(
            serviceLevel(fewer, drawn.threshold, definition) - 1e-12,
          );
        }
        expect(more.abandonProbability).toBeLessThanOrEqual(fewer.abandonProbability);
        expect(more.meanWaitAnswered).toBeLessThanOrEqual(fewer.meanWaitAnswered * (1 + 1e-12));
      });
    },
  );

  it('more contacts or longer handling never help', () => {
    check((drawn) => {
      const line = lineOf(drawn);
      const level = erlangA(line).answeredWithin(drawn.threshold);
      const busier = erlangA({ ...line, contactsPerHour: line.contactsPerHour * 1.05 });
      const slower = erlangA({ ...line, handleTime: line.handleTime * 1.05 });
      expect(busier.answeredWithin(drawn.threshold)).toBeLessThanOrEqual(level + 1e-12);
      expect(slower.answeredWithin(drawn.threshold)).toBeLessThanOrEqual(level + 1e-12);
    });
  });

  it('balances: abandonment = queue / patience, busy agents = load · answered, Little', () => {
    check((drawn) => {
      const line = lineOf(drawn);
      const queue = erlangA(line);
      const rate = line.contactsPerHour / 3600;
      expect(queue.meanQueueLength / line.patience / rate).toBeCloseTo(queue.abandonProbability, 12);
      expect(queue.meanQueueLength).toBeCloseTo(rate * queue.meanWait, 10);
      expect(queue.occupancy * line.agents).toBeCloseTo(queue.load * (1 - queue.abandonProbability), 9);
      expect(queue.answeredWithin(Infinity) + queue.abandonedWithin(Infinity)).toBeCloseTo(1, 12);
    });
  });

  it('orders its measures of time', () => {
    check((drawn) => {
      const queue = erlangA(lineOf(drawn));
      const { threshold } = drawn;
      expect(queue.answeredWithin(threshold)).toBeLessThanOrEqual(
        queue.answeredWithin(threshold + 10) + 1e-14,
      );
      expect(queue.answeredWithin(threshold)).toBeLessThanOrEqual(queue.offeredWaitWithin(threshold) + 1e-14);
      expect(queue.answeredWithin(0)).toBeCloseTo(1 - queue.waitProbability, 12);
      expect(queue.abandonedWithin(0)).toBe(0);
    });
  });

  it('does not care about the unit of time', () => {
    check((drawn) => {
      const line = lineOf(drawn);
      const slow = {
        ...line,
        contactsPerHour: line.contactsPerHour / 60,
        handleTime: line.handleTime * 60,
        patience: line.patience * 60,
      };
      expect(erlangA(slow).answeredWithin(drawn.threshold * 60)).toBeCloseTo(
        erlangA(line).answeredWithin(drawn.threshold),
        11,
      );
    });
  });

  it('gains by pooling two equal teams', () => {
    check((drawn) => {
      const line = lineOf(drawn);
      const pooled = { ...line, contactsPerHour: 2 * line.contactsPerHour, agents: 2 * line.agents };
      expect(erlangA(pooled).abandonProbability).toBeLessThanOrEqual(
        erlangA(line).abandonProbability + 1e-13,
      );
    });
  });

  it('tends to Erlang C as patience grows', () => {
    const line = { contactsPerHour: 200, handleTime: 180, agents: 14 };
    expect(erlangA({ ...line, patience: 1e9 }).answeredWithin(20)).toBeCloseTo(
      erlangC(line).answeredWithin(20),
      5,
    );
  });
});

describe('laws of Erlang B and C', () => {
  it('B <= C, falls with each agent, and is smooth between whole numbers', () => {
    check((drawn) => {
      const { contactsPerHour, handleTime, agents } = lineOf(drawn);
      const queue = erlangC({ contactsPerHour, handleTime, agents });
      expect(erlangB(queue.load, agents)).toBeLessThanOrEqual(queue.waitProbability);
      expect(erlangB(queue.load, agents + 1)).toBeLessThan(erlangB(queue.load, agents));
      const between = erlangB(queue.load, agents + 0.5);
      expect(between).toBeLessThan(erlangB(queue.load, agents));
      expect(between).toBeGreaterThan(erlangB(queue.load, agents + 1));
    });
  });

  it('tells the tail where the service level rounds to 1', () => {
    const line = { contactsPerHour: 200, handleTime: 180, agents: 60 };
    expect(erlangC(line).answeredWithin(600)).toBe(1);
    expect(logWaitBeyond(line, 600)).toBeLessThan(-150);
    const near = { ...line, agents: 14 };
    expect(Math.exp(logWaitBeyond(near, 20))).toBeCloseTo(1 - erlangC(near).answeredWithin(20), 13);
  });

  it('names overload', () => {
    const queue = erlangC({ contactsPerHour: 200, handleTime: 180, agents: 10 });
    expect(queue).toMatchObject({
      waitProbability: 1,
      occupancy: 1,
      meanWait: Infinity,
      meanWaitAnswered: Infinity,
      meanQueueLength: Infinity,
      abandonProbability: 0,
    });
    expect(queue.answeredWithin(1e9)).toBe(0);
    for (const definition of definitions) expect(serviceLevel(queue, 20, definition)).toBe(0);
  });
});

describe('required agents', () => {
  const definitionArbitrary = fc.constantFrom(...definitions);

  it('is the least number, for every definition and mix of targets', () => {
    fc.assert(
      fc.property(
        lineArbitrary,
        definitionArbitrary,
        fc.double({ min: 0.3, max: 0.99, noNaN: true }),
        fc.boolean(),
        (drawn, definition, share, patient) => {
          const { contactsPerHour, handleTime, patience } = lineOf(drawn);
          const demand = patient
            ? { contactsPerHour, handleTime }
            : { contactsPerHour, handleTime, patience };
          const targets = {
            serviceLevel: { share, threshold: drawn.threshold, definition },
            maxOccupancy: 0.93,
            meanWaitAnswered: 60,
          };
          const meets = (agents: number): boolean => {
            const queue = patient
              ? erlangC({ contactsPerHour, handleTime, agents })
              : erlangA({ contactsPerHour, handleTime, patience, agents });
            return (
              serviceLevel(queue, drawn.threshold, definition) >= share &&
              queue.occupancy <= 0.93 * (1 + 1e-15) &&
              queue.meanWaitAnswered <= 60
            );
          };
          const agents = requiredAgents(demand, targets);
          expect(meets(agents)).toBe(true);
          if (agents > 1) expect(meets(agents - 1)).toBe(false);
        },
      ),
      { seed, numRuns: 200 },
    );
  });

  it('meets a cap that the load meets exactly', () => {
    expect(requiredAgents({ contactsPerHour: 170, handleTime: 180 }, { maxOccupancy: 0.85 })).toBe(10);
  });

  it('goes below the load where customers give up', () => {
    const demand = { contactsPerHour: 2000, handleTime: 180, patience: 60 };
    const agents = requiredAgents(demand, { abandonment: 0.3 });
    expect(agents).toBeLessThan(100);
    expect(erlangA({ ...demand, agents }).abandonProbability).toBeLessThanOrEqual(0.3);
  });

  it('is 0 only without contacts', () => {
    const target = { serviceLevel: { share: 0.8, threshold: 20 } };
    expect(requiredAgents({ contactsPerHour: 0, handleTime: 180 }, target)).toBe(0);
    expect(requiredAgents({ contactsPerHour: 1e-6, handleTime: 1 }, target)).toBe(1);
  });

  it('says what no staff can reach', () => {
    const demand = { contactsPerHour: 100, handleTime: 180, patience: 100 };
    expect(() => requiredAgents(demand, { serviceLevel: { share: 1, threshold: 0 } })).toThrow(
      UnattainableTarget,
    );
    expect(() => requiredAgents(demand, { meanWaitAnswered: 0 })).toThrow(UnattainableTarget);
  });
});

describe('broken domains', () => {
  const line = { contactsPerHour: 100, handleTime: 180, patience: 100, agents: 10 };
  const { patience: _, ...endless } = line;

  it.each([-1, NaN, Infinity, -Infinity])('rate or time %d', (value) => {
    expect(() => erlangB(value, 10)).toThrow(DomainError);
    expect(() => erlangB(10, value)).toThrow(DomainError);
    for (const key of ['contactsPerHour', 'handleTime', 'patience', 'agents'] as const) {
      expect(() => erlangA({ ...line, [key]: value })).toThrow(DomainError);
    }
    for (const key of ['contactsPerHour', 'handleTime', 'agents'] as const) {
      expect(() => erlangC({ ...endless, [key]: value })).toThrow(DomainError);
    }
    expect(() => requiredAgents({ ...line, patience: value }, { abandonment: 0.1 })).toThrow(DomainError);
  });

  it('agents 0 under load, fractional agents with patience, times of 0', () => {
    expect(() => erlangB(1, 0)).toThrow(DomainError);
    expect(() => erlangC({ ...endless, agents: 0 })).toThrow(DomainError);
    expect(() => erlangA({ ...line, agents: 0 })).toThrow(DomainError);
    expect(() => erlangA({ ...line, agents: 9.5 })).toThrow(DomainError);
    expect(() => erlangA({ ...line, patience: 0 })).toThrow(DomainError);
    // Overloaded with endless patience: named, rather than summed for hours.
    expect(() => erlangA({ ...line, agents: 1, patience: 1e12 })).toThrow(DomainError);
    expect(erlangC({ ...endless, agents: 9.5 }).waitProbability).toBeGreaterThan(0);
    expect(erlangB(0, 0)).toBe(1);
  });

  it('thresholds below 0 and targets outside (0, 1]', () => {
    expect(() => erlangA(line).answeredWithin(-1)).toThrow(DomainError);
    expect(() => serviceLevel(erlangA(line), NaN)).toThrow(DomainError);
    for (const share of [0, -0.1, 1.1, NaN]) {
      expect(() => requiredAgents(line, { serviceLevel: { share, threshold: 20 } })).toThrow(DomainError);
      expect(() => requiredAgents(line, { abandonment: share })).toThrow(DomainError);
      expect(() => requiredAgents(line, { maxOccupancy: share })).toThrow(DomainError);
    }
    expect(() => requiredAgents(line, {})).toThrow(DomainError);
  });

  it('names function, argument, value and requirement', () => {
    expect(() => erlangA({ ...line, patience: 0 })).toThrow(
      'erlangA: patience is 0, but must be a finite number above 0',
    );
  });
});
