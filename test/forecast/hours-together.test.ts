import { describe, expect, it } from 'vitest';
import { hoursTogether } from '../../src/forecast/hours-together.ts';
import { scatter } from './generated.ts';

const BLOCKS = 8;
const means = new Float64Array(BLOCKS).fill(100);
const unknown = (from: number, misses: readonly number[]) =>
  Float64Array.from({ length: BLOCKS }, (_, b) => (b < from ? (misses[b] ?? 0) : Number.NaN));

describe('hours of a day together', () => {
  it('are updated as Gamma and Poisson say, before any day is known', () => {
    // day factor of cv 0.2, 100 contacts a block: α = 25, sd = √(100 + 0.04 · 100²) = √500
    const sd = Math.sqrt(500);
    const hours = hoursTogether(new Float64Array(BLOCKS).fill(20 / sd), 1).on(means);
    // 130, 90 and 110 came: (25 + 330) / (25 + 300) = 1 + 0.0923…
    const seen = unknown(3, [30 / sd, -10 / sd, 10 / sd]);
    const expected = hours.expected(seen, 3);
    for (let b = 0; b < BLOCKS; b++)
      expect((expected[b] ?? 0) * sd).toBeCloseTo(b < 3 ? 0 : 100 * (355 / 325 - 1), 6);
    // the factor's variance is 1/25 beforehand and, for 300 contacts as expected, 1/325 afterwards
    const told = hours.explained(seen, 3)[5] ?? 0;
    expect((told * 500) / 100 ** 2).toBeCloseTo(0.04 - 1 / (25 + 300), 6);
    // of the sum of the five: its factor is the same
    const weights = Float64Array.from({ length: BLOCKS }, (_, b) => (b < 3 ? 0 : sd / 500));
    expect(hours.explainedOfSum(seen, 3, weights)).toBeCloseTo(0.04 - 1 / (25 + 300), 6);
  });

  it('forget the morning where past days did, and not where they did not', () => {
    const random = scatter(5);
    const normal = () => Array.from({ length: 12 }, random).reduce((a, b) => a + b, -6);
    const theory = new Float64Array(BLOCKS).fill(0.5);
    const fading = hoursTogether(theory, 1);
    const lasting = hoursTogether(theory, 1);
    for (let day = 0; day < 300; day++) {
      const misses = new Float64Array(BLOCKS);
      // an hour carries 0.6 of the one before: e^(−1/2) = 0.607
      for (let b = 0; b < BLOCKS; b++)
        misses[b] = b === 0 ? normal() : 0.6 * (misses[b - 1] ?? 0) + 0.8 * normal();
      fading.learn(misses);
      // ± 0.8 of the whole day, ± 0.6 of each hour, in all combinations of a Hadamard design of 16 days
      const sign = (column: number) =>
        (day & column).toString(2).replaceAll('0', '').length % 2 === 0 ? 1 : -1;
      lasting.learn(misses.map((_, b) => 0.8 * sign(1) + 0.6 * sign(b + 2)));
    }
    const seen = unknown(4, [1, 1, 1, 1]);
    const fades = fading.on(means).expected(seen, 4);
    // 0.6, 0.36, 0.22, 0.13, were all known for sure
    expect(fades[4]).toBeGreaterThan(0.45);
    expect(fades[4]).toBeLessThan(0.75);
    expect(fades[7]).toBeLessThan(0.3);
    const lasts = lasting.on(means).expected(seen, 4);
    // 0.64 · 4 / (1 + 3 · 0.64)
    for (let b = 4; b < BLOCKS; b++) expect(lasts[b]).toBeCloseTo(0.877, 2);
    // what is said to be explained is what the expectation explains
    const told = lasting.on(means).explained(seen, 4)[6] ?? 0;
    expect(told / (0.64 * 0.877)).toBeCloseTo(1, 1);
  });

  it('say nothing of closed or unknown blocks, and are not carried away by one wild hour', () => {
    const hours = hoursTogether(new Float64Array(BLOCKS).fill(0.7), 1);
    const open = means.map((mean, b) => (b === 6 ? 0 : mean));
    expect(hours.on(open).expected(unknown(4, [1, 1, 1, 1]), 4)[6]).toBe(0);
    expect([...hours.on(means).expected(unknown(0, []), 0)]).toEqual(Array.from({ length: 8 }, () => 0));
    expect([...hours.on(means).expected(new Float64Array(8).fill(Number.NaN), 4)].every((x) => x === 0)).toBe(
      true,
    );
    const wild = hours.on(means).expected(unknown(4, [0, 0, 0, 1e9]), 4);
    expect(wild[4]).toBeLessThan(5);
    hours.learn(new Float64Array(8).fill(1e9));
    hours.learn(new Float64Array(8).fill(Number.NaN));
    const after = hours.on(means).expected(unknown(4, [1, 1, 1, 1]), 4);
    for (const miss of after) expect(Number.isFinite(miss)).toBe(true);
    expect([...hours.on(new Float64Array(8)).expected(unknown(4, [1, 1, 1, 1]), 4)]).toEqual(
      Array.from({ length: 8 }, () => 0),
    );
  });
});
