/** Days that begin with a line, against closed forms of few contacts. */
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { carriedDay } from '../../src/queueing/day-carry.ts';
import { changeEffects } from '../../src/queueing/day-effects.ts';
import { dayLevels, dayOutcomes } from '../../src/queueing/day-outcomes.ts';
import { sequentialRequirement } from '../../src/queueing/sequential-requirement.ts';
import { transientDay, type Day } from '../../src/queueing/transient-day.ts';

/** One agent of 100 s a contact, customers of 200 s patience; nobody comes. */
const quiet: Day = {
  intervalLength: 1800,
  intervals: [{ contactsPerHour: 0, agents: 1 }],
  handleTime: 100,
  patience: 200,
  threshold: 60,
  waiting: [30, 10, 0],
};
const [served, leaves] = [1 / 100, 1 / 200];

describe('a day that begins with a line', () => {
  it('follows who is in it to the end of the wait', () => {
    const { intervals, day } = dayOutcomes(quiet);
    // The first starts at once, after 30 s. The second: to start before he leaves μ / (μ + θ), within 50 s more
    // that times 1 − e^(−50 (μ + θ)). The third needs two steps forward, at μ + θ (one served or the one before
    // him gone) and then μ, and himself to stay: (μ + θ) μ / ((μ + 2θ) (μ + θ)) in the end.
    const second = served / (served + leaves);
    const third = ((served + leaves) / (served + 2 * leaves)) * second;
    const soon = second * (1 - Math.exp(-50 * (served + leaves)));
    // Rates of leaving the two states: μ + 2θ, then μ + θ; within 60 s.
    const [first, next] = [served + 2 * leaves, served + leaves];
    const both = 1 - (first * Math.exp(-60 * next) - next * Math.exp(-60 * first)) / (first - next);
    expect(day.offered).toBe(3);
    expect(day.answered).toBeCloseTo(1 + second + third, 6);
    expect(day.answeredWithin).toBeCloseTo(1 + soon + third * both, 6);
    expect(intervals[0]).toEqual(day);
    expect(dayLevels(quiet, 'offered')[0]).toBeCloseTo(day.answeredWithin / 3, 6);
    // Who has waited longer than the threshold is late however soon he is answered.
    expect(dayOutcomes({ ...quiet, waiting: [90, 10, 0] }).day.answeredWithin).toBeCloseTo(
      day.answeredWithin - 1,
      6,
    );
    // Waits before the day count: the first's 30 s, and of the second, if he is answered, 10 s more.
    const later = dayOutcomes({ ...quiet, waiting: [30, 20, 0] }).day.waitOfAnswered;
    expect(later - day.waitOfAnswered).toBeCloseTo(10 * second, 6);
  });

  it('carries it like a day from that number of contacts', () => {
    const busy: Day = { ...quiet, intervals: [{ contactsPerHour: 40, agents: 2 }], waiting: [9, 8, 7, 0] };
    const { waiting: _, ...empty } = busy;
    const own = transientDay(busy).day;
    const given = carriedDay(empty, { law: [0, 0, 0, 0, 1] }).day;
    expect(own.meanQueueLength).toBeCloseTo(given.meanQueueLength, 9);
    expect(own.abandoned).toBeCloseTo(given.abandoned, 9);
    expect(own.meanQueueLength).toBeGreaterThan(transientDay(empty).day.meanQueueLength + 0.05);
    // An agent more answers more of who comes behind a line.
    const effect = (day: Day): number => {
      const more = changeEffects(day, [(one) => ({ ...one, agents: one.agents + 1 })]);
      return more.effects[0]?.[0]?.count ?? NaN;
    };
    expect(effect(busy)).toBeGreaterThan(effect(empty));
    expect(() => carriedDay(busy, { law: [1] })).toThrow(DomainError);
  });

  it('asks for more agents first, and for no more in the end', () => {
    const { waiting: _, ...day } = quiet;
    const calls = { ...day, intervals: Array.from({ length: 6 }, () => ({ contactsPerHour: 200 })) };
    const targets = { serviceLevel: { share: 0.8, threshold: 20 } };
    const empty = sequentialRequirement(calls, targets).agents;
    const line = sequentialRequirement({ ...calls, waiting: Array.from({ length: 30 }, () => 60) }, targets);
    expect(line.agents[0]).toBeGreaterThan(empty[0] ?? NaN);
    expect(line.agents.at(-1)).toBe(empty.at(-1));
  });

  it('refuses a line out of order, and one before pooled ends', () => {
    expect(() => dayOutcomes({ ...quiet, waiting: [1, 2] })).toThrow(DomainError);
    expect(() => dayOutcomes({ ...quiet, waiting: [-1] })).toThrow(DomainError);
    expect(() => transientDay({ ...quiet, shiftEnd: 'pooled' })).toThrow(DomainError);
  });
});
