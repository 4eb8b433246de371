import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../src/scenario/compile.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import {
  givenUpAfter,
  leavesEarly,
  meansOfLaw,
  meansOfPatience,
  withMeanPatience,
} from '../../src/scenario/patience.ts';
import type { Patience } from '../../src/scenario/schema-customers.ts';
import { simulate } from '../../src/scenario/simulate.ts';
import { scaled } from '../../src/scenario/what-if.ts';
import { exampleChannel, exampleScenario } from './example.ts';
import { onePhoneDay } from './one-phone-day.ts';

const LAWS: Readonly<Record<string, Patience>> = {
  exponential: { mean: 120 },
  weibull: { mean: 120, law: { kind: 'weibull', shape: 0.7 } },
  lognormal: { mean: 120, law: { kind: 'lognormal', cv: 1.2 } },
  twoSorts: { mean: 120, law: { kind: 'hyperexponential', share: 0.5, mean: 30 } },
  atOnce: { mean: 120, leavesAtOnce: 0.25 },
  // 30 an hour in the first minute, then 1 a minute: 120 (1 − e^(−½)) + 60 e^(−½) = 83.6 s
  hazard: {
    mean: 120 - 60 * Math.exp(-0.5),
    law: {
      kind: 'hazard',
      pieces: [
        { from: 0, perHour: 30 },
        { from: 60, perHour: 60 },
      ],
    },
  },
};

const patienceOf = (patience: Patience) =>
  compileScenario(exampleScenario({ channels: [exampleChannel({ patience })] })).classes[0]?.patience;

