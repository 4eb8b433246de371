/**
 * A live channel through the models: what it needs in every interval, each taken on its own, and what
 * to expect of the plan. Deferred channels are in deferred-channel.ts, where backlogs carry over.
 */
import { UnattainableTarget } from '../errors.ts';
import { inTimeCountVariance, StateSpace } from '../queueing/count-variance.ts';
import { SECONDS_PER_HOUR, type Probability } from '../units.ts';
import type { ChannelAnalysis, ExpectedCounts } from './analysis.ts';
import type { Absence } from './absence.ts';
import { attendances, everybody, STRATA } from './attendance.ts';
import type { Axis } from './axis.ts';
import { serviceLevel } from '../queueing/measures.ts';
import { leastAgents, type QueueTargets } from '../queueing/required-agents.ts';
import { liveModel, targetsOfQueue, type LiveModel } from './channel-model.ts';
import { dayFactorNodes, dayFactorQuantile, dayVolumeCv, levelShare } from './day-factor.ts';
import type { ChannelDemand } from './demand.ts';
import * as column from './interval-counts.ts';
import type { ServiceMeasures } from './interval-counts.ts';
import { openIntervals } from './opening.ts';
import { MOST_AGENTS } from './plan.ts';
import type { Pool } from './pools.ts';
import { mostKeptFree } from './reserve.ts';
import type { Alongside } from './channel-company.ts';
import type { Channel, Targets } from './schema.ts';
import { teamBeside, teamKeeps, type Beside } from './shared-team.ts';
import { KnownWriting } from './known-writing.ts';
import type { RatesByHandleTime } from '../queueing/known-rates.ts';
import type { WrittenLine } from '../queueing/partly-shared-crew.ts';
import { daySwings, goalsOf, targetResult } from './target-chance.ts';

/**
 * Day factors at which a day is evaluated. Against 25 of them, three keep a weekly service level within
 * 0.03 points where days swing by 10 % (the bundled retailer) and within 0.3 where they swing by 22 % (the bank).
 */
const NODES = 3;
/**
 * Where all days may be off together, they do not make up for one another: three put the chance of a week up to 8
 * points from where nine put it, seven within 1 (`level.stat.test.ts`).
 */
const LEVEL_NODES = 7;

export type ChannelRequirement = {
  readonly required: Float64Array;
  readonly requiredAssured: Float64Array;
  readonly unattainable: ChannelAnalysis['unattainable'];
};

/**
 * Agents that the channel's line needs for the channel's own targets, by interval. Where no number of
 * agents meets one of them, it is named and the others decide; without any, the work must be done.
 */
export function lineRequirement(
  channel: Channel,
  line: Pool,
  axis: Axis,
  assurance: Probability,
  model = liveModel(channel, line.patience),
  late: readonly ChannelRequirement[] = [],
  written: KnownWriting | null = null,
): ChannelRequirement {
  try {
    const attained = attainableRequirement(channel, line, axis, assurance, model, late, written);
    return { ...attained, unattainable: null };
  } catch (error) {
    if (!(error instanceof UnattainableTarget) || Object.keys(channel.targets).length === 0) throw error;
    const targets = withoutTarget(channel.targets, error.target);
    const anew = written && new KnownWriting(written.writers);
    const rest = lineRequirement({ ...channel, targets }, line, axis, assurance, undefined, late, anew);
    return { ...rest, unattainable: { target: error.target, reason: error.reason } };
  }
}

const TARGETS = ['serviceLevel', 'meanWaitAnswered', 'firstResponse', 'abandonment', 'maxOccupancy'] as const;

/** The targets less the one that is named, in full or as `firstResponse.mean`; none where it cannot be told. */
export function withoutTarget(targets: Targets, name: string): Targets {
  const named = TARGETS.find((target) => targets[target] !== undefined && name.startsWith(target));
  if (named === undefined) return {};
  const { [named]: _unattainable, ...others } = targets;
  return others;
}

