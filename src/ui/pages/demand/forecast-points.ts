/** History and forecast, day by day on one line, for the fan chart. */
import type { ForecastResult } from '../../../forecast/result.ts';
import type { SeriesColumns } from '../../../history/report.ts';
import { formatDate, parseDate } from '../../../numeric/civil-date.ts';
import { MINUTES_PER_DAY } from '../../../units.ts';
import { addedSeries, dailyTotals, lastDays } from '../../../scenario/history-series.ts';

export type DayPoint = {
  readonly date: string;
  /** Null: unknown, closed, or between history and forecast. */
  readonly contacts: number | null;
  readonly forecast: boolean;
  /** 95 % first. */
  readonly bands: readonly { readonly low: number; readonly high: number }[];
};

const HISTORY_DAYS = 42;
/** A longer silence between history and forecast is drawn as this many days. */
const MOST_GAP = 7;

export function dayPoints(series: readonly SeriesColumns[], forecast: ForecastResult): DayPoint[] {
  const first = forecast.days[0] ? (parseDate(forecast.days[0].from) ?? 0) : null;
  const totals = dailyTotals(recent(series), HISTORY_DAYS).filter(
    ({ date }) => first === null || (parseDate(date) ?? 0) < first,
  );
  const byDate = new Map(totals.map(({ date, contacts }) => [date, contacts]));
  const points: DayPoint[] = [];
  const start = totals[0] ? (parseDate(totals[0].date) ?? 0) : 0;
  const end = parseDate(totals.at(-1)?.date ?? '') ?? -1;
  for (let day = totals.length > 0 ? Math.max(start, end - HISTORY_DAYS + 1) : 0; day <= end; day++) {
    const date = formatDate(day);
    points.push({ date, contacts: byDate.get(date) ?? null, forecast: false, bands: [] });
  }
  if (first === null) return points;
  for (let day = Math.max(end + 1, first - MOST_GAP); totals.length > 0 && day < first; day++)
    points.push({ date: formatDate(day), contacts: null, forecast: false, bands: [] });
  const last = parseDate(forecast.days.at(-1)?.from ?? '') ?? first;
  const byDay = new Map(forecast.days.map((total) => [total.from, total]));
  for (let day = first; day <= last; day++) {
    const total = byDay.get(formatDate(day));
    points.push({
      date: formatDate(day),
      contacts: total?.mean ?? null,
      forecast: true,
      bands: total ? total.bands.toSorted((a, b) => b.level - a.level) : [],
    });
  }
  return points;
}

/** The last days of the sum: years are not added up for a picture of weeks. */
function recent(series: readonly SeriesColumns[]): SeriesColumns {
  const end = Math.max(0, ...series.map(({ starts }) => starts.at(-1) ?? 0));
  const from = (Math.floor(end / MINUTES_PER_DAY) - 2 * HISTORY_DAYS) * MINUTES_PER_DAY;
  return addedSeries(
    '',
    series.map((columns) => lastDays(columns, from)),
  );
}

/** Contacts of the last seven days of history; null where one of them is not known. */
export function lastWeekTotal(points: readonly DayPoint[]): number | null {
  const history = points.filter(({ forecast }) => !forecast);
  const lastKnown = history.findLastIndex(({ contacts }) => contacts !== null);
  const week = history.slice(Math.max(0, lastKnown - 6), lastKnown + 1);
  if (week.length < 7 || week.some(({ contacts }) => contacts === null)) return null;
  return week.reduce((sum, { contacts }) => sum + (contacts ?? 0), 0);
}
