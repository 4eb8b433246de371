/**
 * How the hours of a day miss their forecast together: what a busy morning says of each later hour.
 *
 * Misses are taken in units of their law's standard deviation, half-hour by half-hour. Beforehand they share
 * what the day factor makes them share (Gamma–Poisson: a contact of the morning tells as much of the evening
 * as of noon). The past days then say how far, by correlations that are mostly (`SMOOTH`) those of a law with
 * two parts, a factor of the whole day and one that fades with the hours between, and for the rest as they
 * were. The expectation of the hours to come is the best linear one.
 *
 * References: Weinberg, Brown & Stroud (2007), JASA 102(480), for the day factor and the fading one; Shen &
 * Huang (2008), MSOM 10(3), for updating by how days have varied; Schäfer & Strimmer (2005), SAGMB 4(1), for
 * correlations that lean on a law.
 */
import { solveSymmetric } from '../numeric/solve-symmetric.ts';

/** Weight of the law with two parts. */
const SMOOTH = 0.8;
/** Hours after which the fading part is 1/e: whichever fits. */
const MEMORIES = [0.5, 1, 2, 4, 8];
/** A block keeps this much to itself: two are never the same. */
const MOST_SHARED = 0.95;
/** Half-life of a day, as of the errors of the next day. */
const DECAY = 0.5 ** (1 / 90);
/** Days that the theory weighs against those measured. */
export const PRIOR_DAYS = 10;
/** Nothing is taken for more than so many standard deviations: in learning, and of today. */
const MOST = { learned: 6, seen: 5 };

export type Hours = {
  /** Misses of one day in standard deviations, block by block; NaN: unknown or closed. */
  learn: (misses: Float64Array) => void;
  /** `means` of the day, 0 in closed blocks. To be asked before the next call of `learn` or `on`. */
  on: (means: Float64Array) => HoursOnDay;
};

export type HoursOnDay = {
  /**
   * Misses expected of the blocks from `from` on, in standard deviations of their law, given those before
   * (NaN: unknown); 0 before.
   */
  expected: (misses: Float64Array, from: number) => Float64Array;
  /** Share of their law's variance that the known ones explain. */
  explained: (misses: Float64Array, from: number) => Float64Array;
  /** Variance explained of the sum of the later misses, each times its weight. */
  explainedOfSum: (misses: Float64Array, from: number, weights: Float64Array) => number;
};

/**
 * `shared`: correlation with the whole day that the theory gives each block, 0 to 1; `hours`: length of one.
 */
