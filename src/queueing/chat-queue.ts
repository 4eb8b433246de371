/**
 * Chat and messaging: a pool of agents with several conversations each, as a queue whose speed
 * depends on how many conversations are open.
 *
 * New conversations go to an agent who holds the fewest. With n open and s agents, n mod s agents
 * hold one more than the others, and each completes at the rate of the conversation curve. Once all
 * hold `limit`, newcomers wait, with or without patience.
 *
 * Assumes Poisson arrivals, exponential turns and think times, and that each agent is settled at the
 * number he holds (against an exact chain of all agents the chance to wait is within 2 %). Do not
 * use it where conversations stick to one agent over hours, or agents also take calls.
 */
import type { ContactsPerHour, Probability, RatePerSecond, Seconds } from '../units.ts';
import { SECONDS_PER_HOUR } from '../units.ts';
import type { ConversationInputs, ConversationPoint } from './conversation-curve.ts';
import { conversationCurve, replyDensity, replyWithin } from './conversation-curve.ts';
import { requireNonNegative, requirePositive, requireThreshold, requireWholeAgents } from './domain.ts';
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
} from './erlang-a-kernel.ts';
import { offeredLoad } from './erlang-c.ts';
import type { Measures } from './measures.ts';
import { gaussLegendre, integrate } from '../numeric/gauss-legendre.ts';

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

/** The pool below and above the point where every agent is full, before thresholds are asked. */
export type ChatPool = {
  readonly arrivalRate: RatePerSecond;
  /** Completions per second with every agent full. */
  readonly drainRate: RatePerSecond;
  /** Weight of the states with a place free when the first full state weighs 1. */
  readonly idle: number;
  /** Given a place is free: chance that the newcomer's agent holds q before him. */
  readonly level: Float64Array;
  /** Given a place is free: busy agents, and open conversations. */
  readonly busy: number;
  readonly open: number;
};

/**
 * Every measure of the pool. Like Erlang C, a pool without patience that cannot keep up reports
 * wait probability 1, endless waits, and the occupancy of an agent who is always full.
 *
 * @throws {DomainError} on rates, times, limits or agents outside their domain
 */
export function chatQueue(line: ChatLine): ChatMeasures {
  const { contactsPerHour, conversation, patience, agents } = line;
  requireNonNegative('chatQueue', 'contactsPerHour', contactsPerHour);
  if (patience !== undefined) requirePositive('chatQueue', 'patience', patience);
  const curve = conversationCurve(conversation);
  const load = offeredLoad(contactsPerHour, conversation.handleTime);
  requireWholeAgents('chatQueue', agents, load);
  return chatMeasures(line, curve, chatPool(curve, contactsPerHour / SECONDS_PER_HOUR, agents));
}

const RESCALE_ABOVE = 1e200;

/** The chain of open conversations up to all agents full. O(agents · limit). */
export function chatPool(
  curve: readonly ConversationPoint[],
  arrivalRate: RatePerSecond,
  agents: number,
): ChatPool {
  const limit = curve.length;
  const rate = Float64Array.from([0, ...curve.map((point) => point.completionRate)]);
  const use = Float64Array.from([0, ...curve.map((point) => point.utilisation)]);
  const drainRate = agents * (rate[limit] ?? 0);
  const level = new Float64Array(limit);
  if (arrivalRate === 0) {
    level[0] = 1;
    return { arrivalRate, drainRate, idle: Infinity, level, busy: 0, open: 0 };
  }
  let weight = 1;
  let unit = 1; // weight of the first full state, after rescaling
  let total = 0;
  let busy = 0;
  let open = 0;
  // From "all full" downwards: w(n − 1) = w(n) · completions at n / arrivals.
  for (let q = limit - 1; q >= 0; q--) {
    const slow = rate[q]!;
    const fast = rate[q + 1]!;
    for (let more = agents - 1; more >= 0; more--) {
      weight *= ((agents - more - 1) * slow + (more + 1) * fast) / arrivalRate;
      level[q]! += weight;
      total += weight;
      busy += weight * ((agents - more) * use[q]! + more * use[q + 1]!);
      open += weight * (q * agents + more);
      if (total > RESCALE_ABOVE) {
        const shrink = 1 / total;
        for (let i = q; i < limit; i++) level[i]! *= shrink;
        weight *= shrink;
        unit *= shrink;
        busy *= shrink;
        open *= shrink;
        total = 1;
      }
    }
  }
  for (let q = 0; q < limit; q++) level[q]! /= total;
  return { arrivalRate, drainRate, idle: total / unit, level, busy: busy / total, open: open / total };
}

/** Eight points a panel: within 1e-7 of twelve, where the model itself is within 2 %. */
const PANEL = gaussLegendre(8);
/** Panels of the reply time: finer towards the end, where what is left for waiting vanishes. */
const PANELS = [0, 1 / 4, 2 / 3, 31 / 32, 1];
const LONG_PANELS = [0, 1 / 8, 1 / 4, 1 / 2, 1];

