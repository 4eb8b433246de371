import { describe, expect, it } from 'vitest';
import { inTimeCountVariance, StateSpace, type QueueRates } from '../../src/queueing/count-variance.ts';
import { servedWithin } from '../../src/queueing/position-wait.ts';
import type { DeferredStarts } from '../../src/queueing/shared-crew.ts';

const serviceRate = 1 / 300;

/**
 * The same by another road: Poisson's equation for all states at once by elimination, and the variance of
 * a count as Σ π λ (E X² + 2 x h(n + 1)). Chances by place from position-wait.ts, tested against equations.
 */
function bySystem(
  rates: QueueRates & { readonly beside: DeferredStarts },
  threshold: number,
): { share: number; perSecond: number } {
  const { arrivalRate, abandonRate, agents, beside } = rates;
  const size = agents + 60;
  const birth = (n: number) =>
    n + 1 === size ? 0 : arrivalRate + (n < agents - beside.reserve ? beside.starts : 0);
  const death = (n: number) =>
    Math.min(n, agents) * rates.serviceRate + Math.max(0, n - agents) * abandonRate;
  const served = new Float64Array(size + 1);
  servedWithin(served, size, agents * rates.serviceRate, abandonRate, threshold);
  const inTime = Array.from({ length: size }, (_, n) => (n < agents ? 1 : served[n - agents + 1]!));
  const law = [1];
  for (let n = 1; n < size; n++) law.push((law[n - 1]! * birth(n - 1)) / death(n));
  const total = law.reduce((sum, weight) => sum + weight, 0);
  const share = law.reduce((sum, weight, n) => sum + weight * inTime[n]!, 0) / total;
  // A h = −λ x with h(0) = 0, the first equation left out: the others say all.
  const rows = Array.from({ length: size - 1 }, (_, r) => {
    const n = r + 1;
    const row = Array.from({ length: size }, () => 0);
    if (n > 1) row[n - 2] = death(n);
    row[n - 1] = -birth(n) - death(n);
    if (n + 1 < size) row[n] = birth(n);
    row[size - 1] = -arrivalRate * (inTime[n]! - share);
    return row;
  });
  for (let c = 0; c < size - 1; c++) {
    for (let r = 0; r < size - 1; r++) {
      const factor = r === c ? 0 : rows[r]![c]! / rows[c]![c]!;
      if (factor !== 0) rows[r] = rows[r]!.map((value, k) => value - factor * rows[c]![k]!);
    }
  }
  const h = [0, ...rows.map((row, r) => row[size - 1]! / row[r]!)];
  const perSecond = law.reduce((sum, weight, n) => {
    const [p, x] = [inTime[n]!, inTime[n]! - share];
    const square = p * (1 - share) ** 2 + (1 - p) * share ** 2;
    return sum + (weight / total) * arrivalRate * (square + 2 * x * (h[n + 1] ?? h[n]!));
  }, 0);
  return { share, perSecond };
}

describe('variance of the number answered in time', () => {
  it('is told at once however near the load comes to the agents', () => {
    // All states one by one would be 3e10 of them.
    for (const spare of [1e-3, 1e-6, 1e-9]) {
      const arrivalRate = 10 * serviceRate * (1 - spare);
      const { share, perSecond } = inTimeCountVariance(
        { arrivalRate, serviceRate, abandonRate: 0, agents: 10 },
        20,
      );
      // Share: Erlang C, of which at most the order of the spare capacity does not wait too long.
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(10 * spare);
      expect(perSecond).toBeGreaterThan(0);
    }
  });

  it('with patience that outlasts everything agrees with none at all', () => {
    // The two are summed differently: states one by one, and a closed tail.
    const queue = { arrivalRate: 9.5 * serviceRate, serviceRate, agents: 10 };
    const patient = inTimeCountVariance({ ...queue, abandonRate: 1e-13 }, 60);
    const endless = inTimeCountVariance({ ...queue, abandonRate: 0 }, 60);
    expect(Math.abs(endless.share / patient.share - 1)).toBeLessThan(1e-7);
    expect(Math.abs(endless.perSecond / patient.perSecond - 1)).toBeLessThan(1e-6);
  });

  it.each([
    [0, 0, 0.7],
    [1 / 200, 2, 0.5],
    [1 / 40, 0, 0.6],
    [1 / 60, 1, 1.2],
    [0.5, 4, 0.3],
  ])(
    'with e-mail begun at %d a second, %d agents kept free, is that of all states at once',
    (starts, reserve, busy) => {
      const rates = {
        arrivalRate: busy * 6 * serviceRate,
        serviceRate,
        abandonRate: 1 / 120,
        agents: 6,
        beside: { starts, reserve },
      };
      const exact = bySystem(rates, 30);
      const found = inTimeCountVariance(rates, 30);
      expect(Math.abs(found.share / exact.share - 1)).toBeLessThan(1e-9);
      expect(Math.abs(found.perSecond / exact.perSecond - 1)).toBeLessThan(1e-7);
    },
  );

  it('with endless e-mail is the limit of ever faster starts', () => {
    const rates = { arrivalRate: 3 * serviceRate, serviceRate, abandonRate: 1 / 120, agents: 6 };
    const fast = inTimeCountVariance({ ...rates, beside: { starts: 1e6, reserve: 2 } }, 30);
    const endless = inTimeCountVariance({ ...rates, beside: { starts: Infinity, reserve: 2 } }, 30);
    expect(Math.abs(endless.share / fast.share - 1)).toBeLessThan(1e-6);
    expect(Math.abs(endless.perSecond / fast.perSecond - 1)).toBeLessThan(1e-6);
  });

  it('carries terms too small for a double', () => {
    // 2,000 agents, 10 min: x^c ~ e^−1200 (share by Erlang C: all but nobody waits).
    const { share } = inTimeCountVariance(
      { arrivalRate: 1800 / 500, serviceRate: 1 / 500, abandonRate: 1 / 200, agents: 2000 },
      600,
    );
    expect(share).toBeGreaterThan(0.999);
    expect(share).toBeLessThanOrEqual(1 + 1e-12);
  });

  it('does not depend on what its space was used for before', () => {
    const space = new StateSpace();
    for (const agents of [400, 3, 80, 1, 2000]) {
      for (const busy of [0.5, 0.95, 1.4]) {
        const rates = { arrivalRate: busy * agents * serviceRate, serviceRate, abandonRate: 1 / 200, agents };
        expect(inTimeCountVariance(rates, 30, space)).toEqual(inTimeCountVariance(rates, 30));
      }
    }
  });
});
