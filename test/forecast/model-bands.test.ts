import { describe, expect, it } from 'vitest';
import { forecastChannel } from '../../src/forecast/forecast-channel.ts';
import type { ForecastOptions, Horizon, ModelName } from '../../src/forecast/result.ts';
import { formatDate } from '../../src/numeric/civil-date.ts';
import { FIRST_DAY, madeHistory, seriesOf } from './generated.ts';

const DAYS = 240;
const QUANTILES = [0.1, 0.25, 0.5, 0.75, 0.9];

function backtestOf(level: number, seed: number, options: Pick<ForecastOptions, 'everyModel' | 'model'>) {
  const series = seriesOf(madeHistory({ days: DAYS, intervalMinutes: 1440, level, seed, cv: 0.1 }));
  const from = formatDate(FIRST_DAY + DAYS);
  const outcome = forecastChannel(series, { from, days: 7, quantiles: QUANTILES, ...options });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const { backtest, model } = outcome.forecast;
  const bandsOf = (name: ModelName, horizon: Horizon) =>
    backtest.find((row) => row.model === name && row.horizon === horizon)?.bands;
  return { backtest, model, bandsOf };
}

describe('bands of every model', () => {
  it('are those it has when it is the one chosen', { tags: 'slow' }, () => {
    const every = backtestOf(1000, 1, { everyModel: true });
    expect(every.backtest.every(({ bands }) => bands !== null)).toBe(true);
    const chosen = backtestOf(1000, 1, {});
    for (const { model, horizon, bands } of chosen.backtest)
      expect(bands).toEqual(model === chosen.model ? every.bandsOf(model, horizon) : null);
    const asked = backtestOf(1000, 1, { model: 'lastWeek' });
    for (const horizon of ['day', 'week', 'month'] as const)
      expect(asked.bandsOf('lastWeek', horizon)).toEqual(every.bandsOf('lastWeek', horizon));
  });

  it('lose as much more as a model leaves more variance', { tags: 'slow' }, () => {
    // days on their own: last week's miss has 2 σ², that of the mean of four 5/4 σ², and the pinball loss of a
    // right quantile is σ φ(z): the two are as √2 to √(5/4)
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
    const sums = seeds.map((seed) => {
      const { bandsOf } = backtestOf(1000, seed, { everyModel: true });
      return (['lastWeek', 'meanOfFour'] as const).map((name) => bandsOf(name, 'week')?.pinball ?? 0);
    });
    const [last = 0, four = 0] = [0, 1].map((k) => sums.reduce((sum, row) => sum + (row[k] ?? 0), 0));
    expect(Math.abs(last / four / Math.sqrt(2 / 1.25) - 1)).toBeLessThan(0.05);
    // σ of a day of 1,000 that swings by 10 %: √(0.01 + 0.001); mean of φ(z) at 0.1, 0.25, 0.5, 0.75 and 0.9
    const due = Math.sqrt(1.25 * 0.011) * ((2 * 0.1755 + 2 * 0.31778 + 0.39894) / 5);
    expect(Math.abs(four / seeds.length / due - 1)).toBeLessThan(0.07);
  });

  it('tell of few contacts as well, where no share in a band does', { tags: 'slow' }, () => {
    const bands = backtestOf(2, 3, { everyModel: true }).bandsOf('meanOfFour', 'day');
    expect(bands?.values).toBeGreaterThan(50);
    expect(bands?.pinball).toBeGreaterThan(0.1);
    expect(bands?.coverage80).toBeNull();
  });
});
