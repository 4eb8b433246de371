/** Who shares whom among channels of conversations: by hand, with agents who are all alike. */
import { describe, expect, it } from 'vitest';
import type { Skill } from '../../src/scenario/allocation.ts';
import {
  circlesOf,
  companiesOf,
  CompanyPool,
  type Company,
  type Turns,
} from '../../src/scenario/channel-company.ts';
import type { ChannelDemand } from '../../src/scenario/demand.ts';
import { createMemory } from '../../src/scenario/memory.ts';
import type { Channel } from '../../src/scenario/schema.ts';
import { exampleChannel } from './example.ts';

const chat = (id: string): Channel =>
  exampleChannel({
    id,
    kind: 'chat',
    conversation: { limit: 2, agentTurn: 30, customerTurn: 60 },
  });
const of = (...channels: number[]): Skill[] => channels.map((channel) => ({ channel, priority: 1 }));

describe('channels connected by groups', () => {
  const channels = [chat('a'), chat('b'), chat('c'), exampleChannel()];

  it('are one circle, whichever groups connect them', () => {
    const [circle, ...more] = circlesOf(channels, [of(0, 1), of(1, 2)]);
    expect(more).toEqual([]);
    expect(circle).toMatchObject({ channels: [0, 1, 2], groups: [0, 1], whole: false });
    expect(circlesOf(channels, [of(0, 1, 2), of(1, 2, 0)])[0]?.whole).toBe(true);
    expect(circlesOf(channels, [of(0), of(1)])).toEqual([]);
  });

  it('are none where one of the groups takes calls', () => {
    expect(circlesOf(channels, [of(0, 1), of(1, 3)])).toEqual([]);
  });

  it('have ranks only where all groups agree on them', () => {
    const ranked = (...priorities: number[]): Skill[] =>
      [0, 1].map((channel) => ({ channel, priority: priorities[channel] ?? 1 }));
    const ranks = (...groups: Skill[][]) => circlesOf(channels, groups)[0]?.turns.map(({ rank }) => rank);
    expect(ranks(ranked(1, 2), ranked(1, 2))).toEqual([1, 2]);
    expect(ranks(ranked(1, 2), ranked(2, 1))).toEqual([0, 0]);
    expect(ranks(ranked(1, 2), ranked(1, 3))).toEqual([0, 0]);
  });

  it('have the after-contact work as a share of all work', () => {
    // 60 s after 240 s
    expect(circlesOf(channels, [of(0, 1)])[0]?.turns[0]?.afterShare).toBeCloseTo(0.2, 12);
  });
});

describe('companies', () => {
  const channels = [chat('a'), chat('b')];
  /** Two agents for a alone, four for both. */
  const skills = [of(0), of(0, 1)];
  const floor = [Float64Array.of(2), Float64Array.of(4)];
  const demandOf = (id: string, contacts: number): ChannelDemand => ({
    channel: id,
    offered: Float64Array.of(contacts),
    turnedAway: Float64Array.of(0),
    toAgents: Float64Array.of(contacts),
    handleTime: Float64Array.of(contacts > 0 ? 300 : 0),
    inflows: [],
    leftOver: null,
  });
  const companies = (a: number, b: number): (Company | null)[] =>
    companiesOf(
      circlesOf(channels, skills),
      [demandOf('a', a), demandOf('b', b)],
      skills,
      floor,
      [Float64Array.of(5), Float64Array.of(1)],
      createMemory(),
    );
  const figures = (a: number, b: number) =>
    companies(a, b).map((own) => [own?.agents[0], own?.others[0]?.perOwn[0]]);

  it('are one set where that is the densest, each with the room the others leave its agents', () => {
    // 40 contacts for 6 agents are denser than 30 for 6, or 10 for 4. The four of b are filled by 4/6 of the 40,
    // 26 2/3: 10 of its own and 16 2/3 of a, for each of its own 1 2/3.
    const [a, b] = figures(30, 10);
    expect(a).toEqual([6, expect.closeTo(10 / 30, 12)]);
    expect(b).toEqual([4, expect.closeTo(5 / 3, 12)]);
  });

  it('are apart where a channel fills the shared agents by itself', () => {
    // 40 for 4 against 45 for 6: b keeps the four, a has its two.
    expect(figures(5, 40)).toEqual([
      [2, 0],
      [4, 0],
    ]);
  });

  it('are the larger set where two are as dense', () => {
    // 40 for 4, and 60 for 6
    expect(figures(20, 40)[0]).toEqual([6, expect.closeTo(2, 12)]);
  });

  it('have the agents planned where nobody comes', () => {
    expect(figures(0, 40)).toEqual([
      [5, 0],
      [4, 0],
    ]);
  });
});

describe('the pool of a company', () => {
  const turns: readonly Turns[] = ['a', 'b'].map((id, place) => ({
    id,
    limit: 2 + place,
    agentTurn: 30,
    customerTurn: 60,
    patience: 180,
    rank: 1,
    afterShare: 0,
  }));
  const company = (perOwn: number, handleTime = 300): Company => ({
    turns,
    place: 0,
    others: [{ place: 1, perOwn: Float64Array.of(perOwn), handleTime: Float64Array.of(handleTime) }],
    agents: Float64Array.of(6),
    own: Float64Array.of(3),
  });
  const waits = (pool: CompanyPool, rate: number, agents: number, own = company(1)): number =>
    pool.measures(own, rate, 300, agents, 0).waitProbability;

  it('is kept for the very same question only', () => {
    const pool = new CompanyPool(turns);
    const fresh = (rate: number, agents: number): number => waits(new CompanyPool(turns), rate, agents);
    const first = waits(pool, 0.005, 6);
    expect(waits(pool, 0.005, 7)).toBe(fresh(0.005, 7));
    expect(waits(pool, 0.0052, 6)).toBe(fresh(0.0052, 6));
    expect(waits(pool, 0.005, 6)).toBe(first);
    expect(new Set([first, fresh(0.005, 7), fresh(0.0052, 6)]).size).toBe(3);
  });

  it('knows no handle time of a channel to which nobody comes', () => {
    const pool = new CompanyPool(turns);
    expect(waits(pool, 0.005, 6, company(0, 0))).toBeCloseTo(waits(pool, 0.005, 6, company(0)), 12);
  });

  it('gives a channel those of all places that its work fills', () => {
    const pool = new CompanyPool(turns);
    // With two conversations an agent ends 1/500 a second, with three 1/380 (chat-queue.test.ts): each contact of
    // its own keeps 500 s of an agent full, each of the other 380 s.
    expect(pool.places(company(1), 300, 10, 0)).toEqual({
      count: Math.round((20 * 500) / 880),
      serviceRate: expect.closeTo(1 / 1000, 12),
    });
    expect(pool.places(company(0), 300, 10, 0).count).toBe(20);
  });
});
