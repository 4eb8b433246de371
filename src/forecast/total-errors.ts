/**
 * How far off totals have been: of the next day, the next seven days, the next 28, from every past
 * evening. A week's total errs less than its intervals, whose chance evens out, and is what staff is
 * hired for.
 */
import type { TotalError } from './result.ts';
import { trialDay, type Trial } from './trial.ts';

const SPANS = [1, 7, 28];

/** One row per span that any past evening has wholly ahead of it. O(origins × 28). */
export function totalErrors({ sweep, dayMeans, dayActuals }: Trial): TotalError[] {
  const { firstOrigin, endOrigin } = sweep;
  return SPANS.flatMap((days) => {
    let [missed, leaned, actuals, origins] = [0, 0, 0, 0];
    for (let origin = firstOrigin; origin + days < endOrigin; origin++) {
      let [mean, actual, known] = [0, 0, 0];
      for (let ahead = 1; ahead <= days; ahead++) {
        const place = trialDay(sweep, origin, ahead);
        // days without a known contact count on neither side
        if (Number.isNaN(dayMeans[place])) continue;
        mean += dayMeans[place] ?? 0;
        actual += dayActuals[place] ?? 0;
        known++;
      }
      if (known === 0) continue;
      missed += Math.abs(mean - actual);
      leaned += mean - actual;
      actuals += actual;
      origins++;
    }
    return actuals > 0 ? [{ days, origins, wape: missed / actuals, bias: leaned / actuals }] : [];
  });
}
