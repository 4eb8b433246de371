/**
 * Who is served in time under pooled shift ends: as waiting-ahead.ts, with the agents too many who
 * have to finish before anybody starts.
 */
import type { Seconds } from '../units.ts';
import type { Stretch } from './waiting-ahead.ts';

/** `chances[e][k]`: k-th in the queue with e agents too many; `[e][0]` = 1. */
export type LayeredChances = readonly Float64Array[];

/** Chances `left` seconds before the end of interval `index` to be served within `deadline`. */
export function chancesAhead(
  stretches: readonly Stretch[],
  index: number,
  extra: number,
  places: number,
  left: Seconds,
  deadline: Seconds,
): LayeredChances {
  const stretch = stretches[index]!;
  const next = stretches[index + 1];
  if (next === undefined || deadline <= left) {
    const chances = Array.from({ length: extra + 1 }, () => new Float64Array(places + 1));
    return pullLayers(chances, stretch, Math.max(0, deadline));
  }
  // More agents too many after the change, by the agents that leave.
  const deeper = Math.max(0, stretch.agents + extra - next.agents);
  const later = chancesAhead(stretches, index + 1, deeper, places, next.length, deadline - left);
  const chances = Array.from({ length: extra + 1 }, (_, e) => {
    const surplus = stretch.agents + e - next.agents;
    return Float64Array.from({ length: places + 1 }, (_, k) => {
      if (surplus >= 0) return k === 0 ? 1 : later[surplus]![k]!;
      return k <= -surplus ? 1 : later[0]![k + surplus]!;
    });
  });
  return pullLayers(chances, stretch, left);
}

/** Moves the clock back by `time` within an interval: uniformisation, positive terms only. */
function pullLayers(
  chances: readonly Float64Array[],
  { agents, completionRate, abandonRate }: Stretch,
  time: Seconds,
): LayeredChances {
  const places = (chances[0]?.length ?? 1) - 1;
  const rate = (agents + chances.length - 1) * completionRate + places * abandonRate;
  const parts = Math.max(1, Math.ceil((rate * time) / 300));
  const mean = (rate * time) / parts;
  for (const layer of chances) layer[0] = 1;
  if (mean === 0) return chances;
  const result = chances.map((layer) => new Float64Array(layer.length));
  for (let part = 0; part < parts; part++) {
    for (const layer of result) layer.fill(0);
    let weight = Math.exp(-mean);
    for (let count = 0; count < mean + 9 * Math.sqrt(mean) + 25; count++) {
      for (const [e, layer] of chances.entries()) {
        const sum = result[e]!;
        for (let k = 0; k <= places; k++) sum[k]! += weight * layer[k]!;
      }
      weight *= mean / (count + 1);
      // From the top layer and the last place down, so that what a state feeds on is still the old value.
      for (let e = chances.length - 1; e >= 0; e--) {
        const layer = chances[e]!;
        const below = e > 0 ? chances[e - 1]! : null;
        const done = (agents + e) * completionRate;
        for (let k = places; k >= 1; k--) {
          const ahead = (k - 1) * abandonRate;
          const stay = 1 - (done + k * abandonRate) / rate;
          // In layer 0 a finished contact moves the queue up; above it one agent fewer is too many.
          const moved =
            below === null ? (done + ahead) * layer[k - 1]! : done * below[k]! + ahead * layer[k - 1]!;
          layer[k] = stay * layer[k]! + moved / rate;
        }
      }
    }
    for (const [e, layer] of result.entries()) chances[e]!.set(layer);
    for (const layer of chances) layer[0] = 1;
  }
  return chances;
}
