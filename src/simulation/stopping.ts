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
import { serviceLevelOf } from './estimate.ts';

const FIRST_LOOK = 64;

/** True after 64, 128, 256, ... replications. */
export function isTimeToLook(replications: number): boolean {
  let look = FIRST_LOOK;
  while (look < replications) look *= 2;
  return look === replications;
}

/** Every class's service level is known to within `halfWidth` (0.005 is half a point). */
export function isPrecise(
  compiled: CompiledModel,
  accumulated: Accumulated,
  level: Share,
  halfWidth: number,
): boolean {
  return compiled.classes.every((_, c) => {
    const estimate = serviceLevelOf(compiled, accumulated, c, level);
    return estimate === null || (estimate.high - estimate.low) / 2 <= halfWidth;
  });
}
