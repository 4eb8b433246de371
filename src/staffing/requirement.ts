/**
 * Required agents per interval of a channel, each interval for itself as if it went on for ever (SIPP):
 * what a spreadsheet gives. For what is carried over see queueing/sequential-requirement.ts.
 */
import { requiredAgents } from '../queueing/required-agents.ts';
import type { ChatDemand } from '../queueing/chat-queue.ts';
import type { ChatTargets } from '../queueing/required-chat-agents.ts';
import { requiredChatAgents } from '../queueing/required-chat-agents.ts';
import type { QueueTargets } from '../queueing/required-agents.ts';
import type { ContactsPerHour, Seconds } from '../units.ts';

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
