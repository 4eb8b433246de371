/** Chat and messaging: agents with several conversations each. */
import { chatQueue } from '../../queueing/chat-queue.ts';
import {
  bestConcurrency,
  conversationCurve,
  type ConversationInputs,
} from '../../queueing/conversation-curve.ts';
import { requiredChatAgents, type ChatTargets } from '../../queueing/required-chat-agents.ts';
import { WrongUsage } from '../command.ts';
import { agentsWho, decimal, duration, json, percent, table } from '../output.ts';
import type { Given } from './given.ts';
import type { ErlangModel } from './model.ts';
import { agentsShown, DEFAULT_THRESHOLD, solved, TARGET_OPTIONS, targetsOf } from './queue-table.ts';

/** What describes a conversation and who waits for one. */
export const TALK_OPTIONS = [
  'handle-time',
  'turn',
  'think',
  'limit',
  'switch-cost',
  'after-contact',
  'patience',
] as const;

export function conversationOf(given: Given): ConversationInputs {
  const conversation = {
    handleTime: given.need('handle-time'),
    agentTurn: given.need('turn'),
    customerTurn: given.need('think'),
    limit: given.need('limit'),
    switchCost: given.number('switch-cost'),
    afterContact: given.number('after-contact'),
  };
  if ((conversation.afterContact ?? 0) >= conversation.handleTime)
    throw new WrongUsage(
      `--after-contact is ${conversation.afterContact}, but must be below the handle time, ${conversation.handleTime}`,
    );
  return conversation;
}

export const FRT_OPTIONS = ['frt-mean', 'frt-share', 'frt-within'] as const;

/** Targets of the queue, of the first reply, or of both; without any the usual level of the queue. */
export function chatTargetsOf(given: Given): ChatTargets {
  const [mean, share, within] = FRT_OPTIONS.map((name) => given.number(name));
  if ((share === undefined) !== (within === undefined))
    throw new WrongUsage('--frt-share and --frt-within go together');
  if (mean === undefined && share === undefined) return targetsOf(given);
  const percentile = share === undefined || within === undefined ? {} : { percentile: { share, within } };
  return {
    ...(TARGET_OPTIONS.some((name) => given.has(name)) ? targetsOf(given) : {}),
    firstResponse: { mean, ...percentile },
  };
}

export const chat: ErlangModel = {
  name: 'chat',
  summary: 'chat and messaging: several conversations per agent, first reply, where concurrency stops paying',
  note: 'New conversations go to the agent with the fewest. The level is about the wait for an agent, FRT adds his reply.',
  options: ['contacts-per-hour', ...TALK_OPTIONS, 'agents', ...FRT_OPTIONS, ...TARGET_OPTIONS],
  examples: [
    'effectif erlang chat --contacts-per-hour 120 --handle-time 300 --turn 30 --think 60 --limit 3 --frt-mean 48',
    'effectif erlang chat --contacts-per-hour 120 --handle-time 300 --turn 30 --think 60 --limit 4 --switch-cost 0.1 --patience 180 --agents 4..9',
    'effectif erlang chat --contacts-per-hour 120 --handle-time 300 --turn 30 --think 60 --limit 3 --frt-share 0.8 --frt-within 60 --json',
  ],
  run(given, { out }) {
    const conversation = conversationOf(given);
    const demand = {
      contactsPerHour: given.need('contacts-per-hour'),
      conversation,
      patience: given.number('patience'),
    };
    const targets = chatTargetsOf(given);
    const within = given.number('frt-within');
    const { required, unattainable } = solved(() => requiredChatAgents(demand, targets));
    const curve = conversationCurve(conversation);
    const threshold = targets.serviceLevel?.threshold ?? DEFAULT_THRESHOLD;
    const load = (demand.contactsPerHour * conversation.handleTime) / 3600;
    const rows = agentsShown(given, required ?? Math.ceil(load)).map((agents) => {
      const m = chatQueue({ ...demand, agents });
      return {
        agents,
        answeredWithin: m.answeredWithin(threshold),
        meanFirstResponse: m.meanFirstResponse,
        ...(within === undefined ? {} : { firstResponseWithin: m.firstResponseWithin(within) }),
        waitProbability: m.waitProbability,
        meanWaitAnswered: m.meanWaitAnswered,
        abandonProbability: m.abandonProbability,
        meanConcurrency: m.meanConcurrency,
        occupancy: m.occupancy,
      };
    });
    if (given.has('json')) {
      const points = curve.map(({ ahead: _ahead, ...point }) => point);
      const best = bestConcurrency(curve);
      out(
        json({
          queue: demand,
          targets,
          requiredAgents: required,
          unattainable,
          agents: rows,
          curve: points,
          bestConcurrency: best,
        }),
      );
      return;
    }
    out(
      `chat: ${required === null ? `no number of agents is enough: ${unattainable}` : `${agentsWho(required, 'is', 'are')} needed`}\n\n`,
    );
    out(
      table(
        [
          'agents',
          `within ${threshold} s`,
          'first reply',
          'has to wait',
          'abandoned',
          'conversations',
          'occupancy',
        ],
        rows.map((row) => [
          `${row.agents}${row.agents === required ? ' *' : ''}`,
          percent(row.answeredWithin),
          duration(row.meanFirstResponse),
          percent(row.waitProbability),
          percent(row.abandonProbability),
          decimal(row.meanConcurrency, 2),
          percent(row.occupancy),
        ]),
      ),
    );
    out(`\none agent: most is done with ${bestConcurrency(curve)} conversations at once\n\n`);
    out(
      table(
        ['conversations', 'done per hour', 'against one', 'reply', 'busy'],
        curve.map((point) => [
          String(point.concurrency),
          decimal(point.completionRate * 3600, 1),
          decimal(point.throughput, 2),
          duration(point.replyTime),
          percent(point.utilisation),
        ]),
      ),
    );
  },
};
