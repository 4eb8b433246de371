/**
 * How much a count of contacts swings by chance alone, at a known rate.
 *
 * A day's service level differs from its expectation even when volume, handle time and staff are
 * exactly as planned: one burst of arrivals makes a queue that spoils many contacts together. For
 * a birth–death queue the long-run variance of Σ (reward − r) over arrivals has a closed form: with
 * h the solution of Poisson's equation, Σ (reward − r) + h(state) is a martingale whose jumps are known.
 *
 *   variance per unit of time = Σ_n π_n [ λ E(X_n + Δ_n)² + β_n Δ_n² + d_n Δ_{n−1}² ],
 *   Δ_n = h(n+1) − h(n) = −F_n / π_n · λ / (λ + β_n),
 *   F_n = Σ_{i≤n} π_i x_i,   X_n = reward − r met in state n, x_n its mean.
 *
 * β_n, where agents also do deferred work (shared-crew.ts), is the rate at which they begin some; 0 otherwise.
 *
 * Assumes a stationary queue and that the reward depends on the state met, its own noise being
 * independent of what follows. Reference: Glynn & Meyn (1996), "A Liapounov bound for solutions of the
 * Poisson equation", Annals of Probability 24(2); for birth–death chains Whitt (1992), "Asymptotic
 * formulas for Markov processes with applications to simulation", Operations Research 40(2).
 */
import type { RatePerSecond, Seconds } from '../units.ts';
import type { IdleRates } from './idle-writers.ts';
import type { DeferredStarts } from './shared-crew.ts';
import { requireNonNegative, requirePositive, requireThreshold, requireWholeAgents } from './domain.ts';

export type QueueRates = {
  readonly arrivalRate: RatePerSecond;
  /** Contacts one busy agent finishes per second. */
  readonly serviceRate: RatePerSecond;
  /** 1 / mean patience; 0: nobody gives up. */
  readonly abandonRate: RatePerSecond;
  readonly agents: number;
  /** Deferred work in the same hands; `serviceRate` is then that of the mix. */
  readonly beside?: DeferredStarts | undefined;
  /** The same where only some agents do it: rates by agents idle. */
  readonly partly?: IdleRates | undefined;
};

/** Space for the states of a queue; one may serve queue after queue, so that a week's hundreds leave nothing behind. */
export class StateSpace {
  /** Weights of the states that matter: below the mode from the mode down, and from the mode up. */
  down = new Float64Array(64);
  up = new Float64Array(256);
  /** Chance to be answered in time for the k-th in line, k from 1 (index 0). */
  inLine = new Float64Array(256);
}

function larger(values: Float64Array): Float64Array<ArrayBuffer> {
  const more = new Float64Array(2 * values.length);
  more.set(values);
  return more;
}

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
  space = new StateSpace(),
): { share: number; perSecond: number } {
  const { arrivalRate, serviceRate, abandonRate, agents, beside = NONE, partly } = rates;
  requireNonNegative('inTimeCountVariance', 'arrivalRate', arrivalRate);
  requirePositive('inTimeCountVariance', 'serviceRate', serviceRate);
  requireNonNegative('inTimeCountVariance', 'abandonRate', abandonRate);
  requireWholeAgents('inTimeCountVariance', agents, 0);
  requireThreshold('inTimeCountVariance', 'threshold', threshold);
  if (arrivalRate === 0) return { share: 1, perSecond: 0 };
  const completions = agents * serviceRate;
  if (agents === 0 || (abandonRate === 0 && arrivalRate >= completions)) {
    return { share: 0, perSecond: 0 };
  }
  const { mode, below, above, beyond: weightBeyond } = fillWeights(space, rates, threshold);
  const first = mode - below;
  fillInLine(space, rates, threshold, mode + above - agents);
  const { down, up, inLine } = space;
  let total = weightBeyond;
  let inTime = 0;
  for (let state = first; state < mode + above; state++) {
    const weight = state < mode ? down[mode - 1 - state]! : up[state - mode]!;
    total += weight;
    inTime += state < agents ? weight : weight * inLine[state - agents]!;
  }
  const share = inTime / total;
  const beyond = weightBeyond / total;
  let perSecond = 0;
  let cumulative = 0;
  let before = 0;
  const last = mode + above - 1;
  for (let state = first; state <= last; state++) {
    const p = (state < mode ? down[mode - 1 - state]! : up[state - mode]!) / total;
    const answered = state < agents ? 1 : inLine[state - agents]!;
    cumulative += p * (answered - share);
    const begun = startsAt(state, agents, beside, partly);
    const jump =
      state === last && beyond === 0 ? before : (-cumulative / p) * (arrivalRate / (arrivalRate + begun));
    const arrivalPart = answered * (1 - share + jump) ** 2 + (1 - answered) * (jump - share) ** 2;
    const departures = endsAt(state, agents, serviceRate, abandonRate, partly);
    perSecond += p * (arrivalRate * arrivalPart + begun * jump * jump + departures * before * before);
    before = jump;
  }
  if (beyond > 0) {
    // A longer line without patience: nobody is in time, and the states fall off geometrically, so Δ stays.
    const jump = (-share * arrivalRate) / (completions - arrivalRate);
    perSecond += beyond * (arrivalRate * (jump - share) ** 2 + completions * jump ** 2);
  }
  return { share, perSecond };
}

