/** The least number of agents that meets every target of a chat or messaging channel. */
import { UnattainableTarget } from '../errors.ts';
import type { ContactsPerHour, Seconds, Share } from '../units.ts';
import { SECONDS_PER_HOUR } from '../units.ts';
import type { ChatAgent } from './chat-pool.ts';
import { chatAgent } from './chat-pool.ts';
import type { ChatDemand } from './chat-queue.ts';
import { PoolMeasures } from './chat-queue.ts';
import { replyWithin } from './conversation-curve.ts';
import { KnownRates } from './known-rates.ts';
import { requireNonNegative, requirePositive, requireTargetShare } from './domain.ts';
import { serviceLevel, type Measures } from './measures.ts';
import type { QueueTargets } from './required-agents.ts';
import { leastAgents, requireAttainable, requireTargets } from './required-agents.ts';

export type ChatTargets = QueueTargets & {
  /** From the first message to the first answer, over contacts answered. */
  readonly firstResponse?:
    | {
        readonly mean?: Seconds | undefined;
        readonly percentile?: { readonly share: Share; readonly within: Seconds } | undefined;
      }
    | undefined;
};

/**
 * Least whole number of agents that meets every target given; 0 only without contacts. Service level
 * and mean wait speak of the wait for an agent, `firstResponse` of the wait and his first reply.
 *
 * @throws {DomainError} on a broken number or no target at all
 * @throws {UnattainableTarget} where an agent with one conversation would still be too slow
 */
export function requiredChatAgents(demand: ChatDemand, targets: ChatTargets): number {
  const { contactsPerHour, conversation, patience } = demand;
  requireNonNegative('requiredChatAgents', 'contactsPerHour', contactsPerHour);
  if (patience !== undefined) requirePositive('requiredChatAgents', 'patience', patience);
  requireChatTargets('requiredChatAgents', targets);
  const agent = chatAgent(conversation);
  if (contactsPerHour === 0) return 0;
  requireAttainableChat(agent, targets);
  return leastChatAgents(agent, contactsPerHour, patience, targets);
}

/**
 * The same without checks, for a line with contacts and targets that can be met.
 *
 * @param near a guess at the answer, which it only makes quicker to find
 * @param measures to work in, so that a week of searches makes no garbage
 * @param known of the same agent, patience and targets
 */
export function leastChatAgents(
  agent: ChatAgent,
  contactsPerHour: ContactsPerHour,
  patience: Seconds | undefined,
  targets: ChatTargets,
  near?: number,
  measures: PoolMeasures = new PoolMeasures(agent, 0, patience, 1),
  known = new KnownRates(),
): number {
  const ask = (agents: number): boolean =>
    meetsChatTargets(measures.become(agent, contactsPerHour, patience, agents), targets);
  return leastAgents(
    near ?? contactsPerHour / SECONDS_PER_HOUR / agent.full.completionRate,
    (agents) => known.meets(agents, contactsPerHour, ask),
    near === undefined ? undefined : 1,
  );
}

/** Domain of the targets; at least one must be given. */
export function requireChatTargets(functionName: string, targets: ChatTargets): void {
  const { mean, percentile } = targets.firstResponse ?? {};
  if (mean === undefined && percentile === undefined) {
    requireTargets(functionName, targets);
    return;
  }
  requireTargets(functionName, { ...targets, maxOccupancy: targets.maxOccupancy ?? 1 });
  if (mean !== undefined) requirePositive(functionName, 'firstResponse.mean', mean);
  if (percentile !== undefined) {
    requireTargetShare(functionName, 'firstResponse.percentile.share', percentile.share);
    requirePositive(functionName, 'firstResponse.percentile.within', percentile.within);
  }
}

/** @throws {UnattainableTarget} on a target that no number of agents reaches */
export function requireAttainableChat({ curve }: ChatAgent, targets: ChatTargets): void {
  requireAttainable(targets);
  const alone = curve[0];
  const { mean, percentile } = targets.firstResponse ?? {};
  if (alone === undefined) return;
  if (mean !== undefined && mean <= alone.replyTime) {
    throw new UnattainableTarget(
      'firstResponse.mean',
      `an agent with a single conversation takes ${alone.replyTime} s to answer`,
    );
  }
  if (percentile !== undefined && percentile.share >= replyWithin(alone, percentile.within)) {
    throw new UnattainableTarget(
      'firstResponse.percentile',
      `an agent with a single conversation answers only ${replyWithin(alone, percentile.within)} of them within ${percentile.within} s`,
    );
  }
}

/** Whether a pool meets every target. */
export function meetsChatTargets(
  queue: Measures & Pick<PoolMeasures, 'meanFirstResponse' | 'repliesWithin'>,
  targets: ChatTargets,
): boolean {
  const { serviceLevel: wanted, meanWaitAnswered, abandonment, maxOccupancy, firstResponse } = targets;
  const { mean, percentile } = firstResponse ?? {};
  return (
    queue.meanWaitAnswered < Infinity &&
    (abandonment === undefined || queue.abandonProbability <= abandonment) &&
    (maxOccupancy === undefined || queue.occupancy <= maxOccupancy) &&
    (meanWaitAnswered === undefined || queue.meanWaitAnswered <= meanWaitAnswered) &&
    (wanted === undefined ||
      serviceLevel(queue, wanted.threshold, wanted.definition, wanted.shortAbandon) >= wanted.share) &&
    (mean === undefined || queue.meanFirstResponse <= mean) &&
    (percentile === undefined || queue.repliesWithin(percentile.within, percentile.share))
  );
}
