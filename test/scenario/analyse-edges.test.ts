import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/scenario/analyse.ts';
import { withAction, withRequirement } from '../../src/scenario/apply.ts';
import type { Action, ChannelAnalysis } from '../../src/scenario/analysis.ts';
import { driverEffects } from '../../src/scenario/cost-drivers.ts';
import { dayFactorNodes } from '../../src/scenario/day-factor.ts';
import { differences } from '../../src/scenario/differences.ts';
import type { Channel, Scenario, Targets } from '../../src/scenario/schema.ts';
import { onePhoneDay } from './one-phone-day.ts';

const NOON = 24;

function withChannel(agents: number, change: Partial<Channel>, dayFactorCv = 0): Scenario {
  const scenario = onePhoneDay(agents, dayFactorCv);
  return { ...scenario, channels: scenario.channels.map((channel) => ({ ...channel, ...change })) };
}

function channelOf(scenario: Scenario): ChannelAnalysis {
  const [channel] = analyse(scenario).channels;
  if (!channel) throw new Error('no channel');
  return channel;
}

const patientEmail = (targets: Targets): Partial<Channel> => ({ kind: 'email', patience: null, targets });
const messaging: Partial<Channel> = {
  kind: 'messaging',
  handling: { mean: 300, cv: 1, afterContact: 0 },
  patience: { mean: 600 },
  conversation: { limit: 5, agentTurn: 60, customerTurn: 600 },
};

describe('a promise that cannot be kept', () => {
  it.each([
    ['a reply sooner than it can be written', messaging, { firstResponse: { mean: 30 } }],
    ['a percentile of it', messaging, { firstResponse: { percentile: { share: 0.9, within: 30 } } }],
    ['an e-mail answered before its work is done', patientEmail({}), { firstResponse: { mean: 30 } }],
    [
      'an e-mail answered at once',
      patientEmail({}),
      { serviceLevel: { share: 0.9, threshold: 0, definition: 'offered' as const } },
    ],
  ])('is named, and the work is staffed: %s', (_name, channel, targets) => {
    const scenario = withChannel(40, { ...channel, targets });
    const analysis = analyse(scenario);
    const [figures] = analysis.channels;
    expect(figures?.unattainable?.target).toMatch(/^firstResponse/);
    expect(figures?.required[NOON]).toBeGreaterThanOrEqual(Math.ceil(figures?.load[NOON] ?? Infinity));
    expect(figures?.targets.every(({ chance }) => chance < 0.5)).toBe(true);
    const [group] = withRequirement(scenario, analysis, 'expected');
    const agents = group?.staffing.kind === 'counts' ? group.staffing.agents : [];
    expect(agents[NOON]).toBe(figures?.required[NOON]);
  });

  it('leaves the other promises standing', () => {
    // Erlang A golden value: 12 agents leave 6.2 % abandoned (test/scenario/analyse.test.ts), 5 % takes 13.
    const { required, unattainable } = channelOf(
      withChannel(12, {
        targets: { serviceLevel: { share: 1, threshold: 20, definition: 'offered' }, abandonment: 0.05 },
      }),
    );
    expect(unattainable?.target).toBe('serviceLevel');
    expect(required[NOON]).toBe(13);
  });
});

describe('nobody on the floor', () => {
  const level = (definition: 'answered' | 'creditAbandonsWithin' | 'excludeAbandonsWithin' | 'virtual') =>
    channelOf(withChannel(0, { targets: { serviceLevel: { share: 0.8, threshold: 60, definition } } }))
      .targets[0];

  it('counts a level as its definition says', () => {
    // By hand: all leave at patience 120 s, so within 60 s the share 1 − e^(−1/2).
    expect(level('answered')).toMatchObject({ value: null, chance: 0 });
    expect(level('excludeAbandonsWithin')?.value).toBe(0);
    expect(level('virtual')?.value).toBe(0);
    expect(level('creditAbandonsWithin')?.value).toBeCloseTo(1 - Math.exp(-0.5), 12);
  });

  it('keeps no promise, on any channel, on a day that ends before it is due', () => {
    for (const targets of [
      { firstResponse: { mean: 7200 } },
      { firstResponse: { percentile: { share: 0.9, within: 86_400 } } },
      { meanWaitAnswered: 600 },
    ]) {
      expect(channelOf(withChannel(0, patientEmail(targets))).chance).toBe(0);
      expect(channelOf(withChannel(0, { patience: null, targets })).chance).toBe(0);
    }
  });
});