const NONE: DeferredStarts = { starts: 0, reserve: 0 };
const NEGLIGIBLE = 1e-13;
/** A term below e^−600 is carried as its logarithm. */
const TINY_LOG = -600;

/** Deferred work begun per second with so many in hand or waiting. */
function startsAt(state: number, agents: number, beside: DeferredStarts, partly?: IdleRates): RatePerSecond {
  if (partly) return state < agents ? (partly.starts[agents - state] ?? 0) : 0;
  return state < agents - beside.reserve ? beside.starts : 0;
}

/** Ends and departures per second; where writers never run out of e-mail so few are never busy. */
function endsAt(
  state: number,
  agents: number,
  serviceRate: RatePerSecond,
  abandonRate: RatePerSecond,
  partly?: IdleRates,
): RatePerSecond {
  if (state > agents || (state === agents && !partly))
    return agents * serviceRate + (state - agents) * abandonRate;
  if (!partly) return state * serviceRate;
  return agents - state < partly.ends.length - 1 ? partly.ends[agents - state]! : 0;
}

/** The most likely state below full. */
function partlyMode(
  { arrivalRate, serviceRate, abandonRate, agents }: QueueRates,
  partly: IdleRates,
): number {
  let state = agents;
  while (
    state > 0 &&
    endsAt(state, agents, serviceRate, abandonRate, partly) >
      arrivalRate + startsAt(state - 1, agents, NONE, partly)
  )
    state--;
  return state;
}

/**
 * Stationary weights of the states that matter, outwards from the mode, which weighs 1: how many are
 * `below` it, how many from it upwards (`above`); `beyond`: of all lines so long that without patience
 * nobody in them is answered in time.
 */
function fillWeights(
  space: StateSpace,
  rates: QueueRates,
  threshold: Seconds,
): { mode: number; below: number; above: number; beyond: number } {
  const { arrivalRate, serviceRate, abandonRate, agents, beside = NONE, partly } = rates;
  const load = arrivalRate / serviceRate;
  const completions = agents * serviceRate;
  // Up to here deferred work is begun as well. States rise to one mode, since births only fall and deaths rise.
  const open = agents - beside.reserve;
  const withStarts = (arrivalRate + beside.starts) / serviceRate;
  const mode =
    load < agents
      ? partly
        ? partlyMode(rates, partly)
        : withStarts < open
          ? Math.floor(withStarts)
          : Math.max(open, Math.floor(load))
      : agents + Math.floor(Math.max(0, arrivalRate - completions) / abandonRate);
  let below = 0;
  for (let state = mode, weight = 1; state > 0; state--) {
    weight *=
      endsAt(state, agents, serviceRate, abandonRate, partly) /
      (arrivalRate + startsAt(state - 1, agents, beside, partly));
    if (weight < NEGLIGIBLE) break;
    if (below === space.down.length) space.down = larger(space.down);
    space.down[below++] = weight;
  }
  // More than eight standard deviations above the completions to expect within the threshold.
  const inTime = completions * threshold;
  const longest = abandonRate > 0 ? Infinity : agents + Math.ceil(inTime + 8 * Math.sqrt(inTime) + 30);
  let above = 1;
  let beyond = 0;
  space.up[0] = 1;
  for (let state = mode, weight = 1; ; state++) {
    weight *=
      (arrivalRate + startsAt(state, agents, beside, partly)) /
      endsAt(state + 1, agents, serviceRate, abandonRate, partly);
    if (!(weight >= NEGLIGIBLE)) break;
    if (state >= longest) {
      beyond = weight / (1 - load / agents);
      break;
    }
    if (above === space.up.length) space.up = larger(space.up);
    space.up[above++] = weight;
  }
  return { mode, below, above, beyond };
}

/**
 * Chance that the k-th in line is answered within `threshold`: c/(c+k) [1 − I_x(c+1, k)] (c = sμ/θ,
 * x = e^(−θT)), the Beta recursion of Erlang A; its limit without patience is a Poisson tail.
 */
function fillInLine(
  space: StateSpace,
  { serviceRate, abandonRate, agents }: QueueRates,
  threshold: Seconds,
  count: number,
): void {
  while (space.inLine.length < count) space.inLine = larger(space.inLine);
  const { inLine } = space;
  const completions = agents * serviceRate;
  // I_x(c + 1, k), or P(fewer than k completions within the threshold)
  const growth = abandonRate > 0 ? -Math.expm1(-abandonRate * threshold) : 0;
  const c = abandonRate > 0 ? completions / abandonRate : 0;
  let logTerm = abandonRate > 0 ? -abandonRate * threshold * (c + 1) : -completions * threshold;
  let term = Math.exp(logTerm);
  let tail = term;
  for (let k = 1; k <= count; k++) {
    const served = abandonRate > 0 ? c / (c + k) : 1;
    inLine[k - 1] = served * Math.max(0, 1 - tail);
    const ratio = abandonRate > 0 ? (growth * (c + k)) / k : (completions * threshold) / k;
    if (logTerm > TINY_LOG) term *= ratio;
    else {
      // With hundreds of agents x^c underflows long before the sum matters.
      logTerm += Math.log(ratio);
      term = Math.exp(logTerm);
    }
    tail += term;
  }
}
