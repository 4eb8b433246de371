/**
 * Erlang C: the M/M/n queue, in which everyone waits as long as it takes.
 *
 * Assumes Poisson arrivals, exponential handle times, identical agents, one first-come-first-served
 * queue, no hang-ups. Real callers hang up, so close to saturation these figures are pessimistic:
 * use erlang-a.ts there. An overloaded queue is a state of its own: everyone waits, without end.
 *
 * Reference: Gans, Koole & Mandelbaum (2003), "Telephone Call Centers", MSOM 5(2).
 */
import { productError } from '../numeric/exact-product.ts';
import type { ContactsPerHour, Erlangs, Probability, Seconds } from '../units.ts';
import { SECONDS_PER_HOUR } from '../units.ts';
import { requireAgents, requireNonNegative, requirePositive, requireThreshold } from './domain.ts';
import { idleWeight, logErlangB } from './erlang-b.ts';
import type { Measures } from './measures.ts';

export type WaitingLine = {
  readonly contactsPerHour: ContactsPerHour;
  readonly handleTime: Seconds;
  /** Fractions allowed. */
  readonly agents: number;
};

/** Offered load in erlangs. */
export function offeredLoad(contactsPerHour: ContactsPerHour, handleTime: Seconds): Erlangs {
  return (contactsPerHour * handleTime) / SECONDS_PER_HOUR;
}

/**
 * Agents minus load. Near saturation the rounding of the load would eat the difference, so the
 * product's own rounding error is added back.
 */
export function spareAgents(contactsPerHour: ContactsPerHour, handleTime: Seconds, agents: number): number {
  const work = contactsPerHour * handleTime;
  const staffed = agents * SECONDS_PER_HOUR;
  const spare = staffed - work - productError(contactsPerHour, handleTime);
  return (spare + productError(agents, SECONDS_PER_HOUR)) / SECONDS_PER_HOUR;
}

/** Chance of waiting given the load, the agents and their difference; 1 where it cannot keep up. */
export function delayProbability(load: Erlangs, agents: number, spare: number): Probability {
  if (load === 0) return 0;
  if (!(spare > 0)) return 1;
  // 1/C = 1 + (1 − B)/B · (1 − occupancy): positive terms only.
  return 1 / (1 + (idleWeight(load, agents) * spare) / agents);
}

/**
 * Every measure of the queue without patience. O(√load + |agents − load|).
 *
 * Where `load >= agents`: wait probability and occupancy 1, waits and queue Infinity, nobody
 * answered within any time.
 *
 * @throws {DomainError} on a negative or infinite rate, a handle time of 0, or nobody meeting a load
 * @example erlangC({ contactsPerHour: 200, handleTime: 180, agents: 14 }).waitProbability // 0.1741
 */
export function erlangC({ contactsPerHour, handleTime, agents }: WaitingLine): Measures {
  requireNonNegative('erlangC', 'contactsPerHour', contactsPerHour);
  requirePositive('erlangC', 'handleTime', handleTime);
  const load = offeredLoad(contactsPerHour, handleTime);
  requireAgents('erlangC', agents, load);
  const spare = spareAgents(contactsPerHour, handleTime, agents);
  const stable = spare > 0 || load === 0;
  const delayed = delayProbability(load, agents, spare);
  const meanWait = stable ? (load === 0 ? 0 : (delayed * handleTime) / spare) : Infinity;
  const within = (name: string, threshold: Seconds): Probability => {
    requireThreshold(name, 'threshold', threshold);
    if (!stable) return 0;
    if (threshold === Infinity || load === 0) return 1;
    return 1 - delayed * Math.exp((-spare * threshold) / handleTime);
  };
  return {
    load,
    occupancy: load === 0 ? 0 : stable ? load / agents : 1,
    waitProbability: delayed,
    meanWait,
    meanWaitAnswered: meanWait,
    abandonProbability: 0,
    meanQueueLength: stable ? (load === 0 ? 0 : (delayed * load) / spare) : Infinity,
    answeredWithin: (threshold) => within('answeredWithin', threshold),
    abandonedWithin(threshold) {
      requireThreshold('abandonedWithin', 'threshold', threshold);
      return 0;
    },
    offeredWaitWithin: (threshold) => within('offeredWaitWithin', threshold),
  };
}

/**
 * Natural logarithm of the chance to wait longer than `threshold`, where 1 minus the service level
 * would round to 0.
 */
export function logWaitBeyond(
  { contactsPerHour, handleTime, agents }: WaitingLine,
  threshold: Seconds,
): number {
  requireNonNegative('logWaitBeyond', 'contactsPerHour', contactsPerHour);
  requirePositive('logWaitBeyond', 'handleTime', handleTime);
  const load = offeredLoad(contactsPerHour, handleTime);
  requireAgents('logWaitBeyond', agents, load);
  requireThreshold('logWaitBeyond', 'threshold', threshold);
  const spare = spareAgents(contactsPerHour, handleTime, agents);
  if (load === 0) return -Infinity;
  if (!(spare > 0)) return 0;
  const idle = idleWeight(load, agents);
  const logDelay =
    idle < Infinity
      ? -Math.log1p((idle * spare) / agents)
      : logErlangB(load, agents) - Math.log(spare / agents);
  return logDelay - (spare * threshold) / handleTime;
}
