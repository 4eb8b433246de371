/**
 * Every public function of the folder in a sound call, as one object whose numbers can be broken one by one;
 * bad-input.test.ts breaks them.
 */
import { agentsForAssurance, chanceOfLevel, expectedLevel } from '../../src/queueing/assurance.ts';
import { blendedLine } from '../../src/queueing/blended-line.ts';
import { businessClock } from '../../src/queueing/business-clock.ts';
import { chatQueue } from '../../src/queueing/chat-queue.ts';
import { conversationCurve } from '../../src/queueing/conversation-curve.ts';
import { conversationDay } from '../../src/queueing/conversation-day.ts';
import { inTimeCountVariance } from '../../src/queueing/count-variance.ts';
import { carriedDay, repeatingDay } from '../../src/queueing/day-carry.ts';
import { crewLine } from '../../src/queueing/crew-line.ts';
import { conversationEffects } from '../../src/queueing/conversation-effects.ts';
import { agentEffects, changeEffects, dayEffects } from '../../src/queueing/day-effects.ts';
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
import type { Measures } from '../../src/queueing/measures.ts';
import { serviceLevel } from '../../src/queueing/measures.ts';
import { requiredAgents } from '../../src/queueing/required-agents.ts';
import { requiredChatAgents } from '../../src/queueing/required-chat-agents.ts';
import { dayLevels, dayOutcomes } from '../../src/queueing/day-outcomes.ts';
import { sequentialChatRequirement } from '../../src/queueing/sequential-chat-requirement.ts';
import { sequentialRequirement } from '../../src/queueing/sequential-requirement.ts';
import { sharedChatQueue } from '../../src/queueing/shared-chat-queue.ts';
import { transientDay } from '../../src/queueing/transient-day.ts';

