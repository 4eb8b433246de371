/**
 * What one change in one interval does to the whole day: an agent more or less, more contacts, longer
 * handling, more patience. Exact finite effects, not gradients.
 *
 * A backward sweep gives the value of every state at the start of every interval: the contacts still
 * to be answered within the threshold, and those still to give up. A change then needs only its own
 * interval solved again (and the one before, whose last contacts wait into it); everything after is a
 * scalar product.
 */
import type { Seconds } from '../units.ts';
import { sweepFor, type OutcomeName } from './day-outcomes.ts';
import type { DayProblem } from './day-solver.ts';
import { DayValue, type DayCounts, type Effects } from './day-value.ts';
import { requireThreshold } from './domain.ts';
import { SHORT_ABANDON } from './measures.ts';
import { PooledDayValue } from './pooled-value.ts';
import type { Day, DayInterval } from './transient-day.ts';
import { problemOf, requireDay, stretchesOf } from './transient-day.ts';
import type { Stretch } from './waiting-ahead.ts';

/** All in contacts answered within the threshold, over the whole day. */
export type DayEffects = {
  readonly plusAgent: number[];
  /** null where nobody is on duty. */
  readonly minusAgent: (number | null)[];
  /** One per cent more contacts in the interval. */
  readonly plusVolume: number[];
  /** One per cent longer handling in the interval. */
  readonly plusHandleTime: number[];
  /** One per cent more patience of those who wait during the interval. */
  readonly plusPatience: number[];
};

/**
 * The effect of each change in each interval on the contacts answered within the threshold.
 *
 * @throws {DomainError} as transientDay
 */
export function dayEffects(day: Day): DayEffects {
  const value = valueOfDay(problemOf('dayEffects', day).problem);
  const each = (change: Change<DayInterval>): number[] =>
    day.intervals.map((_, i) => value.effect(changedAt(day, i, change)).count);
  return {
    ...agentsFrom(day, value),
    plusVolume: each((one) => ({ ...one, contactsPerHour: one.contactsPerHour * 1.01 })),
    plusHandleTime: each((one) => ({ ...one, handleTime: (one.handleTime ?? day.handleTime) * 1.01 })),
    plusPatience: each((one) => {
      const patience = one.patience ?? day.patience;
      return { ...one, patience: patience && patience * 1.01 };
    }),
  };
}

/** Effects of one agent more and one less in every interval: the heat-map. */
export function agentEffects(day: Day): Pick<DayEffects, 'plusAgent' | 'minusAgent'> {
  return agentsFrom(day, valueOfDay(problemOf('agentEffects', day).problem));
}

function agentsFrom(day: Day, value: Effects): Pick<DayEffects, 'plusAgent' | 'minusAgent'> {
  // Both in an interval before the next one: they share what happened before it.
  const each = day.intervals.map(({ agents }, i) => ({
    more: value.effect(changedAt(day, i, (one) => ({ ...one, agents: agents + 1 }))).count,
    fewer:
      agents === 0 ? null : value.effect(changedAt(day, i, (one) => ({ ...one, agents: agents - 1 }))).count,
  }));
  return {
    plusAgent: each.map(({ more }) => more),
    minusAgent: each.map(({ fewer }) => fewer),
  };
}

export type ChangeEffects = {
  readonly day: DayCounts;
  /** By change asked for, then by interval: more or fewer over the whole day; null where it is no change. */
  readonly effects: readonly (readonly (DayCounts | null)[])[];
};

type Change<Of> = (one: Of, index: number) => Of | null;

/**
 * Exact effects of any changes, each made in one interval at a time.
 *
 * @param changes what an interval becomes; null where there is nothing to change
 * @param counting the outcome counted, among those who arrive on the day; not the wait, nor `answered`
 * @throws {DomainError} as transientDay, of the day or of an interval as changed
 */
export function changeEffects(
  day: Day,
  changes: readonly Change<DayInterval>[],
  counting: Exclude<OutcomeName, 'answered' | 'waitOfAnswered'> = 'answeredWithin',
  shortAbandon: Seconds = SHORT_ABANDON,
): ChangeEffects {
  requireThreshold('changeEffects', 'shortAbandon', shortAbandon);
  const { problem } = problemOf('changeEffects', day);
  const value = valueOfDay({ ...problem, ...sweepFor(counting, day.threshold, shortAbandon) });
  return {
    day: value.day,
    effects: changes.map((change) =>
      day.intervals.map((one, i) => {
        const changed = change(one, i);
        if (changed === null) return null;
        requireDay('changeEffects', { ...day, intervals: [changed] });
        return value.effect(changedAt(day, i, () => changed));
      }),
    ),
  };
}

/** The day as a solver takes it, with one interval changed. */
function changedAt(day: Day, index: number, change: Change<DayInterval>): Stretch[] {
  return stretchesOf({
    ...day,
    intervals: day.intervals.map((one, i) => (i === index ? (change(one, i) ?? one) : one)),
  });
}

function valueOfDay(problem: DayProblem): Effects {
  return problem.shiftEnd === 'pooled' ? new PooledDayValue(problem) : new DayValue(problem);
}
