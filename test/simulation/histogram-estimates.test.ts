import { describe, expect, it } from 'vitest';
import { type Accumulated, createAccumulated } from '../../src/simulation/accumulate.ts';
import { compileModel } from '../../src/simulation/compile.ts';
import { binEdge, binOf, HISTOGRAM_BINS } from '../../src/simulation/counters.ts';
import { histogramOf, percentiles } from '../../src/simulation/histogram-estimates.ts';
import { singleQueue } from './models.ts';

const compiled = compileModel(
  singleQueue({ contactsPerHour: 100, handleTime: 180, agents: 6, patience: 120, hours: 1 }),
);
const none = 0;
const ten = binOf(10);
const minute = binOf(60);

/** So many waits of none, ten seconds and a minute in each section. */
function counted(sections: readonly (readonly [number, number, number])[]): Accumulated {
  const data = createAccumulated(compiled, sections.length);
  sections.forEach((counts, section) =>
    [none, ten, minute].forEach((bin, at) => {
      data.histograms[section * HISTOGRAM_BINS + bin] = counts[at] ?? 0;
    }),
  );
  return data;
}

/** A part of the way through a bin. */
const within = (bin: number, part: number): number => binEdge(bin) + part * (binEdge(bin + 1) - binEdge(bin));

describe('percentiles', () => {
  it('interpolates within bins, and has its interval from the sections', () => {
    const found = percentiles(
      compiled,
      counted([
        [60, 20, 20],
        [20, 60, 20],
      ]),
      0,
      0.65,
      0.95,
    );
    expect(found.map(({ share }) => share)).toEqual([0.5, 0.65, 0.8, 0.9, 0.95]);
    // Both sections together hold 80, 80 and 40: half are the 20th of the 80 at ten seconds.
    const middle = within(ten, 20 / 80);
    expect(found[0]?.within?.value).toBeCloseTo(middle, 12);
    // The sections' own medians are none and the 30th of 60; t(0.975, 1 degree) = 12.706205 (tables).
    const spread = (0 - middle) ** 2 + (within(ten, 30 / 60) - middle) ** 2;
    expect(found[0]?.within?.high).toBeCloseTo(middle + 12.706205 * Math.sqrt(spread / 2), 4);
    expect(found[0]?.within?.low).toBe(0);
    // Four fifths are all that waited ten seconds at most, in each section: no spread.
    const end = within(ten, 1);
    expect(found[2]?.within).toEqual({ value: end, low: end, high: end });
    expect(found[4]?.within?.value).toBeCloseTo(within(minute, 30 / 40), 12);
  });

  it('has no interval from one section with waits, and nothing from none', () => {
    const [half] = percentiles(
      compiled,
      counted([
        [0, 10, 0],
        [0, 0, 0],
      ]),
      0,
      undefined,
      0.95,
    );
    expect(half?.within).toEqual({ value: within(ten, 0.5), low: 0, high: Infinity });
    expect(percentiles(compiled, counted([[0, 0, 0]]), 0, undefined, 0.95)[0]?.within).toBeNull();
  });
});

describe('histogramOf', () => {
  it('sums the sections up to the longest wait', () => {
    const { edges, counts } = histogramOf(
      compiled,
      counted([
        [60, 20, 0],
        [20, 60, 0],
      ]),
      0,
    );
    expect(counts).toHaveLength(ten + 1);
    expect(edges).toHaveLength(ten + 2);
    expect([counts[none], counts[ten], counts.reduce((sum, n) => sum + n, 0)]).toEqual([80, 80, 160]);
    expect(edges[ten]).toBeLessThanOrEqual(10);
    expect(edges[ten + 1]).toBeGreaterThan(10);
  });
});
