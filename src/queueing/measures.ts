/**
 * What a stationary queue tells, and the six ways in which the trade counts a service level.
 */
import { DomainError } from '../errors.ts';
import type { Erlangs, Probability, Seconds, Share } from '../units.ts';
import { requireThreshold } from './domain.ts';

export type Measures = {
  /** Contacts arriving during one mean handle time. */
  readonly load: Erlangs;
  /** Share of agent time busy. */
  readonly occupancy: Share;
  /** Chance that an arriving contact finds every agent busy. */
  readonly waitProbability: Probability;
  /** Time in queue over all contacts offered, abandoned ones included. */
  readonly meanWait: Seconds;
  /** Time in queue over contacts answered: the average speed of answer. */
  readonly meanWaitAnswered: Seconds;
  /** Abandoned per offered contact. */
  readonly abandonProbability: Probability;
  readonly meanQueueLength: number;
  /** Answered within `threshold` per offered contact; a wait of exactly the threshold counts. */
  answeredWithin(threshold: Seconds): Probability;
  /** Abandoned within `threshold` per offered contact. */
  abandonedWithin(threshold: Seconds): Probability;
  /** Chance that the wait of an endlessly patient contact is at most `threshold`. */
  offeredWaitWithin(threshold: Seconds): Probability;
};

/**
 * With N1 answered within the threshold, N3 abandoned within it, N offered:
 * `offered` N1/N, `answered` N1/answered, `excludeAbandonsWithin` N1/(N−N3),
 * `creditAbandonsWithin` (N1+N3)/N, `excludeShortAbandons` N1/(N − abandoned within the short
 * abandon time), `virtual` the share whose offered wait is within the threshold.
 */
export type ServiceLevelDefinition =
  | 'offered'
  | 'answered'
  | 'excludeAbandonsWithin'
  | 'creditAbandonsWithin'
  | 'excludeShortAbandons'
  | 'virtual';

/** Abandonment sooner than this counts as a mistake of the caller, unless told otherwise. */
export const SHORT_ABANDON: Seconds = 5;

/**
 * Service level of a queue in one of the trade's definitions.
 *
 * @throws {DomainError} if a time is negative or the definition unknown
 * @example serviceLevel(erlangC({ contactsPerHour: 200, handleTime: 180, agents: 14 }), 20) // 0.88835
 */
export function serviceLevel(
  m: Measures,
  threshold: Seconds,
  definition: ServiceLevelDefinition = 'offered',
  shortAbandon: Seconds = SHORT_ABANDON,
): Share {
  requireThreshold('serviceLevel', 'threshold', threshold);
  requireThreshold('serviceLevel', 'shortAbandon', shortAbandon);
  switch (definition) {
    case 'offered':
      return m.answeredWithin(threshold);
    case 'answered': {
      const answered = m.answeredWithin(Infinity);
      // An overloaded line without patience answers nobody in finite time.
      return answered === 0 ? 0 : m.answeredWithin(threshold) / answered;
    }
    case 'excludeAbandonsWithin':
      return m.answeredWithin(threshold) / (1 - m.abandonedWithin(threshold));
    case 'creditAbandonsWithin':
      return m.answeredWithin(threshold) + m.abandonedWithin(threshold);
    case 'excludeShortAbandons':
      return m.answeredWithin(threshold) / (1 - m.abandonedWithin(shortAbandon));
    case 'virtual':
      return m.offeredWaitWithin(threshold);
    default:
      throw new DomainError(
        'serviceLevel',
        'definition',
        definition satisfies never,
        'one of the six definitions',
      );
  }
}
