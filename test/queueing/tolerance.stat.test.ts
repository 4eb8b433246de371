/** Random days at a tolerance against the same days at 1e-9, in every measure of every interval. */
import { expect, it } from 'vitest';
import { dayOutcomes } from '../../src/queueing/day-outcomes.ts';
import { sequentialRequirement } from '../../src/queueing/sequential-requirement.ts';
import type { IntervalMeasures } from '../../src/queueing/transient-day.ts';
import { transientDay } from '../../src/queueing/transient-day.ts';

/** Six intervals of random load and staffing; every fourth day nobody gives up. */
function randomDays(count: number) {
  let state = 4242;
  const random = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  return Array.from({ length: count }, (_, k) => {
    const scale = Math.exp(random() * 4.5);
    const handleTime = 60 + random() * 600;
    return {
      intervalLength: [300, 900, 1800][k % 3] ?? 900,
      handleTime,
      patience: k % 4 === 0 ? undefined : handleTime * Math.exp(random() * 4 - 3),
      intervals: Array.from({ length: 6 }, () => ({
        contactsPerHour: (scale * (0.3 + random()) * 3600) / handleTime,
        agents: Math.round(scale * (0.4 + random())),
      })),
      shiftEnd: (['named', 'preemptive'] as const)[k % 2],
      threshold: [0, 20, 60, 600][(k >> 1) % 4] ?? 20,
    };
  });
}

/** The largest relative error of any measure; a billionth of a contact or of the time is the floor. */
function worstError(found: readonly IntervalMeasures[], exact: readonly IntervalMeasures[]): number {
  let worst = 0;
  for (const [i, interval] of exact.entries()) {
    const [values, others] = [Object.values(interval), Object.values(found[i]!)];
    for (const [m, value] of values.entries()) {
      worst = Math.max(worst, Math.abs(others[m]! - value) / Math.max(Math.abs(value), 1e-9));
    }
  }
  return worst;
}

it.each([1e-3, 1e-5])(
  'meets a tolerance of %f on random days, tiny measures included',
  (tolerance) => {
    const worst = randomDays(48).map((day) =>
      worstError(
        transientDay({ ...day, tolerance }).intervals,
        transientDay({ ...day, tolerance: 1e-9 }).intervals,
      ),
    );
    expect(Math.max(...worst)).toBeLessThan(tolerance);
    expect(Math.max(...worst)).toBeGreaterThan(1e-9);
  },
  120_000,
);

it.each([1e-3, 1e-5])(
  'meets a tolerance of %f in what a requirement gives, however staffing changes ahead',
  (tolerance) => {
    for (const [k, { threshold, ...day }] of randomDays(6).entries()) {
      const level = { share: 0.8, threshold, definition: (['answered', 'virtual'] as const)[k % 2] };
      for (const targets of [{ serviceLevel: level }, { meanWaitAnswered: 0.05 * day.handleTime }]) {
        const { agents, intervals } = sequentialRequirement({ ...day, tolerance }, targets);
        const staffed = {
          ...day,
          threshold: 'serviceLevel' in targets ? threshold : 0,
          intervals: day.intervals.map((item, i) => ({ ...item, agents: agents[i] ?? 0 })),
          tolerance: 1e-9,
        };
        expect(worstError(intervals, transientDay(staffed).intervals), `day ${k}`).toBeLessThan(tolerance);
        for (const [i, exact] of dayOutcomes(staffed).intervals.entries()) {
          const [part, whole] =
            'serviceLevel' in targets
              ? [
                  k % 2 === 0 ? exact.answeredWithin : exact.offeredWaitWithin,
                  0.8 * (k % 2 === 0 ? exact.answered : exact.offered),
                ]
              : [0.05 * day.handleTime * exact.answered, exact.waitOfAnswered];
          expect(part, `day ${k}, interval ${i}`).toBeGreaterThanOrEqual(whole * (1 - 2 * tolerance));
        }
      }
    }
  },
  120_000,
);
