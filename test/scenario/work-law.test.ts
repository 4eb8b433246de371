/** Laws of handle times: what a document may say, what the simulator plays, and that the models keep mean and variation. */
import { describe, expect, it } from 'vitest';
import { buildAxis } from '../../src/scenario/axis.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { cvOfWork, demandOf } from '../../src/scenario/demand.ts';
import type { Channel } from '../../src/scenario/schema.ts';
import type { Reason, WorkLaw } from '../../src/scenario/schema-customers.ts';
import { simulate } from '../../src/scenario/simulate.ts';
import { cvOfSorts, isCvOf, leastShort, twoSorts, withCv } from '../../src/scenario/work-law.ts';
import { weibullShape } from '../../src/scenario/work-distribution.ts';
import { checkModel } from '../../src/simulation/check-model.ts';
import { issuesOf } from './changed.ts';
import { exampleChannel, exampleGroup, exampleScenario } from './example.ts';

const scenarioOf = (law: WorkLaw | undefined, cv: number, changes: Partial<Channel> = {}) =>
  exampleScenario({
    channels: [
      exampleChannel({ handling: { mean: 400, cv, afterContact: 60, ...(law ? { law } : {}) }, ...changes }),
    ],
  });
const TWO_SORTS: WorkLaw = { kind: 'hyperexponential', share: 0.5 };
const MEASURED: WorkLaw = { kind: 'empirical', values: [100, 300] };

describe('a law of handle times', () => {
  it('is the one the simulator plays', () => {
    const played = (law: WorkLaw | undefined, cv: number) => {
      const model = compileScenario(scenarioOf(law, cv));
      expect(checkModel(model)).toEqual([]);
      return model.classes[0]?.handleTime;
    };
    expect(played(undefined, 0.5)).toEqual({ kind: 'lognormal', mean: 400, cv: 0.5 });
    expect(played({ kind: 'gamma' }, 0.5)).toEqual({ kind: 'gamma', mean: 400, cv: 0.5 });
    expect(played({ kind: 'gamma' }, 0)).toEqual({ kind: 'constant', value: 400 });
    expect(played({ kind: 'exponential' }, 1)).toEqual({ kind: 'exponential', mean: 400 });
    // Half take 200 s, half 600 s; E[S²] / m² = 2 (½ ¼ + ½ 9/4) = 2.5
    expect(played(TWO_SORTS, Math.sqrt(1.5))).toEqual({
      kind: 'hyperexponential',
      branches: [
        { share: 0.5, mean: expect.closeTo(200, 9) },
        { share: 0.5, mean: expect.closeTo(600, 9) },
      ],
    });
    expect(played(MEASURED, 0.5)).toEqual({ kind: 'empirical', values: [200, 600] });
  });

  it('has the shape of a Weibull that varies so', () => {
    // k = 1 is exponential; k = 2: Γ(2) / Γ(3/2)² = 4/π; k = 1/2: Γ(5) / Γ(3)² = 6
    expect(weibullShape(1)).toBeCloseTo(1, 12);
    expect(weibullShape(Math.sqrt(4 / Math.PI - 1))).toBeCloseTo(2, 11);
    expect(weibullShape(Math.sqrt(5))).toBeCloseTo(0.5, 12);
    for (const cv of [0.02, 10]) expect(Number.isFinite(weibullShape(cv))).toBe(true);
  });

  it('has two sorts as short as there may be', () => {
    expect(cvOfSorts(400, 0.5, 200) ** 2).toBeCloseTo(1.5, 12);
    for (const share of [0.01, 0.3, 0.99])
      for (const short of [leastShort(400, share), 399.9]) {
        const cv = cvOfSorts(400, share, short);
        expect(isCvOf({ kind: 'hyperexponential', share }, cv)).toBe(true);
        expect(twoSorts(400, cv, share)[0]).toBeCloseTo(short, 6);
      }
  });

  it('gives way to a variation that it cannot have', () => {
    expect(withCv({ cv: 1, law: { kind: 'exponential' } }, 0.7)).toEqual({ cv: 0.7 });
    expect(withCv({ cv: 1, law: { kind: 'gamma' } }, 0.7)).toEqual({ cv: 0.7, law: { kind: 'gamma' } });
    expect(withCv(scenarioOf(MEASURED, 0.5).channels[0]!.handling, 0.9)).toEqual({
      mean: 400,
      cv: 0.9,
      afterContact: 60,
    });
  });

  it('changes nothing that the models know', () => {
    const work = (law: WorkLaw | undefined) => {
      const scenario = scenarioOf(law, Math.sqrt(1.5));
      const [demand] = demandOf(scenario, buildAxis(scenario.calendar));
      return [demand!.handleTime, cvOfWork(scenario.channels[0]!, demand!)];
    };
    expect(work(TWO_SORTS)).toEqual(work(undefined));
  });

  it('is taken up contact by contact', () => {
    const agents = Array.from({ length: 168 }, () => 40);
    const scenario = {
      ...scenarioOf({ kind: 'empirical', values: [500, 500, 500] }, 0, { patience: null }),
      groups: [exampleGroup({ staffing: { kind: 'counts', agents } })],
    };
    const reasons = [{ id: 'all', share: 1, handleTimeFactor: 1 }];
    const channels = scenario.channels.map((channel) => ({ ...channel, reasons }));
    const [all] =
      simulate({ ...scenario, channels }, { seed: 3, replications: 2 }).channels[0]?.reasons ?? [];
    // 500 s in proportion to a mean of 400 s, and a minute after it
    expect(all?.work.handleTime?.value).toBeCloseTo(460, 9);
  });
});

