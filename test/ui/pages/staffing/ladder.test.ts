import { describe, expect, it } from 'vitest';
import type { ChannelAnalysis } from '../../../../src/scenario/analysis.ts';
import type { Channel } from '../../../../src/scenario/schema.ts';
import {
  circumstancesOf,
  warningsOf,
  type Circumstances,
} from '../../../../src/ui/pages/staffing/ladder-warnings.ts';
import {
  formulaDay,
  hoursOf,
  modelLadder,
  type RungModel,
} from '../../../../src/ui/pages/staffing/ladder.ts';
import { exactDay } from '../../../../src/scenario/exact-day.ts';
import { analyse } from '../../../../src/scenario/analyse.ts';
import { exampleChannel, exampleScenario } from '../../../scenario/example.ts';
import { analysis, axis, scenario } from '../week.ts';

const index = scenario.channels.findIndex(({ kind }) => kind === 'phone');
const find = (): { channel: Channel; figures: ChannelAnalysis } => {
  const channel = scenario.channels[index];
  // The team without its e-mail: a line as in the books.
  const groups = scenario.groups.map((group) => ({ ...group, skills: group.skills.slice(0, 1) }));
  const figures = analyse({ ...scenario, groups }).channels[index];
  if (!channel || !figures) throw new Error('the week has no phone');
  return { channel, figures };
};
const { channel, figures } = find();
const calm: Circumstances = {
  model: 'erlangA',
  hangUps: true,
  overloaded: false,
  longPatience: false,
  backlog: false,
  shiftEnds: 'none',
  shared: 'no',
  leftOut: [],
  quietCounted: false,
  otherTimes: false,
  fillsUp: false,
  exactPending: false,
  simulation: 'enough',
};

