/** Who tries again, elsewhere, comes back or is passed on, reason by reason. */
import { describe, expect, it } from 'vitest';
import { isComeBackTo, withoutWaysTo } from '../../src/scenario/afterwards.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import type { Reason } from '../../src/scenario/schema-customers.ts';
import type { Channel } from '../../src/scenario/schema.ts';
import { checkModel } from '../../src/simulation/check-model.ts';
import { recordDay } from '../../src/simulation/simulate.ts';
import { issuesOf } from './changed.ts';
import { comingBack, exampleGroup, exampleScenario } from './example.ts';

/** Redials 50 %, switches 30 %, recontacts 10 % and transfers 5 % of the channel, unless a reason says otherwise. */
const scenarioWith = (own: Partial<Reason>, changes: Partial<Channel> = {}) => {
  const reasons = [
    { id: 'a', share: 0.5, handleTimeFactor: 1, ...own },
    { id: 'b', share: 0.5, handleTimeFactor: 1 },
  ];
  const [phone, mail] = comingBack();
  const skills = ['phone', 'mail'].map((channel, k) => ({ channel, priority: k + 1 }));
  return exampleScenario({
    channels: [phone, mail].flatMap((channel, k) =>
      channel ? [k === 0 ? { ...channel, reasons, ...changes } : channel] : [],
    ),
    groups: [exampleGroup({ skills })],
  });
};

describe('what customers do afterwards, by reason', () => {
  it('takes the place of what the channel says, with its delay and its other channel', () => {
    const [phone] = compileScenario(scenarioWith({ redial: 0.9, switch: 0, transfer: 0.4 })).classes;
    const [a, b] = phone?.reasons ?? [];
    expect(a?.followUps).toEqual([
      { on: 'abandoned', probability: 0.9, delay: { kind: 'exponential', mean: 600 } },
      { on: 'abandoned', probability: 0, delay: { kind: 'exponential', mean: 900 }, to: 'mail' },
      { on: 'answered', probability: 0.1, delay: { kind: 'exponential', mean: 86_400 } },
      { on: 'answered', probability: 0.4, delay: { kind: 'constant', value: 0 }, to: 'mail', transfer: true },
    ]);
    expect(b?.followUps).toBeUndefined();
  });

  it('lets those of one reason try again and no others', () => {
    const afterwards = { redial: { share: 0, delay: 600 } };
    const scenario = scenarioWith({ redial: 1 }, { afterwards });
    // Nobody is there: everybody gives up.
    const groups = scenario.groups.map((group) => ({
      ...group,
      staffing: { kind: 'counts' as const, agents: Array.from({ length: 168 }, () => 0) },
    }));
    const model = compileScenario({ ...scenario, groups });
    expect(checkModel(model)).toEqual([]);
    const { contacts } = recordDay(model, 1, 0);
    const again = new Set<number>();
    for (const [k, attempt] of contacts.attempt.entries())
      if (attempt > 1) again.add(contacts.reason[k] ?? -1);
    expect([...again]).toEqual([0]);
  });

  it.each<[Partial<Reason>, Partial<Channel>, string[]]>([
    [{ redial: 0.7 }, {}, []],
    [{ redial: 1, switch: 0 }, {}, []],
    [{ redial: 0.71 }, {}, ['out-of-range $.channels[0].reasons[0].redial']],
    [{ transfer: 0.95 }, {}, ['out-of-range $.channels[0].reasons[0].transfer']],
    [{ switch: 0.1 }, { afterwards: {} }, ['not-accepted $.channels[0].reasons[0].switch']],
  ])('is read or refused at its place, %j', (own, changes, issues) => {
    expect(issuesOf(scenarioWith(own, changes))).toEqual(issues);
  });

  it('says to which channels somebody comes back', () => {
    const never = {
      redial: { share: 0, delay: 60 },
      switch: { share: 0, to: 'mail', delay: 60 },
    };
    const comes = (own: Partial<Reason>) => {
      const scenario = scenarioWith(own, { afterwards: never });
      const channels = scenario.channels.map(({ afterwards, ...channel }) =>
        channel.id === 'phone' && afterwards ? { ...channel, afterwards } : channel,
      );
      return channels.map((channel) => isComeBackTo({ ...scenario, channels }, channel));
    };
    expect([{}, { redial: 0.1 }, { switch: 0.1 }].map(comes)).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ]);
  });

  it('goes with the channel that it leads to', () => {
    const { channels } = scenarioWith({ redial: 0.1, switch: 0.2, transfer: 0.3 });
    const [left] = channels.slice(0, 1).map((channel) => withoutWaysTo(channel, 'mail'));
    expect(left?.reasons?.[0]).toEqual({ id: 'a', share: 0.5, handleTimeFactor: 1, redial: 0.1 });
    expect(left && issuesOf(exampleScenario({ channels: [left] }))).toEqual([]);
  });
});
