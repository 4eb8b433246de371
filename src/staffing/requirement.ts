/**
 * Required agents per interval of a channel, each interval for itself (SIPP).
 *
 * The search knows no queue: it is handed a question "does this number of agents do?", which must
 * stay true once true as agents are added. The steps below ask it about phone and chat.
 */
import { requiredAgents, leastAgents } from '../queueing/required-agents.ts';
import type { ChatDemand } from '../queueing/chat-queue.ts';
import type { ChatTargets } from '../queueing/required-chat-agents.ts';
import { requiredChatAgents } from '../queueing/required-chat-agents.ts';
import type { QueueTargets } from '../queueing/required-agents.ts';
import type { ContactsPerHour, Seconds } from '../units.ts';

/**
 * Least agents in each interval, where `meets(i, agents)` judges interval i. `guess(i)` of 0 means no
 * work: 0 agents. Starts each search at the neighbour's answer, scaled by the guesses.
 */
export function leastAgentsPerInterval(
  count: number,
  guess: (interval: number) => number,
  meets: (interval: number, agents: number) => boolean,
): number[] {
  const required: number[] = [];
  let factor = 1;
  for (let i = 0; i < count; i++) {
    const load = guess(i);
    if (!(load > 0)) {
      required.push(0);
      continue;
    }
    const least = leastAgents(load * factor, (agents) => meets(i, agents));
    factor = least / load;
    required.push(least);
  }
  return required;
}

/** Required agents of a phone-like channel in each interval. Equal rates are solved once. */
export function queueRequirement(
  contactsPerHour: readonly ContactsPerHour[],
  line: { readonly handleTime: Seconds; readonly patience?: Seconds | undefined },
  targets: QueueTargets,
): number[] {
  return perDistinctRate(contactsPerHour, (rate) =>
    requiredAgents({ ...line, contactsPerHour: rate }, targets),
  );
}

/** Required agents of a chat or messaging channel in each interval. Equal rates are solved once. */
export function chatRequirement(
  contactsPerHour: readonly ContactsPerHour[],
  line: Omit<ChatDemand, 'contactsPerHour'>,
  targets: ChatTargets,
): number[] {
  return perDistinctRate(contactsPerHour, (rate) =>
    requiredChatAgents({ ...line, contactsPerHour: rate }, targets),
  );
}

function perDistinctRate(
  rates: readonly ContactsPerHour[],
  solve: (rate: ContactsPerHour) => number,
): number[] {
  const solved = new Map<number, number>();
  return rates.map((rate) => {
    const known = solved.get(rate);
    if (known !== undefined) return known;
    const agents = solve(rate);
    solved.set(rate, agents);
    return agents;
  });
}
