/**
 * Percentiles and distributions of first responses and waits, from histograms summed over replications.
 *
 * A percentile's interval is by sectioning: its spread over sixteen disjoint sets of replications.
 * Reference: Asmussen & Glynn (2007), Stochastic Simulation, III.5 (sectioning).
 */
import { studentHalfWidth } from '../numeric/student-t.ts';
import type { Share } from '../units.ts';
import type { Accumulated } from './accumulate.ts';
import type { CompiledModel } from './compile.ts';
import * as K from './counters.ts';
import { addTo } from './counters.ts';
import type { Estimate, Histogram, Percentile } from './summary.ts';

/** Those that are always reported; a target's own share is added. */
const PERCENTILES: readonly Share[] = [0.5, 0.8, 0.9, 0.95];

/** @param row the histogram: a class's number, or that of its waits */
export function percentiles(
  { histograms }: CompiledModel,
  data: Accumulated,
  row: number,
  promised: Share | undefined,
  level: Share,
): Percentile[] {
  const shares = [...new Set([...PERCENTILES, promised ?? 0.5])].sort((a, b) => a - b);
  const pooled = new Float64Array(K.HISTOGRAM_BINS);
  const perSection: number[][] = [];
  for (let section = 0; section < data.sections; section++) {
    const from = (section * histograms + row) * K.HISTOGRAM_BINS;
    const bins = data.histograms.subarray(from, from + K.HISTOGRAM_BINS);
    const values = quantilesOf(bins, shares);
    if (values === null) continue;
    addTo(pooled, bins);
    perSection.push(values);
  }
  const whole = quantilesOf(pooled, shares);
  return shares.map((share, at) => ({
    share,
    within: whole && sectioned(whole[at]!, perSection, at, level),
  }));
}

/** A value with its interval, from the spread of the same value over the sections. */
function sectioned(
  value: number,
  perSection: readonly (readonly number[])[],
  at: number,
  level: Share,
): Estimate {
  const n = perSection.length;
  if (n < 2) return { value, low: 0, high: Infinity };
  const spread = perSection.reduce((sum, values) => sum + (values[at]! - value) ** 2, 0) / (n - 1);
  const half = studentHalfWidth(level, n - 1) * Math.sqrt(spread / n);
  return { value, low: Math.max(0, value - half), high: value + half };
}

/**
 * The values below which these shares of a histogram lie, interpolated within their bins, in one pass;
 * null when it is empty. `shares` ascend.
 */
function quantilesOf(bins: Float64Array, shares: readonly Share[]): number[] | null {
  let total = 0;
  for (let b = 0; b < bins.length; b++) total += bins[b]!;
  if (!(total > 0)) return null;
  const values: number[] = [];
  let below = 0;
  for (let b = 0; b < bins.length && values.length < shares.length; b++) {
    const count = bins[b]!;
    if (count === 0) continue;
    while (values.length < shares.length && below + count >= shares[values.length]! * total)
      values.push(withinBin(b, (shares[values.length]! * total - below) / count));
    below += count;
  }
  while (values.length < shares.length) values.push(K.binEdge(bins.length - 1));
  return values;
}

/** The first bin holds those who waited not at all, the last has no end. */
function withinBin(bin: number, part: number): number {
  const from = K.binEdge(bin);
  const to = K.binEdge(bin + 1);
  return bin === 0 || to === Infinity ? from : from + part * (to - from);
}

/** How many lie in each bin, up to the longest seen. */
export function histogramOf({ histograms }: CompiledModel, data: Accumulated, row: number): Histogram {
  const bins = new Float64Array(K.HISTOGRAM_BINS);
  for (let s = 0; s < data.sections; s++) {
    const from = (s * histograms + row) * K.HISTOGRAM_BINS;
    addTo(bins, data.histograms.subarray(from, from + K.HISTOGRAM_BINS));
  }
  // The tail beyond the longest response seen says nothing.
  const last = Math.max(
    0,
    bins.findLastIndex((count) => count > 0),
  );
  return {
    edges: Array.from({ length: last + 2 }, (_, b) => K.binEdge(Math.min(b, K.HISTOGRAM_BINS - 1))),
    counts: Array.from(bins.subarray(0, last + 1)),
  };
}
