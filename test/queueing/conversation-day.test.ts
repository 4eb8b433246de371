/**
 * The day of conversations with the agents planned: against the steady pool at constant rates, against the phone
 * where an agent holds one conversation, and several channels of one pool against the pool they settle at.
 */
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { chatAgents } from '../../src/queueing/chat-pool.ts';
import { chatQueue } from '../../src/queueing/chat-queue.ts';
import { conversationDay, talkOutcomes, type TalkOutcomes } from '../../src/queueing/conversation-day.ts';
import { dayOutcomes } from '../../src/queueing/day-outcomes.ts';
import { sharedStretches, type SharedInterval } from '../../src/queueing/shared-conversation-day.ts';
import { SharedPool } from '../../src/queueing/shared-conversations.ts';

const conversation = {
  handleTime: 200,
  afterContact: 20,
  agentTurn: 40,
  customerTurn: 60,
  limit: 3,
  switchCost: 0.1,
};
const line = { conversation, patience: 90, threshold: 20, within: 80 };

const LINE = ['offered', 'answered', 'answeredWithin', 'abandonedWithin', 'waitOfAnswered'] as const;

const LEAST = 1e-4;
const apart = (a: number, b: number): number => Math.abs(a / b - 1);

describe('the day of conversations', () => {
  it.each([13, 15])('settles at the steady pool with %i agents', (agents) => {
    const interval = { contactsPerHour: 240, agents };
    const day = conversationDay({ ...line, intervalLength: 3600, intervals: [interval, interval, interval] });
    const last = day.at(-1)!;
    const pool = chatQueue({ ...line, contactsPerHour: 240, agents });
    expect(apart(last.answered / 240, pool.answeredShare)).toBeLessThan(1e-5);
    expect(apart(last.answeredWithin / 240, pool.answeredWithin(20))).toBeLessThan(1e-5);
    expect(apart(last.replied / 240, pool.firstResponseWithin(80))).toBeLessThan(1e-5);
    const reply = (last.waitOfAnswered + last.replyOfAnswered) / last.answered;
    expect(apart(reply, pool.meanFirstResponse)).toBeLessThan(1e-5);
    // An empty start lets the first in at once.
    expect(day[0]!.answered / 240).toBeGreaterThan(pool.answeredShare + 1e-4);
  });

  it.each(['named', 'preemptive'] as const)('is that of the phone with one conversation: %s', (shiftEnd) => {
    const one = { handleTime: 180, agentTurn: 180, customerTurn: 0, limit: 1 };
    const intervals = [60, 200, 300, 120, 0, 40].map((contactsPerHour, i) => ({
      contactsPerHour,
      agents: [4, 11, 14, 7, 1, 2][i]!,
    }));
    const day = { intervalLength: 900, intervals, patience: 100, threshold: 20, shiftEnd };
    const chat = conversationDay({ ...day, conversation: one });
    const phone = dayOutcomes({ ...day, handleTime: 180 }).intervals;
    for (const [i, counts] of phone.entries()) {
      for (const name of LINE) expect(chat[i]?.[name]).toBeCloseTo(counts[name], 3);
    }
  });

  it.each(['named', 'preemptive'] as const)('counts the first reply later than the start: %s', (shiftEnd) => {
    const intervals = [40, 160, 70].map((contactsPerHour, i) => ({ contactsPerHour, agents: [4, 8, 5][i]! }));
    const at = (within: number): TalkOutcomes[] =>
      conversationDay({ ...line, within, intervalLength: 600, intervals, shiftEnd });
    const late = at(1e5);
    for (const [i, { replied, answeredWithin, answered }] of at(20).entries()) {
      expect(replied).toBeLessThan(answeredWithin);
      expect(late[i]?.replied).toBeCloseTo(answered, 4);
    }
  });

  it('takes handle times of single intervals, and hours with nobody on duty', () => {
    const intervals = [
      { contactsPerHour: 60, agents: 0 },
      { contactsPerHour: 60, agents: 6, handleTime: 400 },
      { contactsPerHour: 60, agents: 6 },
    ];
    const [closed, slow] = conversationDay({ ...line, intervalLength: 1800, intervals });
    const alike = intervals.map(({ contactsPerHour, agents }) => ({ contactsPerHour, agents }));
    const [, quick] = conversationDay({ ...line, intervalLength: 1800, intervals: alike });
    // Who comes long before somebody does gives up.
    expect(closed!.answered / closed!.offered).toBeLessThan(0.06);
    expect(closed!.answered).toBeGreaterThan(0);
    expect(slow!.replyOfAnswered / slow!.answered).toBeGreaterThan(quick!.replyOfAnswered / quick!.answered);
  });

  it('rejects what cannot be', () => {
    const day = { ...line, intervalLength: 900, intervals: [{ contactsPerHour: 60, agents: 3 }] };
    for (const broken of [
      { within: -1 },
      { shortAbandon: NaN },
      { intervals: [] },
      { intervals: [{ contactsPerHour: 60, agents: 1.5 }] },
      { conversation: { ...conversation, limit: 0 } },
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a caller without types may send
      { shiftEnd: 'pooled' as 'named' },
    ]) {
      expect(() => conversationDay({ ...day, ...broken })).toThrow(DomainError);
    }
  });
});

