import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import {
  forecastHandleTime,
  type HandleTimeForecast,
  type HandleTimeHistory,
} from '../../src/forecast/handle-time.ts';
import { formatDate, formatStart, weekdayOf } from '../../src/numeric/civil-date.ts';
import { FIRST_DAY, scatter } from './generated.ts';

type Made = { days: number; mean: (day: number, hour: number) => number; contacts?: number; cv?: number };
const normal = (random: () => number) => Array.from({ length: 12 }, random).reduce((a, b) => a + b, -6);

/** 09:00 to 17:00, `contacts` an hour; the mean of n handle times scatters by cv/√n. */
function made({ days, mean, contacts = 25, cv = 0 }: Made, seed = 1): HandleTimeHistory {
  const random = scatter(seed);
  const starts: string[] = [];
  const handleTime: number[] = [];
  for (let day = 0; day < days; day++)
    for (let hour = 9; hour < 17; hour++) {
      starts.push(formatStart(FIRST_DAY + day, hour * 60));
      handleTime.push(mean(day, hour) * Math.max(0.05, 1 + (cv / Math.sqrt(contacts)) * normal(random)));
    }
  return { intervalMinutes: 60, starts, handleTime, contacts: starts.map(() => contacts) };
}

function ahead(history: HandleTimeHistory, day: number, days = 7): HandleTimeForecast {
  const outcome = forecastHandleTime(history, {
    from: formatDate(FIRST_DAY + day),
    days,
    quantiles: [0.1, 0.5, 0.9],
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.forecast;
}

describe('handle time ahead', () => {
  it('forecasts a constant by itself, whatever its unit, quantiles in order', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 5000, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        (mean, days) => {
          const forecast = ahead(made({ days, mean: () => mean }), days, 3);
          for (const value of forecast.mean) expect(Math.abs(value / mean - 1)).toBeLessThan(1e-9);
          expect(Math.abs(forecast.average / mean - 1)).toBeLessThan(1e-9);
          for (const law of forecast.quantiles)
            law.forEach((x, k) => expect(x).toBeGreaterThan(k === 0 ? 0 : (law[k - 1] ?? 0)));
        },
      ),
      { numRuns: 8 },
    );
  });

  it('learns weekdays and hours', () => {
    const mean = (day: number, hour: number) =>
      300 * (weekdayOf(FIRST_DAY + day) === 0 ? 1.2 : 1) * (hour >= 15 ? 1.1 : 1);
    const forecast = ahead(made({ days: 112, mean, cv: 1, contacts: 60 }), 112);
    const missed = forecast.starts.map((start, i) => {
      const day = 112 + Math.floor(i / 8);
      return Math.abs((forecast.mean[i] ?? 0) / mean(day, Number(start.slice(11, 13))) - 1);
    });
    expect(missed).toHaveLength(56);
    expect(missed.reduce((a, b) => a + b, 0) / 56).toBeLessThan(0.035);
    expect(forecast.model).not.toBe('lastWeek');
  });

  it('weighs a mean by the contacts behind it', () => {
    const history = made({ days: 35, mean: () => 200 });
    const last = history.starts.length - 1;
    const rare = {
      ...history,
      handleTime: history.handleTime.map((x, i) => (i === last ? 4000 : x)),
      contacts: history.contacts.map((n, i) => (i === last ? 1 : n)),
    };
    expect(ahead(rare, 35).average).toBeLessThan(200 * 1.05);
    const often = { ...rare, contacts: history.contacts };
    expect(ahead(often, 35).average).toBeGreaterThan(200 * 1.05);
  });

  it('bands cover as often as they say when days wander by 8 %', { tags: 'slow' }, () => {
    let [inside, count, weeksInside] = [0, 0, 0];
    for (let seed = 1; seed <= 12; seed++) {
      const random = scatter(900 + seed);
      const factor = Array.from({ length: 98 }, () => 1 + 0.08 * normal(random));
      const history = made({ days: 98, mean: (day) => 250 * (factor[day] ?? 1), cv: 1.1 }, seed);
      const { quantiles, averageQuantiles, days } = ahead(history, 91);
      quantiles.forEach((law, i) => {
        const actual = history.handleTime[91 * 8 + i] ?? 0;
        if (actual >= (law[0] ?? 0) && actual <= (law[2] ?? 0)) inside++;
        count++;
      });
      const week = history.handleTime.slice(91 * 8).reduce<number>((a, b) => a + (b ?? 0), 0) / 56;
      if (week >= (averageQuantiles[0] ?? 0) && week <= (averageQuantiles[2] ?? 0)) weeksInside++;
      // seven days that wander on their own miss by less than one
      const width = (law: readonly number[] = []) => (law[2] ?? 0) - (law[0] ?? 0);
      expect(days).toHaveLength(7);
      expect(width(averageQuantiles)).toBeLessThan(0.75 * width(days[0]?.quantiles));
    }
    // 84 days of eight hours that share a factor: standard error near 2.5 points
    expect(inside / count).toBeGreaterThan(0.72);
    expect(inside / count).toBeLessThan(0.88);
    // of twelve weeks at 80 %, fewer than seven would come in 2 % of such tests
    expect(weeksInside).toBeGreaterThanOrEqual(7);
  });

  it('keeps two weeks wide, sees no future, and refuses by name', () => {
    const history = made({ days: 60, mean: (day) => 200 + day });
    const short = ahead(history, 14);
    expect(short.backtest).toEqual([]);
    const law = short.quantiles[0] ?? [];
    expect((law[2] ?? 0) - (law[0] ?? 0)).toBeGreaterThan(0.2 * 200);
    const cut = 14 * 8;
    const past = {
      ...history,
      starts: history.starts.slice(0, cut),
      handleTime: history.handleTime.slice(0, cut),
      contacts: history.contacts.slice(0, cut),
    };
    expect(ahead(past, 14)).toEqual(short);
    const none = { ...history, handleTime: history.starts.map(() => null) };
    const outcome = forecastHandleTime(none, { from: '2025-06-01', days: 7, quantiles: [0.5] });
    expect(outcome.ok ? null : outcome.issues[0]?.code).toBe('noData');
    const weekend = history.starts.map((_, i) => weekdayOf(FIRST_DAY + Math.floor(i / 8)) > 4);
    const shut = { ...history, contacts: history.contacts.map((n, i) => (weekend[i] ? null : n)) };
    const from = formatDate(FIRST_DAY + 60 + ((12 - weekdayOf(FIRST_DAY + 60)) % 7));
    const saturday = forecastHandleTime(shut, { from, days: 2, quantiles: [0.5] });
    expect(saturday.ok ? null : saturday.issues[0]?.code).toBe('noOpenDay');
    expect(() => forecastHandleTime(history, { from: 'soon', days: 7, quantiles: [0.5] })).toThrow(
      DomainError,
    );
  });
});
