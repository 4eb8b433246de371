/** The hours that a day inherits, of a channel that is open round the clock. */
import type { Axis } from './axis.ts';
import { SECONDS_PER_HOUR } from '../units.ts';

/** Long enough for a line or its conversations to forget how they began, backlogs of a night in want of agents apart. */
const HOURS = 4;

/**
 * The intervals before a day, in order: none where the channel was closed. Before the first day of the horizon
 * stands its end, as in a week that repeats itself.
 *
 * @param open 1 where the channel takes contacts, by interval of the axis
 * @param day its intervals in order
 */
export function hoursBefore(open: Uint8Array, axis: Axis, day: readonly number[]): number[] {
  const first = day[0];
  if (first === undefined || open[first] !== 1) return [];
  const most = Math.min(Math.round((HOURS * SECONDS_PER_HOUR) / axis.intervalSeconds), open.length - 1);
  const before: number[] = [];
  for (let back = 1; back <= most; back++) {
    const interval = (first - back + open.length) % open.length;
    if (open[interval] !== 1) break;
    before.unshift(interval);
  }
  return before;
}
