/** A channel's patience as the simulation plays it, and as a law whose survival can be read. */
import { logGamma } from '../numeric/log-gamma.ts';
import { survivalOf, type PatienceLaw as KnownLaw } from '../queueing/patience-law.ts';
import type { Distribution, Patience as ModelPatience } from '../simulation/model.ts';
import type { Seconds, Share } from '../units.ts';
import { DEFAULT_THRESHOLD } from './interval-counts.ts';
import { isDeferred } from './opening.ts';
import type { Patience } from './schema-customers.ts';
import type { Channel } from './schema.ts';

/** For the simulator. */
export function simulatedPatience({ mean, law, leavesAtOnce = 0 }: Patience): ModelPatience {
  return {
    distribution: distributionOf(mean, law),
    ...(leavesAtOnce > 0 ? { leavesAtOnce } : {}),
  };
}

function distributionOf(mean: Seconds, law: Patience['law']): Distribution {
  switch (law?.kind) {
    case 'weibull':
      return { kind: 'weibull', mean, shape: law.shape };
    case 'lognormal':
      return { kind: 'lognormal', mean, cv: law.cv };
    case 'hyperexponential':
      return { kind: 'hyperexponential', branches: twoSorts(mean, law) };
    case undefined:
      return { kind: 'exponential', mean };
  }
}

type TwoSorts = { readonly share: number; readonly mean: Seconds };

/** The hasty and the others, whose mean makes up that of all. */
function twoSorts(mean: Seconds, { share, mean: hasty }: TwoSorts): readonly [TwoSorts, TwoSorts] {
  return [
    { share, mean: hasty },
    { share: 1 - share, mean: (mean - share * hasty) / (1 - share) },
  ];
}

/** For the queueing models. */
export function knownLaw({ mean, law, leavesAtOnce: balk }: Patience): KnownLaw {
  switch (law?.kind) {
    case 'weibull':
      return { kind: 'weibull', scale: mean / Math.exp(logGamma(1 + 1 / law.shape)), shape: law.shape, balk };
    case 'lognormal':
      return { kind: 'lognormal', mean, cv: law.cv, balk };
    case 'hyperexponential':
      return { kind: 'hyperexponential', parts: twoSorts(mean, law), balk };
    case undefined:
      return { kind: 'exponential', mean, balk };
  }
}

/** The same law around another mean; the hasty keep their part of it, and at least a second. */
export function withMeanPatience(patience: Patience, mean: Seconds): Patience {
  const { law } = patience;
  if (law?.kind !== 'hyperexponential') return { ...patience, mean };
  return {
    ...patience,
    mean,
    law: { ...law, mean: Math.max(Math.min(1, mean), (law.mean * mean) / patience.mean) },
  };
}

/** Erlang A's: exponential, and nobody leaves before the wait has begun. */
export function isExponential({ law, leavesAtOnce = 0 }: Patience): boolean {
  return law === undefined && leavesAtOnce === 0;
}

/** Share of those who have to wait that have given up after so many seconds. */
export function givenUpAfter(patience: Patience, seconds: Seconds): Share {
  return 1 - survivalOf(knownLaw(patience)).beyond(seconds);
}

/**
 * Whether more or fewer customers than with exponential patience have left by the time the channel's
 * contacts should be answered; null where it is exponential, or nobody waits on a line.
 */
export function leavesEarly({ kind, patience, targets }: Channel): 'more' | 'fewer' | null {
  if (patience === null || isExponential(patience) || isDeferred(kind) || kind === 'selfService') return null;
  const within = targets.serviceLevel?.threshold || DEFAULT_THRESHOLD;
  return givenUpAfter(patience, within) >= givenUpAfter({ mean: patience.mean }, within) ? 'more' : 'fewer';
}
