/** Why customers come to a channel: what a document may say, what the models make of it, what is simulated. */
import { describe, expect, it } from 'vitest';
import { isComeBackTo } from '../../src/scenario/afterwards.ts';
import { buildAxis } from '../../src/scenario/axis.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { cvOfWork, demandOf } from '../../src/scenario/demand.ts';
import { botShareOf, meanAtAgents, withBotShare } from '../../src/scenario/bot-share.ts';
import {
  meansOfWork,
  outcomeOf,
  reachOf,
  reasonsOf,
  savedByBots,
  shortestWork,
} from '../../src/scenario/reasons.ts';
import type { Bot, Channel, Scenario } from '../../src/scenario/schema.ts';
import type { Reason } from '../../src/scenario/schema-customers.ts';
import { scaled } from '../../src/scenario/what-if.ts';
import { checkModel } from '../../src/simulation/check-model.ts';
import { type Change, changed, issuesOf } from './changed.ts';
import { exampleBot, exampleChannel, exampleGroup, exampleScenario } from './example.ts';

const BOT: Bot = { ...exampleBot, containment: 0.2, resolution: 1 };

/**
 * Shares, handle times and deflection of the worked example of METHODS 9, computed there on its own: 28.3 % are
 * deflected, and the mean of those left goes from 378 to 429 s.
 */
const REASONS: readonly Reason[] = [
  { id: 'order', share: 0.4, handleTimeFactor: 180 / 378, bot: { containment: 0.5 } },
  { id: 'change', share: 0.35, handleTimeFactor: 360 / 378 },
  { id: 'complaint', share: 0.25, handleTimeFactor: 720 / 378, cv: 0.5, bot: { containment: 0.05 } },
];
const phone = (changes: Partial<Channel> = {}): Channel =>
  exampleChannel({
    handling: { mean: 378, cv: 1, afterContact: 0 },
    bot: BOT,
    reasons: REASONS,
    afterwards: { recontact: { share: 0.1, delay: 3600 } },
    ...changes,
  });
const base = exampleScenario({ channels: [phone()] });

const workOf = (scenario: Scenario, index = 0) => {
  const work = demandOf(scenario, buildAxis(scenario.calendar))[index];
  if (!work) throw new Error('no such channel');
  return { work, handleTime: work.handleTime[10], toAgents: work.toAgents[10] };
};

