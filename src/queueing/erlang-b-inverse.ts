/** The two questions asked of Erlang B backwards: how many places, and how much load they carry. */
import { UnattainableTarget } from '../errors.ts';
import { findRoot } from '../numeric/find-root.ts';
import type { Erlangs, Share } from '../units.ts';
import { requireNonNegative, requirePositive, requireTargetShare } from './domain.ts';
import { idleWeight } from './erlang-b.ts';
import { leastAgents } from './required-agents.ts';

/**
 * Least whole number of agents (or lines) that loses at most the share `blocking`; 0 without load.
 *
 * @throws {DomainError} if `load` is negative or `blocking` outside (0, 1]
 * @example agentsForBlocking(10, 0.01) // 18
 */
export function agentsForBlocking(load: Erlangs, blocking: Share): number {
  requireNonNegative('agentsForBlocking', 'load', load);
  requireTargetShare('agentsForBlocking', 'blocking', blocking);
  if (load === 0) return 0;
  // 1/B is exact in idleWeight for any size, and rises with each agent.
  return leastAgents(load, (agents) => 1 <= blocking * (1 + idleWeight(load, agents)));
}

/**
 * The largest load that `agents` (fractions allowed) carry while losing at most the share `blocking`.
 *
 * @throws {DomainError} if `agents` is not above 0 or `blocking` outside (0, 1]
 * @throws {UnattainableTarget} if `blocking` is 1: any load will do
 */
export function loadForBlocking(agents: number, blocking: Share): Erlangs {
  requirePositive('loadForBlocking', 'agents', agents);
  requireTargetShare('loadForBlocking', 'blocking', blocking);
  if (blocking === 1) throw new UnattainableTarget('blocking', 'every load loses less than 100 %');
  // In logarithms: blocking falls by hundreds of powers of ten as the load goes to 0.
  const excess = (logLoad: number): number =>
    -Math.log(blocking) - Math.log1p(Math.min(Number.MAX_VALUE, idleWeight(Math.exp(logLoad), agents)));
  const high = Math.log(agents + 2) - Math.log1p(-blocking) + 1;
  let low = Math.log(agents) - 1;
  while (excess(low) > 0) low -= 5;
  return Math.exp(findRoot(excess, low, high));
}
