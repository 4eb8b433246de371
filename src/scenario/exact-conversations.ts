/**
 * One day of chat or messaging solved exactly: open conversations and waiting customers are carried from
 * interval to interval, from an empty start, or a line that waits, to the shift ends of the plan.
 *
 * Assumes what conversation-day.ts does, or shared-conversation-day.ts where the same agents also hold the
 * conversations of other channels, and the volume expected. The requirement in sequence of channels that all
 * their agents serve is that of their pool, shared out as the one in steady state is: the most that one of
 * them asks for in an interval, each with a day of its own.
 */
import { UnattainableTarget } from '../errors.ts';
import { chatAgents } from '../queueing/chat-pool.ts';
import type { TalkOutcomeName, TalkOutcomes } from '../queueing/conversation-day.ts';
import { sumOfOutcomes, talkOutcomes } from '../queueing/conversation-day.ts';
import { levelParts, outcomesIn } from '../queueing/day-outcomes.ts';
import { exactly, type InLine } from '../queueing/line-at-start.ts';
import { serviceLevel, SHORT_ABANDON } from '../queueing/measures.ts';
import { requireAttainableChat, type ChatTargets } from '../queueing/required-chat-agents.ts';
import { requirementOf } from '../queueing/sequential-requirement.ts';
import { sharedStretches, type SharedInterval } from '../queueing/shared-conversation-day.ts';
import { SharedPool } from '../queueing/shared-conversations.ts';
import type { DayStretch } from '../queueing/transient-day.ts';
import { SECONDS_PER_HOUR, type Seconds, type Share } from '../units.ts';
import { wholeShares } from './allocation.ts';
import { agentsWorth, type Turns } from './channel-company.ts';
import { conversationTargets } from './channel-model.ts';
import type { ExactDay, TalkFigures } from './exact-day.ts';
import type { Targets } from './schema.ts';

/** One channel of those whose conversations the same agents hold; arrays by interval of the day. */
export type TalkOfDay = {
  readonly turns: Turns;
  readonly targets: Targets;
  /** Contacts expected. */
  readonly offered: readonly number[];
  readonly handleTime: readonly Seconds[];
};

export type ConversationQuestion = {
  readonly intervalSeconds: Seconds;
  readonly talks: readonly TalkOfDay[];
  /** The channel asked about among them. */
  readonly place: number;
  /** People of the plan who hold them, whole. */
  readonly planned: readonly number[];
  /** Of them who takes new ones, and who stops so long before the interval ends (quiet-ends.ts); default all until then. */
  readonly taking?: {
    readonly agents: readonly number[];
    readonly leaving: readonly number[] | undefined;
    readonly lastContact: Seconds;
  };
  /** All of them serve all these channels. */
  readonly whole: boolean;
  /** Who waits for a first reply when the day begins, the first in line first; those of the channel asked about are counted. */
  readonly line?: readonly InLine[] | undefined;
};

/** Who leaves finishes his conversations; three digits are more than anybody plans by. */
const SETTINGS = { shiftEnd: 'named', tolerance: 1e-3 } as const;

export function exactConversations(question: ConversationQuestion): ExactDay {
  const { talks, place, taking } = question;
  const { targets, offered } = talks[place]!;
  const pool = poolOf(talks);
  const intervals = intervalsFor(question, talks);
  const stretchFor = sharedStretches(
    pool,
    talks.map(({ turns }) => turns),
    place,
    intervals,
  );
  const level = levelOf(targets);
  const stretches = planStretches(question, stretchFor);
  const own = stretches.map(({ interval }) => intervals[interval]?.arrivals[place] ?? 0);
  const counts = talkOutcomes(stretches, own, level.names, { ...level, ...SETTINGS }, question.line);
  const outcomes = intervals.map((_, i) =>
    counts.filter((_part, k) => stretches[k]?.interval === i).reduce(sumOfOutcomes),
  );
  const each = <Value>(value: (counts: TalkOutcomes) => Value | null): (Value | null)[] =>
    outcomes.map((counts, i) => ((offered[i] ?? 0) > 0 ? value(counts) : null));
  return {
    levels: each(level.share),
    required: requiredAgents(question),
    quietCounted: taking !== undefined,
    talk: {
      replies: each(({ answered, waitOfAnswered, replyOfAnswered }) =>
        answered > 0 ? (waitOfAnswered + replyOfAnswered) / answered : null,
      ),
      lost: each(({ answered, offered: all }) => Math.max(0, 1 - answered / all)),
      steady: steadyFigures(pool, question, intervals),
    },
  };
}

/** The plan as stretches: an interval is cut where leavers stop taking conversations. */
export function planStretches(
  { intervalSeconds: length, planned, taking }: ConversationQuestion,
  stretchFor: (interval: number, people: number) => DayStretch,
): DayStretch[] {
  const { agents = planned, leaving, lastContact = 0 } = taking ?? {};
  return agents.flatMap((people, i): DayStretch[] => {
    const fewer = lastContact > 0 ? (leaving?.[i] ?? 0) : 0;
    const stretch = stretchFor(i, people);
    if (fewer === 0) return [stretch];
    return [
      { ...stretch, length: length - lastContact },
      { ...stretchFor(i, Math.max(0, people - fewer)), length: lastContact },
    ];
  });
}

