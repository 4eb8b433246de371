import { describe, expect, it } from 'vitest';
import { compileScenario, DEFAULT_DUE, RECONTACT_DELAY } from '../../src/scenario/compile.ts';
import { withCallbackOffer } from '../../src/scenario/structure.ts';
import type { Bot, Channel } from '../../src/scenario/schema.ts';
import { comingBack, exampleChannel, exampleGroup, exampleScenario } from './example.ts';

const hour = 3600;
const bot: Bot = {
  reach: 0.8,
  containment: 0.5,
  resolution: 0.75,
  recontact: 0.4,
  handoverHandleTime: 60,
  escalateTo: 'phone',
  costPerContact: 0.1,
};

function classOf(channel: Channel, ...others: Channel[]) {
  return compileScenario(exampleScenario({ channels: [channel, ...others] })).classes[0];
}

describe('a scenario as a model', () => {
  const model = compileScenario(exampleScenario());

  it('runs along the axis, day by day', () => {
    expect(model.horizon).toEqual({
      intervalSeconds: 3600,
      intervals: 168,
      dayStarts: [0, 24, 48, 72, 96, 120, 144],
    });
  });

  it('follows the days the clock changes', () => {
    const calendar = { ...exampleScenario().calendar, start: '2026-03-28', days: 3 };
    const { horizon } = compileScenario(exampleScenario({ calendar }));
    expect([horizon.intervals, horizon.dayStarts]).toEqual([71, [0, 24, 47]]);
  });

  it('turns contacts per interval into rates per hour', () => {
    const calendar = { ...exampleScenario().calendar, intervalMinutes: 30 as const };
    const contacts = Array.from({ length: 336 }, () => 10);
    const channel = exampleChannel({ demand: { source: { kind: 'typed', contacts }, dayFactorCv: 0.2 } });
    const { classes } = compileScenario(exampleScenario({ calendar, channels: [channel], groups: [] }));
    const arrivals = classes[0]?.arrivals;
    expect(arrivals?.kind === 'rates' && arrivals.contactsPerHour.slice(15, 17)).toEqual([0, 20]);
    expect(arrivals?.kind === 'rates' && arrivals.dayFactorCv).toBe(0.2);
  });

  it('makes follow-ups of those who come back', () => {
    expect(classOf(exampleChannel())?.followUps).toBeUndefined();
    const [phone, mail] = comingBack();
    expect(phone && mail && classOf(phone, mail)?.followUps).toEqual([
      { on: 'abandoned', probability: 0.5, delay: { kind: 'exponential', mean: 600 } },
      { on: 'abandoned', probability: 0.3, delay: { kind: 'exponential', mean: 900 }, to: 'mail' },
      { on: 'answered', probability: 0.1, delay: { kind: 'exponential', mean: 86_400 } },
      {
        on: 'answered',
        probability: 0.05,
        delay: { kind: 'constant', value: 0 },
        to: 'mail',
        transfer: true,
      },
    ]);
  });

  it('makes a deferred class of the callbacks, finished once begun', () => {
    const { classes, groups } = compileScenario(withCallbackOffer(exampleScenario(), 'phone'));
    expect(classes[0]?.callback).toEqual({ headWaits: 60, accept: 0.5, to: 'callback' });
    expect(classes[1]).toMatchObject({
      id: 'callback',
      deferred: { due: 2 * hour, atClose: 'finish' },
      handleTime: { mean: 240 },
      serviceLevel: { threshold: 2 * hour },
    });
    expect(classes[1]?.deferred?.open).toEqual(classes[0]?.open);
    expect(groups[0]?.serves.map((skill) => [skill.class, skill.priority])).toEqual([
      ['phone', 1],
      ['callback', 2],
    ]);
  });

  it('keeps counts as counts, and shifts as people with breaks', () => {
    expect(model.groups[0]?.staffing).toEqual({ kind: 'counts', agents: Array(168).fill(3) });
    const shift = {
      days: [1],
      start: '08:00',
      end: '12:00',
      agents: 2,
      breaks: [{ start: '10:00', end: '10:15' }],
    };
    const group = exampleGroup({ staffing: { kind: 'shifts', shifts: [shift] } });
    expect(compileScenario(exampleScenario({ groups: [group] })).groups[0]?.staffing).toEqual({
      kind: 'shifts',
      shifts: [
        {
          agents: 2,
          stretches: [
            [32 * hour, 34 * hour],
            [34.25 * hour, 36 * hour],
          ],
        },
      ],
    });
  });
});

