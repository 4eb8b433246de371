/**
 * Who is served in time, by place in the queue, while the staffing changes ahead.
 *
 * A contact with k − 1 others ahead moves up when one of the agents finishes (rate `drain`) or one
 * of those ahead gives up (rate θ each), and gives up himself at rate θ. Later arrivals do not matter.
 */

/**
 * out[k] = chance that the k-th in the queue (k from 1) starts service within `time`, staffing unchanged;
 * out[0] = 1. O(places).
 */
export function servedWithin(
  out: Float64Array,
  places: number,
  drain: number,
  abandonRate: number,
  time: number,
): void {
  out[0] = 1;
  // One more who may give up, himself, turns "offered wait within" into "served within".
  fewerDepartures(out, places, drain + abandonRate, abandonRate, time);
  for (let k = 1; k <= places; k++) {
    const share = abandonRate > 0 ? drain / (drain + k * abandonRate) : 1;
    out[k] = share * Math.max(0, 1 - out[k]!);
  }
}

/**
 * out[k] = chance that the k-th in the queue would still wait after `time` if he himself never gave up
 * (those ahead may), staffing unchanged; out[0] = 0. O(places).
 */
export function waitsBeyond(
  out: Float64Array,
  places: number,
  drain: number,
  abandonRate: number,
  time: number,
): void {
  out[0] = 0;
  fewerDepartures(out, places, drain, abandonRate, time);
}

/** out[k] = chance of fewer than k departures when the first comes at rate `pace` and each place adds `abandonRate`. */
function fewerDepartures(
  out: Float64Array,
  places: number,
  pace: number,
  abandonRate: number,
  time: number,
): void {
  if (pace === 0 || time <= 0 || time === Infinity) {
    out.fill(pace === 0 || time <= 0 ? 1 : 0, 1, places + 1);
    return;
  }
  // Negative binomial (Poisson without patience) number of departures, see erlang-a-kernel.ts.
  const span = abandonRate > 0 ? -Math.expm1(-abandonRate * time) / abandonRate : time;
  let logTerm = -pace * time;
  let term = logTerm > -600 ? Math.exp(logTerm) : 0;
  let seen = term;
  let scale = 1;
  if (term === 0) scale = 1e-300;
  let carried = 1e-300;
  for (let k = 1; k <= places; k++) {
    const ratio = ((pace + (k - 1) * abandonRate) * span) / k;
    out[k] = Math.min(1, seen);
    if (scale === 1) term *= ratio;
    else {
      carried *= ratio;
      if (carried > 1e-250) {
        logTerm += Math.log(carried / 1e-300);
        carried = 1e-300;
        if (logTerm > -600) {
          term = Math.exp(logTerm);
          scale = 1;
        }
      }
    }
    seen += term;
  }
}

/**
 * out[k] = mean wait of the k-th in the queue, counted only where it ends in service within `time`;
 * `served` as from servedWithin for the same time. O(places).
 *
 * With A_k the integral of served_k up to `time`, the chance's own equation integrated gives
 * served_k = r A_{k−1} − (r + θ) A_k, r = drain + (k − 1) θ, and the wait is time · served_k − A_k. Each
 * step shrinks the rounding of the one before: the error stays below places · time · 1e-16.
 */
export function waitOfServed(
  out: Float64Array,
  served: Float64Array,
  places: number,
  drain: number,
  abandonRate: number,
  time: number,
): void {
  out[0] = 0;
  if (drain === 0) {
    out.fill(0, 1, places + 1);
    return;
  }
  let area = time;
  let rest = 0;
  for (let k = 1; k <= places; k++) {
    const rate = drain + (k - 1) * abandonRate;
    if (time === Infinity) {
      rest += 1 / (rate + abandonRate);
      out[k] = served[k]! * rest;
      continue;
    }
    area = (rate * area - served[k]!) / (rate + abandonRate);
    out[k] = time * served[k]! - area;
  }
}

/** Departures per call that keep every weight within the range of a double. */
const MOST_DEPARTURES = 500;

/**
 * Moves the clock back by `time`: `value[k]` at its end becomes the value at its start, value[0] = 1
 * standing for "served".
 */
export function pullThrough(
  value: Float64Array,
  places: number,
  drain: number,
  abandonRate: number,
  time: number,
): void {
  if (time <= 0 || places === 0) return;
  const served = new Float64Array(places + 1);
  servedWithin(served, places, drain, abandonRate, time);
  carryPlaces(value, places, drain, abandonRate, time);
  for (let k = 1; k <= places; k++) value[k]! += served[k]!;
  value[0] = 1;
}

/**
 * Moves the clock back by `time` for the chance to be served at all and the mean wait counted where one is:
 * values at its end become values at its start, in place.
 */
