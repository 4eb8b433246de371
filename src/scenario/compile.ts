/**
 * From a scenario to the simulator's own model: channels become classes of contacts, groups become
 * groups of agents, the axis becomes the horizon.
 *
 *     channel, contacts per interval        class, rate per hour, day and interval factor, batches
 *     deferred channel                      deferred class, worked in open hours
 *     backlog                               contacts waiting at the start, by how long they have waited
 *     deferred channels of one priority     whoever does both takes what is due first
 *     live channel                          class that closes: who waits then leaves
 *     bot                                   stage in front of the class
 *     number of lines                       finite lines of the class
 *     groups that help after a wait         tiers that open later
 *     which free agent takes a contact      selection of its tiers
 *     reasons                               reasons of the class, their shares summing to 1 in each interval
 *     redials, switches, transfers, recontacts   follow-ups of the class
 *     offer of a callback                   the same; who accepts waits in a deferred class
 *     counts, or shifts with breaks         agents on the floor, each with his own end
 *     absences                              people day by day, each of whom may be missing
 *     deferred channel beside a live one    agents kept free for the live one first (reserve.ts)
 *
 * What the document does not say is fixed here and named: when a contact that the bot failed comes
 * back (`RECONTACT_DELAY`), and when deferred work without a target is due (`DEFAULT_DUE`).
 */
import type {
  AgentGroup as ModelGroup,
  Arrivals,
  BotStage,
  CallbackOffer as ModelCallbackOffer,
  ClassTargets,
  ContactReason,
  CustomerClass,
  FollowUp,
  ServiceLevelRule,
  SimulationModel,
  Span as ModelSpan,
  Staffing as ModelStaffing,
} from '../simulation/model.ts';
import { SECONDS_PER_HOUR, SECONDS_PER_MINUTE, type Seconds } from '../units.ts';
import { WAYS, type Way } from './afterwards.ts';
import { buildAxis, type Axis } from './axis.ts';
import { demandOf, type ChannelDemand } from './demand.ts';
import { waitsOf } from './left-over.ts';
import { isDeferred, openSpans, type Span } from './opening.ts';
import { workAt } from './pace.ts';
import { patienceByReason, simulatedPatience } from './patience.ts';
import { type GroupPlan, planOf, shiftsPlayed } from './plan.ts';
import { mixesOf } from './reason-times.ts';
import { reasonsOf, workOn } from './reasons.ts';
import { blendingReserves, deferredChannels, reservingSkills } from './reserve.ts';
import type { Afterwards, CallbackOffer, Patience, Reason } from './schema-customers.ts';
import type { AgentGroup, Bot, Channel, Scenario } from './schema.ts';
import type { Demand } from './schema-demand.ts';
import { workDistribution } from './work-distribution.ts';

/** Mean time, exponential, until a contact that the bot kept but did not solve comes back. */
export const RECONTACT_DELAY: Seconds = 1800;
/** Business seconds within which deferred work is due when the channel has no target: a day. */
export const DEFAULT_DUE: Seconds = 24 * SECONDS_PER_HOUR;
/** Threshold of the service level a live channel is reported with when it has no target for one. */
export const DEFAULT_THRESHOLD: Seconds = 20;

/** The simulator's model of a scenario; ids of classes and groups are those of channels and groups. */
export function compileScenario(scenario: Scenario): SimulationModel {
  const axis = buildAxis(scenario.calendar);
  const demand = demandOf(scenario, axis);
  const plan = planOf(scenario, axis);
  const agents = plan.map((own) => own.agents);
  const reserves = blendingReserves(scenario, axis, workAt(scenario, demand, agents), agents);
  const deferred = deferredChannels(scenario.channels);
  return {
    horizon: {
      intervalSeconds: axis.intervalSeconds,
      intervals: axis.intervals.length,
      dayStarts: dayStarts(axis),
    },
    classes: scenario.channels.map((channel, index) =>
      compileChannel(channel, scenario, axis, demand[index]),
    ),
    groups: scenario.groups.map((group, index) =>
      compileGroup(group, plan[index], deferred, reserves[index] ?? 0, axis),
    ),
    factorCorrelation: scenario.busynessCorrelation,
    ...linesOf(scenario.channels),
  };
}