export const line = { contactsPerHour: 100, handleTime: 180, patience: 120, agents: 7 };
export const conversation = {
  handleTime: 300,
  agentTurn: 30,
  afterContact: 10,
  customerTurn: 60,
  limit: 3,
  switchCost: 0.1,
};
export const openDay = {
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
export const day = { ...openDay, lastContactBefore: 60 };
export const work = {
  intervalLength: 3600,
  arrivals: [5, 3],
  workPerContact: 300,
  due: 7200,
  openSpans: [[0, 7200]] as [number, number][],
  openingBacklog: [{ contacts: 2, age: 60 }],
};
export const queue = erlangA(line);
const MODELS: readonly (readonly [string, Measures])[] = [
  ['erlangA', queue],
  ['erlangC', erlangC(line)],
  ['a line without contacts', erlangA({ ...line, contactsPerHour: 0 })],
  ['finiteLine', finiteLine({ ...line, lines: 12 })],
  ['generalPatience', generalPatience({ ...line, patience: { kind: 'lognormal', mean: 90, cv: 1 } })],
  ['blendedLine', blendedLine({ ...line, reserve: 2 })],
  ['erlangX', erlangX({ ...line, redial: 0.5 }).attempt],
  ['chatQueue', chatQueue({ contactsPerHour: 60, patience: 120, agents: 9, conversation })],
];
export const level = { serviceLevel: { share: 0.8, threshold: 20, shortAbandon: 5 } };
const targets = { ...level, meanWaitAnswered: 30, abandonment: 0.05, maxOccupancy: 0.9 };

/** A sound call: its arguments as one object, so that each number in it can be broken by its path. */
export type Call = {
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

export const calls: readonly Call[] = [
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
  ...MODELS.flatMap(([model, measures]) =>
    (['answeredWithin', 'abandonedWithin', 'offeredWaitWithin'] as const).map((name) =>
      sound(`${name} of ${model}`, { threshold: 20 }, ({ threshold }) => measures[name](threshold), [
        'threshold',
      ]),
    ),
  ),
  sound(
    'firstResponseWithin',
    { time: 60 },
    ({ time }) => chatQueue({ contactsPerHour: 60, agents: 9, conversation }).firstResponseWithin(time),
    ['time'],
  ),
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
    { ...line, patience: { kind: 'weibull', shape: 0.8, scale: 100, balk: 0.1 } as const },
    generalPatience,
  ),
  sound(
    'generalPatience, lognormal',
    { ...line, patience: { kind: 'lognormal', mean: 100, cv: 1.3 } as const },
    generalPatience,
  ),
  sound(
    'generalPatience, of two sorts',
    {
      ...line,
      patience: {
        kind: 'hyperexponential',
        parts: [
          { share: 0.3, mean: 20 },
          { share: 0.7, mean: 200 },
        ],
      } as const,
    },
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
  sound(
    'sharedChatQueue',
    {
      channels: [
        { contactsPerHour: 60, conversation, patience: 180, rank: 1 },
        { contactsPerHour: 20, conversation: { ...conversation, limit: 5 }, patience: 600, rank: 0 },
      ],
      agents: 8,
    },
    (pool) => sharedChatQueue(pool).map(({ meanFirstResponse }) => meanFirstResponse),
    [],
  ),
  sound(
    'crewLine',
    { ...line, writers: 5, reserve: 2, deferredPerHour: 20, deferredTime: 300 },
    crewLine,
    [],
  ),
  sound('transientDay', day, transientDay, ['threshold']),
  sound('dayOutcomes', day, dayOutcomes, ['threshold']),
  sound('dayLevels', day, (own) => dayLevels(own, 'answered'), ['threshold']),
  sound('dayEffects', day, dayEffects, ['threshold']),
  sound(
    'changeEffects',
    day,
    (own) => changeEffects(own, [(one) => ({ ...one, agents: one.agents + 1 })]).effects[0],
    ['threshold'],
  ),
  sound(
    'conversationEffects',
    {
      intervalLength: 900,
      intervals: [
        { contactsPerHour: 60, agents: 4, handleTime: 300, patience: 100 },
        { contactsPerHour: 40, agents: 3 },
      ],
      conversation,
      patience: 120,
      threshold: 20,
      within: 60,
      shortAbandon: 5,
      tolerance: 1e-3,
    },
    (own) => conversationEffects(own, [(one) => ({ ...one, agents: one.agents + 1 })]).effects[0],
    ['threshold', 'within', 'shortAbandon'],
  ),
  sound('agentEffects', day, agentEffects, ['threshold']),
  sound('repeatingDay', day, repeatingDay, ['threshold']),
  sound('carriedDay', { day: openDay, law: [0.5, 0.5] }, ({ day: own, law }) => carriedDay(own, { law }), [
    'day.threshold',
  ]),
  sound(
    'sequentialRequirement',
    {
      day: openDay,
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
    'conversationDay',
    {
      intervalLength: 900,
      intervals: [
        { contactsPerHour: 60, agents: 8, handleTime: 300 },
        { contactsPerHour: 40, agents: 6, handleTime: 250 },
      ],
      conversation,
      patience: 120,
      threshold: 20,
      within: 90,
      shortAbandon: 5,
      tolerance: 1e-3,
    },
    conversationDay,
    ['threshold', 'within', 'shortAbandon'],
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
  sound('earliestAt', { open: 30 }, ({ open }) => businessClock([[0, 60]]).earliestAt(open)),
  sound('latestAt', { open: 30 }, ({ open }) => businessClock([[0, 60]]).latestAt(open)),
  sound('deferredWork', { ...work, agents: [1, 1] }, deferredWork, ['openSpans.0.0']),
  sound('levelledDeferredAgents', work, levelledDeferredAgents, ['openSpans.0.0']),
  sound(
    'constantDeferredAgents',
    {
      ...work,
      targets: {
        serviceLevel: 0.9,
        meanFirstResponse: 7200,
        percentile: { share: 0.8, within: 7200 },
        maxOccupancy: 0.9,
      },
    },
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
