/**
 * What a log with one row per contact says beyond how many came: handle times, patience, first
 * responses, redials. Counts only, so that the logs of several queues add up.
 *
 * Patience is censored by service: who was answered after 20 s would have waited at least that long.
 * The curve is Kaplan and Meier's product over seconds, S(t) = Π (1 − dᵢ/nᵢ); the mean for the models,
 * which take patience to be exponential, is the maximum likelihood estimate total waiting / abandons,
 * with relative standard error 1/√abandons. A wait longer than `LONGEST_WAIT` is censored there too,
 * however it ended. Both begin at `MISDIALS` seconds: who leaves before that
 * never meant to wait (waiting is memoryless in the exponential law, so nothing else changes).
 *
 * Reference: L. Brown et al., "Statistical analysis of a telephone call center", JASA 100 (2005), 36–50,
 * section 5; E. Kaplan and P. Meier, JASA 53 (1958), 457–481.
 */
import type { Seconds, Share } from '../units.ts';
import { addedTenure, noTenure, type TenureTotals } from './tenure.ts';

/** Waits below this are no waits. */
export const MISDIALS: Seconds = 5;
/** Seconds of waiting told apart; of longer waits only that they reached this. */
const LONGEST_WAIT = 1800;
/** First responses are counted in bins 5 % wide, from a second to over a year. */
const RESPONSE_BINS = 360;
const RESPONSE_STEP = Math.log(1.05);

export type ContactFacts = {
  readonly channel: string;
  readonly answered: number;
  readonly abandoned: number;
  /** Contacts with a handle time, its sum and its sum of squares. */
  readonly handled: number;
  readonly handleSeconds: number;
  readonly handleSquares: number;
  /** By whole seconds waited: who gave up then, and who was answered then; last, who waited `LONGEST_WAIT` or more. */
  readonly leftAfter: Uint32Array;
  readonly servedAfter: Uint32Array;
  /** By bins of the time to the first response. */
  readonly responses: Uint32Array;
  /** Handle times by the agent's tenure, where the log tells it. */
  readonly tenure: TenureTotals;
  /** Abandoned contacts whose caller is known, and how many of them called again within the hour. */
  readonly abandonedKnown: number;
  readonly redialled: number;
};

export function noContacts(channel: string): ContactFacts {
  return {
    channel,
    answered: 0,
    abandoned: 0,
    handled: 0,
    handleSeconds: 0,
    handleSquares: 0,
    leftAfter: new Uint32Array(LONGEST_WAIT + 1),
    servedAfter: new Uint32Array(LONGEST_WAIT + 1),
    responses: new Uint32Array(RESPONSE_BINS),
    tenure: noTenure(),
    abandonedKnown: 0,
    redialled: 0,
  };
}

export function addedContacts(channel: string, list: readonly ContactFacts[]): ContactFacts {
  const sum = (of: (facts: ContactFacts) => number) => list.reduce((total, facts) => total + of(facts), 0);
  const cells = (of: (facts: ContactFacts) => Uint32Array) =>
    of(noContacts('')).map((_, i) => sum((facts) => of(facts)[i] ?? 0));
  return {
    channel,
    answered: sum((facts) => facts.answered),
    abandoned: sum((facts) => facts.abandoned),
    handled: sum((facts) => facts.handled),
    handleSeconds: sum((facts) => facts.handleSeconds),
    handleSquares: sum((facts) => facts.handleSquares),
    leftAfter: cells((facts) => facts.leftAfter),
    servedAfter: cells((facts) => facts.servedAfter),
    responses: cells((facts) => facts.responses),
    tenure: addedTenure(list.map((facts) => facts.tenure)),
    abandonedKnown: sum((facts) => facts.abandonedKnown),
    redialled: sum((facts) => facts.redialled),
  };
}

/** Where a first response after so many seconds is counted. */
export function responseBin(seconds: Seconds): number {
  return Math.min(RESPONSE_BINS - 1, Math.max(0, Math.floor(Math.log(Math.max(1, seconds)) / RESPONSE_STEP)));
}

