/**
 * Channels of which two weeks are known: what they gain by leaning on the other channels of their file.
 *
 * Every fifth day is an origin (every day of short files), so that all weekdays come; the two weeks after
 * it are forecast from the two weeks before, alone, with siblings that are as young, and with grown ones.
 */
import { forecastChannel } from '../../../src/forecast/forecast-channel.ts';
import type { Series } from '../../../src/forecast/series.ts';
import { formatDate } from '../../../src/numeric/civil-date.ts';
import { families } from './families.ts';
import { QUANTILES } from './protocol.ts';

const KNOWN_DAYS = 14;
const AHEAD_DAYS = 14;
const STEP = 5;
/** The youngest day on which a grown sibling is of use. */
const GROWN_DAYS = 56;

export type ShortHistoryFigure = {
  readonly family: string;
  readonly siblings: 'none' | 'young' | 'grown';
  readonly origins: number;
  readonly wape: number;
  readonly pinball: number;
  readonly coverage80: number;
  readonly coverage95: number;
};

/** The days from `first` to before `end` of a series. */
function part(series: Series, first: number, end: number): Series {
  const { slotsPerDay, values } = series;
  return {
    ...series,
    firstDay: series.firstDay + first,
    days: end - first,
    values: values.slice(first * slotsPerDay, end * slotsPerDay),
  };
}

export function shortHistoryFigures(
  dataDir: string,
  isWanted: (name: string) => boolean,
): ShortHistoryFigure[] {
  return families(dataDir).flatMap(({ name, channels }) => {
    if (!isWanted(name)) return [];
    const days = channels[0]?.days ?? 0;
    const kinds = channels.length === 1 ? (['none'] as const) : (['none', 'young', 'grown'] as const);
    return kinds.flatMap((siblings) => {
      const isLong = days >= GROWN_DAYS + 2 * AHEAD_DAYS;
      if (siblings === 'grown' && !isLong) return [];
      const sums = { origins: 0, actual: 0, missed: 0, pinball: 0, values: 0, in80: 0, in95: 0 };
      const last = days - (isLong ? AHEAD_DAYS : 1);
      const step = isLong ? STEP : 1;
      for (let origin = isLong ? GROWN_DAYS : KNOWN_DAYS; origin <= last; origin += step) {
        channels.forEach((channel, c) => {
          const others = channels.filter((_, k) => k !== c);
          const from = siblings === 'young' ? origin - KNOWN_DAYS : 0;
          const known = siblings === 'none' ? [] : others.map((other) => part(other, from, origin));
          addForecast(sums, channel, origin, known);
        });
        sums.origins++;
      }
      const { origins, actual, missed, pinball, values, in80, in95 } = sums;
      return [
        {
          family: name,
          siblings,
          origins,
          wape: missed / actual,
          pinball: pinball / actual,
          coverage80: in80 / values,
          coverage95: in95 / values,
        },
      ];
    });
  });
}

type Sums = { actual: number; missed: number; pinball: number; values: number; in80: number; in95: number };

function addForecast(sums: Sums, channel: Series, origin: number, siblings: readonly Series[]): void {
  const outcome = forecastChannel(
    part(channel, origin - KNOWN_DAYS, origin),
    {
      from: formatDate(channel.firstDay + origin),
      days: Math.min(AHEAD_DAYS, channel.days - origin),
      quantiles: QUANTILES,
    },
    siblings,
  );
  if (!outcome.ok) return;
  const { starts, mean, quantiles } = outcome.forecast;
  starts.forEach((start, i) => {
    const at = (Date.parse(`${start}Z`) / 60_000 - channel.firstDay * 1440) / channel.intervalMinutes;
    const actual = channel.values[at] ?? Number.NaN;
    if (Number.isNaN(actual)) return;
    const law = quantiles[i] ?? [];
    sums.actual += actual;
    sums.missed += Math.abs((mean[i] ?? 0) - actual);
    QUANTILES.forEach((q, k) => {
      const miss = actual - (law[k] ?? 0);
      sums.pinball += (miss >= 0 ? q * miss : (q - 1) * miss) / QUANTILES.length;
    });
    if ((law[3] ?? 0) < 10) return;
    sums.values++;
    if (actual >= (law[1] ?? 0) && actual <= (law[5] ?? 0)) sums.in80++;
    if (actual >= (law[0] ?? 0) && actual <= (law[6] ?? 0)) sums.in95++;
  });
}
