/**
 * Which queueing model stands for a live channel, and how its inputs translate.
 *
 *     phone             a contact takes an agent's whole attention   Erlang A, Erlang C without patience
 *     chat, messaging   an agent holds several conversations         state-dependent queue (conversation curve)
 */
import type { QueueRates } from '../queueing/count-variance.ts';
import {
  ABANDONED,
  ABANDONED_WITHIN,
  ANSWERED,
  ANSWERED_WITHIN,
  OFFERED_WITHIN,
  WAIT_OF_ANSWERED,
  WAITED,
  WAITING_SUMS,
  waitingSums,
} from '../queueing/erlang-a-kernel.ts';
import { erlangASums } from '../queueing/erlang-a.ts';
import { erlangC } from '../queueing/erlang-c.ts';
import { ratesByHandleTime } from '../queueing/known-rates.ts';
import type { QueueTargets } from '../queueing/required-agents.ts';
import { idleWeight, withAgents, type WrittenLine } from '../queueing/partly-shared-crew.ts';
import { sharedCrew, type CrewLaw } from '../queueing/shared-crew.ts';
import { SECONDS_PER_HOUR } from '../units.ts';
import type { ContactsPerHour, Erlangs, Probability, RatePerSecond, Seconds } from '../units.ts';
import type { ChannelModel } from './analysis.ts';
import { afterShareOf, CompanyPool, isCompany, type Alongside } from './channel-company.ts';
import { chatAgents } from '../queueing/chat-pool.ts';
import type { ChatTargets } from '../queueing/required-chat-agents.ts';
import { PoolMeasures } from '../queueing/chat-queue.ts';
import { chatRequirement, queueRequirement, type Workload } from '../staffing/requirement.ts';
import { DEFAULT_THRESHOLD, type ServiceMeasures } from './interval-counts.ts';
import type { Channel, Conversation, Targets } from './schema.ts';
import type { Beside } from './shared-team.ts';

export type LiveModel = {
  readonly model: ChannelModel;
  /** Measures with at least one agent; the next call may overwrite them. */
  measures(
    contactsPerHour: ContactsPerHour,
    handleTime: Seconds,
    agents: number,
    beside?: Alongside | null,
    interval?: number,
  ): ServiceMeasures;
  /** The line as a queue of birth and death: its places for agents, and the deferred work in their hands. */
  rates(
    contactsPerHour: ContactsPerHour,
    handleTime: Seconds,
    agents: number,
    beside: Alongside | null,
    interval: number,
  ): QueueRates;
  /** Places that work at once when all agents are full, and how fast each is done: what a queue drains by. */
  places(
    handleTime: Seconds,
    agents: number,
    beside?: Alongside | null,
    interval?: number,
  ): { readonly count: number; readonly serviceRate: RatePerSecond };
  /**
   * Least agents that meet every target, by interval.
   * @throws {UnattainableTarget} where no number of agents does
   */
  requirement(work: Workload): Float64Array;
};

/** The targets that stand in when a channel has none: work must at least be done, and places must be free. */
const BUSY_AT_MOST = 0.95;
const GIVE_UP_AT_MOST = 0.05;
/** An agent full of conversations may be idle between turns: only those who leave tell that places are short. */
const WORK_DONE: QueueTargets = { maxOccupancy: BUSY_AT_MOST, abandonment: GIVE_UP_AT_MOST };

/** @param patience of the line that the channel's customers wait in, its own unless channels are pooled */
export function liveModel(
  channel: Channel,
  patience: Channel['patience'] = channel.patience,
  company?: CompanyPool,
): LiveModel {
  return channel.conversation
    ? conversationModel(channel, channel.conversation, company)
    : queueModel(channel, patience?.mean);
}

function queueModel(channel: Channel, patience: Seconds | undefined): LiveModel {
  const impatient = patience === undefined ? null : new ImpatientLine(patience);
  const known = ratesByHandleTime();
  return {
    model: patience === undefined ? 'erlangC' : 'erlangA',
    measures(contactsPerHour, handleTime, agents, beside = null, interval = 0) {
      if (impatient) return impatient.become(contactsPerHour, handleTime, agents, inHandOf(beside), interval);
      const queue = erlangC({ contactsPerHour, handleTime, agents });
      return {
        ...queue,
        // On the phone the agent answers by taking the call.
        meanFirstResponse: queue.meanWaitAnswered,
        firstResponseWithin: (time) => queue.answeredWithin(time),
      };
    },
    places: (handleTime, agents) => ({ count: agents, serviceRate: 1 / handleTime }),
    rates(contactsPerHour, handleTime, agents, beside, interval) {
      if (impatient) return impatient.rates(contactsPerHour, handleTime, agents, inHandOf(beside), interval);
      const arrivalRate = contactsPerHour / SECONDS_PER_HOUR;
      return { arrivalRate, serviceRate: 1 / handleTime, abandonRate: 0, agents };
    },
    requirement: (work) => queueRequirement(work, patience, targetsOfQueue(channel.targets), known),
  };
}