describe('models side by side', () => {
  const busiest = figures.load.indexOf(Math.max(...figures.load));
  const day = axis.intervals[busiest]?.day;
  const intervals = axis.intervals.flatMap((place, i) => (place.day === day ? [i] : []));
  const place = { at: intervals.indexOf(busiest), intervals, intervalSeconds: axis.intervalSeconds };
  const formulas = formulaDay(channel, figures, intervals, axis.intervalSeconds);
  const exact = { levels: intervals.map(() => 0.9), required: intervals.map(() => 2) };
  const rungs = modelLadder(
    { channel, figures, formulas, exact, simulated: undefined, circumstances: calm },
    place,
  );
  const rung = (model: RungModel) => rungs.find((one) => one.model === model);

  it('stand in order and agree with the analysis on the one it uses', () => {
    expect(rungs.map(({ model }) => model)).toEqual([
      'workload',
      'erlangC',
      'erlangA',
      'exact',
      'simulation',
    ]);
    expect(rungs.filter(({ used }) => used).map(({ model }) => model)).toEqual([figures.model]);
    expect(rung('erlangA')).toMatchObject({ agents: figures.required[busiest], gap: 0 });
    expect(rung('workload')?.agents).toBeCloseTo(figures.load[busiest] ?? 0);
    // people who give up make room for the others
    expect(rung('erlangA')?.level?.value).toBeGreaterThan(rung('erlangC')?.level?.value ?? 1);
  });

  it('name the one in use where the team also writes, which Erlang A falls short of', () => {
    const writing = analysis.channels[index];
    if (!writing) throw new Error('the week has no phone');
    const ladder = modelLadder(
      { channel, figures: writing, formulas, exact, simulated: undefined, circumstances: calm },
      place,
    );
    expect(ladder.filter(({ used }) => used)).toMatchObject([
      { model: 'used', agents: writing.required[busiest], gap: 0 },
    ]);
    const hours = (model: RungModel): number => ladder.find((one) => one.model === model)?.hours ?? NaN;
    expect(hours('erlangA')).toBeLessThan(hours('used'));
  });

  it('say how far each is from ours, here and over the day', () => {
    expect(rung('erlangC')?.gap).toBe((rung('erlangC')?.agents ?? 0) - (figures.required[busiest] ?? 0));
    const required = intervals.reduce((sum, i) => sum + (figures.required[i] ?? 0), 0);
    expect(rung('erlangA')?.hours).toBeCloseTo((required * axis.intervalSeconds) / 3600);
    expect(rung('exact')?.hours).toBeCloseTo((2 * intervals.length * axis.intervalSeconds) / 3600);
    expect(hoursOf([1, null], 1800)).toBeNull();
  });

  it(
    'solve the day for a first reply together with a level, and measure by it alone',
    { tags: 'slow' },
    () => {
      const serviceLevel = { share: 0.8, threshold: 20, definition: 'offered' } as const;
      const percentile = { share: 0.97, within: 30 };
      const ladder = (targets: Channel['targets']) => {
        const promised = { ...channel, targets };
        const solved = exactDay({
          intervalSeconds: axis.intervalSeconds,
          offered: intervals.map((i) => figures.offered[i] ?? 0),
          planned: intervals.map((i) => Math.round(figures.planned[i] ?? 0)),
          handleTime: figures.handleTime,
          patience: channel.patience?.mean ?? null,
          targets,
        });
        const rungsOf = modelLadder(
          {
            channel: promised,
            figures,
            formulas: formulaDay(promised, figures, intervals, axis.intervalSeconds),
            exact: solved,
            simulated: undefined,
            circumstances: calm,
          },
          place,
        );
        return (model: RungModel) => rungsOf.find((one) => one.model === model);
      };
      const both = ladder({ serviceLevel, firstResponse: { percentile } });
      const level = ladder({ serviceLevel });
      const reply = ladder({ firstResponse: { percentile } });
      for (const model of ['erlangC', 'erlangA', 'exact'] as const) {
        expect(both(model)?.agents, model).toBe(
          Math.max(level(model)?.agents ?? 0, reply(model)?.agents ?? 0),
        );
        expect(reply(model)?.agents, model).toBeGreaterThan(level(model)?.agents ?? 0);
        expect(both(model)?.level, model).toEqual(level(model)?.level);
        // Of those answered, at 30 s: more than of all who called, at 20 s.
        expect(reply(model)?.level?.value, model).toBeGreaterThan(level(model)?.level?.value ?? 1);
      }
      expect(both('exact')?.hours).toBeGreaterThanOrEqual(level('exact')?.hours ?? Infinity);
    },
  );

  it('give a conversation that promises first replies alone their share in time', () => {
    const firstResponse = { percentile: { share: 0.8, within: 60 } };
    const chat = exampleChannel({
      kind: 'chat',
      conversation: { limit: 3, agentTurn: 30, customerTurn: 40 },
      demand: { source: { kind: 'typed', contacts: Array<number>(168).fill(50) }, dayFactorCv: 0 },
      targets: { firstResponse },
    });
    const held = analyse(exampleScenario({ channels: [chat] })).channels[0];
    if (!held) throw new Error('no chat');
    const ladder = modelLadder(
      {
        channel: chat,
        figures: held,
        formulas: formulaDay(chat, held, [12], 3600),
        exact: null,
        simulated: undefined,
        circumstances: calm,
      },
      { at: 0, intervals: [12], intervalSeconds: 3600 },
    );
    // Every open hour is alike and days do not swing, so each is the whole week.
    const week = held.targets[0]?.value ?? NaN;
    expect(week).toBeGreaterThan(0.3);
    expect(week).toBeLessThan(0.99);
    expect(ladder.find(({ used }) => used)?.level?.value).toBeCloseTo(week, 10);
  });

  it('take conversations one at a time in Erlang C, and nothing else', () => {
    const chat: ChannelAnalysis = { ...figures, model: 'conversation' };
    const spreadsheet = formulaDay(channel, chat, intervals, axis.intervalSeconds);
    expect(spreadsheet.erlangA).toBeNull();
    expect(spreadsheet.erlangC).toEqual(formulas.erlangC);
    const deferred: ChannelAnalysis = { ...figures, model: 'deferred' };
    expect(formulaDay(channel, deferred, intervals, axis.intervalSeconds).erlangC).toBeNull();
  });

  it('carry the day of conversations through, with replies and losses', () => {
    const talking: ChannelAnalysis = { ...figures, model: 'conversation' };
    const each = <Value>(value: Value): Value[] => intervals.map(() => value);
    const talk = {
      replies: each(40),
      lost: each(0.01),
      steady: { levels: each(0.9), replies: each(50), lost: each(0.05) },
    };
    const ladder = modelLadder(
      {
        channel,
        figures: talking,
        formulas: formulaDay(channel, talking, intervals, axis.intervalSeconds),
        exact: { ...exact, talk },
        simulated: undefined,
        simulatedLost: { value: 0.02, low: 0.01, high: 0.03 },
        circumstances: { ...calm, model: 'conversation' },
      },
      place,
    );
    expect(ladder.map(({ model }) => model)).toEqual(['workload', 'erlangC', 'used', 'exact', 'simulation']);
    const of = (model: RungModel) => ladder.find((one) => one.model === model);
    expect(of('exact')).toMatchObject({ agents: 2, reply: 40, lost: { value: 0.01 }, level: { value: 0.9 } });
    expect(of('used')?.lost?.value).toBeCloseTo(
      (talking.expected.abandoned[busiest] ?? NaN) / (talking.expected.offered[busiest] ?? NaN),
    );
    expect(of('simulation')).toMatchObject({ reply: null, lost: { low: 0.01 } });
  });
});

