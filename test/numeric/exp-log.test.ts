import { assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponential, logarithm } from '../../src/numeric/exp-log.ts';

describe('exponential and logarithm', () => {
  // e^-1 from OEIS A068985; e^700 from bc -l.
  it('agree with tabulated constants', () => {
    expect(exponential(1) / Math.E).toBeCloseTo(1, 15);
    expect(exponential(-1)).toBeCloseTo(0.36787944117144233, 16);
    expect(exponential(0)).toBe(1);
    expect(exponential(700) / 1.0142320547350045e304).toBeCloseTo(1, 14);
    expect(logarithm(2)).toBe(Math.LN2);
    expect(logarithm(10)).toBe(Math.LN10);
    expect(logarithm(1)).toBe(0);
  });

  it('have the limits of the functions', () => {
    expect(exponential(1000)).toBe(Infinity);
    expect(exponential(-1000)).toBe(0);
    expect(exponential(-745)).toBe(5e-324);
    expect(logarithm(0)).toBe(-Infinity);
    expect(logarithm(-1)).toBeNaN();
    expect(logarithm(5e-324)).toBeCloseTo(-744.4400719213812, 12);
    expect(logarithm(Infinity)).toBe(Infinity);
  });

  it('are each other’s inverse to rounding', () => {
    assert(
      property(double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(Math.abs(logarithm(exponential(x)) - x)).toBeLessThanOrEqual(3e-16 * Math.max(1, Math.abs(x)));
      }),
    );
  });
});
