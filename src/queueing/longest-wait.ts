/** How long a line can last at most, but for a chance that is as good as none. */
import type { Seconds } from '../units.ts';
import { waitsBeyond } from './position-wait.ts';
import type { Stretch } from './waiting-ahead.ts';

/** Chance of a wait that is as good as none. */
const NEVER = 1e-14;

/** Departures of which, where so many are expected, fewer than `places` are as good as impossible. */
function departuresFor(places: number): number {
  return (4.25 + Math.sqrt(18.1 + places)) ** 2;
}

/** Seconds after which nobody is left of a line of so many, with this staffing: nobody waits longer. */
export function longestWait({ agents, completionRate, abandonRate }: Stretch, places: number): Seconds {
  const drain = agents * completionRate;
  if (drain === 0) return Infinity;
  const line = new Float64Array(places + 1);
  const left = (time: Seconds): number => {
    waitsBeyond(line, places, drain, abandonRate, time);
    return line[places]!;
  };
  let [low, high] = [0, departuresFor(places) / drain];
  // Those who give up leave sooner; a bound within a tenth will do.
  for (let k = 0; k < 7; k++) {
    const middle = (low + high) / 2;
    if (left(middle) < NEVER) high = middle;
    else low = middle;
  }
  return high;
}

/** Whether a line of so many at the end of interval `from` may last until interval `to`. */
export function lastsInto(stretches: readonly Stretch[], from: number, to: number, places: number): boolean {
  let departures = departuresFor(places);
  for (let i = from + 1; i < to; i++) {
    const { agents, completionRate, length } = stretches[i]!;
    departures -= agents * completionRate * length;
  }
  return departures > 0;
}
