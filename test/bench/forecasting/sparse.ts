/**
 * Channels of few contacts with all the history they have: pinball loss and PIT where a mean is below ten.
 *
 * Every fifth day of the last quarter is an origin (every day of short files); two weeks are forecast from it.
 */
import { forecastChannel } from '../../../src/forecast/forecast-channel.ts';
import { addPit, pitShares, pitSums } from '../../../src/forecast/pit.ts';
import { formatDate } from '../../../src/numeric/civil-date.ts';
import { families } from './families.ts';
import { chanceBelow, QUANTILES } from './protocol.ts';

const AHEAD_DAYS = 14;
const STEP = 5;
const FEW = 10;
const SHORT_DAYS = 120;
/** Every fortieth, for the PIT. */
const PROBABILITIES = Array.from({ length: 39 }, (_, k) => (k + 1) / 40);
const KEPT = QUANTILES.map((q) => PROBABILITIES.findIndex((p) => Math.abs(p - q) < 1e-9));

export type SparseFigure = {
  readonly family: string;
  readonly values: number;
  readonly perInterval: number;
  readonly pinball: number;
  /** Shares of counts from the 10 to the 90 % quantile, both among them, and from 2.5 to 97.5 %. */
  readonly coverage80: number;
  readonly coverage95: number;
  readonly pit: readonly number[];
};

export function sparseFigures(dataDir: string, isWanted: (name: string) => boolean): SparseFigure[] {
  return families(dataDir)
    .filter(({ name, channels }) => channels.length > 1 && isWanted(name))
    .flatMap(({ name, channels }) => {
      const sums = { values: 0, actual: 0, pinball: 0, in80: 0, in95: 0, pit: pitSums() };
      for (const channel of channels) {
        const { days, firstDay, intervalMinutes, values } = channel;
        const isShort = days < SHORT_DAYS;
        const first = days - Math.floor(days / 4);
        for (let origin = first; origin < days; origin += isShort ? 1 : STEP) {
          const outcome = forecastChannel(channel, {
            from: formatDate(firstDay + origin),
            days: Math.min(AHEAD_DAYS, days - origin),
            quantiles: PROBABILITIES,
          });
          if (!outcome.ok) continue;
          const { starts, mean, quantiles } = outcome.forecast;
          starts.forEach((start, i) => {
            const at = (Date.parse(`${start}Z`) / 60_000 - firstDay * 1440) / intervalMinutes;
            const actual = values[at] ?? Number.NaN;
            if (Number.isNaN(actual) || (mean[i] ?? 0) >= FEW) return;
            const whole = quantiles[i] ?? [];
            const law = KEPT.map((k) => whole[k] ?? 0);
            sums.values++;
            sums.actual += actual;
            QUANTILES.forEach((q, k) => {
              const miss = actual - (law[k] ?? 0);
              sums.pinball += (miss >= 0 ? q * miss : (q - 1) * miss) / QUANTILES.length;
            });
            if (actual >= (law[1] ?? 0) && actual <= (law[5] ?? 0)) sums.in80++;
            if (actual >= (law[0] ?? 0) && actual <= (law[6] ?? 0)) sums.in95++;
            const below = (x: number) => chanceBelow(x, whole, PROBABILITIES);
            addPit(sums.pit, below(actual - 0.5), below(actual + 0.5));
          });
        }
      }
      const { values, actual, pinball, in80, in95, pit } = sums;
      return values === 0
        ? []
        : [
            {
              family: name,
              values,
              perInterval: actual / values,
              pinball: pinball / actual,
              coverage80: in80 / values,
              coverage95: in95 / values,
              pit: pitShares(pit),
            },
          ];
    });
}
