/**
 * What becomes of the contacts that arrive in each interval of the exact day: every definition of
 * service level, and the wait of those answered.
 *
 * Contacts are followed to the end of their wait, whatever interval that lies in, so numerator and
 * denominator of each share speak of the same contacts. Each count is one forward sweep whose rewards
 * by place come from waiting-ahead.ts (pooled-ahead.ts): no steady state is assumed anywhere. After the
 * last interval its staffing is taken to go on.
 *
 * Reference: Kolmogorov's backward equation for the place in the queue; measures.ts for the
 * definitions.
 */
import { DomainError } from '../errors.ts';
import type { Seconds, Share } from '../units.ts';
import { requireThreshold } from './domain.ts';
import { countLine } from './line-at-start.ts';
import type { ServiceLevelDefinition } from './measures.ts';
import { SHORT_ABANDON } from './measures.ts';
import type { Day } from './transient-day.ts';
import { begun, DEFAULT_TOLERANCE, requireDay, solveDay } from './transient-day.ts';
import type { Fate } from './waiting-ahead.ts';

/** Expected counts of the contacts that arrive in an interval, and the seconds those answered wait. */
export type ArrivalOutcomes = {
  readonly offered: number;
  /** Sooner or later. */
  readonly answered: number;
  readonly answeredWithin: number;
  readonly abandonedWithin: number;
  readonly abandonedShort: number;
  /** Would be answered within the threshold if they had endless patience. */
  readonly offeredWaitWithin: number;
  readonly waitOfAnswered: Seconds;
};

export type OutcomeName = Exclude<keyof ArrivalOutcomes, 'offered'>;

/** The sweep that counts an outcome. */
export function sweepFor(
  name: OutcomeName,
  threshold: Seconds,
  shortAbandon: Seconds,
): { readonly fate: Fate; readonly threshold: Seconds } {
  switch (name) {
    case 'answered':
      return { fate: 'answered', threshold: Infinity };
    case 'answeredWithin':
      return { fate: 'answered', threshold };
    case 'abandonedWithin':
      return { fate: 'abandoned', threshold };
    case 'abandonedShort':
      return { fate: 'abandoned', threshold: shortAbandon };
    case 'offeredWaitWithin':
      return { fate: 'offeredWait', threshold };
    case 'waitOfAnswered':
      return { fate: 'waitOfAnswered', threshold: Infinity };
    default:
      throw new DomainError('sweepFor', 'name', name satisfies never, 'an outcome');
  }
}

/** Numerator and denominator of a service level. */
export function levelParts(
  counts: ArrivalOutcomes,
  definition: ServiceLevelDefinition,
): readonly [number, number] {
  const { offered, answered, answeredWithin, abandonedWithin, abandonedShort, offeredWaitWithin } = counts;
  switch (definition) {
    case 'offered':
      return [answeredWithin, offered];
    case 'answered':
      return [answeredWithin, answered];
    case 'excludeAbandonsWithin':
      return [answeredWithin, offered - abandonedWithin];
    case 'creditAbandonsWithin':
      return [answeredWithin + abandonedWithin, offered];
    case 'excludeShortAbandons':
      return [answeredWithin, offered - abandonedShort];
    case 'virtual':
      return [offeredWaitWithin, offered];
    default:
      throw new DomainError('levelParts', 'definition', definition satisfies never, 'one of the six');
  }
}

/** The outcomes a service level is made of. */
export function outcomesIn(definition: ServiceLevelDefinition): readonly OutcomeName[] {
  switch (definition) {
    case 'offered':
      return ['answeredWithin'];
    case 'answered':
      return ['answeredWithin', 'answered'];
    case 'excludeAbandonsWithin':
    case 'creditAbandonsWithin':
      return ['answeredWithin', 'abandonedWithin'];
    case 'excludeShortAbandons':
      return ['answeredWithin', 'abandonedShort'];
    case 'virtual':
      return ['offeredWaitWithin'];
    default:
      throw new DomainError('dayLevels', 'definition', definition satisfies never, 'one of the six');
  }
}

export const NO_OUTCOMES: ArrivalOutcomes = {
  offered: 0,
  answered: 0,
  answeredWithin: 0,
  abandonedWithin: 0,
  abandonedShort: 0,
  offeredWaitWithin: 0,
  waitOfAnswered: 0,
};

export const ALL_OUTCOMES: readonly OutcomeName[] = [
  'answered',
  'answeredWithin',
  'abandonedWithin',
  'abandonedShort',
  'offeredWaitWithin',
  'waitOfAnswered',
];

/** Outcomes by interval of arrival; who is in line when the day begins counts in the first. */
export type DayOutcomes = { readonly intervals: ArrivalOutcomes[]; readonly day: ArrivalOutcomes };

/**
 * Every outcome of every interval, from one sweep of the day for each.
 *
 * @throws {DomainError} as transientDay, or a negative `shortAbandon`
 */
export function dayOutcomes(day: Day, shortAbandon: Seconds = SHORT_ABANDON): DayOutcomes {
  requireDay('dayOutcomes', day);
  requireThreshold('dayOutcomes', 'shortAbandon', shortAbandon);
  return countOutcomes(day, ALL_OUTCOMES, shortAbandon);
}

/** No checks; outcomes without a name given stay 0. */
function countOutcomes(day: Day, names: readonly OutcomeName[], shortAbandon: Seconds): DayOutcomes {
  const { shiftEnd = 'named', tolerance = DEFAULT_TOLERANCE, threshold } = day;
  const { stretches, start, line } = begun(day);
  const counts = names.map((name) => {
    const sweep = sweepFor(name, threshold, shortAbandon);
    const waiting = countLine(line, stretches, shiftEnd, sweep.fate, sweep.threshold);
    return { name, waiting, solved: solveDay({ stretches, shiftEnd, tolerance, start, ...sweep }) };
  });
  const intervals = day.intervals.map((): Record<keyof ArrivalOutcomes, number> => ({ ...NO_OUTCOMES }));
  const total: Record<keyof ArrivalOutcomes, number> = { ...NO_OUTCOMES };
  for (const [k, { interval, arrivalRate, length }] of stretches.entries()) {
    const part = intervals[interval]!;
    part.offered += arrivalRate * length;
    total.offered += arrivalRate * length;
    for (const { name, solved } of counts) {
      part[name] += solved[k]!.sums.answeredWithin;
      total[name] += solved[k]!.sums.answeredWithin;
    }
  }
  const [first] = intervals;
  if (first && line.length > 0)
    for (const part of [first, total]) {
      part.offered += line.length;
      for (const { name, waiting } of counts) part[name] += waiting;
    }
  return { intervals, day: total };
}

/**
 * A service level in one definition; null where it divides by nobody.
 *
 * @throws {DomainError} on an unknown definition
 */
export function outcomeLevel(counts: ArrivalOutcomes, definition: ServiceLevelDefinition): Share | null {
  const [part, whole] = levelParts(counts, definition);
  return whole > 0 ? part / whole : null;
}

/**
 * A service level of every interval in one definition, null where it divides by nobody; only what it is
 * made of is computed.
 *
 * @throws {DomainError} as dayOutcomes, or on an unknown definition
 */
export function dayLevels(
  day: Day,
  definition: ServiceLevelDefinition,
  shortAbandon: Seconds = SHORT_ABANDON,
): (Share | null)[] {
  requireDay('dayLevels', day);
  requireThreshold('dayLevels', 'shortAbandon', shortAbandon);
  return countOutcomes(day, outcomesIn(definition), shortAbandon).intervals.map((counts) =>
    outcomeLevel(counts, definition),
  );
}
