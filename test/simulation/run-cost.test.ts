import { describe, expect, it } from 'vitest';
import { CLASS_PRODUCTS, CLASS_VALUES, SECTIONS } from '../../src/simulation/accumulate.ts';
import { CLASS_FIELDS, HISTOGRAM_BINS } from '../../src/simulation/counters.ts';
import { HAND } from '../../src/simulation/engine-state.ts';
import { JOURNEY_FIELDS } from '../../src/simulation/journey-books.ts';
import { costOf, SIZES } from '../../src/simulation/run-cost.ts';

const week = { contacts: 30_000, intervals: 336, classes: 6, places: 200, journeys: true };

describe('what a run costs', () => {
  it('counts the numbers that the engine keeps', () => {
    expect(SIZES).toEqual({
      classFields: CLASS_FIELDS,
      classValues: CLASS_VALUES,
      classProducts: CLASS_PRODUCTS,
      bins: HISTOGRAM_BINS,
      sections: SECTIONS,
      journeyFields: JOURNEY_FIELDS,
      hand: HAND,
    });
  });

  it('is spread over the workers in time, and multiplied by them in memory', () => {
    const alone = costOf(week, 100);
    const four = costOf(week, 100, { workers: 4 });
    expect(four.seconds).toBeCloseTo(alone.seconds / 4, 9);
    expect(four.bytes).toBeGreaterThan(3 * alone.bytes);
  });

  it('goes by the pace measured', () => {
    // 30,000 contacts at 10 µs, 6 classes at 150 µs, and 336 × 6 cells at 1 µs
    expect(costOf(week, 1, { pace: 1e-5 }).seconds).toBeCloseTo(0.3 + 0.0009 + 0.002016, 9);
  });
});
