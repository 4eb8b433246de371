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
import type { ContactsPerHour, Seconds } from '../units.ts';
import type { ChannelModel } from './analysis.ts';
import type { ServiceMeasures } from './interval-counts.ts';
import type { Channel, Targets } from './schema.ts';

export type LiveModel = {
  readonly model: ChannelModel;
  /** Units of work per contact: 1, or turns of a conversation. */
  readonly unitsPerContact: number;
  /** Measures per unit of work with at least one agent. */
  measures(unitsPerHour: ContactsPerHour, handleTime: Seconds, agents: number): ServiceMeasures;
  /**
   * Least agents that meet every target.
   * @throws {UnattainableTarget} where no number of agents does
   */
  required(unitsPerHour: ContactsPerHour, handleTime: Seconds): number;
};

/** The target that stands in when a channel has none: work must at least be done. */
const BUSY_AT_MOST = 0.95;

export function liveModel(channel: Channel): LiveModel {
  return channel.kind === 'messaging' ? turnModel(channel) : singleContactModel(channel, 1, 0);
}

function singleContactModel(channel: Channel, unitsPerContact: number, ownReply: Seconds): LiveModel {
  const patience = channel.patience?.mean;
  const queueTargets = targetsOfQueue(channel.targets, ownReply);
  return {
    model: unitsPerContact > 1 ? 'turns' : patience === undefined ? 'erlangC' : 'erlangA',
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
    required: (contactsPerHour, handleTime) =>
      queueTargets.reduce(
        (most, targets) => Math.max(most, requiredAgents({ contactsPerHour, handleTime, patience }, targets)),
        0,
      ),
  };
}

/** Messaging: a turn waits for an agent, who writes one reply; the reply is seen when it is written. */
function turnModel(channel: Channel): LiveModel {
  const turn = channel.conversation?.agentTurn ?? channel.handling.mean;
  const turns = Math.max(1, channel.handling.mean / turn);
  return singleContactModel(channel, turns, turn);
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