/** What the day is measured by: the wait for an agent where a service level is promised, else the first reply. */
function levelOf({ serviceLevel: rule, firstResponse }: Targets): {
  readonly names: readonly TalkOutcomeName[];
  readonly threshold: Seconds;
  readonly within: Seconds;
  readonly shortAbandon: Seconds;
  readonly share: (counts: TalkOutcomes) => Share | null;
} {
  const within = firstResponse?.percentile?.within ?? 0;
  const { threshold = 0, shortAbandon = SHORT_ABANDON, definition } = rule ?? {};
  const names = new Set<TalkOutcomeName>(['waitOfAnswered', 'answered', 'replyOfAnswered']);
  if (definition) for (const name of outcomesIn(definition)) names.add(name);
  else if (firstResponse?.percentile) names.add('replied');
  const parts = (counts: TalkOutcomes): readonly [number, number] =>
    definition ? levelParts(counts, definition) : [counts.replied, counts.answered];
  return {
    names: [...names],
    threshold,
    within,
    shortAbandon,
    share(counts) {
      const [part, whole] = parts(counts);
      return whole > 0 && (definition !== undefined || within > 0) ? Math.min(1, part / whole) : null;
    },
  };
}

export function poolOf(talks: readonly TalkOfDay[]): SharedPool {
  return new SharedPool(talks.map(({ turns }) => turns));
}

export function intervalsFor(
  { intervalSeconds }: ConversationQuestion,
  talks: readonly TalkOfDay[],
): SharedInterval[] {
  const highest = talks.reduce((most, { turns }) => Math.max(most, turns.limit), 1);
  const agentFor = talks.map(({ turns }) => chatAgents({ ...turns, limit: highest }));
  const count = talks[0]?.offered.length ?? 0;
  return Array.from({ length: count }, (_, i) => ({
    length: intervalSeconds,
    arrivals: talks.map(({ offered }) => (offered[i] ?? 0) / intervalSeconds),
    agentsOf: talks.map(({ handleTime }, k) => agentFor[k]!(handleTime[i]!)),
  }));
}

/** Each interval by itself, with the same people and the same volume. */
function steadyFigures(
  pool: SharedPool,
  { talks, place, planned }: ConversationQuestion,
  intervals: readonly SharedInterval[],
): TalkFigures {
  const { serviceLevel: rule, firstResponse } = talks[place]!.targets;
  const within = firstResponse?.percentile?.within;
  const all = intervals.map(({ arrivals, agentsOf }, i) => {
    const agents = planned[i] ?? 0;
    if (!((arrivals[place] ?? 0) > 0)) return { level: null, reply: null, lost: null };
    if (agents === 0) return { level: rule ? 0 : null, reply: null, lost: null };
    pool.become(arrivals, agentsOf, agents);
    const measures = pool.measuresOf(place);
    const { meanFirstResponse, answeredShare, abandonProbability: lost } = measures;
    const level = rule
      ? serviceLevel(measures, rule.threshold, rule.definition, rule.shortAbandon)
      : within === undefined || answeredShare === 0
        ? null
        : Math.min(1, measures.firstResponseWithin(within) / answeredShare);
    return { level, reply: meanFirstResponse < Infinity ? meanFirstResponse : null, lost };
  });
  return {
    levels: all.map(({ level }) => level),
    replies: all.map(({ reply }) => reply),
    lost: all.map(({ lost }) => lost),
  };
}

/** Least people in sequence, the channel's share of them where they serve all its pool; null where none are enough. */
function requiredAgents(question: ConversationQuestion): number[] | null {
  const { talks, place, whole } = question;
  const together = whole ? talks : talks.slice(place, place + 1);
  const own = whole ? place : 0;
  const pool = poolOf(together);
  const intervals = intervalsFor(question, together);
  const turns = together.map((talk) => talk.turns);
  const least: number[] = intervals.map(() => 0);
  for (const [channel, { targets, offered }] of together.entries()) {
    if (offered.every((contacts) => contacts === 0)) continue;
    const asked = conversationTargets(targets);
    const agents = leastInSequence(question, pool, turns, channel, intervals, asked);
    if (agents === null) return null;
    for (const [i, count] of agents.entries()) least[i] = Math.max(least[i]!, count);
  }
  return least.map((count, i) => {
    const { arrivals, agentsOf } = intervals[i]!;
    const worth = turns.map((one, k) => arrivals[k]! * agentsWorth(one, agentsOf[k]!));
    return wholeShares(count, worth)[own] ?? 0;
  });
}

function leastInSequence(
  question: ConversationQuestion,
  pool: SharedPool,
  turns: readonly Turns[],
  channel: number,
  intervals: readonly SharedInterval[],
  targets: ChatTargets,
): number[] | null {
  const stretchFor = sharedStretches(pool, turns, channel, intervals);
  const day = {
    intervalLength: question.intervalSeconds,
    handleTime: intervals[0]?.agentsOf[channel]?.handleTime ?? 0,
    threshold: targets.serviceLevel?.threshold ?? 0,
    intervals: intervals.map(({ arrivals }) => ({
      contactsPerHour: arrivals[channel]! * SECONDS_PER_HOUR,
      agents: 0,
    })),
  };
  try {
    for (const { arrivals, agentsOf } of intervals)
      if (arrivals[channel]! > 0) requireAttainableChat(agentsOf[channel]!, targets);
    const empty = intervals.map((_, i) => stretchFor(i, 0));
    const start = question.line?.length ? exactly(question.line.length) : undefined;
    return requirementOf(day, empty, { ...SETTINGS, start }, targets, ({ interval }, agents, first) => {
      const stretch = stretchFor(interval, agents);
      if (!first) return stretch;
      const { completionRate, abandonRate } = first;
      return { ...stretch, completionRate, abandonRate };
    }).agents;
  } catch (error) {
    if (error instanceof UnattainableTarget) return null;
    throw error;
  }
}
