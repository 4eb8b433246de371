/**
 * How many agents deferred work needs: the same number whenever staffed, or spread so that the peak
 * is as low as the due times allow.
 *
 * The levelled plan is a taut string: cumulative work done must lie above the work due and below the
 * work arrived, and the shortest path between the two has the least peak and the least variance. It
 * leaves as much backlog at the end as it found at the start.
 *
 * Reference: Modigliani & Hohn (1955), Econometrica 23(1), for production over time; Barlow et al.
 * (1972), "Statistical Inference under Order Restrictions", for the taut string.
 */
import { DomainError, UnattainableTarget } from '../errors.ts';
import type { Seconds, Share } from '../units.ts';
import { arrivalStretches, flowGridOf, valueAt, workDueBy, type FlowGrid } from './deferred-flow.ts';
import type { DeferredInputs } from './deferred-work.ts';
import { deferredLine, requireDeferredInputs } from './deferred-work.ts';
import { requirePositive, requireTargetShare } from './domain.ts';
import { leastAgents } from './required-agents.ts';

export type DeferredDemand = Omit<DeferredInputs, 'agents'> & {
  /** Intervals in which this work is staffed; all of them where left out. */
  readonly staffable?: readonly boolean[] | undefined;
  /** Levelled work: nothing that can be done is left at the end; absent: as much as was found at the start. */
  readonly clears?: boolean | undefined;
};

export type DeferredTargets = {
  /** Share of contacts answered within `due`. */
  readonly serviceLevel?: Share | undefined;
  readonly meanFirstResponse?: Seconds | undefined;
  /** Share of contacts answered within a time of its own. */
  readonly percentile?: { readonly share: Share; readonly within: Seconds } | undefined;
  readonly maxOccupancy?: Share | undefined;
};

/**
 * Least whole number of agents that, present in every staffable interval, meets every target.
 *
 * @throws {DomainError} on a broken number, or no target at all
 * @throws {UnattainableTarget} where even endless staff comes too late, as with hours that open after the due time
 */
export function constantDeferredAgents(demand: DeferredDemand, targets: DeferredTargets): number {
  requireDeferredInputs('constantDeferredAgents', demand);
  const { serviceLevel, meanFirstResponse, percentile, maxOccupancy } = targets;
  if (serviceLevel !== undefined) requireTargetShare('constantDeferredAgents', 'serviceLevel', serviceLevel);
  if (meanFirstResponse !== undefined) {
    requirePositive('constantDeferredAgents', 'meanFirstResponse', meanFirstResponse);
  }
  if (percentile !== undefined) {
    requireTargetShare('constantDeferredAgents', 'percentile.share', percentile.share);
    requirePositive('constantDeferredAgents', 'percentile.within', percentile.within);
  }
  if (maxOccupancy !== undefined) requireTargetShare('constantDeferredAgents', 'maxOccupancy', maxOccupancy);
  if ([serviceLevel, meanFirstResponse, percentile, maxOccupancy].every((target) => target === undefined)) {
    throw new DomainError('constantDeferredAgents', 'targets', 'empty', 'at least one target');
  }
  const { workPerContact, workPerFound = workPerContact } = demand;
  const found = sum((demand.openingBacklog ?? []).map((item) => item.contacts));
  const arriving = sum(Array.from(demand.arrivals));
  const contacts = arriving + found;
  if (contacts === 0) return 0;
  const pattern = patternOf(demand);
  const line = deferredLine(demand);
  const meets = (agents: number): boolean => {
    const result = line(pattern.map((on) => (on ? agents : 0)));
    const { totals } = result;
    return (
      (serviceLevel === undefined || totals.shareWithinDue >= serviceLevel * (1 - 1e-12)) &&
      (meanFirstResponse === undefined ||
        (totals.answered > 0 && totals.meanFirstResponse <= meanFirstResponse)) &&
      (percentile === undefined ||
        result.firstResponseWithin(percentile.within) >= percentile.share * (1 - 1e-12)) &&
      (maxOccupancy === undefined || totals.utilisation <= maxOccupancy)
    );
  };
  const workSeconds = arriving * workPerContact + found * workPerFound;
  const staffedSeconds = pattern.filter(Boolean).length * demand.intervalLength;
  // More agents than contacts: all is answered the moment somebody is there.
  const plenty = Math.ceil(contacts) + Math.ceil(workSeconds / demand.intervalLength) + 1;
  if (staffedSeconds === 0 || !meets(maxOccupancy === undefined ? plenty : plenty / maxOccupancy)) {
    throw new UnattainableTarget(
      'firstResponse',
      'even with endless staff answers come too late in these hours',
    );
  }
  return leastAgents(workSeconds / staffedSeconds, meets);
}

