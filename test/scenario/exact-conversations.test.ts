import { describe, expect, it } from 'vitest';
import { conversationDay } from '../../src/queueing/conversation-day.ts';
import { requiredChatAgents } from '../../src/queueing/required-chat-agents.ts';
import { sequentialChatRequirement } from '../../src/queueing/sequential-chat-requirement.ts';
import { exactDay } from '../../src/scenario/exact-day.ts';
import { exactConversations, type ConversationQuestion } from '../../src/scenario/exact-conversations.ts';
import type { Targets } from '../../src/scenario/schema.ts';
import { talkDays, talksOnly } from './talk-days.ts';

const targets: Targets = {
  firstResponse: { mean: 48, percentile: { share: 0.9, within: 120 } },
  abandonment: 0.05,
};
const conversation = { handleTime: 440, afterContact: 22, agentTurn: 25, customerTurn: 50, limit: 3 };
const perHour = [40, 80, 120, 120, 60];

function alone(changes: Partial<ConversationQuestion> = {}, asked: Targets = targets): ConversationQuestion {
  const { limit, agentTurn, customerTurn } = conversation;
  return {
    intervalSeconds: 1800,
    talks: [
      {
        turns: { id: 'chat', limit, agentTurn, customerTurn, patience: 180, afterShare: 0.05, rank: 0 },
        targets: asked,
        offered: perHour.map((rate) => rate / 2),
        handleTime: perHour.map(() => conversation.handleTime),
      },
    ],
    place: 0,
    planned: [6, 10, 15, 15, 8],
    whole: false,
    ...changes,
  };
}

function morning(question: ConversationQuestion): ConversationQuestion {
  return {
    ...question,
    planned: question.planned.slice(0, 8),
    talks: question.talks.map((talk) => ({
      ...talk,
      offered: talk.offered.slice(0, 8),
      handleTime: talk.handleTime.slice(0, 8),
    })),
  };
}

describe('exactConversations', () => {
  it('is the day of the library, with the agents planned and in sequence', { tags: 'slow' }, () => {
    const day = exactConversations(alone());
    const line = { intervalLength: 1800, conversation, patience: 180, tolerance: 1e-3 };
    const intervals = perHour.map((contactsPerHour, i) => ({ contactsPerHour, agents: alone().planned[i]! }));
    const counts = conversationDay({ ...line, intervals, within: 120 });
    for (const [i, { offered, answered, replied, waitOfAnswered, replyOfAnswered }] of counts.entries()) {
      expect(day.levels[i]).toBeCloseTo(replied / answered, 6);
      expect(day.talk?.lost[i]).toBeCloseTo(1 - answered / offered, 6);
      expect(day.talk?.replies[i]).toBeCloseTo((waitOfAnswered + replyOfAnswered) / answered, 4);
    }
    const asked = perHour.map((contactsPerHour) => ({ contactsPerHour }));
    expect(day.required).toEqual(sequentialChatRequirement({ ...line, intervals: asked }, targets).agents);
  });

  it('settles where nothing changes, at the steady requirement too', { tags: 'slow' }, () => {
    const [talk] = alone().talks;
    const hours = Array.from({ length: 6 }, () => 3600);
    const day = exactConversations(
      alone({
        intervalSeconds: 3600,
        talks: [
          { ...talk!, offered: hours.map(() => 120), handleTime: hours.map(() => conversation.handleTime) },
        ],
        planned: hours.map(() => 14),
      }),
    );
    const { steady, replies, lost } = day.talk!;
    expect(day.levels[5]).toBeCloseTo(steady.levels[5]!, 4);
    expect(replies[5]).toBeCloseTo(steady.replies[5]!, 1);
    expect(lost[5]).toBeCloseTo(steady.lost[5]!, 4);
    expect(day.required?.[5]).toBe(
      requiredChatAgents({ contactsPerHour: 120, conversation, patience: 180 }, targets),
    );
    // Hours to fill up: the first one is easier.
    expect(replies[0]).toBeLessThan(steady.replies[0]! - 3);
    expect(day.required?.[0]).toBeLessThan(day.required?.[5] ?? 0);
  });

  it('measures by a service level where one is promised', () => {
    const serviceLevel = { share: 0.8, threshold: 20, definition: 'offered' } as const;
    const day = exactConversations(alone({}, { ...targets, serviceLevel }));
    const intervals = perHour.map((contactsPerHour, i) => ({ contactsPerHour, agents: alone().planned[i]! }));
    const counts = conversationDay({
      intervalLength: 1800,
      conversation,
      patience: 180,
      intervals,
      threshold: 20,
      tolerance: 1e-3,
    });
    for (const [i, { answeredWithin, offered }] of counts.entries())
      expect(day.levels[i]).toBeCloseTo(answeredWithin / offered, 6);
  });

  it('says nothing where nobody comes, and no requirement that no number of agents meets', () => {
    const [talk] = alone().talks;
    const closed = alone({ talks: [{ ...talk!, offered: [0, 40, 60, 60, 30] }] });
    const day = exactDay(closed);
    expect([day?.levels[0], day?.talk?.replies[0], day?.talk?.lost[0]]).toEqual([null, null, null]);
    expect(day?.required?.[0]).toBe(0);
    expect(exactDay(alone({}, { firstResponse: { mean: 20 } }))?.required).toBeNull();
    expect(exactDay({ ...closed, planned: [] })).toBeNull();
  });

  it('shares the pool of all channels out among them', { tags: 'slow' }, () => {
    const scenario = talksOnly(['chat', 'messaging']);
    const [chat, messaging] = ['chat', 'messaging'].map((id) =>
      morning(talkDays(scenario, id, [0])[0]!.question),
    );
    expect(chat).toMatchObject({ whole: true, place: 0 });
    expect(chat!.planned).toEqual(messaging!.planned);
    const both = [chat!, messaging!].map(exactConversations);
    const people = chat!.planned.map((_, i) => both[0]!.required![i]! + both[1]!.required![i]!);
    // With them every channel keeps its promises all day.
    for (const question of [chat!, messaging!]) {
      const { levels, talk } = exactConversations({ ...question, planned: people });
      const promised = question.talks[question.place]!.targets;
      for (const [i, level] of levels.entries()) {
        expect(level).toBeGreaterThanOrEqual(promised.firstResponse!.percentile!.share - 1e-3);
        expect(talk!.replies[i]).toBeLessThanOrEqual((promised.firstResponse!.mean ?? Infinity) + 0.1);
        expect(talk!.lost[i]).toBeLessThanOrEqual((promised.abandonment ?? 1) + 1e-3);
      }
    }
    // One fewer and chats wait too long somewhere.
    const fewer = exactConversations({ ...chat!, planned: people.map((agents) => agents - 1) });
    expect(Math.max(...fewer.talk!.replies.map((reply) => reply ?? 0))).toBeGreaterThan(48);
  });

  it('asks for no other channel than one that holds conversations', () => {
    const [own] = talkDays(talksOnly(['chat']), 'chat', [0]);
    expect(own?.question).toMatchObject({ whole: false, place: 0, talks: [{ turns: { id: 'chat' } }] });
    expect(() => talkDays(talksOnly(['chat', 'social']), 'social', [0])).toThrow('holds no conversations');
  });
});
