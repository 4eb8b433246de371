/** Agreement with a known value: within 4 standard errors, in a band narrow enough to see an error. */
import { expect } from 'vitest';
import { studentHalfWidth } from '../../src/numeric/student-t.ts';
import type { Estimate } from '../../src/simulation/summary.ts';

/** Standard error behind a 95 % interval over so many replications. */
export function standardErrorOf(estimate: Estimate, replications: number): number {
  return (estimate.high - estimate.low) / 2 / studentHalfWidth(0.95, replications - 1);
}

/** `known` may itself be an estimate with a standard error. */
export function expectAgreement(
  estimate: Estimate | null | undefined,
  replications: number,
  known: number,
  band: number,
  knownError = 0,
): void {
  if (!estimate) throw new Error('nothing was estimated');
  const error = Math.hypot(standardErrorOf(estimate, replications), knownError);
  expect(Math.abs(estimate.value - known)).toBeLessThan(4 * error);
  expect(4 * error).toBeLessThan(band);
}
