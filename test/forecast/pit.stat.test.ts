import { describe, expect, it } from 'vitest';
import { forecastChannel } from '../../src/forecast/forecast-channel.ts';
import { pitDeviation } from '../../src/forecast/pit.ts';
import { formatDate } from '../../src/numeric/civil-date.ts';
import { FIRST_DAY, scatter, seriesOf } from './generated.ts';

/** Hourly Poisson counts around `mean`, by inversion. */
function counts(mean: number, days: number, seed: number) {
  const random = scatter(seed);
  const starts: string[] = [];
  const values: number[] = [];
  for (let day = 0; day < days; day++)
    for (let hour = 0; hour < 24; hour++) {
      let [x, chance, u] = [0, Math.exp(-mean), random()];
      while (u > chance) {
        u -= chance;
        x++;
        chance *= mean / x;
      }
      starts.push(`${formatDate(FIRST_DAY + day)}T${String(hour).padStart(2, '0')}:00`);
      values.push(x);
    }
  return seriesOf({ intervalMinutes: 60, starts, values });
}

describe('small counts of a forecast', () => {
  it.each([0.4, 2, 6])('fall flat within their laws, at %s an hour', (mean) => {
    const DAYS = 140;
    const tenths = Array<number>(10).fill(0);
    const SERIES = 4;
    for (let seed = 1; seed <= SERIES; seed++) {
      const outcome = forecastChannel(counts(mean, DAYS, seed), {
        from: formatDate(FIRST_DAY + DAYS),
        days: 7,
        quantiles: [0.1, 0.5, 0.9],
      });
      if (!outcome.ok) throw new Error(outcome.refusal.code);
      const week = outcome.forecast.smallCounts.find(({ horizon }) => horizon === 'week');
      week?.tenths.forEach((share, part) => (tenths[part] = (tenths[part] ?? 0) + share / SERIES));
    }
    expect(pitDeviation(tenths)).toBeLessThan(0.02);
  });
});
