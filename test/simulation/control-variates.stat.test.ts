/** How often the controlled service level's interval covers the truth. */
import { describe, expect, it } from 'vitest';
import { simulateModel } from '../../src/simulation/simulate.ts';
import { halfDay } from './half-day.ts';
import { varianceRatio } from './variance-ratio.ts';

describe('the controlled service level', () => {
  it('covers the truth as often as it says', () => {
    // The truth is that of many replications; 60 runs of 40 are within their 95 % interval 50 times at least (57 expected).
    const truth = simulateModel(halfDay(0.1), { seed: 99, replications: 4000 }).classes[0]
      ?.controlledServiceLevel;
    let covered = 0;
    for (let seed = 0; seed < 60; seed++) {
      const own = simulateModel(halfDay(0.1), { seed, replications: 40 }).classes[0]?.controlledServiceLevel;
      if (own && truth && own.low <= truth.value && truth.value <= own.high) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(50);
  });

  it.each([
    { cv: 0, least: 1.1 },
    { cv: 0.1, least: 2.5 },
  ])('varies less from run to run, with a day factor of $cv', ({ cv, least }) => {
    // Its own estimate of the gain is 1.5 and 4.6; over 150 runs the ratio is known to a fifth or so.
    expect(varianceRatio(halfDay(cv), { runs: 150, replications: 40 })).toBeGreaterThan(least);
  });
});
