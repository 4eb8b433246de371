/** Earliest due first against the demand bound: it keeps every promise that anybody could keep. */
import { array, assert, integer, property, record } from 'fast-check';
import { expect, it } from 'vitest';
import type { CustomerClass, SimulationModel } from '../../src/simulation/model.ts';
import { simulateModel } from '../../src/simulation/simulate.ts';

const BEGIN = 10;
const jobs = array(
  record({
    count: integer({ min: 1, max: 3 }),
    work: integer({ min: 5, max: 60 }),
    due: integer({ min: 20, max: 500 }),
  }),
  { minLength: 2, maxLength: 6 },
);

it('meets every due time exactly when the work due by each fits before it', { tags: 'slow' }, () => {
  let met = 0;
  let missed = 0;
  assert(
    property(jobs, (list) => {
      // Everything is there at 0 and the agent comes at 10. By each due time he must have done what is due by then.
      const fits = list.every(({ due }) => {
        const demand = list
          .filter((other) => other.due <= due)
          .reduce((sum, { count, work }) => sum + count * work, 0);
        return BEGIN + demand <= due;
      });
      const model: SimulationModel = {
        horizon: { intervalSeconds: 10_000, intervals: 1 },
        classes: list.map(({ count, work, due }, i): CustomerClass => ({
          id: `c${i}`,
          arrivals: { kind: 'instants', at: Array.from({ length: count }, () => 0) },
          handleTime: { kind: 'constant', value: work },
          deferred: { open: [[0, 10_000]], due },
        })),
        groups: [
          {
            id: 'desk',
            takes: 'earliestDue',
            serves: list.map((_, i) => ({ class: `c${i}` })),
            staffing: { kind: 'shifts', shifts: [{ stretches: [[BEGIN, 10_000]] }] },
          },
        ],
      };
      const { classes } = simulateModel(model, { seed: 1, replications: 1 });
      const kept = classes.every((c) => c.serviceLevel?.value === 1);
      expect(kept).toBe(fits);
      if (kept) met++;
      else missed++;
    }),
    { numRuns: 100, seed: 5 },
  );
  expect(Math.min(met, missed)).toBeGreaterThan(15);
});
