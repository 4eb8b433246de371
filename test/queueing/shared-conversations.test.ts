import { describe, expect, it } from 'vitest';
import { chatAgents } from '../../src/queueing/chat-pool.ts';
import { SharedPool, type Talk } from '../../src/queueing/shared-conversations.ts';

/** Chats of at most two, messages of at most three to an agent. */
const talks: readonly Talk[] = [
  { limit: 2, patience: 180, rank: 1 },
  { limit: 3, patience: 600, rank: 2 },
];
const agentFor = chatAgents({ limit: 3, agentTurn: 30, customerTurn: 60 });
const agents = [agentFor(300), agentFor(300)];
const [calm, busy] = [
  [0.01, 0.01],
  [0.03, 0.02],
];

describe('a pool of conversations that was kept', () => {
  it('is brought back as it was, however often and whatever the pool becomes meanwhile', () => {
    const pool = new SharedPool(talks);
    pool.become(calm, agents, 10);
    const kept = pool.kept();
    const before = pool.measuresOf(0).firstResponseWithin(40);
    pool.become(busy, agents, 10);
    expect(pool.measuresOf(0).firstResponseWithin(40)).toBeLessThan(before - 0.01);
    for (let time = 0; time < 2; time++) {
      pool.bring(kept);
      expect(pool.measuresOf(0).firstResponseWithin(40)).toBe(before);
      pool.become(busy, agents, 10);
    }
  });
});
