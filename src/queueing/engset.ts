/**
 * Engset: few customers, each of whom calls again only once served or turned away (a small desk).
 *
 * Assumes exponential times between calls of an idle customer; the handle times may have any
 * distribution. With many customers it becomes Erlang B.
 *
 * Reference: Engset (1918); recursion in Iversen, "Teletraffic Engineering Handbook", ITU, ch. 5.
 */
import { DomainError } from '../errors.ts';
import type { Erlangs, Probability } from '../units.ts';
import { requireNonNegative } from './domain.ts';

/**
 * Chance that a call finds every agent busy. `loadPerIdle`: calls of one idle customer during one
 * mean handle time. 0 where agents are no fewer than customers. O(agents).
 *
 * @throws {DomainError} on numbers of customers or agents that are not whole
 * @example engset({ customers: 30, loadPerIdle: 0.4, agents: 12 }) // 0.0527719503781848
 */
export function engset(desk: {
  readonly customers: number;
  readonly loadPerIdle: Erlangs;
  readonly agents: number;
}): Probability {
  const { customers, loadPerIdle, agents } = desk;
  for (const [name, value] of [
    ['customers', customers],
    ['agents', agents],
  ] as const) {
    if (!(Number.isSafeInteger(value) && value >= 1)) {
      throw new DomainError('engset', name, value, 'a whole number, at least 1');
    }
  }
  requireNonNegative('engset', 'loadPerIdle', loadPerIdle);
  if (agents >= customers) return 0;
  let blocked = 1;
  for (let k = 1; k <= agents; k++) {
    const offered = (customers - k) * loadPerIdle * blocked;
    blocked = offered / (k + offered);
  }
  return blocked;
}
