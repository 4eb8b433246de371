/**
 * What searches for the least agents have found out already: at which rates of contacts a number of
 * agents meets the targets, and at which it does not.
 *
 * More contacts only make every measure of a target worse: in a queue that is one of birth and death the
 * numbers met on arrival at two rates are ordered in likelihood ratio, as they are for two numbers of
 * agents (required-agents.ts). So a rate below one that is met is met, and one above a rate that is not is
 * not. Neighbouring intervals, the expected and the assured volume, and the steps of a slider then ask for
 * few queues. One object for one handle time, patience and set of targets.
 */
import type { ContactsPerHour, Seconds } from '../units.ts';

export class KnownRates {
  private readonly met = new Map<number, ContactsPerHour>();
  private readonly missed = new Map<number, ContactsPerHour>();

  /** @param ask whether so many agents meet the targets at this rate */
  meets(agents: number, rate: ContactsPerHour, ask: (agents: number) => boolean): boolean {
    if (rate <= (this.met.get(agents) ?? 0)) return true;
    if (rate >= (this.missed.get(agents) ?? Infinity)) return false;
    const answer = ask(agents);
    if (answer) this.met.set(agents, rate);
    else this.missed.set(agents, rate);
    return answer;
  }
}

/** Handle times of several weeks' intervals. */
const MOST_KNOWN = 2000;

/** What is known for each handle time. */
export type RatesByHandleTime = (handleTime: Seconds) => KnownRates;

export function ratesByHandleTime(): RatesByHandleTime {
  const known = new Map<Seconds, KnownRates>();
  return (handleTime) => {
    let rates = known.get(handleTime);
    if (!rates) {
      rates = new KnownRates();
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(handleTime, rates);
    }
    return rates;
  };
}
