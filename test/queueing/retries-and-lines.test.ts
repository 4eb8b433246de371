/** Origin of the values: 50-digit arithmetic on the chains themselves, unless said otherwise. */
import { describe, expect, it } from 'vitest';
import { DomainError, UnattainableTarget } from '../../src/errors.ts';
import { engset } from '../../src/queueing/engset.ts';
import { erlangA } from '../../src/queueing/erlang-a.ts';
import { agentsForBlocking, loadForBlocking } from '../../src/queueing/erlang-b-inverse.ts';
import { erlangB } from '../../src/queueing/erlang-b.ts';
import { erlangX } from '../../src/queueing/erlang-x.ts';
import { finiteLine } from '../../src/queueing/finite-line.ts';

describe('finite lines', () => {
  const line = { contactsPerHour: 252, handleTime: 120, agents: 12 };

  it('M/M/12/16 and M/M/12/17', () => {
    const queue = finiteLine({ ...line, lines: 16 });
    expect(queue.blockedProbability).toBeCloseTo(0.013667921, 9);
    expect(queue.waitProbability).toBeCloseTo(0.146191571, 9);
    expect(finiteLine({ ...line, lines: 17 }).blockedProbability).toBeCloseTo(0.009476874, 9);
  });

  it('without a place to wait is Erlang B, with very many is Erlang A', () => {
    expect(finiteLine({ ...line, lines: 12 }).blockedProbability).toBeCloseTo(erlangB(8.4, 12), 14);
    const many = finiteLine({ ...line, patience: 60, lines: 500 });
    const queue = erlangA({ ...line, patience: 60 });
    expect(many.answeredWithin(20)).toBeCloseTo(queue.answeredWithin(20), 13);
    expect(many.abandonedWithin(7)).toBeCloseTo(queue.abandonedWithin(7), 13);
    expect(many.meanWaitAnswered).toBeCloseTo(queue.meanWaitAnswered, 11);
  });

  it.each([undefined, 90])('agrees with the chain summed state by state, patience %s', (patience) => {
    // Overloaded on purpose: 25 erlangs on 12 agents and 20 lines.
    const queue = finiteLine({ contactsPerHour: 750, handleTime: 120, patience, agents: 12, lines: 20 });
    const theta = patience === undefined ? 0 : 1 / patience;
    const weight = [1];
    for (let n = 1; n <= 20; n++) {
      const death = Math.min(n, 12) / 120 + Math.max(0, n - 12) * theta;
      weight.push((weight[n - 1]! * 750) / 3600 / death);
    }
    const total = weight.reduce((sum, w) => sum + w, 0);
    const length = weight.reduce((sum, w, n) => sum + Math.max(0, n - 12) * w, 0) / total;
    expect(queue.blockedProbability).toBeCloseTo(weight[20]! / total, 13);
    expect(queue.meanQueueLength).toBeCloseTo(length, 11);
    const admitted = (750 / 3600) * (1 - weight[20]! / total);
    expect(queue.abandonProbability).toBeCloseTo((theta * length) / admitted, 12);
    expect(queue.meanWait).toBeCloseTo(length / admitted, 10);
  });

  it('rejects fewer lines than agents', () => {
    expect(() => finiteLine({ ...line, lines: 11 })).toThrow(DomainError);
  });
});

describe('Erlang X', () => {
  const line = { contactsPerHour: 200, handleTime: 180, patience: 120, agents: 10 };

  it.each([
    [0.4, 0, 107.233108, 0.168630468, 0.566872855],
    [0.4, 0.1, 120.142133, 0.225508451, 0.442460799],
    [0, 0, 100, 0.137463826, 0.639941307],
  ])('redial %d, reconnect %d', (redial, reconnect, attempts, abandoned, level) => {
    const { attemptsPerHour, attempt } = erlangX({ ...line, redial, reconnect });
    expect(attemptsPerHour / 2).toBeCloseTo(attempts, 6);
    expect(attempt.abandonProbability).toBeCloseTo(abandoned, 9);
    expect(attempt.answeredWithin(20)).toBeCloseTo(level, 9);
  });

  it('tells customers from attempts: everyone is answered in the end or lost', () => {
    const { attemptsPerCustomer, attempt, blockedProbability, lostCustomers } = erlangX({
      ...line,
      lines: 14,
      redial: 0.5,
      redialBlocked: 0.8,
    });
    const answered = attemptsPerCustomer * (1 - blockedProbability) * (1 - attempt.abandonProbability);
    expect(answered + lostCustomers).toBeCloseTo(1, 10);
  });

  it('rejects a redial share of 1, which never ends', () => {
    expect(() => erlangX({ ...line, redial: 1 })).toThrow(DomainError);
  });
});

describe('Engset', () => {
  it('30 customers, 12 agents', () => {
    expect(engset({ customers: 30, loadPerIdle: 0.4, agents: 12 })).toBeCloseTo(0.0527719503781848, 14);
  });

  it('tends to Erlang B with many customers, and loses nobody with an agent each', () => {
    expect(engset({ customers: 1e7, loadPerIdle: 1e-6, agents: 14 })).toBeCloseTo(erlangB(10, 14), 5);
    expect(engset({ customers: 5, loadPerIdle: 3, agents: 5 })).toBe(0);
  });
});

describe('Erlang B backwards', () => {
  it.each([
    [10, 0.01],
    [0.02, 0.001],
    [999.7, 0.005],
    [1e5, 1e-6],
  ])('least agents for %d erlangs, blocking %d', (load, blocking) => {
    const agents = agentsForBlocking(load, blocking);
    expect(erlangB(load, agents)).toBeLessThanOrEqual(blocking);
    expect(agents === 1 ? 1 : erlangB(load, agents - 1)).toBeGreaterThan(blocking);
  });

  it.each([
    [18, 0.01],
    [18.5, 1e-6],
    [1000, 0.5],
    [1, 1e-9],
  ])('load of %d agents at blocking %d', (agents, blocking) => {
    expect(erlangB(loadForBlocking(agents, blocking), agents) / blocking).toBeCloseTo(1, 11);
  });

  it('says that any load loses less than everything', () => {
    expect(() => loadForBlocking(10, 1)).toThrow(UnattainableTarget);
  });
});
