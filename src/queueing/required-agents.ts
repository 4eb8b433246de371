/**
 * The least number of agents that meets every target, in steady state.
 *
 * Every measure a target can name improves with each agent: offered waits of n and n + 1 agents are
 * ordered in likelihood ratio, which carries over to all six service levels, the mean wait of the
 * answered, abandonment and occupancy. So "meets every target" turns true once and stays true, and
 * bisection is exact.
 */
import { DomainError, UnattainableTarget } from '../errors.ts';
import type { ContactsPerHour, Erlangs, Seconds, Share } from '../units.ts';
import { requireNonNegative, requirePositive, requireTargetShare, requireThreshold } from './domain.ts';
import {
  ABANDONED,
  ABANDONED_WITHIN,
  ANSWERED,
  ANSWERED_WITHIN,
  OFFERED_WITHIN,
  WAIT_OF_ANSWERED,
  WAITING_SUMS,
} from './erlang-a-kernel.ts';
import { erlangASums } from './erlang-a.ts';
import { delayProbability, offeredLoad, spareAgents } from './erlang-c.ts';
import { KnownRates } from './known-rates.ts';
import type { ServiceLevelDefinition } from './measures.ts';
import { SHORT_ABANDON } from './measures.ts';

export type ServiceLevelTarget = {
  readonly share: Share;
  readonly threshold: Seconds;
  readonly definition?: ServiceLevelDefinition | undefined;
  readonly shortAbandon?: Seconds | undefined;
};

export type QueueTargets = {
  readonly serviceLevel?: ServiceLevelTarget | undefined;
  readonly meanWaitAnswered?: Seconds | undefined;
  readonly abandonment?: Share | undefined;
  readonly maxOccupancy?: Share | undefined;
};

export type QueueDemand = {
  readonly contactsPerHour: ContactsPerHour;
  readonly handleTime: Seconds;
  /** Without it everyone waits as long as it takes (Erlang C). */
  readonly patience?: Seconds | undefined;
};

const DEFINITIONS: readonly string[] = [
  'offered',
  'answered',
  'excludeAbandonsWithin',
  'creditAbandonsWithin',
  'excludeShortAbandons',
  'virtual',
] satisfies ServiceLevelDefinition[];

/**
 * Least whole number of agents that meets every target given: Erlang A with patience, Erlang C
 * without (where the line must also settle: more agents than load). 0 only without contacts.
 *
 * @throws {DomainError} on a broken number, an unknown definition, or no target at all
 * @throws {UnattainableTarget} where no number of agents is enough, such as 100 % or a mean wait of 0 s
 * @example requiredAgents({ contactsPerHour: 200, handleTime: 180 }, { serviceLevel: { share: 0.8, threshold: 20 } }) // 14
 */
export function requiredAgents(demand: QueueDemand, targets: QueueTargets): number {
  const { contactsPerHour, handleTime, patience } = demand;
  requireNonNegative('requiredAgents', 'contactsPerHour', contactsPerHour);
  requirePositive('requiredAgents', 'handleTime', handleTime);
  if (patience !== undefined) requirePositive('requiredAgents', 'patience', patience);
  requireTargets('requiredAgents', targets);
  if (offeredLoad(contactsPerHour, handleTime) === 0) return 0;
  requireAttainable(targets);
  return leastQueueAgents(demand, [targets]);
}

/**
 * The same without checks, for a line with contacts and sets of targets that can all be met.
 *
 * @param near a guess at the answer, which it only makes quicker to find
 * @param known of the same handle time, patience and targets
 */
export function leastQueueAgents(
  demand: QueueDemand,
  targets: readonly QueueTargets[],
  near?: number,
  known = new KnownRates(),
): number {
  const { contactsPerHour, handleTime, patience } = demand;
  const load = offeredLoad(contactsPerHour, handleTime);
  const out = new Float64Array(WAITING_SUMS);
  const ask = (agents: number): boolean =>
    targets.every((set) =>
      patience === undefined
        ? meetsWithoutPatience(demand, load, agents, set)
        : meetsWithPatience(out, load, handleTime, patience, agents, set),
    );
  const meets = (agents: number): boolean => known.meets(agents, contactsPerHour, ask);
  return leastAgents(near ?? load, meets, near === undefined ? undefined : 1);
}

/**
 * Least n >= 1 for which a claim holds that stays true once true: steps that double away from
 * `start`, then bisection.
 *
 * @param firstStep small where `start` is a good guess
 */
