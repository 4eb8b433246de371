/** Whether a history scatters as counts of chance do, which is what the floor of its errors presumes. */
import { trialDay, type Trial } from './trial.ts';

/** Fewer intervals or contacts do not tell. */
const LEAST = { values: 40, contacts: 100 };
/** Below this the counts are no Poisson counts, however well they are forecast. */
const CALM = 0.5;

/**
 * Variance over mean of the past intervals around what was forecast on the evening before, Σ (N − m)² / Σ m: 1 of
 * Poisson counts whose rates are known exactly, more where rates are missed or counts overdispersed. Its standard
 * error over n Poisson counts of mean m is √((2 + 1/m) / n), at most 0.25 where it is told at all.
 * Null: too little to tell. O(origins · slots).
 */
export function scatterOf({ sweep, means, dayMeans }: Trial): number | null {
  const { firstOrigin, endOrigin, series } = sweep;
  const { slotsPerDay, values: counts } = series;
  let [squares, contacts, values] = [0, 0, 0];
  for (let origin = firstOrigin; origin + 1 < endOrigin; origin++) {
    const place = trialDay(sweep, origin, 1);
    if (Number.isNaN(dayMeans[place])) continue;
    for (let s = 0; s < slotsPerDay; s++) {
      const [count, mean] = [
        counts[(origin + 1) * slotsPerDay + s] ?? Number.NaN,
        means[place * slotsPerDay + s] ?? 0,
      ];
      if (Number.isNaN(count) || !(mean > 0)) continue;
      squares += (count - mean) ** 2;
      contacts += mean;
      values++;
    }
  }
  return values >= LEAST.values && contacts >= LEAST.contacts ? squares / contacts : null;
}

/** Whether the floor of Poisson counts says nothing about a history that scatters so. */
export function scattersLess(scatter: number | null): scatter is number {
  return scatter !== null && scatter < CALM;
}
