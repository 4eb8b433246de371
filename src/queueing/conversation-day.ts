/**
 * The exact day of conversations with the agents planned: what becomes of who arrives in each interval, from
 * his first message to the first reply.
 *
 * The chain of open conversations (chat-crew.ts) is carried from an empty start through changes of volume and
 * staffing; whoever arrives is followed to his first reply, whatever interval that lies in (waiting-ahead.ts).
 * After the last interval its staffing is taken to go on.
 *
 * Assumes what chat-queue.ts does, also just after a change. `named`: an agent whose shift ends finishes his
 * conversations away from the queue; `preemptive`: he hands them over, first in line.
 */
import { DomainError } from '../errors.ts';
import type { ContactsPerHour, Seconds } from '../units.ts';
import { chatAgent, chatAgents } from './chat-pool.ts';
import type { ConversationInputs } from './conversation-curve.ts';
import type { ArrivalOutcomes } from './day-outcomes.ts';
import { ALL_OUTCOMES, NO_OUTCOMES, sweepFor } from './day-outcomes.ts';
import { DaySolver } from './day-solver.ts';
import { requireThreshold } from './domain.ts';
import { countLine, exactly, type InLine } from './line-at-start.ts';
import { SHORT_ABANDON } from './measures.ts';
import type { ShiftEnd } from './shift-end.ts';
import type { Day, DayStretch } from './transient-day.ts';
import { DEFAULT_TOLERANCE, requireDay, stretchesOf } from './transient-day.ts';
import type { Fate } from './waiting-ahead.ts';

/** Pooled ends would need the open conversations of every agent too many. */
type TalkShiftEnd = Exclude<ShiftEnd, 'pooled'>;

export type TalkInterval = {
  readonly contactsPerHour: ContactsPerHour;
  /** People, whole. */
  readonly agents: number;
  /** Agent's work per contact, where it differs from the conversation's. */
  readonly handleTime?: Seconds | undefined;
  /** Where it differs from the day's. */
  readonly patience?: Seconds | undefined;
};

export type ConversationDay = {
  readonly intervalLength: Seconds;
  readonly intervals: readonly TalkInterval[];
  readonly conversation: ConversationInputs;
  readonly patience?: Seconds | undefined;
  /** Of the wait for a place with an agent; default 0 s. */
  readonly threshold?: Seconds | undefined;
  /** Time limit of `replied`: wait and first reply; default 0 s. */
  readonly within?: Seconds | undefined;
  readonly shortAbandon?: Seconds | undefined;
  /** Default `named`. */
  readonly shiftEnd?: TalkShiftEnd | undefined;
  readonly tolerance?: number | undefined;
};

/** As those of a line, where the answer is the start with an agent; with the first reply, counted where there is one. */
export type TalkOutcomes = ArrivalOutcomes & {
  /** First reply within the limit asked for. */
  readonly replied: number;
  /** Seconds from the start to the first reply, over those answered. */
  readonly replyOfAnswered: Seconds;
};

export type TalkOutcomeName = Exclude<keyof TalkOutcomes, 'offered'>;

/**
 * Every outcome of every interval.
 *
 * @throws {DomainError} on a broken number, or pooled shift ends
 */
export function conversationDay(day: ConversationDay): TalkOutcomes[] {
  const { settings, stretchesWith } = talkDay('conversationDay', day);
  const stretches = stretchesWith(day.intervals);
  const own = stretches.map(({ arrivalRate }) => arrivalRate);
  return talkOutcomes(stretches, own, ALL, settings);
}

/**
 * A day as a solver takes it, with its own intervals or others that are as many.
 *
 * @throws {DomainError} as conversationDay, in the name of the function given; of other intervals too
 */
