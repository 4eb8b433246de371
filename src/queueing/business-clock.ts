/**
 * A clock that runs only while the channel is open.
 *
 * Handed the open spans in seconds since the start of the scenario, so holidays, nights and
 * daylight-saving changes are already in them; it knows no calendar.
 */
import { DomainError } from '../errors.ts';
import type { Seconds } from '../units.ts';
import { requireNonNegative } from './domain.ts';

/** Open from (included) to (excluded). */
export type OpenSpan = readonly [from: Seconds, to: Seconds];

export type BusinessClock = {
  readonly spans: readonly OpenSpan[];
  /** Open seconds in all spans. */
  readonly total: Seconds;
  /** Open seconds up to the instant `at`. */
  openBy(at: Seconds): Seconds;
  /** The earliest instant by which `open` seconds have passed; Infinity beyond the last span. */
  earliestAt(open: Seconds): Seconds;
  /** The latest instant by which no more than `open` seconds have passed; Infinity beyond the last span. */
  latestAt(open: Seconds): Seconds;
};

/**
 * The clock of these spans.
 *
 * @throws {DomainError} unless spans are ascending, apart and not empty
 * @example businessClock([[32400, 64800]]).openBy(36000) // 3600
 */
export function businessClock(spans: readonly OpenSpan[]): BusinessClock {
  /** Open seconds before each span. */
  const before: number[] = [];
  let total = 0;
  let last = -Infinity;
  for (const [index, [from, to]] of spans.entries()) {
    if (!(from >= last && to > from && to < Infinity)) {
      throw new DomainError(
        'businessClock',
        `spans[${index}]`,
        `[${from}, ${to}]`,
        'ascending and not overlapping',
      );
    }
    before.push(total);
    total += to - from;
    last = to;
  }
  /** Index of the last span for which `starts` holds; -1 without one. */
  const lastWhere = (starts: (index: number) => boolean): number => {
    let low = -1;
    let high = spans.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts(middle)) low = middle;
      else high = middle;
    }
    return low;
  };
  const within = (index: number, open: Seconds): Seconds =>
    (spans[index]?.[0] ?? 0) + open - (before[index] ?? 0);
  return {
    spans,
    total,
    openBy(at) {
      if (Number.isNaN(at)) throw new DomainError('openBy', 'at', at, 'a number of seconds');
      const index = lastWhere((i) => (spans[i]?.[0] ?? 0) <= at);
      const span = spans[index];
      return span === undefined ? 0 : (before[index] ?? 0) + Math.min(at, span[1]) - span[0];
    },
    earliestAt(open) {
      requireNonNegative('earliestAt', 'open', open);
      if (open > total) return Infinity;
      const index = lastWhere((i) => (before[i] ?? 0) < open);
      return index < 0 ? (spans[0]?.[0] ?? 0) : within(index, open);
    },
    latestAt(open) {
      requireNonNegative('latestAt', 'open', open);
      if (open >= total) return Infinity;
      return within(
        lastWhere((i) => (before[i] ?? 0) <= open),
        open,
      );
    },
  };
}
