/**
 * How the bands did in the past: calibrated on the first two thirds of the origins, checked on
 * the days that follow.
 */
import { HORIZONS, horizonOf, type SlotMeans } from './backtest.ts';
import { calibrate } from './calibration.ts';
import { scoresAt, valueAt } from './law.ts';
import type { CoverageRow } from './result.ts';
import { FARTHEST, type Sweep } from './sweep.ts';

const TAILS = [0.025, 0.1, 0.5, 0.9, 0.975];
/** Below this median a band of whole contacts cannot have the nominal coverage. */
const LEAST_MEDIAN = 10;

export function coverage(sweep: Sweep, slotMeans: SlotMeans, quantiles: readonly number[]): CoverageRow[] {
  const { firstOrigin, endOrigin, series, totals } = sweep;
  const { slotsPerDay, values } = series;
  const cut = firstOrigin + Math.floor(((endOrigin - firstOrigin) * 2) / 3);
  const calibration = calibrate(sweep, slotMeans, cut);
  const means = new Float64Array(slotsPerDay);
  const sums = HORIZONS.map(() => ({ n: 0, actual: 0, pinball: 0, in80: 0, in95: 0 }));
  const probabilities = [...TAILS, ...quantiles];
  const scores = HORIZONS.map(({ from }) => scoresAt(calibration.interval(from).scores, probabilities));
  for (let origin = cut - 1; origin < endOrigin; origin++)
    for (let ahead = 1; ahead <= FARTHEST && origin + ahead < endOrigin; ahead++) {
      if (Number.isNaN(totals[origin + ahead])) continue;
      slotMeans(origin, ahead, means);
      const { spread } = calibration.interval(ahead);
      const sum = sums[horizonOf(ahead)];
      const z = scores[horizonOf(ahead)] ?? [];
      if (sum === undefined) continue;
      for (let s = 0; s < slotsPerDay; s++) {
        const actual = values[(origin + ahead) * slotsPerDay + s] ?? Number.NaN;
        const mean = means[s] ?? 0;
        if (Number.isNaN(actual) || valueAt(z[2] ?? 0, mean, spread) < LEAST_MEDIAN) continue;
        const [low95 = 0, low80 = 0, , high80 = 0, high95 = 0, ...asked] = z.map((score) =>
          valueAt(score, mean, spread),
        );
        sum.n++;
        sum.actual += actual;
        if (actual >= low80 && actual <= high80) sum.in80++;
        if (actual >= low95 && actual <= high95) sum.in95++;
        asked.forEach((value, k) => {
          const q = quantiles[k] ?? 0.5;
          sum.pinball += (actual >= value ? q * (actual - value) : (1 - q) * (value - actual)) / asked.length;
        });
      }
    }
  return HORIZONS.flatMap(({ name: horizon }, h) => {
    const { n = 0, actual = 0, pinball = 0, in80 = 0, in95 = 0 } = sums[h] ?? {};
    if (!(n > 0 && actual > 0)) return [];
    return [{ horizon, values: n, pinball: pinball / actual, coverage80: in80 / n, coverage95: in95 / n }];
  });
}
