/**
 * A channel whose contacts wait for their turn (e-mail, social): the whole horizon as one flow, with
 * the backlog carried over nights and weekends and times counted in open hours.
 *
 * The swing of days averages out over the horizon: its volume is taken as normal with the variance of
 * independent day factors plus that of Poisson arrivals with random handle times. Every target gets
 * harder with volume, so the chance of meeting it is the chance that the volume stays below the
 * highest at which it is met.
 */
import { UnattainableTarget } from '../errors.ts';
import { normalCumulative } from '../numeric/normal-cumulative.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import { constantDeferredAgents, levelledDeferredAgents } from '../queueing/deferred-requirement.ts';
import { deferredWork, type DeferredInputs, type DeferredResult } from '../queueing/deferred-work.ts';
import type { Probability, Seconds } from '../units.ts';
import type { ChannelAnalysis, TargetResult } from './analysis.ts';
import type { Axis } from './axis.ts';
import type { ChannelDemand } from './demand.ts';
import { emptyCounts, type ChannelRequirement } from './live-channel.ts';
import { openIntervals, openSpans } from './opening.ts';
import type { Channel } from './schema.ts';
import { goalsOf, type Goal } from './target-chance.ts';

/** When a channel promises nothing: the next business day. */
const DEFAULT_DUE: Seconds = 86_400;

type Work = Omit<DeferredInputs, 'agents'>;

/** @throws {UnattainableTarget} where even endless staff comes too late */
export function deferredRequirement(
  channel: Channel,
  demand: ChannelDemand,
  axis: Axis,
  assurance: Probability,
): ChannelRequirement {
  const staffable = openIntervals(axis, channel.open);
  const work = workOf(channel, demand, axis);
  const busier = Math.max(0, 1 + normalQuantile(assurance) * volumeCv(channel, demand, axis));
  const at = (factor: number): Float64Array => {
    const busy = scaledWork(work, factor);
    const levelled = Float64Array.from(levelledDeferredAgents({ ...busy, staffable }).agents);
    const result = deferredWork({ ...busy, agents: [...levelled] });
    if (goalsOf(channel.targets).every((goal) => meets(goal, result))) return levelled;
    // Levelled work is done just in time: a target on the mean, or on occupancy, asks for more.
    const { serviceLevel, firstResponse, maxOccupancy } = channel.targets;
    const agents = constantDeferredAgents(
      { ...busy, staffable },
      {
        ...(serviceLevel ? { serviceLevel: serviceLevel.share } : {}),
        ...(firstResponse?.mean === undefined ? {} : { meanFirstResponse: firstResponse.mean }),
        ...(firstResponse?.percentile ? { percentile: firstResponse.percentile } : {}),
        ...(maxOccupancy === undefined ? {} : { maxOccupancy }),
      },
    );
    return Float64Array.from(staffable, (open) => (open ? agents : 0));
  };
  if (work.arrivals.every((contacts) => contacts === 0)) {
    const none = new Float64Array(axis.intervals.length);
    return { required: none, requiredAssured: none, unattainable: null };
  }
  return { required: at(1), requiredAssured: at(busier), unattainable: null };
}

export function analyseDeferred(
  channel: Channel,
  demand: ChannelDemand,
  requirement: ChannelRequirement,
  assurance: Probability,
  planned: Float64Array,
  axis: Axis,
): ChannelAnalysis {
  const work = workOf(channel, demand, axis);
  const agents = [...planned];
  const run = (factor: number): DeferredResult => deferredWork({ ...scaledWork(work, factor), agents });
  const result = run(1);
  const { workPerContact } = work;
  const cv = volumeCv(channel, demand, axis);
  const targets = goalsOf(channel.targets).map((goal) => deferredTarget(goal, run, result, cv));
  const handled = (i: number): number => result.answered[i] ?? 0;
  const expected = {
    ...emptyCounts(axis.intervals.length),
    offered: demand.toAgents.slice(),
    answered: result.answered,
    answeredInTime: result.withinDue,
    levelNumerator: result.withinDue,
    levelDenominator: result.withinDue.map((count, i) => count + (result.late[i] ?? 0)),
    firstResponse: result.responseSeconds,
    waitAnswered: result.responseSeconds.map((seconds, i) =>
      Math.max(0, seconds - handled(i) * workPerContact),
    ),
    busy: planned.map((count, i) => count * axis.intervalSeconds * (result.utilisation[i] ?? 0)),
    staffed: planned.map((count) => count * axis.intervalSeconds),
    queue: result.backlog,
  };
  const chance = targets.reduce((least, target) => Math.min(least, target.chance), 1);
  // The backlog carries over, so a level below the levelled plan is no lack where the whole plan holds.
  const needed = (agents: Float64Array): Float64Array =>
    chance >= assurance ? agents.map((count, i) => Math.min(count, planned[i] ?? 0)) : agents;
  return {
    id: channel.id,
    kind: channel.kind,
    model: 'deferred',
    open: Uint8Array.from(openIntervals(axis, channel.open), Number),
    arriving: demand.offered,
    offered: demand.toAgents.slice(),
    whileClosed: demand.turnedAway.reduce((a, b) => a + b, 0),
    handleTime: workPerContact,
    load: demand.toAgents.map((contacts) => (contacts * workPerContact) / axis.intervalSeconds),
    required: needed(requirement.required),
    requiredAssured: needed(requirement.requiredAssured),
    planned,
    expected,
    targets,
    chance,
    // Work beyond the capacity of an interval is normal here; what counts is the backlog in the end.
    overloadedIntervals: 0,
    unattainable: requirement.unattainable,
  };
}

