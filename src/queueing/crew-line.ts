/**
 * Calls of a crew who also do a given amount of e-mail, some or all of them: the measures of the calls. The face of
 * shared-crew.ts (all write) and partly-shared-crew.ts (some do), with their assumptions.
 */
import { DomainError } from '../errors.ts';
import type { ContactsPerHour, Seconds } from '../units.ts';
import { SECONDS_PER_HOUR } from '../units.ts';
import type { BlendedMeasures } from './blended-line.ts';
import { requireNonNegative, requirePositive, requireWholeAgents } from './domain.ts';
import { WAITING_SUMS, waitingSums } from './erlang-a-kernel.ts';
import { measuresFromSums, type ImpatientLine } from './erlang-a.ts';
import { offeredLoad } from './erlang-c.ts';
import { idleWeight, writtenLine } from './partly-shared-crew.ts';
import { sharedCrew } from './shared-crew.ts';

export type CrewLine = ImpatientLine & {
  /** Of the agents, those who do e-mail too; default all. */
  readonly writers?: number | undefined;
  /** An e-mail is begun only while more than this many agents are idle; below the agents. */
  readonly reserve: number;
  /** E-mails to be done. */
  readonly deferredPerHour: ContactsPerHour;
  /** Mean seconds of work of one. */
  readonly deferredTime: Seconds;
};

/**
 * Every measure of the calls; `deferredPerHour` says how many e-mails get done, all of them where there is time.
 *
 * @throws {DomainError} on numbers outside their domain, or without calls
 */
export function crewLine(line: CrewLine): BlendedMeasures {
  const name = 'crewLine';
  const { contactsPerHour, handleTime, patience, agents, reserve, deferredPerHour, deferredTime } = line;
  const { writers = agents } = line;
  requirePositive(name, 'contactsPerHour', contactsPerHour);
  requirePositive(name, 'handleTime', handleTime);
  requirePositive(name, 'patience', patience);
  requirePositive(name, 'deferredTime', deferredTime);
  requireNonNegative(name, 'deferredPerHour', deferredPerHour);
  const load = offeredLoad(contactsPerHour, handleTime);
  requireWholeAgents(name, agents, load);
  if (!(Number.isSafeInteger(writers) && writers >= 1 && writers <= agents)) {
    throw new DomainError(name, 'writers', writers, 'a whole number from 1 to the agents');
  }
  if (!(Number.isSafeInteger(reserve) && reserve >= 0 && reserve < writers)) {
    throw new DomainError(name, 'reserve', reserve, 'a whole number from 0, below those who write');
  }
  const arrivalRate = contactsPerHour / SECONDS_PER_HOUR;
  const crew = { arrivalRate, handleTime, patience, agents, reserve, deferredTime };
  const wanted = (deferredPerHour * deferredTime) / SECONDS_PER_HOUR;
  const { idle, drainRate, deferred } = settled(crew, writers, wanted);
  const sums = (threshold: Seconds): Float64Array => {
    const out = new Float64Array(WAITING_SUMS);
    waitingSums(out, idle, arrivalRate, drainRate, 1 / patience, threshold);
    return out;
  };
  const measures = measuresFromSums({ load, patience, arrivalRate, sums }, (answered) =>
    Math.min(1, (load * answered + deferred) / agents),
  );
  return { ...measures, deferredPerHour: (deferred * SECONDS_PER_HOUR) / deferredTime };
}

function settled(crew: Parameters<typeof sharedCrew>[0], writers: number, wanted: number) {
  if (writers === crew.agents || wanted === 0) return sharedCrew(crew, wanted);
  const { rates, deferred } = writtenLine({ ...crew, writers }, wanted);
  return { idle: idleWeight(rates, crew.arrivalRate), drainRate: rates.drainRate, deferred };
}