/** @throws {UnattainableTarget} where no number of agents meets a target */
function attainableRequirement(
  channel: Channel,
  line: Pool,
  axis: Axis,
  assurance: Probability,
  model: LiveModel,
  late: readonly ChannelRequirement[],
  written: KnownWriting | null,
): { readonly required: Float64Array; readonly requiredAssured: Float64Array } {
  // An assurance below one half does not ask for less than the expected volume.
  const busier = Math.max(1, dayFactorQuantile(dayVolumeCv(channel.demand), assurance));
  const perHour = SECONDS_PER_HOUR / axis.intervalSeconds;
  const at = (factor: number, pick: (late: ChannelRequirement) => Float64Array): Float64Array => {
    const contactsPerHour = line.contacts.map((contacts) => contacts * factor * perHour);
    const undisturbed = model.requirement({ contactsPerHour, handleTime: line.handleTime });
    const inHand = undisturbed.map((_, i) => late.reduce((sum, one) => sum + (pick(one)[i] ?? 0), 0));
    if (written) {
      const { deferredTime, share } = written.writers;
      const kept = mostKeptFree(undisturbed.map((agents) => share * agents));
      const lines: (WrittenLine | null)[] = Array.from(inHand, () => null);
      const reserve = new Float64Array(inHand.length).fill(kept);
      const beside = { inHand, reserve, deferredTime, written: lines };
      const besideAt = (agents: number, i: number): Beside => {
        const patience = line.patience?.mean ?? Infinity;
        lines[i] = written.lineOf(contactsPerHour[i] ?? 0, line.handleTime[i] ?? 0, patience, agents, kept);
        return beside;
      };
      // Where there is e-mail.
      const least = undisturbed.map((agents, i) => (inHand[i] ? agents : 0));
      return withDeferredWork(
        channel,
        line,
        model,
        least,
        contactsPerHour,
        besideAt,
        written.rates(kept),
      ).map((agents, i) => agents || (undisturbed[i] ?? 0));
    }
    if (!line.team) return undisturbed;
    const { team } = line;
    const { deferredTime } = team;
    const kept = mostKeptFree(undisturbed);
    const beside = { inHand, reserve: new Float64Array(inHand.length).fill(kept), deferredTime };
    const agents = withDeferredWork(channel, line, model, undisturbed, contactsPerHour, () => beside);
    const busy = { ...line, contacts: line.contacts.map((contacts) => contacts * factor) };
    const all = teamBeside(busy, agents, beside, axis.intervalSeconds);
    const withMore = (more: number): Float64Array => all.map((on, i) => (agents[i] ? on + more : on));
    // A reserve is kept only by a team with hours to spare for it.
    const keeps = (more: number): boolean =>
      teamKeeps(line, team, withMore(more), axis.intervalSeconds) >= kept;
    const more = keeps(0) ? 0 : leastAgents(1, keeps, 1);
    return more === 0 ? agents : withMore(more).map((on, i) => (agents[i] ? on : 0));
  };
  const required = at(1, (one) => one.required);
  const assured = at(busier, (one) => one.requiredAssured);
  return { required, requiredAssured: assured.map((agents, i) => Math.max(agents, required[i] ?? 0)) };
}

/**
 * The least agents, from the undisturbed ones on, that meet the targets although some of them have deferred
 * work in hand. Each further agent only helps: what is in hand is given, and so is the reserve.
 */
function withDeferredWork(
  channel: Channel,
  line: Pool,
  model: LiveModel,
  undisturbed: Float64Array,
  contactsPerHour: Float64Array,
  besideAt: (agents: number, interval: number) => Beside,
  known: RatesByHandleTime | null = null,
): Float64Array {
  const targets = targetsOfQueue(channel.targets);
  return undisturbed.map((least, i) => {
    if (least === 0) return 0;
    const [perHour, handleTime] = [contactsPerHour[i] ?? 0, line.handleTime[i] ?? 0];
    const ask = (agents: number): boolean => {
      const measures = model.measures(perHour, handleTime, agents, besideAt(agents, i), i);
      return targets.every((set) => meets(measures, set));
    };
    const rates = known?.(handleTime);
    const enough = (agents: number): boolean => {
      if (agents < least) return false;
      // Where all write and none is kept free, no number answers every call at once.
      if (agents > MOST_AGENTS)
        throw new UnattainableTarget('agents', 'more would be needed than any line has');
      return rates ? rates.meets(agents, perHour, ask) : ask(agents);
    };
    return leastAgents(least, enough, 1);
  });
}

