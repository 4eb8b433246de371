/** What a run takes is said before it starts, and cut down to what is bearable. */
import { describe, expect, it } from 'vitest';
import { comparisonBudget, isLong, runBudget, shortened } from '../../src/app/simulation-budget.ts';
import { analyse } from '../../src/scenario/analyse.ts';
import { exampleScenario } from '../scenario/example.ts';

const scenario = exampleScenario();
const analysis = analyse(scenario);
const side = { scenario, analysis };

describe('what a run takes', () => {
  it('is long beyond a minute, or a gigabyte', () => {
    expect(isLong({ seconds: 59, bytes: 1e6 })).toBe(false);
    expect(isLong({ seconds: 61, bytes: 1e6 })).toBe(true);
    expect(isLong({ seconds: 1, bytes: 1.1e9 })).toBe(true);
  });

  it('is, of a comparison, what both take', () => {
    const machine = { workers: 2 };
    const one = runBudget(scenario, analysis, 40, machine);
    expect(comparisonBudget([side, side], 40, machine)).toEqual({
      seconds: 2 * one.seconds,
      bytes: 2 * one.bytes,
    });
  });

  it('is cut to twenty seconds, and to the memory there is', () => {
    const slow = (count: number) => ({ seconds: 0.031 * count, bytes: 1e6 + 1000 * count });
    // 20 / 0.031 = 645
    expect(shortened(slow)).toBe(600);
    const large = (count: number) => ({ seconds: 1e-6 * count, bytes: 4e8 + 4e6 * count });
    // 1 GB less the 404 MB of the first leave room for 149 of 4 MB.
    expect(shortened(large)).toBe(100);
    expect(shortened((count) => ({ seconds: 30 * count, bytes: 1 }))).toBe(4);
  });
});
