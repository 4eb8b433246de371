/**
 * Every public function of the folder, called soundly, then with one number at a time broken: below 0, not a
 * number, endless, and 0, above 1 or fractional where its domain has none of that. What it throws names the
 * function, the argument, the value and what was required.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DomainError, UnattainableTarget } from '../../src/errors.ts';
import { agentsForAssurance, chanceOfLevel, expectedLevel } from '../../src/queueing/assurance.ts';
import { blendedLine } from '../../src/queueing/blended-line.ts';
import { businessClock } from '../../src/queueing/business-clock.ts';
import { chatQueue } from '../../src/queueing/chat-queue.ts';
import { conversationCurve } from '../../src/queueing/conversation-curve.ts';
import { carriedDay, repeatingDay } from '../../src/queueing/day-carry.ts';
import { dayLevels } from '../../src/queueing/day-outcomes.ts';
import { constantDeferredAgents, levelledDeferredAgents } from '../../src/queueing/deferred-requirement.ts';
import { deferredWork } from '../../src/queueing/deferred-work.ts';
import { erlangA } from '../../src/queueing/erlang-a.ts';
import { erlangB } from '../../src/queueing/erlang-b.ts';
import { erlangC, logWaitBeyond } from '../../src/queueing/erlang-c.ts';
import { erlangX } from '../../src/queueing/erlang-x.ts';
import { finiteLine } from '../../src/queueing/finite-line.ts';
import { generalPatience } from '../../src/queueing/general-patience.ts';
import { serviceLevel } from '../../src/queueing/measures.ts';
import { requiredAgents } from '../../src/queueing/required-agents.ts';
import { requiredChatAgents } from '../../src/queueing/required-chat-agents.ts';
import { sequentialChatRequirement } from '../../src/queueing/sequential-chat-requirement.ts';
import { sequentialRequirement } from '../../src/queueing/sequential-requirement.ts';
import { transientDay } from '../../src/queueing/transient-day.ts';
import type { Call } from './sound-calls.ts';
import { calls, conversation, day, level, line, openDay, queue, work } from './sound-calls.ts';

/** An interval of opening may begin in the past. */
const SPAN = /[sS]pans\.0\.0$/;
/** May be 0: what need not come, cost or last. */
const MAY_BE_ZERO = new RegExp(
  String.raw`(^|\.)(load|contactsPerHour|arrivals\.\d|arrivalRate|abandonRate|loadPerIdle|contacts|age|threshold|time|open` +
    String.raw`|shortAbandon|lastContactBefore|redial|redialBlocked|reconnect|balk|switchCost|afterContact|customerTurn` +
    String.raw`|reserve|rank|deferredPerHour|law\.\d|parts\.\d\.share)$|^within$`,
);
/** Nobody on duty: a day knows hours without agents, and so does deferred work. */
const NOBODY = /^\S+ ((day\.)?intervals\.\d\.agents|agents\.\d)$|^inTimeCountVariance agents$/;
/** Shares, which end at 1. */
const SHARES =
  /(^|\.)(share|blocking|abandonment|maxOccupancy|assurance|redial|redialBlocked|reconnect|balk|targets\.serviceLevel)$/;
/** Counted in whole ones, except where a formula knows parts of agents. */
const WHOLE = /(^|\.)(agents|lines|customers|limit|reserve|writers)$/;
const IN_PARTS = /^(erlangB|logErlangB|loadForBlocking|erlangC|logWaitBeyond) agents$/;

function brokenValues({ name, endless }: Pick<Call, 'name' | 'endless'>, path: string): number[] {
  const values = [Number.NaN, -1, Infinity];
  const where = `${name} ${path}`;
  if (!MAY_BE_ZERO.test(path) && !NOBODY.test(where) && path !== 'cv' && !SPAN.test(path)) values.push(0);
  if (SHARES.test(path)) values.push(1.5);
  if (WHOLE.test(path) && !IN_PARTS.test(where)) values.push(2.5);
  if (path.endsWith('tolerance')) values.push(0.2);
  const ignored = path.endsWith('agents') || path === 'day.threshold';
  return values
    .filter((value) => !(endless.includes(path) && (value === Infinity || ignored)))
    .filter((value) => !(SPAN.test(path) && value === -1));
}

