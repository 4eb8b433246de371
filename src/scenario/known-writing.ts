/**
 * What the requirement of a line with writers has found out already, for one share of writers. It takes them
 * never to run out of e-mail: whatever there is of it, the calls are kept their promise. They keep as many free
 * for calls as in a plan with hours to spare, which one that has what is required is.
 */
import { ratesByHandleTime, type RatesByHandleTime } from '../queueing/known-rates.ts';
import { mostWritten, type WrittenLine } from '../queueing/partly-shared-crew.ts';
import { SECONDS_PER_HOUR, type ContactsPerHour, type Seconds } from '../units.ts';
import type { Writers } from './shared-team.ts';

export class KnownWriting {
  readonly writers: Writers;
  private readonly known = new Map<number, RatesByHandleTime>();

  constructor(writers: Writers) {
    this.writers = writers;
  }

  /** With so many kept free for calls. */
  rates(reserve: number): RatesByHandleTime {
    let rates = this.known.get(reserve);
    if (!rates) this.known.set(reserve, (rates = ratesByHandleTime()));
    return rates;
  }

  lineOf(
    perHour: ContactsPerHour,
    handleTime: Seconds,
    patience: Seconds,
    agents: number,
    reserve: number,
  ): WrittenLine {
    const { share, deferredTime } = this.writers;
    const writers = Math.max(1, Math.round(share * agents));
    const arrivalRate = perHour / SECONDS_PER_HOUR;
    const kept = Math.min(reserve, writers - 1);
    return mostWritten({ arrivalRate, handleTime, patience, agents, writers, reserve: kept, deferredTime });
  }
}
