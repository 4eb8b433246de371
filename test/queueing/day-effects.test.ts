import { describe, expect, it } from 'vitest';
import { agentEffects } from '../../src/queueing/day-effects.ts';
import { sequentialRequirement } from '../../src/queueing/sequential-requirement.ts';
import type { DayInterval } from '../../src/queueing/transient-day.ts';
import { transientDay } from '../../src/queueing/transient-day.ts';
import { DomainError, UnattainableTarget } from '../../src/errors.ts';
import { rough } from './rough-day.ts';

describe('effects on the day', () => {
  it('equal a day solved again with the change', { tags: 'slow' }, () => {
    const day = { ...rough, intervals: rough.intervals.slice(0, 3), tolerance: 1e-6 };
    const count = (intervals: readonly DayInterval[]) =>
      transientDay({ ...day, intervals }).day.answeredWithinThreshold;
    const { plusAgent } = agentEffects(day);
    const more = day.intervals.map((item, i) => (i === 1 ? { ...item, agents: item.agents + 1 } : item));
    expect(plusAgent[1]).toBeCloseTo(count(more) - count(day.intervals), 5);
  });

  it('helps most where most is missing', { tags: 'slow' }, () => {
    const { plusAgent } = agentEffects(rough);
    expect(plusAgent.indexOf(Math.max(...plusAgent))).toBe(1);
  });
});

describe('sequential requirement', () => {
  const peak = Array.from({ length: 16 }, (_, i) => ({
    contactsPerHour: 100 + 500 * Math.sin((i / 15) * Math.PI),
  }));
  const base = { intervalLength: 900, handleTime: 240, patience: 120, intervals: peak };
  const target = { serviceLevel: { share: 0.8, threshold: 20 } };

  it.each(['named', 'preemptive'] as const)(
    'meets the target in every interval with no agent to spare: %s',
    { tags: 'slow' },
    (shiftEnd) => {
      const { agents, intervals } = sequentialRequirement({ ...base, shiftEnd, tolerance: 1e-4 }, target);
      for (const { answeredWithinThreshold, offered } of intervals) {
        expect(answeredWithinThreshold / offered).toBeGreaterThanOrEqual(0.8 - 1e-4);
      }
      for (const i of [3, 8, 12]) {
        const fewer = transientDay({
          ...base,
          shiftEnd,
          threshold: 20,
          intervals: peak.map((item, k) => ({ ...item, agents: agents[k]! - (k === i ? 1 : 0) })),
        }).intervals;
        const missed = [i - 1, i].some((k) => fewer[k]!.answeredWithinThreshold / fewer[k]!.offered < 0.8);
        expect(missed).toBe(true);
      }
    },
  );

  it('spends fewer hours with named agents than with contacts put back', { tags: 'slow' }, () => {
    const hours = (shiftEnd: 'named' | 'preemptive') =>
      sequentialRequirement({ ...base, shiftEnd, tolerance: 1e-3 }, target).agents.reduce(
        (sum, n) => sum + n,
        0,
      );
    expect(hours('named')).toBeLessThan(hours('preemptive'));
  });

  it('needs nobody while nobody calls, unless somebody still waits', () => {
    const intervals = [
      { contactsPerHour: 0 },
      { contactsPerHour: 100 },
      { contactsPerHour: 0 },
      { contactsPerHour: 0 },
    ];
    const { agents } = sequentialRequirement({ ...base, intervals }, target);
    expect(agents[0]).toBe(0);
    expect(agents[3]).toBe(0);
  });

  it('respects abandonment and occupancy', { tags: 'slow' }, () => {
    const lax = sequentialRequirement({ ...base, tolerance: 1e-3 }, target);
    const strict = sequentialRequirement(
      { ...base, tolerance: 1e-3 },
      { ...target, abandonment: 0.02, maxOccupancy: 0.75 },
    );
    for (const [i, { abandoned, offered, occupancy }] of strict.intervals.entries()) {
      expect(abandoned / offered).toBeLessThanOrEqual(0.0201);
      expect(occupancy).toBeLessThanOrEqual(0.751);
      expect(strict.agents[i]).toBeGreaterThanOrEqual(lax.agents[i]! - 1);
    }
  });

  it('rejects what cannot be', () => {
    expect(() => sequentialRequirement(base, { serviceLevel: { share: 1, threshold: 20 } })).toThrow(
      UnattainableTarget,
    );
    expect(() => sequentialRequirement(base, { serviceLevel: { share: 0, threshold: 20 } })).toThrow(
      DomainError,
    );
  });
});
