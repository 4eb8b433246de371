import { describe, expect, it } from 'vitest';
import { buildAxis } from '../../src/scenario/axis.ts';
import { dayShares } from '../../src/scenario/day-shape.ts';
import {
  demandFromForecast,
  partOfBand,
  type ForecastOnGrid,
} from '../../src/scenario/demand-from-forecast.ts';
import type { Calendar } from '../../src/scenario/schema.ts';
import { exampleChannel, exampleScenario } from './example.ts';

const calendar: Calendar = { ...exampleScenario().calendar, intervalMinutes: 30, days: 2 };
const axis = buildAxis(calendar);
const channel = exampleChannel();
const history = { file: 'calls.csv', column: 'calls', from: '2026-09-01', to: '2026-11-22' };
const evenly = dayShares({ kind: 'evenly' }, channel, [channel], axis);

function input(changes: Partial<ForecastOnGrid>, mean: Record<string, number>): ForecastOnGrid {
  const values = Object.values(mean);
  return {
    forecast: {
      starts: Object.keys(mean),
      mean: values,
      bands: [{ level: 0.8, low: values.map((m) => m * 0.8), high: values.map((m) => m * 1.2) }],
      model: 'profile',
      backtest: [
        {
          model: 'profile',
          horizon: 'week',
          origins: 9,
          values: 900,
          wape: 0.11,
          bias: 0.01,
          mase: 0.8,
          bands: null,
        },
      ],
      coverage: [{ horizon: 'week', values: 900, coverage80: 0.79, coverage95: 0.94, tenths: [] }],
      dayFactorCv: 0.07,
    },
    intervalMinutes: 30,
    history,
    shares: evenly,
    ...changes,
  };
}

describe('demandFromForecast', () => {
  it('takes intervals of the grid as they are and leaves the rest empty', () => {
    const { source, dayFactorCv, notes } = demandFromForecast(
      input({}, { '2026-11-23T09:00': 40, '2026-11-24T19:30': 12, '2026-11-25T09:00': 99 }),
      channel,
      axis,
    );
    expect(source.contacts).toHaveLength(96);
    expect(source.contacts[18]).toBe(40);
    expect(source.contacts[48 + 39]).toBe(12);
    expect(source.contacts.reduce((a, b) => a + b, 0)).toBe(52);
    expect(source.bands[0]?.high[18]).toBe(48);
    expect(source).toMatchObject({ model: 'profile', backtest: { wape: 0.11, coverage80: 0.79 }, history });
    expect(dayFactorCv).toBe(0.07);
    expect(notes).toEqual([]);
  });

  it('splits hours evenly into half-hours and says so', () => {
    const { source, notes } = demandFromForecast(
      input({ intervalMinutes: 60 }, { '2026-11-23T09:00': 40, '2026-11-24T09:00': 10 }),
      channel,
      axis,
    );
    expect([source.contacts[18], source.contacts[19]]).toEqual([20, 20]);
    expect(notes).toEqual([{ code: 'splitEvenly', fromMinutes: 60, toMinutes: 30 }]);
  });

  it('spreads days by the shape and keeps their totals', () => {
    const { source, notes } = demandFromForecast(
      input({ intervalMinutes: 1440 }, { '2026-11-23T00:00': 240, '2026-11-24T00:00': 480 }),
      channel,
      axis,
    );
    // open 08:00 to 20:00: 24 half-hours
    expect(source.contacts[15]).toBe(0);
    expect(source.contacts[16]).toBeCloseTo(10, 12);
    expect(source.contacts[48 + 16]).toBeCloseTo(20, 12);
    expect(source.contacts.reduce((a, b) => a + b, 0)).toBeCloseTo(720, 9);
    expect(notes).toEqual([{ code: 'spreadOverDay' }]);
  });

  it('reports contacts in closed hours and open days without a forecast', () => {
    const { notes } = demandFromForecast(
      input({}, { '2026-11-23T07:30': 30, '2026-11-23T08:00': 70 }),
      channel,
      axis,
    );
    expect(notes).toEqual([
      { code: 'inClosedHours', contacts: 30, share: 0.3 },
      { code: 'daysWithoutForecast', dates: ['2026-11-24'] },
    ]);
  });

  it('refuses an interval that the grid does not divide', () => {
    expect(() => demandFromForecast(input({ intervalMinutes: 20 }, {}), channel, axis)).toThrow(
      /intervalMinutes is 20, but must be a multiple of 30/,
    );
  });
});

describe('partOfBand', () => {
  const z80 = 1.2815515655446004; // normal quantile of 0.9

  it('narrows a Poisson band with the square root of the share', () => {
    const sd = 10;
    const half = partOfBand({ level: 0.8, mean: 100, low: 100 - z80 * sd, high: 100 + z80 * sd }, 0.25);
    // Poisson of mean 25 has standard deviation 5
    expect(half.high).toBeCloseTo(25 + z80 * 5, 9);
    expect(half.low).toBeCloseTo(25 - z80 * 5, 9);
  });

  it('keeps what a common factor adds in proportion', () => {
    // mean 1000, factor cv 0.2: variance 1000 + 200² = 41 000; a tenth: 100 + 20² = 500
    const sd = Math.sqrt(41_000);
    const part = partOfBand({ level: 0.8, mean: 1000, low: 1000 - z80 * sd, high: 1000 + z80 * sd }, 0.1);
    expect(part.high).toBeCloseTo(100 + z80 * Math.sqrt(500), 9);
  });

  it('never goes below zero contacts', () => {
    expect(partOfBand({ level: 0.95, mean: 2, low: 0, high: 5 }, 0.1).low).toBe(0);
  });
});

describe('dayShares', () => {
  it('takes the shape of a channel by weekday, and its mean day where it has none', () => {
    const contacts = Array.from({ length: 96 }, (_, cell) => (cell >= 20 && cell < 24 ? 5 : 0));
    const model = exampleChannel({
      id: 'chat',
      demand: { source: { kind: 'typed', contacts }, dayFactorCv: 0 },
    });
    const shares = dayShares({ kind: 'likeChannel', channel: 'chat' }, channel, [channel, model], axis);
    expect(shares[0]?.slice(19, 25)).toEqual([0, 0.25, 0.25, 0.25, 0.25, 0]);
    expect(shares[1]).toEqual(shares[0]); // nothing on Tuesday
    expect(shares[6]).toEqual(shares[0]); // no Sunday in the calendar
  });

  it('counts a half-open interval by its open minutes', () => {
    const short = exampleChannel({ open: [[['08:15', '09:00']], [], [], [], [], [], []] });
    const shares = dayShares({ kind: 'evenly' }, short, [short], axis);
    expect(shares[0]?.[16]).toBeCloseTo(1 / 3, 12);
    expect(shares[0]?.[17]).toBeCloseTo(2 / 3, 12);
    expect(shares[1]?.[0]).toBeCloseTo(1 / 48, 12);
  });
});
