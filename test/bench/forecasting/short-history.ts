/**
 * Channels of which two weeks are known: what they gain by leaning on the other channels of their file.
 *
 * Every fifth day is an origin (every day of short files), so that all weekdays come; the two weeks after
 * it are forecast from the two weeks before, alone, with siblings that are as young, and with grown ones.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forecastChannel } from '../../../src/forecast/forecast-channel.ts';
import { seriesFrom, type Series } from '../../../src/forecast/series.ts';
import { formatDate } from '../../../src/numeric/civil-date.ts';
import { QUANTILES, readSource, SOURCES, type Source } from './protocol.ts';

const KNOWN_DAYS = 14;
const AHEAD_DAYS = 14;
const STEP = 5;
/** The youngest day on which a grown sibling is of use. */
const GROWN_DAYS = 56;

type Family = { readonly name: string; readonly channels: readonly Series[] };
export type ShortHistoryFigure = {
  readonly family: string;
  readonly siblings: 'none' | 'young' | 'grown';
  readonly origins: number;
  readonly wape: number;
  readonly pinball: number;
  readonly coverage80: number;
  readonly coverage95: number;
};

const sourceNamed = (name: string) => SOURCES.filter((source) => source.name === name);
const columnsOf = (dataDir: string, source: Source): Series[] =>
  source.columns.flatMap((column) => readSource(dataDir, { ...source, columns: [column] }) ?? []);

/** One row per contact, counted by the value of one column; the rarer values together. */
function counted(dataDir: string, file: string, column: string, most: number, minutes: number): Series[] {
  const path = join(dataDir, file);
  if (!existsSync(path)) return [];
  const [head = '', ...rows] = readFileSync(path, 'utf8').trim().split('\n');
  const at = head.split(',').indexOf(column);
  const cells = rows.map((row) => row.split(','));
  const sizes = new Map<string, number>();
  for (const row of cells) sizes.set(row[at] ?? '', (sizes.get(row[at] ?? '') ?? 0) + 1);
  const large = [...sizes].toSorted((a, b) => b[1] - a[1]).slice(0, most);
  const nameOf = (row: readonly string[]) =>
    large.some(([name]) => name === row[at]) ? (row[at] ?? '') : 'other';
  const days = cells.map(([start = '']) => start.slice(0, 10)).toSorted();
  const first = Date.parse(days[0] ?? '') / 86_400_000;
  const last = Date.parse(days.at(-1) ?? '') / 86_400_000;
  const perDay = 1440 / minutes;
  return [...new Set(cells.map(nameOf))].map((name) => {
    const values = Array<number>((last - first + 1) * perDay).fill(0);
    for (const row of cells) {
      if (nameOf(row) !== name) continue;
      const minute = Date.parse(`${(row[0] ?? '').slice(0, 16)}Z`) / 60_000 - first * 1440;
      const slot = Math.floor(minute / minutes);
      values[slot] = (values[slot] ?? 0) + 1;
    }
    const starts = values.map((_, i) =>
      new Date((first * 1440 + i * minutes) * 60_000).toISOString().slice(0, 16),
    );
    const read = seriesFrom({ intervalMinutes: minutes, starts, values });
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    return read.series;
  });
}

function families(dataDir: string): Family[] {
  const alone = ['bank_us', 'bank_il', 'helpdesk', 'nypd'].flatMap((name) =>
    sourceNamed(name).map((source) => ({ name, channels: columnsOf(dataDir, source) })),
  );
  return [
    { name: '911 by service', channels: sourceNamed('emergency_911').flatMap((s) => columnsOf(dataDir, s)) },
    { name: 'helpdesk by group', channels: counted(dataDir, 'helpdesk_tickets.csv', 'group', 4, 60) },
    { name: 'helpdesk by priority', channels: counted(dataDir, 'helpdesk_tickets.csv', 'priority', 3, 60) },
    { name: 'bank_il by type', channels: counted(dataDir, 'bank_il_calls_1999-02.csv', 'type', 4, 60) },
    ...alone,
  ].filter(({ channels }) => channels.length > 0);
}

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

export function shortHistoryFigures(dataDir: string): ShortHistoryFigure[] {
  return families(dataDir).flatMap(({ name, channels }) => {
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
