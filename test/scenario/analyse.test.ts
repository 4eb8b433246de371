import { describe, expect, it } from 'vitest';
import { analysePlan } from '../../src/scenario/analyse-plan.ts';
import { actionsFor, analyse } from '../../src/scenario/analyse.ts';
import { withAction, withRequirement } from '../../src/scenario/apply.ts';
import { chatQueue } from '../../src/queueing/chat-queue.ts';
import { isFull, type ChannelAnalysis } from '../../src/scenario/analysis.ts';
import type { Channel, Scenario } from '../../src/scenario/schema.ts';
import { exampleChannel, exampleGroup, exampleScenario } from './example.ts';
import { onePhoneDay } from './one-phone-day.ts';
import { sharedTalk } from './random-teams.ts';

const phoneOf = (scenario: Scenario): ChannelAnalysis => {
  const [phone] = analyse(scenario).channels;
  if (!phone) throw new Error('no channel');
  return phone;
};
const total = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

describe('analyse', () => {
  it('gives the Erlang A figures of every open interval', () => {
    // METHODS golden value: 100 per 30 min, 180 s, patience 120 s, 12 agents, 20 s:
    // abandoned 0.061597377004, answered within 20 s / offered 0.825582644362.
    const { expected, targets, required } = phoneOf(onePhoneDay(12));
    expect(total(expected.offered)).toBeCloseTo(2400, 9);
    expect(total(expected.abandoned) / 2400).toBeCloseTo(0.061597377004, 10);
    expect(targets[0]?.value).toBeCloseTo(0.825582644362, 10);
    // 12 agents reach 82.6 %; 11 do not reach 80 % (both by Erlang A).
    expect(required[20]).toBe(12);
    expect(required[0]).toBe(0);
  });

  it('keeps contacts: offered is answered or abandoned', () => {
    const { expected } = phoneOf(onePhoneDay(9, 0.2));
    expected.offered.forEach((offered, i) => {
      expect((expected.answered[i] ?? 0) + (expected.abandoned[i] ?? 0)).toBeCloseTo(offered, 9);
    });
  });

  it('expects less, and is less sure, when days swing', () => {
    // METHODS section 6: a swing of the day lowers the expected level, the more the wider it is.
    const steady = phoneOf(onePhoneDay(12));
    const swinging = phoneOf(onePhoneDay(12, 0.2));
    expect(swinging.targets[0]?.value ?? 1).toBeLessThan(steady.targets[0]?.value ?? 0);
    expect(steady.chance).toBeGreaterThan(swinging.chance);
    expect(swinging.requiredAssured[20] ?? 0).toBeGreaterThan(swinging.required[20] ?? 0);
  });

  it('says of the plan alone what it says in full', () => {
    const scenario = onePhoneDay(9, 0.2);
    const full = analyse(scenario);
    const plan = analysePlan(scenario);
    expect(isFull(full)).toBe(true);
    expect(isFull(plan)).toBe(false);
    expect(full).toMatchObject(plan);
  });

  it('names an overload and still counts', () => {
    const phone = phoneOf(onePhoneDay(3));
    expect(phone.overloadedIntervals).toBe(24);
    expect(phone.chance).toBeLessThan(1e-6);
    expect(phone.targets[0]?.value ?? -1).toBeGreaterThanOrEqual(0);
  });

  it('stays finite with nobody on the floor', () => {
    const { expected, targets } = phoneOf(onePhoneDay(0));
    expect(total(expected.abandoned)).toBeCloseTo(2400, 9);
    expect(targets[0]?.value).toBe(0);
  });

  it('names a target that nobody can reach', () => {
    const scenario = onePhoneDay(12);
    const [channel] = scenario.channels;
    if (!channel) throw new Error('no channel');
    const impossible = {
      ...channel,
      targets: { serviceLevel: { share: 1, threshold: 0, definition: 'offered' as const } },
    };
    const phone = phoneOf({ ...scenario, channels: [impossible] });
    expect(phone.unattainable?.target).toMatch(/serviceLevel/);
  });

  it('prices the plan by paid hours', () => {
    // By hand: 12 agents × 12 h = 144 h on the floor, / 0.7 paid, × 21.
    const { totals } = analyse(onePhoneDay(12));
    expect(totals.plan.cost).toBeCloseTo((144 / 0.7) * 21, 6);
    expect(totals.costPerWeek).toBeCloseTo((144 / 0.7) * 21 * 7, 6);
    expect(totals.peakAgents).toBe(12);
  });
});

