/**
 * Every public function of the folder, called soundly, then with one number at a time broken: what it
 * throws names the function, the argument, the value and what was required.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DomainError, UnattainableTarget } from '../../src/errors.ts';
import { agentsForAssurance, chanceOfLevel, expectedLevel } from '../../src/queueing/assurance.ts';
import { blendedLine } from '../../src/queueing/blended-line.ts';
import { businessClock } from '../../src/queueing/business-clock.ts';
import { chatQueue } from '../../src/queueing/chat-queue.ts';
import { conversationCurve } from '../../src/queueing/conversation-curve.ts';
import { inTimeCountVariance } from '../../src/queueing/count-variance.ts';
import { carriedDay, repeatingDay } from '../../src/queueing/day-carry.ts';
import { agentEffects, dayEffects } from '../../src/queueing/day-effects.ts';
import { constantDeferredAgents, levelledDeferredAgents } from '../../src/queueing/deferred-requirement.ts';
import { deferredWork } from '../../src/queueing/deferred-work.ts';
import { engset } from '../../src/queueing/engset.ts';
import { erlangA } from '../../src/queueing/erlang-a.ts';
import { agentsForBlocking, loadForBlocking } from '../../src/queueing/erlang-b-inverse.ts';
import { erlangB, logErlangB } from '../../src/queueing/erlang-b.ts';
import { erlangC, logWaitBeyond } from '../../src/queueing/erlang-c.ts';
import { erlangX } from '../../src/queueing/erlang-x.ts';
import { finiteLine } from '../../src/queueing/finite-line.ts';
import { generalPatience } from '../../src/queueing/general-patience.ts';
import { serviceLevel } from '../../src/queueing/measures.ts';
import { requiredAgents } from '../../src/queueing/required-agents.ts';
import { requiredChatAgents } from '../../src/queueing/required-chat-agents.ts';
import { dayLevels, dayOutcomes } from '../../src/queueing/day-outcomes.ts';
import { sequentialChatRequirement } from '../../src/queueing/sequential-chat-requirement.ts';
import { sequentialRequirement } from '../../src/queueing/sequential-requirement.ts';
import { transientDay } from '../../src/queueing/transient-day.ts';

const line = { contactsPerHour: 100, handleTime: 180, patience: 120, agents: 7 };
const conversation = { handleTime: 300, agentTurn: 30, afterContact: 10, customerTurn: 60, limit: 3 };
const day = {
  intervalLength: 900,
  intervals: [
    { contactsPerHour: 100, agents: 7, handleTime: 180, patience: 60 },
    { contactsPerHour: 50, agents: 4, handleTime: 180, patience: 60 },
  ],
  handleTime: 180,
  patience: 120,
  threshold: 20,
  tolerance: 1e-3,
};
const work = {
  intervalLength: 3600,
  arrivals: [5, 3],
  workPerContact: 300,
  due: 7200,
  openSpans: [[0, 7200]] as [number, number][],
  openingBacklog: [{ contacts: 2, age: 60 }],
};
const queue = erlangA(line);
const level = { serviceLevel: { share: 0.8, threshold: 20, shortAbandon: 5 } };
const targets = { ...level, meanWaitAnswered: 30, abandonment: 0.05, maxOccupancy: 0.9 };

/** A sound call: its arguments as one object, so that each number in it can be broken by its path. */
type Call = {
  readonly name: string;
  readonly paths: readonly string[];
  /** Numbers that may be anything here. */
  readonly endless: readonly string[];
  readonly run: (broken?: { readonly path: string; readonly value: number }) => unknown;
};

function sound<Arguments>(
  name: string,
  given: Arguments,
  call: (given: Arguments) => unknown,
  endless: readonly string[] = [],
): Call {
  return {
    name,
    paths: numbersIn(given),
    endless,
    run: (broken) => call(broken ? withNumber(given, broken.path.split('.'), broken.value) : given),
  };
}