describe('the day of several channels of one pool', () => {
  const settings = {
    threshold: 20,
    within: 80,
    shortAbandon: 5,
    shiftEnd: 'named',
    tolerance: 1e-4,
  } as const;
  const NAMES = [
    'waitOfAnswered',
    'answered',
    'replyOfAnswered',
    'replied',
    'answeredWithin',
    'abandonedWithin',
  ] as const;

  it('is the day of a channel that has the agents for itself', () => {
    const talk = { limit: 3, patience: 90, rank: 0 };
    const agentFor = chatAgents({ ...conversation, afterShare: 0.1 });
    const rates = [40, 160, 70];
    const planned = [3, 8, 5];
    const intervals: SharedInterval[] = rates.map((perHour) => ({
      length: 600,
      arrivals: [perHour / 3600],
      agentsOf: [agentFor(200)],
    }));
    const stretchFor = sharedStretches(new SharedPool([talk]), [talk], 0, intervals);
    const shared = talkOutcomes(
      planned.map((agents, i) => stretchFor(i, agents)),
      intervals.map(({ arrivals }) => arrivals[0]!),
      NAMES,
      settings,
    );
    const own = conversationDay({
      ...line,
      tolerance: 1e-4,
      intervalLength: 600,
      intervals: rates.map((contactsPerHour, i) => ({ contactsPerHour, agents: planned[i]! })),
    });
    for (const [i, counts] of shared.entries()) {
      for (const name of NAMES) expect(counts[name]).toBeCloseTo(own[i]![name], 2);
    }
  });

  it.each([8, 14, 20, 26])('settles at the steady pool of all of them with %i agents', (agents) => {
    const talks = [
      { limit: 2, patience: 180, rank: 1 },
      { limit: 3, patience: 600, rank: 1 },
    ];
    const agentFor = chatAgents({ limit: 3, agentTurn: 30, customerTurn: 60 });
    const interval: SharedInterval = {
      length: 7200,
      arrivals: [0.03, 0.02],
      agentsOf: [agentFor(300), agentFor(280)],
    };
    const intervals = [interval, interval, interval, interval];
    const pool = new SharedPool(talks);
    for (const channel of [0, 1]) {
      const stretchFor = sharedStretches(pool, talks, channel, intervals);
      const own = interval.arrivals[channel]!;
      const day = talkOutcomes(
        intervals.map((_, i) => stretchFor(i, agents)),
        intervals.map(() => own),
        NAMES,
        settings,
      );
      const { answered, replied, answeredWithin, waitOfAnswered, replyOfAnswered, offered } = day.at(-1)!;
      pool.become(interval.arrivals, interval.agentsOf, agents);
      const steady = pool.measuresOf(channel);
      expect(apart(answered / offered, steady.answeredShare)).toBeLessThan(LEAST);
      expect(apart(answeredWithin / offered, steady.answeredWithin(20))).toBeLessThan(LEAST);
      expect(apart(replied / offered, steady.firstResponseWithin(80))).toBeLessThan(LEAST);
      const reply = (waitOfAnswered + replyOfAnswered) / answered;
      expect(apart(reply, steady.meanFirstResponse)).toBeLessThan(LEAST);
      expect(day[0]!.answered).toBeGreaterThanOrEqual(answered - 1e-6);
    }
  });
});
