/** From the simulator's histogram to "what share was answered within t". */
import type { Histogram } from '../../../simulation/summary.ts';
import type { Share } from '../../../units.ts';
import type { CurvePoint } from '../../charts/curve-layout.ts';

/**
 * The distribution of answered contacts at the histogram's edges, thinned to at most `most` points.
 * Starts where the first contact was answered and ends where 99.9 % were.
 */
export function responseCurve({ edges, counts }: Histogram, most = 60): readonly CurvePoint[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return [];
  const points: CurvePoint[] = [];
  let below = 0;
  counts.forEach((count, bin) => {
    below += count;
    const at = edges[bin + 1];
    const share = below / total;
    if (at === undefined || !Number.isFinite(at)) return;
    const last = points.at(-1);
    if (share > 0 && (!last || (last.y < 0.999 && share > last.y))) points.push({ x: at, y: share });
  });
  const step = Math.max(1, Math.ceil(points.length / most));
  return points.filter((_, k) => k % step === 0 || k === points.length - 1);
}

/** Share of the contacts answered that took at most so long, by whole bins. */
export function shareWithin({ edges, counts }: Histogram, seconds: number): Share {
  let all = 0;
  let within = 0;
  counts.forEach((count, bin) => {
    all += count;
    if ((edges[bin + 1] ?? Infinity) <= seconds) within += count;
  });
  return all > 0 ? within / all : 0;
}