const calls: readonly Call[] = [
  sound('erlangB', { load: 10, agents: 12 }, ({ load, agents }) => erlangB(load, agents)),
  sound('logErlangB', { load: 10, agents: 12 }, ({ load, agents }) => logErlangB(load, agents)),
  sound('agentsForBlocking', { load: 10, blocking: 0.01 }, ({ load, blocking }) =>
    agentsForBlocking(load, blocking),
  ),
  sound('loadForBlocking', { agents: 10, blocking: 0.01 }, ({ agents, blocking }) =>
    loadForBlocking(agents, blocking),
  ),
  sound('erlangC', { contactsPerHour: 100, handleTime: 180, agents: 7 }, erlangC),
  sound(
    'logWaitBeyond',
    { contactsPerHour: 100, handleTime: 180, agents: 7, threshold: 20 },
    ({ threshold, ...rest }) => logWaitBeyond(rest, threshold),
    ['threshold'],
  ),
  sound('erlangA', line, erlangA),
  sound('answeredWithin', { threshold: 20 }, ({ threshold }) => queue.answeredWithin(threshold), [
    'threshold',
  ]),
  sound('abandonedWithin', { threshold: 20 }, ({ threshold }) => queue.abandonedWithin(threshold), [
    'threshold',
  ]),
  sound('offeredWaitWithin', { threshold: 20 }, ({ threshold }) => queue.offeredWaitWithin(threshold), [
    'threshold',
  ]),
  sound(
    'serviceLevel',
    { threshold: 20, shortAbandon: 5 },
    ({ threshold, shortAbandon }) => serviceLevel(queue, threshold, 'excludeShortAbandons', shortAbandon),
    ['threshold', 'shortAbandon'],
  ),
  sound('finiteLine', { ...line, lines: 12 }, finiteLine, ['lines']),
  sound('engset', { customers: 30, loadPerIdle: 0.4, agents: 12 }, engset),
  sound('erlangX', { ...line, redial: 0.5, redialBlocked: 0.5, reconnect: 0.1, lines: 20 }, erlangX, [
    'lines',
  ]),
  sound('blendedLine', { ...line, reserve: 2 }, blendedLine),
  sound(
    'generalPatience',
    { ...line, patience: { kind: 'weibull', shape: 0.8, scale: 100 } as const },
    generalPatience,
  ),
  sound('conversationCurve', conversation, conversationCurve),
  sound('chatQueue', { contactsPerHour: 60, patience: 120, agents: 9, conversation }, chatQueue),
  sound(
    'requiredAgents',
    { ...line, targets },
    ({ targets: wanted, ...demand }) => requiredAgents(demand, wanted),
    [
      'agents',
      'targets.serviceLevel.threshold',
      'targets.serviceLevel.shortAbandon',
      'targets.meanWaitAnswered',
    ],
  ),
  sound(
    'requiredChatAgents',
    {
      contactsPerHour: 60,
      patience: 120,
      conversation,
      targets: { ...targets, firstResponse: { mean: 60, percentile: { share: 0.8, within: 120 } } },
    },
    ({ targets: wanted, ...demand }) => requiredChatAgents(demand, wanted),
    ['targets.serviceLevel.threshold', 'targets.serviceLevel.shortAbandon', 'targets.meanWaitAnswered'],
  ),
  sound('transientDay', day, transientDay, ['threshold']),
  sound('dayOutcomes', day, dayOutcomes, ['threshold']),
  sound('dayLevels', day, (own) => dayLevels(own, 'answered'), ['threshold']),
  sound('dayEffects', day, dayEffects, ['threshold']),
  sound('agentEffects', day, agentEffects, ['threshold']),
  sound('repeatingDay', day, repeatingDay, ['threshold']),
  sound('carriedDay', { day, law: [0.5, 0.5] }, ({ day: own, law }) => carriedDay(own, { law }), [
    'day.threshold',
  ]),
  sound(
    'sequentialRequirement',
    {
      day,
      serviceLevel: { share: 0.8, threshold: 20, shortAbandon: 5 },
      meanWaitAnswered: 30,
      abandonment: 0.05,
      maxOccupancy: 0.9,
    },
    ({ day: own, ...wanted }) => sequentialRequirement(own, wanted),
    [
      'serviceLevel.shortAbandon',
      'meanWaitAnswered',
      'day.threshold',
      'day.intervals.0.agents',
      'day.intervals.1.agents',
    ],
  ),
  sound(
    'sequentialChatRequirement',
    {
      day: {
        intervalLength: 900,
        intervals: [
          { contactsPerHour: 60, handleTime: 300 },
          { contactsPerHour: 40, handleTime: 250 },
        ],
        conversation,
        patience: 120,
        tolerance: 1e-3,
      },
      targets: { ...targets, firstResponse: { mean: 60, percentile: { share: 0.8, within: 120 } } },
    },
    ({ day: own, targets: wanted }) => sequentialChatRequirement(own, wanted),
    ['targets.serviceLevel.shortAbandon', 'targets.meanWaitAnswered'],
  ),
  sound('businessClock', { spans: [[0, 60]] as [number, number][] }, ({ spans }) => businessClock(spans), [
    'spans.0.0',
  ]),
  sound('deferredWork', { ...work, agents: [1, 1] }, deferredWork, ['openSpans.0.0']),
  sound('levelledDeferredAgents', work, levelledDeferredAgents, ['openSpans.0.0']),
  sound(
    'constantDeferredAgents',
    { ...work, targets: { serviceLevel: 0.9, percentile: { share: 0.8, within: 7200 }, maxOccupancy: 0.9 } },
    ({ targets: wanted, ...demand }) => constantDeferredAgents(demand, wanted),
    ['openSpans.0.0'],
  ),
  sound(
    'inTimeCountVariance',
    { arrivalRate: 0.03, serviceRate: 1 / 180, abandonRate: 0.01, agents: 7, threshold: 20 },
    ({ threshold, ...rates }) => inTimeCountVariance(rates, threshold),
    ['threshold'],
  ),
  sound('chanceOfLevel', { cv: 0.1, share: 0.8 }, ({ cv, share }) =>
    chanceOfLevel({ levelAt: (factor) => 1 - 0.1 * factor, cv }, share),
  ),
  sound('expectedLevel', { cv: 0.1 }, ({ cv }) =>
    expectedLevel({ levelAt: (factor) => 1 - 0.1 * factor, cv }),
  ),
  sound(
    'agentsForAssurance',
    { ...line, cv: 0.1, assurance: 0.9 },
    ({ cv, assurance, ...demand }) => agentsForAssurance(demand, level, cv, assurance),
    ['agents'],
  ),
];