describe('a channel as a class', () => {
  it('is a live queue that closes when the channel is live', () => {
    const phone = classOf(exampleChannel());
    expect(phone).toMatchObject({
      handleTime: { kind: 'lognormal', mean: 240, cv: 1 },
      afterContact: 60,
      patience: { distribution: { kind: 'exponential', mean: 120 } },
      serviceLevel: { threshold: 20, definition: 'offered' },
      targets: { serviceLevel: 0.8 },
    });
    expect(phone?.open?.slice(0, 2)).toEqual([
      [8 * hour, 20 * hour],
      [32 * hour, 44 * hour],
    ]);
    expect(phone?.deferred).toBeUndefined();
  });

  it('waits for opening, without losing patience, when it is deferred', () => {
    const email = classOf(exampleChannel({ kind: 'email', targets: {} }));
    expect(email?.patience).toBeUndefined();
    expect(email?.open).toBeUndefined();
    expect(email?.deferred?.due).toBe(DEFAULT_DUE);
    expect(email?.deferred?.open).toHaveLength(7);
    const percentile = { share: 0.9, within: 7200 };
    expect(
      classOf(exampleChannel({ kind: 'social', targets: { firstResponse: { percentile } } })),
    ).toMatchObject({
      deferred: { due: 7200 },
      serviceLevel: { threshold: 7200 },
      targets: { firstResponse: { percentile } },
    });
  });

  it('counts first replies on a line of those answered, as its target does', () => {
    const targets = { firstResponse: { percentile: { share: 0.9, within: 30 } } };
    expect(classOf(exampleChannel({ targets }))?.serviceLevel).toEqual({
      threshold: 30,
      definition: 'answered',
    });
  });

  it('shares agents by turns when it is a conversation', () => {
    const conversation = { limit: 3, agentTurn: 30, customerTurn: 60 };
    expect(classOf(exampleChannel({ kind: 'chat', conversation }))?.conversation).toEqual({
      limit: 3,
      speed: { kind: 'turns', agentTurn: 30, customerTurn: 60 },
    });
  });

  it('has a handle time without spread when its cv is 0', () => {
    const handling = { mean: 240, cv: 0, afterContact: 0 };
    expect(classOf(exampleChannel({ handling }))?.handleTime).toEqual({ kind: 'constant', value: 240 });
  });
});

describe('a bot as a stage', () => {
  it('adds its seconds as a factor on the handle time of the channel that takes over', () => {
    expect(classOf(exampleChannel({ bot }))?.bot).toEqual({
      reach: 0.8,
      containment: 0.5,
      resolution: 0.75,
      recontact: 0.4,
      recontactDelay: { kind: 'exponential', mean: RECONTACT_DELAY },
      escalateTo: 'phone',
      handoverHandleTimeFactor: 1.25, // 240 s become 300 s
    });
  });

  it('of self-service passes on everything it does not keep, at the mean handle time', () => {
    const service = classOf(exampleChannel({ id: 'faq', kind: 'selfService', bot }), exampleChannel());
    expect(service?.open).toBeUndefined();
    expect(service?.bot?.reach).toBe(1);
    expect(service?.bot?.containment).toBeCloseTo(0.4, 12);
    // passed on: 0.2 that never met it at 240 s and 0.4 handed over at 300 s
    expect(240 * (service?.bot?.handoverHandleTimeFactor ?? 0)).toBeCloseTo((0.2 * 240 + 0.4 * 300) / 0.6, 9);
  });
});
