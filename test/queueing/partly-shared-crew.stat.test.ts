/** A line of which some agents also write, against the simulation with lognormal times, on seeds it was not made with. */
import { describe, expect, it } from 'vitest';
import { ANSWERED_WITHIN, WAITING_SUMS, waitingSums } from '../../src/queueing/erlang-a-kernel.ts';
import type { PartlySharedCrew } from '../../src/queueing/idle-writers.ts';
import { idleWeight, mostWritten, writtenLine } from '../../src/queueing/partly-shared-crew.ts';
import type { SimulationModel } from '../../src/simulation/model.ts';
import { simulateModel } from '../../src/simulation/simulate.ts';

const HANDLE_TIME = 300;
const PATIENCE = 200;
const HOURS = 250;

type Case = { readonly crew: PartlySharedCrew; readonly half: boolean };

const cases = [6, 12, 30].flatMap((agents) =>
  [0.3, 0.5, 0.7].flatMap((share) =>
    [0, 1, 3].flatMap((reserve) =>
      [0.6, 0.9, 1.2].flatMap((load) =>
        [0.5, 1, 3].flatMap((length) =>
          [false, true].flatMap((half): Case[] => {
            const writers = Math.round(agents * share);
            const arrivalRate = (load * agents) / HANDLE_TIME;
            const deferredTime = HANDLE_TIME * length;
            const times = { arrivalRate, handleTime: HANDLE_TIME, deferredTime, patience: PATIENCE };
            return reserve < writers ? [{ crew: { agents, writers, reserve, ...times }, half }] : [];
          }),
        ),
      ),
    ),
  ),
);

/** Steady for a fortnight; e-mail has for ever. */
function simulated({ crew, half }: Case, wanted: number, seed: number) {
  const { agents, writers, reserve, arrivalRate, deferredTime } = crew;
  const lognormal = (mean: number) => ({ kind: 'lognormal' as const, mean, cv: 1 });
  const rates = (contactsPerHour: number) => ({ kind: 'rates' as const, contactsPerHour: [contactsPerHour] });
  const model: SimulationModel = {
    horizon: { intervalSeconds: 3600 * HOURS, intervals: 1, warmUp: 36_000 },
    classes: [
      {
        id: 'call',
        arrivals: rates(arrivalRate * 3600),
        handleTime: lognormal(HANDLE_TIME),
        patience: { distribution: { kind: 'exponential', mean: PATIENCE } },
        serviceLevel: { definition: 'offered', threshold: 20 },
      },
      {
        id: 'mail',
        arrivals: rates(((half ? wanted : 1.5 * writers) * 3600) / deferredTime),
        handleTime: lognormal(deferredTime),
        priority: 2,
        deferred: { open: [[-1e6, 1e9]], due: 1e8 },
      },
    ],
    groups: [
      {
        id: 'calls',
        serves: [{ class: 'call' }],
        staffing: { kind: 'counts', agents: [agents - writers] },
      },
      {
        id: 'both',
        serves: [{ class: 'call' }, { class: 'mail', priority: 2, reserve }],
        staffing: { kind: 'counts', agents: [writers] },
      },
    ],
  };
  const level = simulateModel(model, { seed, replications: 4 }).classes[0]?.serviceLevel;
  if (!level) throw new Error('nothing simulated');
  return level;
}

describe('calls of a line of which some agents also write', () => {
  // Over 288 cases of these seeds: 2.6 points at worst, and 2.03 beyond its own sampling error; 0.6 too kind on average.
  it.each([11, 12])(
    'are answered in time as simulated, within 2.1 points and sampling error (seed %d)',
    (seed) => {
      const errors = cases.flatMap((one, k) => {
        if (k % 25 !== seed) return [];
        const { crew, half } = one;
        const most = mostWritten(crew);
        const wanted = half ? most.deferred / 2 : Infinity;
        const { rates } = writtenLine(crew, wanted, most);
        const { arrivalRate } = crew;
        const sums = new Float64Array(WAITING_SUMS);
        waitingSums(sums, idleWeight(rates, arrivalRate), arrivalRate, rates.drainRate, 1 / PATIENCE, 20);
        const { value, low, high } = simulated(one, wanted, seed);
        const error = (sums[ANSWERED_WITHIN] ?? NaN) - value;
        expect(Math.abs(error), JSON.stringify(one)).toBeLessThan(0.021 + (high - low) / 2);
        return [error];
      });
      expect(errors.length).toBeGreaterThan(12);
      const mean = errors.reduce((a, b) => a + b, 0) / errors.length;
      expect(Math.abs(mean)).toBeLessThan(0.012);
    },
  );
});
