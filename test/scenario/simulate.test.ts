import { beforeAll, describe, expect, it } from 'vitest';
import { buildAxis } from '../../src/scenario/axis.ts';
import { demandOf } from '../../src/scenario/demand.ts';
import type { AgentGroup, Bot, Scenario } from '../../src/scenario/schema.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { simulate, simulationIssues, type SimulationSummary } from '../../src/scenario/simulate.ts';
import { withCallbackOffer } from '../../src/scenario/structure.ts';
import { exampleChannel, exampleGroup, exampleScenario } from './example.ts';
import { onePhoneDay } from './one-phone-day.ts';

const always = Array.from({ length: 7 }, () => [['00:00', '24:00']] as const);
const bot: Bot = {
  reach: 0.8,
  containment: 0.5,
  resolution: 0.75,
  recontact: 0.4,
  handoverHandleTime: -30,
  escalateTo: 'chat',
  costPerContact: 0.1,
};
const chat = exampleChannel({
  id: 'chat',
  kind: 'chat',
  open: always,
  conversation: { limit: 2, agentTurn: 30, customerTurn: 60 },
});
const scenario: Scenario = exampleScenario({
  channels: [
    exampleChannel({ open: always }),
    chat,
    exampleChannel({ id: 'email', kind: 'email', patience: null, targets: {} }),
    exampleChannel({ id: 'faq', kind: 'selfService', open: always, bot, targets: {} }),
  ],
  groups: [
    exampleGroup(),
    exampleGroup({
      id: 'written',
      skills: [
        { channel: 'chat', priority: 1 },
        { channel: 'email', priority: 2 },
      ],
    }),
  ],
});

describe('a simulated scenario', { tags: 'slow' }, () => {
  let summary: SimulationSummary;
  beforeAll(() => {
    summary = simulate(scenario, { seed: 3, replications: 8 });
  });

  it('speaks of its channels, groups and intervals', () => {
    expect(summary.channels.map(({ id }) => id)).toEqual(['phone', 'chat', 'email', 'faq']);
    expect(summary.groups.map(({ id }) => id)).toEqual(['team', 'written']);
    expect(summary.channels[0]?.intervals).toHaveLength(168);
  });

  it('offers its agents what the demand says, within four standard errors', () => {
    const demand = demandOf(scenario, buildAxis(scenario.calendar));
    demand.forEach(({ toAgents }, index) => {
      const offered = summary.channels[index]?.offered.value ?? NaN;
      const expected = toAgents.reduce((sum, contacts) => sum + contacts, 0);
      // counts over 8 replications without day factor: Poisson, so the standard error is sqrt(mean / 8)
      expect(Math.abs(offered - expected)).toBeLessThanOrEqual(4 * Math.sqrt(expected / 8));
    });
  });

  it('loses nobody', () => {
    for (const { offered, answered, abandoned, blocked, stillWaiting } of summary.channels)
      expect(answered.value + abandoned.value + blocked.value + stillWaiting.value).toBeCloseTo(
        offered.value,
        6,
      );
  });

  it('gives the same bytes again', () => {
    const again = simulate(structuredClone(scenario), { seed: 3, replications: 8 });
    expect(JSON.stringify(again)).toBe(JSON.stringify(summary));
  });
});

describe('a scenario to be simulated', () => {
  it('calls back who took up the offer, and spares the others the wait', { tags: 'slow' }, () => {
    const contacts = Array.from({ length: 168 }, () => 30);
    const busy = exampleScenario({
      channels: [exampleChannel({ demand: { source: { kind: 'typed', contacts }, dayFactorCv: 0 } })],
    });
    const run = { seed: 3, replications: 8 };
    const [before] = simulate(busy, run).channels;
    const [phone, callback] = simulate(withCallbackOffer(busy, 'phone'), run).channels;
    expect(phone?.calledBack.value).toBeGreaterThan(20);
    expect(callback?.offered.value).toBe(phone?.calledBack.value);
    expect(callback?.serviceLevel?.value).toBeGreaterThan(0.5);
    expect(phone?.abandonment?.value).toBeLessThan(before?.abandonment?.value ?? 0);
    expect((phone?.offered.value ?? 0) + (phone?.calledBack.value ?? 0)).toBe(before?.offered.value);
  });

  it(
    'plays a plan with nobody on duty: no contact is answered, and no promise kept',
    { tags: 'slow' },
    () => {
      const empty = onePhoneDay(0);
      const channels = empty.channels.map((channel) => ({
        ...channel,
        targets: {
          serviceLevel: { share: 0.8, threshold: 20, definition: 'answered' as const },
          meanWaitAnswered: 30,
          abandonment: 0.05,
          firstResponse: { mean: 60, percentile: { share: 0.9, within: 60 } },
        },
      }));
      const nobody = { ...empty, channels };
      expect(simulationIssues(compileScenario(nobody))).toEqual([]);
      const [line] = simulate(nobody, { seed: 1, replications: 4 }).channels;
      expect(line?.answered.value).toBe(0);
      expect(line?.offered.value).toBeGreaterThan(2000);
      expect(Object.values(line?.targetMet ?? {}).map((met) => met?.value)).toEqual([0, 0, 0, 0, 0]);
    },
  );

  it('names the channel that cannot be simulated because nobody serves it', () => {
    const issues = simulationIssues(compileScenario({ ...scenario, groups: [exampleGroup()] }));
    expect(issues.map(({ path, code }) => [path, code])).toEqual([
      ['$.channels[1]', 'notServed'],
      ['$.channels[2]', 'notServed'],
    ]);
    expect(simulationIssues(compileScenario(scenario))).toEqual([]);
  });

  it(
    'takes as many people who may be absent as agents, and names the group of those beyond',
    { tags: 'slow' },
    () => {
      const daily = { days: [0, 1, 2, 3, 4, 5, 6], start: '09:00', end: '17:00', agents: 20_000, breaks: [] };
      const found = (agents: Partial<AgentGroup>) =>
        simulationIssues(
          compileScenario(exampleScenario({ groups: [exampleGroup({ ...agents, absence: 0.05 })] })),
        ).filter(({ code }) => code !== 'notServed');
      // 20,000 people a day, 140,000 a week
      expect(found({ staffing: { kind: 'shifts', shifts: [daily] } })).toEqual([]);
      // round the clock nobody comes on two days running: 60,000 people take 120,000 places
      expect(found({ staffing: { kind: 'counts', agents: Array<number>(336).fill(60_000) } })).toEqual([
        {
          path: '$.groups[0].staffing',
          code: 'tooMany',
          message: '120000 agents in one group',
          allowed: 'at most 100000',
        },
      ]);
    },
  );
});

it('reports first replies in time by interval, which add up to the whole', { tags: 'slow' }, () => {
  const targets = { firstResponse: { percentile: { share: 0.8, within: 60 } } };
  const promised = {
    ...scenario,
    channels: scenario.channels.map((one) => (one.id === 'chat' ? { ...one, targets } : one)),
  };
  const summary = simulate(promised, { seed: 5, replications: 4 });
  const channel = summary.channels.find(({ id }) => id === 'chat');
  const inTime = channel?.intervals.map((i) => i.answered.value * (i.firstResponseWithin?.value ?? 0)) ?? [];
  const whole = channel?.firstResponse.within?.value ?? NaN;
  expect(whole).toBeLessThan(1);
  expect(inTime.reduce((a, b) => a + b, 0) / (channel?.answered.value ?? 0)).toBeCloseTo(whole, 10);
  expect(summary.channels[0]?.intervals[9]?.firstResponseWithin).toBeNull();
});
