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
  if (drain === 0 || time <= 0) {
    out.fill(0, 1, places + 1);
    return;
  }
  // Negative binomial (Poisson without patience) number of departures, see erlang-a-kernel.ts;
  // the factor x and (c + j)/c turn "offered wait within" into "served within".
  const c = abandonRate > 0 ? drain / abandonRate : Infinity;
  const y = -Math.expm1(-abandonRate * time);
  let logTerm = -(drain + abandonRate) * time;
  let term = logTerm > -600 ? Math.exp(logTerm) : 0;
  let seen = term;
  let scale = 1;
  if (term === 0) scale = 1e-300;
  let carried = 1e-300;
  for (let k = 1; k <= places; k++) {
    const ratio = abandonRate > 0 ? (y * (c + k)) / k : (drain * time) / k;
    const share = abandonRate > 0 ? c / (c + k) : 1;
    out[k] = share * Math.max(0, 1 - seen);
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

/** Departures per call that keep every weight within the range of a double. */
const MOST_DEPARTURES = 500;

/**
 * Moves the clock back by `time`: `value[k]` at its end becomes the value at its start, value[0] = 1
 * standing for "served".
 *
 * A contact moves up by a negative binomial number of places, which is a convolution once each place
 * is weighted by a product over the places ahead: positive terms only. O(places · √departures).
 */
export function pullThrough(
  value: Float64Array,
  places: number,
  drain: number,
  abandonRate: number,
  time: number,
): void {
  if (time <= 0 || places === 0) return;
  const departures = drain * time + places * -Math.expm1(-abandonRate * time);
  if (departures > MOST_DEPARTURES) {
    pullThrough(value, places, drain, abandonRate, time / 2);
    pullThrough(value, places, drain, abandonRate, time / 2);
    return;
  }
  const stay = Math.exp(-abandonRate * time);
  // Weights of moving up by j when every place ahead left at the same pace, that of the middle one.
  const middle = drain + (abandonRate * places) / 2;
  const mean = abandonRate > 0 ? (middle * (1 - stay)) / abandonRate : drain * time;
  const move = new Float64Array(places);
  move[0] = Math.exp(-drain * time);
  let most = move[0];
  let last = 0;
  for (let j = 1; j < places; j++) {
    move[j] = (move[j - 1]! * mean) / j;
    if (move[j]! > most) most = move[j]!;
    if (move[j]! > most * 1e-18) last = j;
    else if (j > mean) break;
  }
  let first = 0;
  while (first < last && move[first]! < most * 1e-18) first++;
  // Corrections for the true pace of each place.
  const up = new Float64Array(places);
  const weighted = new Float64Array(places);
  up[0] = 1;
  weighted[0] = value[1]!;
  let fade = 1;
  for (let b = 1; b < places; b++) {
    up[b] = (up[b - 1]! * (drain + b * abandonRate)) / middle;
    fade *= stay;
    weighted[b] = (value[b + 1]! * fade) / up[b]!;
  }
  servedWithin(value, places, drain, abandonRate, time);
  for (let a = 0; a < places; a++) {
    let sum = 0;
    for (let b = Math.max(0, a - last); b <= a - first; b++) sum += move[a - b]! * weighted[b]!;
    value[a + 1]! += stay * up[a]! * sum;
  }
}
