import { describe, expect, it } from 'vitest';
import { chatAgents } from '../../src/queueing/chat-pool.ts';
import { chatQueue } from '../../src/queueing/chat-queue.ts';
import { SharedPool } from '../../src/queueing/shared-conversations.ts';
import type { Talk } from '../../src/queueing/shared-line.ts';

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

describe('a pool of two channels of one kind', () => {
  const PER_AGENT = 10;
  const conversation = { agentTurn: 30, customerTurn: 60, handleTime: 300 };
  const ranks = (limit: number, patience: number | undefined, ...all: number[]): Talk[] =>
    all.map((rank) => ({ limit, patience, rank }));
  const filled = (own: readonly Talk[], rates: readonly number[], team = PER_AGENT): SharedPool => {
    const pool = new SharedPool(own);
    const agent = chatAgents({ ...conversation, limit: own[0]?.limit ?? 1 })(300);
    pool.become(rates, [agent, agent], team);
    return pool;
  };

  it.each([1, 3])('is the pool of all of them, with at most %i conversations to an agent', (limit) => {
    const pool = filled(ranks(limit, 180, 1, 1), [0.03, 0.012]);
    const contactsPerHour = 0.042 * 3600;
    const whole = chatQueue({
      contactsPerHour,
      conversation: { ...conversation, limit },
      patience: 180,
      agents: 10,
    });
    for (const channel of [0, 1]) {
      const own = pool.measuresOf(channel);
      expect(own.waitProbability).toBeCloseTo(whole.waitProbability, 12);
      expect(own.abandonProbability).toBeCloseTo(whole.abandonProbability, 12);
      expect(own.occupancy).toBeCloseTo(whole.occupancy, 12);
      expect(own.meanWaitAnswered).toBeCloseTo(whole.meanWaitAnswered, 9);
      expect(own.meanFirstResponse).toBeCloseTo(whole.meanFirstResponse, 9);
      expect(own.answeredWithin(20)).toBeCloseTo(whole.answeredWithin(20), 12);
      expect(own.firstResponseWithin(45)).toBeCloseTo(whole.firstResponseWithin(45), 9);
    }
  });

  /** One conversation to an agent, so a priority queue of ten servers: ten turns of 30 s, each with the customer's 60 s. */
  const drain = 10 / 900;

  it('lets the second rank wait as Cobham says where nobody gives up', () => {
    const [first, second] = [0.3 * drain, 0.5 * drain];
    const pool = filled(ranks(1, undefined, 1, 2), [first, second]);
    // Origin: Erlang C of 8 erlangs and 10 agents, 0.409180 (tables); Cobham (1954): W1 = C/(sμ (1 − ρ1)),
    // W2 = C/(sμ (1 − ρ1) (1 − ρ1 − ρ2)).
    const all = 0.4091801508 * (900 / 10);
    expect(pool.measuresOf(0).meanWait).toBeCloseTo(all / 0.7, 6);
    expect(pool.measuresOf(1).meanWait).toBeCloseTo(all / (0.7 * 0.2), 6);
  });

  it('keeps the first rank moving where the second one grows for ever', () => {
    const pool = filled(ranks(1, undefined, 1, 2), [0.6 * drain, 0.7 * drain]);
    const [first, second] = [pool.measuresOf(0), pool.measuresOf(1)];
    // All agents are always busy: a line of one server at 0.6 of its pace.
    expect(first.meanWait).toBeCloseTo(1 / (0.4 * drain), 6);
    expect(first.answeredShare).toBe(1);
    expect(second.meanWait).toBe(Infinity);
    expect(second.answeredShare).toBe(0);
    expect(second.firstResponseWithin(1000)).toBe(0);
  });

  it.each([
    [0.8, 0.5],
    [0.5, 0.45],
    [0.2, 1.2],
    [1.2, 0.3],
  ])('turns nobody away by taking one rank first: %d and %d of the capacity', (one, two) => {
    const pool = filled(ranks(1, 300, 1, 2), [one * drain, two * drain]);
    const [first, second] = [pool.measuresOf(0), pool.measuresOf(1)];
    const { abandonProbability, waitProbability } = chatQueue({
      contactsPerHour: (one + two) * drain * 3600,
      conversation: { ...conversation, limit: 1 },
      patience: 300,
      agents: 10,
    });
    expect(first.waitProbability).toBeCloseTo(waitProbability, 9);
    // As many as without ranks give up, the same exponential patience in any order; the first rank sees no other
    // line, so the rest is due to the second. Measured: 0.3 to 0.7 points of it.
    const due = ((one + two) * abandonProbability - one * first.abandonProbability) / two;
    expect(Math.abs(second.abandonProbability - due)).toBeLessThan(0.01);
    expect(second.abandonProbability).toBeGreaterThan(first.abandonProbability);
  });
});

