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
 * simulated, at 85 % of the full pool without patience, 1 % with 5 agents and 5 % with 10. Do not use
 * it where conversations stick to one agent over hours, or agents also take calls.
 */
import type { ContactsPerHour, Erlangs, Probability, RatePerSecond, Seconds } from '../units.ts';
import { SECONDS_PER_HOUR } from '../units.ts';
import type { ChatAgent, ChatPool } from './chat-pool.ts';
import { chatAgent, chatPool } from './chat-pool.ts';
import { answeredAfterWait } from './chat-reply.ts';
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

/** A share of contacts too small to matter. */
const NOBODY = 1e-16;

/** The measures of one pool: numbers at once, thresholds when asked. A class, so that thousands share their code. */
export class PoolMeasures implements ChatMeasures {
  readonly load: Erlangs;
  readonly occupancy: number;
  readonly waitProbability: Probability;
  readonly meanWait: Seconds;
  readonly meanWaitAnswered: Seconds;
  readonly abandonProbability: Probability;
  readonly meanQueueLength: number;
  readonly answeredShare: Probability;
  readonly meanConcurrency: number;
  readonly meanFirstResponse: Seconds;
  private readonly agent: ChatAgent;
  private readonly pool: ChatPool;
  private readonly arrivalRate: RatePerSecond;
  /** Completions per second with every agent full. */
  private readonly drainRate: RatePerSecond;
  private readonly patience: Seconds | undefined;
  /** It does not grow for ever. */
  private readonly settles: boolean;
  private readonly firstFull: Probability;
  /** The sums of erlang-a-kernel.ts at the threshold last asked for. */
  private readonly sums = new Float64Array(WAITING_SUMS);
  private at: Seconds = Infinity;

  /** No checks: a rate of at least 0, a positive patience, whole agents. */
  constructor(
    agent: ChatAgent,
    contactsPerHour: ContactsPerHour,
    patience: Seconds | undefined,
    agents: number,
  ) {
    const { curve, full, handleTime } = agent;
    const arrivalRate = contactsPerHour / SECONDS_PER_HOUR;
    const pool = chatPool(agent, arrivalRate, agents);
    this.agent = agent;
    this.pool = pool;
    this.arrivalRate = arrivalRate;
    this.drainRate = agents * full.completionRate;
    this.patience = patience;
    this.settles = arrivalRate === 0 || patience !== undefined || arrivalRate < this.drainRate;
    const { sums } = this;
    this.fillSums(Infinity);
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
  }

  get startsAt(): readonly Probability[] {
    const { answeredShare: answered } = this;
    const free = 1 - this.waitProbability;
    const shares = this.pool.level.map((share) => (answered === 0 ? 0 : (free * share) / answered));
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
    const { curve, full } = this.agent;
    const free = 1 - this.waitProbability;
    let within = 0;
    for (let q = 0; q < curve.length; q++) {
      const share = free * this.pool.level[q]!;
      if (share > NOBODY) within += share * replyWithin(curve[q]!, time);
    }
    if (this.waitProbability < NOBODY || time === 0 || !this.settles) return within;
    const { arrivalRate, drainRate, firstFull, patience } = this;
    return within + answeredAfterWait({ arrivalRate, drainRate, firstFull, patience }, full, time);
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
