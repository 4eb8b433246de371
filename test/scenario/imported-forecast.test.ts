/** From files that overlap to one forecast. */
import { describe, expect, it } from 'vitest';
import { mergeHistories } from '../../src/history/merge.ts';
import { handleTimeAhead } from '../../src/scenario/handle-time-ahead.ts';
import { madeHistory } from '../forecast/generated.ts';
import { importOf } from '../history/tables.ts';
import { DAYS, forecastOf, options, total } from './forecast-of.ts';

describe('two overlapping files', () => {
  const { starts, values } = madeHistory({ days: DAYS, intervalMinutes: 30, level: 600, seed: 4 });
  const rows = starts.map((start, i) => `${start},${values[i] ?? 0},${200 + (i % 24)}`);
  const file = (list: readonly string[]) => ['start,calls,aht', ...list].join('\n');
  const perDay = rows.length / DAYS;
  const [early, late] = [rows.slice(0, 21 * perDay), rows.slice(14 * perDay)];
  const whole = importOf(file(rows)).series;

  it('forecast what one whole file does, volumes and handle times', { tags: 'slow' }, () => {
    const joined = mergeHistories(importOf(file(early)).series, importOf(file(late)).series, 'fresh');
    expect(forecastOf(joined[0])).toEqual(forecastOf(whole[0]));
    expect(handleTimeAhead(joined, options)).toEqual(handleTimeAhead(whole, options));
    expect(handleTimeAhead(joined, options)?.average).toBeGreaterThan(200);
  });

  it('that disagree follow the one chosen', { tags: 'slow' }, () => {
    const doubled = late.map((row, i) => {
      const [start, calls, aht] = row.split(',');
      return i < 7 * perDay ? `${start},${2 * Number(calls)},${aht}` : row;
    });
    const parts = [importOf(file(early)).series, importOf(file(doubled)).series] as const;
    const [fresh, earlier] = [mergeHistories(...parts, 'fresh'), mergeHistories(...parts, 'earlier')];
    expect(forecastOf(earlier[0])).toEqual(forecastOf(whole[0]));
    expect(total(fresh[0])).toBeGreaterThan(total(earlier[0]));
  });

  it('pasted into one count once where they overlap', { tags: 'slow' }, () => {
    const { series, report } = importOf(file([...early, ...late]));
    expect(report.findings.find(({ kind }) => kind === 'copy')?.count).toBe(7 * perDay);
    expect(total(series[0])).toBe(total(whole[0]));
  });
});
