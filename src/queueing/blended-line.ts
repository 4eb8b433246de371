/**
 * Blending: agents who do deferred work (e-mail, call-backs) whenever more than a reserve of them
 * would be idle, so that a call finds somebody free often enough.
 *
 * Deferred work never runs out, takes as long as a call, and is not interrupted. The number of busy
 * agents then never falls below agents − reserve.
 *
 * Reference: Bhulai & Koole (2003), "A queueing model for call blending in call centers", IEEE
 * Transactions on Automatic Control 48(8): the threshold rule is optimal for equal handle times.
 */
import { DomainError } from '../errors.ts';
import type { ContactsPerHour, Seconds } from '../units.ts';
import { SECONDS_PER_HOUR } from '../units.ts';
import { requireNonNegative, requirePositive, requireWholeAgents } from './domain.ts';
import { WAITING_SUMS, waitingSums } from './erlang-a-kernel.ts';
import { measuresFromSums } from './erlang-a.ts';
import { offeredLoad } from './erlang-c.ts';
import type { Measures } from './measures.ts';

export type BlendedLine = {
  readonly contactsPerHour: ContactsPerHour;
  readonly handleTime: Seconds;
  /** Mean time before a waiting contact gives up. */
  readonly patience: Seconds;
  readonly agents: number;
  /** Deferred work is given out only while more than this many agents are idle. */
  readonly reserve: number;
};

/** Measures of the live contacts; `occupancy` counts the deferred work too. */
export type BlendedMeasures = Measures & {
  /** Deferred contacts finished per hour. */
  readonly deferredPerHour: ContactsPerHour;
};

/** Every measure. O(reserve + waiting states). */
export function blendedLine({
  contactsPerHour,
  handleTime,
  patience,
  agents,
  reserve,
}: BlendedLine): BlendedMeasures {
  requireNonNegative('blendedLine', 'contactsPerHour', contactsPerHour);
  requirePositive('blendedLine', 'handleTime', handleTime);
  requirePositive('blendedLine', 'patience', patience);
  const load = offeredLoad(contactsPerHour, handleTime);
  requireWholeAgents('blendedLine', agents, load);
  if (!(Number.isSafeInteger(reserve) && reserve >= 0 && reserve <= agents)) {
    throw new DomainError('blendedLine', 'reserve', reserve, 'a whole number from 0 to the agents');
  }
  requirePositive('blendedLine', 'contactsPerHour', contactsPerHour);
  // Busy agents from agents − reserve to agents − 1, relative to all of them.
  let idle = 0;
  let busyWeight = 0;
  let weight = 1;
  for (let busy = agents - 1; busy >= agents - reserve; busy--) {
    weight *= (busy + 1) / load;
    idle += weight;
    busyWeight += busy * weight;
  }
  const sums = (threshold: Seconds): Float64Array => {
    const out = new Float64Array(WAITING_SUMS);
    waitingSums(out, idle, contactsPerHour / SECONDS_PER_HOUR, agents / handleTime, 1 / patience, threshold);
    return out;
  };
  const arrivalRate = contactsPerHour / SECONDS_PER_HOUR;
  const measures = measuresFromSums({ load, patience, arrivalRate, sums }, () => 0);
  const full = measures.waitProbability;
  const meanBusy = agents * full + (idle === 0 ? 0 : ((1 - full) * busyWeight) / idle);
  const answered = measures.answeredWithin(Infinity);
  return {
    ...measures,
    occupancy: meanBusy / agents,
    deferredPerHour: Math.max(0, (meanBusy * SECONDS_PER_HOUR) / handleTime - contactsPerHour * answered),
  };
}
