import { scaleLinear } from 'd3';
import { describe, expect, it } from 'vitest';
import { durationTicks } from '../../../src/ui/charts/scales.ts';

describe('ticks of a scale in seconds', () => {
  it.each([
    [0, 170, 5, [0, 60, 120]],
    [-9, 190, 7, [0, 30, 60, 90, 120, 150, 180]],
    [0, 45, 5, [0, 10, 20, 30, 40]],
    [100, 5000, 6, [1200, 2400, 3600, 4800]],
    [0, 100_000, 6, [0, 28_800, 57_600, 86_400]],
  ])('from %d to %d, about %d of them, are round on a clock', (low, high, count, expected) => {
    expect(durationTicks(scaleLinear([low, high], [0, 600]), count)).toEqual(expected);
  });

  it('are decimal where a tick is less than a second or more than a day', () => {
    expect(durationTicks(scaleLinear([0, 2], [0, 600]), 4)).toEqual([0, 0.5, 1, 1.5, 2]);
    expect(durationTicks(scaleLinear([0, 4_000_000], [0, 600]), 4)).toEqual([
      0, 1_000_000, 2_000_000, 3_000_000, 4_000_000,
    ]);
  });
});
