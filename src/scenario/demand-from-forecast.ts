/**
 * A forecast becomes the demand of a channel, on the wall-clock grid of the scenario's calendar.
 *
 *     forecast interval   = grid interval    taken as it is
 *     forecast interval   = n intervals      split evenly
 *     forecast of days                       spread by a chosen shape of the day
 *
 * A part of an interval has relatively more chance in it than the whole: with a common factor of
 * variance cv² on top of Poisson counts, the variance of a part of mean m is m + cv²m². Bands are
 * narrowed by that ratio of standard deviations, each side in proportion (exact for the factor
 * alone and for Poisson counts alone, up to the normal approximation).
 */
import { DomainError } from '../errors.ts';
import type { ForecastResult } from '../forecast/result.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import { MINUTES_PER_DAY, type Share } from '../units.ts';
import type { Axis } from './axis.ts';
import { parseDate } from '../numeric/civil-date.ts';
import { parseDayTime } from './civil.ts';
import { opensOn } from './day-shape.ts';
import type { Channel } from './schema.ts';
import type { Demand } from './schema-demand.ts';

type ForecastSource = Extract<Demand['source'], { kind: 'forecast' }>;

export type ForecastDemand = {
  readonly source: ForecastSource;
  readonly dayFactorCv: number;
  readonly notes: readonly DemandNote[];
};

/** What was done to the forecast on its way to the grid, for the user to know. */
export type DemandNote =
  | { readonly code: 'splitEvenly'; readonly fromMinutes: number; readonly toMinutes: number }
  | { readonly code: 'spreadOverDay' }
  /** Contacts forecast for hours in which the channel is closed. */
  | { readonly code: 'inClosedHours'; readonly contacts: number; readonly share: Share }
  /** Days on which the channel is open and the forecast has nothing: the history never had them. */
  | { readonly code: 'daysWithoutForecast'; readonly dates: readonly string[] };

export type ForecastOnGrid = {
  readonly forecast: Pick<
    ForecastResult,
    'starts' | 'mean' | 'bands' | 'model' | 'backtest' | 'coverage' | 'dayFactorCv'
  >;
  /** Interval of the forecast, a whole multiple of the grid's; 1440: days. */
  readonly intervalMinutes: number;
  readonly history: ForecastSource['history'];
  /** Shares of a day by weekday and interval; used for daily forecasts only. */
  readonly shares: readonly (readonly Share[])[];
};

/**
 * The demand that a forecast gives a channel. O(cells).
 *
 * @throws {DomainError} when the forecast's interval is no multiple of the grid's, or a start is malformed
 */
export function demandFromForecast(input: ForecastOnGrid, channel: Channel, axis: Axis): ForecastDemand {
  const { forecast, intervalMinutes, history } = input;
  const gridMinutes = MINUTES_PER_DAY / axis.slotsPerDay;
  const parts = intervalMinutes / gridMinutes;
  if (!Number.isInteger(parts))
    throw new DomainError(
      'demandFromForecast',
      'intervalMinutes',
      intervalMinutes,
      `a multiple of ${gridMinutes}`,
    );
  const contacts = zeros(axis.cells);
  const bands = forecast.bands.map(({ level }) => ({
    level,
    low: zeros(axis.cells),
    high: zeros(axis.cells),
  }));
  const isDaily = intervalMinutes === MINUTES_PER_DAY && parts > 1;
  const firstDay = parseDate(axis.days[0]?.date ?? '') ?? 0;
  const daysForecast = new Set<number>();

  forecast.starts.forEach((start, i) => {
    const at = parseDayTime(start);
    if (at === null) throw new DomainError('demandFromForecast', 'starts', start, 'YYYY-MM-DDTHH:MM');
    const day = at.day - firstDay;
    const weekday = axis.days[day]?.weekday;
    if (weekday === undefined) return; // outside the days planned
    daysForecast.add(day);
    const first = axis.cell(day, at.minute / gridMinutes);
    for (let part = 0; part < parts; part++) {
      const share = isDaily ? (input.shares[weekday]?.[part] ?? 0) : 1 / parts;
      const mean = forecast.mean[i] ?? 0;
      contacts[first + part] = mean * share;
      forecast.bands.forEach(({ level, low, high }, b) => {
        const bounds = partOfBand({ level, mean, low: low[i] ?? mean, high: high[i] ?? mean }, share);
        const band = bands[b];
        if (band === undefined) return;
        band.low[first + part] = bounds.low;
        band.high[first + part] = bounds.high;
      });
    }
  });

  return {
    source: {
      kind: 'forecast',
      contacts,
      bands,
      model: forecast.model,
      backtest: backtestOf(forecast),
      history,
    },
    dayFactorCv: forecast.dayFactorCv,
    notes: [
      ...(isDaily ? [{ code: 'spreadOverDay' } as const] : []),
      ...(parts > 1 && !isDaily
        ? [{ code: 'splitEvenly', fromMinutes: intervalMinutes, toMinutes: gridMinutes } as const]
        : []),
      ...closedNote(contacts, channel, axis),
      ...missingDays(daysForecast, channel, axis),
    ],
  };
}

