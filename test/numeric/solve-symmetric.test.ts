import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { median } from '../../src/numeric/median.ts';
import { solveSymmetric } from '../../src/numeric/solve-symmetric.ts';

describe('symmetric solve', () => {
  it('solves what numpy.linalg.solve solves', () => {
    const x = solveSymmetric(Float64Array.of(4, 1, 0.5, 1, 3, 0.2, 0.5, 0.2, 2), Float64Array.of(1, 2, 3));
    const expected = [-0.08172851103804601, 0.596524189760451, 1.4607797087834662];
    expected.forEach((value, i) => expect(x[i]).toBeCloseTo(value, 13));
  });

  it('undoes the multiplication by GᵀG + I', () => {
    const entry = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 16, maxLength: 16 }),
        fc.array(entry, { minLength: 4, maxLength: 4 }),
        (g, x) => {
          const a = Float64Array.from({ length: 16 }, (_, at) => {
            const [i, j] = [at >> 2, at & 3];
            let sum = i === j ? 1 : 0;
            for (let k = 0; k < 4; k++) sum += (g[k * 4 + i] ?? 0) * (g[k * 4 + j] ?? 0);
            return sum;
          });
          const b = Float64Array.from(x, (_, i) =>
            x.reduce((sum, value, j) => sum + (a[i * 4 + j] ?? 0) * value, 0),
          );
          solveSymmetric(a, b).forEach((value, i) => expect(value).toBeCloseTo(x[i] ?? 0, 8));
        },
      ),
    );
  });

  it('refuses a matrix that is not positive definite', () => {
    expect(() => solveSymmetric(Float64Array.of(1, 2, 2, 1), Float64Array.of(1, 1))).toThrow(DomainError);
  });
});

describe('median', () => {
  it('is the middle, or the mean of the two middle ones', () => {
    const values = [5, 1, 3];
    expect(median(values)).toBe(3);
    expect(values).toEqual([5, 1, 3]);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNaN();
  });
});
