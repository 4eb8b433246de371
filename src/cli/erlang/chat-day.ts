/** The exact day of conversations with the agents it has. */
import { conversationDay, type TalkOutcomes } from '../../queueing/conversation-day.ts';
import { outcomeLevel } from '../../queueing/day-outcomes.ts';
import { SECONDS_PER_MINUTE } from '../../units.ts';
import { decimal, duration, json, percent, table } from '../output.ts';
import { conversationOf } from './chat.ts';
import { AGENTS, clock, HANDLE, RATE } from './day.ts';
import { DEFINITIONS } from './given.ts';
import { readIntervals } from './interval-file.ts';
import type { ErlangModel } from './model.ts';
import { DEFAULT_THRESHOLD } from './queue-table.ts';
import { CHAT_ENDS, chatEndOf } from './staff-chat.ts';

export const chatDay: ErlangModel = {
  name: 'chat-day',
  summary: 'the exact day of chat or messaging with given agents: open conversations carried over',
  note: 'Starts with nobody there. The level is about the wait for an agent, the first reply adds his answer; counted by the interval of arrival.',
  file: 'JSON or CSV with contactsPerHour, agents and, if it changes, handleTime',
  options: [
    'rates',
    'staff',
    'interval',
    'handle-time',
    'turn',
    'think',
    'limit',
    'switch-cost',
    'after-contact',
    'patience',
    'threshold',
    'definition',
    'short-abandon',
    'frt-within',
    'shift-end',
    'tolerance',
  ],
  only: { 'shift-end': CHAT_ENDS },
  examples: [
    'effectif erlang chat-day --rates 40,120,160,90 --staff 3,9,11,7 --handle-time 300 --turn 30 --think 60 --limit 3 --patience 180',
    'effectif erlang chat-day --rates 40,120,160,90 --staff 3,9,11,7 --handle-time 300 --turn 30 --think 60 --limit 3 --patience 180 --frt-within 60 --json',
  ],
  run(given, surroundings) {
    const { out } = surroundings;
    const conversation = conversationOf(given);
    const minutes = given.number('interval') ?? 30;
    const threshold = given.number('threshold') ?? DEFAULT_THRESHOLD;
    const within = given.number('frt-within');
    const named = given.text('definition') ?? 'offered';
    const definition = DEFINITIONS.find((name) => name === named) ?? 'offered';
    const columns = readIntervals(given, [RATE, AGENTS, HANDLE], surroundings);
    const agents = columns[AGENTS.name] ?? [];
    const day = {
      intervalLength: minutes * SECONDS_PER_MINUTE,
      intervals: (columns[RATE.name] ?? []).map((contactsPerHour, i) => ({
        contactsPerHour,
        agents: agents[i] ?? 0,
        handleTime: columns[HANDLE.name]?.[i],
      })),
      conversation,
      patience: given.number('patience'),
      threshold,
      within,
      shortAbandon: given.number('short-abandon'),
      shiftEnd: chatEndOf(given),
      tolerance: given.number('tolerance'),
    };
    const counts = conversationDay(day);
    const told = (of: TalkOutcomes) => ({
      ...of,
      level: outcomeLevel(of, definition),
      firstResponseWithin: of.answered > 0 ? of.replied / of.answered : null,
      meanWaitAnswered: of.answered > 0 ? of.waitOfAnswered / of.answered : null,
      meanFirstResponse: of.answered > 0 ? (of.waitOfAnswered + of.replyOfAnswered) / of.answered : null,
      abandonProbability: of.offered > 0 ? Math.max(0, 1 - of.answered / of.offered) : null,
    });
    const intervals = counts.map(told);
    const total = told(counts.reduce(sumOf));
    if (given.has('json')) {
      out(json({ day, definition, intervals, total }));
      return;
    }
    const row = (of: ReturnType<typeof told>, people: string): string[] => [
      decimal(of.offered, 1),
      people,
      percent(of.level),
      ...(within === undefined ? [] : [percent(of.firstResponseWithin)]),
      duration(of.meanWaitAnswered),
      duration(of.meanFirstResponse),
      percent(of.abandonProbability),
    ];
    const counted = definition === 'offered' ? '' : ` (${definition})`;
    out(`exact day of conversations, ${intervals.length} intervals\n\n`);
    out(
      table(
        [
          'from',
          'offered',
          'agents',
          `taken within ${threshold} s${counted}`,
          ...(within === undefined ? [] : [`replied within ${within} s`]),
          'wait',
          'first reply',
          'abandoned',
        ],
        [
          ...intervals.map((of, i) => [clock(i * minutes), ...row(of, String(agents[i] ?? 0))]),
          ['day', ...row(total, '')],
        ],
      ),
    );
  },
};

function sumOf(a: TalkOutcomes, b: TalkOutcomes): TalkOutcomes {
  return {
    offered: a.offered + b.offered,
    answered: a.answered + b.answered,
    answeredWithin: a.answeredWithin + b.answeredWithin,
    abandonedWithin: a.abandonedWithin + b.abandonedWithin,
    abandonedShort: a.abandonedShort + b.abandonedShort,
    offeredWaitWithin: a.offeredWaitWithin + b.offeredWaitWithin,
    waitOfAnswered: a.waitOfAnswered + b.waitOfAnswered,
    replied: a.replied + b.replied,
    replyOfAnswered: a.replyOfAnswered + b.replyOfAnswered,
  };
}