/** Erlang A, line after line in one object, with the sums of the last threshold kept: a week asks thousands of times. */
class ImpatientLine implements ServiceMeasures {
  load: Erlangs = 0;
  occupancy = 0;
  waitProbability: Probability = 0;
  meanWait: Seconds = 0;
  meanWaitAnswered: Seconds = 0;
  meanFirstResponse: Seconds = 0;
  abandonProbability: Probability = 0;
  meanQueueLength = 0;
  private readonly patience: Seconds;
  private handleTime: Seconds = 0;
  private agents = 0;
  private readonly sums = new Float64Array(WAITING_SUMS);
  private at: Seconds = DEFAULT_THRESHOLD;
  private arrivalRate: RatePerSecond = 0;
  /** Of calls and deferred work together, where the agents do both. */
  private crew: Pick<CrewLaw, 'idle' | 'drainRate'> | null = null;
  /** The last line of which other agents than planned were there: one day is asked about after the other. */
  private asked: { readonly line: WrittenLine; readonly there: WrittenLine } | null = null;

  constructor(patience: Seconds) {
    this.patience = patience;
  }

  become(
    contactsPerHour: ContactsPerHour,
    handleTime: Seconds,
    agents: number,
    beside: Beside | null,
    interval: number,
  ): this {
    const { sums, patience } = this;
    this.arrivalRate = contactsPerHour / SECONDS_PER_HOUR;
    const written = beside && this.writtenBy(beside, interval, agents);
    this.crew = written
      ? { idle: idleWeight(written.rates, this.arrivalRate), drainRate: written.rates.drainRate }
      : beside && this.crewWith(beside, interval, handleTime, agents);
    this.handleTime = handleTime;
    this.agents = agents;
    const load = (contactsPerHour * handleTime) / SECONDS_PER_HOUR;
    this.load = load;
    // At the threshold of the line before, which is likely to be asked for again.
    this.fill(this.at);
    const abandoned = sums[ABANDONED]!;
    const answered = sums[ANSWERED]!;
    this.occupancy = Math.min(1, (load * answered) / agents);
    this.waitProbability = sums[WAITED]!;
    this.meanWait = abandoned * patience;
    this.meanWaitAnswered = sums[WAIT_OF_ANSWERED]! / answered;
    this.meanFirstResponse = this.meanWaitAnswered;
    this.abandonProbability = abandoned;
    this.meanQueueLength = (this.meanWait * contactsPerHour) / SECONDS_PER_HOUR;
    return this;
  }

  answeredWithin(threshold: Seconds): Probability {
    return this.sumAt(threshold, ANSWERED_WITHIN);
  }

  abandonedWithin(threshold: Seconds): Probability {
    return this.sumAt(threshold, ABANDONED_WITHIN);
  }

  offeredWaitWithin(threshold: Seconds): Probability {
    return this.sumAt(threshold, OFFERED_WITHIN);
  }

  firstResponseWithin(time: Seconds): Probability {
    return this.sumAt(time, ANSWERED_WITHIN);
  }

  rates(
    contactsPerHour: ContactsPerHour,
    handleTime: Seconds,
    agents: number,
    beside: Beside | null,
    interval: number,
  ): QueueRates {
    this.arrivalRate = contactsPerHour / SECONDS_PER_HOUR;
    const written = beside && this.writtenBy(beside, interval, agents);
    const crew = beside && this.crewWith(beside, interval, handleTime, agents);
    const drainRate = written?.rates.drainRate ?? crew?.drainRate;
    return {
      arrivalRate: this.arrivalRate,
      serviceRate: drainRate === undefined ? 1 / handleTime : drainRate / agents,
      abandonRate: 1 / this.patience,
      agents,
      beside: crew?.beside,
      partly: written?.rates,
    };
  }

  private sumAt(threshold: Seconds, place: number): number {
    if (threshold !== this.at) {
      this.fill(threshold);
      this.at = threshold;
    }
    return this.sums[place]!;
  }

