import { describe, expect, it } from 'vitest';
import { errorCorrelation, sharedCorrelation } from '../../src/forecast/error-correlation.ts';
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

  it('gives one figure for all channels: the mean of the pairs, never below zero', () => {
    const [one, two, three] = [0, 1, 2].map((k) =>
      errors(draws.map((noise) => Math.exp((noise[0] ?? 0) + (k === 0 ? 0 : (noise[k] ?? 0))))),
    );
    if (!one || !two || !three) throw new Error('three channels');
    // correlations 1/√2, 1/√2 and 1/2
    expect(sharedCorrelation([one, two, three])?.correlation).toBeCloseTo((Math.SQRT2 + 0.5) / 3, 1);
    expect(sharedCorrelation([one, two, three])?.pairs).toBe(3);
    const inverse = one.map(({ date, ratio }) => ({ date, ratio: 1 / ratio }));
    expect(sharedCorrelation([one, inverse])?.correlation).toBe(0);
    expect(sharedCorrelation([one])).toBeNull();
  });
});
