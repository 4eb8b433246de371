/**
 * Expected counts of one interval of a live channel, from the measures of a stationary queue.
 *
 * The columns are what a week's targets are ratios of. An interval is taken on its own (no
 * carry-over), as spreadsheets do; the exact day and the simulation carry the queue along.
 */
import { serviceLevel, type Measures } from '../queueing/measures.ts';
import type { Probability, Seconds } from '../units.ts';
import type { Targets } from './schema.ts';

export const OFFERED = 0;
export const ANSWERED = 1;
export const IN_TIME = 2;
export const ABANDONED = 3;
export const LEVEL_NUMERATOR = 4;
export const LEVEL_DENOMINATOR = 5;
/** Σ wait over answered contacts, seconds; Infinity in an overload that nobody leaves. */
export const WAIT_ANSWERED = 6;
/** Σ time to the first reply over answered contacts, seconds. */
export const FIRST_RESPONSE = 7;
/** Contacts whose first reply came within the percentile target's limit. */
export const FIRST_IN_TIME = 8;
/** Agent seconds. */
export const BUSY = 9;
export const STAFFED = 10;
/** Mean contacts waiting. */
export const QUEUE = 11;
export const COLUMNS = 12;

/** When nothing else is set: the trade's 80/20. */
export const DEFAULT_THRESHOLD: Seconds = 20;

/** Measures of a queue together with the time to the agent's first reply. */
export type ServiceMeasures = Measures & {
  /** From arrival to the first reply, over contacts answered. */
  readonly meanFirstResponse: Seconds;
  /** Contacts whose first reply comes within `time`, per offered contact. */
  firstResponseWithin(time: Seconds): Probability;
};

/**
 * Adds the interval's expected counts, times `weight`, to `out`.
 *
 * @param measures null: nobody is on the floor
 */
export function addIntervalCounts(
  out: Float64Array,
  weight: number,
  offered: number,
  agents: number,
  intervalSeconds: Seconds,
  measures: ServiceMeasures | null,
  patience: Seconds | null,
  targets: Targets,
): void {
  const add = (column: number, value: number): void => {
    // 0 × Infinity would be NaN
    if (value !== 0) out[column] = (out[column] ?? 0) + weight * value;
  };
  add(OFFERED, offered);
  add(STAFFED, agents * intervalSeconds);
  if (offered === 0) return;
  if (measures === null) {
    // Nobody is there: with patience all of them leave in the end, otherwise they are still waiting.
    if (patience !== null) add(ABANDONED, offered);
    add(QUEUE, patience !== null ? (offered * patience) / intervalSeconds : offered / 2);
    add(LEVEL_DENOMINATOR, offered);
    return;
  }
  const overloaded = measures.meanWait === Infinity;
  const answered = overloaded
    ? offered * (agents / measures.load)
    : offered * (1 - measures.abandonProbability);
  const rule = targets.serviceLevel;
  const threshold = rule?.threshold ?? DEFAULT_THRESHOLD;
  add(ANSWERED, answered);
  add(IN_TIME, offered * measures.answeredWithin(threshold));
  add(ABANDONED, offered * measures.abandonProbability);
  const level = levelRatio(measures, threshold, rule?.definition ?? 'offered', rule?.shortAbandon ?? 5);
  add(LEVEL_NUMERATOR, offered * level.numerator);
  add(LEVEL_DENOMINATOR, offered * level.denominator);
  add(WAIT_ANSWERED, answered * measures.meanWaitAnswered);
  add(FIRST_RESPONSE, answered * measures.meanFirstResponse);
  const within = targets.firstResponse?.percentile?.within;
  if (within !== undefined) add(FIRST_IN_TIME, offered * measures.firstResponseWithin(within));
  add(BUSY, measures.occupancy * agents * intervalSeconds);
  add(QUEUE, overloaded ? (offered - answered) / 2 : measures.meanQueueLength);
}

type Ratio = { readonly numerator: number; readonly denominator: number };

/** Numerator and denominator of a service level per offered contact, so that weeks are ratios of totals. */
function levelRatio(
  m: Measures,
  threshold: Seconds,
  definition: NonNullable<Targets['serviceLevel']>['definition'],
  shortAbandon: Seconds,
): Ratio {
  const inTime = m.answeredWithin(threshold);
  switch (definition) {
    case 'offered':
      return { numerator: inTime, denominator: 1 };
    case 'answered':
      return { numerator: inTime, denominator: 1 - m.abandonProbability };
    case 'excludeAbandonsWithin':
      return { numerator: inTime, denominator: 1 - m.abandonedWithin(threshold) };
    case 'creditAbandonsWithin':
      return { numerator: inTime + m.abandonedWithin(threshold), denominator: 1 };
    case 'excludeShortAbandons':
      return { numerator: inTime, denominator: 1 - m.abandonedWithin(shortAbandon) };
    case 'virtual':
      return { numerator: serviceLevel(m, threshold, 'virtual'), denominator: 1 };
  }
}
