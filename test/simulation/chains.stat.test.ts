/** Skills and conversations against exact chains solved here. */
import { describe, expect, it } from 'vitest';
import type { SimulationModel } from '../../src/simulation/model.ts';
import { simulateModel } from '../../src/simulation/simulate.ts';
import { expectAgreement } from './agreement.ts';
import { solveChain } from './chain.ts';

const exponential = (mean: number) => ({ kind: 'exponential', mean }) as const;

describe('the N-model', () => {
  // Class A: group 1, then group 2. Class B: group 2 only, and before A there. Times in minutes.
  const [rateA, rateB, handle, patience, agents1, agents2] = [0.9, 0.6, 3, 2, 2, 3];
  const mu = 1 / handle;
  const theta = 1 / patience;
  const room = 14;

  it('agrees with the exact chain on (busy in group 1, busy in group 2, waiting A, waiting B)', () => {
    let waitA = 0;
    let waitB = 0;
    let queueA = 0;
    let queueB = 0;
    type State = readonly [number, number, number, number];
    solveChain<State>(
      [0, 0, 0, 0],
      ([n1, n2, a, b]) => {
        const out: [State, number][] = [];
        if (n1 < agents1) out.push([[n1 + 1, n2, a, b], rateA]);
        else if (n2 < agents2) out.push([[n1, n2 + 1, a, b], rateA]);
        else if (a < room) out.push([[n1, n2, a + 1, b], rateA]);
        if (n2 < agents2) out.push([[n1, n2 + 1, a, b], rateB]);
        else if (b < room) out.push([[n1, n2, a, b + 1], rateB]);
        if (n1 > 0) out.push([a > 0 ? [n1, n2, a - 1, b] : [n1 - 1, n2, a, b], n1 * mu]);
        if (n2 > 0) {
          const next: State = b > 0 ? [n1, n2, a, b - 1] : a > 0 ? [n1, n2, a - 1, b] : [n1, n2 - 1, a, b];
          out.push([next, n2 * mu]);
        }
        if (a > 0) out.push([[n1, n2, a - 1, b], a * theta]);
        if (b > 0) out.push([[n1, n2, a, b - 1], b * theta]);
        return out;
      },
      ([n1, n2, a, b], p) => {
        if (n1 === agents1 && n2 === agents2) waitA += p;
        if (n2 === agents2) waitB += p;
        queueA += a * p;
        queueB += b * p;
      },
    );
    const calls = (id: string, rate: number, priority: number, tiers: string[]) => ({
      id,
      priority,
      arrivals: { kind: 'rates' as const, contactsPerHour: [rate * 60] },
      handleTime: exponential(handle * 60),
      patience: { distribution: exponential(patience * 60) },
      tiers: tiers.map((group) => ({ groups: [group] })),
    });
    const model: SimulationModel = {
      horizon: { intervalSeconds: 1_000_000, intervals: 1, warmUp: 7200 },
      classes: [calls('a', rateA, 2, ['1', '2']), calls('b', rateB, 1, ['2'])],
      groups: [
        { id: '1', serves: [{ class: 'a' }], staffing: { kind: 'counts', agents: [agents1] } },
        {
          id: '2',
          serves: [{ class: 'a' }, { class: 'b' }],
          staffing: { kind: 'counts', agents: [agents2] },
        },
      ],
    };
    const [a, b] = simulateModel(model, { seed: 17, replications: 120 }).classes;
    expectAgreement(a?.waitProbability, 120, waitA, 0.003);
    expectAgreement(b?.waitProbability, 120, waitB, 0.004);
    expectAgreement(a?.abandonment, 120, (theta * queueA) / rateA, 0.003);
    expectAgreement(b?.abandonment, 120, (theta * queueB) / rateB, 0.003);
    expectAgreement(a?.meanQueueLength, 120, queueA, 0.01);
  });
});

describe('conversations', () => {
  // Two agents, up to three each, an agent's turn of 30 s and a customer's of 60 s, 4 turns: METHODS 3.1.
  const limit = 3;
  const rate = 1.2;
  const theta = 0.5;
  const utilisation = [1, 2, 3].map((j) => {
    let sum = 0;
    let term = 1;
    for (let i = 0; i <= j; i++) {
      sum += term;
      term *= (j - i) * 0.5;
    }
    return 1 - 1 / sum;
  });
  // Work of 120 s per conversation.
  const ends = (j: number) => (j === 0 ? 0 : (utilisation[j - 1] ?? 0) / 2);

  it('agree with the exact chain on (conversations of the fuller agent, of the other, waiting)', () => {
    let full = 0;
    let queue = 0;
    let busy = 0;
    type State = readonly [number, number, number];
    const sorted = (i: number, j: number, q: number): State => (i >= j ? [i, j, q] : [j, i, q]);
    solveChain<State>(
      [0, 0, 0],
      ([i, j, q]) => {
        const out: [State, number][] = [];
        // Least loaded first: the other agent takes the next one.
        if (j < limit) out.push([sorted(i, j + 1, q), rate]);
        else if (i < limit) out.push([sorted(i + 1, j, q), rate]);
        else if (q < 30) out.push([[i, j, q + 1], rate]);
        if (i > 0) out.push([q > 0 ? [i, j, q - 1] : sorted(i - 1, j, q), ends(i)]);
        if (j > 0) out.push([q > 0 ? [i, j, q - 1] : sorted(i, j - 1, q), ends(j)]);
        if (q > 0) out.push([[i, j, q - 1], q * theta]);
        return out;
      },
      ([i, j, q], p) => {
        if (j === limit) full += p;
        queue += q * p;
        busy += p * ((utilisation[i - 1] ?? 0) + (utilisation[j - 1] ?? 0));
      },
    );
    const model: SimulationModel = {
      horizon: { intervalSeconds: 1_000_000, intervals: 1, warmUp: 7200 },
      classes: [
        {
          id: 'chat',
          arrivals: { kind: 'rates', contactsPerHour: [rate * 60] },
          handleTime: exponential(120),
          patience: { distribution: exponential(60 / theta) },
          conversation: { limit, speed: { kind: 'turns', agentTurn: 30, customerTurn: 60 } },
        },
      ],
      groups: [{ id: 'team', serves: [{ class: 'chat' }], staffing: { kind: 'counts', agents: [2] } }],
    };
    const summary = simulateModel(model, { seed: 5, replications: 120 });
    const [chat] = summary.classes;
    expectAgreement(chat?.waitProbability, 120, full, 0.003);
    expectAgreement(chat?.abandonment, 120, (theta * queue) / rate, 0.003);
    expectAgreement(summary.groups[0]?.busy, 120, busy, 0.006);
    expect(full).toBeGreaterThan(0.02);
  });
});
