/**
 * Expected counts of one interval of a live channel, from the measures of a stationary queue.
 *
 * The columns are what a week's targets are ratios of. An interval is taken on its own (no
 * carry-over), as spreadsheets do; the exact day and the simulation carry the queue along.
 */
import { SHORT_ABANDON, type Measures } from '../queueing/measures.ts';
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
/** Contacts that do not leave unanswered: answered, or still in the line of an overload. */
export const STAYING = 12;
export const COLUMNS = 13;

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
 * @param agents of the channel, who are among the `lineAgents` of the queue that `measures` are of
 * @param measures null: nobody is on the floor, or nobody comes
 */
export function addIntervalCounts(
  out: Float64Array,
  weight: number,
  offered: number,
  agents: number,
  lineAgents: number,
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
  if (measures !== null) add(BUSY, measures.occupancy * agents * intervalSeconds);
  if (offered === 0) return;
  const rule = targets.serviceLevel;
  const threshold = rule?.threshold ?? DEFAULT_THRESHOLD;
  if (measures === null) {
    const level = levelRatio(
      nobodyThere(patience),
      threshold,
      rule?.definition ?? 'offered',
      rule?.shortAbandon ?? SHORT_ABANDON,
    );
    add(LEVEL_NUMERATOR, offered * level.numerator);
    add(LEVEL_DENOMINATOR, offered * level.denominator);
    if (patience === null) {
      add(QUEUE, offered / 2);
      add(STAYING, offered);
      // An overload that nobody leaves, as with too few agents.
      add(WAIT_ANSWERED, Infinity);
      add(FIRST_RESPONSE, Infinity);
    } else {
      add(ABANDONED, offered);
      add(QUEUE, (offered * patience) / intervalSeconds);
    }
    return;
  }
  const overloaded = measures.meanWait === Infinity;
  const answered =
    offered *
    (overloaded
      ? // what agents get done who are never without a contact
        Math.min(1, (measures.occupancy * lineAgents) / measures.load)
      : 1 - measures.abandonProbability);
  add(ANSWERED, answered);
  add(IN_TIME, offered * measures.answeredWithin(threshold));
  add(ABANDONED, offered * measures.abandonProbability);
  add(STAYING, offered * (1 - measures.abandonProbability));
  const level = levelRatio(
    measures,
    threshold,
    rule?.definition ?? 'offered',
    rule?.shortAbandon ?? SHORT_ABANDON,
  );
  add(LEVEL_NUMERATOR, offered * level.numerator);
  add(LEVEL_DENOMINATOR, offered * level.denominator);
  add(WAIT_ANSWERED, answered * measures.meanWaitAnswered);
  add(FIRST_RESPONSE, answered * measures.meanFirstResponse);
  const within = targets.firstResponse?.percentile?.within;
  if (within !== undefined) add(FIRST_IN_TIME, offered * measures.firstResponseWithin(within));
  add(QUEUE, overloaded ? (offered - answered) / 2 : (offered * measures.meanWait) / intervalSeconds);
}

type LevelMeasures = Pick<
  Measures,
  'abandonProbability' | 'answeredWithin' | 'abandonedWithin' | 'offeredWaitWithin'
>;

/** With nobody on the floor everyone leaves once his patience is over, or waits on without end. */
function nobodyThere(patience: Seconds | null): LevelMeasures {
  return {
    abandonProbability: patience === null ? 0 : 1,
    answeredWithin: () => 0,
    abandonedWithin: (time) => (patience === null ? 0 : -Math.expm1(-time / patience)),
    offeredWaitWithin: () => 0,
  };
}

type Ratio = { readonly numerator: number; readonly denominator: number };

/** Numerator and denominator of a service level per offered contact, so that weeks are ratios of totals. */
function levelRatio(
  m: LevelMeasures,
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
      return { numerator: m.offeredWaitWithin(threshold), denominator: 1 };
  }
}
