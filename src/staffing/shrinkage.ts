/**
 * From agents on the floor to people on the payroll.
 *
 * Shrinkage is the share of paid time not available for contacts, so scheduled people are agents
 * divided by (1 − shrinkage): 35 % shrinkage asks for 1.538 times the agents, not 1.35 times.
 */
import { DomainError } from '../errors.ts';
import type { Share } from '../units.ts';
import { SECONDS_PER_HOUR } from '../units.ts';

function requireShrinkage(functionName: string, shrinkage: Share): void {
  if (!(shrinkage >= 0 && shrinkage < 1)) {
    throw new DomainError(functionName, 'shrinkage', shrinkage, 'at least 0 and below 1');
  }
}

/** People to schedule so that `agents` are on the floor; a fraction, to be rounded by who plans shifts. */
export function scheduledHeads(agents: number, shrinkage: Share): number {
  requireShrinkage('scheduledHeads', shrinkage);
  return agents / (1 - shrinkage);
}

/** Full-time equivalents for a week of intervals, shrinkage included. */
export function fullTimeEquivalents(
  agentsPerInterval: readonly number[],
  intervalSeconds: number,
  shrinkage: Share,
  hoursPerFte: number,
): number {
  requireShrinkage('fullTimeEquivalents', shrinkage);
  if (!(hoursPerFte > 0)) {
    throw new DomainError('fullTimeEquivalents', 'hoursPerFte', hoursPerFte, 'above 0 hours per week');
  }
  const agentHours =
    (agentsPerInterval.reduce((sum, agents) => sum + agents, 0) * intervalSeconds) / SECONDS_PER_HOUR;
  return scheduledHeads(agentHours, shrinkage) / hoursPerFte;
}

/** Shrinkage of parts that are all shares of the same paid hours. */
export function addShrinkage(parts: readonly Share[]): Share {
  const total = parts.reduce((sum, part) => sum + part, 0);
  requireShrinkage('addShrinkage', total);
  return total;
}

/** Shrinkage of parts each of which is a share of what the others leave. */
export function compoundShrinkage(parts: readonly Share[]): Share {
  for (const part of parts) requireShrinkage('compoundShrinkage', part);
  return 1 - parts.reduce((left, part) => left * (1 - part), 1);
}