  private fill(threshold: Seconds): void {
    const { sums, load, handleTime, patience, agents, arrivalRate, crew } = this;
    if (crew) waitingSums(sums, crew.idle, arrivalRate, crew.drainRate, 1 / patience, threshold);
    else erlangASums(sums, load, handleTime, patience, agents, threshold);
  }

  /** The line with its writers; of another number of agents where those are asked for. */
  private writtenBy({ written }: Beside, interval: number, agents: number): WrittenLine | null {
    const line = written?.[interval];
    if (!line) return null;
    if (line.crew.agents === agents) return line;
    if (this.asked?.line !== line || this.asked.there.crew.agents !== agents)
      this.asked = { line, there: withAgents(line, agents) };
    return this.asked.there;
  }

  private crewWith(
    { inHand, reserve, deferredTime, written }: Beside,
    interval: number,
    handleTime: Seconds,
    agents: number,
  ): CrewLaw | null {
    if (written) return null;
    const wanted = inHand[interval] ?? 0;
    if (wanted <= 0) return null;
    const { arrivalRate, patience } = this;
    const kept = Math.max(0, Math.min(reserve[interval] ?? 0, agents - 1));
    return sharedCrew({ arrivalRate, handleTime, patience, agents, reserve: kept, deferredTime }, wanted);
  }
}

function conversationModel(channel: Channel, turns: Conversation, known?: CompanyPool): LiveModel {
  const patience = channel.patience?.mean;
  const agentFor = chatAgents({ ...turns, afterShare: afterShareOf(channel.handling) });
  const rates = ratesByHandleTime();
  let pool: PoolMeasures | undefined;
  let company = known;
  return {
    model: 'conversation',
    measures(contactsPerHour, handleTime, agents, beside = null, interval = 0) {
      if (isCompany(beside)) {
        const arrivalRate = contactsPerHour / SECONDS_PER_HOUR;
        company ??= new CompanyPool(beside.turns);
        return company.measures(beside, arrivalRate, handleTime, agents, interval);
      }
      const agent = agentFor(handleTime);
      pool ??= new PoolMeasures(agent, 0, patience, 1);
      return pool.become(agent, contactsPerHour, patience, agents);
    },
    places(handleTime, agents, beside = null, interval = 0) {
      if (isCompany(beside)) {
        company ??= new CompanyPool(beside.turns);
        return company.places(beside, handleTime, agents, interval);
      }
      const { full } = agentFor(handleTime);
      return {
        count: agents * full.concurrency,
        serviceRate: full.completionRate / full.concurrency,
      };
    },
    rates(contactsPerHour, handleTime, agents, beside, interval) {
      const { count, serviceRate } = this.places(handleTime, agents, beside, interval);
      const abandonRate = patience === undefined ? 0 : 1 / patience;
      return { arrivalRate: contactsPerHour / SECONDS_PER_HOUR, serviceRate, abandonRate, agents: count };
    },
    requirement: (work) =>
      chatRequirement(work, agentFor, patience, conversationTargets(channel.targets), rates),
  };
}

/** A channel's targets as those of a pool of conversations. */
export function conversationTargets(targets: Targets): ChatTargets {
  return Object.keys(targets).length === 0 ? WORK_DONE : targets;
}

function inHandOf(beside: Alongside | null): Beside | null {
  return beside === null || isCompany(beside) ? null : beside;
}

/**
 * A channel's targets as targets of a queue, each set to be met: on the phone the first response is
 * the answer itself, so those targets are on the wait of contacts answered.
 */
export function targetsOfQueue(targets: Targets): QueueTargets[] {
  const list: QueueTargets[] = [];
  const { serviceLevel, meanWaitAnswered, firstResponse, abandonment, maxOccupancy } = targets;
  if (
    serviceLevel ||
    meanWaitAnswered !== undefined ||
    abandonment !== undefined ||
    maxOccupancy !== undefined
  ) {
    list.push({ serviceLevel, meanWaitAnswered, abandonment, maxOccupancy });
  }
  if (firstResponse?.mean !== undefined) list.push({ meanWaitAnswered: firstResponse.mean });
  if (firstResponse?.percentile) {
    const { share, within } = firstResponse.percentile;
    list.push({ serviceLevel: { share, threshold: within, definition: 'answered' } });
  }
  return list.length > 0 ? list : [{ maxOccupancy: BUSY_AT_MOST }];
}
