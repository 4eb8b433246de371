/**
 * What one change in one interval does to a day of conversations: an agent more or less, more contacts, longer
 * handling, more patience. Exact finite effects for the day of conversation-day.ts, as day-effects.ts has them of calls.
 */
import { sweepOf, talkDay, type ConversationDay, type TalkInterval } from './conversation-day.ts';
import type { TalkOutcomeName } from './conversation-day.ts';
import type { ChangeEffects } from './day-effects.ts';
import { DayValue } from './day-value.ts';

/** What can be counted of those who arrive on the day. */
export type TalkCounting = Exclude<TalkOutcomeName, 'answered' | 'waitOfAnswered' | 'replyOfAnswered'>;

/**
 * Exact effects of any changes, each made in one interval at a time.
 *
 * @param changes what an interval becomes; null where there is nothing to change
 * @throws {DomainError} as conversationDay, of the day or of an interval as changed
 */
export function conversationEffects(
  day: ConversationDay,
  changes: readonly ((one: TalkInterval, index: number) => TalkInterval | null)[],
  counting: TalkCounting = 'replied',
): ChangeEffects {
  const { settings, stretchesWith } = talkDay('conversationEffects', day);
  const { threshold, within, shortAbandon, shiftEnd, tolerance } = settings;
  const value = new DayValue({
    stretches: stretchesWith(day.intervals),
    shiftEnd,
    tolerance,
    ...sweepOf(counting, threshold, within, shortAbandon),
  });
  return {
    day: value.day,
    effects: changes.map((change) =>
      day.intervals.map((one, at) => {
        const changed = change(one, at);
        if (changed === null) return null;
        return value.effect(stretchesWith(day.intervals.map((own, i) => (i === at ? changed : own))));
      }),
    ),
  };
}