describe('warnings', () => {
  it.each([
    [{}, { workload: ['noQueueing'], erlangC: ['noHangUps'], erlangA: [], exact: [], simulation: [] }],
    [{ hangUps: false }, { erlangC: [] }],
    [{ overloaded: true }, { erlangC: ['overloaded', 'noHangUps'], erlangA: [] }],
    [{ longPatience: true }, { erlangA: ['longPatience'], exact: [] }],
    [{ backlog: true }, { erlangA: ['backlog'], exact: [] }],
    [{ shiftEnds: 'finished' }, { erlangA: ['shiftEnds'], exact: [] }],
    [{ shiftEnds: 'handedBack' }, { erlangA: ['handedBack'], exact: [] }],
    [{ shared: 'others' }, { erlangA: ['shared'], exact: ['shared'], simulation: [] }],
    [{ shared: 'lines' }, { erlangC: ['noHangUps', 'pooled'], exact: ['pooled'] }],
    [
      { leftOut: ['comeBack', 'lines'] },
      {
        workload: ['noQueueing', 'comeBack'],
        erlangC: ['noHangUps', 'comeBack', 'lines'],
        erlangA: ['comeBack', 'lines'],
        simulation: [],
      },
    ],
    [{ leftOut: ['lastContact'] }, { erlangA: ['lastContact'], exact: ['lastContact'] }],
    [
      { leftOut: ['lastContact'], quietCounted: true },
      { erlangA: ['lastContact'], exact: ['quietCounted'] },
    ],
    [{ otherTimes: true }, { exact: ['exponentialTimes'], erlangA: [] }],
    [{ exactPending: true }, { exact: ['computing'] }],
    [{ fillsUp: true }, { used: ['fillsUp'] }],
    [{ simulation: 'none' }, { simulation: ['notSimulated'] }],
    [{ simulation: 'few' }, { simulation: ['rough'] }],
    [{ model: 'conversation' }, { workload: ['noConcurrency'], erlangC: ['noConcurrency', 'noHangUps'] }],
    [
      { model: 'deferred', shiftEnds: 'finished' },
      { workload: ['noDueTimes'], used: [] },
    ],
  ] as const)('stand only where %j makes a model unfit', (changes, expected) => {
    const circumstances: Circumstances = { ...calm, ...changes };
    for (const model of ['workload', 'erlangC', 'erlangA', 'used', 'exact', 'simulation'] as const) {
      const wanted = model in expected ? Reflect.get(expected, model) : undefined;
      if (wanted !== undefined) expect(warningsOf(model, circumstances)).toEqual(wanted);
    }
  });

  it('see what the interval is like', () => {
    const groups = scenario.groups.map((group) => ({
      ...group,
      staffing: { kind: 'counts', agents: [], shiftEnd: 'preemptive' } as const,
    }));
    const at = (load: number, planned: number, before: number, of = scenario): Circumstances => {
      const row = (a: number, b: number): Float64Array => Float64Array.from([a, b]);
      return circumstancesOf(
        of,
        { ...channel, patience: { mean: 2000 }, handling: { ...channel.handling, cv: 1.5 } },
        { ...figures, load: row(before, load), planned: row(4, planned) },
        { interval: 1, previous: 0, intervalSeconds: 1800 },
        { fillsUp: false, quietCounted: false, exactPending: false, simulation: 'none' },
      );
    };
    expect(at(3, 5, 2)).toMatchObject({ overloaded: false, backlog: false, shiftEnds: 'none' });
    expect(at(3, 3, 5)).toMatchObject({ overloaded: true, backlog: true, shiftEnds: 'finished' });
    expect(at(3, 3, 5, { ...scenario, groups }).shiftEnds).toBe('handedBack');
    expect(at(3, 5, 2)).toMatchObject({ longPatience: true, otherTimes: true, hangUps: true });
    // the bundled team of six answers e-mail between two calls
    expect(at(3, 5, 2).shared).toBe('others');
  });
});
