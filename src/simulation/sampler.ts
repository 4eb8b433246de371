/**
 * Durations drawn from a distribution: in blocks from a stream, or one at a time from a uniform number.
 *
 * Both are monotone in the scale of the distribution, so that a longer mean handle time makes every
 * customer's contact longer and nobody's shorter.
 */
import { gammaQuantile, gammaShape } from '../numeric/gamma-quantile.ts';
import { logGamma } from '../numeric/log-gamma.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import { exponential, logarithm } from '../numeric/exp-log.ts';
import { fillExponential, fillNormal, fillUniform } from '../random/fill.ts';
import type { Patience } from './model.ts';

type PatienceDistribution = Patience['distribution'];

export type Sampler = {
  /** Fills `out[0 .. count)` with independent durations in seconds. */
  readonly fill: (stream: Int32Array, out: Float64Array, count: number) => void;
  /** The duration that belongs to a uniform number in (0, 1). */
  readonly at: (uniform: number) => number;
  readonly mean: number;
  /** A duration above `least` for a uniform number, where `at` neither rises nor falls throughout. */
  readonly beyond?: (least: number, uniform: number) => number;
};

export function createSampler(distribution: PatienceDistribution): Sampler {
  switch (distribution.kind) {
    case 'constant': {
      const { value } = distribution;
      return { fill: (_, out, count) => void out.fill(value, 0, count), at: () => value, mean: value };
    }
    case 'exponential': {
      const { mean } = distribution;
      return {
        fill: (stream, out, count) => {
          fillExponential(stream, out, count);
          for (let i = 0; i < count; i++) out[i]! *= mean;
        },
        at: (u) => -mean * logarithm(u),
        mean,
      };
    }
    case 'lognormal': {
      const variance = logarithm(1 + distribution.cv * distribution.cv);
      const location = logarithm(distribution.mean) - variance / 2;
      const scale = Math.sqrt(variance);
      return {
        fill: (stream, out, count) => {
          fillNormal(stream, out, count);
          for (let i = 0; i < count; i++) out[i] = exponential(location + scale * out[i]!);
        },
        at: (u) => exponential(location + scale * normalQuantile(u)),
        mean: distribution.mean,
      };
    }
    case 'gamma': {
      const shape = gammaShape(distribution.cv);
      const scale = distribution.mean / shape;
      return byInversion((u) => scale * gammaQuantile(shape, u), distribution.mean);
    }
    case 'weibull': {
      const power = 1 / distribution.shape;
      // The mean of a Weibull with scale 1 is Gamma(1 + 1/shape).
      const scale = distribution.mean / exponential(logGamma(1 + power));
      return byInversion((u) => scale * exponential(power * logarithm(-logarithm(u))), distribution.mean);
    }
    case 'hyperexponential': {
      const { branches } = distribution;
      const mean = branches.reduce((sum, branch) => sum + branch.share * branch.mean, 0);
      return {
        ...byInversion((u) => hyperexponentialAt(branches, u), mean),
        beyond: (least, u) => least + hyperexponentialAt(remaining(branches, least), u),
      };
    }
    case 'empirical': {
      const values = Float64Array.from(distribution.values).sort();
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return byInversion((u) => values[Math.floor(u * values.length)]!, mean);
    }
    case 'hazard': {
      const { pieces } = distribution;
      return byInversion((u) => hazardAt(pieces, u), NaN);
    }
  }
}

function byInversion(at: (uniform: number) => number, mean: number): Sampler {
  return {
    fill: (stream, out, count) => {
      fillUniform(stream, out, count);
      for (let i = 0; i < count; i++) out[i] = at(out[i]!);
    },
    at,
    mean,
  };
}

/** The branch by the uniform's place among the shares, the duration by its place within the branch. */
function hyperexponentialAt(branches: readonly { share: number; mean: number }[], u: number): number {
  let rest = u;
  for (const { share, mean } of branches) {
    if (rest < share) return -mean * logarithm(rest / share);
    rest -= share;
  }
  // Shares that sum to just below 1 by rounding: the last branch takes the remainder.
  return branches.at(-1)?.mean ?? 0;
}

/** The wait at which the cumulated hazard reaches -ln u; Infinity when it never does. */
/** The branches of those who last longer, of which each begins anew. */
function remaining(
  branches: readonly { share: number; mean: number }[],
  least: number,
): readonly { share: number; mean: number }[] {
  // Over the longest branch, which is the last to be left alone.
  const longest = branches.reduce((most, { mean }) => Math.max(most, mean), 0);
  const weights = branches.map(({ share, mean }) => share * exponential(least / longest - least / mean));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return branches.map(({ mean }, i) => ({ share: (weights[i] ?? 0) / sum, mean }));
}

function hazardAt(pieces: readonly { from: number; perHour: number }[], u: number): number {
  let left = -logarithm(u);
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    const rate = piece.perHour / 3600;
    const length = (pieces[i + 1]?.from ?? Infinity) - piece.from;
    if (rate > 0 && left <= rate * length) return piece.from + left / rate;
    if (rate > 0) left -= rate * length;
  }
  return Infinity;
}