export function talkDay(
  name: string,
  day: ConversationDay,
): {
  readonly settings: TalkSettings;
  readonly stretchesWith: (intervals: readonly TalkInterval[]) => DayStretch[];
} {
  const { intervalLength, conversation, patience } = day;
  const { threshold = 0, within = 0, shortAbandon = SHORT_ABANDON } = day;
  const { shiftEnd = 'named', tolerance = DEFAULT_TOLERANCE } = day;
  // Each number is judged as it was given, before handle times of single intervals scale some of them.
  chatAgent(conversation);
  const { handleTime, afterContact = 0 } = conversation;
  const lineOf = (intervals: readonly TalkInterval[]): Day => {
    const line: Day = { intervalLength, intervals, handleTime, patience, threshold, tolerance };
    requireDay(name, line);
    return line;
  };
  lineOf(day.intervals);
  requireThreshold(name, 'within', within);
  requireThreshold(name, 'shortAbandon', shortAbandon);
  if (!ENDS.includes(shiftEnd)) throw new DomainError(name, 'shiftEnd', shiftEnd, ENDS.join(' or '));
  const agentFor = chatAgents({ ...conversation, afterShare: afterContact / handleTime });
  return {
    settings: { threshold, within, shortAbandon, shiftEnd, tolerance },
    stretchesWith: (intervals) =>
      stretchesOf(lineOf(intervals)).map((stretch): DayStretch => {
        const { agents, handleTime: own = handleTime } = intervals[stretch.interval]!;
        const agent = agentFor(own);
        const { concurrency, completionRate } = agent.full;
        return {
          ...stretch,
          agents: agents * concurrency,
          completionRate: completionRate / concurrency,
          crew: { agents, agent },
        };
      }),
  };
}

const ENDS: readonly string[] = ['named', 'preemptive'] satisfies TalkShiftEnd[];

const ALL: readonly TalkOutcomeName[] = [...ALL_OUTCOMES, 'replied', 'replyOfAnswered'];

const NO_TALK: TalkOutcomes = { ...NO_OUTCOMES, replied: 0, replyOfAnswered: 0 };

export type TalkSettings = Readonly<Record<'threshold' | 'within' | 'shortAbandon', Seconds>> & {
  readonly shiftEnd: TalkShiftEnd;
  readonly tolerance: number;
};

/**
 * By interval; outcomes without a name given stay 0. One sweep of the day for each deadline. No checks.
 *
 * @param own contacts per second whose outcomes are counted, by interval: all that arrive, or a part of them
 * @param line who waits when the day begins; those counted are in its first interval
 */
export function talkOutcomes(
  stretches: readonly DayStretch[],
  own: readonly number[],
  names: readonly TalkOutcomeName[],
  { threshold, within, shortAbandon, shiftEnd, tolerance }: TalkSettings,
  line: readonly InLine[] = [],
): TalkOutcomes[] {
  const byDeadline = new Map<Seconds, { readonly name: TalkOutcomeName; readonly fate: Fate }[]>();
  for (const name of names) {
    const { fate, threshold: deadline } = sweepOf(name, threshold, within, shortAbandon);
    byDeadline.set(deadline, [...(byDeadline.get(deadline) ?? []), { name, fate }]);
  }
  const counts = stretches.map(({ length }, i): Record<keyof TalkOutcomes, number> => ({
    ...NO_TALK,
    offered: own[i]! * length,
  }));
  for (const [deadline, [first, ...others]] of byDeadline) {
    if (first === undefined) continue;
    const solved = new DaySolver({
      stretches,
      shiftEnd,
      tolerance,
      threshold: deadline,
      fate: first.fate,
      also: others.map(({ fate }) => fate),
      start: line.length > 0 ? exactly(line.length) : undefined,
    }).solve();
    for (const [i, { sums }] of solved.entries()) {
      const { arrivalRate } = stretches[i]!;
      // Whoever comes finds what all who come then find.
      const part = arrivalRate > 0 ? own[i]! / arrivalRate : 0;
      counts[i]![first.name] = part * sums.answeredWithin;
      for (const [k, { name }] of others.entries()) counts[i]![name] = part * sums.also[k]!;
    }
    if (counts[0] && line.length > 0)
      for (const { name, fate } of [first, ...others])
        counts[0][name] += countLine(line, stretches, shiftEnd, fate, deadline);
  }
  if (counts[0]) counts[0].offered += line.filter(({ counted }) => counted).length;
  return counts;
}

/** The sweep that counts an outcome. */
export function sweepOf(
  name: TalkOutcomeName,
  threshold: Seconds,
  within: Seconds,
  shortAbandon: Seconds,
): { readonly fate: Fate; readonly threshold: Seconds } {
  if (name === 'replied') return { fate: name, threshold: within };
  if (name === 'replyOfAnswered') return { fate: name, threshold: Infinity };
  return sweepFor(name, threshold, shortAbandon);
}

/** Of two parts of a day together. */
export function sumOfOutcomes(a: TalkOutcomes, b: TalkOutcomes): TalkOutcomes {
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
