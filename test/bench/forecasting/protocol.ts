/**
 * Forecasts of real series against what came: every day of the last quarter of each series is an
 * origin; the next day, week and four weeks are compared interval by interval with the two
 * forecasts every planner knows.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDate } from '../../../src/numeric/civil-date.ts';
import { forecastChannel } from '../../../src/forecast/forecast-channel.ts';
import type { ModelName } from '../../../src/forecast/result.ts';
import { addPit, pitShares, pitSums } from '../../../src/forecast/pit.ts';
import { mstlForecast } from './mstl.ts';
import { seriesFrom, type Series } from '../../../src/forecast/series.ts';

export type Source = {
  readonly name: string;
  readonly file: string;
  readonly fileMinutes: number;
  readonly minutes: number;
  readonly columns: readonly string[];
};

export const SOURCES: readonly Source[] = [
  { name: 'bank_us', file: 'bank_us_5min.csv', fileMinutes: 5, minutes: 30, columns: ['calls'] },
  { name: 'bank_il', file: 'bank_il_30min.csv', fileMinutes: 30, minutes: 30, columns: ['calls'] },
  {
    name: 'emergency_911',
    file: 'emergency_911_30min.csv',
    fileMinutes: 30,
    minutes: 60,
    columns: ['ems', 'fire', 'traffic'],
  },
  {
    name: 'helpdesk',
    file: 'helpdesk_tickets_60min.csv',
    fileMinutes: 60,
    minutes: 60,
    columns: ['tickets'],
  },
  { name: 'nypd', file: 'nypd_911_daily.csv', fileMinutes: 1440, minutes: 1440, columns: ['calls'] },
];

export const QUANTILES = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975];
/** For the PIT: the tenths and beyond, `QUANTILES` among them. */
const PROBABILITIES = [0.025, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 0.975];
const KEPT = QUANTILES.map((q) => PROBABILITIES.indexOf(q));
const HORIZONS = [
  { name: 'day', days: 1 },
  { name: 'week', days: 7 },
  { name: '4 weeks', days: 28 },
];
/** Ours, by the backtest's choice or by name, or the library's. */
export type Contender = ModelName | 'chosen' | 'mstl';
export const COMPARED = ['lastWeek', 'meanOfFour', 'mstl'] as const;
const LEAST_MEDIAN = 10;

export type ForecastFigure = {
  readonly series: string;
  readonly horizon: string;
  readonly model: string;
  readonly origins: number;
  readonly values: number;
  readonly wape: number;
  readonly bias: number;
  readonly pinball: number;
  /** Over intervals whose median is at least 10 contacts, `bandValues` of them. */
  readonly bandValues: number;
  readonly coverage80: number;
  readonly coverage95: number;
  /** Where all counts fell in their laws, by tenths: see `src/forecast/pit.ts`. */
  readonly pit: readonly number[];
  /** Mean milliseconds of one forecast of 28 days. */
  readonly milliseconds: number;
};

export function readSource(dataDir: string, source: Source): Series | null {
  const path = join(dataDir, source.file);
  if (!existsSync(path)) return null;
  const [head = '', ...rows] = readFileSync(path, 'utf8').trim().split('\n');
  const names = head.split(',');
  const picked = source.columns.map((column) => names.indexOf(column));
  const sums = new Map<string, number>();
  for (const row of rows) {
    const cells = row.split(',');
    const [date = '', time = '00:00'] = (cells[0] ?? '').split('T');
    const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
    const slot = Math.floor(minute / source.minutes) * source.minutes;
    const start = `${date}T${String(Math.floor(slot / 60)).padStart(2, '0')}:${String(slot % 60).padStart(2, '0')}`;
    sums.set(start, (sums.get(start) ?? 0) + picked.reduce((sum, c) => sum + Number(cells[c]), 0));
  }
  const read = seriesFrom({
    intervalMinutes: source.minutes,
    starts: [...sums.keys()],
    values: [...sums.values()],
  });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.series;
}

export function forecastFigures(
  dataDir: string,
  only: (name: string) => boolean = () => true,
  models: readonly Contender[] = [...COMPARED, 'chosen'],
): ForecastFigure[] {
  return SOURCES.filter(({ name }) => only(name)).flatMap((source) => {
    const series = readSource(dataDir, source);
    return series === null ? [] : models.flatMap((model) => figuresOf(source.name, series, model));
  });
}

