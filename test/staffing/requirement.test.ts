import { describe, expect, it } from 'vitest';
import { chatRequirement, queueRequirement } from '../../src/staffing/requirement.ts';

describe('requirement per interval', () => {
  it('phone: each rate on its own, none without contacts', () => {
    // Origin: Erlang C, 80/20 at 10 erlangs of 180 s needs 14 agents.
    const target = { serviceLevel: { share: 0.8, threshold: 20 } };
    expect(queueRequirement([0, 200, 0, 200], { handleTime: 180 }, target)).toEqual([0, 14, 0, 14]);
  });

  it('chat: more conversations per agent need fewer agents, up to the reply time wanted', () => {
    const conversation = { handleTime: 300, agentTurn: 30, customerTurn: 60 };
    const need = (limit: number) =>
      chatRequirement(
        [60, 120],
        { conversation: { ...conversation, limit }, patience: 300 },
        { abandonment: 0.03 },
      );
    const [one, three] = [need(1), need(3)];
    expect(three[0]).toBeLessThan(one[0] ?? 0);
    expect(three[1]).toBeLessThan(one[1] ?? 0);
  });
});
