import { describe, expect, it } from 'vitest';
import type { HandleTimeForecast } from '../../src/forecast/handle-time.ts';
import { forecastTenure } from '../../src/forecast/tenure.ts';
import { scatter } from './generated.ts';

const BANDS = [0, 1, 3, 6, 12];
const CURVE = [1.5, 1.25, 1.1, 1, 0.9];
const ahead: HandleTimeForecast = {
  starts: [],
  mean: [],
  quantiles: [],
  average: 300,
  averageQuantiles: [],
  averageCv: 0.02,
  contactsAhead: 1e9,
  days: [],
  model: 'level',
  backtest: [],
  contactCv: 1,
  dayFactorCv: 0.05,
};

describe('errors of the factors by tenure', () => {
  it.each([
    // 95 % intervals of 300 logs: binomial sd 1.3 points for one band, at most 1.3 for the mean of five
    { name: 'of chance alone', dayCv: 0, seed: 41 },
    // the agents of a band who are in that day: 10 % around the curve
    { name: 'of bands that swing from day to day', dayCv: 0.1, seed: 42 },
  ])('cover as they say, $name', ({ dayCv, seed }) => {
    const random = scatter(seed);
    const normal = () => Array.from({ length: 12 }, random).reduce((a, b) => a + b, -6);
    const [logs, days] = [300, 60];
    let [inside, count, squares] = [0, 0, 0];
    for (let log = 0; log < logs; log++) {
      const counts = Array.from({ length: days }, () => BANDS.map(() => 1 + Math.floor(60 * random())));
      const handled = counts.flat();
      const seconds = counts.flatMap((row) => {
        const level = 300 * (1 + 0.2 * normal() * 0.5);
        return row.map((n, band) => {
          const swing = 1 + dayCv * normal();
          // the mean of n contacts of cv 1
          return Math.max(1, n * level * (CURVE[band] ?? 1) * swing * (1 + normal() / Math.sqrt(n)));
        });
      });
      const forecast = forecastTenure(
        {
          bands: BANDS,
          days: Int32Array.from({ length: days }, (_, day) => day),
          handled: Float64Array.from(handled),
          seconds: Float64Array.from(seconds),
        },
        days,
        ahead,
        [0.5],
      );
      if (forecast === null) throw new Error('no forecast');
      const usual = forecast.bands.reduce((sum, { share }, band) => sum + share * (CURVE[band] ?? 1), 0);
      forecast.bands.forEach(({ factor, factorError }, band) => {
        const z = (factor - (CURVE[band] ?? 1) / usual) / factorError;
        squares += z * z;
        count++;
        if (Math.abs(z) <= 1.96) inside++;
      });
    }
    expect(inside / count).toBeGreaterThan(0.92);
    expect(inside / count).toBeLessThan(0.98);
    expect(squares / count).toBeGreaterThan(0.8);
    expect(squares / count).toBeLessThan(1.25);
  });
});
