/** What a stranger may hand in: an answer with wide bands, a named refusal or a list of issues, never a crash. */
import { describe, expect, it } from 'vitest';
import { formatDate, formatStart } from '../../src/numeric/civil-date.ts';
import { cleaningProposals } from '../../src/forecast/cleaning.ts';
import { forecastChannel } from '../../src/forecast/forecast-channel.ts';
import type { ForecastResult } from '../../src/forecast/result.ts';
import { seriesFrom, type History } from '../../src/forecast/series.ts';
import { FIRST_DAY, madeHistory, seriesOf } from './generated.ts';

const quantiles = [0.1, 0.5, 0.9];
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

function answer(history: History, days = 7): ForecastResult {
  const series = seriesOf(history);
  const from = formatDate(series.firstDay + series.days);
  const outcome = forecastChannel(series, { from, days, quantiles });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  for (const law of outcome.forecast.quantiles)
    law.forEach((x, k) => expect(x).toBeGreaterThanOrEqual(k === 0 ? 0 : (law[k - 1] ?? 0)));
  expect(outcome.forecast.mean.every((x) => x >= 0 && Number.isFinite(x))).toBe(true);
  return outcome.forecast;
}
const hours = (days: number, value: (day: number, hour: number) => number | null): History => {
  const starts: string[] = [];
  const values: (number | null)[] = [];
  for (let day = 0; day < days; day++)
    for (let hour = 0; hour < 24; hour++) {
      starts.push(formatStart(FIRST_DAY + day, hour * 60));
      values.push(value(day, hour));
    }
  return { intervalMinutes: 60, starts, values };
};

describe('bad input', () => {
  it('says of one day, and of one value, that the history is short, and keeps the bands wide', () => {
    for (const history of [
      hours(1, () => 9),
      { intervalMinutes: 60, starts: ['2025-03-03T10:00'], values: [40] },
    ]) {
      const { notes, days } = answer(history);
      expect(notes.map(({ code }) => code)).toContain('shortHistory');
      for (const { mean, quantiles: law } of days)
        expect((law[2] ?? 0) - (law[0] ?? 0)).toBeGreaterThan(0.3 * mean);
    }
  });

  it('refuses a history without any value by name', () => {
    const series = seriesOf(hours(30, () => null));
    const outcome = forecastChannel(series, { from: '2025-05-01', days: 7, quantiles });
    expect(outcome.ok ? null : outcome.refusal.code).toBe('noData');
  });

  it('forecasts only the days that are ever open when half of them never are', { tags: 'slow' }, () => {
    const { starts } = answer(
      hours(56, (day, hour) => (day % 7 < 4 && hour > 7 && hour < 18 ? 12 : null)),
      14,
    );
    expect(new Set(starts.map((start) => start.slice(0, 10)))).toHaveProperty('size', 8);
    expect(starts).toHaveLength(80);
  });

  it('takes every second day closed without a rhythm as unknown, not as zero', () => {
    const { mean } = answer(hours(60, (day, hour) => ((day * 7919) % 13 < 6 ? null : hour === 12 ? 40 : 4)));
    expect(sum(mean) / 7).toBeGreaterThan(110);
    expect(sum(mean) / 7).toBeLessThan(150);
  });

  it('passes through a leap day and the days on which clocks change', { tags: 'slow' }, () => {
    const february = Math.round(Date.UTC(2024, 1, 1) / 86_400_000);
    const made = madeHistory({ days: 60, intervalMinutes: 60, level: 400, seed: 8, first: february });
    expect(made.starts.some((start) => start.startsWith('2024-02-29'))).toBe(true);
    // 31 March 2024, 02:00 does not exist; the hour of an autumn night comes twice and is added up
    const spring = made.starts.findIndex((start) => start === '2024-03-31T10:00');
    const history = {
      ...made,
      starts: [...made.starts, made.starts[5] ?? ''].filter((_, i) => i !== spring),
      values: [...made.values, 3].filter((_, i) => i !== spring),
    };
    const { mean, notes } = answer(history);
    expect(sum(mean) / 7).toBeGreaterThan(200);
    expect(notes.map(({ code }) => code)).toContain('repeatedStarts');
  });

  it('does not mind dates out of order', () => {
    const history = madeHistory({ days: 42, intervalMinutes: 120, level: 300, seed: 9 });
    const order = history.starts.map((_, i) => (i * 101) % history.starts.length);
    expect(new Set(order).size).toBe(order.length);
    const shuffled = {
      ...history,
      starts: order.map((i) => history.starts[i] ?? ''),
      values: order.map((i) => history.values[i] ?? null),
    };
    expect(answer(shuffled).mean).toEqual(answer(history).mean);
  });

  it('reads a year of five-minute data', { tags: 'slow' }, () => {
    const history = madeHistory({ days: 365, intervalMinutes: 5, level: 4000, seed: 10, openHours: 24 });
    expect(history.starts).toHaveLength(105_120);
    expect(answer(history, 1).mean).toHaveLength(288);
  });

  it('names every value and start that is none', () => {
    const outcome = seriesFrom({
      intervalMinutes: 60,
      starts: ['2025-03-03T10:00', '3 March', '2025-03-03T11:30'],
      values: [Number('many'), 3, Infinity],
    });
    expect(outcome.ok ? [] : outcome.issues.map(({ path }) => path)).toEqual([
      '$.values[0]',
      '$.starts[1]',
      '$.starts[2]',
      '$.values[2]',
    ]);
  });

  it('changes nothing by an outlier that is taken out', { tags: 'slow' }, () => {
    const clean = madeHistory({ days: 84, intervalMinutes: 60, level: 500, seed: 12 });
    const at = 500;
    const without = { ...clean, values: clean.values.map((x, i) => (i === at ? null : x)) };
    const wild = { ...clean, values: clean.values.map((x, i) => (i === at ? 4000 : x)) };
    const start = clean.starts[at] ?? '';
    expect(JSON.stringify(cleaningProposals(seriesOf(wild)))).toContain(start.slice(0, 10));
    const rejected = { ...wild, values: wild.values.map((x, i) => (i === at ? null : x)) };
    expect(answer(rejected)).toEqual(answer(without));
  });
});
