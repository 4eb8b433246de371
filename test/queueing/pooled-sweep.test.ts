/** Layers of agents too many, one step at a time, against uniformisation over all their states. */
import { describe, expect, it } from 'vitest';
import { LayeredStep } from '../../src/queueing/pooled-sweep.ts';

const stretch = { length: 200, arrivalRate: 0.05, agents: 3, completionRate: 1 / 120, abandonRate: 1 / 90 };
const SIZES = [24, 21, 21];
const FIRST = [3, 0, 0];

type Layers = Float64Array[];

const filled = (value: (e: number, n: number) => number): Layers =>
  SIZES.map((size, e) => Float64Array.from({ length: size }, (_, n) => value(e, n)));

/** Every move of the chain: from a state to another, per second. */
function* moves(): Generator<readonly [e: number, n: number, toE: number, toN: number, rate: number]> {
  const { agents, arrivalRate, completionRate, abandonRate } = stretch;
  for (const [e, size] of SIZES.entries()) {
    for (let n = 0; n < size; n++) {
      if (n + 1 < size) yield [e, n, e, n + 1, arrivalRate];
      const waiting = Math.max(0, n - FIRST[e]!);
      const done = e === 0 ? Math.min(n, agents) * completionRate : 0;
      if (n > 0) yield [e, n, e, n - 1, done + waiting * abandonRate];
      if (e > 0) yield [e, n, e - 1, FIRST[e - 1]! + n, (agents + e) * completionRate];
    }
  }
}

function uniformised(start: Layers, time: number): { readonly end: Layers; readonly spent: Layers } {
  const rate = 1;
  const [end, spent] = [filled(() => 0), filled(() => 0)];
  let law = start;
  let weight = Math.exp(-rate * time);
  let left = 1 - weight;
  for (let k = 0; k < rate * time + 12 * Math.sqrt(rate * time) + 60; k++) {
    const next = law.map((layer) => layer.slice());
    for (const [e, n, toE, toN, each] of moves()) {
      const share = (law[e]![n]! * each) / rate;
      next[e]![n]! -= share;
      next[toE]![toN]! += share;
    }
    for (const [e, layer] of law.entries()) {
      for (const [n, share] of layer.entries()) {
        end[e]![n]! += weight * share;
        spent[e]![n]! += (left / rate) * share;
      }
    }
    law = next;
    weight *= (rate * time) / (k + 1);
    left = Math.max(0, left - weight);
  }
  return { end, spent };
}

const dot = (a: Layers, b: Layers): number =>
  a.reduce((sum, layer, e) => sum + layer.reduce((part, x, n) => part + x * b[e]![n]!, 0), 0);

describe('a step through layers of agents too many', () => {
  it('agrees with uniformisation in the law and in the time spent', () => {
    const start = filled((e, n) => (e === 2 && n === 4 ? 1 : 0));
    const exact = uniformised(start, 200);
    const [law, spent] = [filled((e, n) => start[e]![n]!), filled(() => 0)];
    const step = new LayeredStep(stretch, SIZES, 0);
    step.prepare(200 / 24);
    for (let k = 0; k < 24; k++) step.advance(law, spent);
    for (const [e, layer] of law.entries()) {
      for (const [n, share] of layer.entries()) {
        expect(Math.abs(share - exact.end[e]![n]!)).toBeLessThan(1e-11);
        expect(Math.abs(spent[e]![n]! - exact.spent[e]![n]!)).toBeLessThan(1e-9);
      }
    }
  });

  it('pulls values back by the exact transpose', () => {
    const step = new LayeredStep(stretch, SIZES, 2);
    step.prepare(30);
    const law = filled((e, n) => (e === 0 && n < 2 ? 0 : 1 / (n + e + 1)));
    const start = law.map((layer) => layer.slice());
    const value = filled((e, n) => (e === 0 && n < 2 ? 0 : Math.cos(n + 5 * e)));
    const gain = filled((e, n) => (e === 0 && n < 2 ? 0 : 1 / (n + e + 1)));
    const before = value.map((layer) => layer.slice());
    const spent = filled(() => 0);
    step.advance(law, spent);
    step.pullBack(value, gain);
    const [forward, back] = [dot(law, before) + dot(spent, gain), dot(start, value)];
    expect(Math.abs(forward / back - 1)).toBeLessThan(1e-13);
  });
});