/** Of the queue as it stands; a hair's breadth is rounding. */
function meets(measures: ServiceMeasures, targets: QueueTargets): boolean {
  const { serviceLevel: level, meanWaitAnswered, abandonment, maxOccupancy } = targets;
  const most = 1 + 1e-12;
  return (
    (level === undefined ||
      serviceLevel(measures, level.threshold, level.definition, level.shortAbandon) * most >= level.share) &&
    (meanWaitAnswered === undefined || measures.meanWaitAnswered <= meanWaitAnswered * most) &&
    (abandonment === undefined || measures.abandonProbability <= abandonment * most) &&
    (maxOccupancy === undefined || measures.occupancy <= maxOccupancy * most)
  );
}

/**
 * @param lineAgents there on average, of the whole line; `planned` is the channel's own share of them
 * @param absent of the line's agents
 */
export function analyseLive(
  channel: Channel,
  demand: ChannelDemand,
  line: Pool,
  requirement: ChannelRequirement,
  planned: Float64Array,
  lineAgents: Float64Array,
  axis: Axis,
  model = liveModel(channel, line.patience),
  beside: Alongside | null = null,
  absent: Absence = null,
): ChannelAnalysis {
  const attendance = attendances();
  const strata = absent ? STRATA : 1;
  const level = levelShare(channel.demand);
  const factors = dayFactorNodes(dayVolumeCv(channel.demand), level > 0 ? LEVEL_NODES : NODES);
  const expected = emptyCounts(axis.intervals.length);
  const days = axis.days.map(() =>
    Array.from({ length: factors.length * strata }, () => new Float64Array(column.COLUMNS)),
  );
  const interval = new Float64Array(column.COLUMNS);
  let overloadedIntervals = 0;
  const sums = new Float64Array(column.COLUMNS);
  axis.intervals.forEach(({ day }, i) => {
    const contacts = demand.toAgents[i] ?? 0;
    const lineContacts = line.contacts[i] ?? 0;
    const agents = lineAgents[i] ?? 0;
    const own = planned[i] ?? 0;
    if (lineContacts === 0 && own === 0) return;
    const handleTime = line.handleTime[i] ?? 0;
    const places = model.places(handleTime, agents, beside, i);
    const capacity = places.count * places.serviceRate * axis.intervalSeconds;
    if (lineContacts > capacity) overloadedIntervals++;
    sums.fill(0);
    const coming = absent ? attendance(agents, absent[i]!) : everybody(agents);
    // By who is there, then by how busy it is: what agents do besides depends on their number alone.
    for (let who = 0; who < coming.agents.length; who++) {
      const there = coming.agents[who]!;
      for (let node = 0; node < factors.length; node++) {
        const factor = factors[node]!;
        const busyLine = lineContacts * factor;
        const perHour = (busyLine * SECONDS_PER_HOUR) / axis.intervalSeconds;
        column.intervalCounts(
          interval,
          contacts * factor,
          agents > 0 ? (own * there) / agents : own,
          there,
          axis.intervalSeconds,
          busyLine > 0 && there > 0 ? model.measures(perHour, handleTime, there, beside, i) : null,
          line.patience?.mean ?? null,
          channel.targets,
        );
        for (let stratum = 0; stratum < strata; stratum++) {
          const weight = coming.strata[stratum]![who]!;
          if (weight === 0) continue;
          const totals = days[day]![node * strata + stratum]!;
          for (let k = 0; k < column.COLUMNS; k++) {
            totals[k]! += weight * interval[k]!;
            sums[k]! += (weight / strata) * interval[k]!;
          }
        }
      }
    }
    addCounts(expected, i, sums, 1 / factors.length);
  });
  const goals = goalsOf(channel.targets);
  const inflation = goals.length > 0 ? clustering(channel, line, lineAgents, axis, model, beside) : 1;
  const targets = goals.map((goal) => targetResult(goal, days, inflation, level, strata));
  // All targets of a channel rise and fall with the same load: the scarcest one decides.
  const chance = targets.reduce((least, target) => Math.min(least, target.chance), 1);
  const scarcest = goals[targets.findIndex((target) => target.chance === chance)];
  return {
    id: channel.id,
    kind: channel.kind,
    model: channel.kind === 'selfService' ? 'bot' : model.model,
    open: Uint8Array.from(openIntervals(axis, channel.open), Number),
    arriving: demand.offered,
    leftOver: 0,
    offered: demand.toAgents.slice(),
    whileClosed: demand.turnedAway.reduce((a, b) => a + b, 0),
    handleTime: meanHandleTime(demand),
    load: demand.toAgents.map(
      (contacts, i) => (contacts * (demand.handleTime[i] ?? 0)) / axis.intervalSeconds,
    ),
    required: requirement.required,
    requiredAssured: requirement.requiredAssured,
    planned,
    absent: null,
    expected,
    targets,
    chance,
    beside,
    daySwings: scarcest ? daySwings(scarcest, days, inflation, level, strata) : [],
    overloadedIntervals,
    unattainable: requirement.unattainable,
  };
}

