/**
 * Erlang A: the M/M/n+M queue, in which waiting contacts give up after an exponential patience.
 *
 * Assumes Poisson arrivals, exponential handle times and patience, identical agents, one
 * first-come-first-served queue, patience that does not depend on the queue. It has a steady state
 * at every load. Do not use it for announcements that provoke hang-ups or offers of a call-back
 * (general-patience.ts or simulation), nor where the rate changes within a handle time
 * (transient-day.ts).
 *
 * Reference: Garnett, Mandelbaum & Reiman (2002), MSOM 4(3); see erlang-a-kernel.ts for the sums.
 */
import { DomainError } from '../errors.ts';
import type { ContactsPerHour, Erlangs, Seconds } from '../units.ts';
import { SECONDS_PER_HOUR } from '../units.ts';
import { requireNonNegative, requirePositive, requireThreshold, requireWholeAgents } from './domain.ts';
import {
  ABANDONED,
  ABANDONED_WITHIN,
  ANSWERED,
  ANSWERED_WITHIN,
  OFFERED_WITHIN,
  WAIT_OF_ANSWERED,
  WAITED,
  WAITING_SUMS,
  waitingSums,
} from './erlang-a-kernel.ts';
import { idleWeight } from './erlang-b.ts';
import { offeredLoad } from './erlang-c.ts';
import type { Measures } from './measures.ts';

export type ImpatientLine = {
  readonly contactsPerHour: ContactsPerHour;
  readonly handleTime: Seconds;
  /** Mean time before a waiting contact gives up. */
  readonly patience: Seconds;
  /** Whole; fewer than the load is fine. */
  readonly agents: number;
};

const LONGEST_QUEUE = 1e7;

/**
 * The measures as plain numbers in `out` (places in erlang-a-kernel.ts), for loops that cannot
 * afford closures. No checks: load above 0, at least one agent.
 */
export function erlangASums(
  out: Float64Array,
  load: Erlangs,
  handleTime: Seconds,
  patience: Seconds,
  agents: number,
  threshold: Seconds,
): void {
  waitingSums(out, idleWeight(load, agents), load / handleTime, agents / handleTime, 1 / patience, threshold);
}

/**
 * Every measure of the queue with patience, at any load. O(√load) in a sensibly staffed queue, and
 * the same again for each threshold asked for.
 *
 * @throws {DomainError} on a negative or infinite rate, a time of 0, fractional agents, or nobody meeting a load
 * @example erlangA({ contactsPerHour: 200, handleTime: 180, patience: 120, agents: 12 }).abandonProbability // 0.0616
 */
export function erlangA({ contactsPerHour, handleTime, patience, agents }: ImpatientLine): Measures {
  requireNonNegative('erlangA', 'contactsPerHour', contactsPerHour);
  requirePositive('erlangA', 'handleTime', handleTime);
  requirePositive('erlangA', 'patience', patience);
  const load = offeredLoad(contactsPerHour, handleTime);
  requireWholeAgents('erlangA', agents, load);
  if (load === 0) return quietLine(load);
  // The sums run over the queue, which without much abandonment holds the whole overload.
  if (((load - agents) / handleTime) * patience > LONGEST_QUEUE) {
    throw new DomainError(
      'erlangA',
      'patience',
      patience,
      'short enough for a queue below 10 million contacts',
    );
  }
  const idle = idleWeight(load, agents);
  const sums = (threshold: Seconds): Float64Array => {
    const out = new Float64Array(WAITING_SUMS);
    waitingSums(out, idle, load / handleTime, agents / handleTime, 1 / patience, threshold);
    return out;
  };
  return measuresFromSums(
    { load, patience, arrivalRate: contactsPerHour / SECONDS_PER_HOUR, sums },
    (answered) => Math.min(1, (load * answered) / agents),
  );
}

/** Nobody comes: nobody waits. */
export function quietLine(load: Erlangs): Measures {
  return {
    load,
    occupancy: 0,
    waitProbability: 0,
    meanWait: 0,
    meanWaitAnswered: 0,
    abandonProbability: 0,
    meanQueueLength: 0,
    answeredWithin: everybody,
    abandonedWithin: (threshold) => 1 - everybody(threshold),
    offeredWaitWithin: everybody,
  };
}

function everybody(threshold: Seconds): number {
  requireThreshold('answeredWithin', 'threshold', threshold);
  return 1;
}

type Sums = {
  readonly load: Erlangs;
  readonly patience: Seconds;
  /** Per second. */
  readonly arrivalRate: number;
  readonly sums: (threshold: Seconds) => Float64Array;
};

/** The public measures over a way to compute the sums at a threshold. */
export function measuresFromSums(
  { load, patience, arrivalRate, sums }: Sums,
  occupancy: (answered: number) => number,
): Measures {
  const at = (name: string, threshold: Seconds, place: number): number => {
    requireThreshold(name, 'threshold', threshold);
    return sums(threshold)[place] ?? 0;
  };
  const eventually = sums(Infinity);
  const abandoned = eventually[ABANDONED] ?? 0;
  const answered = eventually[ANSWERED] ?? 1;
  const meanWait = abandoned * patience;
  return {
    load,
    occupancy: occupancy(answered),
    waitProbability: eventually[WAITED] ?? 0,
    // Whoever waits gives up at rate 1/patience, so abandonment counts the waiting.
    meanWait,
    meanWaitAnswered: (eventually[WAIT_OF_ANSWERED] ?? 0) / answered,
    abandonProbability: abandoned,
    meanQueueLength: meanWait * arrivalRate,
    answeredWithin: (threshold) => at('answeredWithin', threshold, ANSWERED_WITHIN),
    abandonedWithin: (threshold) => at('abandonedWithin', threshold, ABANDONED_WITHIN),
    offeredWaitWithin: (threshold) => at('offeredWaitWithin', threshold, OFFERED_WITHIN),
  };
}
