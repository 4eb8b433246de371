/** The exact day of conversations with the agents it has. */
import {
  conversationDay,
  sumOfOutcomes,
  type ConversationDay,
  type TalkInterval,
  type TalkOutcomes,
} from '../../queueing/conversation-day.ts';
import { conversationEffects, type TalkCounting } from '../../queueing/conversation-effects.ts';
import { outcomeLevel } from '../../queueing/day-outcomes.ts';
import { SECONDS_PER_MINUTE } from '../../units.ts';
import { decimal, duration, json, percent, table } from '../output.ts';
import { conversationOf, TALK_OPTIONS } from './chat.ts';
import { AGENTS, clock, HANDLE, RATE, signed } from './day.ts';
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
    ...TALK_OPTIONS,
    'threshold',
    'definition',
    'short-abandon',
    'frt-within',
    'shift-end',
    'tolerance',
    'effects',
  ],
  only: { 'shift-end': CHAT_ENDS },
  examples: [
    'effectif erlang chat-day --rates 40,120,160,90 --staff 3,9,11,7 --handle-time 300 --turn 30 --think 60 --limit 3 --patience 180',
    'effectif erlang chat-day --rates 40,120,160,90 --staff 3,9,11,7 --handle-time 300 --turn 30 --think 60 --limit 3 --patience 180 --frt-within 60 --json',
    'effectif erlang chat-day --rates 40,120,160,90 --staff 3,9,11,7 --handle-time 300 --turn 30 --think 60 --limit 3 --patience 180 --effects --tolerance 1e-3',
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
    const counting = within === undefined ? 'answeredWithin' : 'replied';
    const changes = given.has('effects') ? effectsOn(day, counting) : null;
    const told = (of: TalkOutcomes) => ({
      ...of,
      level: outcomeLevel(of, definition),
      firstResponseWithin: of.answered > 0 ? of.replied / of.answered : null,
      meanWaitAnswered: of.answered > 0 ? of.waitOfAnswered / of.answered : null,
      meanFirstResponse: of.answered > 0 ? (of.waitOfAnswered + of.replyOfAnswered) / of.answered : null,
      abandonProbability: of.offered > 0 ? Math.max(0, 1 - of.answered / of.offered) : null,
    });
    const intervals = counts.map(told);
    const total = told(counts.reduce(sumOfOutcomes));
    if (given.has('json')) {
      out(json({ day, definition, intervals, total, effects: changes && { counting, ...changes } }));
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
          ...Object.keys(changes ?? {}).map((name) => HEADS[name] ?? name),
        ],
        [
          ...intervals.map((of, i) => [
            clock(i * minutes),
            ...row(of, String(agents[i] ?? 0)),
            ...Object.values(changes ?? {}).map((effects) => signed(effects[i])),
          ]),
          ['day', ...row(total, '')],
        ],
      ),
    );
    if (changes) {
      const what =
        counting === 'replied' ? `with a first reply within ${within} s` : `taken within ${threshold} s`;
      out(`\neffects: contacts ${what} over the whole day\n`);
    }
  },
};

const HEADS: Readonly<Record<string, string>> = {
  plusAgent: '+1 agent',
  minusAgent: '−1 agent',
  plusVolume: '+1 % volume',
  plusHandleTime: '+1 % handling',
  plusPatience: '+1 % patience',
};

/** By interval, in contacts; null where nobody is on duty to be one fewer. Nobody gives up without patience. */
function effectsOn(
  day: ConversationDay,
  counting: TalkCounting,
): Readonly<Record<string, readonly (number | null)[]>> {
  const { handleTime } = day.conversation;
  const { patience } = day;
  const changes: Record<string, (one: TalkInterval) => TalkInterval | null> = {
    plusAgent: (one) => ({ ...one, agents: one.agents + 1 }),
    minusAgent: (one) => (one.agents === 0 ? null : { ...one, agents: one.agents - 1 }),
    plusVolume: (one) => ({ ...one, contactsPerHour: one.contactsPerHour * 1.01 }),
    plusHandleTime: (one) => ({ ...one, handleTime: (one.handleTime ?? handleTime) * 1.01 }),
    ...(patience === undefined
      ? {}
      : { plusPatience: (one: TalkInterval) => ({ ...one, patience: patience * 1.01 }) }),
  };
  const { effects } = conversationEffects(day, Object.values(changes), counting);
  return Object.fromEntries(
    Object.keys(changes).map((name, k) => [name, (effects[k] ?? []).map((effect) => effect && effect.count)]),
  );
}