export function leastAgents(
  start: number,
  meets: (agents: number) => boolean,
  firstStep = Math.max(1, Math.round(Math.sqrt(start) / 2)),
): number {
  let high = Math.max(1, Math.ceil(start));
  let step = firstStep;
  let low: number;
  if (meets(high)) {
    low = high;
    do {
      high = low;
      low = Math.max(0, high - step);
      step *= 2;
    } while (low > 0 && meets(low));
  } else {
    do {
      low = high;
      high = low + step;
      step *= 2;
      if (high > Number.MAX_SAFE_INTEGER) {
        throw new UnattainableTarget('agents', 'more agents would be needed than can be counted');
      }
    } while (!meets(high));
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (meets(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Domain of the targets; at least one must be given. */
export function requireTargets(functionName: string, targets: QueueTargets): void {
  const { serviceLevel, meanWaitAnswered, abandonment, maxOccupancy } = targets;
  if (serviceLevel !== undefined) {
    requireTargetShare(functionName, 'serviceLevel.share', serviceLevel.share);
    requireThreshold(functionName, 'serviceLevel.threshold', serviceLevel.threshold);
    if (serviceLevel.shortAbandon !== undefined) {
      requireThreshold(functionName, 'serviceLevel.shortAbandon', serviceLevel.shortAbandon);
    }
    const definition = serviceLevel.definition ?? 'offered';
    if (!DEFINITIONS.includes(definition)) {
      throw new DomainError(functionName, 'serviceLevel.definition', definition, DEFINITIONS.join(', '));
    }
  }
  if (meanWaitAnswered !== undefined) requireThreshold(functionName, 'meanWaitAnswered', meanWaitAnswered);
  if (abandonment !== undefined) requireTargetShare(functionName, 'abandonment', abandonment);
  if (maxOccupancy !== undefined) requireTargetShare(functionName, 'maxOccupancy', maxOccupancy);
  if ([serviceLevel, meanWaitAnswered, abandonment, maxOccupancy].every((target) => target === undefined)) {
    throw new DomainError(functionName, 'targets', 'empty', 'at least one target');
  }
}

/** @throws {UnattainableTarget} on a target that no number of agents reaches */
export function requireAttainable({ serviceLevel, meanWaitAnswered }: QueueTargets): void {
  if (serviceLevel?.share === 1) {
    throw new UnattainableTarget(
      'serviceLevel',
      'with any number of agents all of them are busy at times, so a share of 100 % is never reached',
    );
  }
  if (meanWaitAnswered === 0) {
    throw new UnattainableTarget(
      'meanWaitAnswered',
      'with any number of agents all of them are busy at times, so the mean wait is never 0 s',
    );
  }
}

/** A cap like 0.85 and a load like 8.5 meet exactly; rounding must not ask for one agent more. */
const ROUNDING = 1 + 4 * Number.EPSILON;

function meetsWithoutPatience(
  { contactsPerHour, handleTime }: QueueDemand,
  load: Erlangs,
  agents: number,
  { serviceLevel, meanWaitAnswered, maxOccupancy }: QueueTargets,
): boolean {
  const spare = spareAgents(contactsPerHour, handleTime, agents);
  if (!(spare > 0)) return false;
  if (maxOccupancy !== undefined && load > maxOccupancy * agents * ROUNDING) return false;
  if (serviceLevel === undefined && meanWaitAnswered === undefined) return true;
  const delayed = delayProbability(load, agents, spare);
  if (meanWaitAnswered !== undefined && (delayed * handleTime) / spare > meanWaitAnswered) return false;
  if (serviceLevel === undefined) return true;
  // Nobody abandons, so all definitions agree.
  return 1 - delayed * Math.exp((-spare * serviceLevel.threshold) / handleTime) >= serviceLevel.share;
}

/** Whether the queue with patience meets the targets; `out` is scratch space. */
export function meetsWithPatience(
  out: Float64Array,
  load: Erlangs,
  handleTime: Seconds,
  patience: Seconds,
  agents: number,
  targets: QueueTargets,
): boolean {
  const { serviceLevel, meanWaitAnswered, abandonment, maxOccupancy } = targets;
  erlangASums(out, load, handleTime, patience, agents, serviceLevel?.threshold ?? Infinity);
  const answered = out[ANSWERED] ?? 0;
  if (abandonment !== undefined && (out[ABANDONED] ?? 0) > abandonment) return false;
  if (meanWaitAnswered !== undefined && (out[WAIT_OF_ANSWERED] ?? 0) > meanWaitAnswered * answered)
    return false;
  if (maxOccupancy !== undefined && load * answered > maxOccupancy * agents * ROUNDING) return false;
  if (serviceLevel === undefined) return true;
  const { share, definition = 'offered', shortAbandon = SHORT_ABANDON } = serviceLevel;
  const within = out[ANSWERED_WITHIN] ?? 0;
  switch (definition) {
    case 'offered':
      return within >= share;
    case 'answered':
      return within >= share * answered;
    case 'excludeAbandonsWithin':
      return within >= share * (1 - (out[ABANDONED_WITHIN] ?? 0));
    case 'creditAbandonsWithin':
      return within + (out[ABANDONED_WITHIN] ?? 0) >= share;
    case 'excludeShortAbandons': {
      erlangASums(out, load, handleTime, patience, agents, shortAbandon);
      return within >= share * (1 - (out[ABANDONED_WITHIN] ?? 0));
    }
    case 'virtual':
      return (out[OFFERED_WITHIN] ?? 0) >= share;
    default:
      throw new DomainError(
        'requiredAgents',
        'definition',
        definition satisfies never,
        'one of the six definitions',
      );
  }
}
