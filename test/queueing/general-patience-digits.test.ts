/**
 * M/M/n+G over a grid of laws, sizes and loads against 50-digit arithmetic (patience-digits.ts): every
 * measure to a relative 1e-6, however small.
 */
import { describe, expect, it } from 'vitest';
import { generalPatience } from '../../src/queueing/general-patience.ts';
import type { PatienceLaw } from '../../src/queueing/patience-law.ts';
import { big, ExactQueues } from './patience-digits.ts';

const PARTS = [
  { share: 0.625, mean: 15 },
  { share: 0.375, mean: 400 },
];
/** Each with the nodes that its steepest fall needs: half as many agree to 1e-4 or better, so these to 1e-8. */
const LAWS: readonly (readonly [PatienceLaw, nodes: number])[] = [
  [{ kind: 'exponential', mean: 100, balk: 0.125 }, 16],
  [{ kind: 'hyperexponential', parts: PARTS, balk: 0.125 }, 16],
  [{ kind: 'weibull', scale: 90, shape: 0.2 }, 16],
  [{ kind: 'weibull', scale: 60, shape: 0.5, balk: 0.125 }, 16],
  [{ kind: 'weibull', scale: 90, shape: 0.8 }, 16],
  [{ kind: 'weibull', scale: 200, shape: 2.5 }, 16],
  [{ kind: 'weibull', scale: 100, shape: 10 }, 40],
  [{ kind: 'lognormal', mean: 120, cv: 0.1 }, 40],
  [{ kind: 'lognormal', mean: 120, cv: 0.5, balk: 0.125 }, 24],
  [{ kind: 'lognormal', mean: 120, cv: 1.3 }, 20],
  [{ kind: 'lognormal', mean: 300, cv: 4 }, 16],
];
const QUEUES = [
  [1, 0.4],
  [12, 15],
  [5, 20],
  [60, 25],
  [100, 97],
  [400, 410],
] as const;
/** Seconds. */
const THRESHOLDS = [2, 150];
/** Chances below this are as good as none: 50 digits give them 20 of their own. */
const NOTHING = 1e-30;

const MEASURES = [
  'waitProbability',
  'abandonProbability',
  'meanWait',
  'answeredWithin',
  'abandonedWithin',
  'offeredWaitWithin',
] as const;

describe('general patience against 50 digits', () => {
  it.each(LAWS)('%j', { tags: 'slow' }, (patience, nodes) => {
    const exactly = new ExactQueues(patience, nodes);
    for (const [agents, load] of QUEUES) {
      const queue = generalPatience({ contactsPerHour: load * 20, handleTime: 180, agents, patience });
      for (const { threshold, ...exact } of exactly.measures(agents, load, THRESHOLDS)) {
        const found = {
          waitProbability: queue.waitProbability,
          abandonProbability: queue.abandonProbability,
          meanWait: queue.meanWait,
          answeredWithin: queue.answeredWithin(threshold),
          abandonedWithin: queue.abandonedWithin(threshold),
          offeredWaitWithin: queue.offeredWaitWithin(threshold),
        };
        for (const name of MEASURES) {
          const error = big(found[name]).minus(exact[name]).div(Math.max(exact[name].toNumber(), NOTHING));
          expect(
            error.abs().toNumber(),
            `${name}, ${agents} agents, ${load} erlangs, ${threshold} s`,
          ).toBeLessThanOrEqual(1e-6);
        }
      }
    }
  });
});
