/**
 * One agent with several conversations: what each further one adds, and what it costs the customers.
 *
 * The agent answers one message at a time, in order; between an answer and the next message the
 * customer thinks. That is a closed queue with one server and a fixed population, solved exactly by
 * mean value analysis. Diminishing returns appear without being assumed.
 *
 * Assumes exponential turn and think times, messages answered first come first served. Holding two
 * conversations or more may lengthen every turn by a switching cost. After-contact work counts as a
 * longer turn. Do not use it where agents also take calls (simulate).
 *
 * Reference: Reiser & Lavenberg (1980), "Mean-Value Analysis of Closed Multichain Queuing Networks", JACM 27(2).
 */
import { erlangCdf } from '../numeric/incomplete-gamma.ts';
import type { Probability, RatePerSecond, Seconds, Share } from '../units.ts';
import { DomainError } from '../errors.ts';
import { requireNonNegative, requirePositive, requireThreshold } from './domain.ts';

export type ConversationInputs = {
  /** Agent's own work per contact, after-contact work included. */
  readonly handleTime: Seconds;
  /** Agent's seconds per turn. */
  readonly agentTurn: Seconds;
  /** After-contact work within `handleTime`. */
  readonly afterContact?: Seconds | undefined;
  /** Customer's seconds between an answer and the next message. */
  readonly customerTurn: Seconds;
  /** Most conversations one agent holds at once. */
  readonly limit: number;
  /** Share by which a turn takes longer once an agent holds two conversations or more; default 0. */
  readonly switchCost?: Share | undefined;
};

/** An agent holding `concurrency` conversations all the time. */
export type ConversationPoint = {
  readonly concurrency: number;
  /** Conversations completed per second. */
  readonly completionRate: RatePerSecond;
  /** Completions relative to one conversation at a time. */
  readonly throughput: number;
  /** Share of time the agent is working. */
  readonly utilisation: Share;
  /** From a customer's message to the answer. */
  readonly replyTime: Seconds;
  /** From first message to last answer. */
  readonly duration: Seconds;
  /** Seconds of work per turn, with switching and after-contact work. */
  readonly turnWork: Seconds;
  /** Chance that a new message finds i others waiting or being answered, i from 0. */
  readonly ahead: readonly Probability[];
};

/**
 * The curve for 1 to `limit` conversations. O(limit²).
 *
 * @throws {DomainError} on times that are not positive, or a limit that is not a whole number from 1
 * @example conversationCurve({ handleTime: 300, agentTurn: 30, customerTurn: 60, limit: 3 })[2].throughput // 2.37
 */
export function conversationCurve(inputs: ConversationInputs): ConversationPoint[] {
  const { handleTime, agentTurn, afterContact = 0, customerTurn, limit, switchCost = 0 } = inputs;
  requirePositive('conversationCurve', 'handleTime', handleTime);
  requirePositive('conversationCurve', 'agentTurn', agentTurn);
  requireNonNegative('conversationCurve', 'afterContact', afterContact);
  requireNonNegative('conversationCurve', 'customerTurn', customerTurn);
  requireNonNegative('conversationCurve', 'switchCost', switchCost);
  if (!(Number.isSafeInteger(limit) && limit >= 1 && limit <= 1000)) {
    throw new DomainError('conversationCurve', 'limit', limit, 'a whole number from 1 to 1000');
  }
  if (!(afterContact < handleTime)) {
    throw new DomainError('conversationCurve', 'afterContact', afterContact, 'less than handleTime');
  }
  const turns = (handleTime - afterContact) / agentTurn;
  const alone = handleTime / turns;
  const switching = alone * (1 + switchCost);
  const firstRate = 1 / (turns * (alone + customerTurn));
  const points: ConversationPoint[] = [];
  for (let concurrency = 1; concurrency <= limit; concurrency++) {
    const turnWork = concurrency === 1 ? alone : switching;
    // A message finds the agent as the other conversations alone would leave him.
    const ahead = pendingShares(concurrency - 1, turnWork, customerTurn);
    const replyTime = turnWork * (1 + ahead.reduce((sum, share, i) => sum + share * i, 0));
    const completionRate = concurrency / (turns * (replyTime + customerTurn));
    points.push({
      concurrency,
      completionRate,
      throughput: completionRate / firstRate,
      utilisation: Math.min(1, completionRate * turns * turnWork),
      replyTime,
      duration: turns * (replyTime + customerTurn) - customerTurn,
      turnWork,
      ahead,
    });
  }
  return points;
}

/** The number of conversations at which an agent completes most; the smallest such where equal. */
export function bestConcurrency(curve: readonly ConversationPoint[]): number {
  let best = 1;
  let most = 0;
  for (const { concurrency, completionRate } of curve) {
    if (completionRate > most * (1 + 1e-12)) {
      most = completionRate;
      best = concurrency;
    }
  }
  return best;
}

const MOSTLY_LATE = 0.9;
/** Where e^x still fits into a double. */
const LARGEST_EXPONENT = 700;

/** Chance that an answer comes within `time` of the message, with `point.concurrency` conversations held. */
export function replyWithin(point: ConversationPoint, time: Seconds): Probability {
  requireThreshold('replyWithin', 'time', time);
  const later = replyLater(point, time);
  if (later < MOSTLY_LATE) return 1 - later;
  // Little is within: summed itself, so that it keeps its digits.
  const { ahead, turnWork } = point;
  let within = 0;
  for (let i = 0; i < ahead.length; i++) within += (ahead[i] ?? 0) * erlangCdf(i + 1, time / turnWork);
  return within;
}

/** Chance that an answer takes longer than `time`: at most i agent turns finished by then. No check of its domain. */
export function replyLater({ ahead, turnWork }: ConversationPoint, time: Seconds): Probability {
  const x = time / turnWork;
  if (x > LARGEST_EXPONENT) {
    return ahead.reduce((sum, share, i) => sum + share * (1 - erlangCdf(i + 1, x)), 0);
  }
  // From the last term inwards (Horner), so the sum needs one exponential and no factorials.
  let tail = 0;
  let sum = 0;
  for (let i = ahead.length - 1; i >= 0; i--) {
    tail += ahead[i] ?? 0;
    sum = tail + (sum * x) / (i + 1);
  }
  return Math.exp(-x) * sum;
}

/** Law of the number pending at the agent among `population` conversations. */
function pendingShares(population: number, turnWork: Seconds, customerTurn: Seconds): number[] {
  // Downwards from "all pending", whose weight is then the largest or harmless; nothing overflows.
  const weights = Array.from({ length: population + 1 }, () => 0);
  weights[population] = 1;
  let total = 1;
  for (let pending = population - 1; pending >= 0; pending--) {
    const weight = ((weights[pending + 1] ?? 0) * (customerTurn / turnWork)) / (population - pending);
    weights[pending] = weight;
    total += weight;
  }
  return weights.map((weight) => weight / total);
}
