/** Reasons that come more often at some times: what a document may say, the models' mix by interval, the simulation's. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/scenario/analyse.ts';
import { buildAxis } from '../../src/scenario/axis.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { cvOfWork, demandOf } from '../../src/scenario/demand.ts';
import { sharesOf, withShareAt, withTimes } from '../../src/scenario/edit-reason-times.ts';
import { withoutReason, withReasonShare } from '../../src/scenario/edit-reasons.ts';
import { mixesOf, summedOver } from '../../src/scenario/reason-times.ts';
import { MOST_WEIGHT, reachOf } from '../../src/scenario/reasons.ts';
import type { Channel, Scenario } from '../../src/scenario/schema.ts';
import type { Reason } from '../../src/scenario/schema-customers.ts';
import { simulate } from '../../src/scenario/simulate.ts';
import { checkModel } from '../../src/simulation/check-model.ts';
import { type Change, changed, issuesOf } from './changed.ts';
import { exampleBot, exampleChannel, exampleGroup, exampleScenario } from './example.ts';

const at = (length: number, places: readonly number[], weight: number): number[] =>
  Array.from({ length }, (_, k) => (places.includes(k) ? weight : 1));

/** Half quick ones of 200 s, half long ones of 600 s; on Mondays twice, from nine to ten three times as many quick ones. */
const REASONS: readonly Reason[] = [
  {
    id: 'quick',
    share: 0.5,
    handleTimeFactor: 0.5,
    weights: { byWeekday: at(7, [0], 2), byHour: at(24, [9], 3) },
  },
  { id: 'long', share: 0.5, handleTimeFactor: 1.5 },
];
const phone = (changes: Partial<Channel> = {}): Channel =>
  exampleChannel({ handling: { mean: 400, cv: 0, afterContact: 60 }, reasons: REASONS, ...changes });
const base = exampleScenario({ channels: [phone()] });
const axis = buildAxis(base.calendar);
const MONDAY_9 = 9;
const TUESDAY_9 = 33;
const TUESDAY_10 = 34;

const demandOfPhone = (scenario: Scenario) => demandOf(scenario, axis)[0]!;

describe('weights of a reason', () => {
  const broken = (change: Change): string[] => issuesOf(changed(change, base));

  it('are part of a good document', () => {
    expect(issuesOf(base)).toEqual([]);
  });

  it('are not gone through where there are more reasons than a channel may have', () => {
    const reasons = Array.from({ length: 20_000 }, (_, k) => ({
      id: `r${k}`,
      share: k === 19_999 ? 1 : 0,
      handleTimeFactor: 1,
    }));
    expect(issuesOf(exampleScenario({ channels: [phone({ reasons })] }))[0]).toBe(
      'too-many $.channels[0].reasons',
    );
  });

  it.each<[string, Change, string]>([
    [
      'six weekdays',
      (d) => d.channels[0].reasons[0].weights.byWeekday.pop(),
      'wrong-length $.channels[0].reasons[0].weights.byWeekday',
    ],
    [
      'half-hours',
      (d) => (d.channels[0].reasons[0].weights.byHour = Array.from({ length: 48 }, () => 1)),
      'too-many $.channels[0].reasons[0].weights.byHour',
    ],
    [
      'less than nothing',
      (d) => (d.channels[0].reasons[0].weights.byHour[3] = -1),
      'out-of-range $.channels[0].reasons[0].weights.byHour[3]',
    ],
    [
      'a name they do not know',
      (d) => (d.channels[0].reasons[0].weights.byMonth = []),
      'unknown-field $.channels[0].reasons[0].weights.byMonth',
    ],
    [
      'an hour at which nobody comes for anything',
      (d) => {
        d.channels[0].reasons[0].weights.byHour[5] = 0;
        d.channels[0].reasons[1].weights = { byWeekday: [1, 0, 1, 1, 1, 1, 1] };
      },
      'not-accepted $.channels[0].reasons',
    ],
  ])('cannot have %s', (_, change, issue) => {
    expect(broken(change)[0]).toBe(issue);
  });
});

