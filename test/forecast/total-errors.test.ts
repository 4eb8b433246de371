import { describe, expect, it } from 'vitest';
import { candidates, combine } from '../../src/forecast/backtest.ts';
import { seriesFrom } from '../../src/forecast/series.ts';
import { sweepHistory } from '../../src/forecast/sweep.ts';
import { totalErrors } from '../../src/forecast/total-errors.ts';
import { runTrial } from '../../src/forecast/trial.ts';
import { formatStart } from '../../src/numeric/civil-date.ts';
import { FIRST_DAY } from './generated.ts';

/** Twelve weeks of 100 a day, the last week of `last` a day, forecast as the same day one week before. */
function errors(last: number, unknown: readonly number[] = []) {
  const days = Array.from({ length: 84 }, (_, day) => day);
  const read = seriesFrom({
    intervalMinutes: 1440,
    starts: days.map((day) => formatStart(FIRST_DAY + day, 0)),
    values: days.map((day) => (unknown.includes(day) ? null : day < 77 ? 100 : last)),
  });
  if (!read.ok) throw new Error(read.issues[0]?.message);
  const sweep = sweepHistory(read.series, 84);
  const naive = candidates(sweep, combine(sweep)).find(({ name }) => name === 'lastWeek');
  if (!naive) throw new Error('no naive model');
  return { sweep, rows: totalErrors(runTrial(sweep, naive.slotMeans)) };
}

describe('errors of totals', () => {
  it('sums days before it takes the miss', () => {
    const { sweep, rows } = errors(150);
    // every day of the last week is missed by 50 from one evening, and from seven in part of their week
    const evenings = 83 - sweep.firstOrigin;
    const [day, week] = rows;
    expect(day).toMatchObject({ days: 1, origins: evenings });
    expect(day?.wape).toBeCloseTo((7 * 50) / ((evenings - 7) * 100 + 7 * 150), 12);
    expect(day?.bias).toBeCloseTo(-(day?.wape ?? 0), 12);
    // evenings with 1, 2 … 7 of the bad days in the week ahead: 28 bad days of 50
    const weeks = evenings - 6;
    expect(week?.origins).toBe(weeks);
    expect(week?.wape).toBeCloseTo((28 * 50) / (weeks * 700 + 28 * 50), 12);
  });

  it('leaves out days of which nothing is known', () => {
    expect(errors(100, [80, 81]).rows.map(({ wape }) => wape)).toEqual([0, 0, 0]);
  });
});
