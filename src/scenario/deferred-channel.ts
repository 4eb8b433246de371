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
import { deferredLine, type DeferredResult } from '../queueing/deferred-work.ts';
import type { Probability, Seconds } from '../units.ts';
import type { ChannelAnalysis, DaySwing, TargetResult } from './analysis.ts';
import type { Axis } from './axis.ts';
import {
  deferredHours,
  deferredWorkOf,
  dueOf,
  meanWork,
  scaledWork,
  wholeWork,
  type Work,
} from './deferred-inputs.ts';
import { cvOfWork, type ChannelDemand } from './demand.ts';
import { emptyCounts, type ChannelRequirement } from './live-channel.ts';
import { contactsOf } from './left-over.ts';
import type { Channel } from './schema.ts';
import { goalsOf, type Goal } from './target-chance.ts';

/**
 * Agents by interval that keep every promise. Where even endless staff comes too late this is said, and
 * the number is the one that gets the work done.
 */
export function deferredRequirement(
  channel: Channel,
  demand: ChannelDemand,
  axis: Axis,
  assurance: Probability,
  hours = deferredHours(channel, axis),
): ChannelRequirement {
  const { staffable, grid } = hours;
  const work = deferredWorkOf(channel, demand, axis, hours);
  if (contactsOf(demand).every((contacts) => contacts === 0)) {
    const none = new Float64Array(axis.intervals.length);
    return { required: none, requiredAssured: none, unattainable: null };
  }
  const line = deferredLine(work, grid, hours.space);
  // An assurance below one half does not ask for less than the expected volume.
  const busier = Math.max(1, 1 + normalQuantile(assurance) * volumeCv(channel, demand, axis));
  const at = (factor: number): Float64Array => {
    const busy = scaledWork(work, factor);
    requireTimeForOne(channel, work);
    const levelled = Float64Array.from(
      levelledDeferredAgents({ ...busy, staffable, clears: true }, grid).agents,
    );
    const result = line(levelled, factor);
    if (goalsOf(channel.targets).every((goal) => meets(goal, valueOf(goal, result, busy), result))) {
      return levelled;
    }
    // Levelled work is done just in time: a target on the mean, or on occupancy, asks for more.
    const { serviceLevel, firstResponse, maxOccupancy } = channel.targets;
    const meanFirstResponse = meanResponseGoal(channel, work);
    const agents = constantDeferredAgents(
      { ...busy, staffable },
      {
        ...(serviceLevel ? { serviceLevel: serviceLevel.share } : {}),
        ...(meanFirstResponse === Infinity ? {} : { meanFirstResponse }),
        ...(firstResponse?.percentile ? { percentile: firstResponse.percentile } : {}),
        ...(maxOccupancy === undefined ? {} : { maxOccupancy }),
      },
    );
    return Float64Array.from(staffable, (open) => (open ? agents : 0));
  };
  try {
    const required = at(1);
    // Whole agents, levelled anew, can be fewer here and there for more work.
    const requiredAssured = at(busier).map((agents, i) => Math.max(agents, required[i] ?? 0));
    return { required, requiredAssured, unattainable: null };
  } catch (error) {
    if (!(error instanceof UnattainableTarget)) throw error;
    return {
      required: agentsForWork(work, staffable),
      requiredAssured: agentsForWork(scaledWork(work, busier), staffable),
      unattainable: { target: error.target, reason: error.reason },
    };
  }
}

/** Shares of time that agents need for breath where nothing but the work itself asks for them. */
const BUSY_AT_MOST = 0.95;

/** The same number in every open interval, enough for all the work; nobody where it never opens. */
function agentsForWork(work: Work, staffable: readonly boolean[]): Float64Array {
  const { seconds } = wholeWork(work);
  const open = staffable.filter(Boolean).length * work.intervalLength;
  return Float64Array.from(staffable, (on) => (on ? Math.ceil(seconds / (open * BUSY_AT_MOST)) : 0));
}

/** Longest mean time from arrival to answer that both targets on a mean allow; the wait ends where the work begins. */
function meanResponseGoal({ targets }: Channel, work: Work): Seconds {
  const response = targets.firstResponse?.mean ?? Infinity;
  const wait = targets.meanWaitAnswered ?? Infinity;
  return Math.min(response, wait + meanWork(work));
}

/** @throws {UnattainableTarget} where an answer is due before it can be written */
function requireTimeForOne({ targets }: Channel, { workPerContact }: Work): void {
  const { serviceLevel, firstResponse } = targets;
  const limits = [serviceLevel?.threshold, firstResponse?.percentile?.within, firstResponse?.mean];
  if (limits.some((limit) => limit !== undefined && limit < workPerContact)) {
    throw new UnattainableTarget(
      'firstResponse',
      `one contact takes ${Math.round(workPerContact)} s of work`,
    );
  }
}

