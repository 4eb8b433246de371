import { describe, expect, it } from 'vitest';
import { quantileEstimate } from '../../src/numeric/order-statistics.ts';

const counting = (n: number) => Float64Array.from({ length: n }, (_, i) => i + 1);

describe('a quantile with its interval', () => {
  // Binomial sums worked out apart, in whole numbers.
  it('ends at the order statistics that the binomial law says', () => {
    // P(B <= 39) = 0.0176, P(B <= 40) = 0.0284; P(B <= 59) = 0.9716, P(B <= 60) = 0.9824 with n = 100, p = 1/2
    expect(quantileEstimate(counting(100), 0.5, 0.95)).toEqual({ value: 50, low: 40, high: 61 });
    // P(B <= 4) = 0.0237, P(B <= 5) = 0.0576; P(B <= 15) = 0.9601, P(B <= 16) = 0.9794
    expect(quantileEstimate(counting(100), 0.1, 0.95)).toEqual({ value: 10, low: 5, high: 17 });
  });

  it('has an open end where too few were observed', () => {
    // (9/10)^20 = 0.122: nothing need lie below the tenth.
    expect(quantileEstimate(counting(20), 0.1, 0.95)).toEqual({ value: 2, low: -Infinity, high: 6 });
    expect(quantileEstimate(counting(1), 0.5, 0.95)).toEqual({ value: 1, low: -Infinity, high: Infinity });
  });

  it('stands a million observations', () => {
    // 500,000 ± 1.95996 × 500
    const { low, high } = quantileEstimate(counting(1_000_000), 0.5, 0.95);
    expect(Math.abs(low - 499_020)).toBeLessThanOrEqual(1);
    expect(Math.abs(high - 500_981)).toBeLessThanOrEqual(1);
  });
});
