import { expect, it, vi } from 'vitest';
import { chatAgents } from '../../src/queueing/chat-pool.ts';
import { KnownMixes, meetsKnown } from '../../src/scenario/known-mixes.ts';

const agentFor = chatAgents({ limit: 2, agentTurn: 30, customerTurn: 60 });
const agents = [agentFor(300), agentFor(240)];
const mix = (...rates: number[]): Float64Array => Float64Array.from(rates);

it('asks again only where neither what was met nor what was missed says it', () => {
  const known = new KnownMixes().of(0, agents);
  const ask = vi.fn((count: number) => count >= 5);
  const meets = (count: number, rates: Float64Array): boolean => meetsKnown(known, count, rates, ask);
  expect(meets(5, mix(2, 3))).toBe(true);
  expect(meets(4, mix(2, 3))).toBe(false);
  expect(ask).toHaveBeenCalledTimes(2);
  // Fewer of each are met as well, more of each missed as well; for as many agents.
  expect(meets(5, mix(2, 2))).toBe(true);
  expect(meets(5, mix(2, 3))).toBe(true);
  expect(meets(4, mix(3, 3))).toBe(false);
  expect(ask).toHaveBeenCalledTimes(2);
  // More of one and fewer of the other can be either.
  expect(meets(5, mix(1, 4))).toBe(true);
  expect(meets(4, mix(3, 2))).toBe(false);
  expect(meets(6, mix(2, 2))).toBe(true);
  expect(ask).toHaveBeenCalledTimes(5);
});

it('keeps what it found by interval, and forgets it when a handle time changes', () => {
  const mixes = new KnownMixes();
  const first = mixes.of(3, agents);
  first.met.set(5, mix(1, 1));
  first.least[0] = 5;
  expect(mixes.of(3, [...agents])).toBe(first);
  expect(mixes.of(4, agents).met.size).toBe(0);
  const other = mixes.of(3, [agentFor(310), agentFor(240)]);
  expect([other.met.size, other.missed.size]).toEqual([0, 0]);
  // A good place to look first all the same.
  expect(other.least).toEqual([5]);
});
