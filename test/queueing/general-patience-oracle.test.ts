/**
 * M/M/n+G over a grid of laws and loads against the building blocks of Zeltyn & Mandelbaum (2005), with
 * every integral by the double exponential rule: other formulas than the engine's, other nodes, and the
 * mean patience up to x as an integral of its own instead of a closed form.
 */
import * as mathematics from 'mathjs';
import { describe, expect, it } from 'vitest';
import { generalPatience } from '../../src/queueing/general-patience.ts';
import type { PatienceLaw } from '../../src/queueing/patience-law.ts';

/** Of full double precision, and not the engine's. */
const { erf } = mathematics;

/** Share still patient after x seconds, from the definitions. */
function patient(law: PatienceLaw): (x: number) => number {
  const stay = 1 - (law.balk ?? 0);
  switch (law.kind) {
    case 'exponential':
      return (x) => stay * Math.exp(-x / law.mean);
    case 'weibull':
      return (x) => stay * Math.exp(-((x / law.scale) ** law.shape));
    case 'hyperexponential':
      return (x) => stay * law.parts.reduce((sum, { share, mean }) => sum + share * Math.exp(-x / mean), 0);
    case 'lognormal': {
      const variance = Math.log(1 + law.cv ** 2);
      const middle = Math.log(law.mean) - variance / 2;
      return (x) => (stay * (1 - erf((Math.log(x) - middle) / Math.sqrt(2 * variance)))) / 2;
    }
    default:
      throw new RangeError('a law not tested here');
  }
}

/** Gauss-Legendre, 5 points on [0, 1]. */
const GAUSS = [
  [0.5, 64 / 225],
  ...[-1, 1].flatMap((side) => [
    [0.5 + (side * Math.sqrt(5 - 2 * Math.sqrt(10 / 7))) / 6, (322 + 13 * Math.sqrt(70)) / 1800],
    [0.5 + (side * Math.sqrt(5 + 2 * Math.sqrt(10 / 7))) / 6, (322 - 13 * Math.sqrt(70)) / 1800],
  ]),
] as const;

type Node = { readonly x: number; readonly weight: number; readonly meanUpTo: number };

/** Double exponential nodes on (from, ∞), or on (from, to), with the integral of `beyond` up to each. */
function nodes(beyond: (x: number) => number, from: number, to: number, start: number): Node[] {
  const step = 1 / 250;
  const [low, high] = to === Infinity ? [-3.7, 10.5] : [-3.4, 3.4];
  const at = (u: number): number =>
    to === Infinity
      ? from + Math.exp(u - Math.exp(-u))
      : from + (to - from) / (1 + Math.exp(-Math.PI * Math.sinh(u)));
  const slope = (u: number): number => {
    if (to === Infinity) return (at(u) - from) * (1 + Math.exp(-u));
    const e = Math.exp(-Math.PI * Math.sinh(u));
    return ((to - from) * Math.PI * Math.cosh(u) * e) / (1 + e) ** 2;
  };
  const list: Node[] = [];
  let meanUpTo = start;
  let before = low;
  for (let k = 0; k <= Math.round((high - low) / step); k++) {
    const u = low + k * step;
    for (const [node = 0, weight = 0] of GAUSS) {
      const v = before + (u - before) * node;
      meanUpTo += (u - before) * weight * beyond(at(v)) * slope(v);
    }
    before = u;
    list.push({ x: at(u), weight: step * slope(u), meanUpTo });
  }
  return list;
}

function byBlocks(agents: number, load: number, law: PatienceLaw, threshold: number) {
  const [lambda, drain] = [load / 180, agents / 180];
  const beyond = patient(law);
  const early = nodes(beyond, 0, threshold, 0);
  const untilThreshold = early.at(-1)!.meanUpTo;
  const late = nodes(beyond, threshold, Infinity, untilThreshold);
  const exponent = ({ x, meanUpTo }: Node): number => lambda * meanUpTo - drain * x;
  const largest = Math.max(0, ...[...early, ...late].map(exponent));
  const integral = (list: readonly Node[], of: (node: Node) => number = () => 1): number =>
    list.reduce((sum, node) => sum + node.weight * of(node) * Math.exp(exponent(node) - largest), 0);
  // 1/B of one agent fewer.
  let inverse = 1;
  for (let k = 1; k < agents; k++) inverse = 1 + (k / load) * inverse;
  const [e, one] = [inverse * Math.exp(-largest), Math.exp(-largest)];
  const [j, jLate] = [integral(early) + integral(late), integral(late)];
  const d = e + lambda * j;
  const atThreshold = Math.exp(lambda * untilThreshold - drain * threshold - largest);
  const stay = beyond(threshold);
  const abandoned = (one + (lambda - drain) * j) / d;
  const waitsLonger = (lambda * stay * jLate) / d;
  const abandonedLater = ((lambda * stay - drain) * jLate + atThreshold) / d;
  return {
    waitProbability: (lambda * j) / d,
    abandonProbability: abandoned,
    meanWait: (lambda * (integral(early, (n) => n.meanUpTo) + integral(late, (n) => n.meanUpTo))) / d,
    answeredWithin: 1 - waitsLonger - abandoned + abandonedLater,
    abandonedWithin: abandoned - abandonedLater,
    offeredWaitWithin: 1 - (lambda * jLate) / d,
  };
}

const LAWS: readonly PatienceLaw[] = [
  { kind: 'exponential', mean: 100 },
  { kind: 'weibull', scale: 90, shape: 0.4 },
  { kind: 'weibull', scale: 90, shape: 0.8 },
  { kind: 'weibull', scale: 200, shape: 2.5 },
  { kind: 'lognormal', mean: 120, cv: 0.5 },
  { kind: 'lognormal', mean: 120, cv: 1.3 },
  { kind: 'lognormal', mean: 300, cv: 4 },
  {
    kind: 'hyperexponential',
    parts: [
      { share: 0.6, mean: 15 },
      { share: 0.4, mean: 400 },
    ],
  },
];
const QUEUES = [
  [1, 0.4],
  [3, 2.1],
  [12, 8.4],
  [12, 15],
  [5, 20],
  [100, 97],
  [300, 310],
  [60, 25],
] as const;

describe('general patience against other formulas on other nodes', () => {
  const grid = LAWS.flatMap((law) => [0, 0.15].map((balk) => ({ ...law, balk })));

  it.each(grid)('%j', { tags: 'slow' }, (law) => {
    for (const [agents, load] of QUEUES) {
      const queue = generalPatience({ contactsPerHour: load * 20, handleTime: 180, agents, patience: law });
      for (const threshold of [2, 20, 150]) {
        const exact = byBlocks(agents, load, law, threshold);
        const found = {
          waitProbability: queue.waitProbability,
          abandonProbability: queue.abandonProbability,
          meanWait: queue.meanWait,
          answeredWithin: queue.answeredWithin(threshold),
          abandonedWithin: queue.abandonedWithin(threshold),
          offeredWaitWithin: queue.offeredWaitWithin(threshold),
        };
        for (const [name, value] of Object.entries(exact)) {
          const own = Object.entries(found).find(([key]) => key === name)?.[1] ?? Number.NaN;
          // Differences of the blocks leave 1e-13 of their own rounding.
          const error = Math.abs(own - value) / Math.max(value, 1e-6);
          expect(error, `${name}, ${agents} agents, ${load} erlangs, ${threshold} s`).toBeLessThan(1e-6);
        }
      }
    }
  });
});