/**
 * Chance of a value below `x` under a law known at `probabilities`, straight between them: halfway from one
 * to the next where both are neighbouring whole numbers.
 */
export function chanceBelow(x: number, law: readonly number[], probabilities: readonly number[]): number {
  if (x <= 0) return 0;
  let [value, chance] = [0, 0];
  for (let k = 0; k < law.length; k++) {
    const [next, upTo] = [law[k] ?? 0, probabilities[k] ?? 1];
    if (x < next) return chance + ((upTo - chance) * (x - value)) / (next - value);
    [value, chance] = [next, upTo];
  }
  return 1;
}

function forecastBy(
  model: Contender,
  series: Series,
  day: number,
): { starts: readonly string[]; mean: readonly number[]; quantiles: readonly (readonly number[])[] } {
  if (model === 'mstl') return mstlForecast(series, day, 28, PROBABILITIES);
  const outcome = forecastChannel(series, {
    from: formatDate(series.firstDay + day),
    days: 28,
    quantiles: PROBABILITIES,
    ...(model === 'chosen' ? {} : { model }),
  });
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.forecast;
}

function figuresOf(name: string, series: Series, model: Contender): ForecastFigure[] {
  const cells = HORIZONS.map(() => ({
    origins: 0,
    values: 0,
    actual: 0,
    absolute: 0,
    signed: 0,
    pinball: 0,
    bandValues: 0,
    in80: 0,
    in95: 0,
    pit: pitSums(),
  }));
  const { slotsPerDay, firstDay, days, values } = series;
  const firstOrigin = days - Math.floor(days / 4);
  let milliseconds = 0;
  let runs = 0;
  for (let day = firstOrigin; day < days; day++) {
    const began = performance.now();
    const { starts, mean, quantiles } = forecastBy(model, series, day);
    milliseconds += performance.now() - began;
    runs++;
    HORIZONS.forEach((horizon, h) => {
      const cell = cells[h];
      if (cell === undefined || day + horizon.days > days) return;
      const before = cell.values;
      starts.forEach((start, i) => {
        const at = (Date.parse(`${start}Z`) / 60_000 - firstDay * 1440) / series.intervalMinutes;
        const actual = values[at] ?? Number.NaN;
        if (Number.isNaN(actual) || at >= (day + horizon.days) * slotsPerDay) return;
        const whole = quantiles[i] ?? [];
        const law = KEPT.map((k) => whole[k] ?? 0);
        cell.values++;
        cell.actual += actual;
        cell.absolute += Math.abs((mean[i] ?? 0) - actual);
        cell.signed += (mean[i] ?? 0) - actual;
        QUANTILES.forEach((q, k) => {
          const x = law[k] ?? 0;
          cell.pinball += (actual >= x ? q * (actual - x) : (1 - q) * (x - actual)) / QUANTILES.length;
        });
        const below = (x: number) => chanceBelow(x, whole, PROBABILITIES);
        addPit(cell.pit, below(actual - 0.5), below(actual + 0.5));
        if ((law[3] ?? 0) < LEAST_MEDIAN) return;
        cell.bandValues++;
        if (actual >= (law[1] ?? 0) && actual <= (law[5] ?? 0)) cell.in80++;
        if (actual >= (law[0] ?? 0) && actual <= (law[6] ?? 0)) cell.in95++;
      });
      if (cell.values > before) cell.origins++;
    });
  }
  return cells.flatMap((cell, h) =>
    cell.values === 0
      ? []
      : [
          {
            series: name,
            horizon: HORIZONS[h]?.name ?? '',
            model,
            origins: cell.origins,
            values: cell.values,
            wape: cell.absolute / cell.actual,
            bias: cell.signed / cell.actual,
            pinball: cell.pinball / cell.actual,
            bandValues: cell.bandValues,
            coverage80: cell.in80 / cell.bandValues,
            coverage95: cell.in95 / cell.bandValues,
            pit: pitShares(cell.pit),
            milliseconds: milliseconds / runs,
          },
        ],
  );
}
