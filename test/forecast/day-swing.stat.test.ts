import { describe, expect, it } from 'vitest';
import { forecastChannel } from '../../src/forecast/forecast-channel.ts';
import { formatDate } from '../../src/numeric/civil-date.ts';
import { FIRST_DAY, madeHistory, seriesOf } from './generated.ts';

const SEEDS = 24;

/** Day factors found in histories made with the factor `cv`, from their squares. */
function found(days: number, level: number, cv: number): { swing: number; error: number } {
  const squares = Array.from({ length: SEEDS }, (_, k) => {
    const series = seriesOf(madeHistory({ days, intervalMinutes: 60, level, seed: 4100 + k, cv }));
    const outcome = forecastChannel(series, {
      from: formatDate(FIRST_DAY + days),
      days: 7,
      quantiles: [0.5],
    });
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    return outcome.forecast.dayFactorCv ** 2;
  });
  const mean = squares.reduce((a, b) => a + b, 0) / SEEDS;
  const variance = squares.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (SEEDS - 1);
  return { swing: Math.sqrt(mean), error: Math.sqrt(variance / SEEDS) / (2 * Math.sqrt(mean)) };
}

describe('the day-to-day swing of a history made to order', () => {
  // chance alone moves a day of 300 contacts by 5.8 %, one of 8000 by 1.1 %
  it.each([
    { days: 28, level: 300, cv: 0.03 },
    { days: 28, level: 8000, cv: 0.03 },
    { days: 28, level: 8000, cv: 0.2 },
    { days: 91, level: 300, cv: 0.03 },
    { days: 91, level: 1500, cv: 0.1 },
    { days: 182, level: 300, cv: 0.1 },
    { days: 182, level: 8000, cv: 0.03 },
  ])('is found: $cv in $days days of $level contacts', ({ days, level, cv }) => {
    const { swing, error } = found(days, level, cv);
    // three standard errors and half a point for what a model still learns meanwhile
    expect(Math.abs(swing - cv)).toBeLessThan(3 * error + 0.005);
    expect(3 * error).toBeLessThan(0.35 * cv + 0.006);
  });

  it('is not that of one day gone wrong', () => {
    const history = madeHistory({ days: 63, intervalMinutes: 60, level: 1500, seed: 4100, cv: 0.05 });
    const values = history.values.map((value, i) => (i === 40 * 12 + 3 ? 9999 : value));
    const outcome = forecastChannel(seriesOf({ ...history, values }), {
      from: formatDate(FIRST_DAY + 63),
      days: 7,
      quantiles: [0.5],
    });
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    expect(outcome.forecast.dayFactorCv).toBeLessThan(0.3);
  });

  it('is next to nothing where only chance moves the days', () => {
    expect(found(182, 8000, 0).swing).toBeLessThan(0.005);
    expect(found(91, 1500, 0).swing).toBeLessThan(0.02);
  });
});