describe('what the models make of them', () => {
  it('is the mean of the mix in each interval', () => {
    const { handleTime } = demandOfPhone(base);
    // Quick ones: 3 × 2 of 7 on Monday at nine, 3 of 4 on Tuesday, then half.
    expect(handleTime[MONDAY_9]).toBeCloseTo((6 * 200 + 600) / 7 + 60, 9);
    expect(handleTime[TUESDAY_9]).toBeCloseTo((3 * 200 + 600) / 4 + 60, 9);
    expect(handleTime[TUESDAY_10]).toBeCloseTo(400 + 60, 9);
    expect(mixesOf(phone(), axis).channels).toHaveLength(7 * 24);
  });

  it('is one mix where the weights say nothing', () => {
    const plain = phone({
      reasons: withTimes(withTimes(REASONS, 'byHour', false), 'byWeekday', false),
    });
    expect(mixesOf(plain, axis).channels).toEqual([plain]);
    const even = phone({ reasons: withTimes(plain.reasons ?? [], 'byHour', true) });
    expect(demandOfPhone(exampleScenario({ channels: [even] })).handleTime).toEqual(
      demandOfPhone(exampleScenario({ channels: [plain] })).handleTime,
    );
  });

  it('spreads the work as all contacts of the plan together do', () => {
    const reasons = withTimes(REASONS, 'byWeekday', false);
    const own = phone({ reasons });
    // 11 of the 12 open hours are half and half, one is 3 to 1: 23 quick ones for 21 long ones.
    const mean = (6.25 * 200 + 5.75 * 600) / 12;
    const square = (6.25 * 200 ** 2 + 5.75 * 600 ** 2) / 12;
    expect(cvOfWork(own, demandOfPhone(exampleScenario({ channels: [own] })))).toBeCloseTo(
      Math.sqrt(square / mean ** 2 - 1),
      12,
    );
  });

  it('lets the bot meet, keep and cost what there is of each at the time', () => {
    const bot = { ...exampleBot, containment: 0, costPerContact: 2 };
    const reasons = withTimes(REASONS, 'byWeekday', false).map((reason) => ({
      ...reason,
      bot: reason.id === 'quick' ? { reach: 1, containment: 0.8, resolution: 1 } : { reach: 0 },
    }));
    const own = phone({ bot, reasons });
    const scenario = exampleScenario({ channels: [own] });
    const { toAgents, handleTime, offered } = demandOfPhone(scenario);
    expect(toAgents[TUESDAY_9]).toBeCloseTo(10 * (1 - 0.75 * 0.8), 12);
    expect(toAgents[TUESDAY_10]).toBeCloseTo(10 * (1 - 0.5 * 0.8), 12);
    expect(handleTime[TUESDAY_9]).toBeCloseTo((0.15 * 200 + 0.25 * 600) / 0.4 + 60, 9);
    // 12 hours of ten contacts a day, of which 6.25 meet the bot.
    expect(summedOver(own, axis, offered, reachOf)).toBeCloseTo(7 * 62.5, 9);
    expect(analyse(scenario).totals.bot).toBeCloseTo(2 * 7 * 62.5, 9);
  });
});

describe('what is simulated', () => {
  it('has shares by interval', () => {
    const model = compileScenario(base);
    expect(checkModel(model)).toEqual([]);
    const share = model.classes[0]?.reasons?.[0]?.share;
    expect(Array.isArray(share) && [MONDAY_9, TUESDAY_9, TUESDAY_10].map((i) => Number(share[i]))).toEqual([
      6 / 7,
      3 / 4,
      1 / 2,
    ]);
  });

  it('brings each hour what comes then, and nothing else', () => {
    const quick = at(24, [], 1).map((_, hour) => (hour === 9 ? 1 : 0));
    const reasons: Reason[] = [
      { id: 'quick', share: 0.5, handleTimeFactor: 0.5, weights: { byHour: quick } },
      { id: 'long', share: 0.5, handleTimeFactor: 1.5, weights: { byHour: quick.map((one) => 1 - one) } },
    ];
    const scenario = exampleScenario({
      channels: [phone({ reasons, patience: null })],
      groups: [exampleGroup({ staffing: { kind: 'counts', agents: Array.from({ length: 168 }, () => 30) } })],
    });
    const [summary] = simulate(scenario, { seed: 7, replications: 2 }).channels;
    const [first, second] = summary?.reasons ?? [];
    const offered = summary?.intervals.map((counts) => counts.offered.value) ?? [];
    const nine = offered.map((count, i) => (i % 24 === 9 ? count : 0));
    expect(nine.reduce((a, b) => a + b)).toBeGreaterThan(30);
    expect(first?.intervals.map((counts) => counts.offered.value)).toEqual(nine);
    expect(second?.intervals.map((counts) => counts.offered.value)).toEqual(
      offered.map((count, i) => count - nine[i]!),
    );
    // Constant work: 200 s and 600 s, and a minute after each.
    expect(first?.work.handleTime?.value).toBeCloseTo(260, 9);
    expect(second?.work.handleTime?.value).toBeCloseTo(660, 9);
  });
});

