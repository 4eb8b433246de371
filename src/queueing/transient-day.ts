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
import type { DayProblem, SolvedInterval } from './day-solver.ts';
import { DaySolver } from './day-solver.ts';
import { PooledSolver } from './pooled-day.ts';
import { requireNonNegative, requirePositive, requireThreshold } from './domain.ts';
import { exactly, type InLine } from './line-at-start.ts';
import type { ShiftEnd } from './shift-end.ts';
import type { Stretch } from './waiting-ahead.ts';

export type DayInterval = {
  readonly contactsPerHour: ContactsPerHour;
  /** Whole; 0 is allowed: everyone waits. */
  readonly agents: number;
  /** Where they differ from the day's. */
  readonly handleTime?: Seconds | undefined;
  readonly patience?: Seconds | undefined;
  /**
   * Of the agents, those who take no new contact in its last seconds (`lastContactBefore`), since others may come as
   * they leave; default those by whom the next interval has fewer.
   */
  readonly leaving?: number | undefined;
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
  /**
   * Agents about to leave take no new contact in these last seconds of their shift, and of the interval they leave
   * at the end of; default 0, `named` only.
   */
  readonly lastContactBefore?: Seconds | undefined;
  /** Relative error allowed in every measure; default 1e-5. */
  readonly tolerance?: number | undefined;
  /** How long each contact has waited that is in line when the day begins, the first of them first; not `pooled`. */
  readonly waiting?: readonly Seconds[] | undefined;
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
 * The day from an empty start, or the line it begins with, interval by interval and in total (counts summed, rates averaged over
 * time). After the last interval its staffing is taken to go on, for contacts still waiting then.
 *
 * Contacts that leavers carry away (`named`) are finished outside staffed time. Contacts put back
 * (`preemptive`) count as answered once more only when an agent takes them up again: `answered` is
 * net of those put back, so offered = answered + abandoned + waiting at the end.
 *
 * @throws {DomainError} on a broken number or an unknown shift end
 */
export function transientDay(day: Day): DayMeasures {
  const { problem, stretches } = problemOf('transientDay', day);
  return dayMeasures(day, stretches, solveDay(problem));
}

/**
 * The day as a solver takes it.
 *
 * @throws {DomainError} as transientDay, in the name of the function given
 */
export function problemOf(
  functionName: string,
  day: Day,
  then?: number,
): { readonly problem: DayProblem; readonly stretches: DayStretch[] } {
  requireDay(functionName, day);
  const { threshold, shiftEnd = 'named', tolerance = DEFAULT_TOLERANCE } = day;
  const { stretches, start } = begun(day, then);
  return { problem: { stretches, threshold, shiftEnd, tolerance, start }, stretches };
}

/** The stretches of a day, and who is in line before them. */
export function begun(
  day: Day,
  then?: number,
): {
  readonly stretches: DayStretch[];
  readonly line: readonly InLine[];
  readonly start: DayProblem['start'];
} {
  const line = (day.waiting ?? []).map((waited) => ({ waited, counted: true }));
  return {
    stretches: stretchesOf(day, then),
    line,
    start: line.length > 0 ? exactly(line.length) : undefined,
  };
}

/** By the solver that the shift ends need. */
export function solveDay(problem: DayProblem): readonly Solved[] {
  return problem.shiftEnd === 'pooled' ? new PooledSolver(problem).solve() : new DaySolver(problem).solve();
}

export const DEFAULT_TOLERANCE = 1e-5;

/** A stretch of constant rates, and the interval of the day it belongs to. */
export type DayStretch = Stretch & {
  readonly interval: number;
  /** Leavers take no new contact any more, and are still paid. */
  readonly closing?: true;
};

/**
 * The day in seconds and rates per second; an interval is cut where leavers stop taking contacts.
 *
 * @param then agents after the last interval; default as in it
 */
export function stretchesOf(
  { intervalLength, intervals, handleTime, patience, lastContactBefore = 0 }: Day,
  then?: number,
): DayStretch[] {
  return intervals.flatMap((item, interval): DayStretch[] => {
    const { agents } = item;
    const stretch = {
      interval,
      length: intervalLength,
      arrivalRate: item.contactsPerHour / SECONDS_PER_HOUR,
      agents,
      completionRate: 1 / (item.handleTime ?? handleTime),
      abandonRate: 1 / (item.patience ?? patience ?? Infinity),
    };
    const next = intervals[interval + 1]?.agents ?? then ?? agents;
    const { leaving = Math.max(0, agents - next) } = item;
    if (lastContactBefore === 0 || leaving === 0) return [stretch];
    return [
      { ...stretch, length: intervalLength - lastContactBefore },
      { ...stretch, length: lastContactBefore, agents: agents - leaving, closing: true },
    ];
  });
}

type Solved = Pick<SolvedInterval, 'sums' | 'startsAtChange'> & { readonly carriedAway?: number };

/** Measures per interval and in total from the solved stretches. */
export function dayMeasures(
  day: Pick<Day, 'intervals' | 'intervalLength' | 'lastContactBefore'>,
  stretches: readonly DayStretch[],
  solved: readonly Solved[],
): DayMeasures {
  const { intervals, intervalLength, lastContactBefore = 0 } = day;
  const parts = intervals.map(({ agents }): Totals => ({
    ...NOTHING,
    time: intervalLength,
    staffed: agents * intervalLength,
  }));
  for (const [k, { sums, startsAtChange, carriedAway = 0 }] of solved.entries()) {
    const { interval, length, agents, arrivalRate, completionRate, abandonRate, closing } = stretches[k]!;
    // With nobody on duty nobody starts, whatever rounding says.
    const started =
      agents === 0
        ? 0
        : arrivalRate * (length - sums.fullTime) + agents * completionRate * sums.someoneWaitsTime;
    const stillPaid = closing
      ? carriedAway * (-Math.expm1(-completionRate * lastContactBefore) / completionRate)
      : 0;
    parts[interval] = add(parts[interval]!, {
      time: 0,
      staffed: 0,
      offered: arrivalRate * length,
      answered: startsAtChange + started,
      abandoned: abandonRate * sums.queueTime,
      within: sums.answeredWithin,
      full: sums.fullTime,
      queue: sums.queueTime,
      busy: sums.busyTime + stillPaid,
      queueAtEnd: sums.queueAtEnd,
    });
  }
  const total = parts.reduce(add, NOTHING);
  return { intervals: parts.map(measuresOf), day: measuresOf(total) };
}

/** Sums whose ratios are the measures. */
type Totals = {
  readonly time: number;
  readonly staffed: number;
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly within: number;
  readonly full: number;
  readonly queue: number;
  readonly busy: number;
  readonly queueAtEnd: number;
};

const NOTHING: Totals = {
  time: 0,
  staffed: 0,
  offered: 0,
  answered: 0,
  abandoned: 0,
  within: 0,
  full: 0,
  queue: 0,
  busy: 0,
  queueAtEnd: 0,
};

/** Sums of two stretches, the later one second. */
function add(a: Totals, b: Totals): Totals {
  return {
    time: a.time + b.time,
    staffed: a.staffed + b.staffed,
    offered: a.offered + b.offered,
    answered: a.answered + b.answered,
    abandoned: a.abandoned + b.abandoned,
    within: a.within + b.within,
    full: a.full + b.full,
    queue: a.queue + b.queue,
    busy: a.busy + b.busy,
    queueAtEnd: b.queueAtEnd,
  };
}

function measuresOf(total: Totals): IntervalMeasures {
  return {
    offered: total.offered,
    answered: total.answered,
    abandoned: total.abandoned,
    answeredWithinThreshold: total.within,
    waitProbability: total.full / total.time,
    meanQueueLength: total.queue / total.time,
    occupancy: total.staffed === 0 ? 0 : total.busy / total.staffed,
    queueAtEnd: total.queueAtEnd,
  };
}

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
  for (const [i, { contactsPerHour, agents, handleTime, patience, leaving = 0 }] of day.intervals.entries()) {
    requireNonNegative(functionName, `intervals[${i}].contactsPerHour`, contactsPerHour);
    if (!(Number.isSafeInteger(agents) && agents >= 0)) {
      throw new DomainError(functionName, `intervals[${i}].agents`, agents, 'a whole number, at least 0');
    }
    if (!(Number.isSafeInteger(leaving) && leaving >= 0 && leaving <= agents)) {
      throw new DomainError(
        functionName,
        `intervals[${i}].leaving`,
        leaving,
        'a whole number, at most the agents',
      );
    }
    if (handleTime !== undefined) requirePositive(functionName, `intervals[${i}].handleTime`, handleTime);
    if (patience !== undefined) requirePositive(functionName, `intervals[${i}].patience`, patience);
  }
  const { shiftEnd = 'named', tolerance = DEFAULT_TOLERANCE, lastContactBefore = 0 } = day;
  if (!SHIFT_ENDS.includes(shiftEnd)) {
    throw new DomainError(functionName, 'shiftEnd', shiftEnd, SHIFT_ENDS.join(', '));
  }
  if (
    !(lastContactBefore >= 0 && lastContactBefore < day.intervalLength) ||
    (lastContactBefore > 0 && shiftEnd !== 'named')
  ) {
    throw new DomainError(
      functionName,
      'lastContactBefore',
      lastContactBefore,
      'at least 0 s, below one interval, and 0 unless shifts end by name',
    );
  }
  if (!(tolerance >= 1e-12 && tolerance <= 0.1)) {
    throw new DomainError(functionName, 'tolerance', tolerance, 'from 1e-12 to 0.1');
  }
  const { waiting = [] } = day;
  if (waiting.length > 0 && shiftEnd === 'pooled') {
    throw new DomainError(functionName, 'waiting', waiting.length, 'empty where shift ends are pooled');
  }
  for (const [i, waited] of waiting.entries()) {
    requireNonNegative(functionName, `waiting[${i}]`, waited);
    if (waited > (waiting[i - 1] ?? waited)) {
      throw new DomainError(functionName, `waiting[${i}]`, waited, 'at most that of the contact before it');
    }
  }
}
