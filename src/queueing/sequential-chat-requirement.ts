/**
 * Least chat agents per interval given the conversations and the line the interval inherits: as
 * sequential-requirement.ts, over the chain of open conversations.
 *
 * Assumes what chat-queue.ts does. Service level and mean wait speak of the wait for a place with an
 * agent, `firstResponse` of that wait and his first reply, which takes as long as the conversations he
 * holds at the start make it. `named`: an agent whose shift ends finishes his conversations away from the
 * queue; `preemptive`: he hands them over, first in line.
 */
import { DomainError } from '../errors.ts';
import type { ContactsPerHour, Seconds } from '../units.ts';
import { chatAgent, chatAgents } from './chat-pool.ts';
import type { ConversationInputs } from './conversation-curve.ts';
import type { ChatTargets } from './required-chat-agents.ts';
import { requireAttainableChat, requireChatTargets } from './required-chat-agents.ts';
import type { SequentialRequirement } from './sequential-requirement.ts';
import { requirementOf } from './sequential-requirement.ts';
import type { Day } from './transient-day.ts';
import { DEFAULT_TOLERANCE, requireDay, stretchesOf } from './transient-day.ts';

export type SequentialChatDay = {
  readonly intervalLength: Seconds;
  readonly intervals: readonly {
    readonly contactsPerHour: ContactsPerHour;
    /** Agent's work per contact, where it differs from the conversation's. */
    readonly handleTime?: Seconds | undefined;
  }[];
  readonly conversation: ConversationInputs;
  readonly patience?: Seconds | undefined;
  /** Default `named`. */
  readonly shiftEnd?: 'named' | 'preemptive' | undefined;
  readonly tolerance?: number | undefined;
};

/**
 * The requirement, with what it gives: `waitProbability` is the time share with no place free,
 * `occupancy` the share of agent time at work.
 *
 * @throws {DomainError} on a broken number, an unknown definition, or no target at all
 * @throws {UnattainableTarget} for a service level of 100 %, a mean wait of 0 s, or a first reply sooner than
 *   an agent with a single conversation gives it
 */
export function sequentialChatRequirement(
  { conversation, ...line }: SequentialChatDay,
  targets: ChatTargets,
): SequentialRequirement {
  const name = 'sequentialChatRequirement';
  const threshold = targets.serviceLevel?.threshold ?? 0;
  // Each number is judged as it was given, before handle times of single intervals scale some of them.
  chatAgent(conversation);
  const { handleTime, afterContact = 0 } = conversation;
  const day: Day = {
    ...line,
    handleTime,
    threshold,
    intervals: line.intervals.map((item) => ({ ...item, agents: 0 })),
  };
  requireDay(name, day);
  requireChatTargets(name, targets);
  const { shiftEnd = 'named', tolerance = DEFAULT_TOLERANCE } = day;
  if (shiftEnd === 'pooled') throw new DomainError(name, 'shiftEnd', shiftEnd, 'named or preemptive');
  if (threshold === Infinity) throw new DomainError(name, 'serviceLevel.threshold', threshold, 'finite');
  const agentFor = chatAgents({ ...conversation, afterShare: afterContact / handleTime });
  const stretches = stretchesOf(day).map((stretch) => {
    const agent = agentFor(line.intervals[stretch.interval]?.handleTime ?? handleTime);
    if (stretch.arrivalRate > 0) requireAttainableChat(agent, targets);
    const completionRate = agent.full.completionRate / agent.full.concurrency;
    return { ...stretch, completionRate, crew: { agents: 0, agent } };
  });
  return requirementOf(day, stretches, { shiftEnd, tolerance }, targets, (stretch, agents) => {
    const agent = stretch.crew?.agent ?? agentFor(handleTime);
    return { ...stretch, agents: agents * agent.full.concurrency, crew: { agents, agent } };
  });
}
