import { describe, expect, it } from 'vitest';
import { inTimeCountVariance } from '../../src/queueing/count-variance.ts';

describe('variance of the number answered in time', () => {
  it.each([
    // M/M/12(+M), 4.2 arrivals and 0.5 completions a minute, 480 minutes in equilibrium, T = 20 s.
    // The share is exact (Erlang A 0.945269575559, METHODS golden value of this case; Erlang C 0.899080).
    { patience: 60, share: 0.945269575559, agents: 12 },
    { patience: 0, share: 0.89907977989469, agents: 12 },
  ])('agrees with an event simulation, patience $patience s', ({ patience, share, agents }) => {
    const abandonRate = patience > 0 ? 1 / patience : 0;
    const rates = { arrivalRate: 4.2 / 60, serviceRate: 0.5 / 60, abandonRate, agents };
    const variance = inTimeCountVariance(rates, 20);
    expect(Math.abs(variance.share - share)).toBeLessThan(1e-11);
    const predicted = Math.sqrt(variance.perSecond * 480 * 60) / (4.2 * 480);
    const simulated = simulatedSpread(rates, 20, 480 * 60, 6000);
    // Contacts that wait together share the same completions, which the formula leaves out: it is
    // 5 to 8 % low here. The sampling error of a standard deviation over 6,000 days is 1 %.
    expect(predicted / simulated).toBeGreaterThan(0.88);
    expect(predicted / simulated).toBeLessThan(1.0);
  });
});

/** Standard deviation over days of answered in time − share × offered, per expected contact; Kiefer–Wolfowitz. */
function simulatedSpread(
  rates: { arrivalRate: number; serviceRate: number; abandonRate: number; agents: number },
  threshold: number,
  length: number,
  days: number,
): number {
  let state = 20_261_125;
  const uniform = (): number => {
    // Lehmer's generator (Park & Miller 1988)
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const exponential = (rate: number): number => (rate > 0 ? -Math.log(uniform()) / rate : Infinity);
  const warmUp = 3600;
  const pairs: [number, number][] = [];
  for (let day = 0; day < days; day++) {
    const free = Array.from({ length: rates.agents }, () => 0);
    let inTime = 0;
    let offered = 0;
    for (
      let at = exponential(rates.arrivalRate);
      at < warmUp + length;
      at += exponential(rates.arrivalRate)
    ) {
      let next = 0;
      for (let k = 1; k < free.length; k++) if ((free[k] ?? 0) < (free[next] ?? 0)) next = k;
      const wait = Math.max(0, (free[next] ?? 0) - at);
      const answered = wait <= exponential(rates.abandonRate);
      if (answered) free[next] = at + wait + exponential(rates.serviceRate);
      if (at < warmUp) continue;
      offered++;
      if (answered && wait <= threshold) inTime++;
    }
    pairs.push([inTime, offered]);
  }
  const total = pairs.reduce((sum, [, n]) => sum + n, 0);
  const share = pairs.reduce((sum, [g]) => sum + g, 0) / total;
  const variance = pairs.reduce((sum, [g, n]) => sum + (g - share * n) ** 2, 0) / days;
  return Math.sqrt(variance) / (total / days);
}
