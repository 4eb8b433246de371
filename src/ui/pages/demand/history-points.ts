/** History and forecast on one line, as coarse as the stretch of time shown asks for. */
import type { ForecastResult } from '../../../forecast/result.ts';
import { formatDate, formatStart, parseDate, parseStart, weekdayOf } from '../../../numeric/civil-date.ts';
import type { Workbench } from '../../../scenario/workbench.ts';

export type Resolution = 'interval' | 'day' | 'week';

export type HistoryPoint = {
  /** Local start, `YYYY-MM-DDTHH:MM`. */
  readonly start: string;
  readonly value: number | null;
  /** What is known of a day of which a part is not; null for any other point. */
  readonly part: number | null;
  readonly bands: readonly { readonly level: number; readonly low: number; readonly high: number }[];
  readonly forecast: boolean;
};

export type HistoryView = {
  readonly resolution: Resolution;
  readonly points: readonly HistoryPoint[];
  /** Index of the first point forecast; null: none in view. */
  readonly split: number | null;
};

/** Days [from, to). */
export type Stretch = { readonly from: number; readonly to: number };

type History = Pick<Workbench, 'firstDay' | 'slotsPerDay' | 'values' | 'closed'>;
type Forecast = Pick<ForecastResult, 'starts' | 'mean' | 'bands' | 'days'>;

const MOST_DAYS_BY_INTERVAL = 15;
const MOST_DAYS_BY_DAY = 430;

/** From the first day of the history to the last one forecast. */
export function wholeStretch(history: History, forecast: Forecast | null): Stretch {
  const historyEnd = history.firstDay + history.values.length / history.slotsPerDay;
  const last = forecast?.days.at(-1);
  const forecastEnd = last ? (parseDate(last.from) ?? 0) + 1 : historyEnd;
  return { from: history.firstDay, to: Math.max(historyEnd, forecastEnd) };
}

export function resolutionOf({ from, to }: Stretch, slotsPerDay: number): Resolution {
  if (to - from > MOST_DAYS_BY_DAY) return 'week';
  return to - from > MOST_DAYS_BY_INTERVAL || slotsPerDay === 1 ? 'day' : 'interval';
}

/** The stretch as points. A forecast takes the place of the history from its first day on. O(points × slots). */
export function historyView(history: History, forecast: Forecast | null, stretch: Stretch): HistoryView {
  const resolution = resolutionOf(stretch, history.slotsPerDay);
  const points =
    resolution === 'interval'
      ? intervalPoints(history, forecast, stretch)
      : resolution === 'day'
        ? dayPointsOf(history, forecast, stretch)
        : weekPoints(history, forecast, stretch);
  const split = points.findIndex((point) => point.forecast);
  return { resolution, points, split: split > 0 ? split : null };
}

function forecastDays(forecast: Forecast | null): Map<number, Forecast['days'][number]> {
  return new Map((forecast?.days ?? []).map((day) => [parseDate(day.from) ?? 0, day]));
}

type DayTotal = Pick<HistoryPoint, 'value' | 'part'>;

/** A day of which a part is unknown has no total, only the part that is known. */
function dayTotal({ firstDay, slotsPerDay, values, closed }: History, day: number): DayTotal {
  const at = (day - firstDay) * slotsPerDay;
  if (at < 0 || at >= values.length) return { value: null, part: null };
  const row = weekdayOf(day) * slotsPerDay;
  let sum: number | null = null;
  let whole = true;
  for (let s = 0; s < slotsPerDay; s++) {
    const value = values[at + s] ?? Number.NaN;
    if (!Number.isNaN(value)) sum = (sum ?? 0) + value;
    else if (closed[row + s] !== 1) whole = false;
  }
  return whole ? { value: sum, part: null } : { value: null, part: sum };
}

function dayPointsOf(history: History, forecast: Forecast | null, { from, to }: Stretch): HistoryPoint[] {
  const ahead = forecastDays(forecast);
  const first = Math.min(...ahead.keys());
  return Array.from({ length: to - from }, (_, i) => {
    const day = from + i;
    const total = ahead.get(day);
    const isForecast = day >= first;
    return {
      start: `${formatDate(day)}T00:00`,
      ...(isForecast ? { value: total?.mean ?? null, part: null } : dayTotal(history, day)),
      bands: total ? total.bands.toSorted((a, b) => b.level - a.level) : [],
      forecast: isForecast,
    };
  });
}

/** Mean days of whole weeks, so that weeks with a closed or unknown day compare. */
function weekPoints(history: History, forecast: Forecast | null, { from, to }: Stretch): HistoryPoint[] {
  const points: HistoryPoint[] = [];
  for (let monday = from - weekdayOf(from); monday < to; monday += 7) {
    const days = dayPointsOf(history, forecast, { from: monday, to: monday + 7 });
    const known = days.flatMap(({ value }) => (value === null ? [] : [value]));
    points.push({
      start: `${formatDate(monday)}T00:00`,
      value: known.length > 0 ? known.reduce((a, b) => a + b, 0) / known.length : null,
      part: null,
      bands: [],
      forecast: days.every((day) => day.forecast),
    });
  }
  return points;
}

function intervalPoints(history: History, forecast: Forecast | null, { from, to }: Stretch): HistoryPoint[] {
  const { firstDay, slotsPerDay, values } = history;
  const minutes = 1440 / slotsPerDay;
  const points: HistoryPoint[] = [];
  const at = new Map<number, number>();
  for (let day = from; day < to; day++)
    for (let slot = 0; slot < slotsPerDay; slot++) {
      const value = values[(day - firstDay) * slotsPerDay + slot] ?? Number.NaN;
      at.set(day * slotsPerDay + slot, points.length);
      points.push({
        start: formatStart(day, slot * minutes),
        value: day < firstDay || Number.isNaN(value) ? null : value,
        part: null,
        bands: [],
        forecast: false,
      });
    }
  const bands = forecast?.bands.toSorted((a, b) => b.level - a.level) ?? [];
  const starts = forecast?.starts ?? [];
  const first = parseStart(starts[0] ?? '')?.day ?? Infinity;
  points.forEach((point, index) => {
    const day = from + Math.floor(index / slotsPerDay);
    if (day >= first) points[index] = { ...point, value: null, forecast: true };
  });
  starts.forEach((start, i) => {
    const when = parseStart(start);
    const index = when === null ? undefined : at.get(when.day * slotsPerDay + when.minute / minutes);
    if (index === undefined) return;
    points[index] = {
      start,
      value: forecast?.mean[i] ?? null,
      part: null,
      bands: bands.map(({ level, low, high }) => ({ level, low: low[i] ?? 0, high: high[i] ?? 0 })),
      forecast: true,
    };
  });
  return points;
}
