/**
 * The sums behind Erlang A, as plain numbers: no closures, no allocation.
 *
 * Let the state in which the last free place has just been taken weigh 1, and all states below it
 * together `idle`. From there on the pool drains at `drainRate`, and every waiting contact gives up
 * at rate θ, so the k-th full state weighs q(k): q(1) = 1, q(k+1) = q(k) λ / (drain + kθ).
 *
 * A contact that finds the k-th full state has an offered wait V with e^(−θV) ~ Beta(c, k),
 * c = drain/θ. With x = e^(−θT) its law is the tail of a negative binomial one,
 * P(V ≤ T) = Σ_{j≥k} t(j), t(j) = x^c (1−x)^j (c)_j / j!. Exchanging the two sums makes every
 * measure one loop over positive terms, so nothing cancels, however small the result.
 *
 * Reference: Palm (1957); Garnett, Mandelbaum & Reiman (2002), MSOM 4(3). The Beta law holds since V
 * is a sum of independent exponentials with rates drain + jθ, j < k (Rényi's representation).
 */

/** Places in the result array; chances are per offered contact. */
export const WAITED = 0;
export const ABANDONED = 1;
export const ANSWERED = 2;
export const ANSWERED_WITHIN = 3;
export const ABANDONED_WITHIN = 4;
export const OFFERED_WITHIN = 5;
/** Mean of (wait, where answered), seconds. */
export const WAIT_OF_ANSWERED = 6;
/** Chance of the first full state, the one that weighs 1. */
export const FIRST_FULL = 7;
/** Found every place in the queue taken. */
export const BLOCKED = 8;
export const WAITING_SUMS = 9;

const LIMIT = 2 ** 900;
const SHRINK = 2 ** -900;
/** A negative binomial term below e^−600 is carried with its own exponent. */
const TINY_LOG = -600;

/**
 * Fills `out`. `idle` and `threshold` may be Infinity. With `places` in the queue, those who find them
 * all taken are lost. Without patience (rate 0) places must be few, or the drain above the arrivals.
 *
 * O(full states that matter): about √load, or the overload divided by θ.
 */
export function waitingSums(
  out: Float64Array,
  idle: number,
  arrivalRate: number,
  drainRate: number,
  abandonRate: number,
  threshold: number,
  places = Infinity,
): void {
  const x = Math.exp(-abandonRate * threshold);
  const y = -Math.expm1(-abandonRate * threshold);
  // y/θ, which without patience is the threshold itself.
  const span = abandonRate > 0 ? y / abandonRate : threshold;

  let offset = -drainRate * threshold; // ln t(0)
  let t = 1;
  if (offset > TINY_LOG) {
    t = Math.exp(offset);
    offset = 0;
  } else if (x === 0 || threshold === Infinity) {
    t = 0;
    offset = 0;
  }
  let seen = offset === 0 ? t : 0; // Σ t(j), j < k
  let freeWeight = idle;
  let q = 1;
  let full = 0;
  let answered = 0;
  let abandoned = 0;
  let wait = 0;
  let harmonic = 0;
  let offeredWithin = 0;
  let answeredWithin = 0;
  let abandonedWithin = 0;
  let before = drainRate; // rate out of the full state before
  let k = 1;
  for (; k <= places; k++) {
    const leaving = k * abandonRate;
    const leave = drainRate + leaving;
    const r = 1 / leave;
    const passed = q * r;
    const answeredHere = passed * drainRate;
    const abandonedBefore = abandoned;
    harmonic += r;
    full += q;
    answered += answeredHere;
    abandoned += passed * leaving;
    wait += answeredHere * harmonic;
    abandonedWithin += q * y * seen;
    t *= (span * before) / k;
    before = leave;
    if (offset === 0) {
      offeredWithin += t * full;
      answeredWithin += t * leave * answered;
      abandonedWithin += t * abandonedBefore;
      seen += t;
    } else if (t > 1e20) {
      offset += Math.log(t);
      t = 1;
      if (offset > TINY_LOG) {
        t = Math.exp(offset);
        seen = t;
        offset = 0;
      }
    }
    q *= arrivalRate * r;
    // Turned so that a broken number ends the loop as well.
    if (!(arrivalRate >= leave)) {
      if (!(q >= full * 2e-17)) break;
    } else if (full > LIMIT) {
      freeWeight *= SHRINK;
      q *= SHRINK;
      full *= SHRINK;
      answered *= SHRINK;
      abandoned *= SHRINK;
      wait *= SHRINK;
      offeredWithin *= SHRINK;
      answeredWithin *= SHRINK;
      abandonedWithin *= SHRINK;
    }
  }

  // Past the last full state that matters only the tail of the negative binomial law is left. Where it
  // carries the result and is small it is summed itself; elsewhere 1 − seen keeps enough digits.
  // Who finds every place taken may be very few, but never nobody.
  let blocked = places < Infinity ? q : 0;
  for (let j = k + 1; j <= places && blocked > 0; j++) blocked *= arrivalRate / (drainRate + j * abandonRate);
  k = Math.min(k, places);
  answeredWithin *= x / drainRate;
  let rest = 1 - seen;
  let restAnswered = offset === 0 ? rest + (t * y * (drainRate + k * abandonRate)) / drainRate : 1;
  if (rest < 1e-3 && offeredWithin + freeWeight < 1e-3 * full) {
    rest = 0;
    restAnswered = 0;
    for (let j = k + 1; ; j++) {
      t *= (span * (drainRate + (j - 1) * abandonRate)) / j;
      rest += t;
      restAnswered += t * (drainRate + j * abandonRate);
      if (!(t > 1e-18 * rest)) break;
    }
    restAnswered *= x / drainRate;
  }
  offeredWithin += rest * full;
  answeredWithin += restAnswered * answered;
  abandonedWithin += rest * abandoned;

  // The free states may weigh more than a double holds: then they get weight 1.
  const perWeight = freeWeight > 1 ? 1 / freeWeight : 1;
  const free = freeWeight > 1 ? 1 : freeWeight;
  const total = free + (full + blocked) * perWeight;
  const share = perWeight / total;
  const freeShare = free / total;
  out[WAITED] = full * share;
  out[ABANDONED] = abandoned * share;
  out[ANSWERED] = freeShare + answered * share;
  out[ANSWERED_WITHIN] = freeShare + answeredWithin * share;
  out[ABANDONED_WITHIN] = abandonedWithin * share;
  out[OFFERED_WITHIN] = freeShare + offeredWithin * share;
  out[WAIT_OF_ANSWERED] = wait * share;
  out[BLOCKED] = blocked * share;
  out[FIRST_FULL] = share;
}
