/** A channel's patience as the simulation plays it, and as a law whose survival can be read. */
import { logGamma } from '../numeric/log-gamma.ts';
import { survivalOf, type PatienceLaw as KnownLaw } from '../queueing/patience-law.ts';
import type { Patience as ModelPatience } from '../simulation/model.ts';
import { SECONDS_PER_DAY, SECONDS_PER_HOUR, type Seconds, type Share } from '../units.ts';
import { LONGEST_PATIENCE, meanOfHazard, MOST_PER_HOUR } from './hazard.ts';
import { DEFAULT_THRESHOLD } from './interval-counts.ts';
import { isDeferred } from './opening.ts';
import type { HazardPiece, Patience, PatienceLaw } from './schema-customers.ts';
import type { Channel } from './schema.ts';

/** For the simulator. */
export function simulatedPatience({ mean, law, leavesAtOnce = 0 }: Patience): ModelPatience {
  return {
    distribution: distributionOf(mean, law),
    ...(leavesAtOnce > 0 ? { leavesAtOnce } : {}),
  };
}

function distributionOf(mean: Seconds, law: Patience['law']): ModelPatience['distribution'] {
  switch (law?.kind) {
    case 'weibull':
      return { kind: 'weibull', mean, shape: law.shape };
    case 'lognormal':
      return { kind: 'lognormal', mean, cv: law.cv };
    case 'hyperexponential':
      return { kind: 'hyperexponential', branches: twoSorts(mean, law) };
    case 'hazard':
      return { kind: 'hazard', pieces: scaledPieces(law.pieces, mean) };
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

/** The same course of the wait, so much longer or shorter that its mean is the one asked for. */
function scaledPieces(pieces: readonly HazardPiece[], mean: Seconds): HazardPiece[] {
  const scale = mean / meanOfHazard(pieces);
  return pieces.map(({ from, perHour }) => ({ from: from * scale, perHour: perHour / scale }));
}

type SmoothLaw = Exclude<PatienceLaw, { readonly kind: 'hazard' }>;

/** For the queueing models. */
function knownLaw(mean: Seconds, law: SmoothLaw | undefined, balk: Share): KnownLaw {
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

/** The same law around another mean; the hasty keep their part of it, and at least a second; a hazard its course. */
export function withMeanPatience(patience: Patience, mean: Seconds): Patience {
  const { law } = patience;
  if (law?.kind === 'hazard')
    return { ...patience, mean, law: { ...law, pieces: scaledPieces(law.pieces, mean) } };
  if (law?.kind !== 'hyperexponential') return { ...patience, mean };
  return {
    ...patience,
    mean,
    law: { ...law, mean: Math.min(mean, Math.max(1, (law.mean * mean) / patience.mean)) },
  };
}

/** Erlang A's: exponential, and nobody leaves before the wait has begun. */
export function isExponential({ law, leavesAtOnce = 0 }: Patience): boolean {
  return law === undefined && leavesAtOnce === 0;
}

type Means = { readonly min: Seconds; readonly max: Seconds };

/** What rounding may add to a number at its limit, as a share of it. */
const HAIR = 1e-9;

/** Means around which the same law is still one that a document can hold. */
export function meansOfLaw({ mean, law }: Patience): Means {
  switch (law?.kind) {
    case 'hyperexponential':
      // Below it the hasty would take less than a second, and no longer their part of the mean.
      return { min: mean / law.mean, max: LONGEST_PATIENCE };
    case 'hazard': {
      const steepest = Math.max(...law.pieces.map(({ perHour }) => perHour));
      const last = law.pieces.at(-1)?.from ?? 0;
      return {
        min: Math.max(1, (mean * steepest * (1 + HAIR)) / MOST_PER_HOUR),
        max: Math.min(LONGEST_PATIENCE, (mean * LONGEST_PATIENCE * (1 - HAIR)) / last),
      };
    }
    case 'weibull':
    case 'lognormal':
    case undefined:
      return { min: 1, max: LONGEST_PATIENCE };
  }
}

/** The same of a channel whose reasons keep their proportions: each of them waits from a second to a day. */
export function meansOfPatience(channel: Channel & { readonly patience: Patience }): Means {
  const { mean } = channel.patience;
  const law = meansOfLaw(channel.patience);
  const own = patienceByReason(channel).map((patience) => patience.mean);
  if (own.length === 0) return law;
  return {
    min: Math.min(mean, Math.max(law.min, mean / Math.min(...own))),
    max: Math.max(mean, Math.min(law.max, (mean * SECONDS_PER_DAY) / Math.max(...own))),
  };
}

/** Patience that one of its reasons can have. */
export function meansOfReason(patience: Patience): Means {
  const { min, max } = meansOfLaw(patience);
  return { min, max: Math.min(max, SECONDS_PER_DAY) };
}

/** Share of those who have to wait that have given up after so many seconds. */
export function givenUpAfter({ mean, law, leavesAtOnce = 0 }: Patience, seconds: Seconds): Share {
  if (law?.kind !== 'hazard') return 1 - survivalOf(knownLaw(mean, law, leavesAtOnce)).beyond(seconds);
  const pieces = scaledPieces(law.pieces, mean);
  const hazard = pieces.reduce((sum, { from, perHour }, k) => {
    const to = Math.min(seconds, pieces[k + 1]?.from ?? Infinity);
    return to > from ? sum + ((to - from) * perHour) / SECONDS_PER_HOUR : sum;
  }, 0);
  return 1 - (1 - leavesAtOnce) * Math.exp(-hazard);
}

/** Each reason's patience, in the order of the channel's reasons; none where all wait as the channel says. */
export function patienceByReason({ reasons = [], patience }: Channel): Patience[] {
  if (patience === null || reasons.every(({ patienceFactor }) => patienceFactor === undefined)) return [];
  const factors = reasons.map(({ patienceFactor = 1 }) => patienceFactor);
  const shares = reasons.reduce((sum, { share }) => sum + share, 0);
  const mean = reasons.reduce((sum, { share }, r) => sum + share * (factors[r] ?? 1), 0) / shares;
  return factors.map((factor) => withMeanPatience(patience, (patience.mean * factor) / mean));
}

/**
 * Whether more or fewer customers than with exponential patience have left by the time the channel's
 * contacts should be answered; null where it is exponential, or nobody waits on a line.
 */
export function leavesEarly(channel: Channel): 'more' | 'fewer' | null {
  const { kind, patience, reasons = [], targets } = channel;
  if (patience === null || isDeferred(kind) || kind === 'selfService') return null;
  const own = patienceByReason(channel);
  if (isExponential(patience) && own.length === 0) return null;
  const within = targets.serviceLevel?.threshold || DEFAULT_THRESHOLD;
  const shares = reasons.reduce((sum, { share }) => sum + share, 0);
  const gone =
    own.length === 0
      ? givenUpAfter(patience, within)
      : own.reduce((sum, one, r) => sum + (reasons[r]?.share ?? 0) * givenUpAfter(one, within), 0) / shares;
  return gone >= givenUpAfter({ mean: patience.mean }, within) ? 'more' : 'fewer';
}