describe('what channels of one pool are told', () => {
  const states = [
    [0.006, 0.004],
    [0.008, 0.003],
    [0.012, 0.006],
  ] as const;
  const poolAt = (rates: readonly number[]): SharedPool => {
    const pool = new SharedPool(talks);
    pool.become(rates, agents, 6);
    return pool;
  };

  it(
    'agrees with itself: everybody is answered or gives up, Little, mean and law of the first reply',
    { tags: 'slow' },
    () => {
      for (const rates of states)
        for (const [channel, { patience = NaN }] of talks.entries()) {
          const own = poolAt(rates).measuresOf(channel);
          expect(own.answeredShare + own.abandonProbability).toBeCloseTo(1, 12);
          expect(own.meanQueueLength).toBeCloseTo((rates[channel] ?? NaN) * own.meanWait, 12);
          expect(own.abandonProbability).toBeCloseTo(own.meanWait / patience, 9);
          expect(own.firstResponseWithin(20_000)).toBeCloseTo(own.answeredShare, 6);
          expect(own.answeredWithin(1e6)).toBeCloseTo(own.answeredShare, 9);
          // the mean of a time is the integral of the chance that it is longer
          let mean = 0;
          const step = 5;
          for (let time = step / 2; time < 6000; time += step)
            mean += step * (1 - own.firstResponseWithin(time) / own.answeredShare);
          expect(Math.abs(mean / own.meanFirstResponse - 1)).toBeLessThan(2e-3);
        }
    },
  );

  it('says whether a percentile is kept as its share does', () => {
    for (const rates of states)
      for (const channel of [0, 1]) {
        const own = poolAt(rates).measuresOf(channel);
        for (const time of [20, 60, 180, 600])
          for (const share of [0.2, 0.4, 0.6, 0.8, 0.9, 0.97])
            expect(own.repliesWithin(time, share)).toBe(
              own.firstResponseWithin(time) >= share * own.answeredShare,
            );
      }
  });
});

describe('a pool of chats of at most two and messages of at most three', () => {
  // Origin: the stationary law of the chain over (conversations of each of six agents, both lines), an agent with j
  // ending them at 0, 1/900, 1/500 and 1/380 per second, solved apart as a sparse system. By rates of chats and
  // messages: chats that wait, seconds to the first reply to a message (30, 40, 54 by those the agent holds), work.
  it.each([
    [0.004, 0.004, 0.0722, 36.74, 0.3941],
    [0.006, 0.004, 0.2011, 40.3, 0.4737],
    [0.008, 0.003, 0.2783, 41.99, 0.5004],
  ])('is near the exact chain at %d and %d a second', (chats, messages, waits, reply, busy) => {
    const pool = new SharedPool(talks.map((talk) => ({ ...talk, rank: 1 })));
    pool.become([chats, messages], agents, 6);
    const [chat, message] = [pool.measuresOf(0), pool.measuresOf(1)];
    // Measured: 1.7 to 3 points, 0.7 to 1.1 s and 0.8 to 1 point too few: agents are taken to be settled.
    expect(chat.waitProbability).toBeLessThan(waits);
    expect(chat.waitProbability).toBeGreaterThan(waits - 0.035);
    expect(message.meanFirstResponse).toBeLessThan(reply);
    expect(message.meanFirstResponse).toBeGreaterThan(reply - 1.2);
    expect(Math.abs(chat.occupancy - busy)).toBeLessThan(0.011);
    expect(message.waitProbability).toBeLessThan(0.001);
  });
});
