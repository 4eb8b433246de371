/** Random days at a tolerance against the same days at 1e-9, in every measure of every interval. */
import { expect, it } from 'vitest';
import { transientDay } from '../../src/queueing/transient-day.ts';

it.each([1e-3, 1e-5])(
  'meets a tolerance of %f on random days, tiny measures included',
  (tolerance) => {
    let state = 4242;
    const random = (): number => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return state / 0x7fffffff;
    };
    let worst = 0;
    for (let k = 0; k < 48; k++) {
      const scale = Math.exp(random() * 4.5);
      const handleTime = 60 + random() * 600;
      const day = {
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
      const [asked, exact] = [transientDay({ ...day, tolerance }), transientDay({ ...day, tolerance: 1e-9 })];
      for (const [i, interval] of exact.intervals.entries()) {
        const [values, others] = [Object.values(interval), Object.values(asked.intervals[i]!)];
        for (const [m, value] of values.entries()) {
          // A billionth of a contact or of the time is the floor.
          worst = Math.max(worst, Math.abs(others[m]! - value) / Math.max(Math.abs(value), 1e-9));
        }
      }
    }
    expect(worst).toBeLessThan(tolerance);
    expect(worst).toBeGreaterThan(1e-9);
  },
  120_000,
);