describe('too few agents', () => {
  it('are as overloaded in chat as their conversations allow', () => {
    // An agent who waits for customers is not all work: 100 contacts × 240 s are 13.3 erlangs, but one
    // conversation at a time with as much thinking as writing takes twice the agents.
    const chat = withChannel(20, {
      kind: 'chat',
      patience: null,
      handling: { mean: 240, cv: 1, afterContact: 0 },
      conversation: { limit: 1, agentTurn: 30, customerTurn: 30 },
      targets: { firstResponse: { mean: 60 } },
    });
    const { overloadedIntervals, expected, targets } = channelOf(chat);
    expect(overloadedIntervals).toBe(24);
    // 20 agents × 1800 s / (8 turns × 60 s)
    expect(expected.answered[NOON]).toBeCloseTo(75, 9);
    expect(targets[0]).toMatchObject({ value: null, chance: 0 });
  });
});

describe('first response within a time', () => {
  it('is of contacts answered, in the requirement and in what is expected', { tags: 'slow' }, () => {
    for (const kind of ['chat', 'messaging'] as const) {
      const percentile = { share: 0.9, within: 180 };
      const scenario = withChannel(1, { ...messaging, kind, targets: { firstResponse: { percentile } } });
      const groups = withRequirement(scenario, analyse(scenario), 'expected');
      expect(channelOf({ ...scenario, groups }).targets[0]?.value).toBeGreaterThanOrEqual(0.9);
    }
  });
});

describe('a mean wait for e-mail', () => {
  it('ends where the work begins, and is staffed for', () => {
    const scenario = withChannel(0, patientEmail({ meanWaitAnswered: 600 }));
    const groups = withRequirement(scenario, analyse(scenario), 'expected');
    const { targets, expected } = channelOf({ ...scenario, groups });
    const total = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
    expect(targets[0]?.value).toBeLessThanOrEqual(600);
    expect(targets[0]?.value).toBeCloseTo(total(expected.waitAnswered) / total(expected.answered), 6);
  });
});

describe('what-if', () => {
  it('prices handle time of a bot that spares nearly all of it', () => {
    const bot = {
      reach: 1,
      containment: 0.5,
      resolution: 1,
      recontact: 0,
      handoverHandleTime: -149,
      escalateTo: 'phone',
      costPerContact: 0,
    };
    const handling = { mean: 150, cv: 1, afterContact: 0 };
    expect(() => driverEffects(withChannel(12, { handling, bot }))).not.toThrow();
  });

  it('keeps the mean of days that swing more than a few of them can', () => {
    for (const cv of [0.5, 1, 3]) {
      const nodes = dayFactorNodes(cv, 5);
      expect(nodes.reduce((a, b) => a + b, 0) / 5).toBeCloseTo(1, 12);
      expect(Math.min(...nodes)).toBeGreaterThanOrEqual(0);
    }
  });

  it('names the patience that a channel did not have before', () => {
    expect(differences(withChannel(9, { patience: null }), onePhoneDay(9))).toMatchObject([
      { field: 'patience.mean', before: null, after: 120 },
    ]);
  });
});

describe('an action', () => {
  const action: Action = {
    channel: 'phone',
    group: 'team',
    from: 24,
    to: 26,
    agents: [3, 2],
    costPerWeek: 0,
    lostPerWeek: 0,
    chanceBefore: 0,
    chanceAfter: 1,
    shareBefore: 0,
    shareAfter: 1,
  };

  it.each([-5, 0, 4])('brings the agents it promises beside %i what-if agents', (extraAgents) => {
    const scenario = onePhoneDay(3);
    const groups = scenario.groups.map((group) => ({ ...group, extraAgents }));
    const before = channelOf({ ...scenario, groups }).planned;
    const after = channelOf({ ...scenario, groups: withAction({ ...scenario, groups }, action) }).planned;
    expect(after.map((agents, i) => agents - (before[i] ?? 0)).slice(23, 27)).toEqual(
      Float64Array.of(0, 3, 2, 0),
    );
  });

  it('adds shifts beside shifts, one per run of the same number', () => {
    const scenario = onePhoneDay(3);
    const groups = scenario.groups.map((group) => ({
      ...group,
      staffing: { kind: 'shifts' as const, shifts: [] },
    }));
    const [group] = withAction({ ...scenario, groups }, action);
    expect(group?.staffing).toMatchObject({
      shifts: [
        { days: [0], start: '12:00', end: '12:30', agents: 3 },
        { days: [0], start: '12:30', end: '13:00', agents: 2 },
      ],
    });
  });
});