describe('a reason', () => {
  const two = (quick: Partial<Reason>): Reason[] => [
    { id: 'quick', share: 0.5, handleTimeFactor: 0.5, ...quick },
    { id: 'long', share: 0.5, handleTimeFactor: 1.5 },
  ];
  const handleTimes = (reasons: Reason[]) =>
    compileScenario(scenarioOf({ kind: 'gamma' }, 0.5, { reasons })).classes[0]?.reasons?.map(
      ({ handleTime }) => handleTime,
    );

  it('has the law of its channel, or one of its own with its variation', () => {
    const long = { kind: 'gamma', mean: 600, cv: 0.5 };
    expect(handleTimes(two({}))).toEqual([{ kind: 'gamma', mean: 200, cv: 0.5 }, long]);
    expect(handleTimes(two({ cv: 0.8 }))).toEqual([{ kind: 'lognormal', mean: 200, cv: 0.8 }, long]);
    expect(handleTimes(two({ cv: 1, law: { kind: 'exponential' } }))).toEqual([
      { kind: 'exponential', mean: 200 },
      long,
    ]);
  });

  it('needs its variation beside its law', () => {
    const reasons = two({ law: { kind: 'exponential' } });
    expect(issuesOf(scenarioOf(undefined, 1, { reasons }))).toEqual([
      'not-accepted $.channels[0].reasons[0].law',
    ]);
    expect(
      issuesOf(scenarioOf(undefined, 1, { reasons: two({ cv: 0.9, law: { kind: 'exponential' } }) })),
    ).toEqual(['out-of-range $.channels[0].reasons[0].cv']);
  });
});

describe('a document', () => {
  it.each<[string, unknown, number, string[]]>([
    ['gamma', { kind: 'gamma' }, 0.7, []],
    ['no variation', { kind: 'weibull' }, 0, []],
    ['measured times', { kind: 'empirical', values: [100, 300] }, 0.503, []],
    ['another exponential', { kind: 'exponential' }, 0.9, ['out-of-range $.channels[0].handling.cv']],
    ['next to no variation', { kind: 'gamma' }, 0.001, ['out-of-range $.channels[0].handling.cv']],
    ['two sorts alike', TWO_SORTS, 0.9, ['out-of-range $.channels[0].handling.cv']],
    // √(1 + 2 · ½ / ½) = √3: the short half would take no time
    ['two sorts too far apart', TWO_SORTS, Math.sqrt(3), ['out-of-range $.channels[0].handling.cv']],
    ['a variation that is not the list’s', MEASURED, 0.7, ['out-of-range $.channels[0].handling.cv']],
    [
      'a list of nothing',
      { kind: 'empirical', values: [0, 0] },
      0.7,
      ['empty $.channels[0].handling.law.values'],
    ],
    [
      'less than no time',
      { kind: 'empirical', values: [-100, 100] },
      0.7,
      ['out-of-range $.channels[0].handling.law.values[0]'],
    ],
    ['no list', { kind: 'empirical', values: 'many' }, 0.7, ['wrong-type $.channels[0].handling.law.values']],
    ['an unknown law', { kind: 'pareto' }, 1, ['not-accepted $.channels[0].handling.law.kind']],
  ])('with %s is read, or refused at its place', (_, law, cv, issues) => {
    const scenario = scenarioOf(undefined, cv);
    const [channel] = scenario.channels;
    const handling = { ...channel!.handling, law };
    expect(issuesOf({ ...scenario, channels: [{ ...channel, handling }] })).toEqual(issues);
  });
});
