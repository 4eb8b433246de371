/** Handle times by tenure for the days planned, from imported series. */
import type { HandleTimeForecast, HandleTimeOptions } from '../forecast/handle-time.ts';
import { forecastTenure, type TenureForecast } from '../forecast/tenure.ts';
import type { SeriesColumns } from '../history/report.ts';
import { addedTenureDays } from '../history/tenure-days.ts';
import { TENURE_BANDS } from '../history/tenure.ts';
import { parseDate } from '../numeric/civil-date.ts';

/** Null where the series tell no tenure, or of one band only. O(days). */
export function tenureAhead(
  imported: readonly SeriesColumns[],
  { from, quantiles }: HandleTimeOptions,
  ahead: HandleTimeForecast | null,
): TenureForecast | null {
  const day = parseDate(from);
  const columns = addedTenureDays(imported.map(({ tenure }) => tenure));
  if (columns === undefined || ahead === null || day === null) return null;
  return forecastTenure({ bands: TENURE_BANDS, ...columns }, day, ahead, quantiles);
}
