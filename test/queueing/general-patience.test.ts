import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { erlangA } from '../../src/queueing/erlang-a.ts';
import { generalPatience } from '../../src/queueing/general-patience.ts';
import type { PatienceLaw } from '../../src/queueing/patience-law.ts';
import { survivalOf } from '../../src/queueing/patience-law.ts';

const line = { contactsPerHour: 252, handleTime: 120, agents: 12 };

describe('general patience', () => {
  it.each([
    ['lightly loaded', { contactsPerHour: 100, handleTime: 300, agents: 60 }, 200],
    ['12 agents', line, 60],
    ['three times overloaded', { contactsPerHour: 200, handleTime: 180, agents: 3 }, 120],
    ['1,000 agents at their load', { contactsPerHour: 12_000, handleTime: 300, agents: 1000 }, 200],
  ])('exponential patience is Erlang A: %s', (_, queue, mean) => {
    const general = generalPatience({ ...queue, patience: { kind: 'exponential', mean } });
    const exact = erlangA({ ...queue, patience: mean });
    for (const key of [
      'occupancy',
      'waitProbability',
      'meanWait',
      'meanWaitAnswered',
      'abandonProbability',
    ] as const) {
      expect(general[key] / exact[key]).toBeCloseTo(1, 12);
    }
    for (const key of ['answeredWithin', 'abandonedWithin', 'offeredWaitWithin'] as const) {
      expect(general[key](20) / exact[key](20)).toBeCloseTo(1, 12);
    }
  });

  it('one in ten balks, the others are of two minds', () => {
    // Origin: quadrature in 50 digits; a simulation of 2e7 contacts gave 0.03732 abandoned, 0.94653 in time.
    const queue = generalPatience({
      ...line,
      patience: {
        kind: 'hyperexponential',
        balk: 0.1,
        parts: [
          { share: 2 / 3, mean: 30 },
          { share: 1 / 3, mean: 300 },
        ],
      },
    });
    expect(queue.waitProbability).toBeCloseTo(0.112996322, 9);
    expect(queue.abandonProbability).toBeCloseTo(0.037228274, 9);
    expect(queue.answeredWithin(20)).toBeCloseTo(0.946650333, 9);
  });

  it.each<PatienceLaw>([
    { kind: 'weibull', scale: 60, shape: 0.5 },
    { kind: 'weibull', scale: 60, shape: 2 },
    { kind: 'lognormal', mean: 60, cv: 1.3, balk: 0.05 },
  ])('keeps the balance of contacts: %o', (patience) => {
    const queue = generalPatience({ ...line, patience });
    const answered = queue.answeredWithin(Infinity);
    expect(answered + queue.abandonProbability).toBeCloseTo(1, 7);
    // Busy agents = work of the answered: E[busy] from the wait law must agree with the load carried.
    expect(queue.occupancy * line.agents).toBeCloseTo(queue.load * answered, 7);
    expect(queue.answeredWithin(20) + queue.abandonedWithin(20)).toBeLessThan(1);
    expect(queue.abandonedWithin(1e6)).toBeCloseTo(queue.abandonProbability, 9);
  });

  it('has survival laws whose integral is the mean wait', () => {
    for (const law of [
      { kind: 'weibull', scale: 60, shape: 0.7 },
      { kind: 'lognormal', mean: 60, cv: 0.8 },
    ] as const) {
      const survival = survivalOf(law);
      let sum = 0;
      for (let x = 0.005; x < 50; x += 0.01) sum += survival.beyond(x) * 0.01;
      expect(survival.meanUpTo(50)).toBeCloseTo(sum, 2);
    }
    expect(survivalOf({ kind: 'lognormal', mean: 60, cv: 0.8 }).meanUpTo(1e7)).toBeCloseTo(60, 8);
  });

  it('rejects broken laws', () => {
    for (const patience of [
      { kind: 'exponential', mean: 0 },
      { kind: 'exponential', mean: 10, balk: 1 },
      { kind: 'hyperexponential', parts: [{ share: 0.5, mean: 10 }] },
    ] as const) {
      expect(() => generalPatience({ ...line, patience })).toThrow(DomainError);
    }
  });
});
