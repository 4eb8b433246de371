/** Every bad input of a planner through `forecast()`, the face for use without a browser. */
import { describe, expect, it } from 'vitest';
import { forecast, ForecastRefused } from '../../src/forecast/forecast.ts';
import type { History } from '../../src/forecast/series.ts';
import { dayNumber, formatDate, formatStart, weekdayOf } from '../../src/numeric/civil-date.ts';
import { FIRST_DAY, madeHistory } from './generated.ts';

const quantiles = [0.025, 0.5, 0.975];
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** A week ahead, checked for what every answer must hold. */
function answer(history: History, from: string, days = 7) {
  const result = forecast(history, { from, days, quantiles });
  expect(result.mean.every((mean) => mean >= 0 && Number.isFinite(mean))).toBe(true);
  for (const law of result.quantiles)
    law.forEach((x, k) => expect(x).toBeGreaterThanOrEqual(k === 0 ? 0 : (law[k - 1] ?? 0)));
  return result;
}
const daily = (days: number, value: (day: number) => number | null, first = FIRST_DAY): History => ({
  intervalMinutes: 1440,
  starts: Array.from({ length: days }, (_, day) => formatStart(first + day, 0)),
  values: Array.from({ length: days }, (_, day) => value(day)),
});
const after = (days: number) => formatDate(FIRST_DAY + days);

describe('forecast() of a bad history', () => {
  it('answers zeros to all zeros', () => {
    const { mean, quantiles: laws } = answer(
      daily(60, () => 0),
      after(60),
    );
    expect(mean).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(laws.flat().every((x) => x === 0)).toBe(true);
  });

  it.each([
    ['one day of hours', madeHistory({ days: 1, intervalMinutes: 60, level: 400, seed: 1 }), after(1)],
    ['one value', daily(1, () => 40), after(1)],
  ])('answers %s with a wide band', (_, history, from) => {
    const { mean, quantiles: laws } = answer(history, from);
    expect(sum(mean)).toBeGreaterThan(0);
    // an hour that had nobody on its one day is expected to have nobody
    laws.forEach(([low = 0, , high = 0], i) =>
      expect(high - low).toBeGreaterThanOrEqual(0.7 * (mean[i] ?? 0)),
    );
  });

  it('refuses by name what holds no value at all', () => {
    const refusal = (history: History, from: string) => {
      try {
        answer(history, from);
      } catch (error) {
        return error instanceof ForecastRefused ? error.code : String(error);
      }
      return 'answered';
    };
    expect(
      refusal(
        daily(30, () => null),
        after(30),
      ),
    ).toBe('noData');
    expect(
      refusal(
        daily(0, () => 1),
        after(30),
      ),
    ).toBe('noData');
    expect(
      refusal(
        daily(30, () => 5),
        after(0),
      ),
    ).toBe('fromBeforeHistory');
    const mondays = { ...daily(56, () => 5), values: daily(56, (day) => (day % 7 === 0 ? 5 : null)).values };
    expect(refusal(mondays, after(56))).toBe('answered');
    expect(() => forecast(mondays, { from: after(57), days: 2, quantiles })).toThrow('closed');
  });

  it('takes half the days closed as closed, and forecasts the others', () => {
    const open = (day: number) => day % 7 === 0 || day % 7 === 2 || day % 7 === 4;
    const { starts, mean } = answer(
      daily(84, (day) => (open(day) ? 300 : null)),
      after(84),
      14,
    );
    expect(starts.map((start) => weekdayOf(Math.round(Date.parse(`${start}Z`) / 86_400_000)))).toEqual([
      0, 2, 4, 0, 2, 4,
    ]);
    for (const value of mean) expect(value).toBeCloseTo(300, 6);
  });

  it('forecasts over a leap day, and a year after one', { tags: 'slow' }, () => {
    const first = dayNumber(2023, 12, 4);
    const leap = answer(
      daily(84, () => 200, first),
      '2024-02-26',
    );
    expect(leap.starts[3]).toBe('2024-02-29T00:00');
    expect(leap.starts[4]).toBe('2024-03-01T00:00');
    const later = answer(
      daily(366, () => 200, dayNumber(2024, 2, 29)),
      '2025-03-01',
      1,
    );
    expect(later.mean[0]).toBeCloseTo(200, 6);
  });

  it('keeps the totals of days of 23 and 25 hours', { tags: 'slow' }, () => {
    // Paris: 02:00 of 30 March 2025 does not exist, 02:00 of 26 October 2025 comes twice
    for (const [day, isLong] of [
      [dayNumber(2025, 3, 30), false],
      [dayNumber(2025, 10, 26), true],
    ] as const) {
      const starts: string[] = [];
      for (let d = day - 42; d <= day; d++)
        for (let hour = 0; hour < 24; hour++) {
          if (d === day && hour === 2 && !isLong) continue;
          starts.push(formatStart(d, hour * 60));
          if (d === day && hour === 2 && isLong) starts.push(formatStart(d, hour * 60));
        }
      const { mean } = answer(
        { intervalMinutes: 60, starts, values: starts.map(() => 10) },
        formatDate(day + 1),
      );
      expect(mean).toHaveLength(168);
      expect(Math.abs(sum(mean) / 1680 - 1)).toBeLessThan(0.02);
    }
  });

  it('does not mind dates out of order', () => {
    const history = madeHistory({ days: 21, intervalMinutes: 120, level: 300, seed: 9 });
    const reversed = {
      ...history,
      starts: history.starts.toReversed(),
      values: history.values.toReversed(),
    };
    expect(answer(reversed, after(21))).toEqual(answer(history, after(21)));
  });

  it('reads a year of five-minute data: 105,120 rows', { tags: 'slow' }, () => {
    const history = madeHistory({ days: 365, intervalMinutes: 5, level: 4000, seed: 10, openHours: 24 });
    expect(history.starts).toHaveLength(105_120);
    expect(answer(history, after(365), 1).mean).toHaveLength(288);
  });

  it('names text where numbers are due', () => {
    const history = { ...daily(30, () => 5), values: daily(30, () => Number('many')).values };
    expect(() => answer(history, after(30))).toThrow('values[0]');
    expect(() =>
      answer({ ...daily(30, () => 5), starts: Array<string>(30).fill('soon') }, after(30)),
    ).toThrow('starts[0]');
  });
});
