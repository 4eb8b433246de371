/**
 * How handle times differ around their mean: a law with its coefficient of variation beside it, which is true of it.
 * The analytic models know mean and variation, the simulator plays the law (work-distribution.ts).
 *
 * Two sorts, of which a share p is short, are each exponential. With variation c their means are m (1 - d √((1-p)/p))
 * and m (1 + d √(p/(1-p))), d² = (c² - 1) / 2: the variance of a mixture is that of its means plus the mean of its
 * variances. So c is at least 1, and below √(1 + 2p/(1-p)), where the short ones would take no time at all.
 */
import type { Seconds, Share } from '../units.ts';
import type { WorkLaw } from './schema-customers.ts';

/** Measured handle times of one law. */
export const MOST_VALUES = 5000;
/** Of gamma and Weibull laws; less is as good as none. */
export const LEAST_CV = 0.02;
/** Of every law, in a document. */
export const MOST_CV = 10;
/** A list's own variation and the one beside it may differ by rounding. */
const CV_TOLERANCE = 0.01;

export type Spread = { readonly cv: number; readonly law?: WorkLaw };

/** Mean handle times of the short contacts and of the others. */
export function twoSorts(mean: Seconds, cv: number, share: Share): readonly [Seconds, Seconds] {
  const spread = Math.sqrt(Math.max(0, cv * cv - 1) / 2);
  return [
    mean * (1 - spread * Math.sqrt((1 - share) / share)),
    mean * (1 + spread * Math.sqrt(share / (1 - share))),
  ];
}

/** Variation of two sorts of which a share takes so long, at most as long as all on average. */
export function cvOfSorts(mean: Seconds, share: Share, short: Seconds): number {
  const spread = (1 - short / mean) * Math.sqrt(share / (1 - share));
  return Math.sqrt(1 + 2 * spread * spread);
}

/** The shortest that the short ones can take: so that the variation of all stays below 10, and above nothing. */
export function leastShort(mean: Seconds, share: Share): Seconds {
  const spread = Math.sqrt((MOST_CV ** 2 - 1) / 2);
  return mean * Math.max(0.001, 1 - 0.999 * spread * Math.sqrt((1 - share) / share));
}

export function momentsOf(values: readonly number[]): { readonly mean: number; readonly cv: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, cv: Math.sqrt(variance) / mean };
}

/** What a law may vary by; null where it says nothing of it. */
export function cvRange(law: WorkLaw | undefined): { readonly min: number; readonly max: number } | null {
  switch (law?.kind) {
    case undefined:
      return null;
    case 'gamma':
    case 'weibull':
      return { min: LEAST_CV, max: MOST_CV };
    case 'exponential':
      return { min: 1, max: 1 };
    case 'hyperexponential':
      return { min: 1, max: Math.min(MOST_CV, Math.sqrt(1 + (2 * law.share) / (1 - law.share))) };
    case 'empirical': {
      const { cv } = momentsOf(law.values);
      return { min: cv - CV_TOLERANCE * Math.max(1, cv), max: cv + CV_TOLERANCE * Math.max(1, cv) };
    }
  }
}

/** Whether handle times of the law can vary so; gamma and Weibull laws may also not vary at all. */
export function isCvOf(law: WorkLaw | undefined, cv: number): boolean {
  const range = cvRange(law);
  if (range === null || (cv === 0 && (law?.kind === 'gamma' || law?.kind === 'weibull'))) return true;
  // At the upper end the short ones of two sorts would take no time.
  return cv >= range.min && (law?.kind === 'hyperexponential' ? cv < range.max : cv <= range.max);
}

/** Another variation, with the law where it can vary so; else lognormal. */
export function withCv<Own extends Spread>(own: Own, cv: number): Own {
  if (isCvOf(own.law, cv)) return { ...own, cv };
  const { law: _, ...rest } = { ...own, cv };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the law is optional
  return rest as Own;
}
