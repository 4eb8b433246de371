/** What one model said on every past evening about every slot of the next 28 days, laid out flat. */
import type { SlotMeans } from './backtest.ts';
import { FARTHEST, type Sweep } from './sweep.ts';

export type Trial = {
  readonly sweep: Sweep;
  /** Means by origin, distance and slot. */
  readonly means: Float64Array;
  /** Forecast and actual totals over the slots known, by origin and distance; NaN: nothing known. */
  readonly dayMeans: Float64Array;
  readonly dayActuals: Float64Array;
};

/** Place of the day `ahead` days after `origin`, in days. */
export function trialDay(sweep: Sweep, origin: number, ahead: number): number {
  return (origin - sweep.firstOrigin) * FARTHEST + ahead - 1;
}

export function runTrial(sweep: Sweep, slotMeans: SlotMeans): Trial {
  const { firstOrigin, endOrigin, series, totals } = sweep;
  const { slotsPerDay, values } = series;
  const count = (endOrigin - firstOrigin) * FARTHEST;
  const means = new Float64Array(count * slotsPerDay);
  const dayMeans = new Float64Array(count).fill(Number.NaN);
  const dayActuals = new Float64Array(count).fill(Number.NaN);
  for (let origin = firstOrigin; origin < endOrigin; origin++)
    for (let ahead = 1; ahead <= FARTHEST && origin + ahead < endOrigin; ahead++) {
      if (Number.isNaN(totals[origin + ahead])) continue;
      const day = trialDay(sweep, origin, ahead);
      const out = means.subarray(day * slotsPerDay, (day + 1) * slotsPerDay);
      slotMeans(origin, ahead, out);
      const at = (origin + ahead) * slotsPerDay;
      let [mean, actual] = [0, 0];
      for (let s = 0; s < slotsPerDay; s++) {
        const value = values[at + s] ?? Number.NaN;
        if (Number.isNaN(value)) continue;
        mean += out[s] ?? 0;
        actual += value;
      }
      dayMeans[day] = mean;
      dayActuals[day] = actual;
    }
  return { sweep, means, dayMeans, dayActuals };
}