describe('channels with models of their own', () => {
  const [phone] = onePhoneDay(12).channels;
  if (!phone) throw new Error('no channel');
  const { patience: _none, targets: _other, ...rest } = phone;

  it('takes chat as conversations', () => {
    // The queue itself is tested in test/queueing/chat-queue.test.ts; here that it is asked the right thing.
    const conversation = { limit: 3, agentTurn: 30, customerTurn: 60 };
    const chat: Channel = {
      ...rest,
      kind: 'chat',
      handling: { mean: 240, cv: 1, afterContact: 0 },
      patience: { mean: 180 },
      conversation,
      targets: { firstResponse: { mean: 60 } },
    };
    const { targets, required, model } = phoneOf({ ...onePhoneDay(8), channels: [chat] });
    const queue = chatQueue({
      contactsPerHour: 200,
      conversation: { ...conversation, handleTime: 240 },
      patience: 180,
      agents: 8,
    });
    expect(model).toBe('conversation');
    expect(targets[0]?.value).toBeCloseTo(queue.meanFirstResponse, 9);
    const least = required[20] ?? 0;
    const at = (agents: number): number =>
      chatQueue({
        contactsPerHour: 200,
        conversation: { ...conversation, handleTime: 240 },
        patience: 180,
        agents,
      }).meanFirstResponse;
    expect(at(least)).toBeLessThanOrEqual(60);
    expect(at(least - 1)).toBeGreaterThan(60);
  });

  it('takes the after-contact work of a quick chat team as quick too', () => {
    // Simulated with seed 1 and 40 replications: 7.19 % lost (4.7 % expected while that work kept its length).
    const contacts = Array.from({ length: 168 }, () => 70);
    const quick = exampleChannel({
      kind: 'chat',
      demand: { source: { kind: 'typed', contacts }, dayFactorCv: 0 },
      conversation: { limit: 3, agentTurn: 30, customerTurn: 60 },
      targets: { abandonment: 0.05 },
    });
    const skills = [{ channel: 'phone', priority: 1, speed: 2 }];
    const agents = Array.from({ length: 168 }, () => 4);
    const group = exampleGroup({ skills, staffing: { kind: 'counts', agents } });
    const [chat] = analyse(exampleScenario({ channels: [quick], groups: [group] })).channels;
    expect(Math.abs((chat?.targets[0]?.value ?? NaN) - 0.0719)).toBeLessThan(0.005);
  });

  it('takes messaging as conversations too, so that places run out before work does', () => {
    const conversation = { limit: 5, agentTurn: 60, customerTurn: 600 };
    const messaging: Channel = {
      ...rest,
      kind: 'messaging',
      handling: { mean: 300, cv: 1, afterContact: 0 },
      patience: null,
      conversation,
      targets: { firstResponse: { mean: 180 } },
    };
    const { load, required } = phoneOf({ ...onePhoneDay(20), channels: [messaging] });
    // 100 contacts × 300 s / 1800 s are 16.7 erlangs of work; but each stays 5 turns of 660 s and more: at
    // least 100 × 3300 / 1800 = 183 open conversations, over 5 places each 36.7 agents.
    expect(load[20]).toBeCloseTo(16.6667, 4);
    expect(required[20] ?? 0).toBeGreaterThan(36);
  });

  it('takes e-mail as a flow with a backlog, and staffs it level', () => {
    const email: Channel = {
      ...rest,
      kind: 'email',
      handling: { mean: 360, cv: 1, afterContact: 0 },
      patience: null,
      targets: { serviceLevel: { share: 0.95, threshold: 4 * 3600, definition: 'offered' } },
    };
    const enough = phoneOf({ ...onePhoneDay(21), channels: [email] });
    // 100 contacts × 360 s in a half-hour are 20 agents without a pause: 21 keep up with it.
    expect(enough.targets[0]?.value).toBe(1);
    expect(Math.max(...enough.required)).toBeLessThanOrEqual(20);
    const short = phoneOf({ ...onePhoneDay(10), channels: [email] });
    expect(short.targets[0]?.value ?? 1).toBeLessThan(0.95);
    expect(short.chance).toBeLessThan(0.01);
    expect(short.expected.queue.at(-1) ?? 0).toBeGreaterThan(1000);
  });

  it('lets a bot in front take its share, honestly', () => {
    const bot = {
      reach: 1,
      containment: 0.5,
      resolution: 0.8,
      recontact: 0.5,
      handoverHandleTime: 0,
      escalateTo: 'phone',
      costPerContact: 0.1,
    };
    // By hand: H/V = (1 − 1) + 1·0.5 + 1·0.5·0.2·0.5 = 0.55 (METHODS section 9).
    const { offered } = phoneOf({ ...onePhoneDay(12), channels: [{ ...phone, bot }] });
    expect(offered[20]).toBeCloseTo(55, 9);
  });
});

describe('applying advice', () => {
  it('staffs every interval with the requirement', () => {
    const short = onePhoneDay(9);
    const groups = withRequirement(short, analyse(short), 'expected');
    const { channels } = analyse({ ...short, groups });
    expect(channels[0]?.planned).toEqual(channels[0]?.required);
  });

  it('offers one action for a day that is short throughout, and it delivers what it promised', () => {
    const short = onePhoneDay(9);
    const [action] = actionsFor(short, analyse(short));
    if (!action) throw new Error('no action');
    expect([action.from, action.to]).toEqual([16, 40]);
    expect(action.agents.every((extra) => extra === 3)).toBe(true);
    const after = phoneOf({ ...short, groups: withAction(short, action) });
    expect(after.chance).toBeCloseTo(action.chanceAfter, 12);
    expect(action.chanceAfter).toBeGreaterThan(action.chanceBefore);
  });

  it.each([
    ['on one line', onePhoneDay(9)],
    // Seed 5 loses a seventh of the chats: who joins helps the messages of the same agents too.
    ['in conversations of the same agents', sharedTalk(5)],
  ])('prices what an action saves %s as the whole week does', { tags: 'slow' }, (_, scenario) => {
    const short = { ...scenario, finance: { ...scenario.finance, lostContact: 4 } };
    const before = analyse(short);
    const [action] = actionsFor(short, before);
    if (!action) throw new Error('no action');
    const after = analyse({ ...short, groups: withAction(short, action) });
    expect(action.lostPerWeek).toBeLessThan(-1);
    expect(action.costPerWeek + action.lostPerWeek).toBeCloseTo(
      after.totals.costPerWeek - before.totals.costPerWeek,
      6,
    );
  });
});
