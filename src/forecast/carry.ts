/**
 * How far a day's deviation carries on to the next days: an AR(1) signal seen through noise,
 * filtered by Kalman's recursion, its two parameters from recency-weighted autocovariances.
 *
 * c0, c1, c2 at lags of 0, 1, 2 open days: persistence = c2/c1, share of the variance that
 * carries on = c1/(persistence c0). Both are shrunken towards a mild prior until there are days
 * enough to tell.
 */
const MEMORY = 0.5 ** (1 / 120);
/** Prior: weighs as many days as given, with autocorrelations 0.2 and 0.14 at lags 1 and 2. */
const PRIOR = { days: 20, lag1: 0.2, lag2: 0.14 };

export type Carry = {
  /** Takes the log ratio of the day to its normal level, `step` open days after the last one. */
  observe: (deviation: number, step: number) => void;
  /** Expected log ratio `step` open days after the last one taken. */
  ahead: (step: number) => number;
};

export function carry(): Carry {
  let [n, c0, c1, c2] = [0, 0, 0, 0];
  let before = Number.NaN;
  let twoBefore = Number.NaN;
  let signal = 0;
  let spread = 1;
  const law = () => {
    // Before any day deviates only the prior speaks; its unit cancels.
    const variance = c0 > 0 ? c0 / n : 1;
    const r0 = c0 + PRIOR.days * variance;
    const lag1 = Math.max(0, (c1 + PRIOR.days * PRIOR.lag1 * variance) / r0);
    const lag2 = Math.max(0, (c2 + PRIOR.days * PRIOR.lag2 * variance) / r0);
    const persistence = lag1 > 0 ? Math.min(0.98, Math.max(0.3, lag2 / lag1)) : 0.3;
    return { persistence, share: Math.min(0.98, lag1 / persistence) };
  };
  return {
    observe(deviation, step) {
      const { persistence, share } = law();
      // everything in units of the deviation's variance: signal variance `share`, noise 1 - share
      const decay = persistence ** step;
      const predicted = spread * decay * decay + share * (1 - decay * decay);
      const gain = predicted / (predicted + 1 - share);
      signal = signal * decay + gain * (deviation - signal * decay);
      spread = predicted * (1 - gain);
      n = n * MEMORY + 1;
      c0 = c0 * MEMORY + deviation * deviation;
      c1 = c1 * MEMORY + (step === 1 && !Number.isNaN(before) ? deviation * before : 0);
      c2 = c2 * MEMORY + (step === 1 && !Number.isNaN(twoBefore) ? deviation * twoBefore : 0);
      twoBefore = step === 1 ? before : Number.NaN;
      before = deviation;
    },
    ahead: (step) => signal * law().persistence ** step,
  };
}
