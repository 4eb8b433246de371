import { describe, expect, it } from 'vitest';
import { driftCv } from '../../src/forecast/calibration.ts';
import { forecastInFull } from '../../src/forecast/forecast.ts';
import { formatStart } from '../../src/numeric/civil-date.ts';
import { FIRST_DAY, madeHistory } from './generated.ts';

describe('the drift of a level beyond the days that a backtest looks ahead', () => {
  it('is a random walk, off by a quarter after a year', () => {
    expect(driftCv(28)).toBe(0);
    expect(driftCv(28 + 365)).toBeCloseTo(0.25, 12);
    // variances add up: four years are off by twice as much as one
    expect(driftCv(28 + 4 * 365)).toBeCloseTo(0.5, 12);
  });

  it('widens the bands of intervals, days and weeks far from the history', () => {
    const history = madeHistory({ days: 200, intervalMinutes: 1440, level: 10_000, cv: 0.1, seed: 5 });
    const ahead = (gap: number) => {
      const from = formatStart(FIRST_DAY + 200 + gap, 0).slice(0, 10);
      return forecastInFull(history, { from, days: 7, quantiles: [0.1, 0.9] });
    };
    // 80 % bands over means, of the same weekdays
    const widths = ({ quantiles, mean, days, weeks }: ReturnType<typeof ahead>) =>
      [
        { quantiles: quantiles[0], mean: mean[0] ?? 0 },
        ...[days[0], weeks[0]].map((total) => ({ quantiles: total?.quantiles, mean: total?.mean ?? 0 })),
      ].map(({ quantiles: band, mean: m }) => ((band?.[1] ?? 0) - (band?.[0] ?? 0)) / m);
    const [near, far] = [widths(ahead(21)), widths(ahead(28 + 364))];
    // a band of a normal law is 2 · 1.2816 standard deviations wide, and variances add up: 0.25 of drift on top
    for (const [k, width] of far.entries()) {
      const added = Math.sqrt(width ** 2 - (near[k] ?? 0) ** 2) / (2 * 1.2816);
      expect(added).toBeGreaterThan(0.9 * 0.25);
      expect(added).toBeLessThan(1.1 * 0.25);
    }
  });
});
