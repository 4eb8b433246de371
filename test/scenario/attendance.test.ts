/** Three numbers of agents there, against the whole binomial sum. */
import { describe, expect, it } from 'vitest';
import { erlangA } from '../../src/queueing/erlang-a.ts';
import { attendanceOf, attendances, STRATA } from '../../src/scenario/attendance.ts';

/** Chances of each number there, by the recursion of the binomial law from its most likely end. */
function binomial(scheduled: number, absence: number): number[] {
  let chances = [1];
  for (let agent = 0; agent < scheduled; agent++)
    chances = Array.from(
      { length: agent + 2 },
      (_, there) => (chances[there] ?? 0) * absence + (chances[there - 1] ?? 0) * (1 - absence),
    );
  return chances;
}

const mean = (values: readonly number[], weights: readonly number[]): number =>
  values.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0);

describe('attendance', () => {
  it('keeps mean and variance of the binomial, and chances', () => {
    for (const scheduled of [1, 2, 3, 7, 24, 100, 600])
      for (const absence of [0.01, 0.04, 0.08, 0.2, 0.5, 0.8, 0.95]) {
        const { agents, weights, strata } = attendanceOf(scheduled, absence);
        expect(agents.every((there) => Number.isInteger(there) && there >= 0 && there <= scheduled)).toBe(
          true,
        );
        expect(agents).toEqual(agents.toSorted((a, b) => a - b));
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
        expect(
          mean(
            weights.map(() => 1),
            weights,
          ),
        ).toBeCloseTo(1, 12);
        const there = mean(agents, weights);
        expect(there).toBeCloseTo(scheduled * (1 - absence), 9);
        const spread = mean(
          agents.map((count) => (count - there) ** 2),
          weights,
        );
        expect(spread).toBeCloseTo(scheduled * absence * (1 - absence), 9);
        expect(strata).toHaveLength(STRATA);
        for (const own of strata)
          expect(
            mean(
              own.map(() => 1),
              own,
            ),
          ).toBeCloseTo(1, 12);
        weights.forEach((weight, k) =>
          expect(strata.reduce((sum, own) => sum + (own[k] ?? 0), 0) / STRATA).toBeCloseTo(weight, 12),
        );
      }
  });

  it('deals days out from few there to many', () => {
    const { agents, strata } = attendanceOf(40, 0.1);
    const means = strata.map((own) => mean(agents, own));
    expect(means).toEqual(means.toSorted((a, b) => a - b));
    // Days differ as the binomial does, but for what differs within one kind of day.
    const spread = means.reduce((sum, there) => sum + (there - 36) ** 2, 0) / STRATA;
    expect(spread).toBeGreaterThan(0.85 * 3.6);
    expect(spread).toBeLessThanOrEqual(3.6 + 1e-9);
  });

  it('is everybody where nobody is absent, or nobody planned', () => {
    expect(attendanceOf(5, 0)).toMatchObject({ agents: [5], weights: [1] });
    expect(attendanceOf(0, 0.1)).toMatchObject({ agents: [0], weights: [1] });
    expect(attendances()(28.5, 0.05).agents).toEqual(attendanceOf(30, 0.05).agents);
  });

  it('gives service levels within half a point of the whole binomial sum', () => {
    for (const [scheduled, absence] of [
      [8, 0.05],
      [12, 0.1],
      [24, 0.04],
      [60, 0.08],
      [200, 0.06],
    ] as const)
      for (const load of [0.85, 0.95, 1.02]) {
        const there = scheduled * (1 - absence);
        const level = (agents: number): number =>
          agents === 0
            ? 0
            : erlangA({
                contactsPerHour: there * load * 15,
                handleTime: 240,
                patience: 120,
                agents,
              }).answeredWithin(20);
        const { agents, weights } = attendanceOf(scheduled, absence);
        const chances = binomial(scheduled, absence);
        const whole = chances.reduce(
          (sum, chance, count) => sum + (chance > 1e-12 ? chance * level(count) : 0),
          0,
        );
        expect(Math.abs(mean(agents.map(level), weights) - whole)).toBeLessThan(0.005);
      }
  });
});
