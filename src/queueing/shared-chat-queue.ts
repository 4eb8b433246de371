/**
 * Chat and messaging of several channels in the hands of the same agents, in steady state: what each channel's
 * customers meet. The face of shared-conversations.ts, with its assumptions.
 */
import { DomainError } from '../errors.ts';
import { SECONDS_PER_HOUR } from '../units.ts';
import { chatAgent, chatAgents } from './chat-pool.ts';
import type { ChatDemand } from './chat-queue.ts';
import { requireNonNegative, requirePositive, requireWholeAgents } from './domain.ts';
import { offeredLoad } from './erlang-c.ts';
import { SharedPool } from './shared-conversations.ts';
import type { TalkMeasures } from './talk-measures.ts';

export type SharedChatDemand = ChatDemand & {
  /** Whose rank is lower is taken first by all agents; default 0 for all: who has waited longest. */
  readonly rank?: number | undefined;
};

export type SharedChat = { readonly channels: readonly SharedChatDemand[]; readonly agents: number };

/**
 * The measures of each channel, in their order; load and occupancy are those of the whole pool.
 *
 * @throws {DomainError} on rates, times, limits or agents outside their domain, or where nobody comes at all
 */
export function sharedChatQueue({ channels, agents }: SharedChat): TalkMeasures[] {
  const name = 'sharedChatQueue';
  let load = 0;
  for (const [k, { contactsPerHour, conversation, patience, rank = 0 }] of channels.entries()) {
    requireNonNegative(name, `channels[${k}].contactsPerHour`, contactsPerHour);
    if (patience !== undefined) requirePositive(name, `channels[${k}].patience`, patience);
    requireNonNegative(name, `channels[${k}].rank`, rank);
    chatAgent(conversation);
    load += offeredLoad(contactsPerHour, conversation.handleTime);
  }
  if (!(load > 0)) throw new DomainError(name, 'channels', load, 'some contacts on one of them at least');
  requireWholeAgents(name, agents, load);
  const pool = new SharedPool(
    channels.map(({ conversation: { limit }, patience, rank = 0 }) => ({ limit, patience, rank })),
  );
  const agentsOf = channels.map(({ conversation }) => {
    const { handleTime, afterContact = 0, ...turns } = conversation;
    return chatAgents({ ...turns, limit: pool.highest, afterShare: afterContact / handleTime })(handleTime);
  });
  pool.become(
    channels.map(({ contactsPerHour }) => contactsPerHour / SECONDS_PER_HOUR),
    agentsOf,
    agents,
  );
  return channels.map((_, k) => pool.measuresOf(k));
}
