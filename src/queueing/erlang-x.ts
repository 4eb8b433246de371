/**
 * Erlang X: lines, patience, and customers who try again: abandoned or blocked ones redial, and some
 * answered ones come back because their matter is not settled.
 *
 * Assumes that repeated attempts come late enough to look like fresh Poisson arrivals. Do not use it
 * where redials come within a handle time or spill into another interval: simulate.
 *
 * Reference: Koole (2013), "Call Center Optimization", ch. 4; Ding, Remerova, Koole & van der Mei
 * (2015), on redials and reconnects.
 */
import { DomainError } from '../errors.ts';
import { findRoot } from '../numeric/find-root.ts';
import type { ContactsPerHour, Seconds, Share } from '../units.ts';
import { requireNonNegative, requirePositive } from './domain.ts';
import { erlangA } from './erlang-a.ts';
import { finiteLine } from './finite-line.ts';
import type { Measures } from './measures.ts';

export type RetryingLine = {
  /** Fresh customers, not attempts. */
  readonly contactsPerHour: ContactsPerHour;
  readonly handleTime: Seconds;
  readonly patience: Seconds;
  readonly agents: number;
  /** Agents plus places in the queue; without it there is always a line. */
  readonly lines?: number | undefined;
  /** Share of those who abandon that try again. */
  readonly redial: Share;
  /** Share of those blocked that try again. */
  readonly redialBlocked?: Share | undefined;
  /** Share of those answered that come back. */
  readonly reconnect?: Share | undefined;
};

export type RetryingMeasures = {
  readonly attemptsPerHour: ContactsPerHour;
  readonly blockedProbability: Share;
  /** Per attempt that got a line. */
  readonly attempt: Measures;
  /** Customers who give up for good per fresh customer. */
  readonly lostCustomers: Share;
  /** Attempts per fresh customer. */
  readonly attemptsPerCustomer: number;
};

/**
 * The fixed point at which the attempts made are the attempts offered.
 *
 * @throws {DomainError} on shares outside [0, 1)
 */
export function erlangX(line: RetryingLine): RetryingMeasures {
  const { contactsPerHour: fresh, handleTime, patience, agents, lines, redial } = line;
  const { redialBlocked = 0, reconnect = 0 } = line;
  for (const [name, share] of Object.entries({ redial, redialBlocked, reconnect })) {
    if (!(share >= 0 && share < 1)) throw new DomainError('erlangX', name, share, 'at least 0 and below 1');
  }
  requireNonNegative('erlangX', 'contactsPerHour', fresh);
  requirePositive('erlangX', 'handleTime', handleTime);
  requirePositive('erlangX', 'patience', patience);
  const at = (contactsPerHour: ContactsPerHour): { queue: Measures; blocked: number } => {
    const queue = { contactsPerHour, handleTime, patience, agents };
    if (lines === undefined) return { queue: erlangA(queue), blocked: 0 };
    const finite = finiteLine({ ...queue, lines });
    return { queue: finite, blocked: finite.blockedProbability };
  };
  const again = (rate: ContactsPerHour): number => {
    const { queue, blocked } = at(rate);
    const admitted = 1 - blocked;
    const abandoned = admitted * queue.abandonProbability;
    return rate * (redial * abandoned + redialBlocked * blocked + reconnect * (admitted - abandoned));
  };
  const most = Math.max(redial, redialBlocked, reconnect);
  const attemptsPerHour =
    fresh === 0 || most === 0
      ? fresh
      : findRoot((rate) => fresh + again(rate) - rate, fresh, (fresh / (1 - most)) * (1 + 1e-9));
  const { queue, blocked } = at(attemptsPerHour);
  const attemptsPerCustomer = fresh === 0 ? 1 : attemptsPerHour / fresh;
  return {
    attemptsPerHour,
    blockedProbability: blocked,
    attempt: queue,
    attemptsPerCustomer,
    lostCustomers:
      attemptsPerCustomer *
      ((1 - redial) * (1 - blocked) * queue.abandonProbability + (1 - redialBlocked) * blocked),
  };
}
