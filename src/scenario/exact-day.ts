/**
 * One day of a channel solved exactly; chat and messaging in exact-conversations.ts. Of a phone line: backlog is
 * carried from interval to interval, and agents finish the contact they are in when their shift ends, unless
 * their group ends otherwise. Who takes nothing new in the last minutes counts so in the level of the plan; of the
 * requirement nobody knows whose shift ends, and it counts on all until the end.
 *
 * Assumes what transient-day.ts does, one mean handle time over the day, and an empty start, which is that of the
 * hours before where a channel is open round the clock, or the line that waits when the channel first opens: it
 * counts in the first level, and is work to be done, not a promise, for the requirement. Beside the models that take each interval for itself it
 * shows what the flanks of the day do to them.
 */
import { UnattainableTarget } from '../errors.ts';
import { dayLevels } from '../queueing/day-outcomes.ts';
import { sequentialRequirement, type SequentialTargets } from '../queueing/sequential-requirement.ts';
import { type Day } from '../queueing/transient-day.ts';
import { SECONDS_PER_HOUR, type Seconds, type Share } from '../units.ts';
import { exactConversations, type ConversationQuestion } from './exact-conversations.ts';
import type { AgentGroup, ShiftEnd, Targets } from './schema.ts';

/** A line of one contact per agent. */
export type LineQuestion = {
  readonly intervalSeconds: Seconds;
  /** Contacts expected in each interval of the day, from opening to closing. */
  readonly offered: readonly number[];
  /** Whole agents of the plan. */
  readonly planned: readonly number[];
  readonly handleTime: Seconds;
  /** Null where everybody waits. */
  readonly patience: Seconds | null;
  readonly targets: Targets;
  /** Default: who leaves finishes his contact. */
  readonly shiftEnd?: ShiftEnd | undefined;
  /** Of those planned, who takes no new contact so long before the interval ends (quiet-ends.ts). */
  readonly leaving?: readonly number[] | undefined;
  readonly lastContact?: Seconds | undefined;
  /** How long each has waited who is in line when the day begins, the first of them first. */
  readonly waiting?: readonly Seconds[] | undefined;
};

export type ExactDayQuestion = (LineQuestion | ConversationQuestion) & {
  /** So many of the intervals are hours before the day (hours-before.ts), of which nothing is told. */
  readonly before?: number;
  /** So many closed intervals come before the first, at which a line waits. */
  readonly closed?: number;
};

/** Of conversations, by interval; null where nobody comes or is answered. */
export type TalkFigures = {
  readonly levels: readonly (Share | null)[];
  /** Mean time from the first message to the first reply, of those answered. */
  readonly replies: readonly (Seconds | null)[];
  /** Of those offered, who give up. */
  readonly lost: readonly (Share | null)[];
};

export type ExactDay = {
  /** The level promised (`lineLevelOf`), with the planned agents; null where there is none or nothing is offered. */
  readonly levels: readonly (Share | null)[];
  /** Least agents when every interval has its least; null where no number of agents meets the targets. */
  readonly required: readonly number[] | null;
  /** The levels count who takes nothing new at the end of his shift. */
  readonly quietCounted?: boolean;
  /** Where agents hold conversations: more of the same day, and the steady state of each interval at the same volume. */
  readonly talk?: Pick<TalkFigures, 'replies' | 'lost'> & { readonly steady: TalkFigures };
};

/** Four digits are more than anybody staffs by, and cost half the time of five. */
const TOLERANCE = 1e-4;

/** How the agents of these channels end; undefined where they finish their contact, or groups differ. */
export function shiftEndOf(groups: readonly AgentGroup[], channels: readonly string[]): ShiftEnd | undefined {
  const ends = groups
    .filter(({ skills }) => skills.some(({ channel }) => channels.includes(channel)))
    .map(({ staffing }) => (staffing.kind === 'counts' ? staffing.shiftEnd : undefined));
  return ends.every((end) => end === ends[0]) ? ends[0] : undefined;
}

