import { expect, it } from 'vitest';
import { conversationDay, type TalkInterval } from '../../src/queueing/conversation-day.ts';
import { conversationEffects } from '../../src/queueing/conversation-effects.ts';

const day = {
  intervalLength: 900,
  intervals: [40, 90, 60].map((contactsPerHour, i) => ({ contactsPerHour, agents: [3, 5, 3][i] ?? 0 })),
  conversation: { handleTime: 200, agentTurn: 40, customerTurn: 60, limit: 3 },
  patience: 90,
  within: 60,
  tolerance: 1e-8,
};

it('is what the day solved again says', { tags: 'slow' }, () => {
  const changes: ((one: TalkInterval) => TalkInterval)[] = [
    (one) => ({ ...one, agents: one.agents + 1 }),
    (one) => ({ ...one, contactsPerHour: one.contactsPerHour * 1.1 }),
    (one) => ({ ...one, handleTime: 220 }),
    (one) => ({ ...one, patience: 99 }),
  ];
  const { day: now, effects } = conversationEffects(day, [...changes, () => null]);
  const total = (intervals: readonly TalkInterval[], name: 'replied' | 'offered'): number =>
    conversationDay({ ...day, intervals }).reduce((sum, counts) => sum + counts[name], 0);
  expect(now.count).toBeCloseTo(total(day.intervals, 'replied'), 7);
  for (const [c, change] of changes.entries()) {
    const changed = day.intervals.map((one, i) => (i === 1 ? change(one) : one));
    const { count, offered } = effects[c]?.[1] ?? { count: NaN, offered: NaN };
    expect(count).toBeCloseTo(total(changed, 'replied') - now.count, 7);
    expect(offered).toBeCloseTo(total(changed, 'offered') - now.offered, 7);
  }
  expect(effects[4]).toEqual([null, null, null]);
});