export function pullWaits(
  served: Float64Array,
  wait: Float64Array,
  places: number,
  drain: number,
  abandonRate: number,
  time: number,
): void {
  // Who still waits at the end has waited `time` by then.
  for (let k = 1; k <= places; k++) wait[k]! += time * served[k]!;
  carryPlaces(wait, places, drain, abandonRate, time);
  carryPlaces(served, places, drain, abandonRate, time);
  const soon = new Float64Array(places + 1);
  const waitSoon = new Float64Array(places + 1);
  servedWithin(soon, places, drain, abandonRate, time);
  waitOfServed(waitSoon, soon, places, drain, abandonRate, time);
  for (let k = 1; k <= places; k++) {
    served[k]! += soon[k]!;
    wait[k]! += waitSoon[k]!;
  }
}

/**
 * Values of those who still wait at the end of `time` become values at its start; who has left by then
 * counts nothing. `faithful`: he himself does not give up, whoever is ahead may.
 *
 * A contact moves up by a negative binomial number of places, which is a convolution once each place
 * is weighted by a product over the places ahead: positive terms only, block by block, so that the product
 * stays within the range of a double. O(places · √departures).
 */
export function carryPlaces(
  value: Float64Array,
  places: number,
  drain: number,
  abandonRate: number,
  time: number,
  faithful = false,
): void {
  if (time <= 0 || places === 0 || drain + abandonRate === 0) return;
  const departures = drain * time + places * -Math.expm1(-abandonRate * time);
  if (departures > MOST_DEPARTURES) {
    carryPlaces(value, places, drain, abandonRate, time / 2, faithful);
    carryPlaces(value, places, drain, abandonRate, time / 2, faithful);
    return;
  }
  const own = faithful ? 1 : Math.exp(-abandonRate * time);
  const start = roomFor('start', places + 1);
  for (let k = 0; k <= places; k++) start[k] = value[k]!;
  for (let from = 0; from < places; from += BLOCK) {
    carryBlock(value, start, from, Math.min(places, from + BLOCK), drain, abandonRate, time, own);
  }
}

/** Kept from call to call, since a day makes ten thousands of them; every value read has been written before. */
const ROOM = {
  start: new Float64Array(256),
  move: new Float64Array(256),
  up: new Float64Array(256),
  weighted: new Float64Array(256),
};

function roomFor(use: keyof typeof ROOM, size: number): Float64Array {
  if (ROOM[use].length < size) ROOM[use] = new Float64Array(2 * size);
  return ROOM[use];
}

/** Places whose paces are near enough to that of their middle. */
const BLOCK = 128;

/** The places from `from` + 1 to `to` of carryPlaces: `value` from `start`. */
function carryBlock(
  value: Float64Array,
  start: Float64Array,
  from: number,
  to: number,
  drain: number,
  abandonRate: number,
  time: number,
  own: number,
): void {
  const stay = Math.exp(-abandonRate * time);
  // Weights of moving up by j when every place passed left at the same pace, that half way.
  const centre = (from + to) / 2;
  const span = abandonRate > 0 ? (1 - stay) / abandonRate : time;
  const moved = Math.min(centre, (drain + abandonRate * centre) * span);
  const middle = drain + abandonRate * (centre - moved / 2);
  const mean = middle * span;
  const move = roomFor('move', to);
  move[0] = Math.exp(-drain * time);
  let most = move[0];
  let last = 0;
  for (let j = 1; j < to; j++) {
    move[j] = (move[j - 1]! * mean) / j;
    if (move[j]! > most) most = move[j]!;
    if (move[j]! > most * NEGLIGIBLE) last = j;
    else if (j > mean) break;
  }
  let first = 0;
  while (first < last && move[first]! < most * NEGLIGIBLE) first++;
  // Corrections for the true pace of each place, from the block's first on up and down.
  const low = Math.max(0, from - last);
  const up = roomFor('up', to - low);
  const weighted = roomFor('weighted', to - low);
  up[from - low] = 1;
  for (let b = from + 1; b < to; b++) up[b - low] = (up[b - 1 - low]! * (drain + b * abandonRate)) / middle;
  for (let b = from; b > low; b--) up[b - 1 - low] = (up[b - low]! * middle) / (drain + b * abandonRate);
  let allStay = Math.exp(-abandonRate * time * low);
  for (let b = low; b < to; b++) {
    weighted[b - low] = (start[b + 1]! * allStay) / up[b - low]!;
    allStay *= stay;
  }
  for (let a = from; a < to; a++) {
    value[a + 1] = own * up[a - low]! * convolved(move, weighted, first, Math.min(last, a - low), a - low);
  }
}

/** Σ move[j] weighted[at − j], j from first to last; in four sums, which need not wait for one another. */
function convolved(
  move: Float64Array,
  weighted: Float64Array,
  first: number,
  last: number,
  at: number,
): number {
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let j = first;
  for (; j + 3 <= last; j += 4) {
    sum0 += move[j]! * weighted[at - j]!;
    sum1 += move[j + 1]! * weighted[at - j - 1]!;
    sum2 += move[j + 2]! * weighted[at - j - 2]!;
    sum3 += move[j + 3]! * weighted[at - j - 3]!;
  }
  for (; j <= last; j++) sum0 += move[j]! * weighted[at - j]!;
  return sum0 + sum1 + (sum2 + sum3);
}

const NEGLIGIBLE = 1e-22;
