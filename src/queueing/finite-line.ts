/**
 * Finite lines: M/M/s/K(+M), a queue with `lines` places in all (being served or waiting); whoever
 * finds them taken hears a busy signal and is lost.
 *
 * Assumptions and reference as erlang-a.ts; with as many lines as agents it is Erlang B.
 */
import { DomainError } from '../errors.ts';
import type { ContactsPerHour, Probability, Seconds } from '../units.ts';
import { SECONDS_PER_HOUR } from '../units.ts';
import { requireNonNegative, requirePositive, requireThreshold, requireWholeAgents } from './domain.ts';
import {
  ABANDONED,
  ABANDONED_WITHIN,
  ANSWERED,
  ANSWERED_WITHIN,
  BLOCKED,
  OFFERED_WITHIN,
  WAIT_OF_ANSWERED,
  WAITED,
  WAITING_SUMS,
  waitingSums,
} from './erlang-a-kernel.ts';
import { quietLine } from './erlang-a.ts';
import { idleWeight } from './erlang-b.ts';
import { offeredLoad } from './erlang-c.ts';
import type { Measures } from './measures.ts';

export type FiniteLine = {
  readonly contactsPerHour: ContactsPerHour;
  readonly handleTime: Seconds;
  readonly patience?: Seconds | undefined;
  readonly agents: number;
  /** Agents plus places in the queue. */
  readonly lines: number;
};

/** `blockedProbability` is per attempt; all other measures are per contact that got a line. */
export type FiniteLineMeasures = Measures & { readonly blockedProbability: Probability };

/**
 * Every measure, at any load. O(places in the queue that matter).
 *
 * @throws {DomainError} on broken numbers or fewer lines than agents
 */
export function finiteLine(line: FiniteLine): FiniteLineMeasures {
  const { contactsPerHour, handleTime, patience, agents, lines } = line;
  requireNonNegative('finiteLine', 'contactsPerHour', contactsPerHour);
  requirePositive('finiteLine', 'handleTime', handleTime);
  if (patience !== undefined) requirePositive('finiteLine', 'patience', patience);
  const load = offeredLoad(contactsPerHour, handleTime);
  requireWholeAgents('finiteLine', agents, load);
  if (!(Number.isSafeInteger(lines) && lines >= agents)) {
    throw new DomainError('finiteLine', 'lines', lines, 'a whole number, at least the agents');
  }
  if (load === 0) return { ...quietLine(load), blockedProbability: 0 };
  const idle = idleWeight(load, agents);
  const arrivalRate = contactsPerHour / SECONDS_PER_HOUR;
  const sums = (threshold: Seconds): Float64Array => {
    const out = new Float64Array(WAITING_SUMS);
    const leave = patience === undefined ? 0 : 1 / patience;
    waitingSums(out, idle, arrivalRate, agents / handleTime, leave, threshold, lines - agents);
    return out;
  };
  const all = sums(Infinity);
  const blockedProbability = all[BLOCKED] ?? 0;
  // Someone with a line waits or is answered at once; where hardly anybody gets one, 1 − blocked loses digits.
  const admitted = (all[ANSWERED] ?? 0) + (all[ABANDONED] ?? 0);
  const perAdmitted = (name: string, place: number, threshold: Seconds): number => {
    requireThreshold(name, 'threshold', threshold);
    return (sums(threshold)[place] ?? 0) / admitted;
  };
  const answered = all[ANSWERED] ?? 0;
  const abandoned = all[ABANDONED] ?? 0;
  const waitOfAnswered = all[WAIT_OF_ANSWERED] ?? 0;
  // Without patience all who wait are answered; with it, waiting is what makes them leave.
  const wait = patience === undefined ? waitOfAnswered : abandoned * patience;
  return {
    load,
    occupancy: Math.min(1, (load * answered) / agents),
    waitProbability: (all[WAITED] ?? 0) / admitted,
    meanWait: wait / admitted,
    meanWaitAnswered: waitOfAnswered / answered,
    abandonProbability: abandoned / admitted,
    meanQueueLength: wait * arrivalRate,
    answeredWithin: (threshold) => perAdmitted('answeredWithin', ANSWERED_WITHIN, threshold),
    abandonedWithin: (threshold) => perAdmitted('abandonedWithin', ABANDONED_WITHIN, threshold),
    offeredWaitWithin: (threshold) => perAdmitted('offeredWaitWithin', OFFERED_WITHIN, threshold),
    blockedProbability,
  };
}
