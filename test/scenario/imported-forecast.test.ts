/** From files that overlap to one forecast. */
import { describe, expect, it } from 'vitest';
import { forecastChannel } from '../../src/forecast/forecast-channel.ts';
import { mergeHistories } from '../../src/history/merge.ts';
import type { SeriesColumns } from '../../src/history/report.ts';
import { formatDate } from '../../src/numeric/civil-date.ts';
import { handleTimeAhead } from '../../src/scenario/handle-time-ahead.ts';
import { forecastSeries } from '../../src/scenario/history-series.ts';
import { FIRST_DAY, madeHistory } from '../forecast/generated.ts';
import { importOf } from '../history/tables.ts';

const DAYS = 35;
const options = { from: formatDate(FIRST_DAY + DAYS), days: 7, quantiles: [0.1, 0.5, 0.9] };

function forecastOf(columns: SeriesColumns | undefined) {
  if (columns === undefined) throw new Error('no series');
  const read = forecastSeries(columns);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const outcome = forecastChannel(read.series, options);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.forecast;
}
const total = (columns: SeriesColumns | undefined) =>
  forecastOf(columns).mean.reduce((sum, mean) => sum + mean, 0);

describe('two overlapping files', () => {
  const { starts, values } = madeHistory({ days: DAYS, intervalMinutes: 30, level: 600, seed: 4 });
  const rows = starts.map((start, i) => `${start},${values[i] ?? 0},${200 + (i % 24)}`);
  const file = (list: readonly string[]) => ['start,calls,aht', ...list].join('\n');
  const perDay = rows.length / DAYS;
  const [early, late] = [rows.slice(0, 21 * perDay), rows.slice(14 * perDay)];
  const whole = importOf(file(rows)).series;

  it('forecast what one whole file does, volumes and handle times', () => {
    const joined = mergeHistories(importOf(file(early)).series, importOf(file(late)).series, 'fresh');
    expect(forecastOf(joined[0])).toEqual(forecastOf(whole[0]));
    expect(handleTimeAhead(joined, options)).toEqual(handleTimeAhead(whole, options));
    expect(handleTimeAhead(joined, options)?.average).toBeGreaterThan(200);
  });

  it('that disagree follow the one chosen', () => {
    const doubled = late.map((row, i) => {
      const [start, calls, aht] = row.split(',');
      return i < 7 * perDay ? `${start},${2 * Number(calls)},${aht}` : row;
    });
    const parts = [importOf(file(early)).series, importOf(file(doubled)).series] as const;
    const [fresh, earlier] = [mergeHistories(...parts, 'fresh'), mergeHistories(...parts, 'earlier')];
    expect(forecastOf(earlier[0])).toEqual(forecastOf(whole[0]));
    expect(total(fresh[0])).toBeGreaterThan(total(earlier[0]));
  });

  it('pasted into one count once where they overlap', () => {
    const { series, report } = importOf(file([...early, ...late]));
    expect(report.findings.find(({ kind }) => kind === 'copy')?.count).toBe(7 * perDay);
    expect(total(series[0])).toBe(total(whole[0]));
  });
});
