/**
 * Published and independently computed values. Unless said otherwise they come from 50-digit
 * arithmetic or adaptive quadrature of the defining integrals, not from the code under test.
 */
import { describe, expect, it } from 'vitest';
import { erlangA } from '../../src/queueing/erlang-a.ts';
import { erlangB } from '../../src/queueing/erlang-b.ts';
import { erlangC } from '../../src/queueing/erlang-c.ts';
import { serviceLevel } from '../../src/queueing/measures.ts';
import { requiredAgents } from '../../src/queueing/required-agents.ts';

const relative = (value: number, expected: number): number => Math.abs(value / expected - 1);

describe('Erlang B', () => {
  it.each([
    [14, 10, 0.0568191433865209],
    [110, 100, 0.0274634484498229],
    [1030, 1000, 0.00956004041521953],
    [100_500, 1e5, 3.83064976125645e-4],
    [12, 8.4, 0.0633168652616983],
    [10.5, 10, 0.187955016358527],
    [110.25, 99.5, 0.0249202596551134],
  ])('%d agents at %d erlangs', (agents, load, expected) => {
    expect(relative(erlangB(load, agents), expected)).toBeLessThan(5e-14);
  });

  it('gives 0.01295 for 17 agents at 10 erlangs, not the 0.0183 in circulation', () => {
    expect(erlangB(10, 17)).toBeCloseTo(0.01295, 5);
  });
});

describe('Erlang C', () => {
  it.each([
    [14, 10, 0.17413193359505],
    [12, 8.4, 0.1838886303935],
    [1030, 1000, 0.248908785843602],
    [100_500, 1e5, 0.0715169337010966],
  ])('%d agents at %d erlangs', (agents, load, expected) => {
    const queue = erlangC({ contactsPerHour: load * 20, handleTime: 180, agents });
    expect(relative(queue.waitProbability, expected)).toBeLessThan(1e-13);
  });

  it('gives 0.2091 for 25 agents at 20 erlangs, not the 0.261 in circulation', () => {
    expect(erlangC({ contactsPerHour: 400, handleTime: 180, agents: 25 }).waitProbability).toBeCloseTo(
      0.2091,
      4,
    );
  });

  it('agrees with the worked example of the R package ErlangC', () => {
    const queue = erlangC({ contactsPerHour: 200, handleTime: 180, agents: 14 });
    expect(serviceLevel(queue, 20)).toBeCloseTo(0.8883500192, 10);
  });

  it('does not let 23 agents reach 80/30 at 20 erlangs, as a trade article claims', () => {
    const demand = { contactsPerHour: 400, handleTime: 180 };
    expect(serviceLevel(erlangC({ ...demand, agents: 23 }), 30)).toBeLessThan(0.8);
    expect(requiredAgents(demand, { serviceLevel: { share: 0.8, threshold: 30 } })).toBeGreaterThan(23);
  });
});

describe('Erlang A', () => {
  const busy = erlangA({ contactsPerHour: 252, handleTime: 120, patience: 60, agents: 12 });
  const calm = erlangA({ contactsPerHour: 200, handleTime: 180, patience: 120, agents: 12 });

  it.each([
    ['wait probability', busy.waitProbability, 0.127372281809],
    ['abandonment', busy.abandonProbability, 0.029678905542],
    ['mean wait of the answered, minutes', busy.meanWaitAnswered / 60, 0.024060077],
    ['queue length', busy.meanQueueLength, 0.124651403],
    ['offered', serviceLevel(busy, 20), 0.945269575559],
    ['answered', serviceLevel(busy, 20, 'answered'), 0.974182238187],
    ['excludeAbandonsWithin', serviceLevel(busy, 20, 'excludeAbandonsWithin'), 0.967871538728],
    ['creditAbandonsWithin', serviceLevel(busy, 20, 'creditAbandonsWithin'), 0.96862181009],
    ['virtual', serviceLevel(busy, 20, 'virtual'), 0.956208208285],
    ['wait probability, 12 agents', calm.waitProbability, 0.279807018645],
    ['abandonment, 12 agents', calm.abandonProbability, 0.061597377004],
    ['offered, 12 agents', serviceLevel(calm, 20), 0.825582644362],
    ['excludeAbandonsWithin, 12 agents', serviceLevel(calm, 20, 'excludeAbandonsWithin'), 0.854644532685],
  ])('%s', (_, value, expected) => {
    // As many digits as the reference prints: nine or more.
    expect(relative(value, expected)).toBeLessThan(3e-9);
  });

  it('counts service levels as the worked example of callcentrehelper.com does', () => {
    // 1000 answered, 860 of them within 20 s; 20 abandoned within 20 s, 40 later.
    const offered = 1060;
    const day = {
      ...busy,
      answeredWithin: (t: number) => (t === 20 ? 860 : 1000) / offered,
      abandonedWithin: () => 20 / offered,
    };
    expect(serviceLevel(day, 20, 'creditAbandonsWithin')).toBeCloseTo(0.83, 3);
    expect(serviceLevel(day, 20, 'answered')).toBeCloseTo(0.86, 12);
    expect(serviceLevel(day, 20, 'offered')).toBeCloseTo(0.811, 3);
    expect(serviceLevel(day, 20, 'excludeAbandonsWithin')).toBeCloseTo(0.827, 3);
  });
});

describe('required agents', () => {
  it.each([
    [10, 180, 14],
    [100, 300, 108],
    [1000, 300, 1015],
    [1e5, 300, 100_023],
  ])('80/20 at %d erlangs, handle time %d s', (load, handleTime, expected) => {
    const demand = { contactsPerHour: (load * 3600) / handleTime, handleTime };
    expect(requiredAgents(demand, { serviceLevel: { share: 0.8, threshold: 20 } })).toBe(expected);
  });
});
