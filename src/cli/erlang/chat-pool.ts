/** Conversations of several channels in the hands of the same agents. */
import { chatAgent } from '../../queueing/chat-pool.ts';
import { serviceLevel } from '../../queueing/measures.ts';
import { leastAgents, requireAttainable } from '../../queueing/required-agents.ts';
import { requireAttainableChat } from '../../queueing/required-chat-agents.ts';
import { sharedChatQueue, type SharedChatDemand } from '../../queueing/shared-chat-queue.ts';
import type { TalkMeasures } from '../../queueing/talk-measures.ts';
import { WrongUsage } from '../command.ts';
import { duration, json, percent, table } from '../output.ts';
import { chatTargetsOf, FRT_OPTIONS } from './chat.ts';
import { readIntervals, type IntervalColumns, type IntervalField } from './interval-file.ts';
import type { ErlangModel } from './model.ts';
import { agentsShown, DEFAULT_THRESHOLD, solved, TARGET_OPTIONS } from './queue-table.ts';

const SECONDS = { from: 0.001, to: 1e6 };
const FIELDS = [
  { name: 'contactsPerHour', from: 0, to: 1e8 },
  { name: 'handleTime', ...SECONDS },
  { name: 'agentTurn', ...SECONDS },
  { name: 'customerTurn', ...SECONDS },
  { name: 'limit', from: 1, to: 100, whole: true },
  { name: 'switchCost', from: 0, to: 10, optional: true, gaps: true },
  { name: 'afterContact', from: 0, to: 1e6, optional: true, gaps: true },
  { name: 'patience', ...SECONDS, optional: true, gaps: true },
  { name: 'rank', from: 0, to: 100, optional: true, gaps: true },
] as const satisfies readonly IntervalField[];

export const chatPool: ErlangModel = {
  name: 'chat-pool',
  summary:
    'chat and messaging of several channels held by the same agents: each channel, least agents for all',
  note: 'One row per channel: contactsPerHour, handleTime, agentTurn, customerTurn, limit and, where they have them, switchCost, afterContact, patience, rank (whose rank is lower is taken first). A channel with a lower limit may use fewer places. The targets are those of every channel.',
  file: 'JSON or CSV with one row per channel',
  options: ['agents', ...FRT_OPTIONS, ...TARGET_OPTIONS],
  examples: [
    'effectif erlang chat-pool channels.csv --frt-mean 60 --abandonment 0.05',
    'effectif erlang chat-pool channels.csv --agents 8..11 --frt-share 0.8 --frt-within 60 --json',
  ],
  run(given, surroundings) {
    const channels = channelsOf(readIntervals(given, FIELDS, surroundings, 'channel'));
    const load = channels.reduce(
      (sum, { contactsPerHour, conversation }) => sum + (contactsPerHour * conversation.handleTime) / 3600,
      0,
    );
    if (load === 0) throw new WrongUsage('no channel has contacts');
    const targets = chatTargetsOf(given);
    const { serviceLevel: level, firstResponse, meanWaitAnswered, abandonment, maxOccupancy } = targets;
    const { mean, percentile } = firstResponse ?? {};
    const threshold = level?.threshold ?? DEFAULT_THRESHOLD;
    const within = given.number('frt-within');
    const levelOf = (m: TalkMeasures): number =>
      serviceLevel(m, threshold, level?.definition ?? 'offered', level?.shortAbandon);
    const meets = (m: TalkMeasures): boolean =>
      (!level || levelOf(m) >= level.share) &&
      (meanWaitAnswered === undefined || m.meanWaitAnswered <= meanWaitAnswered) &&
      (abandonment === undefined || m.abandonProbability <= abandonment) &&
      (maxOccupancy === undefined || m.occupancy <= maxOccupancy) &&
      (mean === undefined || m.meanFirstResponse <= mean) &&
      (!percentile || m.firstResponseWithin(percentile.within) >= percentile.share * m.answeredShare);
    const { required, unattainable } = solved(() => {
      requireAttainable(targets);
      for (const { conversation } of channels) requireAttainableChat(chatAgent(conversation), targets);
      // An agent does several conversations' work at once at best.
      return leastAgents(1, (agents) =>
        sharedChatQueue({ channels, agents }).every(
          (m, k) => (channels[k]?.contactsPerHour ?? 0) === 0 || meets(m),
        ),
      );
    });
    const rows = agentsShown(given, required ?? Math.ceil(load)).map((agents) => ({
      agents,
      channels: sharedChatQueue({ channels, agents }).map((m, k) => ({
        channel: k + 1,
        level: levelOf(m),
        answeredWithin: m.answeredWithin(threshold),
        meanFirstResponse: m.meanFirstResponse,
        ...(within === undefined
          ? {}
          : {
              firstResponseWithin:
                m.answeredShare > 0 ? m.firstResponseWithin(within) / m.answeredShare : null,
            }),
        waitProbability: m.waitProbability,
        meanWaitAnswered: m.meanWaitAnswered,
        abandonProbability: m.abandonProbability,
        occupancy: m.occupancy,
      })),
    }));
    if (given.has('json')) {
      surroundings.out(json({ channels, targets, requiredAgents: required, unattainable, agents: rows }));
      return;
    }
    surroundings.out(
      `conversations of ${channels.length} channels: ${
        required === null ? `no number of agents is enough: ${unattainable}` : `${required} agents are needed`
      }\n\n`,
    );
    surroundings.out(
      table(
        [
          'agents',
          'channel',
          `within ${threshold} s`,
          'first reply',
          ...(within === undefined ? [] : [`replied within ${within} s`]),
          'has to wait',
          'abandoned',
          'occupancy',
        ],
        rows.flatMap(({ agents, channels: told }) =>
          told.map((row, k) => [
            k > 0 ? '' : `${agents}${agents === required ? ' *' : ''}`,
            String(row.channel),
            percent(row.level),
            duration(row.meanFirstResponse),
            ...(within === undefined ? [] : [percent(row.firstResponseWithin ?? null)]),
            percent(row.waitProbability),
            percent(row.abandonProbability),
            percent(row.occupancy),
          ]),
        ),
      ),
    );
  },
};

function channelsOf(columns: IntervalColumns): SharedChatDemand[] {
  const at = (name: (typeof FIELDS)[number]['name'], k: number): number | undefined => {
    const value = columns[name]?.[k] ?? NaN;
    return Number.isNaN(value) ? undefined : value;
  };
  return (columns['contactsPerHour'] ?? []).map((contactsPerHour, k) => {
    const conversation = {
      handleTime: at('handleTime', k) ?? 0,
      agentTurn: at('agentTurn', k) ?? 0,
      customerTurn: at('customerTurn', k) ?? 0,
      limit: at('limit', k) ?? 1,
      switchCost: at('switchCost', k),
      afterContact: at('afterContact', k),
    };
    if ((conversation.afterContact ?? 0) >= conversation.handleTime)
      throw new WrongUsage(
        `channel ${k + 1}: afterContact is ${conversation.afterContact}, but must be below the handle time, ${conversation.handleTime}`,
      );
    return { contactsPerHour, conversation, patience: at('patience', k), rank: at('rank', k) };
  });
}
