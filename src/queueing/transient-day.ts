/**
 * The exact day: rates and agents that change from interval to interval, with everything that is
 * carried over: backlog, and contacts still being handled when a shift ends.
 *
 * Assumes Poisson arrivals, exponential handle times and patience, identical agents, one
 * first-come-first-served queue. Do not use it where handle times are far from exponential and
 * staffing falls steeply (simulate), or for agents with several skills.
 *
 * Reference: Kolmogorov's equations; Ingolfsson et al. (2007), INFORMS J. Computing 19(2), for the
 * methods compared; birth-death-step.ts for the one used.
 */
import { DomainError } from '../errors.ts';
import type { ContactsPerHour, Seconds, Share } from '../units.ts';
import { SECONDS_PER_HOUR } from '../units.ts';
import type { SolvedInterval } from './day-solver.ts';
import { DaySolver } from './day-solver.ts';
import { solvePooledDay } from './pooled-day.ts';
import { requireNonNegative, requirePositive, requireThreshold } from './domain.ts';
import type { ShiftEnd } from './shift-end.ts';
import type { Stretch } from './waiting-ahead.ts';

export type DayInterval = {
  readonly contactsPerHour: ContactsPerHour;
  /** Whole; 0 is allowed: everyone waits. */
  readonly agents: number;
  /** Where it differs from the day's. */
  readonly handleTime?: Seconds | undefined;
};

export type Day = {
  readonly intervalLength: Seconds;
  readonly intervals: readonly DayInterval[];
  readonly handleTime: Seconds;
  /** Mean time before a waiting contact gives up; without it all wait. */
  readonly patience?: Seconds | undefined;
  readonly threshold: Seconds;
  /** Default `named`: an agent whose shift ends finishes his contact. */
  readonly shiftEnd?: ShiftEnd | undefined;
  /** Relative error allowed in every measure; default 1e-5. */
  readonly tolerance?: number | undefined;
};

/** Expected counts by when it happens (arrival, start of service, abandonment), and time averages. */
export type IntervalMeasures = {
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  /** By the interval of arrival. */
  readonly answeredWithinThreshold: number;
  /** Time average of the chance that all agents are busy. */
  readonly waitProbability: number;
  readonly meanQueueLength: number;
  /** Busy time / staffed time; 0 where nobody is on duty. */
  readonly occupancy: Share;
  readonly queueAtEnd: number;
};

export type DayMeasures = { readonly intervals: IntervalMeasures[]; readonly day: IntervalMeasures };

/**
 * The day from an empty start, interval by interval and in total (counts summed, rates averaged over
 * time). After the last interval its staffing is taken to go on, for contacts still waiting then.
 *
 * Contacts that leavers carry away (`named`) are finished outside staffed time. Contacts put back
 * (`preemptive`) count as answered once more only when an agent takes them up again: `answered` is
 * net of those put back, so offered = answered + abandoned + waiting at the end.
 *
 * @throws {DomainError} on a broken number or an unknown shift end
 */
export function transientDay(day: Day): DayMeasures {
  requireDay('transientDay', day);
  const stretches = stretchesOf(day);
  const problem = {
    stretches,
    abandonRate: abandonRateOf(day),
    threshold: day.threshold,
    shiftEnd: day.shiftEnd ?? 'named',
    tolerance: day.tolerance ?? DEFAULT_TOLERANCE,
  };
  const solved = problem.shiftEnd === 'pooled' ? solvePooledDay(problem) : new DaySolver(problem).solve();
  return dayMeasures(stretches, problem.abandonRate, solved);
}

export const DEFAULT_TOLERANCE = 1e-5;

export function abandonRateOf({ patience }: Day): number {
  return patience === undefined ? 0 : 1 / patience;
}