describe('a law of patience', () => {
  it('is the one the simulator plays', () => {
    expect(Object.values(LAWS).map(patienceOf)).toEqual([
      { distribution: { kind: 'exponential', mean: 120 } },
      { distribution: { kind: 'weibull', mean: 120, shape: 0.7 } },
      { distribution: { kind: 'lognormal', mean: 120, cv: 1.2 } },
      {
        // half after 30 s, so the other half after 210 s
        distribution: {
          kind: 'hyperexponential',
          branches: [
            { share: 0.5, mean: 30 },
            { share: 0.5, mean: 210 },
          ],
        },
      },
      { distribution: { kind: 'exponential', mean: 120 }, leavesAtOnce: 0.25 },
      {
        distribution: {
          kind: 'hazard',
          pieces: [
            { from: 0, perHour: expect.closeTo(30, 9) },
            { from: expect.closeTo(60, 9), perHour: expect.closeTo(60, 9) },
          ],
        },
      },
    ]);
  });

  it('says who has given up by when', () => {
    // 1 − e^(−(20 Γ(1 + 1/0.7) / 120)^0.7), Γ(2.428571) = 1.265823 by table
    expect(givenUpAfter({ mean: 120, law: { kind: 'weibull', shape: 0.7 } }, 20)).toBeCloseTo(
      1 - Math.exp(-(((20 * 1.265823) / 120) ** 0.7)),
      5,
    );
    expect(
      givenUpAfter({ mean: 120, law: { kind: 'hyperexponential', share: 0.5, mean: 30 } }, 20),
    ).toBeCloseTo(1 - 0.5 * Math.exp(-20 / 30) - 0.5 * Math.exp(-20 / 210), 12);
    const { hazard } = LAWS;
    // half a minute of 30 an hour; a minute of it and half a minute of 60
    expect(hazard && [30, 90].map((wait) => givenUpAfter(hazard, wait))).toEqual([
      expect.closeTo(1 - Math.exp(-0.25), 12),
      expect.closeTo(1 - Math.exp(-1), 12),
    ]);
    expect(givenUpAfter({ mean: 120, leavesAtOnce: 0.25 }, 20)).toBeCloseTo(1 - 0.75 * Math.exp(-1 / 6), 12);
  });

  it.each(Object.entries(LAWS))(
    'empties a line without agents as it says: %s',
    { tags: 'slow' },
    (_name, patience) => {
      const day = onePhoneDay(0);
      const serviceLevel = { share: 0.8, threshold: 60, definition: 'creditAbandonsWithin' as const };
      const channels = day.channels.map((channel) => ({ ...channel, patience, targets: { serviceLevel } }));
      // nobody is answered, so the level is the share that gives up within a minute
      const [line] = simulate({ ...day, channels }, { seed: 11, replications: 8 }).channels;
      const expected = givenUpAfter(patience, 60);
      const contacts = (line?.offered.value ?? 0) * 8;
      const deviation = Math.sqrt((expected * (1 - expected)) / contacts);
      expect(line?.answered.value).toBe(0);
      expect(Math.abs((line?.serviceLevel?.value ?? 0) - expected)).toBeLessThan(4 * deviation);
    },
  );

  it('keeps its form around another mean', () => {
    const two: Patience = {
      mean: 120,
      law: { kind: 'hyperexponential', share: 0.5, mean: 30 },
      leavesAtOnce: 0.1,
    };
    const longer = { mean: 240, law: { kind: 'hyperexponential', share: 0.5, mean: 60 }, leavesAtOnce: 0.1 };
    expect(withMeanPatience(two, 240)).toEqual(longer);
    const steps: Patience = { mean: 60, law: { kind: 'hazard', pieces: [{ from: 0, perHour: 60 }] } };
    expect(withMeanPatience(steps, 120).law).toEqual({ kind: 'hazard', pieces: [{ from: 0, perHour: 30 }] });
    const scenario = exampleScenario({ channels: [exampleChannel({ patience: two })] });
    expect(scaled(scenario, 'patience', 2).channels[0]?.patience).toEqual(longer);
    expect(
      parseScenario({ ...scenario, channels: [exampleChannel({ patience: withMeanPatience(two, 1) })] }).ok,
    ).toBe(true);
  });

  it('can be set to the means around which a document holds it, and back', () => {
    const opens = (patience: Patience) =>
      parseScenario(exampleScenario({ channels: [exampleChannel({ patience })] })).ok;
    const late: Patience = {
      mean: 120,
      law: {
        kind: 'hazard',
        pieces: [
          { from: 0, perHour: 30 },
          { from: 50_000, perHour: 12_000 },
        ],
      },
    };
    for (const patience of [...Object.values(LAWS), late]) {
      const { min, max } = meansOfLaw(patience);
      for (const mean of [min, max]) {
        const there = withMeanPatience(patience, mean);
        expect(opens(there)).toBe(true);
        const back = withMeanPatience(there, patience.mean);
        expect(givenUpAfter(back, 30)).toBeCloseTo(givenUpAfter(patience, 30), 9);
      }
    }
    // the hasty would take half a second; a step would come after 1e7 s, or let go more than ten a second
    expect(meansOfLaw({ mean: 120, law: { kind: 'hyperexponential', share: 0.5, mean: 30 } }).min).toBe(4);
    expect(meansOfLaw(late)).toEqual({ min: expect.closeTo(40, 6), max: expect.closeTo(24_000, 4) });
    for (const mean of [39.9, 24_001]) expect(opens(withMeanPatience(late, mean))).toBe(false);
  });

  it('leaves its reasons at least a second, and at most a day', () => {
    const reasons = [
      { id: 'a', share: 0.5, handleTimeFactor: 1, patienceFactor: 0.2 },
      { id: 'b', share: 0.5, handleTimeFactor: 1, patienceFactor: 1.8 },
    ];
    const channel = { ...exampleChannel({ reasons }), patience: { mean: 120 } };
    expect(meansOfPatience(channel)).toEqual({
      min: expect.closeTo(5, 9),
      max: expect.closeTo(86_400 / 1.8, 6),
    });
  });

  it('tells whether more or fewer leave early than the models take', () => {
    const way = (patience: Patience | null) => leavesEarly(exampleChannel({ patience }));
    expect(Object.values(LAWS).map(way)).toEqual([null, 'more', 'fewer', 'more', 'more', 'fewer']);
    expect(way({ mean: 120, law: { kind: 'weibull', shape: 2 } })).toBe('fewer');
    expect(way(null)).toBeNull();
    expect(
      leavesEarly(exampleChannel({ kind: 'email', patience: { mean: 9, leavesAtOnce: 0.5 } })),
    ).toBeNull();
  });

  it('is refused where it makes no sense, with its place', () => {
    const issues = (patience: unknown) => {
      const parsed = parseScenario({ ...exampleScenario(), channels: [{ ...exampleChannel(), patience }] });
      return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
    };
    for (const patience of Object.values(LAWS)) expect(issues(patience)).toEqual([]);
    expect(issues({ mean: 60, law: { kind: 'hyperexponential', share: 0.5, mean: 61 } })).toEqual([
      'out-of-range $.channels[0].patience.law.mean',
    ]);
    expect(issues({ mean: 60, law: { kind: 'weibull', shape: 0 } })).toEqual([
      'out-of-range $.channels[0].patience.law.shape',
    ]);
    expect(issues({ mean: 60, law: { kind: 'pareto' } })).toEqual([
      'not-accepted $.channels[0].patience.law.kind',
    ]);
    const hazard = (mean: number, ...pieces: readonly [number, number][]) =>
      issues({
        mean,
        law: { kind: 'hazard', pieces: pieces.map(([from, perHour]) => ({ from, perHour })) },
      });
    expect(hazard(60, [0, 60], [30, 60])).toEqual([]);
    expect(hazard(70, [0, 60], [30, 60])).toEqual(['not-accepted $.channels[0].patience.mean']);
    expect(hazard(60, [10, 60])).toEqual(['not-accepted $.channels[0].patience.law.pieces[0].from']);
    expect(hazard(60, [0, 60], [30, 60], [30, 60])).toEqual([
      'wrong-order $.channels[0].patience.law.pieces[2].from',
    ]);
    expect(hazard(60, [0, 60], [30, 0])).toEqual([
      'out-of-range $.channels[0].patience.law.pieces[1].perHour',
    ]);
    expect(hazard(60)).toEqual(['empty $.channels[0].patience.law.pieces']);
    expect(issues({ mean: 60, leavesAtOnce: 1 })).toEqual([
      'out-of-range $.channels[0].patience.leavesAtOnce',
    ]);
  });
});
