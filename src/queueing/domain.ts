/** The domain checks of this folder's public functions: one line each, all throwing DomainError. */
import { DomainError } from '../errors.ts';

/** A finite number, 0 or more. */
export function requireNonNegative(functionName: string, argument: string, value: number): void {
  if (!(typeof value === 'number' && value >= 0 && value < Infinity)) {
    throw new DomainError(functionName, argument, value, 'a finite number, at least 0');
  }
}

/** A finite number above 0. */
export function requirePositive(functionName: string, argument: string, value: number): void {
  if (!(typeof value === 'number' && value > 0 && value < Infinity)) {
    throw new DomainError(functionName, argument, value, 'a finite number above 0');
  }
}

/** A share that may be wanted: above 0, at most 1. */
export function requireTargetShare(functionName: string, argument: string, value: number): void {
  if (!(typeof value === 'number' && value > 0 && value <= 1)) {
    throw new DomainError(functionName, argument, value, 'above 0 and at most 1');
  }
}

/** A threshold may be infinite: everyone has been answered by then. */
export function requireThreshold(functionName: string, argument: string, value: number): void {
  if (!(typeof value === 'number' && value >= 0)) {
    throw new DomainError(functionName, argument, value, 'at least 0 s');
  }
}

/** Whole agents, and at least one where there is work. */
export function requireWholeAgents(functionName: string, agents: number, load: number): void {
  if (!(Number.isSafeInteger(agents) && agents >= 0 && (agents > 0 || load === 0))) {
    throw new DomainError(functionName, 'agents', agents, 'a whole number, at least 1 where there is load');
  }
}

/** Agents, fractions allowed, and more than none where there is work. */
export function requireAgents(functionName: string, agents: number, load: number): void {
  if (!(typeof agents === 'number' && agents >= 0 && agents < Infinity && (agents > 0 || load === 0))) {
    throw new DomainError(functionName, 'agents', agents, 'a finite number, above 0 where there is load');
  }
}
