/** Two ways back in time over one chain: uniformisation, exact, and the resolvents of the law's steps. */
import { describe, expect, it } from 'vitest';
import { glide, pull } from '../../src/queueing/pooled-pull.ts';

const stretch = { length: 900, arrivalRate: 0.05, agents: 12, completionRate: 1 / 240, abandonRate: 1 / 120 };
const start = () => [
  // Just after two agents came: the first two start at once, who is behind them waits.
  [0, 1, 2].map((e) => Float64Array.from({ length: 41 }, (_, k) => (k <= 2 - e ? 1 : 0.9 ** k))),
  [0, 1, 2].map((e) => Float64Array.from({ length: 41 }, (_, k) => (k <= 2 - e ? 0 : 8 * k))),
];

describe('back in time under pooled shift ends', () => {
  it.each([true, false])(
    'agrees on both ways, whether he himself may give up or not: %s',
    { tags: 'slow' },
    (faithful) => {
      for (const time of [20, 112.5, 900]) {
        const [exact, stepped, coarse] = [start(), start(), start()];
        pull(exact, stretch, time, faithful);
        glide(stepped, stretch, time, 10, { faithful, steep: true });
        glide(coarse, stretch, time, 112.5, { faithful, steep: true });
        exact.forEach((layers, q) =>
          layers.forEach((layer, e) =>
            layer.forEach((value, k) => {
              const scale = Math.max(1, value);
              expect(Math.abs((stepped[q]?.[e]?.[k] ?? NaN) - value) / scale).toBeLessThan(1e-6);
              expect(Math.abs((coarse[q]?.[e]?.[k] ?? NaN) - value) / scale).toBeLessThan(1e-4);
            }),
          ),
        );
      }
    },
  );
});
