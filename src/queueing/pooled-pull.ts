/**
 * The clock moved back for somebody in the queue under pooled shift ends: the chain over (agents too many,
 * place in the queue), which only falls, within an interval.
 *
 * `pull` is uniformisation: positive terms only, exact whatever the start, some 9 √departures passes. `glide`
 * takes the resolvents of the law's own steps (numeric/pade-exponential.ts): as the chain only falls, each is
 * one pass. Its error is that of the law, which is checked by halving the steps.
 */
import { RESOLVENTS } from '../numeric/pade-exponential.ts';
import type { Seconds } from '../units.ts';
import type { Stretch } from './waiting-ahead.ts';

/** `chances[e][k]`: k-th in the queue with e agents too many; `[e][0]` for one who need not wait. */
export type LayeredChances = readonly Float64Array[];

/** Departures per part that keep the weight of none of them within the range of a double. */
const MOST_DEPARTURES = 300;

/**
 * Moves the clock back by `time` within an interval, in place. A second quantity gains the first one as
 * long as he waits. `faithful`: he himself does not give up, whoever is ahead may.
 */
export function pull(
  quantities: readonly LayeredChances[],
  { agents, completionRate, abandonRate }: Stretch,
  time: Seconds,
  faithful: boolean,
): void {
  const [first, second] = quantities;
  if (first === undefined) return;
  const places = (first[0]?.length ?? 1) - 1;
  const rate = (agents + first.length - 1) * completionRate + places * abandonRate;
  const parts = Math.max(1, Math.ceil((rate * time) / MOST_DEPARTURES));
  const mean = (rate * time) / parts;
  if (!(mean > 0)) return;
  const results = quantities.map((layers) => layers.map((layer) => new Float64Array(layer.length)));
  const own = faithful ? 0 : abandonRate;
  for (let part = 0; part < parts; part++) {
    for (const layers of results) for (const layer of layers) layer.fill(0);
    let weight = Math.exp(-mean);
    for (let count = 0; count < mean + 9 * Math.sqrt(mean) + 25; count++) {
      // Weights of next to nothing are left out, but carried on.
      const share = weight > 1e-25 ? weight : 0;
      weight *= mean / (count + 1);
      // From the top layer and the last place down, so that what a state feeds on is still the old value.
      for (let e = first.length - 1; e >= 0; e--) {
        const done = (agents + e) * completionRate;
        const [layer, below, sum] = [first[e]!, e > 0 ? first[e - 1]! : null, results[0]![e]!];
        if (second) {
          const [gain, gainBelow] = [second[e]!, e > 0 ? second[e - 1]! : null];
          step(gain, gainBelow, results[1]![e]!, share, done, own, abandonRate, rate, layer);
        }
        step(layer, below, sum, share, done, own, abandonRate, rate, null);
      }
    }
    for (const [q, layers] of results.entries()) {
      for (const [e, layer] of layers.entries()) {
        const target = quantities[q]![e]!;
        for (let k = 1; k <= places; k++) target[k] = layer[k]!;
      }
    }
  }
}

/** One possible departure, in place, and the value before it added to `sum` by its share. */
function step(
  layer: Float64Array,
  below: Float64Array | null,
  sum: Float64Array,
  share: number,
  done: number,
  own: number,
  abandonRate: number,
  rate: number,
  gain: Float64Array | null,
): void {
  const perRate = 1 / rate;
  for (let k = layer.length - 1; k >= 1; k--) {
    const value = layer[k]!;
    const ahead = (k - 1) * abandonRate;
    sum[k]! += share * value;
    // In layer 0 a finished contact moves the queue up; above it one agent fewer is too many.
    const moved =
      (below === null ? (done + ahead) * layer[k - 1]! : done * below[k]! + ahead * layer[k - 1]!) +
      (gain === null ? 0 : gain[k]!);
    layer[k] = (1 - (done + ahead + own) * perRate) * value + moved * perRate;
  }
}

/** A step from a steep start, as just after a change of staffing, in parts that grow with the smoothness. */
const GRADED = [1 / 64, 1 / 64, 1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2];

/**
 * As `pull`, in steps of at most `longest`; `steep` where chances jump from place to place. Each resolvent
 * (p/h − A) x = w/h · y is solved from the first place and the lowest layer up, all quantities of a state at once.
 */
export function glide(
  quantities: readonly LayeredChances[],
  stretch: Stretch,
  time: Seconds,
  longest: Seconds,
  { faithful, steep }: { readonly faithful: boolean; readonly steep: boolean },
): void {
  if (time <= 0) return;
  const parts = Math.max(1, Math.ceil(time / longest - 1e-9));
  for (let part = 0; part < parts; part++) {
    const shares = steep && part === 0 ? GRADED : [1];
    for (const share of shares) glideOnce(quantities, stretch, (share * time) / parts, faithful);
  }
}

function glideOnce(
  [first, second]: readonly LayeredChances[],
  { agents, completionRate, abandonRate }: Stretch,
  length: Seconds,
  faithful: boolean,
): void {
  const size = first?.[0]?.length ?? 0;
  const own = faithful ? 0 : abandonRate;
  // Solutions of the layer below, replaced place by place by those of the layer itself.
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  const re2 = new Float64Array(size);
  const im2 = new Float64Array(size);
  const next = first!.map(() => new Float64Array(size));
  const next2 = second?.map(() => new Float64Array(size));
  for (const { re: poleRe, im: poleIm, weight } of RESOLVENTS) {
    const [a, b, u, v] = [poleRe / length, poleIm / length, weight[0] / length, weight[1] / length];
    for (let e = 0; e < first!.length; e++) {
      const done = (agents + e) * completionRate;
      const [layer, layer2, sum, sum2] = [first![e]!, second?.[e], next[e]!, next2?.[e]];
      // One who need not wait stays what he is.
      const still = 1 / (a * a + b * b);
      let x = layer[0]! * (u * a + v * b) * still;
      let y = layer[0]! * (v * a - u * b) * still;
      let x2 = layer2 ? layer2[0]! * (u * a + v * b) * still : 0;
      let y2 = layer2 ? layer2[0]! * (v * a - u * b) * still : 0;
      re[0] = x;
      im[0] = y;
      re2[0] = x2;
      im2[0] = y2;
      for (let k = 1; k < size; k++) {
        const ahead = (k - 1) * abandonRate;
        // In layer 0 a finished contact moves the queue up; above it one agent fewer is too many.
        const up = e === 0 ? done + ahead : ahead;
        const down = e === 0 ? 0 : done;
        const p = a + done + ahead + own;
        const scale = 1 / (p * p + b * b);
        const r = u * layer[k]! + up * x + down * re[k]!;
        const i = v * layer[k]! + up * y + down * im[k]!;
        x = (r * p + i * b) * scale;
        y = (i * p - r * b) * scale;
        re[k] = x;
        im[k] = y;
        sum[k]! += x;
        if (layer2 === undefined || sum2 === undefined) continue;
        const r2 = u * layer2[k]! + x + up * x2 + down * re2[k]!;
        const i2 = v * layer2[k]! + y + up * y2 + down * im2[k]!;
        x2 = (r2 * p + i2 * b) * scale;
        y2 = (i2 * p - r2 * b) * scale;
        re2[k] = x2;
        im2[k] = y2;
        sum2[k]! += x2;
      }
    }
  }
  for (const [e, layer] of first!.entries()) layer.set(next[e]!.subarray(1), 1);
  if (second && next2) for (const [e, layer] of second.entries()) layer.set(next2[e]!.subarray(1), 1);
}
