/**
 * The clock moved back for somebody in the queue under pooled shift ends: the chain over (agents too many,
 * place in the queue), which only falls, within an interval. By uniformisation: positive terms only, exact
 * whatever the start.
 */
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
