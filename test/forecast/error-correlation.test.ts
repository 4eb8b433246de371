import { describe, expect, it } from 'vitest';
import { errorCorrelation } from '../../src/forecast/error-correlation.ts';
import { formatDate } from '../../src/numeric/civil-date.ts';
import { scatter } from './generated.ts';

const errors = (ratios: readonly number[]) => ratios.map((ratio, day) => ({ date: formatDate(day), ratio }));
const random = scatter(3);
const draws = Array.from({ length: 4000 }, () => [random() - 0.5, random() - 0.5, random() - 0.5]);

describe('error correlation', () => {
  it('is one with itself, minus one with its inverse, near zero with a stranger', () => {
    const one = errors(draws.map(([x = 0]) => Math.exp(x)));
    const inverse = errors(draws.map(([x = 0]) => Math.exp(-x)));
    const stranger = errors(draws.map(([, y = 0]) => Math.exp(y)));
    expect(errorCorrelation(one, one)?.correlation).toBeCloseTo(1, 12);
    expect(errorCorrelation(one, inverse)?.correlation).toBeCloseTo(-1, 12);
    expect(Math.abs(errorCorrelation(one, stranger)?.correlation ?? 1)).toBeLessThan(0.06);
  });

  it('finds the half that two channels share', () => {
    // x + z and y + z with equal variances: correlation 1/2
    const one = errors(draws.map(([x = 0, , z = 0]) => Math.exp(x + z)));
    const other = errors(draws.map(([, y = 0, z = 0]) => Math.exp(y + z)));
    expect(Math.abs((errorCorrelation(one, other)?.correlation ?? 0) - 0.5)).toBeLessThan(0.05);
  });

  it('has no answer from a few days', () => {
    const few = errors([1, 1.1, 0.9]);
    expect(errorCorrelation(few, few)).toBeNull();
  });
});