function linesOf(channels: readonly Channel[]): Pick<SimulationModel, 'lines'> {
  const lines = channels.flatMap(({ id, lines: count }) =>
    count === undefined ? [] : [{ classes: [id], count }],
  );
  return lines.length > 0 ? { lines } : {};
}

/** First interval of each day that has any. */
function dayStarts({ intervals }: Axis): number[] {
  return intervals.flatMap(({ day }, index) => (day === intervals[index - 1]?.day ? [] : [index]));
}

function compileChannel(
  channel: Channel,
  scenario: Scenario,
  axis: Axis,
  demand: ChannelDemand | undefined,
): CustomerClass {
  const { handling, targets, conversation, patience } = channel;
  const deferred = isDeferred(channel.kind);
  const open = openSpans(axis, channel.open).map(modelSpan);
  const intervalHours = axis.intervalSeconds / SECONDS_PER_HOUR;
  return {
    id: channel.id,
    arrivals: {
      kind: 'rates',
      contactsPerHour: Array.from(demand?.offered ?? [], (contacts) => contacts / intervalHours),
      dayFactorCv: channel.demand.dayFactorCv,
      ...(channel.demand.levelCv === undefined ? {} : { levelFactorCv: channel.demand.levelCv }),
      ...bunching(channel.demand),
    },
    handleTime: workDistribution(handling.mean, handling),
    afterContact: handling.afterContact,
    ...(patience === null || deferred ? {} : { patience: simulatedPatience(patience) }),
    ...(conversation === undefined
      ? {}
      : {
          conversation: {
            limit: conversation.limit,
            speed: {
              kind: 'turns',
              agentTurn: conversation.agentTurn,
              customerTurn: conversation.customerTurn,
            },
            ...(conversation.silentAbandon ? { silentAbandon: conversation.silentAbandon } : {}),
          },
        }),
    // self-service takes contacts by its opening hours too, but has no queue that could close
    ...(deferred
      ? { deferred: { open, due: dueTime(channel), ...(channel.kind === 'callback' ? BY_PHONE : {}) } }
      : channel.kind === 'selfService'
        ? {}
        : { open }),
    ...tiersOf(channel, scenario.groups),
    serviceLevel: serviceLevelRule(channel),
    targets: classTargets(targets),
    ...(channel.bot === null ? {} : { bot: botStage(channel, channel.bot, scenario.channels) }),
    ...(channel.backlog === undefined ? {} : { waitingAtStart: waitsOf(channel.backlog) }),
    ...(channel.callback === undefined ? {} : { callback: callbackOffer(channel.callback) }),
    ...(channel.afterwards?.recontact?.sameAgent ? { sticky: true } : {}),
    ...(channel.afterwards === undefined ? {} : { followUps: followUps(channel, channel.afterwards) }),
    ...(channel.reasons === undefined ? {} : { reasons: contactReasons(channel, scenario.channels, axis) }),
  };
}

function bunching({
  intervalFactorCv,
  intervalFactorCorrelation,
  batch,
}: Demand): Partial<Extract<Arrivals, { kind: 'rates' }>> {
  return {
    ...(intervalFactorCv === undefined ? {} : { intervalFactorCv }),
    ...(intervalFactorCorrelation === undefined ? {} : { intervalFactorCorrelation }),
    ...(batch === undefined ? {} : { batch }),
  };
}

/** What the channel's reasons change: work, what their bot does with them, and who comes back after an answer. */
function contactReasons(channel: Channel, channels: readonly Channel[], axis: Axis): ContactReason[] {
  const { reasons = [], afterwards } = channel;
  const mixes = mixesOf(channel, axis);
  const patience = isDeferred(channel.kind) ? [] : patienceByReason(channel);
  const shares = mixes.channels.map((mix) => reasonsOf(mix).map(({ share }) => share));
  return reasonsOf(channel).map(({ id, share, mean, bot, ...spread }, index): ContactReason => {
    const own = afterwardsOf(reasons[index], afterwards);
    return {
      id,
      share: shares.length === 1 ? share : Array.from(mixes.at, (mix) => shares[mix]?.[index] ?? 0),
      handleTime: workDistribution(mean, spread),
      ...patienceAt(patience[index]),
      ...(bot === null ? {} : { bot: reasonAtBot(channel, bot, id, channels) }),
      ...(own === null ? {} : { followUps: followUps(channel, own) }),
    };
  });
}

