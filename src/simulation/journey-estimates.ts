/** Estimates per customer, over all his contacts, from sums over replications. */
import { meanEstimate, type PairSums, ratioEstimate, shareEstimate } from '../numeric/ratio-of-totals.ts';
import type { Share } from '../units.ts';
import type { CompiledModel } from './compile.ts';
import * as J from './journey-books.ts';
import type { Estimate, JourneySummary } from './summary.ts';

/** What a column is a share of, or a mean over. */
const denominatorOf = (column: number): number =>
  column === J.J_RESOLUTION ? J.J_SERVED : column === J.J_TRANSFERS_HANDLED ? J.J_TRANSFERS : J.J_CUSTOMERS;

const widthOf = (classes: number): number => J.JOURNEY_FIELDS + classes;

/** Room for [first class, then all of them][sums, squares, products with the denominator]. */
export function createJourneySums({ hasJourneys, classes }: CompiledModel): Float64Array<ArrayBuffer> {
  return new Float64Array(hasJourneys ? (classes.length + 1) * 3 * widthOf(classes.length) : 0);
}

/** Adds one replication's totals. */
export function addJourneys(into: Float64Array, classes: number, totals: Float64Array): void {
  if (into.length === 0) return;
  const width = widthOf(classes);
  const all = new Float64Array(width);
  for (let first = 0; first <= classes; first++) {
    const values = first < classes ? totals.subarray(first * width, (first + 1) * width) : all;
    const row = first * 3 * width;
    for (let v = 0; v < width; v++) {
      const value = values[v]!;
      if (first < classes) all[v]! += value;
      into[row + v]! += value;
      into[row + width + v]! += value * value;
      into[row + 2 * width + v]! += value * values[denominatorOf(v)]!;
    }
  }
}

/** Of the customers of one first class, or with `first` the number of classes of all; null where nobody came. */
export function journeySummary(
  compiled: CompiledModel,
  sums: Float64Array,
  first: number,
  replications: number,
  level: Share,
): JourneySummary | null {
  const classes = compiled.classes.length;
  const width = widthOf(classes);
  const row = first * 3 * width;
  if (!(sums[row + J.J_CUSTOMERS]! > 0)) return null;
  const pair = (column: number): PairSums => {
    const below = denominatorOf(column);
    return {
      count: replications,
      x: sums[row + column]!,
      y: sums[row + below]!,
      xx: sums[row + width + column]!,
      xy: sums[row + 2 * width + column]!,
      yy: sums[row + width + below]!,
    };
  };
  const share = (column: number): Estimate | null => shareEstimate(pair(column), level);
  const per = (column: number): Estimate | null => ratioEstimate(pair(column), level);
  return {
    customers: meanEstimate(
      {
        count: replications,
        sum: sums[row + J.J_CUSTOMERS]!,
        squares: sums[row + width + J.J_CUSTOMERS]!,
      },
      level,
    ),
    served: share(J.J_SERVED),
    servedAtFirstAttempt: share(J.J_SERVED_AT_ONCE),
    gaveUp: share(J.J_GAVE_UP),
    leftByBot: share(J.J_LEFT_BY_BOT),
    attempts: per(J.J_ATTEMPTS),
    channels: per(J.J_CHANNELS),
    effort: per(J.J_EFFORT),
    timeToResolution: per(J.J_RESOLUTION),
    transfers: per(J.J_TRANSFERS),
    transfersHandled: share(J.J_TRANSFERS_HANDLED),
    timePerClass: compiled.classes.map(({ id }, c) => ({ id, seconds: per(J.JOURNEY_FIELDS + c) })),
  };
}
