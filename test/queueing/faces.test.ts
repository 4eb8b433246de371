/** Faces of models that the scenario uses from within: what they are where a simpler model says it too. */
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { blendedLine } from '../../src/queueing/blended-line.ts';
import { chatQueue } from '../../src/queueing/chat-queue.ts';
import { crewLine } from '../../src/queueing/crew-line.ts';
import { erlangA } from '../../src/queueing/erlang-a.ts';
import { sharedChatQueue } from '../../src/queueing/shared-chat-queue.ts';

describe('calls of a crew that also writes', () => {
  const calls = { contactsPerHour: 200, handleTime: 180, patience: 120, agents: 14 };

  it('are Erlang A without e-mail', () => {
    const alone = crewLine({ ...calls, reserve: 14 - 1, deferredPerHour: 0, deferredTime: 300 });
    const plain = erlangA(calls);
    expect(alone.answeredWithin(20)).toBeCloseTo(plain.answeredWithin(20), 9);
    expect(alone.occupancy).toBeCloseTo(plain.occupancy, 9);
    expect(alone.deferredPerHour).toBe(0);
  });

  it('are the blended line with more e-mail than there is time for', () => {
    const most = crewLine({ ...calls, reserve: 2, deferredPerHour: 1e6, deferredTime: 180 });
    const blended = blendedLine({ ...calls, reserve: 2 });
    expect(most.answeredWithin(20)).toBeCloseTo(blended.answeredWithin(20), 6);
    expect(most.deferredPerHour / blended.deferredPerHour).toBeCloseTo(1, 6);
    expect(most.occupancy).toBeCloseTo(blended.occupancy, 6);
  });

  it('do all the e-mail that there is time for, and wait longer for it', () => {
    const given = { ...calls, reserve: 1, deferredPerHour: 30, deferredTime: 240 };
    const all = crewLine(given);
    expect(all.deferredPerHour).toBeCloseTo(30, 3);
    expect(all.answeredWithin(20)).toBeLessThan(erlangA(calls).answeredWithin(20));
    // Where only four write fewer calls meet an e-mail in hand, and four have not time for all of it.
    const some = crewLine({ ...given, writers: 4 });
    expect(some.answeredWithin(20)).toBeGreaterThan(all.answeredWithin(20));
    expect(some.deferredPerHour).toBeLessThan(29);
    expect(some.deferredPerHour).toBeGreaterThan(15);
  });

  it('reject who writes without being there, and a reserve of all', () => {
    const given = { ...calls, reserve: 1, deferredPerHour: 30, deferredTime: 240 };
    expect(() => crewLine({ ...given, writers: 15 })).toThrow(DomainError);
    expect(() => crewLine({ ...given, reserve: 14 })).toThrow(DomainError);
    expect(() => crewLine({ ...given, contactsPerHour: 0 })).toThrow(DomainError);
  });
});

describe('conversations of several channels', () => {
  const conversation = { handleTime: 300, agentTurn: 30, customerTurn: 60, limit: 3 };
  const demand = { contactsPerHour: 60, conversation, patience: 180 };

  it('are the pool of one where there is one', () => {
    const [shared] = sharedChatQueue({ channels: [demand], agents: 4 });
    const alone = chatQueue({ ...demand, agents: 4 });
    expect(shared?.meanFirstResponse).toBeCloseTo(alone.meanFirstResponse, 6);
    expect(shared?.answeredWithin(20)).toBeCloseTo(alone.answeredWithin(20), 9);
    expect(shared?.abandonProbability).toBeCloseTo(alone.abandonProbability, 9);
  });

  it('are one pool where they are alike', () => {
    const half = { ...demand, contactsPerHour: 30 };
    const halves = sharedChatQueue({ channels: [half, half], agents: 4 });
    const whole = chatQueue({ ...demand, agents: 4 });
    for (const each of halves) {
      expect(each.answeredWithin(20)).toBeCloseTo(whole.answeredWithin(20), 6);
      expect(each.meanFirstResponse).toBeCloseTo(whole.meanFirstResponse, 4);
    }
  });

  it('take first whose rank is lower', () => {
    const other = { ...demand, contactsPerHour: 50 };
    const [first, second] = sharedChatQueue({
      channels: [
        { ...other, rank: 0 },
        { ...other, rank: 1 },
      ],
      agents: 5,
    });
    expect(first?.answeredWithin(20)).toBeGreaterThan(second?.answeredWithin(20) ?? 1);
  });

  it('reject a pool nobody comes to', () => {
    expect(() => sharedChatQueue({ channels: [], agents: 4 })).toThrow(DomainError);
    expect(() => sharedChatQueue({ channels: [{ ...demand, contactsPerHour: 0 }], agents: 4 })).toThrow(
      DomainError,
    );
    expect(() => sharedChatQueue({ channels: [demand], agents: 0 })).toThrow(DomainError);
  });
});
