/**
 * Which queueing model stands for a live channel, and how its inputs translate.
 *
 *     phone             a contact takes an agent's whole attention   Erlang A, Erlang C without patience
 *     chat, messaging   an agent holds several conversations         state-dependent queue (conversation curve)
 */
import {
  ABANDONED,
  ABANDONED_WITHIN,
  ANSWERED,
  ANSWERED_WITHIN,
  OFFERED_WITHIN,
  WAIT_OF_ANSWERED,
  WAITED,
  WAITING_SUMS,
} from '../queueing/erlang-a-kernel.ts';
import { erlangASums } from '../queueing/erlang-a.ts';
import { erlangC } from '../queueing/erlang-c.ts';
import { requiredAgents, type QueueTargets } from '../queueing/required-agents.ts';
import type { Measures } from '../queueing/measures.ts';
import { SECONDS_PER_HOUR } from '../units.ts';
import type { ContactsPerHour, RatePerSecond, Seconds } from '../units.ts';
import type { ChannelModel } from './analysis.ts';
import { chatMeasures, chatPool } from '../queueing/chat-queue.ts';
import {
  conversationCurve,
  type ConversationInputs,
  type ConversationPoint,
} from '../queueing/conversation-curve.ts';
import { requiredChatAgents } from '../queueing/required-chat-agents.ts';
import { DEFAULT_THRESHOLD, type ServiceMeasures } from './interval-counts.ts';
import type { Channel, Conversation, Targets } from './schema.ts';

export type LiveModel = {
  readonly model: ChannelModel;
  /** Measures with at least one agent. */
  measures(contactsPerHour: ContactsPerHour, handleTime: Seconds, agents: number): ServiceMeasures;
  /** Places that work at once when all agents are full, and how fast each is done: what a queue drains by. */
  places(
    handleTime: Seconds,
    agents: number,
  ): { readonly count: number; readonly serviceRate: RatePerSecond };
  /**
   * Least agents that meet every target.
   * @throws {UnattainableTarget} where no number of agents does
   */
  required(contactsPerHour: ContactsPerHour, handleTime: Seconds): number;
};

/** The targets that stand in when a channel has none: work must at least be done, and places must be free. */
const BUSY_AT_MOST = 0.95;
const GIVE_UP_AT_MOST = 0.05;
/** An agent full of conversations may be idle between turns: only those who leave tell that places are short. */
const WORK_DONE: QueueTargets = { maxOccupancy: BUSY_AT_MOST, abandonment: GIVE_UP_AT_MOST };

/** @param patience of the line that the channel's customers wait in, its own unless channels are pooled */
export function liveModel(channel: Channel, patience: Channel['patience'] = channel.patience): LiveModel {
  return channel.conversation
    ? conversationModel(channel, channel.conversation)
    : queueModel(channel, patience?.mean);
}

function queueModel(channel: Channel, patience: Seconds | undefined): LiveModel {
  return {
    model: patience === undefined ? 'erlangC' : 'erlangA',
    measures(contactsPerHour, handleTime, agents) {
      const queue =
        patience === undefined
          ? erlangC({ contactsPerHour, handleTime, agents })
          : impatientLine(contactsPerHour, handleTime, patience, agents);
      return {
        ...queue,
        // On the phone the agent answers by taking the call.
        meanFirstResponse: queue.meanWaitAnswered,
        firstResponseWithin: (time) => queue.answeredWithin(time),
      };
    },
    places: (handleTime, agents) => ({ count: agents, serviceRate: 1 / handleTime }),
    required: (contactsPerHour, handleTime) =>
      targetsOfQueue(channel.targets).reduce(
        (most, targets) => Math.max(most, requiredAgents({ contactsPerHour, handleTime, patience }, targets)),
        0,
      ),
  };
}

/** Erlang A with the sums of the last threshold kept: a week asks thousands of times, each for one or two. */
function impatientLine(
  contactsPerHour: number,
  handleTime: Seconds,
  patience: Seconds,
  agents: number,
): Measures {
  const load = (contactsPerHour * handleTime) / SECONDS_PER_HOUR;
  const out = new Float64Array(WAITING_SUMS);
  let computed = DEFAULT_THRESHOLD;
  erlangASums(out, load, handleTime, patience, agents, computed);
  const at = (threshold: Seconds, place: number): number => {
    if (threshold !== computed) {
      erlangASums(out, load, handleTime, patience, agents, threshold);
      computed = threshold;
    }
    return out[place] ?? 0;
  };
  const abandonProbability = out[ABANDONED] ?? 0;
  const answered = out[ANSWERED] ?? 1;
  const meanWait = abandonProbability * patience;
  return {
    load,
    occupancy: Math.min(1, (load * answered) / agents),
    waitProbability: out[WAITED] ?? 0,
    meanWait,
    meanWaitAnswered: (out[WAIT_OF_ANSWERED] ?? 0) / answered,
    abandonProbability,
    meanQueueLength: (meanWait * contactsPerHour) / SECONDS_PER_HOUR,
    answeredWithin: (threshold) => at(threshold, ANSWERED_WITHIN),
    abandonedWithin: (threshold) => at(threshold, ABANDONED_WITHIN),
    offeredWaitWithin: (threshold) => at(threshold, OFFERED_WITHIN),
  };
}

function conversationModel(channel: Channel, turns: Conversation): LiveModel {
  const patience = channel.patience?.mean;
  const { afterContact } = channel.handling;
  const curves = new Map<Seconds, readonly ConversationPoint[]>();
  const inputs = (handleTime: Seconds): ConversationInputs => ({ ...turns, handleTime, afterContact });
  const curveFor = (handleTime: Seconds): readonly ConversationPoint[] => {
    const known = curves.get(handleTime);
    if (known) return known;
    const curve = conversationCurve(inputs(handleTime));
    curves.set(handleTime, curve);
    return curve;
  };
  const { firstResponse, ...others } = channel.targets;
  const none = Object.keys(channel.targets).length === 0;
  return {
    model: 'conversation',
    measures(contactsPerHour, handleTime, agents) {
      const curve = curveFor(handleTime);
      const pool = chatPool(curve, contactsPerHour / SECONDS_PER_HOUR, agents);
      return chatMeasures(
        { contactsPerHour, conversation: inputs(handleTime), patience, agents },
        curve,
        pool,
      );
    },
    places(handleTime, agents) {
      const full = curveFor(handleTime).at(-1);
      const limit = full?.concurrency ?? 1;
      return { count: agents * limit, serviceRate: (full?.completionRate ?? 1 / handleTime) / limit };
    },
    required: (contactsPerHour, handleTime) =>
      requiredChatAgents(
        { contactsPerHour, conversation: inputs(handleTime), patience },
        none ? WORK_DONE : { ...others, firstResponse },
      ),
  };
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
