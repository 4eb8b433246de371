/**
 * M/M/n+G: patience of any law, by quadrature over the wait that is offered.
 *
 * While all agents are busy the offered wait has density proportional to
 * f(x) = exp(λ ∫₀ˣ (share still patient) − nμ x); every measure is an integral of f times something
 * positive, so nothing cancels. Assumptions as erlang-a.ts except for the law of patience.
 *
 * Reference: Baccelli & Hebuterne (1981); Zeltyn & Mandelbaum (2005), Queueing Systems 51.
 */
import { gaussLegendre } from '../numeric/gauss-legendre.ts';
import type { ContactsPerHour, Seconds } from '../units.ts';
import { SECONDS_PER_HOUR } from '../units.ts';
import { requireNonNegative, requirePositive, requireThreshold, requireWholeAgents } from './domain.ts';
import { quietLine } from './erlang-a.ts';
import { idleWeight } from './erlang-b.ts';
import { offeredLoad } from './erlang-c.ts';
import type { Measures } from './measures.ts';
import type { PatienceLaw, Survival } from './patience-law.ts';
import { survivalOf } from './patience-law.ts';

export type GeneralLine = {
  readonly contactsPerHour: ContactsPerHour;
  readonly handleTime: Seconds;
  readonly patience: PatienceLaw;
  readonly agents: number;
};

/** Weighted points of the offered wait, f and both integrands of patience evaluated once. */
type Point = {
  readonly wait: Seconds;
  /** f(wait) · quadrature weight, relative to the largest f. */
  readonly weight: number;
  readonly patient: number;
  readonly gone: number;
};

const RULE = gaussLegendre(16);
/** f is negligible this many powers of e below its largest value. */
const NEGLIGIBLE = 42;
const PANELS = 14;

/**
 * Every measure. Relative error about 1e-9 for smooth laws; up to 2e-7 for Weibull shapes of 0.2 or 10.
 *
 * @throws {DomainError} as erlangA, and on a broken law of patience
 * @throws {RangeError} where the law keeps so many waiting for ever that the queue never settles
 */
export function generalPatience({ contactsPerHour, handleTime, patience, agents }: GeneralLine): Measures {
  requireNonNegative('generalPatience', 'contactsPerHour', contactsPerHour);
  requirePositive('generalPatience', 'handleTime', handleTime);
  const load = offeredLoad(contactsPerHour, handleTime);
  requireWholeAgents('generalPatience', agents, load);
  const law = survivalOf(patience);
  if (load === 0) return quietLine(load);
  const arrivalRate = contactsPerHour / SECONDS_PER_HOUR;
  const drain = agents / handleTime;
  const exponent = (x: Seconds): number => arrivalRate * law.meanUpTo(x) - drain * x;
  const { peak, end } = extent(law, arrivalRate, drain, exponent);
  const height = exponent(peak);
  const points = (from: Seconds, to: Seconds): Point[] => pointsOf(law, exponent, height, from, to, peak);

  // Where f(0) = 1 the states with an agent free weigh 1/B of one agent fewer.
  const free = (idleWeight(load, agents) * arrivalRate) / drain;
  const scaledFree = free * Math.exp(-height);
  const all = points(0, end);
  const total = (pick: (point: Point) => number, list: readonly Point[] = all): number =>
    arrivalRate * list.reduce((sum, point) => sum + point.weight * pick(point), 0);
  const waiting = total(() => 1);
  // Where the free states outweigh what a double holds, nobody waits.
  const per = scaledFree < Infinity ? 1 / (scaledFree + waiting) : 0;
  const freeShare = scaledFree < Infinity ? scaledFree * per : 1;
  const answered = freeShare + total(({ patient }) => patient) * per;
  const meanWait = total(({ wait }) => law.meanUpTo(wait)) * per;
  const abandoned = total(({ gone }) => gone) * per;
  const split = (name: string, threshold: Seconds): { early: Point[]; late: number } => {
    requireThreshold(name, 'threshold', threshold);
    const to = Math.min(threshold, end);
    return { early: points(0, to), late: total(() => 1, points(to, end)) };
  };
  return {
    load,
    occupancy: Math.min(1, (load * answered) / agents),
    waitProbability: waiting * per,
    meanWait,
    meanWaitAnswered: (total(({ wait, patient }) => wait * patient) * per) / answered,
    abandonProbability: abandoned,
    meanQueueLength: meanWait * arrivalRate,
    answeredWithin(threshold) {
      const { early } = split('answeredWithin', threshold);
      return freeShare + total(({ patient }) => patient, early) * per;
    },
    abandonedWithin(threshold) {
      const { early, late } = split('abandonedWithin', threshold);
      const goneThen = threshold === Infinity ? 1 : law.gone(threshold);
      return (total(({ gone }) => gone, early) + goneThen * late) * per;
    },
    offeredWaitWithin(threshold) {
      const { early } = split('offeredWaitWithin', threshold);
      return freeShare + total(() => 1, early) * per;
    },
  };
}

/** Where f is largest, and from where on it is negligible. */
function extent(
  law: Survival,
  arrivalRate: number,
  drain: number,
  exponent: (x: Seconds) => number,
): { peak: Seconds; end: Seconds } {
  const rising = (x: Seconds): boolean => arrivalRate * law.beyond(x) > drain;
  let peak = 0;
  if (rising(0)) {
    let high = 1 / drain;
    while (rising(high)) {
      high *= 2;
      if (high > 1e15) {
        throw new RangeError('generalPatience: too many never give up, so the queue grows without end');
      }
    }
    let low = 0;
    for (let step = 0; step < 60; step++) {
      const middle = (low + high) / 2;
      if (rising(middle)) low = middle;
      else high = middle;
    }
    peak = high;
  }
  const floor = exponent(peak) - NEGLIGIBLE;
  let length = 1 / drain;
  while (exponent(peak + length) > floor) {
    length *= 2;
    if (length > 1e15) throw new RangeError('generalPatience: the queue grows without end');
  }
  return { peak, end: peak + length };
}

/** Panels that shrink towards the peak of f and towards 0, where laws of patience may start steeply. */
function pointsOf(
  law: Survival,
  exponent: (x: Seconds) => number,
  height: number,
  from: Seconds,
  to: Seconds,
  peak: Seconds,
): Point[] {
  const points: Point[] = [];
  const panel = (low: Seconds, high: Seconds): void => {
    for (let i = 0; i < RULE.nodes.length; i++) {
      const wait = low + (high - low) * (RULE.nodes[i] ?? 0);
      const weight = (high - low) * (RULE.weights[i] ?? 0) * Math.exp(exponent(wait) - height);
      points.push({ wait, weight, patient: law.beyond(wait), gone: law.gone(wait) });
    }
  };
  const graded = (low: Seconds, high: Seconds): void => {
    // Halve again and again towards both ends.
    const middle = (low + high) / 2;
    for (let k = 0; k < PANELS; k++) {
      const [outer, inner] = [2 ** -k, k === PANELS - 1 ? 0 : 2 ** -(k + 1)];
      panel(low + (middle - low) * inner, low + (middle - low) * outer);
      panel(high - (high - middle) * outer, high - (high - middle) * inner);
    }
  };
  if (from < peak && peak < to) {
    graded(from, peak);
    graded(peak, to);
  } else if (from < to) graded(from, to);
  return points;
}