/** Numbers of a pool that do not depend on a threshold, and a function of those that do. */
export function chatMeasures(
  { contactsPerHour, conversation, patience, agents }: ChatLine,
  curve: readonly ConversationPoint[],
  pool: ChatPool,
): ChatMeasures {
  const load = offeredLoad(contactsPerHour, conversation.handleTime);
  const sums = waitLaw(pool, patience);
  const full = curve.at(-1);
  if (full === undefined) throw new RangeError('a curve has at least one point');
  const eventually = sums(Infinity);
  const waited = eventually[WAITED] ?? 0;
  const answered = eventually[ANSWERED] ?? 0;
  const abandoned = eventually[ABANDONED] ?? 0;
  const stable = pool.arrivalRate === 0 || patience !== undefined || pool.arrivalRate < pool.drainRate;
  const waitOfAnswered = eventually[WAIT_OF_ANSWERED] ?? 0;
  const meanWait = patience === undefined ? waitOfAnswered : abandoned * patience;
  const free = 1 - waited;
  const startsAt = curve.map((_, q) => (answered === 0 ? 0 : (free * (pool.level[q] ?? 0)) / answered));
  startsAt[curve.length - 1]! += answered === 0 ? 0 : Math.max(0, (answered - free) / answered);
  const meanReply = curve.reduce((sum, point, q) => sum + (startsAt[q] ?? 0) * point.replyTime, 0);
  const replyAtOnce = (time: Seconds): number =>
    curve.reduce((sum, point, q) => {
      const share = free * (pool.level[q] ?? 0);
      return share < 1e-16 ? sum : sum + share * replyWithin(point, time);
    }, 0);
  const at = (name: string, threshold: Seconds, place: number): number => {
    requireThreshold(name, 'threshold', threshold);
    return sums(threshold)[place] ?? 0;
  };
  return {
    load,
    occupancy: agents === 0 ? 0 : Math.min(1, (free * pool.busy) / agents + waited * full.utilisation),
    waitProbability: waited,
    meanWait,
    meanWaitAnswered: stable ? waitOfAnswered / answered : Infinity,
    abandonProbability: abandoned,
    meanQueueLength: meanWait * pool.arrivalRate,
    answeredWithin: (threshold) => at('answeredWithin', threshold, ANSWERED_WITHIN),
    abandonedWithin: (threshold) => at('abandonedWithin', threshold, ABANDONED_WITHIN),
    offeredWaitWithin: (threshold) => at('offeredWaitWithin', threshold, OFFERED_WITHIN),
    answeredShare: answered,
    meanConcurrency: agents === 0 ? 0 : (free * pool.open) / agents + waited * curve.length,
    startsAt,
    meanFirstResponse: stable ? waitOfAnswered / answered + meanReply : Infinity,
    firstResponseWithin(time) {
      requireThreshold('firstResponseWithin', 'time', time);
      if (time === Infinity) return answered;
      const atOnce = replyAtOnce(time);
      if (waited < 1e-16 || time === 0) return atOnce;
      // After a wait of w the answer still takes its own time u: ∫ P(answered within time − u after waiting) dF(u).
      const longest = full.turnWork * (30 + 3 * full.concurrency);
      const ends = time > longest ? LONG_PANELS.map((end) => end * longest) : PANELS.map((end) => end * time);
      let later = 0;
      for (let panel = 1; panel < ends.length; panel++) {
        later += integrate(
          (own) => ((sums(time - own)[ANSWERED_WITHIN] ?? 0) - free) * replyDensity(full, own),
          ends[panel - 1] ?? 0,
          ends[panel] ?? 0,
          PANEL,
        );
      }
      return atOnce + later;
    },
  };
}

/** The sums of erlang-a-kernel.ts for a pool, with or without patience, as a function of the threshold. */
function waitLaw(
  { idle, arrivalRate, drainRate }: ChatPool,
  patience: Seconds | undefined,
): (threshold: Seconds) => Float64Array {
  const out = new Float64Array(WAITING_SUMS);
  if (patience !== undefined && arrivalRate > 0) {
    return (threshold) => {
      waitingSums(out, idle, arrivalRate, drainRate, 1 / patience, threshold);
      return out;
    };
  }
  const spare = drainRate - arrivalRate;
  const stable = spare > 0 || arrivalRate === 0;
  const waited = arrivalRate === 0 ? 0 : stable ? 1 / (1 + (idle * spare) / drainRate) : 1;
  return (threshold) => {
    const late = stable ? (waited === 0 ? 0 : waited * Math.exp(-spare * threshold)) : 1;
    out[WAITED] = waited;
    out[ABANDONED] = 0;
    out[ABANDONED_WITHIN] = 0;
    out[ANSWERED] = stable ? 1 : 0;
    out[ANSWERED_WITHIN] = 1 - late;
    out[OFFERED_WITHIN] = 1 - late;
    out[WAIT_OF_ANSWERED] = waited === 0 ? 0 : stable ? waited / spare : Infinity;
    return out;
  };
}
