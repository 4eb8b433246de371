/**
 * First replies on a day whose staffing changes, against Kolmogorov's equations by small Runge-Kutta steps:
 * the law of open conversations forward, and backward the chance of one contact, who starts at a moment
 * that decides how long his reply may take.
 */
import { describe, expect, it } from 'vitest';
import { chatAgent } from '../../src/queueing/chat-pool.ts';
import { replyWithin } from '../../src/queueing/conversation-curve.ts';
import { DaySolver } from '../../src/queueing/day-solver.ts';
import type { Stretch } from '../../src/queueing/waiting-ahead.ts';

const LENGTH = 120;
const THETA = 1 / 90;
const BIRTH = 150 / 3600;
const LIMIT = 3;
const agent = chatAgent({ handleTime: 200, agentTurn: 40, customerTurn: 60, limit: LIMIT, switchCost: 0.1 });
const MOST = 45;
const STEP = 2;

function stretchesFor(agents: readonly number[]): Stretch[] {
  return agents.map((count) => ({
    length: LENGTH,
    arrivalRate: BIRTH,
    agents: count * LIMIT,
    completionRate: agent.full.completionRate / LIMIT,
    abandonRate: THETA,
    crew: { agents: count, agent },
  }));
}

function rk4(
  y: readonly number[],
  slope: (y: readonly number[], time: number) => number[],
  time: number,
  h: number,
) {
  const plus = (k: readonly number[], c: number) => y.map((v, i) => v + c * k[i]!);
  const k1 = slope(y, time);
  const k2 = slope(plus(k1, h / 2), time + h / 2);
  const k3 = slope(plus(k2, h / 2), time + h / 2);
  const k4 = slope(plus(k3, h), time + h);
  return y.map((v, i) => v + (h / 6) * (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + k4[i]!));
}

/** Contacts of the first interval with a first reply within `within`. */
function byHand(agents: readonly [number, number], within: number): number {
  const crewAt = (time: number): number => (time < LENGTH - 1e-9 ? agents[0] : agents[1]);
  const drain = (count: number): number => count * agent.full.completionRate;
  const held = (n: number, count: number): number => Math.floor(n / count);
  const death = (n: number): number => {
    const count = agents[0];
    const at = Math.min(n, count * LIMIT);
    const more = at % count;
    return (
      (count - more) * agent.rate[held(at, count)]! +
      (more > 0 ? more * agent.rate[held(at, count) + 1]! : 0) +
      Math.max(0, n - count * LIMIT) * THETA
    );
  };
  /** By place, at `time`, just before a change that falls on it. */
  const chances = (time: number): number[] => {
    const deadline = time + within;
    let v = Array.from({ length: MOST + 1 }, () => 0);
    const steps = within / STEP;
    for (let s = steps - 1; s >= 0; s--) {
      const now = time + s * STEP;
      const count = crewAt(now);
      // Backwards: `u` runs from the end of the step to its start.
      v = rk4(
        v,
        (y, u) =>
          y.map((value, k) => {
            if (k === 0) return 0;
            const served = replyWithin(agent.full, Math.max(0, deadline - (2 * now + STEP - u)));
            const before = k === 1 ? served : y[k - 1]!;
            const ahead = k === 1 ? 0 : (k - 1) * THETA * (y[k - 1]! - value);
            return drain(count) * (before - value) + ahead - THETA * value;
          }),
        now,
        STEP,
      );
      if (Math.abs(now - LENGTH) < 1e-9 && agents[1] > agents[0]) {
        const [was, forward] = [agents[0] * LIMIT, (agents[1] - agents[0]) * LIMIT];
        v = v.map((value, k) =>
          k === 0
            ? value
            : k <= forward
              ? replyWithin(agent.curve[held(was + k - 1, agents[1])]!, deadline - LENGTH)
              : v[k - forward]!,
        );
      }
    }
    return v;
  };
  // Levels change in single steps: of n + 1 conversations the one that ends next leaves an agent with as many
  // as the n-th newcomer finds with his.
  const newcomerIn = (n: number): number => {
    const most = held(n, agents[0]) + 1;
    const fuller = n + 1 - (most - 1) * agents[0];
    const ends = [fuller * agent.rate[most]!, (agents[0] - fuller) * agent.rate[most - 1]!];
    const reply = (before: number): number => (before < 0 ? 0 : replyWithin(agent.curve[before]!, within));
    return (ends[0]! * reply(most - 1) + ends[1]! * reply(most - 2)) / (ends[0]! + ends[1]!);
  };
  let p: number[] = Array.from({ length: MOST + 1 }, (_, n) => (n === 0 ? 1 : 0));
  let sum = 0;
  const nodes = LENGTH / STEP;
  for (let node = 0; node <= nodes; node++) {
    const weight = BIRTH * STEP * (node === 0 || node === nodes ? 1 / 3 : node % 2 ? 4 / 3 : 2 / 3);
    const v = chances(node * STEP);
    p.forEach((share, n) => {
      const places = agents[0] * LIMIT;
      const value = n < places ? newcomerIn(n) : (v[n - places + 1] ?? 0);
      sum += weight * share * value;
    });
    p = rk4(
      p,
      (y) =>
        y.map(
          (share, n) =>
            (n > 0 ? BIRTH * y[n - 1]! : 0) +
            (n < MOST ? death(n + 1) * y[n + 1]! : 0) -
            ((n < MOST ? BIRTH : 0) + death(n)) * share,
        ),
      0,
      STEP,
    );
  }
  return sum;
}

describe('first replies of a chat day', () => {
  it.each([
    [[2, 2], 88],
    [[2, 4], 88],
    [[3, 2], 60],
    [[1, 3], 32],
  ] as const)('agents %j, within %d s', { tags: 'slow' }, (agents, within) => {
    const problem = {
      stretches: stretchesFor(agents),
      threshold: within,
      shiftEnd: 'named',
      tolerance: 1e-7,
    } as const;
    const [first] = new DaySolver({ ...problem, fate: 'replied' }).solve();
    const exact = byHand(agents, within);
    expect(Math.abs(first!.sums.answeredWithin / exact - 1)).toBeLessThan(1e-4);
    // The fate decides: counted as answers only, there are more.
    const [answered] = new DaySolver(problem).solve();
    expect(answered!.sums.answeredWithin).toBeGreaterThan(exact * 1.05);
  });
});
