import { describe, expect, it } from 'vitest';
import { dayFacts } from '../../src/forecast/day-facts.ts';
import { carryModel, smoothedLevel, type DayModel } from '../../src/forecast/day-models.ts';
import { weekdayFactors } from '../../src/forecast/weekday-factors.ts';
import { TWO_YEARS, yearlyModel } from '../../src/forecast/yearly-model.ts';
import { forecastChannel } from '../../src/forecast/forecast-channel.ts';
import { formatDate } from '../../src/numeric/civil-date.ts';
import { FIRST_DAY, madeHistory, seriesOf } from './generated.ts';

const YEARS = 4;
const AHEAD = 28;

/** Four years without chance: 1,000 contacts a day, a fifth more in one season and a fifth less in the other. */
function seasonalYears() {
  const days = Math.round(YEARS * 365.25);
  const facts = dayFacts(seriesOf(madeHistory({ days, intervalMinutes: 1440, level: 1000, seed: 1 })), days);
  return {
    facts,
    totals: facts.map(({ yearShare }) => 1000 * (1 + 0.2 * Math.sin(2 * Math.PI * yearShare))),
  };
}
const evenWeek = () => weekdayFactors(Array<number>(7).fill(1000), 1000, Array<number>(7).fill(4), null);

describe('the season of the year', () => {
  const { facts, totals } = seasonalYears();
  const yearly = yearlyModel('yearly', 1000, evenWeek());
  const flat = carryModel('profileCarry', smoothedLevel(60, 1000, 7), evenWeek());
  const missed = (model: DayModel, day: number) => {
    const target = facts[day + AHEAD];
    return target === undefined ? 0 : Math.abs(model.predict(target) - (totals[day + AHEAD] ?? 0));
  };
  const sums = { early: 0, yearly: 0, flat: 0 };
  facts.forEach((fact, day) => {
    yearly.observe(fact, totals[day] ?? 0, 1);
    flat.observe(fact, totals[day] ?? 0, 1);
    if (day < TWO_YEARS - 1) sums.early += Math.abs(missed(yearly, day) - missed(flat, day));
    if (day < 3 * 365) return;
    sums.yearly += missed(yearly, day);
    sums.flat += missed(flat, day);
  });

  it('is flat until two years are there', () => {
    expect(sums.early).toBe(0);
  });

  it('is seen four weeks ahead: less than a third of the misses of a level that trails it', () => {
    expect(sums.flat).toBeGreaterThan(0);
    expect(sums.yearly).toBeLessThan(sums.flat / 3);
  });

  it(
    'is chosen once it has served for a year, and seen whole beside an uneven week',
    { tags: 'slow' },
    () => {
      const days = 3 * 365;
      const made = madeHistory({ days, intervalMinutes: 1440, level: 2000, seed: 3, cv: 0.02 });
      const season = (day: number) => 1 + 0.3 * Math.sin((2 * Math.PI * day) / 365.25);
      const series = seriesOf({
        ...made,
        values: made.values.map((value, day) => (value === null ? null : Math.round(value * season(day)))),
      });
      const outcome = forecastChannel(series, {
        from: formatDate(FIRST_DAY + days),
        days: 84,
        quantiles: [0.5],
      });
      if (!outcome.ok) throw new Error(outcome.refusal.code);
      const { mean, model } = outcome.forecast;
      expect(model).toBe('yearly');
      // whole weeks, which do not care for the weekday: the last of the next four, and the twelfth
      const week = (from: number) => mean.slice(from, from + 7).reduce((sum, value) => sum + value, 0);
      const rise = (from: number) => week(from) / week(0) / (season(days + from + 3) / season(days + 3));
      expect(Math.abs(rise(21) - 1)).toBeLessThan(0.03);
      expect(Math.abs(rise(77) - 1)).toBeLessThan(0.1);
    },
  );
});
