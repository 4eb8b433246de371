/**
 * Chat and messaging: a pool of agents with several conversations each, as a queue whose speed
 * depends on how many conversations are open.
 *
 * New conversations go to an agent who holds the fewest. With n open and s agents, n mod s agents
 * hold one more than the others, and each completes at the rate of the conversation curve. Once all
 * hold `limit`, newcomers wait, with or without patience.
 *
 * Assumes Poisson arrivals, exponential turns and think times, and that each agent is settled at the
 * number he holds. The last makes the chance to wait a few per cent too low: against every agent
 * simulated, at 85 % of the full pool without patience, 1 % with 5 agents and 5 % with 10. A
 * newcomer's agent holds fewer than an even spread would leave (chat-pool.ts): 0.04 to 0.09 conversations
 * too few against the same simulation, where an even spread was 0.23 to 0.32 too many. Do not use it where
 * conversations stick to one agent over hours, or agents also take calls.
 */
import type { ContactsPerHour, Erlangs, Probability, RatePerSecond, Seconds, Share } from '../units.ts';
import { SECONDS_PER_HOUR } from '../units.ts';
import type { ChatAgent } from './chat-pool.ts';
import { chatAgent, emptyPool, fillPool } from './chat-pool.ts';
import { answeredAfterWait, repliedAtOnce, repliesInTime } from './chat-reply.ts';
import type { ConversationInputs } from './conversation-curve.ts';
import { replyWithin } from './conversation-curve.ts';
import { requireNonNegative, requirePositive, requireThreshold, requireWholeAgents } from './domain.ts';
import {
  ABANDONED,
  ABANDONED_WITHIN,
  ANSWERED,
  ANSWERED_WITHIN,
  FIRST_FULL,
  OFFERED_WITHIN,
  WAIT_OF_ANSWERED,
  WAITED,
  WAITING_SUMS,
  waitingSums,
} from './erlang-a-kernel.ts';
import { offeredLoad } from './erlang-c.ts';
import type { Measures } from './measures.ts';

export type ChatDemand = {
  readonly contactsPerHour: ContactsPerHour;
  readonly conversation: ConversationInputs;
  /** Mean time before a customer who waits for an agent gives up; without it all wait. */
  readonly patience?: Seconds | undefined;
};

export type ChatLine = ChatDemand & { readonly agents: number };

export type ChatMeasures = Measures & {
  /** From the first message to the first answer, over contacts answered: wait plus first reply time. */
  readonly meanFirstResponse: Seconds;
  /** Contacts whose first answer comes within `time`, per offered contact. */
  firstResponseWithin(time: Seconds): Probability;
  /** Answered contacts per offered one, the denominator of a first-response percentile. */
  readonly answeredShare: Probability;
  /** Open conversations per agent. */
  readonly meanConcurrency: number;
  /** Chance that an answered contact is the j-th conversation of its agent, j from 1 (index 0). */
  readonly startsAt: readonly Probability[];
};

/**
 * Every measure of the pool. Like Erlang C, a pool without patience that cannot keep up reports
 * wait probability 1, endless waits, and the occupancy of an agent who is always full.
 *
 * @throws {DomainError} on rates, times, limits or agents outside their domain
 */
export function chatQueue({ contactsPerHour, conversation, patience, agents }: ChatLine): ChatMeasures {
  requireNonNegative('chatQueue', 'contactsPerHour', contactsPerHour);
  if (patience !== undefined) requirePositive('chatQueue', 'patience', patience);
  const agent = chatAgent(conversation);
  requireWholeAgents('chatQueue', agents, offeredLoad(contactsPerHour, conversation.handleTime));
  return new PoolMeasures(agent, contactsPerHour, patience, agents);
}

/** Of what is answered in time otherwise: those who wait first, where they cannot be more. */
const NEGLIGIBLE = 1e-13;

/**
 * The measures of one pool: numbers at once, thresholds when asked. One object may become pool after pool
 * (`become`), so that a week's thousands leave nothing behind.
 */
export class PoolMeasures implements ChatMeasures {
  load: Erlangs = 0;
  occupancy = 0;
  waitProbability: Probability = 0;
  meanWait: Seconds = 0;
  meanWaitAnswered: Seconds = 0;
  abandonProbability: Probability = 0;
  meanQueueLength = 0;
  answeredShare: Probability = 1;
  meanConcurrency = 0;
  meanFirstResponse: Seconds = 0;
  private readonly pool = emptyPool();
  private agent: ChatAgent;
  private arrivalRate: RatePerSecond = 0;
  /** Completions per second with every agent full. */
  private drainRate: RatePerSecond = 0;
  private patience: Seconds | undefined;
  /** It does not grow for ever. */
  private settles = true;
  private firstFull: Probability = 0;
  /** The sums of erlang-a-kernel.ts at the threshold last asked for. */
  private readonly sums = new Float64Array(WAITING_SUMS);
  private at: Seconds = Infinity;

  constructor(
    agent: ChatAgent,
    contactsPerHour: ContactsPerHour,
    patience: Seconds | undefined,
    agents: number,
  ) {
    this.agent = agent;
    this.become(agent, contactsPerHour, patience, agents);
  }

