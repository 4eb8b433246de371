/**
 * Which queueing model stands for a live channel, and how its inputs translate.
 *
 *     phone       contact = one agent's whole attention      Erlang A, Erlang C without patience
 *     messaging   unit of work = one turn of a conversation  the same, on turns
 *     chat        several conversations an agent             state-dependent queue (METHODS: conversation curve)
 */
import { UnattainableTarget } from '../errors.ts';
import { erlangA } from '../queueing/erlang-a.ts';
import { erlangC } from '../queueing/erlang-c.ts';
import { requiredAgents, type QueueTargets } from '../queueing/required-agents.ts';
import type { ContactsPerHour, RatePerSecond, Seconds } from '../units.ts';
import type { ChannelModel } from './analysis.ts';
import { chatQueue } from '../queueing/chat-queue.ts';
import { conversationCurve, type ConversationInputs } from '../queueing/conversation-curve.ts';
import { requiredChatAgents } from '../queueing/required-chat-agents.ts';
import type { ServiceMeasures } from './interval-counts.ts';
import type { Channel, Conversation, Targets } from './schema.ts';

export type LiveModel = {
  readonly model: ChannelModel;
  /** Units of work per contact: 1, or turns of a conversation. */
  readonly unitsPerContact: number;
  /** Measures per unit of work with at least one agent. */
  measures(unitsPerHour: ContactsPerHour, handleTime: Seconds, agents: number): ServiceMeasures;
  /** Places that work at once when all agents are full, and how fast each is done: what a queue drains by. */
  places(
    handleTime: Seconds,
    agents: number,
  ): { readonly count: number; readonly serviceRate: RatePerSecond };
  /**
   * Least agents that meet every target.
   * @throws {UnattainableTarget} where no number of agents does
   */
  required(unitsPerHour: ContactsPerHour, handleTime: Seconds): number;
};

/** The target that stands in when a channel has none: work must at least be done. */
const BUSY_AT_MOST = 0.95;

export function liveModel(channel: Channel): LiveModel {
  if (channel.conversation && channel.kind === 'chat')
    return conversationModel(channel, channel.conversation);
  if (channel.conversation && channel.kind === 'messaging') {
    // A turn waits for an agent, who writes one reply; the customer sees it when it is written.
    const turns = Math.max(1, channel.handling.mean / channel.conversation.agentTurn);
    return queueModel(channel, turns, channel.handling.mean / turns);
  }
  return queueModel(channel, 1, 0);
}

function queueModel(channel: Channel, unitsPerContact: number, ownReply: Seconds): LiveModel {
  const patience = channel.patience?.mean;
  const targetSets = targetsOfQueue(channel.targets, ownReply);
  return {
    model: channel.kind === 'messaging' ? 'turns' : patience === undefined ? 'erlangC' : 'erlangA',
    unitsPerContact,
    measures(contactsPerHour, handleTime, agents) {
      const queue =
        patience === undefined
          ? erlangC({ contactsPerHour, handleTime, agents })
          : erlangA({ contactsPerHour, handleTime, patience, agents });
      return {
        ...queue,
        meanFirstResponse: queue.meanWaitAnswered + ownReply,
        firstResponseWithin: (time) => (time < ownReply ? 0 : queue.answeredWithin(time - ownReply)),
      };
    },
    places: (handleTime, agents) => ({ count: agents, serviceRate: 1 / handleTime }),
    required: (contactsPerHour, handleTime) =>
      targetSets.reduce(
        (most, targets) => Math.max(most, requiredAgents({ contactsPerHour, handleTime, patience }, targets)),
        0,
      ),
  };
}

function conversationModel(channel: Channel, turns: Conversation): LiveModel {
  const patience = channel.patience?.mean;
  const { afterContact } = channel.handling;
  const inputs = (handleTime: Seconds): ConversationInputs => ({ ...turns, handleTime, afterContact });
  const { firstResponse, ...others } = channel.targets;
  const none = Object.keys(channel.targets).length === 0;
  return {
    model: 'conversation',
    unitsPerContact: 1,
    measures: (contactsPerHour, handleTime, agents) =>
      chatQueue({ contactsPerHour, conversation: inputs(handleTime), patience, agents }),
    places(handleTime, agents) {
      const full = conversationCurve(inputs(handleTime)).at(-1);
      const limit = full?.concurrency ?? 1;
      return { count: agents * limit, serviceRate: (full?.completionRate ?? 1 / handleTime) / limit };
    },
    required: (contactsPerHour, handleTime) =>
      requiredChatAgents(
        { contactsPerHour, conversation: inputs(handleTime), patience },
        none ? { maxOccupancy: BUSY_AT_MOST } : { ...others, firstResponse },
      ),
  };
}

/**
 * A channel's targets as targets of a queue, each set to be met; first-response targets become
 * targets on the wait, less the time the agent takes to reply.
 */
export function targetsOfQueue(targets: Targets, firstReply: Seconds): QueueTargets[] {
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
  if (firstResponse?.mean !== undefined) {
    if (firstResponse.mean <= firstReply) {
      throw new UnattainableTarget('firstResponseMean', `the reply itself takes ${Math.round(firstReply)} s`);
    }
    list.push({ meanWaitAnswered: firstResponse.mean - firstReply });
  }
  if (firstResponse?.percentile) {
    const { share, within } = firstResponse.percentile;
    if (within < firstReply) {
      throw new UnattainableTarget(
        'firstResponsePercentile',
        `the reply itself takes ${Math.round(firstReply)} s`,
      );
    }
    list.push({ serviceLevel: { share, threshold: within - firstReply, definition: 'offered' } });
  }
  return list.length > 0 ? list : [{ maxOccupancy: BUSY_AT_MOST }];
}
