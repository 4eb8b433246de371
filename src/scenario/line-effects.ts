/** What one change in each interval of a day of calls does, by the exact day. */
import { changeEffects } from '../queueing/day-effects.ts';
import type { Day, DayInterval } from '../queueing/transient-day.ts';
import { SECONDS_PER_HOUR } from '../units.ts';
import { CHANGED_BY, TOLERANCE, type Change, type CountEffects, type Counting } from './interval-change.ts';
import type { LiveLine } from './live-line.ts';
import { wholeWithQuietEnds, type QuietEnds } from './quiet-ends.ts';

/** On the whole line where several channels share one; of the agents who are there on average. */
export function lineEffects(
  { axis, pool, agents, shiftEnd }: LiveLine,
  intervals: readonly number[],
  { within, besides, shortAbandon }: Counting,
  change: Change,
  quiet: QuietEnds | null,
): CountEffects | null {
  const busiest = intervals.find((i) => (pool.contacts[i] ?? 0) > 0);
  if (busiest === undefined) return null;
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
  };
  const changed = (one: DayInterval): DayInterval | null => changedInterval(one, day, change);
  const main = changeEffects(day, [changed]);
  const other = besides && changeEffects(day, [changed], besides, shortAbandon);
  return {
    day: {
      offered: main.day.offered,
      inTime: main.day.count,
      lost: main.day.abandoned,
      besides: other?.day.count ?? 0,
    },
    effects: (main.effects[0] ?? []).map(
      (effect, i) =>
        effect && {
          offered: effect.offered,
          inTime: effect.count,
          lost: effect.abandoned,
          besides: other?.effects[0]?.[i]?.count ?? 0,
        },
    ),
  };
}

function changedInterval(one: DayInterval, day: Day, change: Change): DayInterval | null {
  const { agents, leaving, contactsPerHour, handleTime = day.handleTime } = one;
  const more = 1 + CHANGED_BY;
  switch (change) {
    case 'moreAgents':
      return { ...one, agents: agents + 1 };
    case 'fewerAgents':
      return agents === 0
        ? null
        : { ...one, agents: agents - 1, leaving: leaving && Math.min(leaving, agents - 1) };
    case 'volume':
      return contactsPerHour === 0 ? null : { ...one, contactsPerHour: contactsPerHour * more };
    case 'handleTime':
      return { ...one, handleTime: handleTime * more };
    case 'patience':
      return day.patience === undefined ? null : { ...one, patience: day.patience * more };
  }
}