function workOf(channel: Channel, demand: ChannelDemand, axis: Axis): Work {
  const contacts = demand.toAgents.reduce((a, b) => a + b, 0);
  const seconds = demand.toAgents.reduce((sum, count, i) => sum + count * (demand.handleTime[i] ?? 0), 0);
  const workPerContact =
    contacts > 0 ? seconds / contacts : channel.handling.mean + channel.handling.afterContact;
  const { serviceLevel, firstResponse } = channel.targets;
  const due = serviceLevel?.threshold ?? firstResponse?.percentile?.within ?? DEFAULT_DUE;
  if (due < workPerContact) {
    throw new UnattainableTarget(
      'firstResponse',
      `one contact takes ${Math.round(workPerContact)} s of work`,
    );
  }
  return {
    intervalLength: axis.intervalSeconds,
    arrivals: [...demand.toAgents],
    workPerContact,
    due,
    openSpans: openSpans(axis, channel.open).map(({ from, to }) => [from, to] as const),
  };
}

function scaledWork(work: Work, factor: number): Work {
  return { ...work, arrivals: work.arrivals.map((contacts) => contacts * factor) };
}

/** Coefficient of variation of the horizon's workload: independent day factors, weighted by the days' volumes, and chance. */
function volumeCv(channel: Channel, demand: ChannelDemand, axis: Axis): number {
  const days = new Float64Array(axis.days.length);
  axis.intervals.forEach(({ day }, i) => (days[day] = (days[day] ?? 0) + (demand.toAgents[i] ?? 0)));
  const contacts = days.reduce((a, b) => a + b, 0);
  if (contacts === 0) return 0;
  const concentration = days.reduce((sum, volume) => sum + (volume / contacts) ** 2, 0);
  return Math.sqrt(
    concentration * channel.demand.dayFactorCv ** 2 + (1 + channel.handling.cv ** 2) / contacts,
  );
}

function valueOf(goal: Goal, result: DeferredResult): number | null {
  switch (goal.kind) {
    case 'serviceLevel':
      return result.totals.withinDue + result.totals.late > 0 ? result.totals.shareWithinDue : null;
    case 'firstResponsePercentile':
      return result.firstResponseWithin(goal.within ?? Infinity);
    case 'firstResponseMean':
    case 'meanWaitAnswered':
      return result.totals.answered > 0 ? result.totals.meanFirstResponse : null;
    case 'abandonment':
      return 0;
    case 'occupancy':
      return result.totals.utilisation;
  }
}

function meets(goal: Goal, result: DeferredResult): boolean {
  const value = valueOf(goal, result);
  if (value === null) return true;
  return goal.sense === 'atLeast' ? value >= goal.goal - 1e-9 : value <= goal.goal + 1e-9;
}

const WIDEST = 4;

function deferredTarget(
  goal: Goal,
  run: (factor: number) => DeferredResult,
  result: DeferredResult,
  cv: number,
): TargetResult {
  const at = (z: number): DeferredResult => run(Math.max(0, 1 + z * cv));
  const value = valueOf(goal, result);
  const ends = [valueOf(goal, at(-1.96)), valueOf(goal, at(1.96))].map((end) => end ?? value);
  const sorted = ends.filter((end) => end !== null).toSorted((a, b) => a - b);
  const base = {
    kind: goal.kind,
    goal: goal.goal,
    ...(goal.within === undefined ? {} : { within: goal.within }),
  };
  return {
    ...base,
    value,
    low: sorted[0] ?? null,
    high: sorted.at(-1) ?? null,
    chance: chanceOf(goal, at, result, cv),
  };
}

/** Chance that the volume stays below the highest at which the goal is met; bisection to 0.01 deviations. */
function chanceOf(
  goal: Goal,
  at: (z: number) => DeferredResult,
  result: DeferredResult,
  cv: number,
): Probability {
  if (cv === 0) return meets(goal, result) ? 1 : 0;
  if (meets(goal, at(WIDEST))) return 1;
  if (!meets(goal, at(-WIDEST))) return 0;
  let met = -WIDEST;
  let missed = WIDEST;
  while (missed - met > 0.01) {
    const middle = (met + missed) / 2;
    if (meets(goal, at(middle))) met = middle;
    else missed = middle;
  }
  return normalCumulative((met + missed) / 2);
}
