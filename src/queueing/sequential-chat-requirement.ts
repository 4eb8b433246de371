/**
 * Least chat agents per interval given the conversations and the line the interval inherits: as
 * sequential-requirement.ts, over the chain of open conversations.
 *
 * Assumes what chat-queue.ts does. Service level and mean wait speak of the wait for a place with an
 * agent. `named`: an agent whose shift ends finishes his conversations away from the queue;
 * `preemptive`: he hands them over, first in line. Do not use it for targets of the first reply, which
 * needs the law of conversations held at each start (required-chat-agents.ts has it in steady state).
 */
import { DomainError } from '../errors.ts';
import type { ContactsPerHour, Seconds } from '../units.ts';
import { chatAgents } from './chat-pool.ts';
import type { ConversationInputs } from './conversation-curve.ts';
import { requireAttainable, requireTargets } from './required-agents.ts';
import type { SequentialRequirement, SequentialTargets } from './sequential-requirement.ts';
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
 * @throws {UnattainableTarget} for a service level of 100 % or a mean wait of 0 s
 */
export function sequentialChatRequirement(
  { conversation, ...line }: SequentialChatDay,
  targets: SequentialTargets,
): SequentialRequirement {
  const name = 'sequentialChatRequirement';
  const threshold = targets.serviceLevel?.threshold ?? 0;
  const { handleTime } = conversation;
  const day: Day = {
    ...line,
    handleTime,
    threshold,
    intervals: line.intervals.map((item) => ({ ...item, agents: 0 })),
  };
  requireDay(name, day);
  requireTargets(name, targets);
  const { shiftEnd = 'named', tolerance = DEFAULT_TOLERANCE } = day;
  if (shiftEnd === 'pooled') throw new DomainError(name, 'shiftEnd', shiftEnd, 'named or preemptive');
  if (threshold === Infinity) throw new DomainError(name, 'serviceLevel.threshold', threshold, 'finite');
  requireAttainable(targets);
  const agentFor = chatAgents(conversation);
  const stretches = stretchesOf(day).map((stretch) => {
    const agent = agentFor(line.intervals[stretch.interval]?.handleTime ?? handleTime);
    const completionRate = agent.full.completionRate / agent.full.concurrency;
    return { ...stretch, completionRate, crew: { agents: 0, agent } };
  });
  return requirementOf(day, stretches, { shiftEnd, tolerance }, targets, (stretch, agents) => {
    const agent = stretch.crew?.agent ?? agentFor(handleTime);
    return { ...stretch, agents: agents * agent.full.concurrency, crew: { agents, agent } };
  });
}