export function hoursTogether(shared: Float64Array, hours: number): Hours {
  const count = shared.length;
  const products = new Float64Array(count * count);
  const days = new Float64Array(count).fill(PRIOR_DAYS);
  for (let i = 0; i < count; i++)
    for (let k = 0; k < count; k++)
      products[i * count + k] = PRIOR_DAYS * (i === k ? 1 : (shared[i] ?? 0) * (shared[k] ?? 0));
  const fading = MEMORIES.map((memory) =>
    Float64Array.from({ length: count }, (_, lag) => Math.exp((-lag * hours) / memory)),
  );
  const sizeOf = (i: number) => products[i * count + i] ?? 0;
  /** Correlations as they were, below the diagonal. */
  const seen = new Float64Array(count * count);
  /** By lag: weights of the pairs, and these times their correlations. */
  const weightAt = new Float64Array(count);
  const seenAt = new Float64Array(count);

  /** The two parts that fit the correlations best, each pair weighing as its contacts do. */
  const fit = (open: readonly number[], roots: Float64Array): ((lag: number) => number) => {
    weightAt.fill(0);
    seenAt.fill(0);
    for (const i of open)
      for (const k of open) {
        if (k >= i) break;
        const size = Math.sqrt(sizeOf(i) * sizeOf(k));
        const correlation = size > 0 ? (products[i * count + k] ?? 0) / size : 0;
        const weight = (roots[i] ?? 0) * (roots[k] ?? 0);
        seen[i * count + k] = correlation;
        weightAt[i - k] = (weightAt[i - k] ?? 0) + weight;
        seenAt[i - k] = (seenAt[i - k] ?? 0) + weight * correlation;
      }
    let best = { error: Infinity, whole: 0, part: 0, fade: fading[0] };
    for (const fade of fading) {
      let [w, wf, wff, wy, wfy] = [0, 0, 0, 0, 0];
      for (let lag = 1; lag < count; lag++) {
        const f = fade[lag] ?? 0;
        const [weight, y] = [weightAt[lag] ?? 0, seenAt[lag] ?? 0];
        w += weight;
        wf += weight * f;
        wff += weight * f * f;
        wy += y;
        wfy += f * y;
      }
      if (!(w > 0)) break;
      const determinant = w * wff - wf * wf;
      let [whole, part] =
        determinant > 1e-12 * w * wff
          ? [(wy * wff - wfy * wf) / determinant, (w * wfy - wf * wy) / determinant]
          : [wy / w, 0];
      if (whole < 0) [whole, part] = [0, Math.max(0, wfy / wff)];
      if (part < 0) [whole, part] = [Math.max(0, wy / w), 0];
      const least = Math.min(1, MOST_SHARED / (whole + part));
      [whole, part] = [whole * least, part * least];
      // the sum of squares, but for what no law changes
      const error =
        whole * whole * w + part * part * wff + 2 * whole * part * wf - 2 * whole * wy - 2 * part * wfy;
      if (error < best.error) best = { error, whole, part, fade };
    }
    return (lag) => best.whole + best.part * (best.fade?.[lag] ?? 0);
  };

  return {
    learn(misses) {
      const known = misses.map((miss) => limited(miss, MOST.learned));
      for (let i = 0; i < count; i++) {
        days[i] = (days[i] ?? 0) * DECAY + (Number.isNaN(misses[i]) ? 0 : 1);
        const own = known[i] ?? 0;
        for (let k = 0; k <= i; k++) {
          const at = i * count + k;
          products[at] = (products[at] ?? 0) * DECAY + own * (known[k] ?? 0);
        }
      }
    },
    on(means) {
      const open = Array.from(means.keys()).filter((i) => (means[i] ?? 0) > 0);
      const law = fit(open, means.map(Math.sqrt));
      const correlation = (i: number, k: number) =>
        i === k
          ? 1
          : (1 - SMOOTH) * (seen[Math.max(i, k) * count + Math.min(i, k)] ?? 0) +
            SMOOTH * law(Math.abs(i - k));
      const scales = means.map((_, i) => Math.sqrt(sizeOf(i) / (days[i] ?? 1)));
      const parts = (misses: Float64Array, from: number) => ({
        known: open.filter((i) => i < from && !Number.isNaN(misses[i])),
        later: open.filter((i) => i >= from),
      });
      const solved = (known: readonly number[], right: Float64Array) => {
        const matrix = new Float64Array(known.length ** 2);
        known.forEach((i, row) =>
          known.forEach((k, column) => (matrix[row * known.length + column] = correlation(i, k))),
        );
        return solveSymmetric(matrix, right);
      };
      const dot = (known: readonly number[], later: number, values: Float64Array) =>
        known.reduce((sum, k, at) => sum + correlation(later, k) * (values[at] ?? 0), 0);
      return {
        expected(misses, from) {
          const out = new Float64Array(count);
          const { known, later } = parts(misses, from);
          const scaled = known.map((i) => limited((misses[i] ?? 0) / (scales[i] ?? 1), MOST.seen));
          const values = solved(known, Float64Array.from(scaled));
          for (const i of later) out[i] = (scales[i] ?? 0) * dot(known, i, values);
          return out;
        },
        explained(misses, from) {
          const out = new Float64Array(count);
          const { known, later } = parts(misses, from);
          for (const i of later) {
            const values = solved(
              known,
              Float64Array.from(known, (k) => correlation(i, k)),
            );
            out[i] = (scales[i] ?? 0) ** 2 * dot(known, i, values);
          }
          return out;
        },
        explainedOfSum(misses, from, weights) {
          const { known, later } = parts(misses, from);
          const sum = Float64Array.from(known, (k) =>
            later.reduce((total, i) => total + (weights[i] ?? 0) * (scales[i] ?? 0) * correlation(i, k), 0),
          );
          return solved(known, sum).reduce((total, value, at) => total + value * (sum[at] ?? 0), 0);
        },
      };
    },
  };
}

function limited(miss: number | undefined, most: number): number {
  return miss === undefined || Number.isNaN(miss) ? 0 : Math.max(-most, Math.min(most, miss));
}
