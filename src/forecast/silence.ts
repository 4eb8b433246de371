/**
 * Intervals in which a short history has seen no contact at all: not seen is not impossible.
 *
 * The rate of such an interval has Jeffreys' prior for a Poisson rate, λ^(−1/2). After n days without a
 * contact it is a gamma of shape 1/2 and rate n: mean m = 1/(2n), coefficient of variation √2. Times the
 * day factor, independent of it, a count has
 *
 *     variance = dispersion · m + (3 (1 + factorCv²) − 1) · m²
 *
 * The forecast itself stays 0, as the history has it: half a contact in every silent interval of a day
 * would make a night of work out of nothing. Assumes that the days seen are alike.
 *
 * Reference: Jeffreys (1946), "An invariant form for the prior probability in estimation problems",
 * Proc. R. Soc. A 186; Brown, Cai & DasGupta (2003), "Interval estimation in exponential families",
 * Statistica Sinica 13, for how well its intervals cover.
 */
import { contactsAt, type Asked } from './count-law.ts';
import type { Spread } from './law.ts';
import { SILENT_CONTACTS } from './priors.ts';
import type { Series } from './series.ts';
import { LEAST_BACKTEST_DAYS } from './sibling.ts';

export type Silence = {
  /** Contacts that the days seen do not rule out, by slot of the day; 0 for a history of four weeks. */
  readonly means: Float64Array;
  /** The same for a whole day. */
  readonly dayMean: number;
};

/** A slot never known counts as if one day had shown nothing. O(days · slots). */
export function silenceOf({ days, slotsPerDay, values }: Series): Silence {
  const means = new Float64Array(slotsPerDay);
  if (days >= LEAST_BACKTEST_DAYS) return { means, dayMean: 0 };
  for (let s = 0; s < slotsPerDay; s++) {
    let known = 0;
    for (let d = 0; d < days; d++) if (!Number.isNaN(values[d * slotsPerDay + s])) known++;
    means[s] = SILENT_CONTACTS / Math.max(1, known);
  }
  return { means, dayMean: SILENT_CONTACTS / days };
}

/** The contacts asked for, where a mean of 0 stands for `silent` contacts not ruled out. */
export function contactsBeside(silent: number, asked: Asked, mean: number, spread: Spread): number[] {
  return mean === 0 && silent > 0
    ? contactsAt(asked, silent, silentSpread(spread))
    : contactsAt(asked, mean, spread);
}

/** Spread of a count whose mean is one of those. */
export function silentSpread({ dispersion, factorCv }: Spread): Spread {
  const rate = 1 / SILENT_CONTACTS;
  return { dispersion, factorCv: Math.sqrt((1 + rate) * (1 + factorCv ** 2) - 1) };
}
