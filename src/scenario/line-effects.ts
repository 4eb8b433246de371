/** What one change in each interval of a day of calls does, by the exact day. */
import { changeEffects } from '../queueing/day-effects.ts';
import type { Day, DayInterval } from '../queueing/transient-day.ts';
import { SECONDS_PER_HOUR, type Seconds, type Share } from '../units.ts';
import {
  CHANGED_BY,
  countEffects,
  TOLERANCE,
  type Change,
  type CountEffects,
  type Counting,
} from './interval-change.ts';
import type { LiveLine } from './live-line.ts';
import { wholeWithQuietEnds, type QuietEnds } from './quiet-ends.ts';

/** On the whole line where several channels share one; of the agents who are there on average, counted for who comes on the day. */
export function lineEffects(
  line: LiveLine,
  intervals: readonly number[],
  { within, besides, shortAbandon }: Counting,
  change: Change,
  quiet: QuietEnds | null,
  waiting: readonly Seconds[],
): CountEffects | null {
  const { axis, pool, agents, shiftEnd } = line;
  const busiest = intervals.find((i) => (pool.contacts[i] ?? 0) > 0);
  if (busiest === undefined || (waiting.length > 0 && shiftEnd === 'pooled')) return null;
  const handleTime = pool.handleTime[busiest] ?? 0;
  const whole = wholeWithQuietEnds((i) => agents[i] ?? 0, intervals, quiet);
  const day: Day = {
    intervalLength: axis.intervalSeconds,
    intervals: intervals.map((i, at) => ({
      contactsPerHour: ((pool.contacts[i] ?? 0) * SECONDS_PER_HOUR) / axis.intervalSeconds,
      agents: whole.agents[at] ?? 0,
      leaving: whole.leaving?.[at],
      handleTime: pool.handleTime[i] || handleTime,
    })),
    handleTime,
    patience: pool.patience?.mean,
    threshold: within,
    tolerance: TOLERANCE,
    shiftEnd,
    lastContactBefore: whole.lastContact,
    waiting,
  };
  const changed = (one: DayInterval, at: number): DayInterval | null =>
    changedInterval(one, day, change, ownPart(line, intervals[at] ?? 0));
  const counted = (outcome: 'answeredWithin' | NonNullable<Counting['besides']>) => {
    const { day: all, effects } = changeEffects(day, [changed], outcome, shortAbandon);
    return { day: all, effects: effects[0] ?? [] };
  };
  const main = counted('answeredWithin');
  const other = besides && counted(besides);
  return countEffects(main, (of) => ({
    offered: of(main).offered,
    inTime: of(main).count,
    lost: of(main).abandoned,
    besides: other ? of(other).count : 0,
  }));
}

/** What a channel has in the line: all of it unless others share the line. */
type Part = { readonly share: Share; readonly handleTime: Seconds; readonly patience: Seconds };

function ownPart({ contacts, handleTime, pool, channel }: LiveLine, interval: number): Part {
  const all = pool.contacts[interval] ?? 0;
  return {
    share: pool.members.length === 1 ? 1 : all > 0 ? (contacts[interval] ?? 0) / all : 0,
    handleTime: handleTime[interval] || (pool.handleTime[interval] ?? 0),
    patience: channel.patience?.mean ?? 0,
  };
}

/** Of the contacts those of the channel alone change, and the line by its part in it. */
function changedInterval(one: DayInterval, day: Day, change: Change, own: Part): DayInterval | null {
  const { agents, leaving, contactsPerHour, handleTime = day.handleTime } = one;
  const more = CHANGED_BY * own.share;
  if (change === 'moreAgents') return { ...one, agents: agents + 1 };
  if (change === 'fewerAgents') {
    return agents === 0
      ? null
      : { ...one, agents: agents - 1, leaving: leaving && Math.min(leaving, agents - 1) };
  }
  if (more === 0) return null;
  switch (change) {
    case 'volume': {
      if (contactsPerHour === 0) return null;
      const work = handleTime + more * own.handleTime;
      return { ...one, contactsPerHour: contactsPerHour * (1 + more), handleTime: work / (1 + more) };
    }
    case 'handleTime':
      return { ...one, handleTime: handleTime + more * (own.handleTime || handleTime) };
    case 'patience':
      return day.patience === undefined ? null : { ...one, patience: day.patience + more * own.patience };
  }
}
