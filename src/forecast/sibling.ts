/**
 * Another channel of the same history, learned day by day beside the one to forecast: a channel that is
 * young leans on its weekdays and on the shape of its days.
 */
import { weekdayOf, type DayNumber } from '../numeric/civil-date.ts';
import { smoothedLevel } from './day-models.ts';
import { dayProfile, type DayProfile } from './day-profile.ts';
import { firstLevels, knownTotals } from './first-levels.ts';
import { believable, exposureOf, LEAST_EXPOSURE } from './partial-day.ts';
import type { Series } from './series.ts';
import { weekdayFactors, type WeekdayFactors } from './weekday-factors.ts';

/** Fewer days of history leave no backtest worth the name, and much to borrow. */
export const LEAST_BACKTEST_DAYS = 28;

export type Sibling = {
  readonly weekdays: WeekdayFactors;
  readonly profile: DayProfile;
  /** Takes its days up to and including this one. */
  readonly learnUntil: (day: DayNumber) => void;
};

/** Most days that set the start of the filters, and how many do where the channel begins late. */
const WARM_UP = { most: 28, least: 7 };

/** More than these tell little more, and each takes its time. */
export const MOST_SIBLINGS = 8;

/** Whether the history before `from` is too short to stand for itself. */
export function isYoung({ firstDay, days }: Series, from: DayNumber): boolean {
  return Math.min(days, from - firstDay) < LEAST_BACKTEST_DAYS;
}

/** Those of the longest histories; of equal ones the first. */
export function worthLeaningOn(others: readonly Series[]): Series[] {
  return others.toSorted((a, b) => b.days - a.days).slice(0, MOST_SIBLINGS);
}

/** @param until the first day on which it is asked: its filters start from days up to then */
export function siblingOf(series: Series, until: DayNumber): Sibling {
  const { days, slotsPerDay, values, firstDay, special } = series;
  const { totals, knownSlots } = knownTotals(series);
  const warmUp = Math.min(days, WARM_UP.most, Math.max(WARM_UP.least, until - firstDay + 1));
  const early = Array.from({ length: warmUp }, (_, d) => ({
    weekday: weekdayOf(firstDay + d),
    special: special.get(firstDay + d) ?? null,
  }));
  const start = firstLevels(series, early, totals, knownSlots);
  const weekdays = weekdayFactors(
    start.byWeekday,
    start.average,
    start.seen,
    days < LEAST_BACKTEST_DAYS ? [] : null,
  );
  const level = smoothedLevel(21, start.average, 7);
  const profile = dayProfile(series, 7);
  const today = new Float64Array(slotsPerDay);
  let next = 0;

  const learn = (d: number): void => {
    const total = totals[d] ?? Number.NaN;
    if (Number.isNaN(total) || special.has(firstDay + d)) return;
    const weekday = weekdayOf(firstDay + d);
    const day = values.subarray(d * slotsPerDay, (d + 1) * slotsPerDay);
    profile.shares(weekday, weekday, today);
    const exposure = exposureOf(day, today);
    if (exposure > LEAST_EXPOSURE) {
      const expected = level.level() * weekdays.factor(weekday) * exposure;
      const limited = believable(total, expected);
      level.observe(limited, weekdays.factor(weekday) * exposure);
      if (start.average > 0) weekdays.observe(weekday, limited / exposure, level.level());
    }
    profile.observe(weekday, day);
  };
  return {
    weekdays,
    profile,
    learnUntil(day) {
      for (; next < days && firstDay + next <= day; next++) learn(next);
    },
  };
}