/** The day in seconds and rates per second. */
export function stretchesOf({ intervalLength, intervals, handleTime }: Day): Stretch[] {
  return intervals.map((interval) => ({
    length: intervalLength,
    arrivalRate: interval.contactsPerHour / SECONDS_PER_HOUR,
    agents: interval.agents,
    completionRate: 1 / (interval.handleTime ?? handleTime),
  }));
}

/** Measures per interval and in total from the solved intervals. */
export function dayMeasures(
  stretches: readonly Stretch[],
  abandonRate: number,
  solved: readonly Pick<SolvedInterval, 'sums' | 'startsAtChange'>[],
): DayMeasures {
  let time = 0;
  let staffed = 0;
  let [offered, answered, abandoned, within, full, queue, busy] = [0, 0, 0, 0, 0, 0, 0];
  const intervals = solved.map(({ sums, startsAtChange }, i): IntervalMeasures => {
    const { length, agents, arrivalRate, completionRate } = stretches[i] ?? EMPTY;
    const arrived = arrivalRate * length;
    // With nobody on duty nobody starts, whatever rounding says.
    const started =
      startsAtChange +
      (agents === 0
        ? 0
        : arrivalRate * (length - sums.fullTime) + agents * completionRate * sums.someoneWaitsTime);
    const left = abandonRate * sums.queueTime;
    time += length;
    staffed += agents * length;
    offered += arrived;
    answered += started;
    abandoned += left;
    within += sums.answeredWithin;
    full += sums.fullTime;
    queue += sums.queueTime;
    busy += sums.busyTime;
    return {
      offered: arrived,
      answered: started,
      abandoned: left,
      answeredWithinThreshold: sums.answeredWithin,
      waitProbability: sums.fullTime / length,
      meanQueueLength: sums.queueTime / length,
      occupancy: agents === 0 ? 0 : sums.busyTime / (agents * length),
      queueAtEnd: sums.queueAtEnd,
    };
  });
  return {
    intervals,
    day: {
      offered,
      answered,
      abandoned,
      answeredWithinThreshold: within,
      waitProbability: full / time,
      meanQueueLength: queue / time,
      occupancy: staffed === 0 ? 0 : busy / staffed,
      queueAtEnd: intervals.at(-1)?.queueAtEnd ?? 0,
    },
  };
}

const EMPTY: Stretch = { length: 1, agents: 0, arrivalRate: 0, completionRate: 1 };
const SHIFT_ENDS: readonly string[] = ['named', 'preemptive', 'pooled'] satisfies ShiftEnd[];

/** Domain of a day. */
export function requireDay(functionName: string, day: Day): void {
  requirePositive(functionName, 'intervalLength', day.intervalLength);
  requirePositive(functionName, 'handleTime', day.handleTime);
  if (day.patience !== undefined) requirePositive(functionName, 'patience', day.patience);
  requireThreshold(functionName, 'threshold', day.threshold);
  if (day.intervals.length === 0) {
    throw new DomainError(functionName, 'intervals', 'empty', 'at least one interval');
  }
  for (const [i, { contactsPerHour, agents, handleTime }] of day.intervals.entries()) {
    requireNonNegative(functionName, `intervals[${i}].contactsPerHour`, contactsPerHour);
    if (!(Number.isSafeInteger(agents) && agents >= 0)) {
      throw new DomainError(functionName, `intervals[${i}].agents`, agents, 'a whole number, at least 0');
    }
    if (handleTime !== undefined) requirePositive(functionName, `intervals[${i}].handleTime`, handleTime);
  }
  const { shiftEnd = 'named', tolerance = DEFAULT_TOLERANCE } = day;
  if (!SHIFT_ENDS.includes(shiftEnd)) {
    throw new DomainError(functionName, 'shiftEnd', shiftEnd, SHIFT_ENDS.join(', '));
  }
  if (!(tolerance >= 1e-12 && tolerance <= 0.1)) {
    throw new DomainError(functionName, 'tolerance', tolerance, 'from 1e-12 to 0.1');
  }
}
