/**
 * Laws of patience: how long a contact is willing to wait.
 *
 * Each gives the shares still waiting and gone after x seconds, and the mean wait if service came
 * at x. `balk` is the share that hangs up the moment it has to wait.
 */
import { DomainError } from '../errors.ts';
import { gammaProbability } from '../numeric/gamma-quantile.ts';
import { logGamma } from '../numeric/log-gamma.ts';
import { normalCumulative } from '../numeric/normal-cumulative.ts';
import type { Probability, Seconds, Share } from '../units.ts';
import { requirePositive } from './domain.ts';

export type PatienceLaw = {
  /** Share that hangs up at once when it has to wait; default 0. */
  readonly balk?: Share | undefined;
} & (
  | { readonly kind: 'exponential'; readonly mean: Seconds }
  | { readonly kind: 'weibull'; readonly scale: Seconds; readonly shape: number }
  | { readonly kind: 'lognormal'; readonly mean: Seconds; readonly cv: number }
  | {
      readonly kind: 'hyperexponential';
      readonly parts: readonly { readonly share: Share; readonly mean: Seconds }[];
    }
);

export type Survival = {
  /** Share with more patience than x; at 0 the share that waits at all. */
  beyond(x: Seconds): Probability;
  /** The others, who have given up by then: to full precision where they are few. */
  gone(x: Seconds): Probability;
  /** ∫ beyond over [0, x]. */
  meanUpTo(x: Seconds): Seconds;
};

/**
 * The law as functions.
 *
 * @throws {DomainError} on scales that are not positive, shares that do not sum to 1, or everybody balking
 */
export function survivalOf(law: PatienceLaw): Survival {
  const { balk = 0 } = law;
  if (!(balk >= 0 && balk < 1)) throw new DomainError('patience', 'balk', balk, 'at least 0 and below 1');
  const patient = unbalked(law);
  const stay = 1 - balk;
  return {
    beyond: (x) => stay * patient.beyond(x),
    gone: (x) => balk + stay * patient.gone(x),
    meanUpTo: (x) => stay * patient.meanUpTo(x),
  };
}

function unbalked(law: PatienceLaw): Survival {
  switch (law.kind) {
    case 'exponential':
      requirePositive('patience', 'mean', law.mean);
      return exponential(law.mean);
    case 'weibull': {
      const { scale, shape } = law;
      requirePositive('patience', 'scale', scale);
      requirePositive('patience', 'shape', shape);
      const mean = scale * Math.exp(logGamma(1 + 1 / shape));
      return {
        beyond: (x) => Math.exp(-((x / scale) ** shape)),
        gone: (x) => -Math.expm1(-((x / scale) ** shape)),
        meanUpTo: (x) => mean * gammaProbability(1 / shape, (x / scale) ** shape),
      };
    }
    case 'lognormal': {
      const { mean, cv } = law;
      requirePositive('patience', 'mean', mean);
      requirePositive('patience', 'cv', cv);
      const spread = Math.sqrt(Math.log1p(cv * cv));
      const middle = Math.log(mean) - (spread * spread) / 2;
      const score = (x: Seconds): number => (Math.log(x) - middle) / spread;
      return {
        beyond: (x) => (x <= 0 ? 1 : normalCumulative(-score(x))),
        gone: (x) => (x <= 0 ? 0 : normalCumulative(score(x))),
        meanUpTo: (x) =>
          x <= 0 ? 0 : x * normalCumulative(-score(x)) + mean * normalCumulative(score(x) - spread),
      };
    }
    case 'hyperexponential': {
      const total = law.parts.reduce((sum, { share }) => sum + share, 0);
      if (Math.abs(total - 1) > 1e-9) {
        throw new DomainError('patience', 'parts', total, 'shares that sum to 1');
      }
      const parts = law.parts.map(({ share, mean }) => {
        requirePositive('patience', 'mean', mean);
        if (!(share >= 0)) throw new DomainError('patience', 'share', share, 'at least 0');
        return { share, ...exponential(mean) };
      });
      const mix = (pick: (part: Survival) => number): number =>
        parts.reduce((sum, part) => sum + part.share * pick(part), 0);
      return {
        beyond: (x) => mix((part) => part.beyond(x)),
        gone: (x) => mix((part) => part.gone(x)),
        meanUpTo: (x) => mix((part) => part.meanUpTo(x)),
      };
    }
    default: {
      const { kind }: { readonly kind: unknown } = law satisfies never;
      throw new DomainError('patience', 'kind', kind, 'exponential, weibull, lognormal or hyperexponential');
    }
  }
}

function exponential(mean: Seconds): Survival {
  const gone = (x: Seconds): Share => -Math.expm1(-x / mean);
  return { beyond: (x) => Math.exp(-x / mean), gone, meanUpTo: (x) => mean * gone(x) };
}