function meanHandleTime(demand: ChannelDemand): number {
  let work = 0;
  let contacts = 0;
  demand.toAgents.forEach((count, i) => {
    work += count * (demand.handleTime[i] ?? 0);
    contacts += count;
  });
  return contacts > 0 ? work / contacts : (demand.handleTime[0] ?? 0);
}

/**
 * How much more the count answered in time swings than independent contacts would: contacts spoil
 * one another through the queue. Variance over the intervals / Σ N p (1 − p), at least 1.
 */
function clustering(
  channel: Channel,
  line: Pool,
  lineAgents: Float64Array,
  axis: Axis,
  model: LiveModel,
  beside: Alongside | null,
): number {
  const threshold = channel.targets.serviceLevel?.threshold ?? column.DEFAULT_THRESHOLD;
  const perHour = SECONDS_PER_HOUR / axis.intervalSeconds;
  let variance = 0;
  let independent = 0;
  const space = new StateSpace();
  line.contacts.forEach((contacts, i) => {
    const agents = Math.round(lineAgents[i] ?? 0);
    const handleTime = line.handleTime[i] ?? 0;
    if (contacts === 0 || agents === 0 || handleTime === 0) return;
    const rates = model.rates(contacts * perHour, handleTime, agents, beside, i);
    const { share, perSecond } = inTimeCountVariance(rates, threshold, space);
    variance += perSecond * axis.intervalSeconds;
    independent += contacts * share * (1 - share);
  });
  return independent > 0 ? Math.max(1, variance / independent) : 1;
}

export function emptyCounts(intervals: number): ExpectedCounts {
  const zeros = (): Float64Array => new Float64Array(intervals);
  return {
    offered: zeros(),
    answered: zeros(),
    answeredInTime: zeros(),
    abandoned: zeros(),
    levelNumerator: zeros(),
    levelDenominator: zeros(),
    waitAnswered: zeros(),
    firstResponse: zeros(),
    repliedInTime: zeros(),
    staying: zeros(),
    busy: zeros(),
    staffed: zeros(),
    queue: zeros(),
  };
}

/** Adds columns of interval-counts.ts to one interval. */
export function addCounts(
  expected: ExpectedCounts,
  interval: number,
  counts: Float64Array,
  weight: number,
): void {
  expected.offered[interval]! += counts[column.OFFERED]! * weight;
  expected.answered[interval]! += counts[column.ANSWERED]! * weight;
  expected.answeredInTime[interval]! += counts[column.IN_TIME]! * weight;
  expected.abandoned[interval]! += counts[column.ABANDONED]! * weight;
  expected.levelNumerator[interval]! += counts[column.LEVEL_NUMERATOR]! * weight;
  expected.levelDenominator[interval]! += counts[column.LEVEL_DENOMINATOR]! * weight;
  expected.waitAnswered[interval]! += counts[column.WAIT_ANSWERED]! * weight;
  expected.firstResponse[interval]! += counts[column.FIRST_RESPONSE]! * weight;
  expected.repliedInTime[interval]! += counts[column.FIRST_IN_TIME]! * weight;
  expected.staying[interval]! += counts[column.STAYING]! * weight;
  expected.busy[interval]! += counts[column.BUSY]! * weight;
  expected.staffed[interval]! += counts[column.STAFFED]! * weight;
  expected.queue[interval]! += counts[column.QUEUE]! * weight;
}
