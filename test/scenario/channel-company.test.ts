import { describe, expect, it } from 'vitest';
import { analysePlan } from '../../src/scenario/analyse-plan.ts';
import { createMemory } from '../../src/scenario/memory.ts';
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
  it('are one pool, in however many groups they are listed', () => {
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

  it('are required by what the plan at hand can promise, not by what one before could', () => {
    const chat = (id: string): Channel =>
      exampleChannel({
        id,
        kind: 'chat',
        conversation: { limit: 2, agentTurn: 30, customerTurn: 60 },
        targets: { firstResponse: { mean: 45 } },
      });
    const skills = (speed: number): AgentGroup['skills'] =>
      ['sales', 'service'].map((channel) => ({ channel, priority: 1, speed }));
    // At three times the pace after-contact work is most of a turn: a mean of 45 s is out of reach at ten o'clock.
    const withFast = (fast: number): Scenario =>
      exampleScenario({
        channels: [chat('sales'), chat('service')],
        groups: [
          exampleGroup({ skills: skills(1) }),
          exampleGroup({
            id: 'fast',
            skills: skills(3),
            staffing: {
              kind: 'counts',
              agents: Array.from({ length: 168 }, (_, h) => (h === 10 ? fast : 0)),
            },
          }),
        ],
      });
    const memory = createMemory();
    expect(analysePlan(withFast(9), memory).channels[0]?.unattainable?.target).toBe('firstResponse.mean');
    const [after] = analysePlan(withFast(0), memory).channels;
    expect(after?.unattainable).toBe(null);
    expect(after?.required).toEqual(analysePlan(withFast(0)).channels[0]?.required);
  });
});
