import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import {
  addShrinkage,
  compoundShrinkage,
  fullTimeEquivalents,
  scheduledHeads,
} from '../../src/staffing/shrinkage.ts';

describe('shrinkage', () => {
  it('divides: 35 % asks for 1.538 times the agents, not 1.35 times', () => {
    expect(scheduledHeads(100, 0.35)).toBeCloseTo(153.846, 3);
  });

  it('adds shares of the same hours, compounds shares of what is left', () => {
    // Origin: 1 − 0.9 · 0.95 · 0.9 · 0.9 = 0.30745, by hand.
    expect(addShrinkage([0.1, 0.05, 0.1, 0.1])).toBeCloseTo(0.35, 12);
    expect(compoundShrinkage([0.1, 0.05, 0.1, 0.1])).toBeCloseTo(0.30745, 12);
  });

  it('counts full-time equivalents: 10 agents for 35 hours are 10 at 35 hours a week', () => {
    expect(
      fullTimeEquivalents(
        Array.from({ length: 70 }, () => 10),
        1800,
        0,
        35,
      ),
    ).toBeCloseTo(10, 12);
    expect(
      fullTimeEquivalents(
        Array.from({ length: 70 }, () => 10),
        1800,
        0.3,
        35,
      ),
    ).toBeCloseTo(14.2857, 4);
  });

  it('rejects a shrinkage of 1', () => {
    expect(() => scheduledHeads(10, 1)).toThrow(DomainError);
  });
});