/** What customers do who come for this reason; null: as everybody. */
function afterwardsOf(reason: Reason | undefined, afterwards: Afterwards = {}): Afterwards | null {
  const own = WAYS.flatMap((way): [Way, unknown][] => {
    const [usual, share] = [afterwards[way], reason?.[way]];
    return usual === undefined || share === undefined ? [] : [[way, { ...usual, share }]];
  });
  return own.length === 0 ? null : { ...afterwards, ...Object.fromEntries(own) };
}

function patienceAt(own: Patience | undefined): Pick<ContactReason, 'patience'> {
  return own === undefined ? {} : { patience: simulatedPatience(own) };
}

function reasonAtBot(
  channel: Channel,
  bot: Bot,
  reason: string,
  channels: readonly Channel[],
): NonNullable<ContactReason['bot']> {
  const { reach, containment, resolution, recontact, handoverHandleTimeFactor } = botStage(
    channel,
    bot,
    channels,
    reason,
  );
  return { reach, containment, resolution, recontact, handoverHandleTimeFactor };
}

/** Groups that are there at once, then those that help after a wait, by that wait; none where nothing is said of it. */
function tiersOf({ id, routing }: Channel, groups: readonly AgentGroup[]): Pick<CustomerClass, 'tiers'> {
  const byWait = new Map<Seconds, string[]>();
  for (const group of groups)
    for (const { channel, afterSeconds = 0 } of group.skills)
      if (channel === id) byWait.set(afterSeconds, [...(byWait.get(afterSeconds) ?? []), group.id]);
  if (routing === undefined && [...byWait.keys()].every((after) => after === 0)) return {};
  return {
    tiers: [...byWait]
      .toSorted(([a], [b]) => a - b)
      .map(([after, ids]) => ({
        groups: ids,
        ...(after > 0 ? { after } : {}),
        ...(routing === undefined ? {} : { select: routing }),
      })),
  };
}

/** A call is not put down at closing time or at a shift's end. */
const BY_PHONE = { atClose: 'finish' } as const;

function callbackOffer({ afterWait, accept, to }: CallbackOffer): ModelCallbackOffer {
  return { headWaits: afterWait, accept, to };
}

function followUps(
  { lines }: Channel,
  { redial, switch: other, recontact, transfer }: Afterwards,
): FollowUp[] {
  const lost = lines === undefined ? (['abandoned'] as const) : (['abandoned', 'blocked'] as const);
  const after = (
    on: FollowUp['on'],
    { share, delay }: { readonly share: number; readonly delay: Seconds },
  ): FollowUp => ({ on, probability: share, delay: { kind: 'exponential', mean: delay } });
  return [
    ...(redial ? lost.map((on) => after(on, redial)) : []),
    ...(other ? lost.map((on) => ({ ...after(on, other), to: other.to })) : []),
    ...(recontact ? [after('answered', recontact)] : []),
    ...(transfer ? [passedOn(transfer)] : []),
  ];
}

/** The agent's own work is done, the customer stands in the other queue the same moment. */
function passedOn({ share, to }: { readonly share: number; readonly to: string }): FollowUp {
  return { on: 'answered', probability: share, delay: { kind: 'constant', value: 0 }, to, transfer: true };
}

function dueTime({ targets }: Channel): Seconds {
  return targets.firstResponse?.percentile?.within ?? targets.serviceLevel?.threshold ?? DEFAULT_DUE;
}

function serviceLevelRule(channel: Channel): ServiceLevelRule {
  const { serviceLevel, firstResponse } = channel.targets;
  if (serviceLevel === undefined) {
    const standard = isDeferred(channel.kind) ? DEFAULT_DUE : DEFAULT_THRESHOLD;
    const within = firstResponse?.percentile?.within;
    if (within === undefined) return { threshold: standard };
    // On a line the first reply is the answer, and its share is one of those answered.
    return channel.kind === 'phone' ? { threshold: within, definition: 'answered' } : { threshold: within };
  }
  const { threshold, definition, shortAbandon } = serviceLevel;
  return { threshold, definition, ...(shortAbandon === undefined ? {} : { shortAbandon }) };
}

