/**
 * Required agents per interval of a channel, each interval for itself as if it went on for ever (SIPP):
 * what a spreadsheet gives. For what is carried over see queueing/sequential-requirement.ts.
 *
 * Neighbouring intervals need nearly the same safety margin, β = (agents − load) / √load, so each search
 * starts from the answer before it: two evaluations of the queue instead of eight, and fewer where rates
 * near this one were asked before (known-rates.ts); the same answer.
 */
import type { ChatAgent } from '../queueing/chat-pool.ts';
import { PoolMeasures } from '../queueing/chat-queue.ts';
import { requirePositive } from '../queueing/domain.ts';
import { ratesByHandleTime } from '../queueing/known-rates.ts';
import type { QueueTargets } from '../queueing/required-agents.ts';
import { leastQueueAgents, requireAttainable, requireTargets } from '../queueing/required-agents.ts';
import type { ChatTargets } from '../queueing/required-chat-agents.ts';
import {
  leastChatAgents,
  requireAttainableChat,
  requireChatTargets,
} from '../queueing/required-chat-agents.ts';
import { DomainError } from '../errors.ts';
import type { ContactsPerHour, Erlangs, Seconds } from '../units.ts';
import { SECONDS_PER_HOUR } from '../units.ts';

/** Intervals in order of time: contacts per hour, and agent seconds per contact where there are any. */
export type Workload = {
  readonly contactsPerHour: ArrayLike<ContactsPerHour>;
  readonly handleTime: ArrayLike<Seconds>;
};

/**
 * Required agents of a phone-like channel in each interval, 0 without contacts: the least that meet every
 * set of targets.
 *
 * @param known from earlier requirements with the same patience and targets
 *
 * @throws {DomainError} on a broken number, or a set without a target
 * @throws {UnattainableTarget} where contacts come and no number of agents meets a target
 */
export function queueRequirement(
  work: Workload,
  patience: Seconds | undefined,
  targets: readonly QueueTargets[],
  known = ratesByHandleTime(),
): Float64Array {
  if (patience !== undefined) requirePositive('queueRequirement', 'patience', patience);
  for (const set of targets) requireTargets('queueRequirement', set);
  return perInterval('queueRequirement', work, {
    before: () => {
      for (const set of targets) requireAttainable(set);
    },
    loadOf: (contactsPerHour, handleTime) => (contactsPerHour * handleTime) / SECONDS_PER_HOUR,
    solve: (contactsPerHour, handleTime, near) =>
      leastQueueAgents({ contactsPerHour, handleTime, patience }, targets, near, known(handleTime)),
  });
}

/**
 * Required agents of a chat or messaging channel in each interval, 0 without contacts.
 *
 * @param agentFor the agent at a handle time (chatAgents)
 * @param known from earlier requirements with the same agents, patience and targets
 *
 * @throws {DomainError} on a broken number or no target at all
 * @throws {UnattainableTarget} where contacts come and an agent with one conversation would still be too slow
 */
export function chatRequirement(
  work: Workload,
  agentFor: (handleTime: Seconds) => ChatAgent,
  patience: Seconds | undefined,
  targets: ChatTargets,
  known = ratesByHandleTime(),
): Float64Array {
  if (patience !== undefined) requirePositive('chatRequirement', 'patience', patience);
  requireChatTargets('chatRequirement', targets);
  let measures: PoolMeasures | undefined;
  return perInterval('chatRequirement', work, {
    // In places that drain at the rate of a full agent: what the number of agents goes with.
    loadOf: (contactsPerHour, handleTime) =>
      contactsPerHour / SECONDS_PER_HOUR / agentFor(handleTime).full.completionRate,
    solve(contactsPerHour, handleTime, near) {
      const agent = agentFor(handleTime);
      requireAttainableChat(agent, targets);
      measures ??= new PoolMeasures(agent, 0, patience, 1);
      return leastChatAgents(agent, contactsPerHour, patience, targets, near, measures, known(handleTime));
    },
  });
}

type Solver = {
  /** Once, as soon as there are contacts. */
  readonly before?: () => void;
  readonly loadOf: (contactsPerHour: ContactsPerHour, handleTime: Seconds) => Erlangs;
  readonly solve: (contactsPerHour: ContactsPerHour, handleTime: Seconds, near?: number) => number;
};

function perInterval(
  functionName: string,
  { contactsPerHour, handleTime }: Workload,
  { before, loadOf, solve }: Solver,
): Float64Array {
  if (contactsPerHour.length !== handleTime.length) {
    throw new DomainError(
      functionName,
      'handleTime',
      handleTime.length,
      `${contactsPerHour.length} intervals`,
    );
  }
  const agents = new Float64Array(contactsPerHour.length);
  let lastLoad = 0;
  let last = 0;
  for (let i = 0; i < agents.length; i++) {
    const rate = contactsPerHour[i] ?? 0;
    if (rate === 0) continue;
    const seconds = handleTime[i] ?? 0;
    if (!(rate > 0 && rate < Infinity)) {
      throw new DomainError(functionName, `contactsPerHour[${i}]`, rate, 'a finite number, at least 0');
    }
    requirePositive(functionName, 'handleTime', seconds);
    if (lastLoad === 0) before?.();
    const load = loadOf(rate, seconds);
    const near = lastLoad > 0 ? load + (last - lastLoad) * Math.sqrt(load / lastLoad) : undefined;
    last = solve(rate, seconds, near === undefined ? undefined : Math.max(1, Math.round(near)));
    lastLoad = load;
    agents[i] = last;
  }
  return agents;
}
