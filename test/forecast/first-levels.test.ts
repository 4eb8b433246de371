import { describe, expect, it } from 'vitest';
import { firstLevels, knownTotals } from '../../src/forecast/first-levels.ts';
import { handleTimeStates } from '../../src/forecast/handle-time-states.ts';
import type { Series } from '../../src/forecast/series.ts';
import { isYoung, siblingOf, worthLeaningOn } from '../../src/forecast/sibling.ts';
import { FIRST_DAY } from './generated.ts';

const NONE = Number.NaN;
/** Days of four slots from a Monday on; the last slot is closed all week. */
const seriesOf = (rows: readonly (readonly number[])[], special: Series['special'] = new Map()): Series => ({
  firstDay: FIRST_DAY,
  days: rows.length,
  slotsPerDay: 4,
  intervalMinutes: 360,
  values: Float64Array.from(rows.flat()),
  closed: Uint8Array.from({ length: 28 }, (_, i) => (i % 4 === 3 ? 1 : 0)),
  special,
  repeatedStarts: 0,
});
const facts = (weekdays: readonly number[], special: readonly number[] = []) =>
  weekdays.map((weekday, d) => ({ weekday, special: special.includes(d) ? 'fair' : null }));

describe('first levels', () => {
  const levels = (rows: readonly (readonly number[])[], special: readonly number[] = []) => {
    const series = seriesOf(rows);
    const { totals, knownSlots } = knownTotals(series);
    return firstLevels(
      series,
      facts(
        rows.map(() => 0),
        special,
      ),
      totals,
      knownSlots,
    );
  };

  it('are medians of the days of a weekday, which one outlier does not move', () => {
    const rows = [10, 20, 60].map((x) => [x, x, x, NONE]);
    expect(levels(rows)).toMatchObject({ average: 60, seen: [3, 0, 0, 0, 0, 0, 0] });
    expect(levels(rows.slice(0, 2)).byWeekday[0]).toBe(45);
    expect(levels(rows.slice(0, 2)).byWeekday[1]).toBeNaN();
  });

  it('take a day of which two slots in three are known as far as it is known, and none of fewer or marked ones', () => {
    const rows = [
      [10, NONE, 30, NONE],
      [500, NONE, NONE, NONE],
      [900, 900, 900, NONE],
    ];
    // 40 in two of three open slots
    expect(levels(rows, [2])).toMatchObject({ average: 60, seen: [1, 0, 0, 0, 0, 0, 0] });
  });
});

describe('states of handle times', () => {
  /** One contact a slot; seconds by day and slot. */
  const states = (rows: readonly (readonly number[])[], counts = rows.map((row) => row.map(() => 1))) =>
    handleTimeStates(seriesOf(counts), Float64Array.from(rows.flat()), rows.length);

  it('are ratios of recency-weighted totals, of half-lives of 5 and 21 days', () => {
    const {
      states: [first, second],
    } = states([
      [100, 100, 100, 100],
      [200, 200, 200, 200],
    ]);
    expect(first?.levels).toEqual({ recentLevel: 100, level: 100 });
    const level = (halfLife: number): number => {
      const before = 0.5 ** (1 / halfLife);
      return (400 * before + 800) / (4 * before + 4);
    };
    expect(second?.levels.recentLevel).toBeCloseTo(level(5), 9);
    expect(second?.levels.level).toBeCloseTo(level(21), 9);
  });

  it('measure the scatter of single contacts, from a prior of 1 that weighs 50', () => {
    // Means of four contacts 20 % above and below the day's: each tells 4 · 0.2² = 0.16 of a squared cv.
    const rows = [[480, 320, 480, 320]];
    const {
      contactCv2,
      states: [state],
    } = states(rows, [[4, 4, 4, 4]]);
    expect(contactCv2).toBeCloseTo((50 + 4 * 0.16) / 54, 12);
    // The factor of a slot leans on 1 with the seconds after which its chance is as large as 10 %: level · cv² / 0.01.
    const prior = (100 * contactCv2) / 0.01;
    expect(state?.slots[0]).toBeCloseTo((480 + prior) / (400 + prior), 12);
    expect(state?.slots[1]).toBeCloseTo((320 + prior) / (400 + prior), 12);
    expect(state?.weekdays[0]).toBe(1);
  });

  it('do not take a busy hour of long contacts for a long day', () => {
    // Contacts of the first slot take twice as long; then a day with nearly all of them in it.
    const days = 60;
    const usual = Array.from({ length: days }, () => [20, 20, 20, 20]);
    const seconds = (row: readonly number[]): number[] => row.map((n, s) => n * (s === 0 ? 400 : 200));
    const skewed = [...usual, [77, 1, 1, 1]];
    const level = states(skewed.map(seconds), skewed).states.at(-1)?.levels.recentLevel ?? NONE;
    // 250 s as the days before; 265 s if every contact counted the same
    expect(Math.abs(level / 250 - 1)).toBeLessThan(0.03);
  });
});

describe('a sibling', () => {
  const week = (days: number, x = 100): number[][] => Array.from({ length: days }, () => [x, x, x, NONE]);

  it('is leant on by a channel of less than 28 days, the longest ones first', () => {
    expect(isYoung(seriesOf(week(28)), FIRST_DAY + 28)).toBe(false);
    expect(isYoung(seriesOf(week(28)), FIRST_DAY + 27)).toBe(true);
    expect(isYoung(seriesOf(week(27)), FIRST_DAY + 60)).toBe(true);
    const many = Array.from({ length: 10 }, (_, i) => seriesOf(week(i + 1)));
    expect(worthLeaningOn(many).map(({ days }) => days)).toEqual([10, 9, 8, 7, 6, 5, 4, 3]);
  });

  const mondayAfter = (rows: number[][], special?: Series['special']): number => {
    const sibling = siblingOf(seriesOf(rows, special), FIRST_DAY + rows.length - 1);
    sibling.learnUntil(FIRST_DAY + rows.length - 1);
    return sibling.weekdays.own(0);
  };
  const weeks = week(35);
  const withMonday = (row: readonly number[]): number[][] => [...weeks, [...row]];

  it('takes a day up to the one asked for, as far as it is known, and no marked one', () => {
    const usual = mondayAfter(withMonday([100, 100, 100, NONE]));
    expect(usual).toBeCloseTo(1, 9);
    // A third of the day at the usual pace is a usual day.
    expect(mondayAfter(withMonday([100, NONE, NONE, NONE]))).toBeCloseTo(1, 2);
    expect(mondayAfter(withMonday([300, 300, 300, NONE]))).toBeGreaterThan(1.1);
    const fair = new Map([[FIRST_DAY + 35, 'fair']]);
    expect(mondayAfter(withMonday([300, 300, 300, NONE]), fair)).toBeCloseTo(1, 9);
  });

  it('takes no day for more than two and a half times the usual', () => {
    const far = mondayAfter(withMonday([250, 250, 250, NONE]));
    expect(mondayAfter(withMonday([9000, 9000, 9000, NONE]))).toBeCloseTo(far, 9);
  });
});