export function analyseDeferred(
  channel: Channel,
  demand: ChannelDemand,
  requirement: ChannelRequirement,
  assurance: Probability,
  present: Float64Array,
  axis: Axis,
  hours = deferredHours(channel, axis),
): ChannelAnalysis {
  const work = deferredWorkOf(channel, demand, axis, hours);
  // Nobody works on what is closed: the clock stands still and so does the work.
  const planned = present.map((agents, i) => (hours.staffable[i] ? agents : 0));
  const line = deferredLine(work, hours.grid, hours.space);
  const goals = goalsOf(channel.targets);
  const runs = new Map<number, Run>();
  // Every target asks for the same few volumes: each is worked through once.
  const run = (factor: number): Run => {
    const known = runs.get(factor);
    if (known) return known;
    const result = line(planned, factor);
    const values = new Map(goals.map((goal) => [goal, valueOf(goal, result, work)]));
    const answer = { result, values };
    runs.set(factor, answer);
    return answer;
  };
  const { result } = run(1);
  const { workPerContact } = work;
  const cv = volumeCv(channel, demand, axis);
  const targets = goals.map((goal) => deferredTarget(goal, run, cv));
  // The flow's due time is never shorter than the work; a promised one may be.
  const { found } = result;
  const tooSoon = dueOf(channel) < workPerContact;
  const inTime = tooSoon ? result.withinDue.map(() => 0) : withFound(result.withinDue, found.withinDue);
  const judged = result.withinDue.map((count, i) => count + (result.late[i] ?? 0));
  const answered = withFound(result.answered, found.answered);
  const waits = result.responseSeconds.map((seconds, i) => seconds - result.answered[i]! * workPerContact);
  const foundWaits = found.responseSeconds - found.answered * (work.workPerFound ?? workPerContact);
  const offered = contactsOf(demand);
  const expected = {
    ...emptyCounts(axis.intervals.length),
    offered,
    answered,
    answeredInTime: inTime,
    levelNumerator: inTime,
    levelDenominator: withFound(judged, found.withinDue + found.late),
    firstResponse: withFound(result.responseSeconds, found.responseSeconds),
    repliedInTime: inTime,
    staying: offered,
    waitAnswered: withFound(waits, foundWaits).map((seconds) => Math.max(0, seconds)),
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
    open: Uint8Array.from(hours.staffable, Number),
    arriving: demand.offered,
    leftOver: demand.leftOver?.contacts ?? 0,
    offered,
    whileClosed: demand.turnedAway.reduce((a, b) => a + b, 0),
    handleTime: meanWork(work),
    load: demand.toAgents.map((contacts) => (contacts * workPerContact) / axis.intervalSeconds),
    required: needed(requirement.required),
    requiredAssured: needed(requirement.requiredAssured),
    planned,
    absent: null,
    expected,
    targets,
    chance,
    beside: null,
    daySwings: targets.length > 0 ? volumeSwings(channel, demand, axis, cv) : [],
    // Work beyond the capacity of an interval is normal here; what counts is the backlog in the end.
    overloadedIntervals: 0,
    unattainable: requirement.unattainable,
  };
}

/** What was found at the start counts in the first interval, as in the simulation. */
function withFound(byInterval: Float64Array, found: number): Float64Array {
  const counts = byInterval.slice();
  if (found > 0) counts[0]! += found;
  return counts;
}

/**
 * Coefficient of variation of the work that arrives: independent day factors, weighted by the days' volumes, on a
 * level common to all, and chance, with that in the handle times of contacts that wait already.
 */
function volumeCv(channel: Channel, demand: ChannelDemand, axis: Axis): number {
  const days = volumeByDay(demand, axis);
  const contacts = days.reduce((a, b) => a + b, 0);
  if (contacts === 0) return 0;
  const concentration = days.reduce((sum, volume) => sum + (volume / contacts) ** 2, 0);
  const spread = cvOfWork(channel, demand) ** 2;
  const found = (spread * (demand.leftOver?.contacts ?? 0)) / contacts;
  const { dayFactorCv, levelCv = 0 } = channel.demand;
  // the level is all days' alike, and their own swings are on top of it
  const swing = levelCv ** 2 + concentration * dayFactorCv ** 2 * (1 + levelCv ** 2);
  return Math.sqrt(swing + (1 + spread + found) / contacts);
}

