import { describe, expect, it } from 'vitest';
import { DomainError, UnattainableTarget } from '../../src/errors.ts';
import { chatQueue } from '../../src/queueing/chat-queue.ts';
import { bestConcurrency, conversationCurve, replyWithin } from '../../src/queueing/conversation-curve.ts';
import { erlangA } from '../../src/queueing/erlang-a.ts';
import { erlangC } from '../../src/queueing/erlang-c.ts';
import { requiredChatAgents } from '../../src/queueing/required-chat-agents.ts';

const conversation = { handleTime: 300, agentTurn: 30, customerTurn: 60, limit: 6 };

describe('conversation curve', () => {
  it('shows diminishing returns: 30 s per turn, 60 s of thinking', () => {
    // Origin: π0(j) of the finite-source queue summed by hand in 50-digit arithmetic.
    const curve = conversationCurve(conversation);
    expect(curve.map((point) => point.throughput.toFixed(2))).toEqual([
      '1.00',
      '1.80',
      '2.37',
      '2.71',
      '2.89',
      '2.96',
    ]);
    expect(curve.map((point) => Math.round(point.replyTime))).toEqual([30, 40, 54, 73, 96, 122]);
  });

  it('equals the closed form of the finite-source queue', () => {
    const [a, z] = [30, 60];
    for (const { concurrency: j, utilisation, replyTime } of conversationCurve(conversation)) {
      let sum = 0;
      for (let i = 0, term = 1; i <= j; i++) {
        sum += term;
        term *= ((j - i) * a) / z;
      }
      const busy = 1 - 1 / sum;
      expect(utilisation).toBeCloseTo(busy, 13);
      expect(replyTime).toBeCloseTo((j * a) / busy - z, 10);
    }
  });

  it('makes one conversation at a time best when switching costs more than thinking saves', () => {
    const costly = conversationCurve({ ...conversation, customerTurn: 5, switchCost: 0.5 });
    expect(bestConcurrency(costly)).toBe(1);
    expect(bestConcurrency(conversationCurve(conversation))).toBe(6);
  });

  it('has reply times whose law has the stated mean', () => {
    for (const point of conversationCurve(conversation)) {
      let mean = 0;
      for (let t = 0; t < 2000; t += 0.5) mean += (1 - replyWithin(point, t + 0.25)) * 0.5;
      expect(mean).toBeCloseTo(point.replyTime, 2);
    }
  });

  it('rejects what cannot be', () => {
    expect(() => conversationCurve({ ...conversation, limit: 0 })).toThrow(DomainError);
    expect(() => conversationCurve({ ...conversation, agentTurn: 0 })).toThrow(DomainError);
    expect(() => conversationCurve({ ...conversation, afterContact: 300 })).toThrow(DomainError);
  });
});

describe('chat queue', () => {
  const single = { handleTime: 180, agentTurn: 180, customerTurn: 0, limit: 1 };

  it('with one conversation per agent is Erlang A', () => {
    const chat = chatQueue({ contactsPerHour: 200, conversation: single, patience: 120, agents: 12 });
    const phone = erlangA({ contactsPerHour: 200, handleTime: 180, patience: 120, agents: 12 });
    for (const key of ['occupancy', 'waitProbability', 'meanWaitAnswered', 'abandonProbability'] as const) {
      expect(chat[key]).toBeCloseTo(phone[key], 12);
    }
    expect(chat.answeredWithin(20)).toBeCloseTo(phone.answeredWithin(20), 12);
    expect(chat.meanFirstResponse).toBeCloseTo(phone.meanWaitAnswered + 180, 9);
  });

  it('with one conversation per agent and no patience is Erlang C', () => {
    const chat = chatQueue({ contactsPerHour: 200, conversation: single, agents: 14 });
    const phone = erlangC({ contactsPerHour: 200, handleTime: 180, agents: 14 });
    expect(chat.waitProbability).toBeCloseTo(phone.waitProbability, 13);
    expect(chat.answeredWithin(20)).toBeCloseTo(phone.answeredWithin(20), 13);
  });

  it('places every newcomer, and spends the agent time that the work brings', () => {
    const chat = chatQueue({
      contactsPerHour: 200,
      conversation: { ...conversation, limit: 3 },
      patience: 120,
      agents: 12,
    });
    const busy = chat.startsAt.reduce((sum, share) => sum + share, 0);
    expect(busy).toBeCloseTo(1, 12);
    // Agent time spent equals work brought: answered contacts · 300 s.
    expect(chat.occupancy * 12).toBeCloseTo((200 / 3600) * chat.answeredShare * 300, 10);
  });

  it('has a first response law with the stated mean and limit', () => {
    const chat = chatQueue({
      contactsPerHour: 250,
      conversation: { ...conversation, limit: 3 },
      patience: 200,
      agents: 20,
    });
    let mean = 0;
    for (let t = 0; t < 1500; t += 2) mean += (1 - chat.firstResponseWithin(t + 1) / chat.answeredShare) * 2;
    expect(mean).toBeCloseTo(chat.meanFirstResponse, 1);
    expect(chat.firstResponseWithin(1e5)).toBeCloseTo(chat.answeredShare, 8);
  });

  it('names overload without patience', () => {
    const chat = chatQueue({ contactsPerHour: 500, conversation, agents: 10 });
    expect(chat).toMatchObject({ waitProbability: 1, meanWait: Infinity, meanFirstResponse: Infinity });
    // Six conversations keep an agent busy 98.8 % of the time, as on the curve.
    expect(chat.occupancy).toBeCloseTo(0.988, 3);
    expect(chat.answeredWithin(1000)).toBe(0);
  });
});

describe('required chat agents', () => {
  const demand = { contactsPerHour: 60, conversation: { ...conversation, limit: 3 }, patience: 300 };

  it('is the least number that meets the mean first response', () => {
    const agents = requiredChatAgents(demand, { firstResponse: { mean: 48 } });
    const at = (n: number) => chatQueue({ ...demand, agents: n }).meanFirstResponse;
    expect(at(agents)).toBeLessThanOrEqual(48);
    expect(at(agents - 1)).toBeGreaterThan(48);
  });

  it('meets several targets at once', () => {
    const one = requiredChatAgents(demand, { firstResponse: { percentile: { share: 0.8, within: 90 } } });
    const two = requiredChatAgents(demand, { maxOccupancy: 0.5 });
    expect(
      requiredChatAgents(demand, {
        firstResponse: { percentile: { share: 0.8, within: 90 } },
        maxOccupancy: 0.5,
      }),
    ).toBe(Math.max(one, two));
  });

  it('says when an agent alone is too slow', () => {
    expect(() => requiredChatAgents(demand, { firstResponse: { mean: 30 } })).toThrow(UnattainableTarget);
    expect(() =>
      requiredChatAgents(demand, { firstResponse: { percentile: { share: 0.9, within: 30 } } }),
    ).toThrow(UnattainableTarget);
  });
});
