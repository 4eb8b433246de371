/** From the series of an import to the forecast of the week after it. */
import { forecastChannel } from '../../src/forecast/forecast-channel.ts';
import type { SeriesColumns } from '../../src/history/report.ts';
import { formatDate } from '../../src/numeric/civil-date.ts';
import { forecastSeries } from '../../src/scenario/history-series.ts';
import { FIRST_DAY } from '../forecast/generated.ts';

export const DAYS = 35;
export const options = { from: formatDate(FIRST_DAY + DAYS), days: 7, quantiles: [0.1, 0.5, 0.9] };

export function forecastOf(columns: SeriesColumns | undefined) {
  if (columns === undefined) throw new Error('no series');
  const read = forecastSeries(columns);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const outcome = forecastChannel(read.series, options);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.forecast;
}
export const total = (columns: SeriesColumns | undefined) =>
  forecastOf(columns).mean.reduce((sum, mean) => sum + mean, 0);
