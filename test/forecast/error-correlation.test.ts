import { describe, expect, it } from 'vitest';
import { errorCorrelation, sharedCorrelation } from '../../src/forecast/error-correlation.ts';
import { formatDate } from '../../src/numeric/civil-date.ts';
import { scatter } from './generated.ts';

/** Of so many contacts that chance is nothing. */
const errors = (ratios: readonly number[], mean = 1e15) =>
  ratios.map((ratio, day) => ({ date: formatDate(day), mean, ratio }));
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

  it('takes chance, which no channel shares with another, off their swings', () => {
    // three errors of one variance: the factor in common, and each channel's chance of the same size, so that
    // the errors correlate by a half and the factors by 1
    const chance = draws.reduce((sum, [x = 0]) => sum + x ** 2, 0) / draws.length;
    const one = errors(
      draws.map(([x = 0, , z = 0]) => Math.exp(x + z)),
      1 / chance,
    );
    const other = errors(
      draws.map(([, y = 0, z = 0]) => Math.exp(y + z)),
      1 / chance,
    );
    // a variance of 1/12 is a mean of 12 contacts
    expect(chance).toBeCloseTo(1 / 12, 2);
    expect(Math.abs((errorCorrelation(one, other)?.correlation ?? 0) - 1)).toBeLessThan(0.05);
    expect(Math.abs((sharedCorrelation([one, other])?.correlation ?? 0) - 1)).toBeLessThan(0.05);
    const calm = draws.map(([x = 0]) => Math.exp(x / 2));
    expect(errorCorrelation(errors(calm, 12), one)).toBeNull();
  });

  it('has no answer from a few days, or from days of few contacts', () => {
    const few = errors([1, 1.1, 0.9]);
    expect(errorCorrelation(few, few)).toBeNull();
    const small = errors(
      draws.map(([x = 0]) => Math.exp(x)),
      9,
    );
    expect(errorCorrelation(small, small)).toBeNull();
    expect(sharedCorrelation([small, small])).toBeNull();
  });

  it('gives one figure for all channels, never below zero, to which those that swing most say most', () => {
    const [one, two, three] = [0, 1, 2].map((k) =>
      errors(draws.map((noise) => Math.exp((noise[0] ?? 0) + (k === 0 ? 0 : (noise[k] ?? 0))))),
    );
    if (!one || !two || !three) throw new Error('three channels');
    // covariances 1, 1 and 1; products of deviations √2, √2 and 2
    expect(sharedCorrelation([one, two, three])?.correlation).toBeCloseTo(3 / (2 * Math.SQRT2 + 2), 1);
    expect(sharedCorrelation([one, two, three])).toMatchObject({ pairs: 3, days: 4000 });
    const inverse = one.map(({ ratio, ...rest }) => ({ ...rest, ratio: 1 / ratio }));
    expect(sharedCorrelation([one, inverse])?.correlation).toBe(0);
    expect(sharedCorrelation([one])).toBeNull();
  });
});
