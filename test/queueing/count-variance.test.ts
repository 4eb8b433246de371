import { describe, expect, it } from 'vitest';
import { inTimeCountVariance, StateSpace } from '../../src/queueing/count-variance.ts';

const serviceRate = 1 / 300;

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
