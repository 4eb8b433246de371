/** The least number of agents that meets every target of a chat or messaging channel. */
import { UnattainableTarget } from '../errors.ts';
import type { Seconds, Share } from '../units.ts';
import { SECONDS_PER_HOUR } from '../units.ts';
import type { ChatDemand, ChatMeasures } from './chat-queue.ts';
import { chatMeasures, chatPool } from './chat-queue.ts';
import type { ConversationPoint } from './conversation-curve.ts';
import { conversationCurve, replyWithin } from './conversation-curve.ts';
import { requireNonNegative, requirePositive, requireTargetShare } from './domain.ts';
import { serviceLevel } from './measures.ts';
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
  const curve = conversationCurve(conversation);
  if (contactsPerHour === 0) return 0;
  requireAttainableChat(curve, targets);
  const arrivalRate = contactsPerHour / SECONDS_PER_HOUR;
  const perAgent = curve.at(-1)?.completionRate ?? 1;
  return leastAgents(arrivalRate / perAgent, (agents) =>
    meetsChatTargets(
      chatMeasures({ ...demand, agents }, curve, chatPool(curve, arrivalRate, agents)),
      targets,
    ),
  );
}

function requireChatTargets(functionName: string, targets: ChatTargets): void {
  const { mean, percentile } = targets.firstResponse ?? {};
  if (mean === undefined && percentile === undefined) {
    requireTargets(functionName, targets);
    return;
  }
  requireTargets(functionName, { maxOccupancy: 1, ...targets });
  if (mean !== undefined) requirePositive(functionName, 'firstResponse.mean', mean);
  if (percentile !== undefined) {
    requireTargetShare(functionName, 'firstResponse.percentile.share', percentile.share);
    requirePositive(functionName, 'firstResponse.percentile.within', percentile.within);
  }
}

function requireAttainableChat(curve: readonly ConversationPoint[], targets: ChatTargets): void {
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
export function meetsChatTargets(queue: ChatMeasures, targets: ChatTargets): boolean {
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
    (percentile === undefined ||
      // Who is answered within the time has waited less: the quick check first.
      (queue.answeredWithin(percentile.within) >= percentile.share * queue.answeredShare &&
        queue.firstResponseWithin(percentile.within) >= percentile.share * queue.answeredShare))
  );
}
