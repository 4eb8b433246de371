/**
 * When enough replications have been run.
 *
 * Looked at only after 64, 128, 256, ... replications: looking after every one would stop at lucky
 * moments, and fixed moments make the answer independent of who ran what.
 *
 * Reference: Law (2015), Simulation Modeling and Analysis, 5th ed., 9.4.1 (relative and absolute precision).
 */
import type { Share } from '../units.ts';
import type { Accumulated } from './accumulate.ts';
import type { CompiledModel } from './compile.ts';
import { promisedShares } from './estimate.ts';

const FIRST_LOOK = 64;

/** True after 64, 128, 256, ... replications. */
export function isTimeToLook(replications: number): boolean {
  let look = FIRST_LOOK;
  while (look < replications) look *= 2;
  return look === replications;
}

/** Every share that a target speaks of is known to within `halfWidth` (0.005 is half a point). */
export function isPrecise(
  compiled: CompiledModel,
  accumulated: Accumulated,
  level: Share,
  halfWidth: number,
): boolean {
  return widestHalf(compiled, accumulated, level) <= halfWidth;
}

/** Half the width of the widest interval among the shares promised; 0 when nothing is promised. */
export function widestHalf(compiled: CompiledModel, accumulated: Accumulated, level: Share): number {
  return compiled.classes.reduce(
    (widest, _, c) =>
      promisedShares(compiled, accumulated, c, level).reduce(
        (most, { low, high }) => Math.max(most, (high - low) / 2),
        widest,
      ),
    0,
  );
}

/** Replications after which a run will probably stop: the error falls with the root of their number. */
export function expectedReplications(done: number, widest: number, halfWidth: number, most: number): number {
  const needed = done * Math.max(1, (widest / halfWidth) ** 2);
  let look = FIRST_LOOK;
  while (look < needed || look <= done) look *= 2;
  return Math.min(most, look);
}
