import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import type { HandleTimeForecast } from '../../src/forecast/handle-time.ts';
import { forecastTenure, handleTimeOfMix, paceOf, type TenureHistory } from '../../src/forecast/tenure.ts';

const BANDS = [0, 1, 3, 6, 12];
/** The curve that the simulated logs follow, up to the level of the day. */
const CURVE = [1.6, 1.3, 1.1, 1, 0.9];
const ahead: HandleTimeForecast = {
  starts: [],
  mean: [],
  quantiles: [],
  average: 300,
  averageQuantiles: [],
  averageCv: 0.02,
  contactsAhead: 5000,
  days: [],
  model: 'level',
  backtest: [],
  contactCv: 1,
  dayFactorCv: 0.05,
};

type Made = { readonly day: number; readonly level: number; readonly counts: readonly number[] };

/** Means exactly on the curve, or times `noise` of the band and row. */
function made(rows: readonly Made[], noise: (band: number, row: number) => number = () => 1): TenureHistory {
  return {
    bands: BANDS,
    days: Int32Array.from(rows, ({ day }) => day),
    handled: Float64Array.from(rows.flatMap(({ counts }) => counts)),
    seconds: Float64Array.from(
      rows.flatMap(({ level, counts }, row) =>
        counts.map((n, band) => n * level * (CURVE[band] ?? 0) * noise(band, row)),
      ),
    ),
  };
}

/** Days of 40 contacts a band, at a level that wanders; each third day ever more newcomers. */
const usual = Array.from({ length: 60 }, (_, day): Made => ({
  day,
  level: 300 + 50 * Math.sin(day),
  counts: [day % 3 === 0 ? day + 1 : 40, 40, 40, 40, 40],
}));
const ratio = (list: readonly { readonly factor: number }[], a: number, b: number) =>
  (list[a]?.factor ?? Number.NaN) / (list[b]?.factor ?? Number.NaN);

function forecastOf(history: TenureHistory, from = 60) {
  const forecast = forecastTenure(history, from, ahead, [0.1, 0.5, 0.9]);
  if (forecast === null) throw new Error('no forecast');
  return forecast;
}

