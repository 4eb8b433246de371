import { describe, expect, it } from 'vitest';
import { comparePlans } from '../../src/simulation/compare.ts';
import { singleQueue } from './models.ts';

const plan = (agents: number) =>
  singleQueue({ contactsPerHour: 200, handleTime: 180, agents, patience: 120, hours: 8 });

describe('comparePlans', () => {
  const result = comparePlans(plan(12), plan(13), { seed: 9, replications: 100 });
  const [difference] = result.differences;

  it('lets the same customers meet both plans', () => {
    expect(difference?.offered).toEqual({ value: 0, low: 0, high: 0 });
  });

  it('takes the difference of the two estimates', () => {
    const [a] = result.first.classes;
    const [b] = result.second.classes;
    expect(difference?.serviceLevel?.value).toBeCloseTo(
      (b?.serviceLevel?.value ?? 0) - (a?.serviceLevel?.value ?? 0),
      12,
    );
    expect(difference?.serviceLevel?.low).toBeGreaterThan(0);
  });

  it('is far surer of the difference than of either plan', () => {
    const width = (estimate: { low: number; high: number } | null | undefined) =>
      (estimate?.high ?? 0) - (estimate?.low ?? 0);
    const apart = Math.hypot(
      width(result.first.classes[0]?.serviceLevel),
      width(result.second.classes[0]?.serviceLevel),
    );
    // Common random numbers divided the variance by 20 in a study of 12 against 13 agents.
    expect(width(difference?.serviceLevel)).toBeLessThan(apart / 2);
  });

  it('finds no difference between a plan and itself', () => {
    const same = comparePlans(plan(12), plan(12), { seed: 9, replications: 8 }).differences[0];
    expect(same?.serviceLevel).toEqual({ value: 0, low: 0, high: 0 });
  });
});