describe('editing them', () => {
  const good = (reasons: readonly Reason[]): readonly Reason[] => {
    expect(issuesOf(exampleScenario({ channels: [phone({ reasons })] }))).toEqual([]);
    return reasons;
  };

  it('sets the share of one time, and leaves the others', () => {
    const set = good(withShareAt(REASONS, 'long', 'byHour', 14, 0.8));
    const rounded = (hour: number) => sharesOf(set, 'byHour', hour).map((share) => Number(share.toFixed(9)));
    expect(rounded(14)).toEqual([0.2, 0.8]);
    expect(rounded(9)).toEqual([0.75, 0.25]);
    expect(sharesOf(set, 'byWeekday', 0)[0]).toBeCloseTo(2 / 3, 12);
  });

  it('lets the others give way in proportion, and come back as usual', () => {
    const three = [
      ...REASONS.map((one) => ({ ...one, share: 0.25 })),
      { id: 'other', share: 0.5, handleTimeFactor: 1 },
    ];
    const all = good(withShareAt(three, 'other', 'byHour', 9, 1));
    expect(sharesOf(all, 'byHour', 9)).toEqual([0, 0, 1]);
    const back = good(withShareAt(all, 'other', 'byHour', 9, 0.4));
    expect(sharesOf(back, 'byHour', 9).map((share) => Number(share.toFixed(9)))).toEqual([0.3, 0.3, 0.4]);
  });

  it('weighs none more than a document holds', () => {
    for (let k = 1; k <= 300; k++) {
      const share = k / 400_000;
      const two = [
        { id: 'rare', share, handleTimeFactor: 1 },
        { id: 'usual', share: 1 - share, handleTimeFactor: 1 },
      ];
      const set = withShareAt(two, 'usual', 'byHour', 9, 0.01);
      expect(sharesOf(set, 'byHour', 9)[1]).toBeCloseTo(0.01, 12);
      for (const { weights } of set)
        expect(Math.max(...(weights?.byHour ?? []))).toBeLessThanOrEqual(MOST_WEIGHT);
    }
  });

  it('contradicts no other time: where nobody is left, all come as usual', () => {
    const monday = good(withShareAt(REASONS, 'quick', 'byWeekday', 0, 1));
    const nine = good(withShareAt(monday, 'quick', 'byHour', 9, 0));
    expect(sharesOf(nine, 'byHour', 9)).toEqual([0.5, 0.5]);
    expect(sharesOf(nine, 'byWeekday', 0)).toEqual([1, 0]);
  });

  it('takes them away', () => {
    const none = withTimes(withTimes(REASONS, 'byHour', false), 'byWeekday', false);
    expect(none.every((reason) => !('weights' in reason))).toBe(true);
  });

  it('never leaves an hour without a reason', () => {
    const nine = good(withShareAt(REASONS, 'quick', 'byHour', 9, 1));
    const without = withoutReason(phone({ reasons: nine }), 'quick');
    expect(sharesOf(good(without.reasons ?? []), 'byHour', 9)).toEqual([1]);
    const gone = withReasonShare(phone({ reasons: nine }), 'quick', 0);
    expect(sharesOf(good(gone.reasons ?? []), 'byHour', 9)).toEqual([0, 1]);
  });
});
