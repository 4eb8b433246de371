/** Days that begin empty: shift ends and published instances of the field. */
import { describe, expect, it } from 'vitest';
import { transientDay } from '../../src/queueing/transient-day.ts';
import { compileModel } from '../../src/simulation/compile.ts';
import * as K from '../../src/simulation/counters.ts';
import { Engine } from '../../src/simulation/engine.ts';
import type { ShiftEnd, SimulationModel } from '../../src/simulation/model.ts';
import { simulateModel } from '../../src/simulation/simulate.ts';
import { expectAgreement } from './agreement.ts';
import { singleQueue } from './models.ts';

const exponential = (mean: number) => ({ kind: 'exponential', mean }) as const;

describe('an eight-hour day from empty', () => {
  // Exact transient values of the METHODS dossier (uniformisation): 0.900432 and 0.945793.
  it.each([
    [undefined, 0.900432, 0.003, 600],
    [60, 0.945793, 0.002, 300],
  ])('agrees with the Kolmogorov equations, patience %s', (patience, exact, band, replications) => {
    const model = singleQueue({
      contactsPerHour: 252,
      handleTime: 120,
      agents: 12,
      hours: 8,
      ...(patience === undefined ? {} : { patience }),
    });
    const level = simulateModel(model, { seed: 5, replications }).classes[0]?.serviceLevel;
    expect(level?.low).toBeLessThan(exact);
    expect(level?.high).toBeGreaterThan(exact);
    expect((level?.high ?? 1) - (level?.low ?? 0)).toBeLessThan(2 * band);
  });
});

describe('a day whose staffing falls and rises every quarter of an hour', () => {
  // 9 erlangs on 11 and 8 agents in turn; the exact transient solver is the judge of each end of shift.
  const falls = 24;
  const rates = [...Array.from({ length: 2 * falls }, () => 135), 0];
  const agents = rates.map((_, i) => (i % 2 === 0 ? 11 : 8));
  const exactDay = (shiftEnd: ShiftEnd) =>
    transientDay({
      intervalLength: 900,
      intervals: rates.map((contactsPerHour, i) => ({ contactsPerHour, agents: agents[i] ?? 0 })),
      handleTime: 240,
      patience: 120,
      threshold: 20,
      shiftEnd,
    });
  /** In time of those who came in the quarters after a fall. */
  const exactly = (shiftEnd: ShiftEnd) => {
    const { intervals } = exactDay(shiftEnd);
    const within = intervals.reduce(
      (sum, one, i) => sum + (i % 2 === 1 ? one.answeredWithinThreshold : 0),
      0,
    );
    return within / ((falls * 135) / 4);
  };

  it.each([
    ['named', 'pooled'],
    ['preemptive', 'named'],
    ['pooled', 'named'],
  ] as const)('%s', (shiftEnd, other) => {
    const model = compileModel({
      horizon: { intervalSeconds: 900, intervals: rates.length },
      classes: [
        {
          id: 'calls',
          arrivals: { kind: 'rates', contactsPerHour: rates },
          handleTime: exponential(240),
          patience: { distribution: exponential(120) },
        },
      ],
      groups: [{ id: 'team', serves: [{ class: 'calls' }], staffing: { kind: 'counts', agents, shiftEnd } }],
    });
    // Of the quarters after a fall. What came in and before them is known on average, and takes its share of the spread.
    const engine = new Engine(model);
    const within: number[] = [];
    const offered: number[] = [];
    const before: number[] = [];
    const all = new Map([K.WITHIN, K.ANSWERED, K.ABANDONED, K.OFFERED].map((f) => [f, [] as number[]]));
    for (let r = 0; r < REPLICATIONS; r++) {
      const { cells } = engine.run(11, r);
      const sum = (field: number, parity: number) =>
        rates.reduce(
          (total, _, i) => total + (i % 2 === parity ? (cells[i * K.CLASS_FIELDS + field] ?? 0) : 0),
          0,
        );
      within.push(sum(K.WITHIN, 1));
      offered.push(sum(K.OFFERED, 1));
      before.push(sum(K.OFFERED, 0));
      for (const [field, days] of all) days.push(sum(field, 0) + sum(field, 1));
    }
    const { value, error } = controlledRatio(within, [
      { values: offered, expected: (falls * 135) / 4 },
      { values: before, expected: (falls * 135) / 4 },
    ]);
    const exact = exactly(shiftEnd);
    expect(Math.abs(value - exact)).toBeLessThan(4 * error);
    expect(4 * error).toBeLessThan(0.003);
    expect(Math.abs(exactly(other) - exact)).toBeGreaterThan(0.01);

    // The whole day: judged at the first answer, and counted once by what became of it.
    const { day } = exactDay(shiftEnd);
    const expected = (2 * falls * 135) / 4;
    for (const [field, known] of [
      [K.WITHIN, day.answeredWithinThreshold],
      [K.ANSWERED, day.answered],
      [K.ABANDONED, day.abandoned],
    ] as const) {
      const whole = controlledRatio(all.get(field) ?? [], [{ values: all.get(K.OFFERED) ?? [], expected }]);
      expect(Math.abs(whole.value - known / expected)).toBeLessThan(4 * whole.error);
      expect(4 * whole.error).toBeLessThan(0.002);
    }
  });
});

const REPLICATIONS = 3000;

type Control = { readonly values: readonly number[]; readonly expected: number };

