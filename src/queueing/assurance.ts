/**
 * The chance that a service level is met, when nobody knows how busy the day will be.
 *
 * The day's volume is its forecast times a gamma factor B of mean 1. Given B the queue is the usual
 * one, so the chance is that of a factor small enough; the noise that remains at a known factor may
 * be added as a normal deviation. The expected level weighs each factor by its contacts.
 *
 * Reference: Steckley, Henderson & Mehrotra (2009), PEIS 23; Whitt (1999), "Dynamic staffing in a
 * telephone call center", OR Letters 24, for the random factor.
 */
import { DomainError, UnattainableTarget } from '../errors.ts';
import { findRoot } from '../numeric/find-root.ts';
import { gammaProbability, gammaQuantile, gammaShape } from '../numeric/gamma-quantile.ts';
import { gaussLegendre } from '../numeric/gauss-legendre.ts';
import { normalCumulative } from '../numeric/normal-cumulative.ts';
import type { Probability, Share } from '../units.ts';
import { requireNonNegative, requireTargetShare } from './domain.ts';
import type { QueueDemand, QueueTargets } from './required-agents.ts';
import { requiredAgents } from './required-agents.ts';

export type UncertainLevel = {
  /** Service level when the volume is `factor` times its forecast; falls as the factor grows. */
  readonly levelAt: (factor: number) => Share;
  /** Coefficient of variation of the factor. */
  readonly cv: number;
  /** Standard deviation of the measured level at a known factor; none where left out. */
  readonly deviationAt?: ((factor: number) => number) | undefined;
};

const RULE = gaussLegendre(40);
/** Nodes in the normal score of the factor: its whole range, evenly fine in both tails. */
const REACH = 8;

/** Chance that the level is at least `share`. */
export function chanceOfLevel(level: UncertainLevel, share: Share): Probability {
  requireTargetShare('chanceOfLevel', 'share', share);
  requireNonNegative('chanceOfLevel', 'cv', level.cv);
  const { cv, deviationAt } = level;
  const levelAt = soundLevel('chanceOfLevel', level.levelAt);
  if (deviationAt !== undefined) {
    return overFactor(cv, (factor) => {
      const deviation = deviationAt(factor);
      const gap = levelAt(factor) - share;
      return deviation > 0 ? normalCumulative(gap / deviation) : gap >= 0 ? 1 : 0;
    });
  }
  const gap = (factor: number): number => levelAt(factor) - share;
  if (cv === 0) return gap(1) >= 0 ? 1 : 0;
  const shape = gammaShape(cv);
  const [low, high] = [1e-12, gammaQuantile(shape, 1 - 1e-15) / shape];
  if (gap(low) < 0) return 0;
  if (gap(high) >= 0) return 1;
  return gammaProbability(shape, shape * findRoot(gap, low, high));
}

/** The level over very many days: contacts answered in time per contact, busy days weighing more. */
export function expectedLevel({ levelAt, cv }: Pick<UncertainLevel, 'levelAt' | 'cv'>): Share {
  requireNonNegative('expectedLevel', 'cv', cv);
  const level = soundLevel('expectedLevel', levelAt);
  return overFactor(cv, (factor) => factor * level(factor)) / overFactor(cv, (factor) => factor);
}

/**
 * Least agents with which the targets are met with probability `assurance`: those required at the
 * volume that is exceeded only on the remaining days.
 *
 * @throws {DomainError} on an assurance outside (0, 1], or as requiredAgents
 * @throws {UnattainableTarget} for an assurance of 1 where days differ, or as requiredAgents
 */
export function agentsForAssurance(
  demand: QueueDemand,
  targets: QueueTargets,
  cv: number,
  assurance: Probability,
): number {
  requireTargetShare('agentsForAssurance', 'assurance', assurance);
  requireNonNegative('agentsForAssurance', 'cv', cv);
  if (assurance === 1 && cv > 0) {
    throw new UnattainableTarget('assurance', 'however many agents there are, some day is busier still');
  }
  const shape = gammaShape(cv);
  const factor = cv === 0 ? 1 : gammaQuantile(shape, assurance) / shape;
  return requiredAgents({ ...demand, contactsPerHour: demand.contactsPerHour * factor }, targets);
}

/** The level as it was given, each value checked: a formula may leave its domain on a very busy day. */
function soundLevel(functionName: string, levelAt: UncertainLevel['levelAt']): UncertainLevel['levelAt'] {
  return (factor) => {
    const level = levelAt(factor);
    if (!Number.isFinite(level))
      throw new DomainError(functionName, `levelAt(${factor})`, level, 'a finite number');
    return level;
  };
}

/** ∫ f dP over the gamma factor. */
function overFactor(cv: number, f: (factor: number) => number): number {
  if (cv === 0) return f(1);
  const shape = gammaShape(cv);
  let sum = 0;
  let mass = 0;
  for (const [from, to] of [
    [-REACH, -2],
    [-2, 0],
    [0, 2],
    [2, REACH],
  ] as const) {
    for (const [i, node] of RULE.nodes.entries()) {
      const score = from + (to - from) * node;
      const weight = (to - from) * (RULE.weights[i] ?? 0) * Math.exp((-score * score) / 2);
      const p = normalCumulative(score);
      if (p <= 0 || p >= 1) continue;
      sum += weight * f(gammaQuantile(shape, p) / shape);
      mass += weight;
    }
  }
  return sum / mass;
}