/** Paths of all numbers in plain data. */
function numbersIn(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    numbersIn(inner, path === '' ? key : `${path}.${key}`),
  );
}

function withNumber<Data>(data: Data, path: readonly string[], number: number): Data {
  const copy = structuredClone(data);
  let inner: unknown = copy;
  path.forEach((key, depth) => {
    if (typeof inner !== 'object' || inner === null) throw new Error(`no ${path.join('.')}`);
    if (depth === path.length - 1) Reflect.set(inner, key, number);
    else inner = Reflect.get(inner, key);
  });
  return copy;
}

/** An interval of opening may begin in the past. */
const SPAN = /[sS]pans\.0\.0$/;

describe('bad input', () => {
  it('is tried on every function of the face', () => {
    const face = readFileSync('src/index.ts', 'utf8');
    const names = [...face.matchAll(/^export \{ (.+) \} from '.\/queueing\//gm)].flatMap(([, list = '']) =>
      list.split(', '),
    );
    expect(names.length).toBeGreaterThan(25);
    expect(names.filter((name) => !calls.some((call) => call.name === name))).toEqual([]);
  });

  it.each(calls)(
    '$name accepts what is sound and names what is broken',
    { tags: 'slow' },
    ({ name, paths, endless, run }) => {
      expect(() => run()).not.toThrow();
      for (const path of paths) {
        for (const value of [Number.NaN, -1, Infinity]) {
          const ignored = path.endsWith('agents') || path === 'day.threshold';
          if (endless.includes(path) && (value === Infinity || ignored)) continue;
          if (SPAN.test(path) && value === -1) continue;
          let thrown: unknown = null;
          try {
            run({ path, value });
          } catch (error) {
            thrown = error;
          }
          const where = `${name}: ${path} = ${value}`;
          expect(thrown, where).toBeInstanceOf(DomainError);
          if (!(thrown instanceof DomainError)) continue;
          expect(thrown.functionName, where).toMatch(/^[a-z]\w+$/i);
          expect(thrown.message, where).toContain(thrown.functionName);
          expect(thrown.message, where).toContain(thrown.argument);
          // Sums of shares are judged as a whole; every other number is named as it came.
          if (!path.includes('law.')) expect(thrown.message, where).toMatch(new RegExp(`is .*${value}`));
          expect(thrown.requirement.length, where).toBeGreaterThan(3);
        }
      }
    },
  );

  it('rejects nobody meeting a load in the closed forms, not in the exact day', () => {
    for (const call of [
      () => erlangB(1, 0),
      () => erlangC({ contactsPerHour: 100, handleTime: 180, agents: 0 }),
      () => erlangA({ ...line, agents: 0 }),
      () => finiteLine({ ...line, agents: 0, lines: 3 }),
      () => chatQueue({ contactsPerHour: 60, conversation, agents: 0 }),
    ]) {
      expect(call).toThrow(DomainError);
    }
    const closed = day.intervals.map((item) => ({ ...item, agents: 0 }));
    expect(transientDay({ ...day, intervals: closed }).day.answered).toBe(0);
  });

  it('rejects contradictory, empty and unknown targets', () => {
    expect(() => requiredAgents(line, {})).toThrow(DomainError);
    expect(() => requiredAgents(line, { serviceLevel: { share: 1.1, threshold: 20 } })).toThrow(DomainError);
    expect(() => requiredAgents(line, { abandonment: 0 })).toThrow(DomainError);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a caller without types may send
    const definition = 'of all' as 'offered';
    const unknown = { share: 0.8, threshold: 20, definition };
    expect(() => requiredAgents(line, { serviceLevel: unknown })).toThrow(
      /serviceLevel.definition is of all/,
    );
    expect(() => serviceLevel(queue, 20, definition)).toThrow(DomainError);
  });

  it('says which target no number of agents reaches, and why', () => {
    for (const [wanted, target] of [
      [{ serviceLevel: { share: 1, threshold: 0 } }, 'serviceLevel'],
      [{ meanWaitAnswered: 0 }, 'meanWaitAnswered'],
    ] as const) {
      const ask = () => requiredAgents(line, wanted);
      expect(ask).toThrow(UnattainableTarget);
      expect(ask).toThrow(new RegExp(`target ${target} cannot be reached: .{20}`));
    }
  });

  it('names the state of an overload without patience instead of failing', () => {
    const overloaded = erlangC({ contactsPerHour: 100, handleTime: 180, agents: 4 });
    expect(overloaded).toMatchObject({ waitProbability: 1, meanWait: Infinity, occupancy: 1 });
    expect(overloaded.answeredWithin(1e6)).toBe(0);
  });
});