export function waitBin(seconds: Seconds): number {
  return Math.min(LONGEST_WAIT, Math.floor(seconds));
}

/** Mean and coefficient of variation of the handle time; null below 30 contacts, which tell no spread. */
export function handleTimes(
  facts: ContactFacts,
): { readonly contacts: number; readonly mean: Seconds; readonly cv: number } | null {
  const { handled, handleSeconds, handleSquares } = facts;
  if (handled < 30 || handleSeconds <= 0) return null;
  const mean = handleSeconds / handled;
  const variance = Math.max(0, (handleSquares - handled * mean * mean) / (handled - 1));
  return { contacts: handled, mean, cv: Math.sqrt(variance) / mean };
}

export type Patience = {
  /** Who gave up after `MISDIALS` seconds or more, and before `LONGEST_WAIT`. */
  readonly abandoned: number;
  /** Mean of the exponential law, with its 95 % interval. */
  readonly mean: Seconds;
  readonly low: Seconds;
  readonly high: Seconds;
  /** By Kaplan and Meier: after how long a quarter and half of those still waiting have left; null: never seen. */
  readonly quarterLeft: Seconds | null;
  readonly halfLeft: Seconds | null;
};

/** Null below 20 abandons: the estimate would be known to no better than a half. */
export function patienceOf({ leftAfter, servedAfter }: ContactFacts): Patience | null {
  let [abandoned, waited] = [0, 0];
  for (let second = MISDIALS; second < LONGEST_WAIT; second++) {
    const [left, served] = [leftAfter[second] ?? 0, servedAfter[second] ?? 0];
    abandoned += left;
    // whole seconds: on average half a second more
    waited += (left + served) * (second + 0.5 - MISDIALS);
  }
  // censored: their patience is at least this, even of those who gave up later
  const longer = (leftAfter[LONGEST_WAIT] ?? 0) + (servedAfter[LONGEST_WAIT] ?? 0);
  waited += longer * (LONGEST_WAIT - MISDIALS);
  if (abandoned < 20 || waited <= 0) return null;
  const mean = waited / abandoned;
  const spread = Math.exp(1.96 / Math.sqrt(abandoned));
  const survival = survivalBySecond({ leftAfter, servedAfter });
  const leftBy = (share: Share) => {
    const second = survival.findIndex((still) => still <= 1 - share);
    return second < 0 ? null : second;
  };
  return {
    abandoned,
    mean,
    low: mean / spread,
    high: mean * spread,
    quarterLeft: leftBy(0.25),
    halfLeft: leftBy(0.5),
  };
}

/** Kaplan and Meier's share with more patience than each whole second, as far as anybody waited, at most to `LONGEST_WAIT`. */
export function survivalBySecond({
  leftAfter,
  servedAfter,
}: Pick<ContactFacts, 'leftAfter' | 'servedAfter'>): Share[] {
  let atRisk = 0;
  for (let second = MISDIALS; second < leftAfter.length; second++)
    atRisk += (leftAfter[second] ?? 0) + (servedAfter[second] ?? 0);
  const survival: Share[] = [];
  let still = 1;
  for (let second = 0; second < LONGEST_WAIT && atRisk > 0; second++) {
    if (second >= MISDIALS) {
      still *= 1 - (leftAfter[second] ?? 0) / atRisk;
      atRisk -= (leftAfter[second] ?? 0) + (servedAfter[second] ?? 0);
    }
    survival.push(still);
  }
  return survival;
}

/** Time to the first response on the calendar: median and 90 % point, known to 5 %; null without any. */
export function firstResponses({
  responses,
}: ContactFacts): { readonly contacts: number; readonly median: Seconds; readonly ninety: Seconds } | null {
  const contacts = responses.reduce((sum, count) => sum + count, 0);
  if (contacts === 0) return null;
  const quantile = (share: Share): Seconds => {
    let passed = 0;
    const bin = responses.findIndex((count) => (passed += count) >= share * contacts);
    return Math.exp((bin + 0.5) * RESPONSE_STEP);
  };
  return { contacts, median: quantile(0.5), ninety: quantile(0.9) };
}
