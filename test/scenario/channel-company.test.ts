import { describe, expect, it } from 'vitest';
import { analysePlan } from '../../src/scenario/analyse-plan.ts';
import type { AgentGroup, Channel, Scenario } from '../../src/scenario/schema.ts';
import { exampleChannel, exampleGroup, exampleScenario } from './example.ts';
import { sharedTalk } from './random-teams.ts';

/** So many groups of two agents each, all of whom hold the chats and the messages of one team. */
function pairs(groups: number): Scenario {
  const scenario = sharedTalk(4);
  const skills = scenario.groups[0]?.skills ?? [];
  const staffing = { kind: 'counts', agents: Array.from({ length: 168 }, () => 2) } as const;
  return {
    ...scenario,
    groups: Array.from({ length: groups }, (_, g) => exampleGroup({ id: `pair-${g}`, skills, staffing })),
  };
}

describe('agents who hold the conversations of several channels', () => {
  it('are one pool, in however many groups they are listed', { tags: 'slow' }, () => {
    const paired = pairs(32);
    const [group = exampleGroup()] = paired.groups;
    const agents = Array.from({ length: 168 }, () => 64);
    const together = { ...paired, groups: [{ ...group, staffing: { kind: 'counts', agents } as const }] };
    const answered = (scenario: Scenario): readonly number[] =>
      analysePlan(scenario).channels.map(({ expected }) => expected.answered.reduce((a, b) => a + b, 0));
    const [chats = 0, messages = 0] = answered(together);
    expect(chats).toBeGreaterThan(100);
    expect(answered(paired)[0]).toBeCloseTo(chats, 6);
    expect(answered(paired)[1]).toBeCloseTo(messages, 6);
  });

  it('meet the same promises at any pace', { tags: 'slow' }, () => {
    const chat = (id: string): Channel =>
      exampleChannel({
        id,
        kind: 'chat',
        conversation: { limit: 2, agentTurn: 30, customerTurn: 60 },
        targets: { firstResponse: { mean: 45 } },
      });
    const skills = (speed: number): AgentGroup['skills'] =>
      ['sales', 'service'].map((channel) => ({ channel, priority: 1, speed }));
    // With the quickest ones a contact takes less than the usual after-contact work.
    for (const speed of [0.1, 1, 10]) {
      const groups = [exampleGroup({ skills: skills(speed) })];
      const { channels } = analysePlan(
        exampleScenario({ channels: [chat('sales'), chat('service')], groups }),
      );
      expect(channels.map(({ unattainable }) => unattainable)).toEqual([null, null]);
    }
  });
});
