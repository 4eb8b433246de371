/**
 * Least agents per interval given the state the interval inherits: backlog from before, and agents who
 * still finish a contact when their shift has ended.
 *
 * Forward through the day; in each interval the least number for which it meets its targets, taking
 * its staffing to go on, and for which the interval before still does with its last contacts waiting
 * into this one. Compared with one stationary queue per interval it saves staff on falling flanks and
 * adds it on rising ones.
 */
import { DomainError, UnattainableTarget } from '../errors.ts';
import type { Seconds, Share } from '../units.ts';
import type { Law, SolvedInterval } from './day-solver.ts';
import { DaySolver, emptySystem } from './day-solver.ts';
import { requireTargetShare } from './domain.ts';
import { leastAgents } from './required-agents.ts';
import type { Day, DayInterval, DayMeasures, DayStretch } from './transient-day.ts';
import { dayMeasures, DEFAULT_TOLERANCE, requireDay, stretchesOf } from './transient-day.ts';

export type SequentialDay = Omit<Day, 'intervals' | 'threshold' | 'lastContactBefore'> & {
  readonly intervals: readonly Omit<DayInterval, 'agents'>[];
};

export type SequentialTargets = {
  /** Answered within the threshold per offered contact, in every interval. */
  readonly serviceLevel: { readonly share: Share; readonly threshold: Seconds };
  readonly abandonment?: Share | undefined;
  readonly maxOccupancy?: Share | undefined;
};

export type SequentialRequirement = DayMeasures & { readonly agents: number[] };

/**
 * The requirement, with what it gives. Default tolerance 1e-5.
 *
 * @throws {DomainError} on a broken number
 * @throws {UnattainableTarget} for a service level of 100 %
 */
export function sequentialRequirement(day: SequentialDay, targets: SequentialTargets): SequentialRequirement {
  const { serviceLevel, abandonment, maxOccupancy } = targets;
  const { share, threshold } = serviceLevel;
  const full: Day = { ...day, threshold, intervals: day.intervals.map((item) => ({ ...item, agents: 0 })) };
  requireDay('sequentialRequirement', full);
  requireTargetShare('sequentialRequirement', 'serviceLevel.share', share);
  if (abandonment !== undefined) requireTargetShare('sequentialRequirement', 'abandonment', abandonment);
  if (maxOccupancy !== undefined) requireTargetShare('sequentialRequirement', 'maxOccupancy', maxOccupancy);
  if (day.shiftEnd === 'pooled') {
    throw new DomainError('sequentialRequirement', 'shiftEnd', 'pooled', 'named or preemptive');
  }
  if (threshold === Infinity) {
    throw new DomainError('sequentialRequirement', 'serviceLevel.threshold', threshold, 'finite');
  }
  if (share === 1) {
    throw new UnattainableTarget('serviceLevel', 'all agents are busy at times, whatever their number');
  }
  const stretches: DayStretch[] = stretchesOf(full);
  const solver = new DaySolver({
    stretches,
    threshold,
    shiftEnd: day.shiftEnd ?? 'named',
    tolerance: day.tolerance ?? DEFAULT_TOLERANCE,
  });
  const solved: SolvedInterval[] = [];
  const lawBefore = (i: number): Law => (i === 0 ? emptySystem() : (solved[i - 1]?.end ?? emptySystem()));
  const levelHolds = (i: number, { sums }: SolvedInterval): boolean => {
    const { arrivalRate, length } = stretches[i]!;
    return sums.answeredWithin >= share * arrivalRate * length;
  };
  /** Intervals before `index` whose contacts may still wait in it. */
  const waitingInto = (index: number): number[] => {
    const found: number[] = [];
    let gap = 0;
    for (let i = index - 1; i >= 0 && threshold > gap; i--) {
      found.push(i);
      gap += day.intervalLength;
    }
    return found;
  };

  for (let i = 0; i < stretches.length; i++) {
    const earlier = waitingInto(i);
    const staff = (agents: number): void => {
      for (let j = i; j < stretches.length; j++) stretches[j] = { ...stretches[j]!, agents };
    };
    const meets = (agents: number): boolean => {
      staff(agents);
      const { arrivalRate, length, completionRate, abandonRate } = stretches[i]!;
      // With nobody leaving, the intervals before stay as they were accepted.
      if (i > 0 && agents < stretches[i - 1]!.agents) {
        if (!earlier.every((j) => levelHolds(j, solver.sweepAgain(j, lawBefore(j), solved[j]!.resolution))))
          return false;
      }
      if (arrivalRate === 0) return true;
      if (agents === 0) return false;
      if (maxOccupancy === 1 && abandonRate === 0 && agents * completionRate < arrivalRate) return false;
      const interval = solver.solveInterval(i, lawBefore(i));
      const { sums } = interval;
      return (
        levelHolds(i, interval) &&
        (abandonment === undefined || abandonRate * sums.queueTime <= abandonment * arrivalRate * length) &&
        (maxOccupancy === undefined || sums.busyTime <= maxOccupancy * agents * length)
      );
    };
    const { arrivalRate, completionRate } = stretches[i]!;
    const load = arrivalRate / completionRate;
    const previous = i === 0 ? undefined : stretches[i - 1];
    const guess =
      previous === undefined || previous.agents === 0
        ? load
        : load + (previous.agents - previous.arrivalRate / previous.completionRate);
    const least = load === 0 && meets(0) ? 0 : leastAgents(Math.max(1, guess), meets);
    staff(least);
    solved[i] = solver.solveInterval(i, lawBefore(i));
    for (const j of earlier) solved[j] = solver.sweepAgain(j, lawBefore(j), solved[j]!.resolution);
  }
  const agents = stretches.map((stretch) => stretch.agents);
  const staffed = {
    ...full,
    intervals: full.intervals.map((item, i) => ({ ...item, agents: agents[i] ?? 0 })),
  };
  return { agents, ...dayMeasures(staffed, stretches, solved) };
}
