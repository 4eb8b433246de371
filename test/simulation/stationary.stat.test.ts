/** The engine against exact formulas of stationary queues; |z| < 4 and the band asserted narrow. */
import { describe, expect, it } from 'vitest';
import type { SimulationModel } from '../../src/simulation/model.ts';
import { simulateModel } from '../../src/simulation/simulate.ts';
import type { Estimate } from '../../src/simulation/summary.ts';
import { expectAgreement } from './agreement.ts';
import { singleQueue } from './models.ts';

function run(model: SimulationModel, replications: number) {
  const summary = simulateModel(model, { seed: 20_260_101, replications });
  const [calls] = summary.classes;
  if (!calls) throw new Error('no class');
  const agrees = (estimate: Estimate | null | undefined, exact: number, band: number) =>
    expectAgreement(estimate, replications, exact, band);
  return { calls, team: summary.groups[0], agrees };
}

describe('a single queue', () => {
  // Values: METHODS dossier, golden values, from 50-digit arithmetic.
  it('agrees with Erlang C', () => {
    const { calls, team, agrees } = run(
      singleQueue({ contactsPerHour: 200, handleTime: 180, agents: 14, hours: 200, warmUp: 7200 }),
      120,
    );
    agrees(calls.serviceLevel, 0.8883500192, 0.003);
    agrees(calls.waitProbability, 0.17413193359505, 0.004);
    // C / ((s - a) mu) = 0.174132 / (4 / 180 s).
    agrees(calls.meanWait, (0.17413193359505 * 180) / 4, 0.5);
    agrees(team?.occupancy, 10 / 14, 0.002);
  });

  // Pollaczek and Khinchine: Wq = λ E[S²] / (2 (1 - ρ)). E[S] = .7 · 100 + .3 · 400 = 190 s, so ρ = 190 / 300;
  // E[S²] = .7 · 2 · 100² + .3 · 2 · 400² = 110,000 s²; Wq = 110,000 / 300 / (2 · 110 / 300) = 500 s.
  it('agrees with the mixture of two reasons, which wait alike', () => {
    const base = singleQueue({ contactsPerHour: 12, handleTime: 190, agents: 1, hours: 800, warmUp: 36_000 });
    const reasons = [
      { id: 'short', share: 0.7, handleTime: { kind: 'exponential', mean: 100 } },
      { id: 'long', share: 0.3, handleTime: { kind: 'exponential', mean: 400 } },
    ] as const;
    const { calls, team, agrees } = run(
      { ...base, classes: base.classes.map((c) => ({ ...c, reasons })) },
      120,
    );
    const [short, long] = calls.reasons ?? [];
    agrees(calls.meanWait, 500, 20);
    agrees(short?.meanWait, 500, 20);
    agrees(long?.meanWait, 500, 20);
    agrees(team?.occupancy, 190 / 300, 0.01);
    agrees(short?.groups[0]?.handleTime, 100, 1);
    agrees(long?.groups[0]?.handleTime, 400, 5);
    // Hours of work a replication: 800 h · 12 an hour · .3 · 400 s.
    agrees(long?.groups[0]?.workHours, 320, 5);
  });

  it('agrees with Erlang A', () => {
    const model = singleQueue({
      contactsPerHour: 200,
      handleTime: 180,
      agents: 12,
      patience: 120,
      hours: 200,
      warmUp: 7200,
    });
    const { calls, agrees } = run(model, 150);
    agrees(calls.serviceLevel, 0.825582644362, 0.003);
    agrees(calls.waitProbability, 0.279807018645, 0.003);
    agrees(calls.abandonment, 0.061597377004, 0.003);
    // P(abandon) = E[Q] / (rate * mean patience).
    agrees(calls.meanQueueLength, (0.061597377004 * 200 * 120) / 3600, 0.01);
  });

  it('counts every definition of the service level', () => {
    const exact = [
      ['offered', 0.945269575559],
      ['answered', 0.974182238187],
      ['excludeAbandonsWithin', 0.967871538728],
      ['creditAbandonsWithin', 0.96862181009],
      ['virtual', 0.956208208285],
    ] as const;
    for (const [definition, known] of exact) {
      const model = singleQueue({
        contactsPerHour: 252,
        handleTime: 120,
        agents: 12,
        patience: 60,
        hours: 200,
        warmUp: 7200,
        class: { serviceLevel: { threshold: 20, definition } },
      });
      const { calls, agrees } = run(model, 12);
      agrees(calls.serviceLevel, known, 0.003);
    }
  });

  it('agrees with M/M/s+G: an atom at zero and two kinds of patience', () => {
    const model = singleQueue({
      contactsPerHour: 252,
      handleTime: 120,
      agents: 12,
      hours: 200,
      warmUp: 7200,
      class: {
        patience: {
          leavesAtOnce: 0.1,
          distribution: {
            kind: 'hyperexponential',
            branches: [
              { share: 2 / 3, mean: 30 },
              { share: 1 / 3, mean: 300 },
            ],
          },
        },
      },
    });
    const { calls, agrees } = run(model, 60);
    agrees(calls.waitProbability, 0.112996322, 0.002);
    agrees(calls.abandonment, 0.037228274, 0.002);
    agrees(calls.serviceLevel, 0.946650333, 0.002);
  });

  it('agrees with finite lines, M/M/12/16', () => {
    const model = {
      ...singleQueue({ contactsPerHour: 252, handleTime: 120, agents: 12, hours: 200, warmUp: 7200 }),
      lines: [{ classes: ['calls'], count: 16 }],
    };
    const { calls, agrees } = run(model, 60);
    const { blocked, offered, waitProbability } = calls;
    expect(blocked.value / offered.value).toBeGreaterThan(0.0131);
    expect(blocked.value / offered.value).toBeLessThan(0.0142);
    // Given admitted 0.146191571, blocking 0.013667921.
    agrees(waitProbability, 0.146191571 * (1 - 0.013667921), 0.003);
  });

  // Erlang X: attempts are Poisson at the fixed point when redials come much later.
  it('agrees with bulk arrivals, M[X]/M/1', () => {
    // Mean queue: rho (1 + E[X^2]/E[X]) / (2 (1 - rho)) - rho (Gross et al. (2008), Fundamentals of Queueing
    // Theory, 3.1). rho = 0.6: three at a time 3 - 0.6, geometric of mean 3 (E[X^2]/E[X] = 5) 4.5 - 0.6.
    for (const [batch, queue] of [
      [{ kind: 'constant', size: 3 }, 2.4],
      [{ kind: 'geometric', mean: 3 }, 3.9],
    ] as const) {
      const model = singleQueue({
        contactsPerHour: 60,
        handleTime: 36,
        agents: 1,
        hours: 1000,
        warmUp: 7200,
        class: { arrivals: { kind: 'rates', contactsPerHour: [60], batch } },
      });
      const { calls, agrees } = run(model, 60);
      agrees(calls.meanQueueLength, queue, 0.12);
      agrees(calls.arrivals, 60_000, 300);
    }
  });

  it('agrees with the redial fixed point', () => {
    const model = singleQueue({
      contactsPerHour: 200,
      handleTime: 180,
      agents: 10,
      patience: 120,
      hours: 300,
      warmUp: 36_000,
      class: {
        followUps: [
          { on: 'abandoned', probability: 0.4, delay: { kind: 'exponential', mean: 7200 }, most: 100 },
        ],
      },
    });
    const { calls, agrees } = run(model, 30);
    expect(Math.abs(calls.offered.value / 600 - 107.233108)).toBeLessThan(0.4);
    agrees(calls.abandonment, 0.168630468, 0.004);
    agrees(calls.serviceLevel, 0.566872855, 0.006);
  });

  it('agrees with Erlang A at 84 erlangs', () => {
    for (const [agents, exact] of [
      [80, 0.566732],
      [86, 0.762933],
    ] as const) {
      const model = singleQueue({
        contactsPerHour: 504,
        handleTime: 600,
        agents,
        patience: 300,
        hours: 20,
        warmUp: 7200,
      });
      const { calls, agrees } = run(model, 4700);
      agrees(calls.serviceLevel, exact, 0.003);
      agrees(calls.controlledServiceLevel, exact, 0.002);
    }
  });
});
