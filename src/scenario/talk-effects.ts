/**
 * What one change in each interval of a day of chat or messaging does, by the exact day of exact-conversations.ts:
 * what is open then is carried to the end of the day. Exact for it, also where the same agents hold the
 * conversations of other channels.
 */
import { DayValue } from '../queueing/day-value.ts';
import { exactly } from '../queueing/line-at-start.ts';
import { sharedStretches } from '../queueing/shared-conversation-day.ts';
import { sweepFor } from '../queueing/day-outcomes.ts';
import type { DayStretch } from '../queueing/transient-day.ts';
import type { Fate } from '../queueing/waiting-ahead.ts';
import type { Seconds } from '../units.ts';
import {
  intervalsFor,
  planStretches,
  poolOf,
  type ConversationQuestion,
  type TalkOfDay,
} from './exact-conversations.ts';
import {
  CHANGED_BY,
  countEffects,
  TOLERANCE,
  type Change,
  type CountEffects,
  type Counting,
} from './interval-change.ts';

export function talkEffects(
  question: ConversationQuestion,
  { within, firstReply, besides, shortAbandon }: Counting,
  change: Change,
): CountEffects | null {
  const { talks, place, planned } = question;
  if (talks[place]!.offered.every((contacts) => contacts === 0)) return null;
  const more = change === 'moreAgents' ? 1 : change === 'fewerAgents' ? -1 : 0;
  const plain = stretchesWith(question, talks);
  const other = more === 0 ? stretchesWith(question, talks.map(changed(place, change))) : plain;
  const stretches = planStretches(question, plain);
  const days = planned.map((agents, at): readonly DayStretch[] | null => {
    const nothing = agents + more < 0 || (change === 'volume' && talks[place]!.offered[at] === 0);
    if (nothing) return null;
    return planStretches(question, (i, people) =>
      i === at ? other(i, Math.max(0, people + more)) : plain(i, people),
    );
  });
  const counted = (fate: Fate, threshold: Seconds) => {
    const start = question.line?.length ? exactly(question.line.length) : undefined;
    const value = new DayValue({
      stretches,
      shiftEnd: 'named',
      tolerance: TOLERANCE,
      fate,
      threshold,
      start,
    });
    return { day: value.day, effects: days.map((day) => day && value.effect(day)) };
  };
  const inTime = counted(firstReply ? 'replied' : 'answered', within);
  const lost = counted('abandoned', Infinity);
  const sweep = besides && sweepFor(besides, within, shortAbandon);
  const beside = sweep && counted(sweep.fate, sweep.threshold);
  return countEffects(inTime, (of) => ({
    offered: of(inTime).offered,
    inTime: of(inTime).count,
    lost: of(lost).count,
    besides: beside ? of(beside).count : 0,
  }));
}

/** The stretch of each interval with any number of people, of which the channel's own contacts are counted. */
function stretchesWith(
  question: ConversationQuestion,
  talks: readonly TalkOfDay[],
): (interval: number, people: number) => DayStretch {
  const { place } = question;
  const intervals = intervalsFor(question, talks);
  const turns = talks.map((talk) => talk.turns);
  const stretchOf = sharedStretches(poolOf(talks), turns, place, intervals);
  return (i, people) => ({ ...stretchOf(i, people), countedRate: intervals[i]?.arrivals[place] ?? 0 });
}

/** The channel's own conversations, changed all day. */
function changed(place: number, change: Change): (talk: TalkOfDay, at: number) => TalkOfDay {
  const more = 1 + CHANGED_BY;
  return (talk, at) => {
    if (at !== place) return talk;
    switch (change) {
      case 'volume':
        return { ...talk, offered: talk.offered.map((contacts) => contacts * more) };
      case 'handleTime':
        return { ...talk, handleTime: talk.handleTime.map((seconds) => seconds * more) };
      case 'patience': {
        const { patience } = talk.turns;
        return { ...talk, turns: { ...talk.turns, patience: patience && patience * more } };
      }
      case 'moreAgents':
      case 'fewerAgents':
        return talk;
    }
  };
}
