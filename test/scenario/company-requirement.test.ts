import { describe, expect, it } from 'vitest';
import { requiredChatAgents, meetsChatTargets } from '../../src/queueing/required-chat-agents.ts';
import { SharedPool } from '../../src/queueing/shared-conversations.ts';
import { basisOf, type Basis } from '../../src/scenario/analyse-plan.ts';
import { companyPool } from '../../src/scenario/channel-company.ts';
import { conversationTargets } from '../../src/scenario/channel-model.ts';
import { createMemory } from '../../src/scenario/memory.ts';
import type { Channel, Scenario } from '../../src/scenario/schema.ts';
import { exampleChannel, exampleGroup, exampleScenario } from './example.ts';

const HOUR = 3600;
const contactsAt = (perHour: (hour: number) => number) => ({
  source: { kind: 'typed' as const, contacts: Array.from({ length: 168 }, (_, i) => perHour(i % 24)) },
  dayFactorCv: 0.2,
});
const talk = (id: string, changes: Partial<Channel> = {}): Channel =>
  exampleChannel({
    id,
    kind: 'chat',
    conversation: { limit: 2, agentTurn: 30, customerTurn: 60 },
    targets: { firstResponse: { percentile: { share: 0.6, within: 60 } }, abandonment: 0.05 },
    ...changes,
  });
/** Sales all day, service from noon on; one team. */
const sales = talk('sales', { demand: contactsAt((hour) => 10 + 2 * hour) });
const service = talk('service', {
  demand: contactsAt((hour) => (hour < 12 ? 0 : 30)),
  conversation: { limit: 3, agentTurn: 30, customerTurn: 60 },
  targets: { firstResponse: { percentile: { share: 0.75, within: 90 } } },
});

function team(channels: readonly Channel[], changes: Partial<Scenario> = {}): Basis {
  const skills = channels.map(({ id }) => ({ channel: id, priority: 1 }));
  const scenario = exampleScenario({ channels, groups: [exampleGroup({ skills })], ...changes });
  return basisOf(scenario, createMemory());
}

describe('agents who hold conversations of two channels', () => {
  const { requirements, lines, scenario } = team([sales, service]);
  const [one, other] = requirements;
  const turns = lines.circles[0]?.turns ?? [];
  const targets = scenario.channels.map((channel) => conversationTargets(channel.targets));
  const { agentFor } = companyPool(turns, createMemory());
  const pool = new SharedPool(turns);
  /** Whether so many meet all targets in the interval, asked of a pool that has seen no other. */
  const meets = (i: number, agents: number, factor = 1): boolean => {
    const rates = lines.demand.map(({ toAgents }) => (factor * (toAgents[i] ?? 0)) / HOUR);
    const agentsOf = lines.demand.map(({ handleTime }, k) => {
      const own = agentFor[k];
      return own?.(handleTime[i] || 300) ?? expect.fail();
    });
    pool.become(rates, agentsOf, agents);
    return targets.every((own, k) => rates[k] === 0 || meetsChatTargets(pool.measuresOf(k), own));
  };
  const together = (i: number): number => (one?.required[i] ?? 0) + (other?.required[i] ?? 0);

  it('are the least with whom every channel keeps its promises, interval by interval', () => {
    // 08:00 to 20:00 on Monday
    for (let i = 8; i < 20; i++) {
      expect(meets(i, together(i))).toBe(true);
      expect(meets(i, together(i) - 1)).toBe(false);
    }
    expect(together(19)).toBeGreaterThan(together(8));
  });

  it('are those of the one channel while the other has nobody', () => {
    // 08:00: 26 contacts of sales, with a pool of one channel
    const conversation = { limit: 2, agentTurn: 30, customerTurn: 60, handleTime: 300, afterContact: 60 };
    const demand = { contactsPerHour: 26, conversation, patience: 120 };
    expect(one?.required[8]).toBe(requiredChatAgents(demand, targets[0] ?? {}));
    expect(other?.required[8]).toBe(0);
  });

  it('are shared out in whole agents, and never fewer at the assured volume', () => {
    for (const { required, requiredAssured } of requirements)
      required.forEach((agents, i) => {
        expect(agents).toBe(Math.round(agents));
        expect(requiredAssured[i]).toBeGreaterThanOrEqual(agents);
      });
    // Four days in five are no busier than 1.16328 (scipy.stats.gamma.ppf(0.8, 25) / 25).
    const busy = (one?.requiredAssured[19] ?? 0) + (other?.requiredAssured[19] ?? 0);
    expect(busy).toBeGreaterThan(together(19));
    expect(meets(19, busy, 1.1632)).toBe(true);
    expect(meets(19, busy - 1, 1.1633)).toBe(false);
  });

  it('are at least those of the expected volume, however little is assured', () => {
    const careless = team([sales, service], { assurance: 0.1 }).requirements;
    for (const { required, requiredAssured } of careless) expect(requiredAssured).toEqual(required);
  });

  it('leave out a promise that no number of agents keeps, and name it', { tags: 'slow' }, () => {
    // A first reply alone takes 30 s.
    const hasty = talk('sales', { targets: { firstResponse: { mean: 20 }, abandonment: 0.05 } });
    const plain = talk('sales', { targets: { abandonment: 0.05 } });
    const found = team([hasty, service]).requirements;
    expect(found.map(({ unattainable }) => unattainable?.target ?? null)).toEqual([
      'firstResponse.mean',
      null,
    ]);
    const without = team([plain, service]).requirements;
    expect(found.map(({ required }) => required)).toEqual(without.map(({ required }) => required));
  });
});
