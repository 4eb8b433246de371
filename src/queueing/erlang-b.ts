/**
 * Erlang B: the loss system M/G/n/n, in which a contact that finds every agent busy is lost.
 *
 * Assumes Poisson arrivals, identical agents, no retries; the handle times may have any
 * distribution. Do not use it for overflow traffic (peaky) or where people try again.
 *
 * Reference: Jagerman (1974), "Some Properties of the Erlang Loss Function", BSTJ 53(3);
 * Jagers & Van Doorn (1986) for fractional agents.
 */
import { scaledUpperGamma } from '../numeric/incomplete-gamma.ts';
import { logGamma } from '../numeric/log-gamma.ts';
import type { Erlangs, Probability } from '../units.ts';
import { requireAgents, requireNonNegative } from './domain.ts';

/**
 * (1 − B) / B for `agents` whole or fractional: the weight of the states with an agent free when
 * the state with all of them busy weighs 1. Infinity where it passes 1e308.
 *
 * Positive terms only: R(y) = 1 + y/A · R(y − 1) forgets its start within eight square roots of the
 * load, so large systems begin there with a rough value instead of at the bottom. O(√load + |agents − load|).
 */
export function idleWeight(load: Erlangs, agents: number): number {
  if (load === 0) return agents === 0 ? 0 : Infinity;
  const memory = 8 * Math.sqrt(load) + 16;
  const fraction = agents - Math.floor(agents);
  let y = Math.min(agents, load) - memory;
  let idle: number;
  if (y > 1) {
    y = agents - Math.ceil(agents - y);
    idle = y / (load - y);
  } else {
    y = fraction;
    idle = fraction === 0 ? 0 : idleWeightBelowOne(load, fraction);
  }
  const steps = Math.round(agents - y);
  let step = 1;
  if (load >= 1) {
    // Four steps at a time: their factors do not wait for one another.
    for (; step + 3 <= steps && idle < Infinity; step += 4) {
      const a = (y + step) / load;
      const b = (y + step + 1) / load;
      const c = (y + step + 2) / load;
      const d = (y + step + 3) / load;
      const ab = a * b;
      const cd = c * d;
      idle = ab * cd * idle + (cd * (ab + b + 1) + d);
    }
  }
  for (; step <= steps && idle < Infinity; step++) idle = ((y + step) / load) * (idle + 1);
  return idle;
}

/** 1/B = A ∫ e^(−At) (1 + t)^y dt for agents in (0, 1), less 1. */
function idleWeightBelowOne(load: Erlangs, agents: number): number {
  return load * scaledUpperGamma(agents + 1, load) - 1;
}

/**
 * Chance that an arriving contact finds every agent busy and is lost.
 *
 * Relative error about 1e-15 for whole agents and 1e-14 for fractional ones; below 1e-308 it
 * rounds to 0, and logErlangB still tells the size.
 *
 * @throws {DomainError} if `load` or `agents` is negative or not finite, or nobody meets a load
 * @example erlangB(10, 14) // 0.0568191433865209
 */
export function erlangB(load: Erlangs, agents: number): Probability {
  requireNonNegative('erlangB', 'load', load);
  requireAgents('erlangB', agents, load);
  return 1 / (1 + idleWeight(load, agents));
}

/** Natural logarithm of erlangB, also where the chance itself is too small for a double. */
export function logErlangB(load: Erlangs, agents: number): number {
  requireNonNegative('logErlangB', 'load', load);
  requireAgents('logErlangB', agents, load);
  const idle = idleWeight(load, agents);
  if (idle < Infinity) return -Math.log1p(idle);
  if (load === 0) return -Infinity;
  // So far out the loss system is a Poisson distribution cut off at its very end.
  return agents * Math.log(load) - load - logGamma(agents + 1);
}
