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
  return shares.map((share) => ({ share, within: percentile(data, row, histograms, share, level) }));
}

function percentile(
  data: Accumulated,
  row: number,
  rows: number,
  share: Share,
  level: Share,
): Estimate | null {
  const pooled = new Float64Array(K.HISTOGRAM_BINS);
  const perSection: number[] = [];
  for (let section = 0; section < data.sections; section++) {
    const from = (section * rows + row) * K.HISTOGRAM_BINS;
    const bins = data.histograms.subarray(from, from + K.HISTOGRAM_BINS);
    for (let b = 0; b < bins.length; b++) pooled[b]! += bins[b]!;
    const value = quantileOf(bins, share);
    if (value !== null) perSection.push(value);
  }
  const value = quantileOf(pooled, share);
  if (value === null) return null;
  const n = perSection.length;
  if (n < 2) return { value, low: 0, high: Infinity };
  const spread = perSection.reduce((sum, q) => sum + (q - value) ** 2, 0) / (n - 1);
  const half = studentHalfWidth(level, n - 1) * Math.sqrt(spread / n);
  return { value, low: Math.max(0, value - half), high: value + half };
}

/** The value below which this share of a histogram lies, interpolated within its bin; null when it is empty. */
function quantileOf(bins: Float64Array, share: Share): number | null {
  let total = 0;
  for (const count of bins) total += count;
  if (!(total > 0)) return null;
  let below = 0;
  const wanted = share * total;
  for (let b = 0; b < bins.length; b++) {
    const count = bins[b]!;
    if (count > 0 && below + count >= wanted) {
      if (b === 0) return 0;
      const from = K.binEdge(b);
      const to = K.binEdge(b + 1);
      return to === Infinity ? from : from + ((wanted - below) / count) * (to - from);
    }
    below += count;
  }
  return K.binEdge(bins.length - 1);
}

/** How many lie in each bin, up to the longest seen. */
export function histogramOf({ histograms }: CompiledModel, data: Accumulated, row: number): Histogram {
  const counts: number[] = [];
  const edges: number[] = [];
  let last = 0;
  for (let b = 0; b < K.HISTOGRAM_BINS; b++) {
    let count = 0;
    for (let s = 0; s < data.sections; s++)
      count += data.histograms[(s * histograms + row) * K.HISTOGRAM_BINS + b]!;
    counts.push(count);
    edges.push(K.binEdge(b));
    if (count > 0) last = b;
  }
  // The tail beyond the longest response seen says nothing.
  return {
    edges: [...edges.slice(0, last + 1), K.binEdge(Math.min(last + 1, K.HISTOGRAM_BINS - 1))],
    counts: counts.slice(0, last + 1),
  };
}
