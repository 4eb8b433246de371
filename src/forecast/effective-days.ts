/**
 * How much a stretch of past errors says about their size: of how many independent days it is worth, and which
 * law of scores follows when the spread has been learnt from no more than those.
 *
 * A level that moves makes neighbouring days miss alike, and evenings in a row that look the same two weeks ahead
 * make nearly the same error. With correlation ρ from one day to the next, n days are worth n (1 − ρ)/(1 + ρ)
 * (errors as an AR(1) process; Bartlett (1946), "On the theoretical specification and sampling properties of
 * autocorrelated time-series", JRSS Suppl. 8). Errors are taken around 0, not around their mean: that one level
 * was missed all the time is what makes them alike.
 *
 * Of a normal error over a spread that was itself estimated, Student's t is the law. Only the factor is: chance is
 * known, so a variance with share s from the factor, known to n days, has n/s² degrees of freedom (Satterthwaite
 * (1946), Biometrics Bulletin 2).
 */
import { normalCumulative } from '../numeric/normal-cumulative.ts';
import { studentTwoSided } from '../numeric/student-t.ts';
import type { Spread } from './law.ts';

/** Days so alike that they are worth less are taken as this: ρ is itself estimated. */
const LEAST_SHARE = 0.01;
/** From so many degrees of freedom on a t counts as normal: its tenth is 0.5 % farther out, and has days to argue against. */
const MOST_DEGREES = 150;

/** How errors go with those of the day before that were looked at from as far. */
export class Likeness {
  private squares = 0;
  private products = 0;

  /** In units of chance, √mean; `errorBefore` NaN: no such day. */
  add(error: number, mean: number, errorBefore: number, meanBefore: number): void {
    if (!(mean > 0)) return;
    this.squares += (error * error) / mean;
    if (meanBefore > 0 && !Number.isNaN(errorBefore))
      this.products += (error * errorBefore) / Math.sqrt(mean * meanBefore);
  }

  /** Share of the days that count as independent ones. */
  independentShare(): number {
    const correlation = this.squares > 0 ? Math.max(0, this.products / this.squares) : 0;
    return Math.max(LEAST_SHARE, (1 - correlation) / (1 + correlation));
  }
}

/** The law of scores that is believed: before anything is learnt, and once `days` independent days have shown the spread. */
export function learntScores(
  before: { readonly scores: (score: number) => number; readonly days: number },
  days: number,
  mean: number,
  { dispersion, factorCv }: Spread,
): (score: number) => number {
  const factor = factorCv ** 2 * mean;
  if (!(days > 0 && factor > 0)) return before.scores;
  const degrees = (days + before.days) * ((dispersion + factor) / factor) ** 2;
  const learnt =
    degrees >= MOST_DEGREES
      ? normalCumulative
      : (score: number) => 0.5 + (Math.sign(score) * studentTwoSided(Math.abs(score), degrees)) / 2;
  return (score) => (before.days * before.scores(score) + days * learnt(score)) / (before.days + days);
}
