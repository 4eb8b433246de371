/** Handle times of the days planned, from imported series. */
import {
  forecastHandleTime,
  type HandleTimeForecast,
  type HandleTimeOptions,
} from '../forecast/handle-time.ts';
import type { SeriesColumns } from '../history/report.ts';
import { toSeries } from '../history/series.ts';
import { addedSeries } from './history-series.ts';

const any = (values: Float64Array | undefined) => values?.some((value) => value > 0) ?? false;

/**
 * Of the series added up; null where they hold no handle times, or where a series with contacts has
 * none: a mean over some of the queues would pass for one over all. O(intervals).
 */
export function handleTimeAhead(
  imported: readonly SeriesColumns[],
  options: HandleTimeOptions,
): HandleTimeForecast | null {
  const busy = imported.filter(({ values, handled }) => any(values) || any(handled));
  if (busy.length === 0 || !busy.every(({ handled }) => any(handled))) return null;
  const added = addedSeries('', busy);
  const { intervalMinutes, starts, handleTime } = toSeries(added);
  if (handleTime === undefined) return null;
  const contacts = Array.from(added.handled ?? [], (handled) => (handled > 0 ? handled : null));
  const outcome = forecastHandleTime({ intervalMinutes, starts, handleTime, contacts }, options);
  return outcome.ok ? outcome.forecast : null;
}
