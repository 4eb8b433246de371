/** Laws over contacts and agents too many, and when nobody is too many any more. */
import { describe, expect, it } from 'vitest';
import { changed, countLaw, folded, settledAfter, widened } from '../../src/queueing/pooled-law.ts';

const rates = { arrivalRate: 0, abandonRate: 0 };

describe('the time after which nobody is too many', () => {
  const miss = 1e-6;

  it('is that of the last of so many independent times where nobody else is busy', () => {
    // Origin: all of e exponential times have ended by t with chance (1 − e^(−μt))^e.
    for (const extra of [1, 2, 7, 40]) {
      const time = settledAfter(extra, { ...rates, agents: 0, completionRate: 0.01, length: 5000 }, miss);
      const late = (t: number): number => 1 - (1 - Math.exp(-0.01 * t)) ** extra;
      expect(late(time)).toBeLessThanOrEqual(miss);
      expect(late(time - 5000 / 1023)).toBeGreaterThan(miss);
    }
  });

  it('is found however short the contacts are for the interval', () => {
    const stretch = { ...rates, agents: 3, completionRate: 1 };
    const short = settledAfter(2, { ...stretch, length: 500 }, miss);
    for (const length of [1000, 20_000]) {
      // Bisected to a thousandth of the interval.
      const time = settledAfter(2, { ...stretch, length }, miss);
      expect(Math.abs(time - short)).toBeLessThan(length / 1000);
    }
  });

  it('is the end of the interval where that comes sooner, and at once where nobody is', () => {
    const stretch = { ...rates, agents: 3, completionRate: 1 / 300, length: 60 };
    expect(settledAfter(1, stretch, miss)).toBe(60);
    expect(settledAfter(0, stretch, miss)).toBe(0);
  });
});

describe('a law by layers', () => {
  /** Four agents: 1, 3, 4 and 6 contacts; then one too many with 2 waiting. */
  const law = { layers: [Float64Array.of(0, 0.1, 0, 0.2, 0.3, 0, 0.15), Float64Array.of(0, 0, 0.25)] };
  const total = ({ layers }: { readonly layers: readonly Float64Array[] }): number =>
    layers.reduce((sum, layer) => sum + layer.reduce((part, share) => part + share, 0), 0);

  it('keeps everybody when agents leave, and those still busy are too many', () => {
    const { law: after, starts } = changed(law, 4, 2);
    expect(starts).toBe(0);
    expect(total(after)).toBeCloseTo(1, 14);
    // Busy 1 | 3 | 4 | 4 with 2 waiting | 5 with 2 waiting.
    expect([...after.layers[0]!].slice(0, 3)).toEqual([0, 0.1, 0]);
    expect([...after.layers[1]!]).toEqual([0.2, 0, 0]);
    expect([...after.layers[2]!]).toEqual([0.3, 0, 0.15]);
    expect([...after.layers[3]!]).toEqual([0, 0, 0.25]);
  });

  it('lets those who wait start when agents come', () => {
    const { law: after, starts } = changed(law, 4, 6);
    // Of 4 busy and 2 waiting two start, of 5 and 2 one.
    expect(starts).toBeCloseTo(0.15 * 2 + 0.25, 14);
    expect(after.layers).toHaveLength(1);
    expect([...after.layers[0]!].slice(0, 8)).toEqual([0, 0.1, 0, 0.2, 0.3, 0, 0.15, 0.25]);
  });

  it('counts contacts whatever the layer, and folds layers on those who wait', () => {
    const { p, low, high } = countLaw(law, 4);
    expect([low, high]).toEqual([1, 7]);
    expect(p[7]).toBe(0.25);
    expect(folded(law, 6, 4)[6]).toBeCloseTo(0.15 + 0.25, 14);
    expect(widened(law, 9, 4).layers.map((layer) => layer.length)).toEqual([10, 6]);
  });
});
