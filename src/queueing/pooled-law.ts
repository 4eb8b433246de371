/** Laws with pooled shift ends: contacts, and agents too many who are still busy. */
import type { Seconds } from '../units.ts';
import type { Law } from './day-solver.ts';
import type { Stretch } from './waiting-ahead.ts';

/** `layers[0][n]`: n contacts, no agent too many; `layers[e][q]`: e too many, q waiting. */
export type LayeredLaw = { readonly layers: readonly Float64Array[] };

const NEGLIGIBLE = 1e-16;

export function emptyLayers(): LayeredLaw {
  return { layers: [Float64Array.of(1)] };
}

/** How far apart two laws are: half the sum of the differences is the chance of being in another state. */
export function layersApart(one: LayeredLaw, other: LayeredLaw): number {
  let sum = 0;
  for (let e = 0; e < Math.max(one.layers.length, other.layers.length); e++) {
    const [a, b] = [one.layers[e], other.layers[e]];
    for (let n = 0; n < Math.max(a?.length ?? 0, b?.length ?? 0); n++) {
      sum += Math.abs((a?.[n] ?? 0) - (b?.[n] ?? 0));
    }
  }
  return sum;
}

/** The law just after a change of staffing, and the contacts that start at it. */
export function changed(
  { layers }: LayeredLaw,
  before: number,
  after: number,
): { law: LayeredLaw; starts: number } {
  let [extra, longest, most] = [0, 0, 0];
  const visit = (each: (busy: number, waiting: number, share: number) => void): void => {
    for (const [e, layer] of layers.entries()) {
      for (let n = 0; n < layer.length; n++) {
        if (layer[n] === 0) continue;
        if (e > 0) each(before + e, n, layer[n]!);
        else each(Math.min(n, before), Math.max(0, n - before), layer[n]!);
      }
    }
  };
  visit((busy, waiting) => {
    extra = Math.max(extra, busy - after);
    longest = Math.max(longest, waiting);
    most = Math.max(most, busy + waiting);
  });
  const next = Array.from(
    { length: extra + 1 },
    (_, e) => new Float64Array(e === 0 ? Math.max(most, after + longest) + 1 : longest + 1),
  );
  let starts = 0;
  visit((busy, waiting, share) => {
    if (busy > after) next[busy - after]![waiting]! += share;
    else {
      starts += share * Math.min(waiting, after - busy);
      next[0]![busy + waiting]! += share;
    }
  });
  return { law: { layers: next }, starts };
}

/** All layers with room for `high` contacts. */
export function widened({ layers }: LayeredLaw, high: number, agents: number): LayeredLaw {
  return {
    layers: layers.map((layer, e) => {
      const wide = new Float64Array(
        Math.max(layer.length, e === 0 ? high + 1 : Math.max(1, high - agents + 1)),
      );
      wide.set(layer);
      return wide;
    }),
  };
}

/** Without layers and ends that carry next to nothing. */
export function trimmed({ layers }: LayeredLaw): LayeredLaw {
  const weight = (layer: Float64Array): number => layer.reduce((sum, share) => sum + Math.abs(share), 0);
  let count = layers.length;
  while (count > 1 && weight(layers[count - 1]!) < NEGLIGIBLE) count--;
  return {
    layers: layers.slice(0, count).map((layer) => {
      let length = layer.length;
      while (length > 1 && Math.abs(layer[length - 1]!) < NEGLIGIBLE / 10) length--;
      return layer.slice(0, length);
    }),
  };
}

/** The law of the number of contacts, whatever the layer. */
export function countLaw({ layers }: LayeredLaw, agents: number): Law {
  const high = layers.reduce(
    (most, layer, e) => Math.max(most, layer.length - 1 + (e === 0 ? 0 : agents + e)),
    0,
  );
  const p = new Float64Array(high + 1);
  for (const [e, layer] of layers.entries()) {
    const shift = e === 0 ? 0 : agents + e;
    for (let n = 0; n < layer.length; n++) p[n + shift]! += layer[n]!;
  }
  let low = 0;
  while (low < high && Math.abs(p[low]!) < NEGLIGIBLE / 10) low++;
  return { p, low, high };
}

export function flattened({ layers }: LayeredLaw): Float64Array {
  const p = new Float64Array(layers.reduce((sum, layer) => sum + layer.length, 0));
  let at = 0;
  for (const layer of layers) {
    p.set(layer, at);
    at += layer.length;
  }
  return p;
}

/** Layers that carry next to nothing given up: who waits there waits on, with nobody too many. */
export function folded({ layers }: LayeredLaw, high: number, agents: number): Float64Array {
  const p = new Float64Array(high + 1);
  for (const [e, layer] of layers.entries()) {
    const shift = e === 0 ? 0 : agents;
    for (let n = 0; n < layer.length; n++) p[Math.min(high, n + shift)]! += layer[n]!;
  }
  return p;
}

/**
 * Seconds after which `extra` agents too many have all finished, but for a chance of `miss`.
 *
 * With agents + extra busy at first, and as long as somebody is too many nobody starts: these are the first
 * `extra` of so many independent exponential times to end, so fewer have ended by t with the chance that a
 * binomial number stays below `extra`.
 */
export function settledAfter(
  extra: number,
  { agents, completionRate, length }: Stretch,
  miss: number,
): Seconds {
  if (extra === 0) return 0;
  const busy = agents + extra;
  const late = (time: Seconds): number => {
    // e^(μt) − 1 by its logarithm: it is beyond a double where contacts are short for the interval.
    const logOdds = completionRate * time + Math.log(-Math.expm1(-completionRate * time));
    let log = -completionRate * time * busy;
    let sum = 0;
    for (let done = 0; done < extra; done++) {
      sum += Math.exp(log);
      log += logOdds + Math.log((busy - done) / (done + 1));
    }
    return sum;
  };
  if (late(length) > miss) return length;
  let [low, high] = [0, length];
  for (let k = 0; k < 10; k++) {
    const middle = (low + high) / 2;
    if (late(middle) > miss) low = middle;
    else high = middle;
  }
  return high;
}