describe('handle times ahead by tenure', () => {
  it('find the curve again, whoever is there and however the level moves', () => {
    const { bands } = forecastOf(made(usual));
    // they lean on 1 by what 40 contacts a day leave unknown: cv 1, about 2400 contacts each
    for (let band = 0; band < 5; band++)
      expect(ratio(bands, band, 4) / ((CURVE[band] ?? 0) / 0.9)).toBeCloseTo(1, 1);
    expect(bands.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [1, 3],
      [3, 6],
      [6, 12],
      [12, null],
    ]);
    // the mean of the contacts of late is the forecast of all
    expect(bands.reduce((sum, { mean, share }) => sum + mean * share, 0)).toBeCloseTo(300, 9);
    expect(bands.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('find it exactly where contacts are many', () => {
    const many = usual.map((row) => ({ ...row, counts: row.counts.map((n) => n * 1e7) }));
    const { bands } = forecastOf(made(many));
    for (let band = 0; band < 5; band++)
      expect(ratio(bands, band, 4)).toBeCloseTo((CURVE[band] ?? 0) / 0.9, 5);
    expect(paceOf(bands[0] ?? { factor: 1 })).toBeCloseTo(1 / (bands[0]?.factor ?? 0), 12);
  });

  it('are not bent by a queue of easy contacts that newcomers are given', () => {
    // an easy queue at a third of the time, mostly newcomers': 1e6 contacts, so that nothing leans
    const rows = usual.flatMap(({ day }): Made[] => [
      { day, level: 100, counts: [9e6, 1e6, 0, 0, 1e6] },
      { day, level: 300, counts: [1e6, 1e6, 5e6, 5e6, 9e6] },
    ]);
    const { bands } = forecastOf(made(rows));
    expect(ratio(bands, 0, 4)).toBeCloseTo(1.6 / 0.9, 5);
    expect(ratio(bands, 2, 4)).toBeCloseTo(1.1 / 0.9, 5);
  });

  it('lean on all where a band is hardly known, with a band that says so', () => {
    // 3 contacts of newcomers in all, 60 % above the curve's end
    const few = usual.map((row, i) => ({ ...row, counts: [i < 3 ? 1 : 0, 0, 0, 100, 100] }));
    const { bands } = forecastOf(made(few));
    expect(bands.map(({ from }) => from)).toEqual([0, 6, 12]);
    expect(bands[0]?.contacts).toBe(3);
    expect(ratio(bands, 0, 1)).toBeLessThan(1.1);
    expect(bands[0]?.factorError).toBeGreaterThan(3 * (bands[1]?.factorError ?? 1));
    const width = (k: number) => (bands[k]?.quantiles[2] ?? 0) - (bands[k]?.quantiles[0] ?? 0);
    expect(width(0)).toBeGreaterThan(3 * width(1));
    expect(bands[0]?.quantiles[0]).toBeGreaterThan(0);
  });

  it('say what a mix of agents takes', () => {
    const forecast = forecastOf(made(usual));
    const { bands } = forecast;
    const now = handleTimeOfMix(
      forecast,
      bands.map(({ share }) => share),
    );
    expect(now.mean).toBeCloseTo(300, 9);
    const onlyNew = handleTimeOfMix(forecast, [3, 0, 0, 0, 0]);
    expect(onlyNew.mean).toBeCloseTo(bands[0]?.mean ?? 0, 9);
    // half and half: the mean of the two
    const half = handleTimeOfMix(forecast, [1, 0, 0, 0, 1]);
    expect(half.mean).toBeCloseTo(((bands[0]?.mean ?? 0) + (bands[4]?.mean ?? 0)) / 2, 9);
    expect(half.quantiles[0]).toBeLessThan(half.mean);
    expect(half.quantiles[2]).toBeGreaterThan(half.mean);
    for (const wrong of [[], [1, 0, 0, 0], [0, 0, 0, 0, 0], [1, -1, 1, 1, 1], [Number.NaN, 1, 1, 1, 1]])
      expect(() => handleTimeOfMix(forecast, wrong)).toThrow(DomainError);
  });

  it('see nothing of the first day planned and later, and weigh the past less', () => {
    const changed = usual.map((row) => (row.day < 40 ? row : { ...row, counts: [1, 1, 1, 1, 1] }));
    expect(forecastOf(made(changed), 40)).toEqual(forecastOf(made(usual), 40));
    // 1.6 lately, 1 half a year before: nearer to what it is now
    const rows = Array.from({ length: 200 }, (_, day) => ({ day, level: 300, counts: [1e6, 0, 0, 1e6, 0] }));
    const { bands } = forecastOf(
      made(rows, (band, row) => (band === 0 && row < 100 ? 1 / 1.6 : 1)),
      200,
    );
    expect(ratio(bands, 0, 1)).toBeGreaterThan(1.4);
    expect(ratio(bands, 0, 1)).toBeLessThan(1.6);
  });

  it('compare bands only that worked beside one another, however old the last time is', () => {
    const apart = usual.map((row, i) => ({
      ...row,
      counts: i % 2 === 0 ? [9, 9, 0, 0, 0] : [0, 0, 0, 40, 40],
    }));
    expect(forecastOf(made(apart)).bands.map(({ from }) => from)).toEqual([6, 12]);
    const alone = usual.map((row, i) => ({
      ...row,
      counts: i % 2 === 0 ? [9, 0, 0, 0, 0] : [0, 0, 0, 0, 40],
    }));
    expect(forecastTenure(made(alone), 60, ahead, [0.5])).toBeNull();
    const longAgo = [{ day: -9000, level: 300, counts: [9, 9, 9, 9, 9] }, ...alone];
    expect(forecastTenure(made(longAgo), 60, ahead, [0.5])).toBeNull();
  });

  it('are not made of nothing, of later days, of zeros or of damaged cells', () => {
    expect(forecastTenure(made([]), 60, ahead, [0.5])).toBeNull();
    expect(forecastTenure(made(usual), 0, ahead, [0.5])).toBeNull();
    expect(
      forecastTenure(
        made(usual, () => 0),
        60,
        ahead,
        [0.5],
      ),
    ).toBeNull();
    const wild = forecastOf(
      made(usual, (_, row) => (row < 20 ? ([Number.NaN, -1, Infinity][row % 3] ?? 0) : 1)),
    );
    for (const { mean, quantiles, factorError } of wild.bands)
      expect([mean, factorError, ...quantiles].every((value) => value > 0 && value < Infinity)).toBe(true);
    expect(() => forecastTenure({ ...made(usual), days: new Int32Array(3) }, 60, ahead, [0.5])).toThrow(
      DomainError,
    );
  });
});
