/**
 * Contacts in line when a day begins: as many as there are places start at once, the others wait behind them.
 * Patience has no memory here, so who has not given up by then waits on as if he had just come.
 */
import type { Seconds } from '../units.ts';
import type { Law } from './day-solver.ts';
import type { ShiftEnd } from './shift-end.ts';
import { type Fate, type Stretch, WaitingAhead } from './waiting-ahead.ts';

/** One of them: how long he has waited, and whether his fate is counted. */
export type InLine = { readonly waited: Seconds; readonly counted: boolean };

/** So many contacts and no other number. */
export function exactly(contacts: number): Law {
  const p = new Float64Array(contacts + 1);
  p[contacts] = 1;
  return { p, low: contacts, high: contacts };
}

/**
 * What those counted come to, by a deadline from the moment each came. O(line²), of which a fate without a
 * deadline takes O(line).
 *
 * @param line first in line first
 */
export function countLine(
  line: readonly InLine[],
  stretches: readonly Stretch[],
  shiftEnd: ShiftEnd,
  fate: Fate,
  deadline: Seconds,
): number {
  const [first] = stretches;
  if (first === undefined) return 0;
  const ahead = new WaitingAhead(stretches, shiftEnd);
  const places = Math.floor(first.agents);
  const people = first.crew?.agents ?? 1;
  const valuesOf = (of: Fate, place: number, left: Seconds): Float64Array => {
    const values = new Float64Array(place + 1);
    ahead.count(of, values, place, 0, first.length, left);
    return values;
  };
  const last = line.length - places;
  const endless = last > 0 && deadline === Infinity ? valuesOf(fate, last, Infinity) : null;
  const served = last > 0 && fate === 'waitOfAnswered' ? valuesOf('answered', last, Infinity) : null;
  let sum = 0;
  for (const [k, { waited, counted }] of line.entries()) {
    const left = deadline - waited;
    if (!counted || left < 0) continue;
    const place = k - places + 1;
    if (place > 0) {
      sum += endless ? endless[place]! : valuesOf(fate, place, left)[place]!;
      if (served) sum += waited * served[place]!;
    } else if (fate === 'answered' || fate === 'offeredWait') sum += 1;
    else if (fate === 'waitOfAnswered') sum += waited;
    else if (fate !== 'abandoned') sum += ahead.free(fate, 0, left)?.[Math.floor(k / people)] ?? 0;
  }
  return sum;
}
