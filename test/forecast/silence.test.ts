import { describe, expect, it } from 'vitest';
import { forecastChannel } from '../../src/forecast/forecast-channel.ts';
import { askedAt, contactsAt } from '../../src/forecast/count-law.ts';
import { silenceOf, silentSpread } from '../../src/forecast/silence.ts';
import { forecastRestOfDay } from '../../src/forecast/within-day.ts';
import { formatDate, formatStart } from '../../src/numeric/civil-date.ts';
import { normalQuantile } from '../../src/numeric/normal-quantile.ts';
import { FIRST_DAY, seriesOf } from './generated.ts';

const SILENT = 3;
const OPEN = Array.from({ length: 10 }, (_, hour) => hour);
/** Round the clock but for the morning: 10 hours, 40 contacts in each of them but one. */
const series = (days: number, contacts = (hour: number): number => (hour === SILENT ? 0 : 40)) => {
  const at = Array.from({ length: days }, (_, day) => OPEN.map((hour) => ({ day, hour }))).flat();
  return seriesOf({
    intervalMinutes: 60,
    starts: at.map(({ day, hour }) => formatStart(FIRST_DAY + day, hour * 60)),
    values: at.map(({ day, hour }) => contacts(hour) + (contacts(hour) > 0 ? ((7 * day + hour) % 5) - 2 : 0)),
  });
};

/** The same weekday again. */
function bandsAfter(days: number, contacts?: (hour: number) => number) {
  const ahead = Math.ceil(days / 7) * 7;
  const options = { from: formatDate(FIRST_DAY + ahead), days: 1, quantiles: [0.1, 0.5, 0.9] };
  const outcome = forecastChannel(series(days, contacts), options);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const { mean, bands, quantiles, days: totals } = outcome.forecast;
  const high = bands.map((band) => band.high[SILENT] ?? 0);
  return {
    mean: mean[SILENT],
    low: bands[0]?.low[SILENT],
    high,
    quantiles: quantiles[SILENT],
    totals,
    bands,
  };
}

describe('an hour without a contact', () => {
  it('on the one day there is has a band all the same, below that of an hour with one', () => {
    const { mean, low, high, quantiles } = bandsAfter(1);
    expect([mean, low]).toEqual([0, 0]);
    expect(high[0]).toBeGreaterThan(1);
    expect(high[1]).toBeGreaterThan(2);
    expect(quantiles?.[2]).toBeCloseTo(high[0] ?? 0, 12);
    const one = bandsAfter(1, (hour) => (hour === SILENT ? 3 : 40)).high;
    expect(high[0]).toBeLessThan(one[0] ?? 0);
    expect(high[1]).toBeLessThan(one[1] ?? 0);
  });

  it(
    'is believed the more the more days have shown none, and as it is from four weeks on',
    { tags: 'slow' },
    () => {
      const highs = [1, 3, 7, 14, 27].map((days) => bandsAfter(days).high[1] ?? 0);
      expect(highs.toSorted((a, b) => b - a)).toEqual(highs);
      expect(highs[2]).toBeGreaterThan(0);
      // one in 28 of Jeffreys’ half a contact: P(X > 0) = 1 − √(27/28) < 2.5 %
      expect(highs[4]).toBe(0);
      expect(bandsAfter(28).high).toEqual([0, 0]);
    },
  );

  it('leaves the total of its day alone, unless that is silent too', () => {
    const [own] = bandsAfter(1).totals;
    expect(own?.mean).toBeCloseTo(
      OPEN.filter((h) => h !== SILENT).reduce((sum, h) => sum + 38 + (h % 5), 0),
      9,
    );
    const [silent] = bandsAfter(1, () => 0).totals;
    expect(silent?.mean).toBe(0);
    expect(silent?.bands[0]?.high).toBeGreaterThan(1);
  });

  it('has the same band on the day itself', () => {
    const rest = forecastRestOfDay(series(1), {
      date: formatDate(FIRST_DAY + 7),
      observed: [],
      quantiles: [0.5],
    });
    if (!rest.ok) throw new Error(rest.refusal.code);
    expect(rest.forecast.bands[0]?.high[SILENT]).toBeCloseTo(bandsAfter(1).high[0] ?? 0, 9);
  });

  it('has the law of a Poisson count whose rate is Gamma(1/2, 1)', () => {
    // negative binomial with r = p = 1/2, P(X ≤ x) = 0.7071, 0.8839, 0.9502, 0.9778, 0.9899, 0.9953 by its
    // recursion p(x) = p(x − 1) (x − 1/2) / (2 x)
    const spread = silentSpread({ dispersion: 1, factorCv: 0 });
    const scores = [0.7, 0.95, 0.975, 0.99].map(normalQuantile);
    expect(contactsAt(askedAt(scores), 0.5, spread)).toEqual([0, 2, 3, 5]);
    // of the rate itself: 1/n² times 1/2, on top of the chance of a count
    expect(spread.factorCv ** 2 * 0.5 ** 2).toBeCloseTo(0.5, 12);
  });

  it('has Jeffreys’ half a contact over the days on which it is known, until there are four weeks', () => {
    const ten = series(10);
    const values = ten.values.map((value, i) => (i % 24 === 5 && i >= 4 * 24 ? Number.NaN : value));
    const { means, dayMean } = silenceOf({ ...ten, values });
    expect([means[SILENT], means[5], means[20], dayMean]).toEqual([0.05, 0.125, 0.5, 0.05]);
    expect(silenceOf(series(28)).dayMean).toBe(0);
    expect(silenceOf(series(27)).dayMean).toBeCloseTo(0.5 / 27, 12);
  });

  it('swings with the day as well', () => {
    // E[Λ²] E[F²] / (E[Λ] E[F])² − 1 with E[Λ²] = 3 E[Λ]² for shape 1/2 and a day factor of cv 0.2
    expect(silentSpread({ dispersion: 2, factorCv: 0.2 }).factorCv ** 2).toBeCloseTo(3 * 1.04 - 1, 12);
  });
});