describe('bad input', () => {
  it('is tried on every function of the face', () => {
    const face = readFileSync('src/index.ts', 'utf8');
    const exported = [...face.matchAll(/^export \{([^}]+)\} from '.\/(?:queueing|staffing)\//gm)];
    const names = exported.flatMap(([, list = '']) =>
      list
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
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
        for (const value of brokenValues({ name, endless }, path)) {
          const where = `${name}: ${path} = ${value}`;
          const thrown = thrownBy(() => run({ path, value }));
          // A mean of nothing is understood, and cannot be had.
          if (value === 0 && path.endsWith('meanWaitAnswered')) {
            expect(thrown, where).toBeInstanceOf(UnattainableTarget);
            continue;
          }
          expect(thrown, where).toBeInstanceOf(DomainError);
          if (!(thrown instanceof DomainError)) continue;
          expect(thrown.functionName, where).toMatch(/^[a-z]\w+$/i);
          expect(thrown.message, where).toContain(thrown.functionName);
          expect(thrown.message, where).toContain(thrown.argument);
          // Sums of shares and pairs are judged as a whole; every other number is named as it came.
          if (!/law\.|parts\.\d\.share|spans/i.test(path))
            expect(thrown.message, where).toMatch(new RegExp(`is .*${value}`));
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
      () => erlangX({ ...line, agents: 0, redial: 0.1 }),
      () => generalPatience({ ...line, agents: 0, patience: { kind: 'exponential', mean: 60 } }),
      () => blendedLine({ ...line, agents: 0, reserve: 0 }),
      () => chatQueue({ contactsPerHour: 60, conversation, agents: 0 }),
    ]) {
      expect(call).toThrow(DomainError);
    }
    const closed = day.intervals.map((item) => ({ ...item, agents: 0 }));
    expect(transientDay({ ...day, intervals: closed }).day.answered).toBe(0);
  });

  // Every target is met more easily with each agent, so a sound mix of them never contradicts itself: laws.test.ts
  // meets mixes of them. What does contradict:
  it.each<[string, () => unknown]>([
    ['no target at all', () => requiredAgents(line, {})],
    [
      'a first reply without a limit',
      () => requiredChatAgents({ contactsPerHour: 60, conversation }, { firstResponse: {} }),
    ],
    ['no target for e-mail', () => constantDeferredAgents(work, {})],
    ['fewer lines than agents', () => finiteLine({ ...line, lines: 6 })],
    ['fewer lines than agents, retried', () => erlangX({ ...line, redial: 0.1, lines: 6 })],
    ['a reserve of more than all agents', () => blendedLine({ ...line, reserve: 8 })],
    ['more work after contacts than in all', () => conversationCurve({ ...conversation, afterContact: 300 })],
    ['last contacts before the end of nobody named', () => transientDay({ ...day, shiftEnd: 'preemptive' })],
    ['more last minutes than an interval has', () => transientDay({ ...day, lastContactBefore: 900 })],
    ['agents too many where nobody stays', () => carriedDay(openDay, { law: [0.5], tooMany: [[0.5]] })],
    ['chances that are not all', () => carriedDay(openDay, { law: [0.5] })],
    ['hours that overlap', () => businessClock([[0, 60], [30, 90]])], // prettier-ignore
    ['a level by an endless threshold over a day', () => sequentialRequirement(openDay, { serviceLevel: { share: 0.8, threshold: Infinity } })], // prettier-ignore
    ['agents for some of the hours', () => deferredWork({ ...work, agents: [1] })],
  ])('rejects what contradicts itself: %s', (_what, call) => {
    expect(call).toThrow(DomainError);
  });

  it('rejects unknown definitions and times', () => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a caller without types may send
    const definition = 'of all' as 'offered';
    const unknown = { share: 0.8, threshold: 20, definition };
    expect(() => requiredAgents(line, { serviceLevel: unknown })).toThrow(
      /serviceLevel.definition is of all/,
    );
    expect(() => serviceLevel(queue, 20, definition)).toThrow(DomainError);
    expect(() => dayLevels(openDay, definition)).toThrow(/dayLevels: definition is of all/);
    expect(() => businessClock([[0, 60]]).openBy(Number.NaN)).toThrow(DomainError);
  });

  it('rejects an unknown law and a level that is none, and names who asked', () => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a caller without types may send
    const kind = 'gauss' as 'exponential';
    expect(() => generalPatience({ ...line, patience: { kind, mean: 60 } })).toThrow(
      /patience: kind is gauss, but must be exponential/,
    );
    const levelAt = (): number => Number.NaN;
    expect(() => expectedLevel({ levelAt, cv: 0.1 })).toThrow(DomainError);
    expect(() => chanceOfLevel({ levelAt, cv: 0.1 }, 0.8)).toThrow(/chanceOfLevel: levelAt.* is NaN/);
    expect(() => erlangX({ ...line, redial: 0.1, patience: 0 })).toThrow(/erlangX: patience is 0/);
    for (const of of [erlangC(line), finiteLine({ ...line, lines: 9 })])
      expect(() => of.offeredWaitWithin(-1)).toThrow(/offeredWaitWithin: threshold is -1/);
  });

  const chats = { contactsPerHour: 60, conversation };
  const chatDay = { intervalLength: 900, intervals: [{ contactsPerHour: 60 }], conversation };
  const always = { serviceLevel: { share: 1, threshold: 0 } };
  it.each<[string, () => unknown]>([
    ['serviceLevel', () => requiredAgents(line, always)],
    ['meanWaitAnswered', () => requiredAgents(line, { meanWaitAnswered: 0 })],
    ['serviceLevel', () => requiredChatAgents(chats, always)],
    ['firstResponse.mean', () => requiredChatAgents(chats, { firstResponse: { mean: 20 } })],
    ['firstResponse.percentile', () => requiredChatAgents(chats, { firstResponse: { percentile: { share: 0.99, within: 30 } } })], // prettier-ignore
    ['serviceLevel', () => sequentialRequirement(openDay, always)],
    ['meanWaitAnswered', () => sequentialRequirement(openDay, { meanWaitAnswered: 0 })],
    ['firstResponse.percentile', () => sequentialRequirement(openDay, { firstResponse: { percentile: { share: 1, within: 60 } } })], // prettier-ignore
    ['serviceLevel', () => sequentialChatRequirement(chatDay, always)],
    ['firstResponse.mean', () => sequentialChatRequirement(chatDay, { firstResponse: { mean: 20 } })],
    ['assurance', () => agentsForAssurance(line, level, 0.1, 1)],
    [
      'firstResponse',
      () => constantDeferredAgents({ ...work, staffable: [false, false] }, { serviceLevel: 0.9 }),
    ],
    ['firstResponse', () => levelledDeferredAgents({ ...work, due: 3600, staffable: [false, true] })],
  ])('says that no number of agents reaches %s, and why', (target, ask) => {
    expect(ask).toThrow(UnattainableTarget);
    expect(ask).toThrow(new RegExp(`target ${target} cannot be reached: .{20}`));
  });

  it('names the state of an overload without patience instead of failing', { tags: 'slow' }, () => {
    const overloaded = { contactsPerHour: 100, handleTime: 180, agents: 4 };
    for (const queueOf of [
      erlangC(overloaded),
      chatQueue({ contactsPerHour: 600, conversation, agents: 4 }),
    ]) {
      expect(queueOf).toMatchObject({ waitProbability: 1, meanWait: Infinity, meanQueueLength: Infinity });
      expect(queueOf.answeredWithin(1e6)).toBe(0);
    }
    expect(logWaitBeyond(overloaded, 1e6)).toBe(0);
    // A finite line settles at any load, and so does a day that ends; a day that goes round and round does not.
    expect(finiteLine({ ...overloaded, lines: 9 }).blockedProbability).toBeGreaterThan(0.1);
    const long = { intervalLength: 3600, intervals: [overloaded], handleTime: 180, threshold: 20 };
    expect(transientDay(long).day.queueAtEnd).toBeGreaterThan(19);
    expect(() => repeatingDay(long)).toThrow(/backlog grows/);
  });
});

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
}
