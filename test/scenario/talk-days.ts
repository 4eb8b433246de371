/** The chats of the bundled retailer as a day to solve: alone, or with the messages of the same agents. */
import { readFileSync } from 'node:fs';
import { analyse } from '../../src/scenario/analyse.ts';
import { buildAxis } from '../../src/scenario/axis.ts';
import { conversationQuestion } from '../../src/scenario/conversation-question.ts';
import type { ConversationQuestion } from '../../src/scenario/exact-conversations.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { Scenario, Targets } from '../../src/scenario/schema.ts';

const file = new URL('../../scenarios/retail-peak-week.json', import.meta.url);
const parsed = parseScenario(JSON.parse(readFileSync(file, 'utf8')));
if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
const retailer = parsed.scenario;

/** These channels with the groups that serve them only, on days that are all as busy. */
export function talksOnly(ids: readonly string[], targets?: Targets): Scenario {
  const { mix: _, ...rest } = retailer;
  return {
    ...rest,
    events: [],
    channels: rest.channels
      .filter(({ id }) => ids.includes(id))
      .map(({ bot: __, afterwards: ___, ...channel }) => ({
        ...channel,
        bot: null,
        demand: { ...channel.demand, dayFactorCv: 0 },
        handling: { ...channel.handling, cv: 1 },
        targets: targets ?? channel.targets,
      })),
    groups: rest.groups
      .filter(({ id }) => ids.includes(id))
      .map((group) => ({ ...group, skills: group.skills.filter(({ channel }) => ids.includes(channel)) })),
  };
}

export type TalkDay = { readonly question: ConversationQuestion; readonly intervals: readonly number[] };

export function talkDays(scenario: Scenario, id: string, days: readonly number[]): TalkDay[] {
  const analysis = analyse(scenario);
  const axis = buildAxis(scenario.calendar);
  const figures = analysis.channels.find((channel) => channel.id === id);
  return days.map((day) => {
    const intervals = axis.intervals.flatMap((interval, i) =>
      interval.day === day && ((figures?.offered[i] ?? 0) > 0 || (figures?.planned[i] ?? 0) > 0) ? [i] : [],
    );
    const question = conversationQuestion(scenario, analysis, id, intervals, axis.intervalSeconds);
    if (!question) throw new Error(`${id} holds no conversations`);
    return { question, intervals };
  });
}
