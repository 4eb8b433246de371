/**
 * A service level without the luck of the volume.
 *
 * How many contacts came in a replication is known to have gone with its service level, and its mean is
 * known exactly. What the arrivals of the class, and of all others together, were above or below their
 * means is taken out by linear regression, which leaves the expectation as it is (to order 1/n) and the
 * interval narrower. `gain` is the ratio of the two variances: so many times fewer replications do.
 *
 * Reference: Lavenberg & Welch (1981), "A perspective on the use of control variables", Management Science
 * 27(3); for day factors L'Ecuyer & Buist (2008), "On the interaction between stratification and control
 * variates", WSC '08.
 */
import { studentHalfWidth } from '../numeric/student-t.ts';
import type { Share } from '../units.ts';
import type { Accumulated } from './accumulate.ts';
import { CLASS_VALUES, V_ARRIVALS, V_GOOD, V_JUDGED } from './class-values.ts';
import type { CompiledModel } from './compile.ts';
import type { ControlledEstimate } from './summary.ts';

/** With fewer replications the regression would find chance, not cause. */
const FEWEST = 16;

/** Null with too few replications, without anything to judge, or when arrivals do not vary. */
export function controlledServiceLevel(
  compiled: CompiledModel,
  data: Accumulated,
  c: number,
  level: Share,
): ControlledEstimate | null {
  const n = data.replications;
  const classes = compiled.classes.length;
  const total = (r: number, k: number, value: number) =>
    data.totals[(r * classes + k) * CLASS_VALUES + value]!;
  const column = (of: (r: number) => number) => Float64Array.from({ length: n }, (_, r) => of(r));
  const good = column((r) => total(r, c, V_GOOD));
  const judged = column((r) => total(r, c, V_JUDGED));
  const meanJudged = mean(judged);
  if (n < FEWEST || !(meanJudged > 0)) return null;
  const ratio = mean(good) / meanJudged;
  // What each replication adds to the ratio beyond its mean; they sum to nothing.
  const residual = column((r) => (good[r]! - ratio * judged[r]!) / meanJudged);
  const expected = compiled.classes.map((_, k) => expectedArrivals(compiled, k));
  const others = (r: number) => {
    let sum = 0;
    for (let k = 0; k < classes; k++) if (k !== c) sum += total(r, k, V_ARRIVALS) - expected[k]!;
    return sum;
  };
  const controls = [column((r) => total(r, c, V_ARRIVALS) - expected[c]!), column(others)]
    .map((control) => ({ control, beyond: mean(control) }))
    .map(({ control, beyond }) => ({ beyond, centred: control.map((x) => x - beyond) }));
  const [own, rest] = controls;
  if (!own || !rest) return null;
  const before = product(residual, residual);
  const slopes = slopesOf(own.centred, rest.centred, residual);
  if (!slopes || !(before > 0)) return null;
  const left = residual.map((y, r) => y - slopes.own * own.centred[r]! - slopes.rest * rest.centred[r]!);
  const freedom = n - 1 - slopes.used;
  const spread = product(left, left) / freedom;
  const value = ratio - slopes.own * own.beyond - slopes.rest * rest.beyond;
  // The slopes are estimates too: their error counts as much as the controls were off.
  const off = slopes.quadratic(own.beyond, rest.beyond);
  const variance = spread * (1 / n + off);
  const half = studentHalfWidth(level, freedom) * Math.sqrt(variance);
  return {
    value,
    low: Math.max(0, value - half),
    high: Math.min(1, value + half),
    gain: before / (n - 1) / n / variance,
  };
}

type Slopes = {
  readonly own: number;
  readonly rest: number;
  /** Controls that vary. */
  readonly used: number;
  /** d' S^-1 d, with S the sums of squares of the controls. */
  readonly quadratic: (own: number, rest: number) => number;
};

/** Least squares on one or two centred controls; null when neither varies. */
function slopesOf(own: Float64Array, rest: Float64Array, y: Float64Array): Slopes | null {
  const [aa, ab, bb] = [product(own, own), product(own, rest), product(rest, rest)];
  const [ay, by] = [product(own, y), product(rest, y)];
  const determinant = aa * bb - ab * ab;
  // Two controls that say the same (one common day factor, almost) are one.
  if (determinant > 1e-9 * aa * bb)
    return {
      own: (bb * ay - ab * by) / determinant,
      rest: (aa * by - ab * ay) / determinant,
      used: 2,
      quadratic: (a, b) => (bb * a * a - 2 * ab * a * b + aa * b * b) / determinant,
    };
  if (aa > 0) return { own: ay / aa, rest: 0, used: 1, quadratic: (a) => (a * a) / aa };
  return bb > 0 ? { own: 0, rest: by / bb, used: 1, quadratic: (_, b) => (b * b) / bb } : null;
}

/** First contacts of a class per replication, exactly; all factors have mean 1. */
function expectedArrivals({ classes, intervalSeconds }: CompiledModel, c: number): number {
  const { rates, instants, instantsUntil, waitingAtStart } = classes[c]!;
  let listed = 0;
  if (instants !== null) {
    const first = instants.findIndex((at) => at >= 0);
    const early = first < 0 ? instants.length : first;
    listed = instants.length - early;
    // Who comes in a span across the end of the warm-up may come on either side.
    if (instantsUntil !== null)
      for (let k = early - 1; k >= 0 && instantsUntil[k]! > 0; k--)
        listed += instantsUntil[k]! / (instantsUntil[k]! - instants[k]!);
  }
  return (
    listed + waitingAtStart.length + (rates?.reduce((sum, rate) => sum + rate, 0) ?? 0) * intervalSeconds
  );
}

const mean = (values: Float64Array): number => values.reduce((sum, x) => sum + x, 0) / values.length;
const product = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