/** Sum x / sum of the first control, with the luck of independent controls, whose means are known, taken out; and its standard error. */
function controlledRatio(x: readonly number[], controls: readonly [Control, ...Control[]]) {
  const n = x.length;
  const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / n;
  const y = controls[0].values;
  const ratio = mean(x) / mean(y);
  let left = x.map((v, i) => (v - ratio * (y[i] ?? 0)) / mean(y));
  let value = ratio;
  for (const { values, expected } of controls) {
    const beyond = mean(values);
    const centred = values.map((v) => v - beyond);
    const slope = mean(left.map((v, i) => v * (centred[i] ?? 0))) / mean(centred.map((v) => v * v));
    left = left.map((v, i) => v - slope * (centred[i] ?? 0));
    value -= slope * (beyond - expected);
  }
  const squares = left.reduce((sum, v) => sum + v * v, 0);
  return { value, error: Math.sqrt(squares / (n - 1 - controls.length) / n) };
}

describe('published instances of the ContactCenters library', () => {
  it('MMC with five places to wait: SL 0.929, 18.66 blocked a day (18.0 to 19.3)', () => {
    const model = {
      ...singleQueue({ contactsPerHour: 252, handleTime: 120, agents: 12, hours: 8 }),
      lines: [{ classes: ['calls'], count: 17 }],
    };
    const [calls] = simulateModel(model, { seed: 7, replications: 500 }).classes;
    expectAgreement(calls?.blocked, 500, 18.66, 3, 0.65 / 1.96);
  });

  it('SimpleMSK: three types, two groups, a common day factor', () => {
    // Rates per minute by type and period of two hours; the fourth is the wrap-up after closing.
    const perHour = (rates: number[]) => [...rates, 0].map((rate) => rate * 60);
    const factor = [0.5, 0.6, 0.4, 0.4].map((mu) => 0.5 / mu);
    const patienceFactor = [0.3, 0.4, 0.2, 0.2].map((theta) => 0.3 / theta);
    const type = (id: string, rates: number[], tiers: string[]) => ({
      id,
      arrivals: { kind: 'rates' as const, contactsPerHour: perHour(rates), dayFactorCv: 1 / Math.sqrt(28.7) },
      handleTime: exponential(120),
      handleTimeFactor: factor,
      patience: { distribution: exponential(200) },
      patienceFactor,
      tiers: tiers.map((group) => ({ groups: [group] })),
      serviceLevel: { threshold: 20, definition: 'excludeAbandonsWithin' as const },
    });
    const model: SimulationModel = {
      horizon: { intervalSeconds: 7200, intervals: 4 },
      factorCorrelation: 1,
      classes: [
        type('0', [4.2, 5.3, 3.2], ['0']),
        type('1', [5.1, 4.3, 4.8], ['0', '1']),
        type('2', [6.3, 5.2, 4.8], ['1']),
      ],
      groups: [
        {
          id: '0',
          serves: [{ class: '0' }, { class: '1' }],
          takes: 'oldest',
          staffing: { kind: 'counts', agents: [12, 18, 9, 9], shiftEnd: 'pooled' },
        },
        {
          id: '1',
          serves: [{ class: '1' }, { class: '2' }],
          takes: 'oldest',
          staffing: { kind: 'counts', agents: [15, 20, 11, 11], shiftEnd: 'pooled' },
        },
      ],
    };
    const summary = simulateModel(model, { seed: 3, replications: 400 });
    const total = (pickOne: (c: (typeof summary.classes)[number]) => number) =>
      summary.classes.reduce((sum, c) => sum + pickOne(c), 0);
    // Published over 1000 days: served 4297.3 (4270 to 4324), abandoned 910.3 (876 to 945).
    // One standard error of ours is about 22 and 28.
    expect(Math.abs(total((c) => c.answered.value) - 4297.3)).toBeLessThan(4 * Math.hypot(14, 22));
    expect(Math.abs(total((c) => c.abandoned.value) - 910.3)).toBeLessThan(4 * Math.hypot(18, 28));
    // Occupancy of group 0 over the three open periods, published 0.881.
    const open = summary.groups[0]?.intervals.slice(0, 3) ?? [];
    const busy = open.reduce((sum, i) => sum + i.busy.value, 0);
    const staffed = open.reduce((sum, i) => sum + i.staffed.value, 0);
    expect(Math.abs(busy / staffed - 0.881)).toBeLessThan(0.01);
  });

  it('CallCC: hourly staffing, a busyness factor, a share who leave at once', () => {
    const agents = [4, 6, 8, 8, 8, 7, 8, 8, 6, 6, 4, 4, 4, 4];
    const model: SimulationModel = {
      horizon: { intervalSeconds: 3600, intervals: 14 },
      classes: [
        {
          id: 'calls',
          arrivals: {
            kind: 'rates',
            contactsPerHour: [100, 150, 150, 180, 200, 150, 150, 150, 120, 100, 80, 70, 60, 0],
            dayFactorCv: 1 / Math.sqrt(10),
          },
          handleTime: exponential(100),
          patience: { leavesAtOnce: 0.1, distribution: exponential(1000) },
        },
      ],
      groups: [
        {
          id: 'team',
          serves: [{ class: 'calls' }],
          staffing: { kind: 'counts', agents, shiftEnd: 'pooled' },
        },
      ],
    };
    const [calls] = simulateModel(model, { seed: 3, replications: 1500 }).classes;
    // Published: mean wait 11.83 s, lost 3.42 %, arrivals 1639.5 (1660 expected), over 1000 days; its errors are about ours.
    expectAgreement(calls?.arrivals, 1500, 1639.5, 90, 16);
    expectAgreement(calls?.meanWait, 1500, 11.83, 4, 0.7);
    expectAgreement(calls?.abandonment, 1500, 0.0342, 0.008, 0.0015);
  });
});
