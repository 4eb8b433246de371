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
 * Fills `out` with the interval's expected counts.
 *
 * @param agents of the channel, who are among the `lineAgents` of the queue that `measures` are of
 * @param measures null: nobody is on the floor, or nobody comes
 */
export function intervalCounts(
  out: Float64Array,
  offered: number,
  agents: number,
  lineAgents: number,
  intervalSeconds: Seconds,
  measures: ServiceMeasures | null,
  patience: Seconds | null,
  targets: Targets,
): void {
  out.fill(0);
  out[OFFERED] = offered;
  out[STAFFED] = agents * intervalSeconds;
  if (measures !== null) out[BUSY] = measures.occupancy * agents * intervalSeconds;
  if (offered === 0) return;
  if (measures === null) {
    addLevel(out, offered, nobodyThere(patience), targets);
    if (patience === null) {
      out[QUEUE] = offered / 2;
      out[STAYING] = offered;
      // An overload that nobody leaves, as with too few agents.
      out[WAIT_ANSWERED] = Infinity;
      out[FIRST_RESPONSE] = Infinity;
    } else {
      out[ABANDONED] = offered;
      out[QUEUE] = (offered * patience) / intervalSeconds;
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
  out[ANSWERED] = answered;
  out[IN_TIME] = offered * measures.answeredWithin(targets.serviceLevel?.threshold ?? DEFAULT_THRESHOLD);
  out[ABANDONED] = offered * measures.abandonProbability;
  out[STAYING] = offered * (1 - measures.abandonProbability);
  addLevel(out, offered, measures, targets);
  out[WAIT_ANSWERED] = answered * measures.meanWaitAnswered;
  out[FIRST_RESPONSE] = answered * measures.meanFirstResponse;
  const within = targets.firstResponse?.percentile?.within;
  if (within !== undefined) out[FIRST_IN_TIME] = offered * measures.firstResponseWithin(within);
  out[QUEUE] = overloaded ? (offered - answered) / 2 : (offered * measures.meanWait) / intervalSeconds;
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

/** Numerator and denominator of the service level, so that weeks are ratios of totals. */
function addLevel(out: Float64Array, offered: number, m: LevelMeasures, { serviceLevel }: Targets): void {
  const threshold = serviceLevel?.threshold ?? DEFAULT_THRESHOLD;
  const inTime = offered * m.answeredWithin(threshold);
  out[LEVEL_NUMERATOR] = inTime;
  out[LEVEL_DENOMINATOR] = offered;
  switch (serviceLevel?.definition ?? 'offered') {
    case 'offered':
      return;
    case 'answered':
      out[LEVEL_DENOMINATOR] = offered * (1 - m.abandonProbability);
      return;
    case 'excludeAbandonsWithin':
      out[LEVEL_DENOMINATOR] = offered * (1 - m.abandonedWithin(threshold));
      return;
    case 'creditAbandonsWithin':
      out[LEVEL_NUMERATOR] = inTime + offered * m.abandonedWithin(threshold);
      return;
    case 'excludeShortAbandons':
      out[LEVEL_DENOMINATOR] = offered * (1 - m.abandonedWithin(serviceLevel?.shortAbandon ?? SHORT_ABANDON));
      return;
    case 'virtual':
      out[LEVEL_NUMERATOR] = offered * m.offeredWaitWithin(threshold);
  }
}