export type LevelledPlan = {
  /** Whole agents per interval. */
  readonly agents: number[];
  /** The same before rounding: the least peak that keeps every due time. */
  readonly flow: number[];
};

/**
 * Agents per interval with the least peak that answer every contact within its due time.
 *
 * Rounded up where the running total of whole agents would fall behind, so an early surplus is used. Of what
 * is found at the start, whatever is late before anybody is there has no due time left to keep: it is done when
 * something behind it falls due.
 *
 * @param given grid of these hours, where it is known already
 * @throws {DomainError} on a broken number
 * @throws {UnattainableTarget} where arriving work falls due before anybody could have done it
 */
export function levelledDeferredAgents(demand: DeferredDemand, given?: FlowGrid): LevelledPlan {
  requireDeferredInputs('levelledDeferredAgents', demand);
  const { intervalLength, workPerContact, due } = demand;
  const grid = given ?? flowGridOf(demand);
  const { clock } = grid;
  const arrived = arrivalStretches(demand, grid);
  const pattern = patternOf(demand);
  const end = intervalLength * demand.arrivals.length;
  const slack = due - workPerContact;

  // One knot per staffable interval: at its end, this much work must and can be done.
  const staffed: number[] = [];
  for (let i = 0; i < pattern.length; i++) if (pattern[i]) staffed.push(i);
  const can = staffed.map((i) => valueAt(arrived.curve, (i + 1) * intervalLength));
  const first = staffed[0];
  const dueBefore = workDueBy(arrived, clock, slack, first === undefined ? end : first * intervalLength);
  if (dueBefore > arrived.opening) {
    throw new UnattainableTarget('firstResponse', 'work falls due before the first staffed interval');
  }
  const must = staffed.map((_, k) => {
    // What falls due until the next staffed interval is over has to be done by its start.
    const next = staffed[k + 1];
    const until = next === undefined ? end : (next + 1) * intervalLength;
    const due = workDueBy(arrived, clock, slack, until);
    return due > dueBefore ? Math.min(can[k] ?? 0, due) : 0;
  });
  const last = staffed.length - 1;
  if (last < 0) return { agents: pattern.map(() => 0), flow: pattern.map(() => 0) };
  const all = arrived.curve.work.at(-1) ?? 0;
  const leave = demand.clears ? all : all - arrived.opening;
  const final = Math.min(can[last] ?? 0, Math.max(must[last] ?? 0, leave));
  must[last] = final;
  can[last] = final;

  const path = tautString(must, can);
  const flow = pattern.map(() => 0);
  const agents = pattern.map(() => 0);
  let done = 0;
  for (let k = 0; k < staffed.length; k++) {
    const i = staffed[k]!;
    const wanted = path[k] ?? 0;
    flow[i] = (wanted - (path[k - 1] ?? 0)) / intervalLength;
    const whole = Math.max(0, Math.ceil((wanted - done) / intervalLength - 1e-9));
    agents[i] = whole;
    done = Math.min(valueAt(arrived.curve, (i + 1) * intervalLength), done + whole * intervalLength);
  }
  return { agents, flow };
}

/**
 * The shortest path from 0 between two rising bounds, at unit steps: least peak slope, least variance.
 * Both bounds meet at the last step. O(steps²) at worst.
 */
export function tautString(lower: readonly number[], upper: readonly number[]): number[] {
  const count = lower.length;
  const path = Array.from({ length: count }, () => 0);
  let from = -1;
  let height = 0;
  while (from < count - 1) {
    // Slopes of the straight lines that still pass between the bounds, and where they touch.
    let steepest = -Infinity;
    let flattest = Infinity;
    let floorKnot = from + 1;
    let ceilingKnot = from + 1;
    let knot = count - 1;
    let bound = lower;
    for (let k = from + 1; k < count; k++) {
      const low = ((lower[k] ?? 0) - height) / (k - from);
      const high = ((upper[k] ?? 0) - height) / (k - from);
      if (low > flattest) {
        knot = ceilingKnot;
        bound = upper;
        break;
      }
      if (high < steepest) {
        knot = floorKnot;
        bound = lower;
        break;
      }
      if (low >= steepest) {
        steepest = low;
        floorKnot = k;
      }
      if (high <= flattest) {
        flattest = high;
        ceilingKnot = k;
      }
    }
    const target = bound[knot] ?? 0;
    for (let k = from + 1; k <= knot; k++)
      path[k] = height + ((target - height) * (k - from)) / (knot - from);
    from = knot;
    height = target;
  }
  return path;
}

function patternOf({ arrivals, staffable }: DeferredDemand): boolean[] {
  if (staffable === undefined) return Array.from(arrivals, () => true);
  if (staffable.length !== arrivals.length) {
    throw new DomainError('staffable', 'length', staffable.length, `${arrivals.length} intervals`);
  }
  return [...staffable];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