/** Null without an interval, for a line without a target, and with a line before shift ends that are pooled. */
export function exactDay(question: ExactDayQuestion): ExactDay | null {
  const { before = 0, closed = 0 } = question;
  const solved = withHoursBefore(question);
  if (solved === null || (before === 0 && closed === 0)) return solved;
  const none: null[] = Array.from({ length: closed }, () => null);
  return placed(solved, (list) => [...none, ...list.slice(before)]);
}

type Figures = readonly (number | null)[];

/** The same day over other intervals. */
function placed({ levels, required, talk, ...rest }: ExactDay, at: (list: Figures) => Figures): ExactDay {
  return {
    ...rest,
    levels: at(levels),
    required: required && at(required).map((agents) => agents ?? 0),
    ...(talk && {
      talk: {
        replies: at(talk.replies),
        lost: at(talk.lost),
        steady: {
          levels: at(talk.steady.levels),
          replies: at(talk.steady.replies),
          lost: at(talk.steady.lost),
        },
      },
    }),
  };
}

function withHoursBefore(question: ExactDayQuestion): ExactDay | null {
  if ('talks' in question) return question.planned.length === 0 ? null : exactConversations(question);
  const { intervalSeconds, offered, planned, handleTime, patience, targets, shiftEnd } = question;
  const { leaving, lastContact, waiting = [] } = question;
  if (waiting.length > 0 && shiftEnd === 'pooled') return null;
  const sequential = sequentialTargets(targets);
  if (offered.length === 0 || Object.values(sequential).every(absent)) return null;
  const goal = lineLevelOf(targets);
  const day: Day = {
    intervalLength: intervalSeconds,
    intervals: offered.map((contacts, i) => ({
      contactsPerHour: (contacts * SECONDS_PER_HOUR) / intervalSeconds,
      agents: planned[i] ?? 0,
    })),
    handleTime,
    patience: patience ?? undefined,
    threshold: goal?.threshold ?? 0,
    tolerance: TOLERANCE,
    shiftEnd: shiftEnd ?? 'named',
    waiting,
  };
  const intervals = day.intervals.map((one, i) => ({ ...one, leaving: leaving?.[i] }));
  const plan: Day = { ...day, intervals, lastContactBefore: lastContact };
  const levels = goal && dayLevels(plan, goal.definition, goal.shortAbandon);
  return {
    levels: offered.map((_, i) => {
      const level = levels?.[i] ?? null;
      return level === null ? null : Math.min(1, level);
    }),
    required: leastAgents(day, sequential),
    quietCounted: leaving !== undefined,
  };
}

/** What a line is measured by: its service level, else the share of first replies, which are its answers. */
export function lineLevelOf({ serviceLevel, firstResponse }: Targets): Targets['serviceLevel'] {
  const percentile = firstResponse?.percentile;
  return (
    serviceLevel ??
    (percentile && { share: percentile.share, threshold: percentile.within, definition: 'answered' })
  );
}

function absent(target: unknown): boolean {
  return target === undefined;
}

/** On a line the first reply is the answer itself, so its mean is that of the wait. */
function sequentialTargets(targets: Targets): SequentialTargets {
  const { serviceLevel, meanWaitAnswered, firstResponse, abandonment, maxOccupancy } = targets;
  const { mean, percentile } = firstResponse ?? {};
  const waits = [mean, meanWaitAnswered].filter((wait) => wait !== undefined);
  return {
    serviceLevel,
    meanWaitAnswered: waits.length === 0 ? undefined : Math.min(...waits),
    firstResponse: percentile && { percentile },
    abandonment,
    maxOccupancy,
  };
}

function leastAgents(day: Day, targets: SequentialTargets): readonly number[] | null {
  try {
    return sequentialRequirement(day, targets).agents;
  } catch (error) {
    if (error instanceof UnattainableTarget) return null;
    throw error;
  }
}