function classTargets({
  serviceLevel,
  meanWaitAnswered,
  abandonment,
  firstResponse,
}: Channel['targets']): ClassTargets {
  return {
    ...(serviceLevel === undefined ? {} : { serviceLevel: serviceLevel.share }),
    ...(meanWaitAnswered === undefined ? {} : { meanWaitAnswered }),
    ...(abandonment === undefined ? {} : { abandonment }),
    ...(firstResponse === undefined ? {} : { firstResponse }),
  };
}

/**
 * The bot of a channel. Self-service has no queue: contacts that do not meet its automaton go where
 * it hands over, so reach folds into containment and the handle time becomes the mean of the two.
 */
function botStage(
  channel: Channel,
  bot: Bot,
  channels: readonly Channel[],
  reason?: string,
): BotStage & { readonly handoverHandleTimeFactor: number } {
  const target = channels.find(({ id }) => id === bot.escalateTo) ?? channel;
  const own = reason === undefined ? target.handling : workOn(reason, target);
  const selfService = channel.kind === 'selfService';
  const handedOver = bot.reach * (1 - bot.containment);
  const passedOn = selfService ? handedOver + 1 - bot.reach : 1;
  const slowed = selfService ? (passedOn > 0 ? handedOver / passedOn : 0) : 1;
  return {
    reach: selfService ? 1 : bot.reach,
    containment: selfService ? bot.reach * bot.containment : bot.containment,
    resolution: bot.resolution,
    recontact: bot.recontact,
    recontactDelay: { kind: 'exponential', mean: RECONTACT_DELAY },
    escalateTo: target.id,
    handoverHandleTimeFactor: 1 + (slowed * bot.handoverHandleTime) / own.mean,
  };
}

function compileGroup(
  group: AgentGroup,
  plan: GroupPlan | undefined,
  deferred: ReadonlySet<string>,
  reserve: number,
  axis: Axis,
): ModelGroup {
  const reserving = reservingSkills(group, deferred);
  return {
    id: group.id,
    serves: group.skills.map(({ channel, priority, speed }) => ({
      class: channel,
      priority,
      ...(speed === undefined ? {} : { speed }),
      ...(reserve > 0 && reserving.has(channel) ? { reserve } : {}),
    })),
    ...(hasEqualDeferred(group, deferred) ? { takes: 'earliestDue' as const } : {}),
    staffing: modelStaffing(group, plan, axis),
  };
}

/** Whether two kinds of deferred work have one priority: then what is due first goes first, not what came first. */
function hasEqualDeferred({ skills }: AgentGroup, deferred: ReadonlySet<string>): boolean {
  const priorities = skills.flatMap(({ channel, priority }) => (deferred.has(channel) ? [priority] : []));
  return new Set(priorities).size < priorities.length;
}

function modelStaffing(group: AgentGroup, plan: GroupPlan | undefined, axis: Axis): ModelStaffing {
  const { staffing, absence = 0 } = group;
  const shifts = shiftsPlayed(group, plan?.people ?? [], axis);
  if (shifts === null) {
    const shiftEnd = staffing.kind === 'counts' ? staffing.shiftEnd : undefined;
    return {
      kind: 'counts',
      agents: Array.from(plan?.agents ?? []),
      ...(shiftEnd === undefined ? {} : { shiftEnd }),
    };
  }
  const minutes = staffing.kind === 'shifts' ? (staffing.lastContactMinutes ?? 0) : 0;
  return {
    kind: 'shifts',
    shifts: shifts.map(({ agents, stretches }) => ({
      agents,
      stretches: stretches.map(modelSpan),
      ...(absence > 0 ? { absence } : {}),
      ...(minutes > 0 ? { lastContact: minutes * SECONDS_PER_MINUTE } : {}),
    })),
  };
}

function modelSpan({ from, to }: Span): ModelSpan {
  return [from, to];
}
