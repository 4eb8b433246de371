/**
 * How much a count of contacts swings by chance alone, at a known rate.
 *
 * A day's service level differs from its expectation even when volume, handle time and staff are
 * exactly as planned: one burst of arrivals makes a queue that spoils many contacts together. For
 * a birth–death queue the long-run variance of Σ (reward − r) over arrivals has a closed form: with
 * h the solution of Poisson's equation, Σ (reward − r) + h(state) is a martingale whose jumps are known.
 *
 *   variance per unit of time = Σ_n π_n [ λ E(X_n + Δ_n)² + d_n Δ_{n−1}² ],
 *   Δ_n = h(n+1) − h(n) = −F_n / π_n,   F_n = Σ_{i≤n} π_i x_i,   X_n = reward − r met in state n, x_n its mean.
 *
 * Assumes a stationary queue and that the reward depends on the state met, its own noise being
 * independent of what follows. Reference: Glynn & Meyn (1996), "A Liapounov bound for solutions of the
 * Poisson equation", Annals of Probability 24(2); for birth–death chains Whitt (1992), "Asymptotic
 * formulas for Markov processes with applications to simulation", Operations Research 40(2).
 */
import type { RatePerSecond, Seconds } from '../units.ts';
import { requireNonNegative, requirePositive, requireThreshold, requireWholeAgents } from './domain.ts';

export type QueueRates = {
  readonly arrivalRate: RatePerSecond;
  /** Contacts one busy agent finishes per second. */
  readonly serviceRate: RatePerSecond;
  /** 1 / mean patience; 0: nobody gives up. */
  readonly abandonRate: RatePerSecond;
  readonly agents: number;
};

/**
 * Variance per second of the number of contacts answered within `threshold`, less `share` of those
 * offered: the numerator of a service level's sampling variance, and the mean share itself.
 *
 * O(agents + queue length, as far as somebody may still be answered in time). Without patience and with load ≥ agents there is no stationary queue:
 * the variance is that of the arrivals alone.
 *
 * @throws {DomainError} unless rates and threshold are at least 0 and agents is a whole number
 */
export function inTimeCountVariance(
  rates: QueueRates,
  threshold: Seconds,
): { share: number; perSecond: number } {
  const { arrivalRate, serviceRate, abandonRate, agents } = rates;
  requireNonNegative('inTimeCountVariance', 'arrivalRate', arrivalRate);
  requirePositive('inTimeCountVariance', 'serviceRate', serviceRate);
  requireNonNegative('inTimeCountVariance', 'abandonRate', abandonRate);
  requireWholeAgents('inTimeCountVariance', agents, 0);
  requireThreshold('inTimeCountVariance', 'threshold', threshold);
  if (arrivalRate === 0) return { share: 1, perSecond: 0 };
  if (agents === 0 || (abandonRate === 0 && arrivalRate >= agents * serviceRate)) {
    return { share: 0, perSecond: 0 };
  }
  const { probabilities, first, beyond } = stationary(rates, threshold);
  const inTime = inTimeByState(rates, threshold, first + probabilities.length);
  let share = 0;
  probabilities.forEach((p, k) => {
    share += p * (inTime[first + k] ?? 0);
  });
  let perSecond = 0;
  let cumulative = 0;
  let before = 0;
  for (let k = 0; k < probabilities.length; k++) {
    const state = first + k;
    const p = probabilities[k] ?? 0;
    const answered = inTime[state] ?? 0;
    cumulative += p * (answered - share);
    const last = k === probabilities.length - 1;
    const jump = last && beyond === 0 ? before : -cumulative / p;
    const arrivalPart = answered * (1 - share + jump) ** 2 + (1 - answered) * (jump - share) ** 2;
    perSecond += p * (arrivalRate * arrivalPart + departureRate(rates, state) * before * before);
    before = jump;
  }
  if (beyond > 0) {
    // A longer line without patience: nobody is in time, and the states fall off geometrically, so Δ stays.
    const completions = agents * serviceRate;
    const jump = (-share * arrivalRate) / (completions - arrivalRate);
    perSecond += beyond * (arrivalRate * (jump - share) ** 2 + completions * jump ** 2);
  }
  return { share, perSecond };
}

