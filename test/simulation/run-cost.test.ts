import { describe, expect, it } from 'vitest';
import {
  CLASS_PRODUCTS,
  createAccumulated,
  mergeChunk,
  REASON_PRODUCTS,
  SECTIONS,
} from '../../src/simulation/accumulate.ts';
import { CLASS_VALUES } from '../../src/simulation/class-values.ts';
import { compileModel } from '../../src/simulation/compile.ts';
import { CLASS_FIELDS, HISTOGRAM_BINS, REASON_FIELDS } from '../../src/simulation/counters.ts';
import { HAND } from '../../src/simulation/engine-state.ts';
import { JOURNEY_FIELDS } from '../../src/simulation/journey-books.ts';
import { REASON_TOTALS } from '../../src/simulation/reason-totals.ts';
import { costOf, SIZES } from '../../src/simulation/run-cost.ts';
import { chunksOf, createChunkRunner } from '../../src/simulation/simulate.ts';
import { singleQueue } from './models.ts';

const week = { contacts: 30_000, intervals: 336, classes: 6, places: 200, journeys: true };

describe('what a run costs', () => {
  it('counts the numbers that the engine keeps', () => {
    expect(SIZES).toEqual({
      classFields: CLASS_FIELDS,
      classValues: CLASS_VALUES,
      classProducts: CLASS_PRODUCTS,
      reasonFields: REASON_FIELDS,
      reasonProducts: REASON_PRODUCTS,
      reasonTotals: REASON_TOTALS,
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
    // 30,000 contacts at 10 µs, 6 classes at 50 µs, and 336 × 6 cells at 1 µs
    expect(costOf(week, 1, { pace: 1e-5 }).seconds).toBeCloseTo(0.3 + 0.0003 + 0.002016, 9);
  });

  it('counts the columns of reasons', () => {
    // 5 columns more, and 5 × 3 cells of reason and group, in each of 336 intervals at 1 µs
    const plain = costOf(week, 1);
    const reasoned = costOf({ ...week, reasons: 5, groups: 3 }, 1);
    expect(reasoned.seconds - plain.seconds).toBeCloseTo(336 * (5 + 15) * 1e-6, 9);
    expect(reasoned.bytes).toBeGreaterThan(plain.bytes + 8 * 337 * 15 * SIZES.reasonFields);
  });

  it('has room for totals that are being copied to a longer buffer', { tags: 'slow' }, () => {
    const more = costOf(week, 1000).bytes - costOf(week, 500).bytes;
    expect(more).toBe(3 * 500 * 6 * SIZES.classValues * 8);
    // What a run really holds at the worst moment: the old buffer, and one of twice its length.
    const compiled = compileModel(singleQueue({ contactsPerHour: 1, handleTime: 60, agents: 1, hours: 1 }));
    const runChunk = createChunkRunner(compiled, 1, 260);
    const whole = createAccumulated(compiled);
    let most = 0;
    for (let chunk = 0; chunk < chunksOf(260); chunk++) {
      const before = whole.totals.length;
      mergeChunk(whole, runChunk(chunk), chunk);
      const after = whole.totals.length;
      most = Math.max(
        most,
        (after > before ? before + after : after) / (whole.replications * SIZES.classValues),
      );
    }
    expect(most).toBeGreaterThan(2);
    expect(most).toBeLessThanOrEqual(3);
  });
});
