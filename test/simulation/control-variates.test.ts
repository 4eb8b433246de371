/** The controlled service level against an exact day, and what it gains. */
import { describe, expect, it } from 'vitest';
import { transientDay } from '../../src/queueing/transient-day.ts';
import { simulateModel } from '../../src/simulation/simulate.ts';
import { agents, halfDay, rates } from './half-day.ts';

describe('the controlled service level', () => {
  it('is the same quantity as the plain one, with a narrower interval', { tags: 'slow' }, () => {
    const intervals = rates.map((contactsPerHour, i) => ({ contactsPerHour, agents: agents[i] ?? 0 }));
    const { day } = transientDay({
      intervalLength: 1800,
      intervals: [...intervals, { contactsPerHour: 0, agents: 12 }],
      handleTime: 180,
      patience: 120,
      threshold: 20,
    });
    const exact = day.answeredWithinThreshold / day.offered;
    const [calls] = simulateModel(halfDay(0), { seed: 4, replications: 400 }).classes;
    const controlled = calls?.controlledServiceLevel;
    const width = (estimate: { low: number; high: number } | null | undefined) =>
      (estimate?.high ?? NaN) - (estimate?.low ?? NaN);
    // 95 % intervals: two and four half-widths are four and eight standard errors.
    expect(Math.abs((controlled?.value ?? NaN) - exact)).toBeLessThan(width(controlled));
    expect(width(controlled) / width(calls?.serviceLevel)).toBeCloseTo((controlled?.gain ?? NaN) ** -0.5, 2);
    expect(controlled?.gain).toBeGreaterThan(1.3);
  });

  it('gains most where busy days differ', { tags: 'slow' }, () => {
    const [calls] = simulateModel(halfDay(0.1), { seed: 4, replications: 400 }).classes;
    expect(calls?.controlledServiceLevel?.gain).toBeGreaterThan(3);
  });

  it('says nothing where there is nothing to take out', () => {
    expect(
      simulateModel(halfDay(0), { seed: 4, replications: 8 }).classes[0]?.controlledServiceLevel,
    ).toBeNull();
  });
});
