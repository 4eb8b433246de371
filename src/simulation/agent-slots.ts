/**
 * Agents as the engine keeps them: who works one shift takes the place of somebody whose shift is long over,
 * so that 35 days of 3,000 people need 3,000 places, or 6,000 round the clock.
 *
 *     shift 0   |■■■■■■■|                       place 0
 *     shift 1       |■■■■■■■|                   place 1
 *     shift 2                  rest  |■■■■■■■|  place 0
 *
 * Two people of one place differ in nothing that the engine knows: they are of one group and one speed, and
 * each draws his absence for himself (absences.ts).
 */
import type { Seconds } from '../units.ts';
import type { Shift } from './model.ts';

/** Between two people of one place: what the first still has in hand at his end is surely done. */
const REST: Seconds = 8 * 3600;

/** Places of one speed, by the end of their last shift. */
type Free = { readonly from: Seconds; readonly places: readonly number[] };

/**
 * The place of each person of each shift, from 0, and how many there are. Shifts in ascending order need
 * fewest. O(people + shifts · shifts that end while another goes on).
 */
export function placesOf(shifts: readonly Shift[]): {
  readonly places: readonly (readonly number[])[];
  readonly count: number;
} {
  const freeBySpeed = new Map<number, Free[]>();
  let count = 0;
  const places = shifts.map(({ stretches, agents = 1, speed = 1 }) => {
    const [start, end] = [stretches[0]?.[0] ?? 0, stretches.at(-1)?.[1] ?? 0];
    const free = freeBySpeed.get(speed) ?? [];
    freeBySpeed.set(speed, free);
    const own: number[] = [];
    for (let first = free[0]; own.length < agents && first && first.from + REST <= start; first = free[0]) {
      const taken = first.places.slice(0, agents - own.length);
      for (const place of taken) own.push(place);
      if (taken.length === first.places.length) free.shift();
      else free[0] = { ...first, places: first.places.slice(taken.length) };
    }
    while (own.length < agents) own.push(count++);
    let at = free.length;
    while (at > 0 && (free[at - 1]?.from ?? 0) > end) at--;
    free.splice(at, 0, { from: end, places: own });
    return own;
  });
  return { places, count };
}