describe('reasons of a channel', () => {
  const broken = (change: Change): string[] => issuesOf(changed(change, base));

  it('are part of a good document', () => {
    expect(issuesOf(base)).toEqual([]);
  });

  it.each<[string, Change, string]>([
    ['shares that miss 1', (d) => (d.channels[0].reasons[0].share = 0.5), 'wrong-sum $.channels[0].reasons'],
    [
      'handle times that miss the mean',
      (d) => (d.channels[0].reasons[0].handleTimeFactor = 1),
      'wrong-sum $.channels[0].reasons',
    ],
    ['one id twice', (d) => (d.channels[0].reasons[1].id = 'order'), 'duplicate $.channels[0].reasons[1].id'],
    ['no reason at all', (d) => (d.channels[0].reasons = []), 'empty $.channels[0].reasons'],
    ['something else', (d) => (d.channels[0].reasons = 'many'), 'wrong-type $.channels[0].reasons'],
    ['nothing', (d) => (d.channels[0].reasons[0] = null), 'wrong-type $.channels[0].reasons[0]'],
    [
      'a negative share',
      (d) => (d.channels[0].reasons[0].share = -0.1),
      'out-of-range $.channels[0].reasons[0].share',
    ],
    [
      'no handle time',
      (d) => (d.channels[0].reasons[0].handleTimeFactor = 0),
      'out-of-range $.channels[0].reasons[0].handleTimeFactor',
    ],
    [
      'a misspelt field',
      (d) => (d.channels[0].reasons[0].weight = 1),
      'unknown-field $.channels[0].reasons[0].weight',
    ],
    [
      'a bot that the channel has not',
      (d) => {
        d.channels[0].bot = null;
        delete d.channels[0].reasons[2].bot;
      },
      'not-accepted $.channels[0].reasons[0].bot',
    ],
    [
      'who comes back, and never when',
      (d) => {
        delete d.channels[0].afterwards;
        d.channels[0].reasons[1].recontact = 0.2;
      },
      'not-accepted $.channels[0].reasons[1].recontact',
    ],
    [
      'a handover shorter than nothing',
      (d) => (d.channels[0].bot.handoverHandleTime = -200),
      'out-of-range $.channels[0].bot.handoverHandleTime',
    ],
  ])('cannot have %s', (_, change, issue) => {
    const issues = broken(change);
    expect(issues[0]).toBe(issue);
  });

  it('take what rounding leaves in proportion', () => {
    const reasons = [
      { id: 'a', share: 0.3333, handleTimeFactor: 0.5 },
      { id: 'b', share: 0.6667, handleTimeFactor: 1.25 },
    ];
    const own = reasonsOf(phone({ reasons, bot: null }));
    expect(own.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(own.reduce((sum, { share, mean }) => sum + share * mean, 0)).toBeCloseTo(378, 9);
  });
});

describe('what a bot may save the agents of a contact', () => {
  it('is anything below the work of the shortest reason, as the document says', () => {
    const channel = phone();
    const shortest = shortestWork(channel);
    expect(shortest).toBe(Math.min(...reasonsOf(channel).map(({ mean }) => mean)));
    const saving = (seconds: number) =>
      exampleScenario({
        channels: [phone({ bot: { ...BOT, escalateTo: channel.id, handoverHandleTime: -seconds } })],
      });
    const kept = saving(shortest - 1);
    expect(issuesOf(kept)).toEqual([]);
    expect(savedByBots(kept.channels, channel.id)).toBe(shortest - 1);
    expect(savedByBots(kept.channels, 'elsewhere')).toBe(0);
    expect(issuesOf(saving(shortest)).join()).toContain('handoverHandleTime');
  });

  it('is nothing where bots lengthen the work', () => {
    const longer = phone({ bot: { ...BOT, handoverHandleTime: 30 } });
    expect(savedByBots([longer], longer.id)).toBe(0);
    expect(shortestWork(exampleChannel({ handling: longer.handling }))).toBe(longer.handling.mean);
  });
});

describe('the handle time of a channel', () => {
  it('is such that each of its reasons takes a second more than bots save, and a day at most', () => {
    const reasons = [
      { id: 'a', share: 0.5, handleTimeFactor: 0.5 },
      { id: 'b', share: 0.5, handleTimeFactor: 1.5 },
    ];
    const channel = phone({ reasons, bot: null, handling: { mean: 300, cv: 0.8, afterContact: 0 } });
    expect(meansOfWork(channel, 0)).toEqual({ min: 2, max: 86_400 / 1.5 });
    expect(meansOfWork(channel, 60).min).toBe(122);
    const { reasons: _, ...plain } = channel;
    expect(meansOfWork(plain, 0)).toEqual({ min: 1, max: 86_400 });
  });
});

describe('what the models make of reasons', () => {
  it('is the mixture that the bot leaves', () => {
    const { work, handleTime, toAgents } = workOf(base);
    expect(toAgents).toBeCloseTo(10 * (1 - 0.2825), 12);
    // (.4 · .5 · 180 + .35 · .8 · 360 + .25 · .95 · 720) / .7175
    expect(handleTime).toBeCloseTo(307.8 / 0.7175, 9);
    // E[S²] = (.2 · 180² · 2 + .28 · 360² · 2 + .2375 · 720² · 1.25) / .7175
    const square = (0.2 * 180 ** 2 * 2 + 0.28 * 360 ** 2 * 2 + 0.2375 * 720 ** 2 * 1.25) / 0.7175;
    expect(cvOfWork(phone(), work)).toBeCloseTo(Math.sqrt(square / (307.8 / 0.7175) ** 2 - 1), 9);
    expect(meanAtAgents(phone())).toBeCloseTo(307.8 / 0.7175, 9);
    expect(outcomeOf(phone()).resolved).toBeCloseTo(0.2825, 12);
    expect(botShareOf(phone(), 'containment')).toBeCloseTo(0.2825, 12);
    expect(reachOf(phone())).toBe(1);
  });

  it('is what it was where nothing differs', () => {
    const even = REASONS.map(({ id, share }) => ({ id, share, handleTimeFactor: 1 }));
    const [alike, plain] = [phone({ reasons: even }), phone()].map((channel, i) => {
      const { reasons: _, ...without } = channel;
      return workOf(exampleScenario({ channels: [i === 0 ? channel : without] }));
    });
    expect(alike?.handleTime).toBeCloseTo(plain?.handleTime ?? NaN, 12);
    expect(alike?.toAgents).toBeCloseTo(plain?.toAgents ?? NaN, 12);
  });

  it('adds what a bot adds, and takes each reason at its time where it is handed over', () => {
    const bot = { ...BOT, escalateTo: 'desk', handoverHandleTime: 30 };
    const front = phone({ id: 'chat', bot, afterwards: {} });
    const desk = exampleChannel({
      id: 'desk',
      handling: { mean: 200, cv: 1, afterContact: 10 },
      reasons: [
        { id: 'complaint', share: 0.5, handleTimeFactor: 1.5 },
        { id: 'else', share: 0.5, handleTimeFactor: 0.5 },
      ],
      demand: { ...exampleChannel().demand, source: { kind: 'typed', contacts: Array(168).fill(0) } },
    });
    // 2 orders and 2.8 changes take everybody's 200 s, 2.375 complaints 300 s; 30 s and 10 s come on top.
    const scenario = exampleScenario({ channels: [front, desk] });
    expect(workOf(scenario, 1).handleTime).toBeCloseTo((4.8 * 200 + 2.375 * 300) / 7.175 + 40, 9);
  });

  it('knows that somebody comes back for a reason', () => {
    const never = { recontact: { share: 0, delay: 60 } };
    const one = REASONS.map((reason, i) => (i === 2 ? { ...reason, recontact: 0.3 } : reason));
    expect(isComeBackTo(base, phone({ afterwards: never }))).toBe(false);
    expect(isComeBackTo(base, phone({ afterwards: never, reasons: one }))).toBe(true);
  });
});

describe('a slider of the bot', () => {
  const varied = phone({
    reasons: REASONS.map((reason, i) => ({
      ...reason,
      bot: { ...reason.bot, reach: 0.5 + 0.2 * i, resolution: 0.9 - 0.3 * i, recontact: 0.1 + 0.3 * i },
    })),
  });

  it.each(['reach', 'containment', 'resolution', 'recontact'] as const)(
    'comes to its share over all reasons: %s',
    (which) => {
      const order = (channel: Channel): number[] => {
        const shares = reasonsOf(channel).map(({ bot }) => bot?.[which] ?? NaN);
        return [0, 1, 2].toSorted((a, b) => (shares[a] ?? 0) - (shares[b] ?? 0));
      };
      for (const wanted of [0.1, 0.5, 0.95]) {
        const moved = { ...varied, ...withBotShare(varied, which, wanted) };
        expect(botShareOf(moved, which)).toBeCloseTo(wanted, 12);
        expect(order(moved)).toEqual(order(varied));
      }
    },
  );

  it('finds its way back', () => {
    const away = { ...varied, ...withBotShare(varied, 'containment', 0.93) };
    const back = { ...away, ...withBotShare(away, 'containment', botShareOf(varied, 'containment')) };
    reasonsOf(back).forEach(({ bot }, i) =>
      expect(bot?.containment).toBeCloseTo(reasonsOf(varied)[i]?.bot?.containment ?? NaN, 9),
    );
  });

  it('goes as far as it can past reasons that the bot never keeps', () => {
    const stuck = phone({
      reasons: [
        { id: 'a', share: 0.5, handleTimeFactor: 1, bot: { containment: 0 } },
        { id: 'b', share: 0.5, handleTimeFactor: 1, bot: { containment: 0.4 } },
      ],
    });
    const moved = { ...stuck, ...withBotShare(stuck, 'containment', 0.8) };
    expect(botShareOf(moved, 'containment')).toBeCloseTo(0.5, 9);
  });

  it('reaches none and all', () => {
    for (const wanted of [0, 1]) {
      const moved = { ...phone(), ...withBotShare(phone(), 'containment', wanted) };
      expect(reasonsOf(moved).map(({ bot }) => bot?.containment)).toEqual([wanted, wanted, wanted]);
    }
  });

  it('moves with all others', () => {
    const [channel] = scaled(base, 'containment', 1.2).channels;
    expect(channel && botShareOf(channel, 'containment')).toBeCloseTo(0.2825 * 1.2, 12);
  });
});

describe('reasons as the simulator plays them', () => {
  const model = compileScenario(exampleScenario({ channels: [phone()], groups: [exampleGroup()] }));
  const [calls] = model.classes;

  it('say shares, work, bot and who comes back', () => {
    const reasons = REASONS.map((reason, i) => (i === 2 ? { ...reason, recontact: 0.3 } : reason));
    const bot = { ...BOT, handoverHandleTime: 36 };
    const compiled = compileScenario(exampleScenario({ channels: [phone({ reasons, bot })] }));
    const [order, , complaint] = compiled.classes[0]?.reasons ?? [];
    expect(order).toMatchObject({ id: 'order', share: 0.4, bot: { reach: 1, containment: 0.5 } });
    expect(order?.handleTime).toMatchObject({ kind: 'lognormal', cv: 1 });
    // 36 s are a fifth of an order and a twentieth of a complaint.
    expect(order?.bot?.handoverHandleTimeFactor).toBeCloseTo(1.2, 12);
    expect(complaint?.bot?.handoverHandleTimeFactor).toBeCloseTo(1.05, 12);
    expect(complaint?.handleTime).toMatchObject({ cv: 0.5 });
    expect(complaint?.followUps).toEqual([
      { on: 'answered', probability: 0.3, delay: { kind: 'exponential', mean: 3600 } },
    ]);
    expect(order?.followUps).toBeUndefined();
    expect(checkModel(compiled)).toEqual([]);
  });

  it('are not there where nothing is said of them', () => {
    expect(calls?.reasons).toHaveLength(3);
    const { reasons: _, ...without } = phone();
    expect(compileScenario(exampleScenario({ channels: [without] })).classes[0]).not.toHaveProperty(
      'reasons',
    );
  });
});
