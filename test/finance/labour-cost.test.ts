import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { labourFor, totalLabour } from '../../src/finance/labour-cost.ts';

const terms = { shrinkage: 0.35, hourlyCost: 22, hoursPerFte: 35 };

describe('labourFor', () => {
  it('divides by what is left after shrinkage', () => {
    // By hand: at 35 % shrinkage 1 floor hour needs 1 / 0.65 = 1.538 paid hours (not 1.35).
    const figures = labourFor(650, 7, terms);
    expect(figures.paidHours).toBeCloseTo(1000, 9);
    expect(figures.cost).toBeCloseTo(22_000, 9);
    expect(figures.fte).toBeCloseTo(1000 / 35, 9);
  });

  it('counts absence on top of shrinkage, never twice', () => {
    // By hand: 95 hours on the floor are 100 scheduled at 5 % absence, 125 paid at 20 % shrinkage.
    const figures = labourFor(95, 7, { ...terms, shrinkage: 0.2, absence: 0.05 });
    expect(figures.absentHours).toBeCloseTo(5, 9);
    expect(figures.paidHours).toBeCloseTo(125, 9);
  });

  it('gives full-time equivalents per week whatever the number of days', () => {
    expect(labourFor(1300, 14, terms).fte).toBeCloseTo(labourFor(650, 7, terms).fte, 12);
  });

  it('names what is out of its domain', () => {
    expect(() => labourFor(1, 7, { ...terms, shrinkage: 1 })).toThrow(DomainError);
    expect(() => labourFor(1, 7, { ...terms, absence: -0.1 })).toThrow(/absence is -0.1/);
    expect(() => labourFor(-1, 7, terms)).toThrow(/floorHours is -1/);
  });

  it('adds groups up', () => {
    const one = labourFor(65, 7, terms);
    expect(totalLabour([one, one]).cost).toBeCloseTo(2 * one.cost, 9);
  });
});