function departureRate({ serviceRate, abandonRate, agents }: QueueRates, state: number): number {
  return Math.min(state, agents) * serviceRate + Math.max(0, state - agents) * abandonRate;
}

const NEGLIGIBLE = 1e-13;
/** A term below e^−600 is carried as its logarithm. */
const TINY_LOG = -600;

/**
 * Stationary probabilities of the states that matter, from state `first` on, built outwards from the
 * mode; `beyond`: of all lines so long that without patience nobody in them is answered in time.
 */
function stationary(
  rates: QueueRates,
  threshold: Seconds,
): { probabilities: Float64Array; first: number; beyond: number } {
  const { arrivalRate, serviceRate, abandonRate, agents } = rates;
  const load = arrivalRate / serviceRate;
  const mode =
    load < agents
      ? Math.floor(load)
      : agents + Math.floor(Math.max(0, arrivalRate - agents * serviceRate) / abandonRate);
  const down: number[] = [];
  for (let state = mode, weight = 1; state > 0; state--) {
    weight *= departureRate(rates, state) / arrivalRate;
    if (weight < NEGLIGIBLE) break;
    down.push(weight);
  }
  const up: number[] = [1];
  // More than eight standard deviations above the completions to expect within the threshold.
  const completions = agents * serviceRate * threshold;
  const longest =
    abandonRate > 0 ? Infinity : agents + Math.ceil(completions + 8 * Math.sqrt(completions) + 30);
  let beyond = 0;
  for (let state = mode, weight = 1; ; state++) {
    weight *= arrivalRate / departureRate(rates, state + 1);
    if (weight < NEGLIGIBLE) break;
    if (state >= longest) {
      beyond = weight / (1 - load / agents);
      break;
    }
    up.push(weight);
  }
  const probabilities = new Float64Array(down.length + up.length);
  let total = beyond;
  for (let k = 0; k < probabilities.length; k++) {
    const weight = k < down.length ? down[down.length - 1 - k]! : up[k - down.length]!;
    probabilities[k] = weight;
    total += weight;
  }
  for (let k = 0; k < probabilities.length; k++) probabilities[k]! /= total;
  return { probabilities, first: mode - down.length, beyond: beyond / total };
}

/**
 * Chance that a contact arriving in each state is answered within `threshold`: 1 while an agent is
 * free, else c/(c+k) [1 − I_x(c+1, k)] for the k-th in line (c = sμ/θ, x = e^(−θT)), the Beta
 * recursion of Erlang A; its limit without patience is a Poisson tail.
 */
function inTimeByState(
  { serviceRate, abandonRate, agents }: QueueRates,
  threshold: Seconds,
  states: number,
): Float64Array {
  const inTime = new Float64Array(states).fill(1);
  const completions = agents * serviceRate;
  // I_x(c + 1, k), or P(fewer than k completions within the threshold)
  const growth = abandonRate > 0 ? -Math.expm1(-abandonRate * threshold) : 0;
  const c = abandonRate > 0 ? completions / abandonRate : 0;
  let logTerm = abandonRate > 0 ? -abandonRate * threshold * (c + 1) : -completions * threshold;
  let term = Math.exp(logTerm);
  let tail = term;
  for (let k = 1; agents + k - 1 < states; k++) {
    const served = abandonRate > 0 ? c / (c + k) : 1;
    inTime[agents + k - 1] = served * Math.max(0, 1 - tail);
    const ratio = abandonRate > 0 ? (growth * (c + k)) / k : (completions * threshold) / k;
    if (logTerm > TINY_LOG) term *= ratio;
    else {
      // With hundreds of agents x^c underflows long before the sum matters.
      logTerm += Math.log(ratio);
      term = Math.exp(logTerm);
    }
    tail += term;
  }
  return inTime;
}
