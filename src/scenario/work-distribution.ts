/** Handle times as the simulator plays them: of a mean, and a law with its variation. */
import { exponential, logarithm } from '../numeric/exp-log.ts';
import { findRoot } from '../numeric/find-root.ts';
import { logGamma } from '../numeric/log-gamma.ts';
import type { Distribution } from '../simulation/model.ts';
import type { Seconds } from '../units.ts';
import { momentsOf, type Spread, twoSorts } from './work-law.ts';

export function workDistribution(mean: Seconds, { cv, law }: Spread): Distribution {
  if (law === undefined || law.kind === 'gamma' || law.kind === 'weibull') {
    if (cv === 0) return { kind: 'constant', value: mean };
    if (law === undefined) return { kind: 'lognormal', mean, cv };
    return law.kind === 'gamma'
      ? { kind: 'gamma', mean, cv }
      : { kind: 'weibull', mean, shape: weibullShape(cv) };
  }
  switch (law.kind) {
    case 'exponential':
      return { kind: 'exponential', mean };
    case 'hyperexponential': {
      const [short, long] = twoSorts(mean, cv, law.share);
      return {
        kind: 'hyperexponential',
        branches: [
          { share: law.share, mean: short },
          { share: 1 - law.share, mean: long },
        ],
      };
    }
    case 'empirical': {
      const scale = mean / momentsOf(law.values).mean;
      return { kind: 'empirical', values: law.values.map((value) => value * scale) };
    }
  }
}

/** Shape k of the Weibull law that varies so, to the last bit the same everywhere: c² = Γ(1 + 2/k) / Γ(1 + 1/k)² - 1 falls with k. */
export function weibullShape(cv: number): number {
  const miss = (logShape: number): number => {
    const power = 1 / exponential(logShape);
    return logGamma(1 + 2 * power) - 2 * logGamma(1 + power) - logarithm(1 + cv * cv);
  };
  // Shapes from 0.15 (a variation of 32) to 150 (of 0.009).
  return exponential(findRoot(miss, logarithm(0.15), logarithm(150)));
}
