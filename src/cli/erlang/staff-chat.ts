/** The least chat agents of a day in sequence. */
import { requiredChatAgents } from '../../queueing/required-chat-agents.ts';
import { sequentialChatRequirement } from '../../queueing/sequential-chat-requirement.ts';
import { SECONDS_PER_MINUTE } from '../../units.ts';
import { WrongUsage } from '../command.ts';
import { count, decimal, json, percent, table } from '../output.ts';
import { chatTargetsOf, conversationOf, FRT_OPTIONS, TALK_OPTIONS } from './chat.ts';
import { clock, RATE } from './day.ts';
import type { Given } from './given.ts';
import { readIntervals } from './interval-file.ts';
import type { ErlangModel } from './model.ts';
import { TARGET_OPTIONS } from './queue-table.ts';

/** Pooled ends would need the conversations of every agent too many. */
export const CHAT_ENDS = ['named', 'preemptive'] as const;

export function chatEndOf(given: Given): (typeof CHAT_ENDS)[number] | undefined {
  const asked = given.text('shift-end');
  const shiftEnd = CHAT_ENDS.find((one) => one === asked);
  if (asked !== undefined && shiftEnd === undefined)
    throw new WrongUsage(`--shift-end is ${asked}, but must be one of ${CHAT_ENDS.join(', ')}`);
  return shiftEnd;
}

export const staffChat: ErlangModel = {
  name: 'staff-chat',
  summary:
    'least chat agents for each interval of a day, given the conversations it inherits; SIPP beside it',
  note: 'An agent whose shift ends finishes his conversations (named), or hands them over (preemptive); pooled ends are for one contact per agent: effectif erlang staff. The level is about the wait for an agent, FRT adds his reply.',
  file: 'JSON or CSV with contactsPerHour',
  options: [
    'rates',
    'interval',
    ...TALK_OPTIONS,
    ...FRT_OPTIONS,
    ...TARGET_OPTIONS,
    'shift-end',
    'tolerance',
  ],
  only: { 'shift-end': CHAT_ENDS },
  examples: [
    'effectif erlang staff-chat --rates 40,120,160,90 --handle-time 300 --turn 30 --think 60 --limit 3 --patience 180',
    'effectif erlang staff-chat --rates 40,120,160,90 --handle-time 300 --turn 30 --think 60 --limit 3 --asa 10 --json',
    'effectif erlang staff-chat --rates 40,120,160,90 --handle-time 300 --turn 30 --think 60 --limit 3 --frt-share 0.8 --frt-within 60',
  ],
  run(given, surroundings) {
    const { out } = surroundings;
    const conversation = conversationOf(given);
    const minutes = given.number('interval') ?? 30;
    const patience = given.number('patience');
    const shiftEnd = chatEndOf(given);
    const targets = chatTargetsOf(given);
    const rates = readIntervals(given, [RATE], surroundings)[RATE.name] ?? [];
    const intervals = rates.map((contactsPerHour) => ({ contactsPerHour }));
    const { agents, ...solved } = sequentialChatRequirement(
      {
        intervalLength: minutes * SECONDS_PER_MINUTE,
        intervals,
        conversation,
        patience,
        shiftEnd,
        tolerance: given.number('tolerance'),
      },
      targets,
    );
    const sipp = rates.map((contactsPerHour) =>
      requiredChatAgents({ contactsPerHour, conversation, patience }, targets),
    );
    if (given.has('json')) {
      const { intervals: measures, day: total } = solved;
      out(json({ targets, agents, sipp, intervals: measures, total }));
      return;
    }
    const hours = (of: readonly number[]): string =>
      decimal((of.reduce((sum, n) => sum + n, 0) * minutes) / 60, 1);
    out(
      `least chat agents in sequence: ${hours(agents)} agent hours; each interval by itself: ${hours(sipp)}\n\n`,
    );
    out(
      table(
        [
          'from',
          'contacts per hour',
          'agents',
          'by itself',
          `within ${targets.serviceLevel?.threshold ?? 0} s`,
          'all full',
          'occupancy',
        ],
        solved.intervals.map((m, i) => [
          clock(i * minutes),
          count(rates[i] ?? 0),
          String(agents[i] ?? 0),
          String(sipp[i] ?? 0),
          percent(m.offered > 0 ? m.answeredWithinThreshold / m.offered : null),
          percent(m.waitProbability),
          percent(m.occupancy),
        ]),
      ),
    );
  },
};
