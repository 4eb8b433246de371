import { describe, expect, it } from 'vitest';
import { smallCountsAt } from '../../../../src/ui/pages/demand/small-counts.ts';

/** Tenths with these ends, the rest even. */
const at = (below: number, above: number, values = 500) =>
  smallCountsAt(
    {
      smallCounts: [
        {
          horizon: 'week',
          values,
          tenths: [below, ...Array<number>(8).fill((1 - below - above) / 8), above],
        },
      ],
    },
    'week',
  );

describe('small counts in words', () => {
  it('says what the middle and the ends of the forecast held', () => {
    const found = at(0.08, 0.11);
    expect(found).toMatchObject({ values: 500, below: 0.08, above: 0.11, verdict: 'right' });
    expect(found?.middle).toBeCloseTo(0.81, 12);
  });

  it.each([
    [0.1, 0.1, 'right'],
    [0.15, 0.07, 'right'],
    [0.16, 0.15, 'tooNarrow'],
    [0.05, 0.06, 'tooWide'],
    [0.16, 0.05, 'tooHigh'],
    [0.3, 0.02, 'tooHigh'],
    [0.02, 0.17, 'tooLow'],
    [0.02, 0.3, 'tooLow'],
  ])('with %s below and %s above it is %s', (below, above, verdict) => {
    expect(at(below, above)?.verdict).toBe(verdict);
  });

  it('says nothing where too few counts are small', () => {
    expect(at(0.1, 0.1, 99)).toBeNull();
    expect(smallCountsAt({ smallCounts: [] }, 'week')).toBeNull();
  });
});