  /** No checks: a rate of at least 0, a positive patience, whole agents. */
  become(
    agent: ChatAgent,
    contactsPerHour: ContactsPerHour,
    patience: Seconds | undefined,
    agents: number,
  ): this {
    const { curve, full, handleTime } = agent;
    const arrivalRate = contactsPerHour / SECONDS_PER_HOUR;
    const { pool } = this;
    fillPool(pool, agent, arrivalRate, agents);
    this.agent = agent;
    this.arrivalRate = arrivalRate;
    this.drainRate = agents * full.completionRate;
    this.patience = patience;
    this.settles = arrivalRate === 0 || patience !== undefined || arrivalRate < this.drainRate;
    // What follows does not depend on the threshold: that of the pool before is likely to be asked for again.
    const { sums } = this;
    this.fillSums(this.at);
    const waited = sums[WAITED]!;
    const answered = sums[ANSWERED]!;
    const abandoned = sums[ABANDONED]!;
    const waitOfAnswered = sums[WAIT_OF_ANSWERED]!;
    const free = 1 - waited;
    let meanReply = Math.max(0, answered - free) * full.replyTime;
    for (let q = 0; q < curve.length; q++) meanReply += free * pool.level[q]! * curve[q]!.replyTime;
    this.firstFull = sums[FIRST_FULL]!;
    this.load = offeredLoad(contactsPerHour, handleTime);
    this.occupancy = agents === 0 ? 0 : Math.min(1, (free * pool.busy) / agents + waited * full.utilisation);
    this.waitProbability = waited;
    this.meanWait = patience === undefined ? waitOfAnswered : abandoned * patience;
    this.meanWaitAnswered = this.settles ? waitOfAnswered / answered : Infinity;
    this.abandonProbability = abandoned;
    this.meanQueueLength = this.meanWait * arrivalRate;
    this.answeredShare = answered;
    this.meanConcurrency = agents === 0 ? 0 : (free * pool.open) / agents + waited * curve.length;
    this.meanFirstResponse = this.settles ? (waitOfAnswered + meanReply) / answered : Infinity;
    return this;
  }

  get startsAt(): readonly Probability[] {
    const { answeredShare: answered } = this;
    const free = 1 - this.waitProbability;
    const shares = Array.from(this.pool.level, (share) => (answered === 0 ? 0 : (free * share) / answered));
    if (answered > 0) shares[shares.length - 1]! += Math.max(0, (answered - free) / answered);
    return shares;
  }

  answeredWithin(threshold: Seconds): Probability {
    requireThreshold('answeredWithin', 'threshold', threshold);
    return this.sumAt(threshold, ANSWERED_WITHIN);
  }

  abandonedWithin(threshold: Seconds): Probability {
    requireThreshold('abandonedWithin', 'threshold', threshold);
    return this.sumAt(threshold, ABANDONED_WITHIN);
  }

  offeredWaitWithin(threshold: Seconds): Probability {
    requireThreshold('offeredWaitWithin', 'threshold', threshold);
    return this.sumAt(threshold, OFFERED_WITHIN);
  }

  firstResponseWithin(time: Seconds): Probability {
    requireThreshold('firstResponseWithin', 'time', time);
    if (time === Infinity) return this.answeredShare;
    const within = this.repliedAtOnceWithin(time);
    if (time === 0 || !this.settles) return within;
    const { agent, arrivalRate, drainRate, firstFull, patience } = this;
    // Whoever waits first has his reply within `time` less often than one who is taken by the same agent at once.
    if (this.waitProbability * replyWithin(agent.full, time) < NEGLIGIBLE * within) return within;
    return within + answeredAfterWait({ arrivalRate, drainRate, firstFull, patience }, agent.full, time);
  }

  /** Whether `share` of those answered have their first reply within `time`, finite. */
  repliesWithin(time: Seconds, share: Share): boolean {
    return repliesInTime(this, this.agent.full, this.repliedAtOnceWithin(time), time, share);
  }

  /** Contacts who find a place free and have their reply within `time`, per offered contact. */
  private repliedAtOnceWithin(time: Seconds): Probability {
    return repliedAtOnce(this.pool.level, 1 - this.waitProbability, this.agent.curve, time);
  }

  private sumAt(threshold: Seconds, place: number): number {
    if (threshold !== this.at) this.fillSums(threshold);
    return this.sums[place]!;
  }

  private fillSums(threshold: Seconds): void {
    const { sums, arrivalRate, drainRate, patience, settles } = this;
    const { idle } = this.pool;
    this.at = threshold;
    if (patience !== undefined && arrivalRate > 0) {
      waitingSums(sums, idle, arrivalRate, drainRate, 1 / patience, threshold);
      return;
    }
    const spare = drainRate - arrivalRate;
    const waited = arrivalRate === 0 ? 0 : settles ? 1 / (1 + (idle * spare) / drainRate) : 1;
    const late = settles ? (waited === 0 ? 0 : waited * Math.exp(-spare * threshold)) : 1;
    sums[WAITED] = waited;
    sums[ABANDONED] = 0;
    sums[ABANDONED_WITHIN] = 0;
    sums[ANSWERED] = settles ? 1 : 0;
    sums[ANSWERED_WITHIN] = 1 - late;
    sums[OFFERED_WITHIN] = 1 - late;
    sums[WAIT_OF_ANSWERED] = waited === 0 ? 0 : settles ? waited / spare : Infinity;
    sums[FIRST_FULL] = settles && waited > 0 ? (waited * spare) / drainRate : 0;
  }
}
