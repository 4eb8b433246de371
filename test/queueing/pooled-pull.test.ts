/** Back in time by uniformisation against the equations themselves, solved by small Runge-Kutta steps. */
import { describe, expect, it } from 'vitest';
import { pull } from '../../src/queueing/pooled-pull.ts';

const stretch = { length: 900, arrivalRate: 0.05, agents: 12, completionRate: 1 / 240, abandonRate: 1 / 120 };
const start = () => [
  // Just after two agents came: the first two start at once, who is behind them waits.
  [0, 1, 2].map((e) => Float64Array.from({ length: 41 }, (_, k) => (k <= 2 - e ? 1 : 0.9 ** k))),
  [0, 1, 2].map((e) => Float64Array.from({ length: 41 }, (_, k) => (k <= 2 - e ? 0 : 8 * k))),
];

type Values = Float64Array[][];

/** Kolmogorov's backward equation over (agents too many, place); the second quantity gains the first. */
function slope(values: Values, faithful: boolean): Values {
  const { agents, completionRate, abandonRate } = stretch;
  return values.map((layers, q) =>
    layers.map((layer, e) =>
      layer.map((value, k) => {
        if (k === 0) return 0;
        const done = (agents + e) * completionRate;
        const finished = e > 0 ? layers[e - 1]![k]! : layer[k - 1]!;
        const own = faithful ? 0 : abandonRate;
        const ahead = (k - 1) * abandonRate * (layer[k - 1]! - value);
        return done * (finished - value) + ahead - own * value + (q > 0 ? values[0]![e]![k]! : 0);
      }),
    ),
  );
}

/** Runge and Kutta's fourth order, half a second a step: within 2e-8 of what an eighth of it gives. */
function byHand(values: Values, time: number, faithful: boolean): Values {
  const steps = Math.ceil(time / 0.5);
  const h = time / steps;
  const plus = (y: Values, k: Values, c: number): Values =>
    y.map((layers, q) => layers.map((layer, e) => layer.map((v, n) => v + c * k[q]![e]![n]!)));
  let y = values;
  for (let i = 0; i < steps; i++) {
    const k1 = slope(y, faithful);
    const k2 = slope(plus(y, k1, h / 2), faithful);
    const k3 = slope(plus(y, k2, h / 2), faithful);
    const k4 = slope(plus(y, k3, h), faithful);
    y = plus(plus(plus(plus(y, k1, h / 6), k2, h / 3), k3, h / 3), k4, h / 6);
  }
  return y;
}

describe('back in time under pooled shift ends', () => {
  it.each([true, false])(
    'solves the equations, whether he himself may give up or not: %s',
    { tags: 'slow' },
    (faithful) => {
      for (const time of [20, 112.5, 900]) {
        const found = start();
        pull(found, stretch, time, faithful);
        byHand(start(), time, faithful).forEach((layers, q) =>
          layers.forEach((layer, e) =>
            layer.forEach((value, k) => {
              const error = Math.abs((found[q]?.[e]?.[k] ?? NaN) - value);
              expect(error / Math.max(1, value)).toBeLessThan(1e-7);
            }),
          ),
        );
      }
    },
  );
});