/** Bounds of a part that holds `share` of an interval's contacts. */
export function partOfBand(
  whole: { readonly level: Share; readonly mean: number; readonly low: number; readonly high: number },
  share: Share,
): { low: number; high: number } {
  const { level, mean, low, high } = whole;
  if (share === 1) return { low, high };
  const part = mean * share;
  const deviation = (high - low) / (2 * normalQuantile((1 + level) / 2));
  if (!(mean > 0 && deviation > 0)) return { low: low * share, high: high * share };
  const factorVariance = Math.max(0, deviation ** 2 - mean) / mean ** 2;
  // a band narrower than chance alone stays so, in proportion
  const narrow = Math.min(1, deviation ** 2 / mean);
  const ratio = Math.sqrt(part * narrow + factorVariance * part ** 2) / deviation;
  return { low: Math.max(0, part - (mean - low) * ratio), high: part + (high - mean) * ratio };
}

/** Error over the days that matter for a plan, the week ahead; of the next day where the history is short. */
function backtestOf({
  model,
  backtest,
  coverage,
}: Pick<ForecastResult, 'model' | 'backtest' | 'coverage'>): ForecastSource['backtest'] {
  for (const horizon of ['week', 'day'] as const) {
    const errors = backtest.find((row) => row.model === model && row.horizon === horizon);
    const covered = coverage.find((row) => row.horizon === horizon);
    if (errors && covered) return { wape: errors.wape, coverage80: covered.coverage80 };
  }
  return null;
}

function closedNote(contacts: readonly number[], channel: Channel, axis: Axis): DemandNote[] {
  const length = MINUTES_PER_DAY / axis.slotsPerDay;
  let closed = 0;
  let all = 0;
  axis.days.forEach(({ weekday, holiday }, day) => {
    const spans = holiday ? [] : (channel.open[weekday] ?? []);
    for (let slot = 0; slot < axis.slotsPerDay; slot++) {
      const count = contacts[axis.cell(day, slot)] ?? 0;
      const start = clockOf(slot * length);
      const end = clockOf((slot + 1) * length);
      all += count;
      if (!spans.some(([from, to]) => from < end && to > start)) closed += count;
    }
  });
  return closed > 0.0005 * all ? [{ code: 'inClosedHours', contacts: closed, share: closed / all }] : [];
}

function missingDays(known: ReadonlySet<number>, channel: Channel, axis: Axis): DemandNote[] {
  const dates = axis.days.flatMap(({ date, weekday, holiday }, day) =>
    known.has(day) || holiday || !opensOn(channel.open, weekday) ? [] : [date],
  );
  return dates.length > 0 ? [{ code: 'daysWithoutForecast', dates }] : [];
}

/** `HH:MM` compares as text just as the times do. */
function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function zeros(length: number): number[] {
  return Array.from({ length }, () => 0);
}