/** What each day's factor has in the swing of the volume, and so in every target; close to straight in its score. */
function volumeSwings(channel: Channel, demand: ChannelDemand, axis: Axis, cv: number): DaySwing[] {
  const days = volumeByDay(demand, axis);
  const contacts = days.reduce((a, b) => a + b, 0);
  if (contacts === 0 || cv === 0) return [];
  return Array.from(days, (volume) => ({
    linear: ((volume / contacts) * channel.demand.dayFactorCv) / cv,
    curved: 0,
  }));
}

function volumeByDay(demand: ChannelDemand, axis: Axis): Float64Array {
  const days = new Float64Array(axis.days.length);
  axis.intervals.forEach(({ day }, i) => (days[day]! += demand.toAgents[i]!));
  return days;
}

/** Null where there is nothing to tell it from. */
function valueOf(goal: Goal, result: DeferredResult, work: Work): number | null {
  const { totals } = result;
  switch (goal.kind) {
    case 'serviceLevel':
    case 'firstResponsePercentile':
      return totals.withinDue + totals.late > 0 ? result.firstResponseWithin(goal.within ?? Infinity) : null;
    case 'firstResponseMean':
      return totals.answered > 0 ? totals.meanFirstResponse : null;
    case 'meanWaitAnswered':
      return totals.answered > 0 ? Math.max(0, totals.meanFirstResponse - meanWork(work)) : null;
    case 'abandonment':
      return 0;
    case 'occupancy':
      return totals.utilisation;
  }
}

function meets(goal: Goal, value: number | null, { totals }: Pick<DeferredResult, 'totals'>): boolean {
  // A promise to people of whom nobody is answered is not kept, even where the horizon ends before it is due.
  if (value === null) return totals.answered + totals.undecided + totals.late === 0;
  const slack = 1e-9 * Math.max(1, goal.goal);
  return goal.sense === 'atLeast' ? value >= goal.goal - slack : value <= goal.goal + slack;
}

const WIDEST = 4;

/** The week at one volume, and the value of every goal: told before the next week is worked through. */
type Run = { readonly result: DeferredResult; readonly values: ReadonlyMap<Goal, number | null> };

function deferredTarget(goal: Goal, run: (factor: number) => Run, cv: number): TargetResult {
  const at = (z: number): Run => run(Math.max(0, 1 + z * cv));
  const valueAt = (z: number): number | null => at(z).values.get(goal) ?? null;
  const value = valueAt(0);
  const ends = [-1.96, 0, 1.96].map(valueAt);
  const sorted = ends.filter((end) => end !== null).toSorted((a, b) => a - b);
  const base = {
    kind: goal.kind,
    goal: goal.goal,
    ...(goal.within === undefined ? {} : { within: goal.within }),
  };
  return {
    ...base,
    value,
    low: value === null ? null : (sorted[0] ?? null),
    high: value === null ? null : (sorted.at(-1) ?? null),
    chance: chanceOf(
      (z) => meets(goal, valueAt(z), at(z).result),
      (z) => marginOf(goal, valueAt(z)),
      cv,
    ),
  };
}

/** How far a value is on the good side of its goal. */
function marginOf({ goal, sense }: Goal, value: number | null): number {
  if (value === null) return Number.NaN;
  return sense === 'atLeast' ? value - goal : goal - value;
}

/** The volume searched for is known to so many of its deviations. */
const PRECISION = 0.01;

/**
 * Chance that the volume stays below the highest at which the goal is met. From the nearest of the
 * volumes that the 95 % range has asked for already, by turns at the point where the straight line
 * between the ends reaches the goal, a little beyond it, and halfway.
 */
function chanceOf(isMet: (z: number) => boolean, margin: (z: number) => number, cv: number): Probability {
  if (cv === 0) return isMet(0) ? 1 : 0;
  let met = -WIDEST;
  let missed = WIDEST;
  for (const z of [0, isMet(0) ? 1.96 : -1.96]) {
    if (isMet(z)) met = z;
    else missed = z;
  }
  if (missed === WIDEST && isMet(WIDEST)) return 1;
  if (met === -WIDEST && !isMet(-WIDEST)) return 0;
  for (let step = 0; missed - met > PRECISION; step++) {
    const [good, bad] = [margin(met), margin(missed)];
    const share = good / (good - bad);
    const straight = met + share * (missed - met);
    const beyond = straight + (share < 0.5 ? 0.4 : -0.4) * PRECISION;
    const guess = step % 3 < 2 && beyond > met && beyond < missed;
    const z = guess ? beyond : (met + missed) / 2;
    if (isMet(z)) met = z;
    else missed = z;
  }
  return normalCumulative((met + missed) / 2);
}
