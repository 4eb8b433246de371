import { describe, expect, it } from 'vitest';
import { backtest, bestModel, candidates, combine } from '../../src/forecast/backtest.ts';
import { sweepHistory } from '../../src/forecast/sweep.ts';
import { madeHistory, seriesOf } from './generated.ts';

const series = seriesOf(madeHistory({ days: 100, intervalMinutes: 120, level: 800, seed: 21, cv: 0.15 }));
const sweep = sweepHistory(series, series.days + 28);
const combination = combine(sweep);
const rows = backtest(sweep, candidates(sweep, combination));

describe('backtest', () => {
  it('gives last week the error that counting by hand gives', () => {
    // every day from the 28th evening on against the same slots seven days before
    let [missed, actuals] = [0, 0];
    for (let day = 28; day < series.days; day++)
      for (let slot = 0; slot < series.slotsPerDay; slot++) {
        const actual = series.values[day * series.slotsPerDay + slot] ?? Number.NaN;
        if (Number.isNaN(actual)) continue;
        missed += Math.abs(actual - (series.values[(day - 7) * series.slotsPerDay + slot] ?? 0));
        actuals += actual;
      }
    const row = rows.find(({ model, horizon }) => model === 'lastWeek' && horizon === 'day');
    expect(row?.origins).toBe(72);
    expect(row?.wape).toBeCloseTo(missed / actuals, 12);
    expect(row?.mase).toBe(1);
  });

  it('weighs the models by how little they missed', () => {
    const nextDay = combination.weights[0] ?? [];
    expect(nextDay.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    // days are independent here, so the level that remembers longest misses least
    const weightOf = (name: string) => nextDay[sweep.models.findIndex((model) => model === name)] ?? 0;
    expect(weightOf('longProfile')).toBeGreaterThan(weightOf('recentProfile'));
  });

  it('names the model with the least error, each horizon counted alike', () => {
    const row = { origins: 1, values: 1, bias: 0, mase: null };
    expect(
      bestModel([
        { ...row, model: 'profile', horizon: 'day', wape: 0.1 },
        { ...row, model: 'profile', horizon: 'week', wape: 0.5 },
        { ...row, model: 'trend', horizon: 'day', wape: 0.11 },
        { ...row, model: 'trend', horizon: 'week', wape: 0.4 },
      ]),
    ).toBe('trend');
    expect(bestModel([])).toBeNull();
  });
});
